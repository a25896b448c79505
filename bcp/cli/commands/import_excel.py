"""``bcp import excel``: the changes of a workbook into an inventory."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from bcp.cli.booking import Wish, import_parameters, take_in
from bcp.cli.options import Asked, Request
from bcp.words import Lang


def build(lang: Lang) -> click.Command:
    """Return the command."""
    parameters = import_parameters(lang, "FILE.xlsx", "argument-book-file")
    return Asked("excel", lang, run, *parameters, key="import-excel", has_inventory=False)


def run(request: Request, source: Path, **given: Any) -> None:
    """Show or write what the workbook changes."""
    from bcp.exchange.book.limits import BOOK, LIMITS
    from bcp.exchange.grid import read_grids

    take_in(request, Wish(**given), lambda: read_grids(source, BOOK, LIMITS))
