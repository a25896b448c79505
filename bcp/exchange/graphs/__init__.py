"""The dependency graph, and results, in the formats of other tools."""
