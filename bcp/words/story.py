"""The sentences of `bcp explain`: why something came back when it did, and what would change it."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue

WORDS: Table = catalogue("story")
