"""What other programs write and read, into and out of an inventory."""
