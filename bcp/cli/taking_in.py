"""What the imports of other tools' data share: a new workspace, and the ledger of what is in it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bcp.cli.command import Argument, Complaint
from bcp.cli.options import Request
from bcp.words import Lang, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from bcp.exchange.foreign.drawn import Drawn, Entry

__all__ = ["files_argument", "new_workspace", "own_option", "shared_options", "write_together"]

_SHOWN = 3
"""Names of an entry unless all were asked for."""
_SHOWN_ROLES = 30
"""A role that is taken wrongly spoils a whole inventory."""


def files_argument(lang: Lang, metavar: str, *, several: bool) -> Argument:
    """Return the files to read."""
    return Argument(
        "sources",
        metavar=metavar + ("..." if several else ""),
        help=say(WORDS, "argument-foreign-files" if several else "argument-foreign-file", lang),
        type=click.Path(path_type=Path),
        nargs=-1 if several else 1,
        required=True,
    )


def own_option(lang: Lang, key: str, *flags: str, **extra: Any) -> click.Option:
    """Return an option, explained by the text *key*."""
    return click.Option([*flags], help=say(WORDS, key, lang), **extra)


def shared_options(lang: Lang) -> tuple[click.Option, ...]:
    """Return the options of every import."""
    return (
        own_option(
            lang,
            "option-foreign-output",
            "--output",
            "-o",
            metavar=say(WORDS, "metavar-dir", lang),
            type=click.Path(path_type=Path),
        ),
        own_option(lang, "option-foreign-details", "--details", is_flag=True),
    )


def new_workspace(
    request: Request,
    tool: str,
    sources: Sequence[Path],
    draw: Callable[[], Drawn],
    given: Mapping[str, Any],
) -> None:
    """Write what *draw* returns as a workspace, and tell how sure each piece is.

    Parameters
    ----------
    request
        What was asked for.
    tool
        What the tool calls itself.
    sources
        The files, of which the first may name the folder.
    draw
        Reads them.
    given
        The values of :func:`shared_options`.
    """
    from bcp.cli.printing import print_json
    from bcp.exchange.foreign.laying import laid_out
    from bcp.exchange.foreign.limits import FILES
    from bcp.exchange.foreign.naming import slug

    if len(sources) > FILES:
        raise Complaint("foreign-too-many-files", None, most=FILES)
    stem = sources[0].stem
    folder = given["output"] or Path(slug(stem) or f"from-{slug(tool)}")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Complaint("import-not-empty", None, target=folder)
    drawn = draw()
    texts = laid_out(drawn, tool, request.lang)
    paths = write_together(folder, {name: text.encode() for name, text in texts.items()})
    if request.as_json:
        print_json(_json(paths, drawn, request.lang))
    else:
        _show(request.lang, folder, drawn, is_long=given["details"])


def write_together(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write all files into a new folder, or leave nothing behind; return their paths."""
    from bcp.cli.places import naming
    from bcp.report.files import write_whole

    was_there = folder.exists()
    try:
        for name, data in files.items():
            path = folder / name
            with naming(path):
                path.parent.mkdir(parents=True, exist_ok=True)
                write_whole(path, data)
    except BaseException:
        for name in files:
            (folder / name).unlink(missing_ok=True)
        for name in files:
            if len(Path(name).parts) > 1:
                shutil.rmtree(folder / Path(name).parts[0], ignore_errors=True)
        if not was_there:
            shutil.rmtree(folder, ignore_errors=True)
        raise
    return [folder / name for name in files]


def _counts(drawn: Drawn) -> dict[str, int]:
    from bcp.exchange.foreign.laying import stub_functions

    functions = sum(thing.kind == "function" for thing in drawn.things)
    return {
        "components": len(drawn.things) - functions,
        "functions": functions + len(stub_functions(drawn)[0]),
        "needs": sum(len(thing.needs) for thing in drawn.things),
    }


def _entries(drawn: Drawn) -> list[Entry]:
    """Return the ledger, with what the files of the workspace add to it."""
    from bcp.exchange.foreign.drawn import SURE, Entry
    from bcp.exchange.foreign.laying import FUNCTIONS, stub_functions
    from bcp.words import Phrase

    made_up, beyond = stub_functions(drawn)
    entries = [*drawn.entries]
    if made_up:
        entries.append(Entry("guessed", Phrase("stub-functions"), len(made_up), made_up))
    if beyond:
        what = Phrase("functions-beyond", {"most": FUNCTIONS})
        entries.append(Entry("left-out", what, beyond, ()))
    return sorted(entries, key=lambda entry: SURE.index(entry.sure))


def _json(paths: Sequence[Path], drawn: Drawn, lang: Lang) -> dict[str, Any]:
    from bcp.words.foreign import WORDS as FOREIGN

    entries = [
        {
            "sure": entry.sure,
            "key": entry.what.key,
            "what": say(FOREIGN, entry.what.key, lang, **entry.what.values),
            "number": entry.number,
            "names": list(entry.names),
        }
        for entry in _entries(drawn)
    ]
    return {"files": [str(path) for path in paths], **_counts(drawn), "ledger": entries}


def _show(lang: Lang, folder: Path, drawn: Drawn, *, is_long: bool) -> None:
    from bcp.cli.paper import Cell, Column, Paper, Row
    from bcp.exchange.foreign.drawn import SURE
    from bcp.exchange.foreign.laying import SCENARIO
    from bcp.words.foreign import WORDS as FOREIGN

    paper = Paper()
    entries = _entries(drawn)
    paper.text(say(WORDS, "foreign-done", lang, target=folder, **_counts(drawn)), "title")
    number = {
        sure.replace("-", "_"): sum(entry.number for entry in entries if entry.sure == sure)
        for sure in SURE
    }
    paper.text(say(WORDS, "foreign-counts", lang, **number))
    columns = (
        Column(say(WORDS, "foreign-number", lang), is_right=True),
        Column(say(WORDS, "foreign-what", lang), is_flexible=True),
    )
    for sure in SURE:
        held = [entry for entry in entries if entry.sure == sure]
        if not held:
            continue
        paper.heading(say(FOREIGN, f"sure-{sure}", lang))
        rows = [
            Row(
                (
                    Cell(str(entry.number)),
                    Cell(say(FOREIGN, entry.what.key, lang, **entry.what.values)),
                ),
                "" if sure == "taken" and not is_long else _named(entry, lang, is_long=is_long),
            )
            for entry in held
        ]
        paper.table(columns, rows)
    paper.heading(say(WORDS, "start-try", lang))
    paper.text(say(WORDS, "foreign-next", lang))
    paper.line("  cd ", str(folder))
    paper.line("  bcp check")
    paper.line(f"  bcp simulate {SCENARIO}")


def _named(entry: Entry, lang: Lang, *, is_long: bool) -> str:
    """Return which ones an entry is about."""
    shown = _SHOWN_ROLES if entry.what.key == "role" else _SHOWN
    names = entry.names if is_long else entry.names[:shown]
    text = ("、" if lang == "ja" else ", ").join(names)
    rest = len(entry.names) - len(names)
    return say(WORDS, "foreign-more", lang, names=text, number=rest) if rest else text
