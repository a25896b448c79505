"""Monte Carlo: a scenario played out many times, and what that says of every function."""
