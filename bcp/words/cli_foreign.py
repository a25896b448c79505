"""The commands that take in data of other tools and give graphs and results to others."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue

WORDS: Table = catalogue("cli_foreign")
