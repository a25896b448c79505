"""What each code of a finding stands for, in a sentence that is true of all of its kind.

The keys are the codes in small letters.
"""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue

WORDS: Table = catalogue("codes")
