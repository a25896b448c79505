"""Strategy ``optimal``: the order and the procedures with the least loss, and how sure that is."""
