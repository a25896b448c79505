"""The second screen in a browser: who may see it, and a program of its own for each visitor."""
