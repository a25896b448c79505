"""What screens show of a drill. Pure."""
