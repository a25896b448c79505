"""The commands that bring an inventory into Excel or CSV files, and back: help and what they say."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue

WORDS: Table = catalogue("cli_book")
