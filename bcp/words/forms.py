"""What the official forms say: titles, columns, choices."""

from __future__ import annotations

from bcp.words import Table
from bcp.words import forms_evidence as evidence
from bcp.words import forms_impact as impact
from bcp.words import forms_response as response
from bcp.words import forms_survey as survey
from bcp.words.catalogue import catalogue, joined

_TITLES: Table = catalogue("forms", "titles")
"""As the ministry calls them."""

_SHARED: Table = catalogue("forms", "shared")

WORDS: Table = joined(_TITLES, _SHARED, survey.WORDS, response.WORDS, impact.WORDS, evidence.WORDS)
