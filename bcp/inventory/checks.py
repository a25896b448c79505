"""What the items of an inventory must agree on with each other. Pure: no file is read here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bcp.inventory.facts import Action, Contract, Measure, Person, PlanFacts, Role
from bcp.inventory.measured import Measurement
from bcp.inventory.models import (
    OWN,
    Component,
    Function,
    Group,
    Inventory,
    Organisation,
    Procedure,
    Team,
)
from bcp.inventory.sections import SORTS, SPACES, Sort
from bcp.reading import Steps

__all__ = ["PROVIDERS", "Draft", "Problem", "Sort", "circles", "draft_of", "problems", "refer"]

PROVIDERS: tuple[Sort, ...] = ("component", "function")
"""What a group may name."""


@dataclass(frozen=True)
class Problem:
    """Something wrong between items, at *path* in the merged inventory."""

    path: Steps
    """A section, the item's place in it, and the way inside the item."""
    key: str
    """Which text of ``bcp.words.faults`` says it."""
    values: Mapping[str, object] = field(default_factory=dict)
    """What that text names."""
    unknown: tuple[str, tuple[Sort, ...]] | None = None
    """An id that does not exist, and of which sorts one was wanted."""


@dataclass(frozen=True)
class Draft:
    """The items of all files, those that their models reject as ``None``."""

    organisation: Organisation | None
    components: Sequence[Component | None]
    functions: Sequence[Function | None]
    teams: Sequence[Team | None]
    procedures: Sequence[Procedure | None]
    sorts: Mapping[str, Sort]
    """The sort of every id, that of rejected items too."""
    measurements: Sequence[Measurement | None] = ()
    plan: PlanFacts | None = None
    people: Sequence[Person | None] = ()
    roles: Sequence[Role | None] = ()
    contracts: Sequence[Contract | None] = ()
    measures: Sequence[Measure | None] = ()
    actions: Sequence[Action | None] = ()
    parts: Mapping[str, Sort] = field(default_factory=dict)
    """The sort of every id of people and roles, that of rejected ones too."""


def draft_of(inventory: Inventory) -> Draft:
    """Return the items of an *inventory*, to be looked at together."""
    sorts, parts = (
        {item.id: SORTS[section] for section in space for item in getattr(inventory, section)}
        for space in SPACES[:2]
    )
    held = {name: getattr(inventory, name) for name in Inventory.model_fields}
    kept = {name: value for name, value in held.items() if name in Draft.__dataclass_fields__}
    return Draft(**kept, sorts=sorts, parts=parts)


def problems(draft: Draft) -> Iterator[Problem]:
    """Yield everything in *draft* that items disagree on."""
    for number, component in enumerate(draft.components):
        if component is not None:
            yield from _component(draft, component, ("components", number))
    for number, function in enumerate(draft.functions):
        if function is not None:
            yield from _function(draft, function, ("functions", number))
    for number, procedure in enumerate(draft.procedures):
        if procedure is not None:
            yield from _procedure(draft, procedure, ("procedures", number))
    yield from _measurements(draft)
    yield from _within(draft)
    if draft.organisation is not None:
        yield from _organisation(draft.organisation)


def _measurements(draft: Draft) -> Iterator[Problem]:
    """Yield what was measured of tasks that there are not."""
    tasks = {item.id: {task.id for task in item.tasks} for item in draft.procedures if item}
    for number, held in enumerate(draft.measurements):
        if held is None:
            continue
        path: Steps = ("measurements", number)
        yield from refer(draft.sorts, held.procedure, ("procedure",), (*path, "procedure"))
        if held.procedure in tasks and held.task not in tasks[held.procedure]:
            known = ", ".join(sorted(tasks[held.procedure]))
            values = {"id": held.task, "procedure": held.procedure, "known": known}
            yield Problem((*path, "task"), "unknown-measured-task", values)


def _component(draft: Draft, item: Component, path: Steps) -> Iterator[Problem]:
    yield from _groups(draft, item.requires, (*path, "requires"), item.id)
    # What starts only with itself is a knot of one, which has a meaning (model.md section 5).
    yield from _groups(draft, item.starts_with, (*path, "starts_with"), "")
    if item.within is not None:
        yield from refer(draft.sorts, item.within, ("component",), (*path, "within"))
    for number, name in enumerate(item.procedure):
        yield from refer(draft.sorts, name, ("procedure",), (*path, "procedure", number))
    for number, backup in enumerate(item.backups):
        yield from refer(draft.sorts, backup.at, ("component",), (*path, "backups", number, "at"))


def _function(draft: Draft, item: Function, path: Steps) -> Iterator[Problem]:
    yield from _groups(draft, item.requires, (*path, "requires"), item.id)
    if item.staff is not None:
        yield from refer(draft.sorts, item.staff.team, ("team",), (*path, "staff", "team"))
    if item.rank is not None and draft.organisation is not None:
        ranks = draft.organisation.ranks
        if item.rank not in ranks:
            values = {"value": item.rank, "known": ", ".join(ranks)}
            yield Problem((*path, "rank"), "unknown-rank", values)
    yield from _targets(item, path)


def _targets(item: Function, path: Steps) -> Iterator[Problem]:
    rto, mtpd = item.rto, item.mtpd
    if mtpd is None:
        return
    if rto.normal > mtpd.normal:
        yield Problem((*path, "rto"), "rto-over-mtpd")
    if rto.disaster is not None and mtpd.disaster is not None and rto.disaster > mtpd.disaster:
        yield Problem((*path, "rto", "disaster"), "rto-over-mtpd-disaster")


def _procedure(draft: Draft, item: Procedure, path: Steps) -> Iterator[Problem]:
    names = [task.id for task in item.tasks]
    for number, task in enumerate(item.tasks):
        here = (*path, "tasks", number)
        if task.id in names[:number]:
            yield Problem((*here, "id"), "task-twice", {"id": task.id})
        yield from _groups(draft, task.requires, (*here, "requires"), None)
        for team in task.crew:
            yield from refer(draft.sorts, team, ("team",), (*here, "crew", team))
        for place, name in enumerate(task.after):
            if name not in names:
                values = {"id": name, "known": ", ".join(names)}
                yield Problem((*here, "after", place), "unknown-task", values)
    yield from _after(item, names, path)


def _after(item: Procedure, names: Sequence[str], path: Steps) -> Iterator[Problem]:
    before = {task.id: task.after for task in item.tasks}
    for circle in circles(before):
        here = (*path, "tasks", names.index(circle[0]), "after")
        yield Problem(here, "after-circle", {"circle": _arrows(circle)})


def _within(draft: Draft) -> Iterator[Problem]:
    held = {
        item.id: (number, item.within)
        for number, item in enumerate(draft.components)
        if item is not None and item.within is not None
    }
    for circle in circles({name: (place,) for name, (_, place) in held.items()}):
        here = ("components", held[circle[0]][0], "within")
        yield Problem(here, "within-circle", {"circle": _arrows(circle)})


def _groups(
    draft: Draft, groups: Sequence[Group], path: Steps, owner: str | None
) -> Iterator[Problem]:
    """Check the groups at *path*, which must not name *owner*; ``None`` stands for a task."""
    sorts = draft.sorts
    for number, group in enumerate(groups):
        for place, name in enumerate(group.any_of):
            if name == OWN:
                yield from _own(group, (*path, number), owner)
            elif name == owner:
                yield Problem((*path, number, "any_of", place), "needs-itself", {"id": name})
            elif sorts.get(name) not in PROVIDERS:
                here = (*path, number, "any_of", place)
                yield from refer(draft.sorts, name, PROVIDERS, here)
        if group.held_by is not None:
            yield from refer(draft.sorts, group.held_by, PROVIDERS, (*path, number, "held_by"))


def _own(group: Group, path: Steps, owner: str | None) -> Iterator[Problem]:
    if owner is not None:
        yield Problem(path, "own-outside-task")
    elif len(group.any_of) > 1 or group.holdover or group.switchover or group.levels:
        yield Problem(path, "own-not-alone")


def refer(
    sorts: Mapping[str, Sort], name: str, wanted: tuple[Sort, ...], path: Steps
) -> Iterator[Problem]:
    """Yield what is wrong with the id *name* at *path*, which has to be one of *wanted*."""
    sort = sorts.get(name)
    if sort is None:
        yield Problem(path, "unknown-id", {"id": name}, (name, wanted))
    elif sort not in wanted:
        yield Problem(path, "wrong-sort", {"id": name, "sort": sort}, (name, wanted))


def _organisation(item: Organisation) -> Iterator[Problem]:
    if len(set(item.ranks)) < len(item.ranks):
        yield Problem(("organisation", "ranks"), "rank-twice")
    if list(item.tiers) != sorted(set(item.tiers)):
        yield Problem(("organisation", "tiers"), "tiers-order")
    if not _is_timezone(item.timezone):
        values = {"value": item.timezone}
        yield Problem(("organisation", "timezone"), "unknown-timezone", values)


def _is_timezone(name: str) -> bool:
    if name in ("Asia/Tokyo", "UTC"):
        return True
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def circles(following: Mapping[str, Iterable[str]]) -> list[list[str]]:
    """Return circles of *following*, such that without one edge of each there would be none.

    Each circle ends with the name it begins with.
    """
    done: set[str] = set()
    found: list[list[str]] = []
    for start in following:
        if start not in done:
            _follow(following, start, done, found)
    return found


def _follow(
    following: Mapping[str, Iterable[str]], start: str, done: set[str], found: list[list[str]]
) -> None:
    """Walk depth first from *start* without recursion, noting the circles that close."""
    way, places = [start], {start: 0}
    waiting = [iter(following.get(start, ()))]
    while way:
        name = next(waiting[-1], None)
        if name is None:
            done.add(way[-1])
            del places[way.pop()]
            waiting.pop()
        elif name in places:
            found.append([*way[places[name] :], name])
        elif name not in done:
            places[name] = len(way)
            way.append(name)
            waiting.append(iter(following.get(name, ())))


def _arrows(circle: Sequence[str]) -> str:
    most = 10
    names = circle if len(circle) <= most else [*circle[: most - 1], "…", circle[-1]]
    return " → ".join(names)
