"""What is wrong with the sheets of an inventory, and what would be right."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue

FAULTS: Table = catalogue("book_faults")
