"""Findings about starts, places, simulations and drills: what is wrong, and what to do."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue

WHAT: Table = catalogue("findings_starts", "what")
"""What is wrong."""


REMEDY: Table = catalogue("findings_starts", "remedy")
"""What to do about it."""
