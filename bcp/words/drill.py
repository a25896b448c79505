"""What a drill says: why tasks wait, what the log holds, what is refused, what has to improve."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue

WORDS: Table = catalogue("drill")
