"""What the pages of ``bcp drill serve`` say beside the screen itself."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue

WORDS: Table = catalogue("serving")
