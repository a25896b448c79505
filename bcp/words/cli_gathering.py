"""What every command says that plays all scenarios of an inventory, and looks at earlier states."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue

WORDS: Table = catalogue("cli_gathering")
