"""What is up and what is down: rules R1 to R4 of model.md, one instant at a time."""
