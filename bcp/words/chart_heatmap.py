"""What the table of scenarios against functions says."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue

WORDS: Table = catalogue("chart_heatmap")
