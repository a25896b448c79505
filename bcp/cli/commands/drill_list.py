"""``bcp drill list``: drills over the years, what is overdue, what no drill has dealt with."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import click

from bcp.cli.options import Asked, Request
from bcp.words import Lang, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from pathlib import Path

    from bcp.drill.file.models import Head
    from bcp.drill.review.history import Past, Untouched


def build(lang: Lang) -> click.Command:
    """Return the command."""
    return Asked(
        "list",
        lang,
        run,
        click.Option(["--untouched"], is_flag=True, help=say(WORDS, "option-untouched", lang)),
        today_option(lang),
        key="drill-list",
    )


def today_option(lang: Lang) -> click.Option:
    """Return ``--today``: by which day to judge, such as that of a meeting."""
    return click.Option(
        ["--today"],
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="YYYY-MM-DD",
        help=say(WORDS, "option-today", lang),
    )


def run(request: Request, today: dt.datetime | None, *, untouched: bool) -> None:
    """Show the history."""
    from bcp.cli.printing import print_json, tell
    from bcp.cli.reviewing import all_records, past_records
    from bcp.cli.views.history import history_json, show_history
    from bcp.drill.review.history import history_of

    day = today.date() if today is not None else dt.datetime.now(dt.UTC).astimezone().date()
    lang, drills, folders = _surroundings(request)
    pasts, faults = past_records(request, all_records(), lang)
    for fault in faults:
        tell(fault)
    history = history_of(pasts, drills, day)
    left = [_left(request, folder, pasts) for folder in folders]
    if request.as_json:
        print_json(_with_day(history_json(history, [held for held, _ in left], lang), day))
    else:
        show_history(history, left, lang, show_untouched=untouched)


def _with_day(document: dict[str, Any], day: dt.date) -> dict[str, Any]:
    return {"today": day.isoformat(), **document}


def _surroundings(request: Request) -> tuple[Lang, list[Head], list[Path]]:
    """Return the language, the heads of the drills there are, and the inventories."""
    from pathlib import Path

    from bcp.errors import UsageError
    from bcp.workspace import find_workspace, resolve_inventory

    workspace = find_workspace(Path.cwd())
    if workspace is None:
        raise UsageError("no-workspace")
    drills = [held.head for held in workspace.drills() if held.head is not None]
    folders = list(workspace.inventories())
    if request.inventory is not None:
        folders = [resolve_inventory(request.inventory, Path.cwd())]
    from bcp.cli.language import written_language

    written = next((found for folder in folders if (found := written_language(folder))), None)
    return request.asked or written or request.local, drills, folders


def _left(
    request: Request, folder: Path, pasts: list[Past]
) -> tuple[tuple[str, Untouched], dict[str, str]]:
    """Return what no drill of an inventory has dealt with, and what all of it is called."""
    from dataclasses import replace

    from bcp.cli.opening import open_inventory
    from bcp.drill.review.history import untouched

    opened = open_inventory(replace(request, inventory=str(folder)))
    inventory = opened.loaded.inventory
    return (inventory.organisation.id, untouched(pasts, inventory)), opened.names
