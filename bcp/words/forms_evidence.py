"""What the self-assessment says: checklist, six elements, and what was found."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue

WORDS: Table = catalogue("forms_evidence")
