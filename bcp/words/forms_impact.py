"""What forms 14 to 18 say: scenarios, impact, functions, targets, resources."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue

WORDS: Table = catalogue("forms_impact")
