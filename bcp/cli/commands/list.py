"""``bcp list``: what there is to name in this workspace."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bcp.cli.command import Argument, Complaint
from bcp.cli.options import Asked, Request, option
from bcp.words import Lang, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from datetime import datetime

    from bcp.cli.paper import Column
    from bcp.workspace import Workspace

SECTIONS = ("inventories", "scenarios", "drills")
Listed = dict[str, Any]
"""One thing there is to name, as JSON."""


def build(lang: Lang) -> click.Command:
    """Return the command."""
    what = Argument(
        "what",
        metavar="[WHAT]",
        help=say(WORDS, "argument-what", lang),
        type=click.Choice(SECTIONS),
        required=False,
    )
    words = Argument(
        "words",
        metavar="[WORD]...",
        help=say(WORDS, "argument-list-words", lang),
        nargs=-1,
    )
    kind = option(lang, "--kind", metavar="KIND")
    return Asked("list", lang, run, what, words, kind, option(lang, "--fits", is_flag=True))


def run(
    request: Request, what: str | None, words: tuple[str, ...], kind: str | None, *, fits: bool
) -> None:
    """List the inventories, scenarios and drills of the workspace, or only *what* was asked."""
    from bcp.cli.opening import language_of
    from bcp.cli.printing import print_json
    from bcp.cli.scenario_list import (
        Search,
        list_scenarios,
        own_scenarios,
        scenario_json,
        show_hint,
    )
    from bcp.errors import UsageError
    from bcp.workspace import find_workspace, resolve_inventory

    search = Search(words, kind, fits)
    if search and what != "scenarios":
        raise Complaint("list-only-scenarios", None)
    workspace = find_workspace(Path.cwd())
    if workspace is None:
        raise UsageError("no-workspace")
    folders = _cities(workspace)
    if request.inventory is not None:
        folders = (resolve_inventory(request.inventory, Path.cwd()),)
    lang = language_of(request, folders[0])
    named = {path.name for path in folders} | {None}
    if what == "scenarios":
        list_scenarios(request, workspace, named, search, lang)
        return
    found: dict[str, list[Listed]] = {}
    for section in SECTIONS if what is None else (what,):
        if section == "inventories":
            found[section] = [{"id": path.name, "folder": str(path)} for path in folders]
        elif section == "scenarios":
            found[section] = [scenario_json(held, lang) for held in own_scenarios(workspace, named)]
        else:
            found[section] = _drills(workspace, named, lang)
    if request.as_json:
        print_json(found)
    else:
        _show(found, lang)
        if what is None:
            show_hint(workspace, lang)


def _cities(workspace: Workspace) -> tuple[Path, ...]:
    """Return the inventories, incidents retold aside where there is anything else."""
    from bcp.library import is_case

    held = workspace.inventories()
    return tuple(path for path in held if not is_case(path.name)) or held


# --- drills and all ----------------------------------------------------------------------------


def _drills(workspace: Workspace, named: set[str | None], lang: Lang) -> list[Listed]:
    return [
        {
            "id": held.id,
            "name": _name(held.head, lang),
            "kind": held.head and held.head.kind,
            "on": _moment(held.head.on if held.head else None),
            "scenario": held.head and held.head.scenario,
            "inventory": held.inventory,
            "file": str(held.path),
        }
        for held in workspace.drills()
        if held.inventory in named
    ]


def _name(head: Any, lang: Lang) -> str | None:
    from bcp.report.names import called

    return None if head is None else called(head, lang)


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _show(found: dict[str, list[Listed]], lang: Lang) -> None:
    from bcp.cli.paper import Cell, Paper, Row

    paper = Paper()
    for number, (section, listed) in enumerate(found.items()):
        title = say(WORDS, section, lang)
        if number:
            paper.heading(title)
        else:
            paper.text(title, "heading")
        keys = _COLUMNS[section]
        rows = [Row(tuple(Cell(_shown(held, key, lang)) for key in keys)) for held in listed]
        paper.table([_column(key, lang) for key in keys], rows)


_COLUMNS = {
    "inventories": ("id", "folder"),
    "scenarios": ("id", "name", "starts"),
    "drills": ("id", "name", "scenario", "on"),
}


def _column(key: str, lang: Lang) -> Column:
    from bcp.cli.paper import Column

    return Column(say(WORDS, f"col-{key}", lang), is_flexible=key in ("name", "folder"))


def _shown(held: Listed, key: str, lang: Lang) -> str:
    if key == "name":
        return held["name"] or say(WORDS, "unreadable", lang)
    return (held[key] or "")[:16].replace("T", " ") if key in ("starts", "on") else held[key] or ""
