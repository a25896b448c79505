"""What ``bcp list scenarios`` shows: the workspace's scenarios, then those for any inventory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bcp.cli.finding import Fit, fit_of, matching, refuse_kind
from bcp.cli.opening import open_inventory
from bcp.cli.options import Request
from bcp.cli.paper import Paper
from bcp.cli.printing import print_json
from bcp.cli.trouble import Faulty
from bcp.cli.views.scenarios import show_outline, write_scenarios
from bcp.errors import InputError
from bcp.library import scenarios as library
from bcp.report.names import called
from bcp.scenario.load import read_outline
from bcp.words import Lang, say
from bcp.words.cli import WORDS
from bcp.workspace import ScenarioFile, Workspace, library_scenarios

__all__ = ["Search", "list_scenarios", "own_scenarios", "scenario_json", "show_hint"]


@dataclass(frozen=True, slots=True)
class Search:
    """Which scenarios are wanted."""

    words: tuple[str, ...]
    kind: str | None
    fits: bool

    def __bool__(self) -> bool:
        return bool(self.words or self.kind or self.fits)


def own_scenarios(workspace: Workspace, named: set[str | None]) -> list[ScenarioFile]:
    """Return the workspace's scenarios that belong to one of the inventories *named*."""
    return [held for held in workspace.scenarios() if held.inventory in named]


def _anybodys(workspace: Workspace) -> tuple[ScenarioFile, ...]:
    return library_scenarios(workspace, library())


def list_scenarios(
    request: Request, workspace: Workspace, named: set[str | None], search: Search, lang: Lang
) -> None:
    """List the scenarios that are wanted: the workspace's, then those for any inventory."""
    every = [*own_scenarios(workspace, named)], [*_anybodys(workspace)]
    refuse_kind([*every[0], *every[1]], search.kind)
    own, others = (matching(held, search.words, search.kind) for held in every)
    named_so = [held for held in (*own, *others) if search.words == (held.id,)]
    if named_so:  # an id is no word: it means this one only, the workspace's own before another
        own = [held for held in named_so if held in own]
        others = [] if own else named_so
    fits = _fits(request, [*own, *others]) if search.fits else None
    if request.as_json:
        sections = {"scenarios": own, "library": others}
        print_json(
            {
                key: [scenario_json(one, lang, fits) for one in held]
                for key, held in sections.items()
            }
        )
    elif len(own) + len(others) == 1 and search.words:
        _show_one((own or others)[0], lang, fits)
    else:
        _show_scenarios(request, own, others, lang, fits)


def _fits(request: Request, files: Sequence[ScenarioFile]) -> dict[Path, Fit]:
    """Return how each fits the inventory that is meant."""
    loaded = open_inventory(request).loaded
    return {held.path: fit_of(held, loaded) for held in files}


def scenario_json(
    held: ScenarioFile, lang: Lang, fits: dict[Path, Fit] | None = None
) -> dict[str, Any]:
    """Return a scenario as JSON."""
    head = held.head
    found: dict[str, Any] = {
        "id": held.id,
        "name": None if head is None else called(head, lang),
        "starts": head.starts.isoformat() if head and head.starts else None,
        "inventory": held.inventory,
        "file": str(held.path),
        "kind": head and head.kind,
        "parameters": _parameters(held),
    }
    if fits is not None:
        fit = fits[held.path]
        found |= {"fits": fit.fits, "lacking": [*fit.tags], "nothing_for": fit.others}
    return found


def _parameters(held: ScenarioFile) -> list[dict[str, str]]:
    try:
        settings = read_outline(held.path).settings
    except InputError:
        return []
    return [{"id": one.id, "name": one.name, "default": one.default} for one in settings]


def _show_one(held: ScenarioFile, lang: Lang, fits: dict[Path, Fit] | None) -> None:
    try:
        outline = read_outline(held.path)
    except InputError as error:
        raise Faulty(error, lang) from None
    show_outline(held, outline, lang, fits[held.path] if fits else None)


def _show_scenarios(
    request: Request,
    own: Sequence[ScenarioFile],
    others: Sequence[ScenarioFile],
    lang: Lang,
    fits: dict[Path, Fit] | None,
) -> None:
    paper = Paper()
    if not (own or others):
        paper.text(say(WORDS, "library-none", lang))
        return
    if fits is not None:
        paper.text(say(WORDS, "fits-lead", lang, inventory=_inventory_name(request, lang)))
        paper.line()
    titles = (say(WORDS, "scenarios", lang), say(WORDS, "library", lang, number=len(others)))
    is_first = True
    for title, files in zip(titles, (own, others), strict=True):
        if files:
            if not is_first:
                paper.line()
            paper.text(title, "heading")
            is_first = False
            write_scenarios(paper, files, lang, fits)
    paper.line()
    paper.text(say(WORDS, "library-next", lang), "faint")


def _inventory_name(request: Request, lang: Lang) -> str:
    return called(open_inventory(request).loaded.inventory.organisation, lang)


def show_hint(workspace: Workspace, lang: Lang) -> None:
    """Say that there are scenarios for any inventory."""
    if number := len(_anybodys(workspace)):
        paper = Paper()
        paper.line()
        paper.text(say(WORDS, "library-hint", lang, number=number), "faint")
