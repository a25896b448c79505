"""What a SARIF file says beside the findings themselves."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue

WORDS: Table = catalogue("sarif")
