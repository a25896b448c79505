"""A case under chosen procedures as a resource-constrained project.

The project is exact where everything goes down at the incident or never, comes up once, and no
group leaves a choice; ``docs/bounds.md`` lists the conditions and argues for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np

from bcp.chance.draw import WorkId
from bcp.graph.network import Need
from bcp.inventory.models import Function
from bcp.recovery.play import Case
from bcp.recovery.strategy import targets
from bcp.search.activities import Ints, Project, flat
from bcp.search.fallen import Vertex, fallen_of, wanted
from bcp.search.windows import Span, Windows

__all__ = ["Project", "project_of"]


def project_of(case: Case, procedures: Mapping[str, str]) -> Project:
    """Return *case* as a project when each damaged component goes through its procedure.

    Parameters
    ----------
    case
        An inventory under a scenario.
    procedures
        The procedure of every damaged component that has one; others may be named and do not
        matter.
    """
    drafter = _Drafter(case, procedures)
    drafter.draw_up()
    return drafter.project()


@dataclass(frozen=True, slots=True)
class _Wait:
    """A moment: not before `floor`, and so long after the end of each of some activities."""

    floor: int = 0
    lags: Mapping[int, int] = field(default_factory=dict)

    def later(self, seconds: int) -> _Wait:
        """Return the moment *seconds* later."""
        lags = {activity: lag + seconds for activity, lag in self.lags.items()}
        return _Wait(self.floor + seconds, lags)


def _all_of(waits: Iterable[_Wait]) -> _Wait:
    floor, lags = 0, dict[int, int]()
    for wait in waits:
        floor = max(floor, wait.floor)
        for activity, lag in wait.lags.items():
            lags[activity] = max(lag, lags.get(activity, lag))
    return _Wait(floor, lags)


@dataclass(frozen=True, slots=True)
class _Activity:
    """One activity as it was found."""

    duration: int
    wait: _Wait
    windows: Sequence[Span]
    work: WorkId | None
    """None: a moment at which several things have come together."""


class _Drafter:
    """Makes the project of a case under chosen procedures."""

    def __init__(self, case: Case, procedures: Mapping[str, str]) -> None:
        self.case, self.network = case, case.network
        self.fallen = fallen_of(case)
        damaged = case.impact.damaged
        self.chosen = {c: q for c, q in procedures.items() if c in damaged}
        self.windows = Windows(case)
        self.obstacles = set(self.fallen.obstacles)
        self.parts = {vertex: tuple(self._parts(vertex)) for vertex in self._vertices()}
        self.possible = self._possible()
        self.activities: list[_Activity] = []
        self.numbers: dict[Vertex, int] = {}
        self.ups: dict[str, _Wait] = {}

    # What can ever come about, in an order of causes.

    def _vertices(self) -> Iterator[Vertex]:
        place = self.network.place.__getitem__
        for node in sorted(self.fallen.nodes, key=place):
            yield node, ""
            if node in self.chosen:
                for task in self.network.procedures[self.chosen[node]].tasks:
                    yield node, task.id

    def _needs(self, vertex: Vertex) -> tuple[Need, ...]:
        """Return the groups that a vertex waits for; people are in :attr:`Fallen.released`."""
        node, task = vertex
        if task:
            return self.network.work_needs(node, self.chosen[node], task)
        needs = self.network.needs[node] + self.network.start_needs[node]
        return tuple(need for need in needs if need.staff is None)

    def _parts(self, vertex: Vertex) -> Iterator[Vertex]:
        """Yield the tasks that a vertex waits for."""
        node, task = vertex
        if task:
            after = self.network.tasks[self.chosen[node], task].after
            yield from ((node, earlier) for earlier in dict.fromkeys(after))
        elif node in self.chosen:
            tasks = self.network.procedures[self.chosen[node]].tasks
            yield from ((node, part.id) for part in tasks)

    def _is_barred(self, vertex: Vertex) -> bool:
        """Return whether a vertex can never come about whatever it waits for."""
        node, task = vertex
        if task:
            return not self.windows.of(node, self.network.tasks[self.chosen[node], task])
        is_hopeless = node in self.case.impact.damaged and node not in self.chosen
        return is_hopeless or self.fallen.released.get(node, 0) >= self.case.horizon

    def _possible(self) -> dict[Vertex, int]:
        """Return what can ever come about, numbered so that causes come first."""
        causes = _Causes(self.fallen.nodes)
        for vertex, parts in self.parts.items():
            causes.add(vertex, parts, self._needs(vertex))
        ready = [v for v in self.parts if not causes.missing[v] and not self._is_barred(v)]
        found: dict[Vertex, int] = {}
        for vertex in ready:  # which grows meanwhile
            found[vertex] = len(found)
            ready += [v for v in causes.freed_by(vertex) if not self._is_barred(v)]
        return found

    # The activities, causes first.

    def draw_up(self) -> None:
        """Find every activity, and when every node is up."""
        for node, task in self.possible:
            if task:
                self._add_task((node, task))
            else:
                self._add_node(node)

    def _wanted(self, needs: Iterable[Need]) -> Iterator[str]:
        """Yield the fallen providers that *needs* wait for."""
        for need in needs:
            providers = wanted(need, self.fallen.nodes, self.possible)
            if providers and sum((p, "") in self.possible for p in need.providers) > len(providers):
                self.obstacles.add("choice")
            yield from providers

    def _add_task(self, vertex: Vertex) -> None:
        node, id_ = vertex
        procedure = self.chosen[node]
        task = self.network.tasks[procedure, id_]
        if not task.duration.mean:
            self.obstacles.add("task of no duration")
        spans: Sequence[Span] = self.windows.of(node, task)
        floor = 0
        if len(spans) == 1 and spans[0][1] >= self.case.horizon:
            floor, spans = spans[0][0], ()
        after = _Wait(floor, {self.numbers[part]: 0 for part in self.parts[vertex]})
        wait = _all_of([after, *(self.ups[p] for p in self._wanted(self._needs(vertex)))])
        self.numbers[vertex] = len(self.activities)
        work = (node, procedure, id_)
        self.activities.append(_Activity(task.duration.mean, wait, spans, work))

    def _add_node(self, node: str) -> None:
        """Say when *node* is up; an activity of its own where several things come together."""
        wait, startup = self._allowed(node), self.network.startup(node)
        if len(wait.lags) > 1 and node not in self.network.functions:
            self.ups[node] = _Wait(wait.floor + startup, {len(self.activities): 0})
            self.activities.append(_Activity(startup, wait, (), None))
        else:
            self.ups[node] = wait.later(startup)

    def _allowed(self, node: str) -> _Wait:
        """Return when *node* may start; what its own tasks waited for is there by then."""
        parts = self.parts[node, ""]
        followed = {earlier for part in parts for earlier in self.parts[part]}
        there = {p for part in parts for p in self._wanted(self._needs(part))}
        own = _Wait(
            self.fallen.released.get(node, 0),
            {self.numbers[part]: 0 for part in parts if part not in followed},
        )
        needed = [p for p in self._wanted(self._needs((node, ""))) if p not in there]
        return _all_of([own, *(self.ups[p] for p in needed)])

    # The arrays.

    def project(self) -> Project:
        """Return what was found, as arrays."""
        found = self.activities
        first = sorted(range(len(found)), key=lambda a: found[a].work is None)
        number = {a: place for place, a in enumerate(first)}
        held = [found[a] for a in first]
        before, before_from = flat([[number[b] for b in a.wait.lags] for a in held])
        lag, _ = flat([[*a.wait.lags.values()] for a in held])
        opens, window_from = flat([[begin for begin, _ in a.windows] for a in held])
        closes, _ = flat([[end for _, end in a.windows] for a in held])
        heads, step_at, step_from = self._steps()
        return Project(
            works=tuple(a.work for a in held if a.work is not None),
            never=tuple(
                (node, self.chosen[node], task)
                for node, task in self.parts
                if task and (node, task) not in self.possible
            ),
            teams=tuple(team.id for team in self.network.inventory.teams),
            horizon=self.case.horizon,
            outage_weight=self.network.inventory.organisation.outage_weight,
            duration=np.array([a.duration for a in held], np.int64),
            causes_first=np.array([number[a] for a in range(len(found))], np.int64),
            release=np.array([a.wait.floor for a in held], np.int64),
            before_from=before_from,
            before=before,
            lag=lag,
            window_from=window_from,
            opens=opens,
            closes=closes,
            crew=self._crews(held),
            step_from=step_from,
            step_at=step_at,
            heads=heads,
            obstacles=tuple(sorted(self.obstacles)),
            **self._functions(number),
        )

    def _crews(self, held: Sequence[_Activity]) -> Ints:
        place = {team.id: k for k, team in enumerate(self.network.inventory.teams)}
        crews = np.zeros((len(held), len(place)), np.int64)
        for a, activity in enumerate(held):
            if activity.work is not None:
                for team, heads in self.network.tasks[activity.work[1:]].crew.items():
                    crews[a, place[team]] = heads
        return crews

    def _steps(self) -> tuple[Ints, Ints, Ints]:
        times: list[list[int]] = []
        heads: list[list[int]] = []
        for team in self.network.inventory.teams:
            steps = self.case.roster.on_hand[team.id]
            moments = [0, *(time for time in steps.times if 0 < time < self.case.horizon)]
            counts = [steps.at(moment) for moment in moments]
            kept = [0, *(i + 1 for i, (x, y) in enumerate(pairwise(counts)) if x != y)]
            times.append([moments[i] for i in kept])
            heads.append([counts[i] for i in kept])
        step_at, step_from = flat(times)
        return flat(heads)[0], step_at, step_from

    def _functions(self, number: Mapping[int, int]) -> dict[str, Any]:
        """Return the part of the project that is about functions."""
        nodes = self.fallen.nodes
        functions = [f for f in self.network.functions.values() if f.id in nodes]
        never = _Wait(self.case.horizon)
        waits = [self.ups.get(f.id, never) for f in functions]
        back, back_from = flat([[number[a] for a in wait.lags] for wait in waits])
        rto = targets(self.network, self.case.impact)
        return {
            "functions": tuple(functions),
            "back_from": back_from,
            "back": back,
            "delay": flat([[*wait.lags.values()] for wait in waits])[0],
            "earliest": np.array([wait.floor for wait in waits], np.int64),
            "rto": np.array([rto[f.id] for f in functions], np.int64),
            "weight": np.array([float(f.weight) for f in functions]),
            **_workarounds(functions, self.case.horizon),
        }


def _workarounds(functions: Sequence[Function], horizon: int) -> dict[str, Any]:
    """Return when functions are worked around, and how well."""
    held = [f.workaround for f in functions]
    lasts = [0 if w is None else horizon if w.for_ is None else w.for_ for w in held]
    return {
        "after": np.array([0 if w is None else w.after for w in held], np.int64),
        "lasts": np.array(lasts, np.int64),
        "level": np.array([0.0 if w is None else float(w.level) for w in held]),
    }


class _Causes:
    """What vertices still wait for: tasks, and enough providers of each of their needs."""

    def __init__(self, down: frozenset[str]) -> None:
        self._down = down
        self.missing: dict[Vertex, int] = {}
        """How many tasks and needs a vertex waits for."""
        self._short: dict[tuple[Vertex, Need], int] = {}
        self._waiting: dict[Vertex, list[tuple[Vertex, Need | None]]] = {}

    def add(self, vertex: Vertex, parts: Sequence[Vertex], needs: Iterable[Need]) -> None:
        """Add a vertex with what it waits for."""
        self.missing[vertex] = len(parts)
        for part in parts:
            self._waiting.setdefault(part, []).append((vertex, None))
        for need in dict.fromkeys(needs):
            held = [provider for provider in need.providers if provider in self._down]
            lacking = need.at_least - (len(need.providers) - len(held))
            if lacking > 0:
                self.missing[vertex] += 1
                self._short[vertex, need] = lacking
                for provider in held:
                    self._waiting.setdefault((provider, ""), []).append((vertex, need))

    def freed_by(self, vertex: Vertex) -> Iterator[Vertex]:
        """Yield what waits for nothing more once *vertex* has come about."""
        for waiting, need in self._waiting.get(vertex, ()):
            if need is not None:
                self._short[waiting, need] -= 1
                if self._short[waiting, need]:
                    continue
            self.missing[waiting] -= 1
            if not self.missing[waiting]:
                yield waiting
