"""Who needs whom: the inventory as a network of needs."""
