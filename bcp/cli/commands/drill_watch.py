"""``bcp drill watch``: see a drill that is run elsewhere, without being able to touch it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bcp.cli.command import Argument
from bcp.cli.completing import complete_records
from bcp.cli.drilling import find_folder, has_terminal, look_options, named, records_folder
from bcp.cli.options import Asked, Request
from bcp.errors import UsageError
from bcp.serving.served import end_with_server, is_served
from bcp.words import LANGS, Lang, Names, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from bcp.drill.record.following import View
    from bcp.drill.record.records import OpenedRecord

VIEWS = ("players", "observers")
_LEFT_OUT = "no-open-record"
"""How the lack of a running drill is told: others wait for one, rather than complain."""


def build(lang: Lang) -> click.Command:
    """Return the command."""
    return Asked(
        "watch",
        lang,
        run,
        record_argument(lang),
        view_option(lang),
        *look_options(lang),
        key="drill-watch",
        has_json=False,
        has_inventory=False,
    )


def record_argument(lang: Lang) -> Argument:
    """Return RECORD: what to look at."""
    return Argument(
        "record",
        metavar="[RECORD]",
        help=say(WORDS, "argument-record-watched", lang),
        required=False,
        shell_complete=complete_records,
    )


def view_option(lang: Lang) -> click.Option:
    """Return ``--view``."""
    return named(lang, "--view", "view", type=click.Choice(VIEWS), default=VIEWS[0])


def run(request: Request, record: str | None, view: View, theme: str, *, ascii_only: bool) -> None:
    """Open a screen that follows the record."""
    from bcp.drill.record.following import Follower
    from bcp.drill.session import WallClock
    from bcp.report.names import names_of
    from bcp.tui.app import Look, run_app

    if is_served():
        end_with_server()
    elif not has_terminal():
        raise UsageError("watch-no-terminal")
    names: dict[Lang, Names] = {}
    held: list[Lang] = []

    def learn(opened: OpenedRecord) -> None:
        names.update({lang: names_of(opened.setting.inventory, lang) for lang in LANGS})
        held.append(opened.lang)

    follower = Follower(finder(record), WallClock(), view, learn)
    follower.open()
    lang = request.asked or (held[0] if held else request.local)
    run_app(follower, names, lang, look=Look(theme, can_act=False, ascii_only=ascii_only))


def finder(record: str | None) -> Callable[[], Path | None]:
    """Return what finds the folder to follow; nothing as long as no drill runs and none is named.

    Raises
    ------
    UsageError
        If a record is named and not there, or none is named outside of a workspace.
    """
    from bcp.workspace import find_workspace

    if record is not None:
        folder = find_folder(record)
        return lambda: folder
    if find_workspace(Path.cwd()) is None:
        raise UsageError("no-workspace")
    return _Latest(records_folder(Path.cwd()))


class _Latest:
    """The latest drill that runs, looked for again only when a record has been added."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: frozenset[Path] | None = None

    def __call__(self) -> Path | None:
        known = frozenset(self._folder.glob("*/*/record.jsonl"))
        if known == self._known:
            return None
        self._known = known
        try:
            return find_folder(None)
        except UsageError as error:
            if error.key != _LEFT_OUT:
                raise
            return None
