"""Windows over the screen: each asks one thing and does nothing but close with the answer."""
