"""What the items that only documents need must agree on with each other, and with all others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import PurePosixPath

from bcp.inventory.checks import Draft, Problem, Sort, refer
from bcp.inventory.facts import ANSWERS, Contract, Measure, PlanFacts, Role
from bcp.inventory.faults import unknown_key
from bcp.inventory.sections import SPACES
from bcp.reading import Steps, shown

__all__ = ["is_inside", "problems_of_facts"]

_WEAK: tuple[Sort, ...] = ("component", "function", "team")
"""What a measure may be about."""
_SUFFIXES = {
    "chapter": (".md",),
    "logo": (".png", ".svg"),
    "word_template": (".docx", ".dotx"),
}
"""Of the files that the plan names: how their names end."""
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
"""Names that are no files on Windows."""


def problems_of_facts(draft: Draft) -> Iterator[Problem]:
    """Yield everything in the facts of *draft* that items disagree on."""
    yield from _vendors(draft)
    yield from _people(draft)
    for number, role in enumerate(draft.roles):
        if role is not None:
            yield from _role(draft, role, ("roles", number))
    for number, contract in enumerate(draft.contracts):
        if contract is not None:
            yield from _contract(draft, contract, ("contracts", number))
    for number, measure in enumerate(draft.measures):
        if measure is not None:
            yield from _measure(draft, measure, ("measures", number))
    if draft.plan is not None:
        yield from _plan(draft, draft.plan)


def _people(draft: Draft) -> Iterator[Problem]:
    """Yield the teams of people, and the roles of actions, that there are not."""
    for number, person in enumerate(draft.people):
        if person is not None and person.team is not None:
            yield from refer(draft.sorts, person.team, ("team",), ("people", number, "team"))
    for number, action in enumerate(draft.actions):
        if action is not None and action.role is not None:
            yield from refer(draft.parts, action.role, ("role",), ("actions", number, "role"))


def _vendors(draft: Draft) -> Iterator[Problem]:
    for number, item in enumerate(draft.components):
        if item is not None and item.facts is not None and item.facts.vendor is not None:
            path = ("components", number, "facts", "vendor")
            yield from refer(draft.sorts, item.facts.vendor, ("team",), path)


def _role(draft: Draft, role: Role, path: Steps) -> Iterator[Problem]:
    if role.lead is not None:
        yield from refer(draft.parts, role.lead, ("person",), (*path, "lead"))
    for number, name in enumerate(role.deputies):
        here = (*path, "deputies", number)
        if name == role.lead:
            yield Problem(here, "deputy-leads", {"id": name})
        elif name in role.deputies[:number]:
            yield Problem(here, "deputy-twice", {"id": name})
        else:
            yield from refer(draft.parts, name, ("person",), here)


def _contract(draft: Draft, contract: Contract, path: Steps) -> Iterator[Problem]:
    yield from refer(draft.sorts, contract.vendor, ("team",), (*path, "vendor"))
    for number, name in enumerate(contract.covers):
        yield from refer(draft.sorts, name, ("component",), (*path, "covers", number))


def _measure(draft: Draft, measure: Measure, path: Steps) -> Iterator[Problem]:
    for number, name in enumerate(measure.of):
        yield from refer(draft.sorts, name, _WEAK, (*path, "of", number))
    for section, items in measure.changes.items():
        here = (*path, "changes", section)
        if section not in SPACES[0]:
            values = {"name": section, "known": ", ".join(SPACES[0])}
            yield Problem(here, "unknown-changed-section", values)
            continue
        yield from _changed(items, here)


def _changed(items: tuple[Mapping[str, object], ...], path: Steps) -> Iterator[Problem]:
    names: list[object] = []
    for number, item in enumerate(items):
        name = item.get("id")
        if name is None:
            yield Problem((*path, number), "missing", {"name": "id"})
        elif name in names:
            yield Problem((*path, number, "id"), "changed-twice", {"id": shown(name)})
        names.append(name)


# --- the plan ----------------------------------------------------------------------------------


def _plan(draft: Draft, plan: PlanFacts) -> Iterator[Problem]:
    for number, work in enumerate(plan.maintenance):
        if work.role is not None:
            path = ("plan", "maintenance", number, "role")
            yield from refer(draft.parts, work.role, ("role",), path)
    for number, (one, other) in enumerate(pairwise(plan.revisions), 1):
        if other.on < one.on:
            yield Problem(("plan", "revisions", number, "on"), "revisions-order")
    for name in plan.answers:
        if name not in ANSWERS:
            yield Problem(("plan", "answers", name), *unknown_key(name, ANSWERS))
    for number, name in enumerate(plan.scenarios):
        if name in plan.scenarios[:number]:
            yield Problem(("plan", "scenarios", number), "named-twice", {"id": name})
    yield from _files(plan)


def _files(plan: PlanFacts) -> Iterator[Problem]:
    for number, chapter in enumerate(plan.chapters):
        yield from _file(chapter.file, "chapter", ("plan", "chapters", number, "file"))
    for key in ("logo", "word_template"):
        name = getattr(plan.house, key)
        if name is not None:
            yield from _file(name, key, ("plan", "house", key))


def _file(name: str, sort: str, path: Steps) -> Iterator[Problem]:
    suffixes = _SUFFIXES[sort]
    if not is_inside(name):
        yield Problem(path, "file-not-inside", {"value": name})
    elif PurePosixPath(name).suffix.lower() not in suffixes:
        yield Problem(path, "file-suffix", {"value": name, "known": ", ".join(suffixes)})


def is_inside(name: str) -> bool:
    """Return whether the relative path *name* stays below its folder, on every system."""
    parts = name.split("/")
    return all(
        part not in ("", ".", "..")
        and not re.search(r'[\\:*?"<>|\x00-\x1f]', part)
        and not part.endswith((" ", "."))
        and not _DEVICES.match(part)
        for part in parts
    )
