"""What ``bcp`` alone says: what there is here, and what to try first."""

from __future__ import annotations

from pathlib import Path

import bcp
from bcp.cli.opening import language_of
from bcp.cli.options import Request
from bcp.cli.paper import Cell, Paper
from bcp.cli.wrapping import cells
from bcp.library import is_case
from bcp.words import Lang, say
from bcp.words.cli import WORDS
from bcp.workspace import Workspace, find_workspace

_IN_WORKSPACE = ("check", "simulate", "priority", "chart", "list", "help")
_OUTSIDE = ("init", "help")


def show_start(request: Request) -> None:
    """Say what to do first, here."""
    paper = Paper()
    workspace = find_workspace(Path.cwd())
    lang = request.lang if workspace is None else _language(request, workspace)
    paper.text(say(WORDS, "start-title", lang, version=bcp.__version__), "title")
    paper.line()
    known = () if workspace is None else workspace.scenarios()
    scenarios = [held.id for held in known if not is_case(held.inventory or "")]
    if workspace is None:
        paper.text(say(WORDS, "start-outside", lang))
    else:
        _describe(paper, workspace, scenarios, lang)
    paper.heading(say(WORDS, "start-try", lang))
    steps = _OUTSIDE if workspace is None else _IN_WORKSPACE
    _steps(paper, steps, scenarios[0] if scenarios else None, lang)


def _language(request: Request, workspace: Workspace) -> Lang:
    return language_of(request, workspace.inventories()[0])


def _describe(paper: Paper, workspace: Workspace, scenarios: list[str], lang: Lang) -> None:
    held = [path.name for path in workspace.inventories()]
    inventories = [name for name in held if not is_case(name)] or held
    paper.text(say(WORDS, "start-inventories", lang, names=", ".join(inventories)))
    key = "start-scenarios" if scenarios else "start-no-scenarios"
    paper.text(say(WORDS, key, lang, names=", ".join(scenarios)))


def _steps(paper: Paper, steps: tuple[str, ...], scenario: str | None, lang: Lang) -> None:
    rows = []
    for step in steps:
        command = say(WORDS, f"try-{step}", lang, scenario=scenario)
        if scenario is not None or "None" not in command:
            rows.append((command, say(WORDS, f"try-{step}-why", lang)))
    width = max(cells(command) for command, _ in rows)
    for command, why in rows:
        paper.line("  ", Cell(command, "good"), " " * (width - cells(command) + 2), why)
