"""What is said where files are written and changed, and what can be wrong with that."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue

FAULTS: Table = catalogue("authoring", "faults")

STUBS: Table = catalogue("authoring", "stubs")

BEGINNING: Table = catalogue("authoring", "beginning")
