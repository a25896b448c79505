"""A first draft of a drill, made from what a simulation says: clock, objectives, injects."""
