"""What is uncertain about a scenario, and one way in which it may come: a draw."""
