"""What to do about it: measures compared, ranked and bundled, and every figure explained."""
