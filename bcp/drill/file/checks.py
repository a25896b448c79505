"""What a drill, its scenario and the inventory must agree on. Pure: no file is read here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bcp.drill.file.models import (
    Clock,
    Drill,
    Inject,
    Measure,
    Objective,
    Participant,
    Sign,
    When,
)
from bcp.drill.file.moments import due_of, planned_end, second_of
from bcp.inventory.checks import PROVIDERS, Problem, Sort, circles
from bcp.inventory.faults import Nearest
from bcp.inventory.models import Component
from bcp.reading import Steps
from bcp.recovery.findings import finding
from bcp.recovery.result import Finding
from bcp.scenario.checks import Ground
from bcp.scenario.checks import problems as event_problems
from bcp.scenario.models import Event, Head
from bcp.words import Span

__all__ = ["Draft", "findings", "problems"]


@dataclass(frozen=True)
class Draft:
    """What of a drill is in order by itself; parts that their models reject are ``None``."""

    clock: Clock | None
    objectives: Sequence[Objective | None]
    participants: Sequence[Participant | None]
    injects: Sequence[Inject | None]
    goals: Sequence[str | None]
    """The id of every objective, those of rejected ones too."""
    numbers: Sequence[str | None]
    """The number of every inject, those of rejected ones too."""
    faulty: frozenset[str] = frozenset()
    """The injects of which something was rejected: what they seem to lack may be that."""


@dataclass(frozen=True)
class _Case:
    """A draft and what it speaks of, looked up once."""

    draft: Draft
    head: Head | None
    """Of the scenario; nothing if that is at fault itself."""
    ground: Ground
    nearest: Nearest = field(default_factory=Nearest)
    goals: list[str] = field(init=False)
    numbers: list[str] = field(init=False)
    injects: dict[str, Inject] = field(init=False)
    options: dict[str, list[str]] = field(init=False)
    """Of each inject."""
    works: dict[str, list[str]] = field(init=False)
    """The tasks by which each component can be recovered."""

    def __post_init__(self) -> None:
        held, inventory = self.draft, self.ground.inventory
        injects = [item for item in held.injects if item is not None]
        tasks = {item.id: [task.id for task in item.tasks] for item in inventory.procedures}
        keep = object.__setattr__
        keep(self, "goals", [name for name in held.goals if name is not None])
        keep(self, "numbers", [name for name in held.numbers if name is not None])
        keep(self, "injects", {item.no: item for item in injects})
        keep(self, "options", {item.no: [held.id for held in item.options] for item in injects})
        keep(self, "works", {item.id: _works(item, tasks) for item in inventory.components})

    def sound(self, number: str) -> Inject | None:
        """Return an inject of which nothing was rejected."""
        return None if number in self.draft.faulty else self.injects.get(number)


def _works(component: Component, tasks: Mapping[str, Sequence[str]]) -> list[str]:
    return list(dict.fromkeys(task for name in component.procedure for task in tasks[name]))


def problems(draft: Draft, head: Head | None, ground: Ground) -> Iterator[Problem]:
    """Yield everything in which a drill, its scenario and the inventory disagree.

    Parameters
    ----------
    draft
        The drill.
    head
        Of the scenario that it rehearses; without it, what depends on it is not looked at.
    ground
        The inventory.
    """
    case = _Case(draft, head, ground)
    yield from _twice(draft.goals, "objectives", "id", "objective-twice")
    yield from _twice(draft.numbers, "injects", "no", "inject-twice")
    for number, objective in enumerate(draft.objectives):
        if objective is not None and objective.measure is not None:
            yield from _measure(case, objective.measure, ("objectives", number, "measure"))
    for number, participant in enumerate(draft.participants):
        if participant is not None and participant.team is not None:
            path = ("participants", number, "team")
            yield from _refer(case, participant.team, ("team",), path)
    if draft.clock is not None:
        yield from _clock(draft.clock)
    for number, inject in enumerate(draft.injects):
        if inject is not None:
            yield from _inject(case, inject, ("injects", number))
    yield from _circles(case)


def _twice(names: Sequence[str | None], section: str, key: str, text: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, name in enumerate(names):
        if name is not None and name in seen:
            yield Problem((section, number, key), text, {"id": name})
        elif name is not None:
            seen.add(name)


def _measure(case: _Case, measure: Measure, path: Steps) -> Iterator[Problem]:
    yield from _sign(case, measure, path)
    if measure.answered is not None:
        here = (*path, "answered")
        yield from _unknown(case, here, "unknown-inject", measure.answered, case.numbers)
        inject = case.sound(measure.answered)
        if inject is not None and inject.expected is None:
            yield Problem(here, "answered-no-expected", {"id": measure.answered})


def _clock(clock: Clock) -> Iterator[Problem]:
    earliest = clock.starts
    for number, jump in enumerate(clock.jumps):
        if jump.at < earliest:
            key = "jump-order" if number else "jump-before-start"
            yield Problem(("clock", "jumps", number, "at"), key)
        earliest = max(earliest, jump.to)


# --- injects -----------------------------------------------------------------------------------


def _inject(case: _Case, inject: Inject, path: Steps) -> Iterator[Problem]:
    yield from _moment(case, inject, (*path, "at"))
    if inject.when is not None:
        yield from _when(case, inject.when, (*path, "when"))
    if inject.met_by is not None:
        yield from _sign(case, inject.met_by, (*path, "met_by"))
    if inject.objective is not None:
        here = (*path, "objective")
        yield from _unknown(case, here, "unknown-objective", inject.objective, case.goals)
    if inject.deadline is not None and inject.expected is None and case.sound(inject.no):
        yield Problem((*path, "deadline"), "deadline-no-expected")
    yield from _events(case, inject.events, path)
    names = [option.id for option in inject.options]
    for number, option in enumerate(inject.options):
        here = (*path, "options", number)
        if option.id in names[:number]:
            yield Problem((*here, "id"), "option-twice", {"id": option.id})
        yield from _events(case, option.events, here)


def _moment(case: _Case, inject: Inject, path: Steps) -> Iterator[Problem]:
    if inject.at is None or isinstance(inject.at, int) or case.head is None:
        return
    if case.head.starts is None:
        yield Problem(path, "moment-needs-starts", {"scenario": case.head.id})
    elif isinstance(inject.at, datetime):
        second = second_of(inject.at, case.head.starts, 0)
        if second is not None and second < 0:
            starts = case.head.starts.isoformat(timespec="minutes")
            yield Problem(path, "moment-before-incident", {"starts": starts})


def _when(case: _Case, when: When, path: Steps) -> Iterator[Problem]:
    for key in ("up", "down"):
        if (name := getattr(when, key)) is not None:
            yield from _refer(case, name, PROVIDERS, (*path, key))
    for key in ("after", "missed"):
        if (name := getattr(when, key)) is not None:
            yield from _unknown(case, (*path, key), "unknown-inject", name, case.numbers)
    if when.missed is not None:
        inject = case.sound(when.missed)
        if inject is not None and inject.deadline is None:
            yield Problem((*path, "missed"), "missed-no-deadline", {"id": when.missed})
    if when.chosen is not None:
        yield from _chosen(case, when.chosen, (*path, "chosen"))


def _chosen(case: _Case, choice: str, path: Steps) -> Iterator[Problem]:
    number, name = choice.split("/")
    yield from _unknown(case, path, "unknown-inject", number, case.numbers)
    if case.sound(number):
        known = case.options[number]
        yield from _unknown(case, path, "unknown-option", name, known, inject=number)


def _sign(case: _Case, sign: Sign | Measure, path: Steps) -> Iterator[Problem]:
    if sign.up is not None:
        yield from _refer(case, sign.up, PROVIDERS, (*path, "up"))
    for key in ("started", "finished"):
        if (work := getattr(sign, key)) is not None:
            yield from _work(case, work, (*path, key))


def _work(case: _Case, work: str, path: Steps) -> Iterator[Problem]:
    name, task = work.split("/")
    yield from _refer(case, name, ("component",), path)
    known = case.works.get(name)
    if known:
        yield from _unknown(case, path, "unknown-work", task, known, component=name)
    elif known is not None:
        yield Problem(path, "work-no-procedure", {"component": name})


def _events(case: _Case, events: Sequence[Event], path: Steps) -> Iterator[Problem]:
    for problem in event_problems(None, events, case.ground):
        yield Problem((*path, *problem.path), problem.key, problem.values, problem.unknown)


def _circles(case: _Case) -> Iterator[Problem]:
    """Find injects of which each waits for another, so that none is ever given by itself."""
    before = {no: _awaited(inject.when) for no, inject in case.injects.items()}
    for circle in circles(before):
        path = ("injects", case.draft.numbers.index(circle[0]), "when")
        yield Problem(path, "when-circle", {"circle": " → ".join(reversed(circle))})


def _awaited(when: When | None) -> tuple[str, ...]:
    """Return the inject that *when* waits for."""
    if when is None:
        return ()
    name = when.after or when.missed or (when.chosen or "").partition("/")[0]
    return (name,) if name else ()


def _refer(case: _Case, name: str, wanted: tuple[Sort, ...], path: Steps) -> Iterator[Problem]:
    sort = case.ground.sorts.get(name)
    if sort is None:
        yield Problem(path, "unknown-id", {"id": name}, (name, wanted))
    elif sort not in wanted:
        yield Problem(path, "wrong-sort", {"id": name, "sort": sort}, (name, wanted))


def _unknown(
    case: _Case, path: Steps, key: str, name: str, known: Sequence[str], **more: object
) -> Iterator[Problem]:
    """Say that *name* is none of the *known* names, and which was perhaps meant."""
    if name in known:
        return
    values: Mapping[str, object] = {
        "id": name,
        "known": ", ".join(dict.fromkeys(known)) or "–",
        **more,
    }
    meant = case.nearest(name, known)
    if meant is None:
        yield Problem(path, key, values)
    else:
        yield Problem(path, f"{key}-near", {**values, "nearest": meant})


# --- findings ----------------------------------------------------------------------------------


def findings(drill: Drill, head: Head) -> tuple[Finding, ...]:
    """Return what is allowed in *drill* but was hardly meant, by the *head* of its scenario.

    An inject is named ``drill#number``.
    """
    end = planned_end(drill)
    if end is None:
        return ()
    late = []
    for inject in drill.injects:
        due = due_of(inject, head, drill.clock)
        if due is not None and due > end:
            id_ = f"{drill.drill.id}#{inject.no}"
            values = {"at": Span(due), "end": Span(end)}
            late.append(finding("inject-after-end", (id_,), "warning", **values))
    return tuple(late)
