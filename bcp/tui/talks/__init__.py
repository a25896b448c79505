"""What is said between the screen and its user until a command is complete: one talk each."""
