"""``bcp export excel``: the inventory as a workbook."""

from __future__ import annotations

from pathlib import Path

import click

from bcp.cli.options import Asked, Request, option
from bcp.cli.places import naming, refuse_place, refuse_suffix
from bcp.words import Lang, say
from bcp.words.cli import WORDS


def build(lang: Lang) -> click.Command:
    """Return the command."""
    output = click.Option(
        ["--output", "-o"],
        metavar="FILE.xlsx",
        type=click.Path(path_type=Path),
        help=say(WORDS, "option-export-excel-output", lang),
    )
    force = option(lang, "--force", is_flag=True)
    scenarios = click.Option(
        ["--scenarios"], is_flag=True, help=say(WORDS, "option-book-scenarios", lang)
    )
    return Asked("excel", lang, run, output, scenarios, force, key="export-excel")


def run(request: Request, output: Path | None, *, scenarios: bool, force: bool) -> None:
    """Write the workbook."""
    from bcp.cli.book_scenarios import exported
    from bcp.cli.opening import open_inventory
    from bcp.cli.printing import print_json
    from bcp.exchange.book.tables import tables_of
    from bcp.exchange.book.workbook import workbook_bytes
    from bcp.report.files import write_whole
    from bcp.report.names import called

    opened = open_inventory(request)
    path = output or Path(f"{opened.folder.resolve().name}.xlsx")
    refuse_suffix(path, (".xlsx",))
    refuse_place(path, force=force)
    base = exported(opened, with_scenarios=scenarios)
    tables = tables_of(base, opened.lang)
    name = called(opened.loaded.inventory.organisation, opened.lang)
    data = workbook_bytes(tables, name, base.digest, opened.lang)
    with naming(path):
        write_whole(path, data)
    if request.as_json:
        rows = {table.sheet.key: len(table.rows) for table in tables}
        print_json({"files": [str(path)], "rows": rows})
    else:
        click.echo(str(path))
