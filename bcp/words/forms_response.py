"""What forms 8 to 13 and the role cards say: roles, contacts, actions, checks, drills, upkeep."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue

WORDS: Table = catalogue("forms_response")
