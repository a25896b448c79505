"""What people call the keys of inventory files, where changes are shown to who writes none."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue

WORDS: Table = catalogue("keys")
