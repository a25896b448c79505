"""The dependency map (依存関係図): who needs whom, in layers, grouped by site and kind."""
