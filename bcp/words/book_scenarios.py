"""What the sheets of scenarios are called, and what their columns mean where models do not say."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue

WORDS: Table = catalogue("book_scenarios")
