"""The command `bcp compare`: its help, and what it says."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue

WORDS: Table = catalogue("cli_compare")
