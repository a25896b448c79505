"""What all scenarios do to the whole: each is played once, what reports need is kept, the rest goes."""
