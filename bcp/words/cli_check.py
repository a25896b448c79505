"""The command `bcp check`: its options and what it says of findings."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue

WORDS: Table = catalogue("cli_check")
