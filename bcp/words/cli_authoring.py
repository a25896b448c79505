"""The commands `bcp init`, `bcp new`, `bcp fmt` and `bcp rename`."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue

WORDS: Table = catalogue("cli_authoring")
