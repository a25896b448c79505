"""The simulation compiled to machine code: figures by the thousand, the same to the second."""
