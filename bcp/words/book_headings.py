"""What the sheets of an inventory, their columns and their choices are called."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue

WORDS: Table = catalogue("book_headings")
