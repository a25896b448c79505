"""What the commands show: results as lines and tables."""
