"""``bcp drill msel``: the injects of a drill as an Excel sheet, and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bcp.cli.options import Asked, Request, drill_argument
from bcp.cli.places import naming, refuse_place, refuse_suffix
from bcp.words import Lang, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from bcp.cli.opening import Opened
    from bcp.drill.file.load import LoadedDrill
    from bcp.scenario.models import Head

SHEET, TEXT = ".xlsx", ".yaml"


def build(lang: Lang) -> click.Command:
    """Return the command."""
    return Asked(
        "msel",
        lang,
        run,
        drill_argument(lang),
        _file(lang, "--from", "source", f"FILE{SHEET}"),
        _file(lang, "--out", "out", "FILE"),
        key="drill-msel",
    )


def _file(lang: Lang, flag: str, name: str, metavar: str) -> click.Option:
    text = say(WORDS, f"option-msel-{flag.removeprefix('--')}", lang)
    return click.Option([flag, name], help=text, metavar=metavar, type=click.Path(path_type=Path))


def run(request: Request, drill: str, source: Path | None, out: Path | None) -> None:
    """Write the sheet, or the drill that a sheet makes."""
    from bcp.cli.opening import open_drill
    from bcp.cli.printing import print_json, tell

    _refuse_suffix(source, SHEET)
    _refuse_suffix(out, SHEET if source is None else TEXT)
    opened, scenario, loaded = open_drill(request, drill)
    head = scenario.scenario.scenario
    if source is None:
        path = out or Path(f"{loaded.drill.drill.id}-msel{SHEET}")
        document = _write_sheet(path, loaded, head, opened.lang)
    else:
        path = out or source.with_suffix(TEXT)
        document = _write_drill(path, source, loaded, head, opened)
        values = {key: _counted(document[key]) for key in ("added", "changed", "removed")}
        tell(say(WORDS, "msel-changes", opened.lang, **values))
        tell(say(WORDS, "msel-remarks", opened.lang, file=loaded.path))
    if request.as_json:
        print_json(document)
    else:
        click.echo(str(path))


def _write_sheet(path: Path, loaded: LoadedDrill, scenario: Head, lang: Lang) -> dict[str, Any]:
    """Write the sheet of a drill to *path*; return what was done, as JSON."""
    from bcp.report.msel import sheet_bytes
    from bcp.report.names import called

    refuse_place(path, key="msel-exists")
    _write(path, sheet_bytes(loaded.drill, called(scenario, lang), lang))
    return {"files": [str(path)], "injects": len(loaded.drill.injects)}


def _write_drill(
    path: Path, source: Path, loaded: LoadedDrill, scenario: Head, opened: Opened
) -> dict[str, Any]:
    """Write the drill that the sheet *source* makes to *path*; return what changed, as JSON."""
    from bcp.cli.trouble import Faulty
    from bcp.drill.file.writing import tree_text
    from bcp.errors import InputError
    from bcp.report.msel import read_sheet
    from bcp.workspace import schema_from

    refuse_place(path, key="msel-exists")
    try:
        changes = read_sheet(source, loaded.path, opened.loaded, scenario)
    except InputError as error:
        raise Faulty(error, opened.lang) from None
    _write(path, tree_text(changes.tree, schema_from(path.parent)).encode())
    return {
        "files": [str(path)],
        "injects": len(changes.drill.injects),
        "added": [*changes.added],
        "changed": [*changes.changed],
        "removed": [*changes.removed],
    }


def _counted(numbers: list[str]) -> str:
    return f"{len(numbers)} ({', '.join(numbers)})" if numbers else "0"


def _write(path: Path, data: bytes) -> None:
    from bcp.report.files import write_whole

    with naming(path):
        write_whole(path, data)


def _refuse_suffix(path: Path | None, suffix: str) -> None:
    if path is not None:
        refuse_suffix(path, (suffix,))
