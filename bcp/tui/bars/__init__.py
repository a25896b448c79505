"""The lines around the lists: clocks above, tabs, the line to type in, and the keys below."""
