"""Data of other tools as an inventory: one module or package for each, and the form they share."""
