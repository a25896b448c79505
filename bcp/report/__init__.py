"""What is told to people: charts and data made from results."""
