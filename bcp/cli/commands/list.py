"""``bcp list``: what there is to name in this workspace."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from bcp.cli.options import Asked, Request
from bcp.words import Lang


def build(lang: Lang) -> click.Command:
    """Return the command."""
    return Asked("list", lang, run)


def run(request: Request) -> None:
    """List the inventories and scenarios of the workspace."""
    from bcp.cli.opening import language_of
    from bcp.cli.printing import print_json
    from bcp.errors import UsageError
    from bcp.workspace import find_workspace, resolve_inventory

    workspace = find_workspace(Path.cwd())
    if workspace is None:
        raise UsageError("no-workspace")
    folders = workspace.inventories()
    if request.inventory is not None:
        folders = (resolve_inventory(request.inventory, Path.cwd()),)
    lang = language_of(request, folders[0])
    inventories = [{"id": path.name, "folder": str(path)} for path in folders]
    named = {path.name for path in folders} | {None}
    scenarios: list[dict[str, Any]] = [
        {
            "id": held.id,
            "name": None if held.head is None else _name(held.head, lang),
            "starts": held.head.starts.isoformat() if held.head and held.head.starts else None,
            "inventory": held.inventory,
            "file": str(held.path),
        }
        for held in workspace.scenarios()
        if held.inventory in named
    ]
    if request.as_json:
        print_json({"inventories": inventories, "scenarios": scenarios})
    else:
        _show(inventories, scenarios, lang)


def _name(head: Any, lang: Lang) -> str:
    from bcp.report.names import called

    return called(head, lang)


def _show(inventories: list[dict[str, str]], scenarios: list[dict[str, Any]], lang: Lang) -> None:
    from bcp.cli.paper import Cell, Column, Paper, Row
    from bcp.words import say
    from bcp.words.cli import WORDS

    def words(key: str) -> str:
        return say(WORDS, key, lang)

    paper = Paper()
    paper.text(words("inventories"), "heading")
    columns = [Column(words("col-id")), Column(words("col-folder"), is_flexible=True)]
    paper.table(columns, [Row((Cell(held["id"]), Cell(held["folder"]))) for held in inventories])
    paper.heading(words("scenarios"))
    columns = [
        Column(words("col-id")),
        Column(words("col-name"), is_flexible=True),
        Column(words("col-starts")),
    ]
    rows = [
        Row(
            (
                Cell(held["id"]),
                Cell(held["name"] or words("unreadable")),
                Cell((held["starts"] or "")[:16].replace("T", " ")),
            )
        )
        for held in scenarios
    ]
    paper.table(columns, rows)
