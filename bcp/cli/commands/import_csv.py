"""``bcp import csv``: the changes of CSV files into an inventory."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from bcp.cli.booking import Wish, import_parameters, take_in
from bcp.cli.options import Asked, Request
from bcp.words import Lang, say
from bcp.words.cli import WORDS


def build(lang: Lang) -> click.Command:
    """Return the command."""
    metavar = say(WORDS, "metavar-dir", lang)
    parameters = import_parameters(lang, metavar, "argument-book-csv")
    return Asked("csv", lang, run, *parameters, key="import-csv", has_inventory=False)


def run(request: Request, source: Path, **given: Any) -> None:
    """Show or write what the files change."""
    from bcp.exchange.book.limits import LIMITS
    from bcp.exchange.csv_files import read_csv

    take_in(request, Wish(**given), lambda: read_csv(source, LIMITS))
