"""Who repairs what, in which order, and what comes of it."""
