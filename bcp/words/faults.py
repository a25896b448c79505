"""What is wrong with a file or a request, and what would be right."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.authoring import FAULTS as AUTHORING
from bcp.words.book_faults import FAULTS as BOOK
from bcp.words.catalogue import catalogue, joined
from bcp.words.cli_import import FAULTS as IMPORT
from bcp.words.cli_library import FAULTS as LIBRARY
from bcp.words.foreign import FAULTS as FOREIGN

WORDS: Table = joined(AUTHORING, BOOK, FOREIGN, IMPORT, LIBRARY, catalogue("faults"))
