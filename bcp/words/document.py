"""What writers add to a document: labels, and words for what is only a sign."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue

WORDS: Table = catalogue("document")
