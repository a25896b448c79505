"""A drill that runs: commands become events, and the state is their fold. Pure."""
