"""Where ``bcp risk`` runs and what it runs for: other machines, many organisations, Parquet."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue

WORDS: Table = catalogue("cli_risk_places")
