"""The command `bcp import`: its help, what it says, and what is wrong with files of others."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue

WORDS: Table = catalogue("cli_import")

FAULTS: Table = catalogue("cli_import", "faults")
