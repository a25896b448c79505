"""What the report of a drill says (AAR): headings, sentences, verdicts, and how it was computed."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue

WORDS: Table = catalogue("aar")
