"""What the annual plan says: headings, sentences with figures, and drafts to start from."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.annual_tables import WORDS as TABLES
from bcp.words.catalogue import catalogue, joined

WORDS: Table = joined(TABLES, catalogue("annual"))
