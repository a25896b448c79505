"""What runs as machine code: plain loops over arrays of whole numbers, one rule beside another."""
