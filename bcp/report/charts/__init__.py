"""Pictures for managers, the letters and the paper they share; a room for each picture."""
