"""What the commands of ``bcp drill`` say: help, summaries, results and complaints."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue

WORDS: Table = catalogue("cli_drill")
