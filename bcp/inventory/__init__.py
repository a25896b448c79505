"""What the organisation has."""
