"""Data of other tools: how sure each piece is, what is to be filled in, what is wrong with a file."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue

WORDS: Table = catalogue("foreign")

FAULTS: Table = catalogue("foreign", "faults")
