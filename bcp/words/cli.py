"""The command line: help, headings, headlines, and what is said when something goes wrong."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue, joined
from bcp.words.cli_authoring import WORDS as AUTHORING
from bcp.words.cli_book import WORDS as BOOK
from bcp.words.cli_chart import WORDS as CHART
from bcp.words.cli_check import WORDS as CHECK
from bcp.words.cli_compare import WORDS as COMPARE
from bcp.words.cli_document import WORDS as DOCUMENT
from bcp.words.cli_drill import WORDS as DRILL
from bcp.words.cli_explain import WORDS as EXPLAIN
from bcp.words.cli_foreign import WORDS as FOREIGN
from bcp.words.cli_gathering import WORDS as GATHERING
from bcp.words.cli_import import WORDS as IMPORT
from bcp.words.cli_library import WORDS as LIBRARY
from bcp.words.cli_measures import WORDS as MEASURES
from bcp.words.cli_optimal import WORDS as OPTIMAL
from bcp.words.cli_report import WORDS as REPORT
from bcp.words.cli_risk import WORDS as RISK
from bcp.words.cli_risk_places import WORDS as RISK_PLACES

WORDS: Table = joined(
    BOOK,
    AUTHORING,
    CHART,
    CHECK,
    COMPARE,
    DOCUMENT,
    DRILL,
    EXPLAIN,
    FOREIGN,
    GATHERING,
    IMPORT,
    LIBRARY,
    MEASURES,
    OPTIMAL,
    REPORT,
    RISK,
    RISK_PLACES,
    catalogue("cli"),
)
