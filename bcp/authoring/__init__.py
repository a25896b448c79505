"""The files as people write them: their text edited, ordered and begun, comments kept."""
