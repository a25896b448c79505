"""What the chart of the spread of recovery times says."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue

WORDS: Table = catalogue("chart_spread")
