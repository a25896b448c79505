"""Strategy ``optimal``: its options, its progress, and what it says of what it found."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue

WORDS: Table = catalogue("cli_optimal")
