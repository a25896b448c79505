"""What stands above the tables of the annual plan and in their columns."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue

WORDS: Table = catalogue("annual_tables")
