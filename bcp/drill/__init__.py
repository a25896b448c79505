"""Timed drills on the live model: the file, the state as a fold over events, and the record."""
