"""What stands on the sheet of injects (MSEL): headings, explanations and the head of the sheet."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue

WORDS: Table = catalogue("msel")
