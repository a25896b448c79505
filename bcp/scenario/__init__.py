"""What happens to it."""
