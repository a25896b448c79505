"""The sentences of the recovery: reasons of the priority table, links of the critical chain."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue

WORDS: Table = catalogue("recovery")
