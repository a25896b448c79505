"""What a scenario and the inventory it strikes must agree on. Pure: no file is read here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bcp.inventory.checks import Problem, Sort
from bcp.inventory.models import Inventory
from bcp.reading import Steps
from bcp.scenario.expand import Selector
from bcp.scenario.models import Event, Head, Select

__all__ = ["Ground", "head_problems", "problems", "refer", "select_problems"]


@dataclass(frozen=True)
class Ground:
    """What a scenario may speak of: the inventory, looked up by sort once."""

    inventory: Inventory
    sorts: dict[str, Sort] = field(init=False)
    """The sort of every id."""
    selector: Selector = field(init=False)

    def __post_init__(self) -> None:
        sorts: dict[str, Sort] = {}
        held = self.inventory
        sorts.update(dict.fromkeys((item.id for item in held.components), "component"))
        sorts.update(dict.fromkeys((item.id for item in held.functions), "function"))
        sorts.update(dict.fromkeys((item.id for item in held.teams), "team"))
        sorts.update(dict.fromkeys((item.id for item in held.procedures), "procedure"))
        object.__setattr__(self, "sorts", sorts)
        object.__setattr__(self, "selector", Selector(held))


def problems(
    head: Head | None, events: Sequence[Event | None], ground: Ground
) -> Iterator[Problem]:
    """Yield everything in which a scenario and the inventory disagree; rejected parts are ``None``."""
    yield from head_problems(head, ground)
    for number, event in enumerate(events):
        if event is not None:
            yield from _event(event, ground, ("events", number))


def head_problems(head: Head | None, ground: Ground) -> Iterator[Problem]:
    """Yield everything in which the head of a scenario and the inventory disagree."""
    if head is not None and head.starts is None:
        yield from _starts(ground.inventory)


def _starts(inventory: Inventory) -> Iterator[Problem]:
    """Ask for the date that hours and peaks are read by."""
    for team in inventory.teams:
        if team.hours is not None:
            yield Problem(("scenario",), "starts-missing-hours", {"id": team.id})
            return
    for function in inventory.functions:
        if function.peaks:
            yield Problem(("scenario",), "starts-missing-peaks", {"id": function.id})
            return


def _event(event: Event, ground: Ground, path: Steps) -> Iterator[Problem]:
    for kind in ("damage", "outage", "access"):
        held = getattr(event, kind)
        if held is not None:
            yield from select_problems(held.select, ground, (*path, kind, "select"))
    if event.staff is not None:
        yield from refer(event.staff.team, "team", ground, (*path, "staff", "team"))


def select_problems(select: Select, ground: Ground, path: Steps) -> Iterator[Problem]:
    """Yield why *select*, which stands at *path*, is wrong or means nothing."""
    wrong = [
        problem
        for key in ("id", "within")
        for number, name in enumerate(getattr(select, key) or ())
        for problem in refer(name, "component", ground, (*path, key, number))
    ]
    if wrong:
        yield from wrong
    elif not ground.selector(select):
        yield from _tags(select, ground, path) or [Problem(path, _why_nothing(select))]


def _tags(select: Select, ground: Ground, path: Steps) -> list[Problem]:
    """Return the tags that no component carries."""
    if select.tag is None:
        return []
    known = {tag for item in ground.inventory.components for tag in item.tags}
    return [
        Problem((*path, "tag", number), "unknown-tag", {"value": tag}, (tag, ()))
        for number, tag in enumerate(select.tag)
        if tag not in known
    ]


def _why_nothing(select: Select) -> str:
    """Return why a selection matches nothing, although its ids and tags exist."""
    keys = (select.id, select.kind, select.within, select.tag)
    if sum(key is not None for key in keys) > 1:
        return "selects-nothing"
    return "selects-empty-place" if select.within is not None else "selects-no-kind"


def refer(name: str, wanted: Sort, ground: Ground, path: Steps) -> Iterator[Problem]:
    """Yield what is wrong with the id *name* at *path*, which has to be one of a *wanted*."""
    sort = ground.sorts.get(name)
    if sort is None:
        yield Problem(path, "unknown-id", {"id": name}, (name, (wanted,)))
    elif sort != wanted:
        yield Problem(path, "wrong-sort", {"id": name, "sort": sort}, (name, (wanted,)))
