"""The official forms (様式1 to 18), filled from what the inventory and the results say."""
