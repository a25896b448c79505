"""What running a drill and going on with one have in common: the record, the screen, the outcome."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bcp.cli.options import Request
from bcp.cli.printing import print_json, tell
from bcp.words import LANGS, Lang, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from bcp.drill.live.state import DrillState
    from bcp.drill.record.records import HeldRecord, OpenedRecord
    from bcp.inventory.cache import Cache

THEMES = ("dark", "light", "high-contrast")


def look_options(lang: Lang) -> tuple[click.Option, ...]:
    """Return ``--theme`` and ``--ascii``."""
    return (
        named(lang, "--theme", "theme", type=click.Choice(THEMES), default=THEMES[0]),
        named(lang, "--ascii", "ascii_only", is_flag=True),
    )


def named(lang: Lang, flag: str, name: str, **extra: Any) -> click.Option:
    """Return an option of drills, explained by the text ``option-drill-…`` of its name."""
    text = say(WORDS, f"option-drill-{flag.removeprefix('--')}", lang)
    return click.Option([flag, name], help=text, **extra)


def has_terminal() -> bool:
    """Return whether a screen can be opened here: it needs all three streams."""
    return all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def records_folder(near: Path) -> Path:
    """Return where the records of drills lie: in the workspace of *near*, else beside it."""
    from bcp.drill.record.records import RECORDS
    from bcp.workspace import find_workspace

    workspace = find_workspace(near) or find_workspace(Path.cwd())
    return near / "records" if workspace is None else workspace.root / RECORDS


def find_folder(name: str | None) -> Path:
    """Return the folder of the record that is meant: one that is there, or one of the workspace.

    Raises
    ------
    UsageError
        If there is no such record.
    """
    from bcp.drill.record.records import find_record, list_records

    if name is not None and (path := Path(name)).exists() and _is_record(path):
        return path if path.is_dir() else path.parent
    records = list_records(records_folder(Path.cwd()))
    return find_record(name, records).folder


def _is_record(path: Path) -> bool:
    from bcp.drill.record.journal import RECORD

    return (path / RECORD).exists() or path.name == RECORD


def cache_of(request: Request) -> Cache | None:
    """Return where checked inventories are kept, unless that was refused."""
    from bcp.inventory.cache import default_cache

    return None if request.no_cache else default_cache()


def show(request: Request, held: HeldRecord, theme: str, *, ascii_only: bool) -> None:
    """Open the facilitator's screen on a record, and say afterwards how to go on."""
    from bcp.drill.session import WallClock
    from bcp.report.names import names_of
    from bcp.tui.app import Look, run_app
    from bcp.tui.drafts import FileDrafts

    session = held.session(WallClock())
    names = {lang: names_of(held.record.setting.inventory, lang) for lang in LANGS}
    run_app(
        session,
        names,
        language(request, held.record),
        drafts=FileDrafts(held.record.folder / "drafts.json"),
        look=Look(theme=theme, ascii_only=ascii_only),
    )
    finish(request, held.record, session.state)


def tell_folder(folder: Path, lang: Lang) -> None:
    """Say where the record lies."""
    tell(say(WORDS, "record-is-in", lang, record=folder))


def finish(request: Request, record: OpenedRecord, state: DrillState) -> None:
    """Say where the record lies and how to go on."""
    lang = language(request, record)
    tell_folder(record.folder, lang)
    if state.phase != "ended":
        tell(say(WORDS, "record-go-on", lang, record=record.folder))
    if request.as_json:
        print_state(state, lang)


def print_state(state: DrillState, lang: Lang) -> None:
    """Print where a drill stands as JSON."""
    from bcp.report.drill_json import drill_json
    from bcp.report.names import names_of

    print_json(drill_json(state, lang, names_of(state.setting.inventory, lang)))


def tell_damage(held: HeldRecord, lang: Lang) -> None:
    """Say that a damaged last line was set aside, if one was."""
    if held.damaged is not None:
        tell(say(WORDS, "record-set-aside", lang, file=held.damaged))


def language(request: Request, record: OpenedRecord) -> Lang:
    """Return the language to speak of a drill: what was asked for, else its own."""
    return request.asked or record.lang
