"""What NetBox knows, as its REST API gives it in JSON."""
