"""The lists of the screen: each says which rows of a board it shows, and how."""
