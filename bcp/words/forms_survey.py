"""What forms 1 to 7 say: systems, vendors, places, power and lines, weaknesses, backups."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue

WORDS: Table = catalogue("forms_survey")
