"""A drill as a file: its keys, its faults, its text."""
