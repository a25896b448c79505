"""After the drill: where the minutes went, what was touched, what was measured. Pure."""
