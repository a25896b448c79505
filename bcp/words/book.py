"""The sheets of an inventory: what they explain, what a difference says, and what is wrong."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.book_headings import WORDS as HEADINGS
from bcp.words.book_scenarios import WORDS as SCENARIOS
from bcp.words.catalogue import catalogue, joined

WORDS: Table = joined(HEADINGS, SCENARIOS, catalogue("book"))
