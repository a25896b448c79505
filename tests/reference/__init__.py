"""A slow, obvious second engine written from the model page alone, to check the real one."""
