"""``bcp export csv``: the inventory as a folder of CSV files."""

from __future__ import annotations

from pathlib import Path

import click

from bcp.cli.command import Complaint
from bcp.cli.options import Asked, Request
from bcp.cli.places import naming
from bcp.words import Lang, say
from bcp.words.cli import WORDS


def build(lang: Lang) -> click.Command:
    """Return the command."""
    output = click.Option(
        ["--output", "-o"],
        metavar=say(WORDS, "metavar-dir", lang),
        type=click.Path(path_type=Path),
        help=say(WORDS, "option-export-csv-output", lang),
    )
    scenarios = click.Option(
        ["--scenarios"], is_flag=True, help=say(WORDS, "option-book-scenarios", lang)
    )
    return Asked("csv", lang, run, output, scenarios, key="export-csv")


def run(request: Request, output: Path | None, *, scenarios: bool) -> None:
    """Write the files."""
    from bcp.cli.book_scenarios import exported
    from bcp.cli.opening import open_inventory
    from bcp.cli.printing import print_json
    from bcp.exchange.book.tables import tables_of
    from bcp.exchange.csv_files import csv_texts

    opened = open_inventory(request)
    folder = output or Path(f"{opened.folder.resolve().name}-csv")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Complaint("import-not-empty", None, target=folder)
    if not folder.absolute().parent.is_dir():
        raise Complaint("no-folder", None, file=folder, folder=folder.parent)
    base = exported(opened, with_scenarios=scenarios)
    tables = tables_of(base, opened.lang)
    texts = csv_texts(tables, base.digest, opened.lang)
    _write(folder, texts)
    if request.as_json:
        rows = {table.sheet.key: len(table.rows) for table in tables}
        print_json({"files": [str(folder / name) for name in texts], "rows": rows})
    else:
        click.echo(str(folder))


def _write(folder: Path, texts: dict[str, bytes]) -> None:
    """Write all files, or leave nothing behind."""
    import shutil

    from bcp.report.files import write_whole

    was_there = folder.exists()
    try:
        folder.mkdir(exist_ok=True)
        for name, data in texts.items():
            with naming(folder / name):
                write_whole(folder / name, data)
    except BaseException:
        for name in texts:
            (folder / name).unlink(missing_ok=True)
        if not was_there:
            shutil.rmtree(folder, ignore_errors=True)
        raise
