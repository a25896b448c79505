"""What goes down at the incident and stays down until it is brought back, once.

A case in which nothing else ever goes down is a resource-constrained project
(``bcp.search.project``). This module says which nodes fall, and in words of its own why a case is
not one of those.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from bcp.graph.network import Need, Role
from bcp.recovery.play import Case

__all__ = ["Fallen", "Vertex", "fallen_of", "lost", "wanted"]

Vertex = tuple[str, str]
"""``(component, task)``, or ``(node, "")`` for the moment at which a node is up."""


@dataclass(frozen=True, slots=True)
class Fallen:
    """What goes down at the incident, and whether that is all that ever does."""

    nodes: frozenset[str]
    """Components and functions that go down at 0."""
    released: Mapping[str, int]
    """From when on outages and missing people no longer keep a node down; the horizon: never."""
    obstacles: frozenset[str]
    """Why the case is no project; empty if it is one as far as what falls is concerned."""


def lost(need: Need, down: Iterable[str]) -> bool:
    """Return whether *need* is not satisfied while all of *down* are down, changeovers apart."""
    held = set(down)
    return len(need.providers) - sum(p in held for p in need.providers) < need.at_least


def wanted(need: Need, down: frozenset[str], possible: Mapping[Vertex, int]) -> tuple[str, ...]:
    """Return the fallen providers that must be up before *need* is satisfied.

    Where more could do than are needed, those that were found possible first.
    """
    missing = need.at_least - sum(p not in down for p in need.providers)
    if missing <= 0:
        return ()
    able = [p for p in need.providers if p in down and (p, "") in possible]
    return tuple(sorted(able, key=lambda p: possible[p, ""])[:missing])


def fallen_of(case: Case) -> Fallen:
    """Return what falls at the incident under a scenario."""
    released = dict(_released(case))
    struck = {*case.impact.damaged, *released}
    nodes = _spread(case, struck)
    return Fallen(frozenset(nodes), released, frozenset(_obstacles(case, frozenset(nodes))))


def _released(case: Case) -> Iterator[tuple[str, int]]:
    horizon = case.horizon
    until: dict[str, int] = {}
    for spell in case.impact.outages:
        if spell.start == 0:
            end = horizon if spell.end is None else min(spell.end, horizon)
            until[spell.component] = max(until.get(spell.component, 0), end)
    yield from until.items()
    for function in case.network.functions:
        for need in case.network.needs[function]:
            if need.staff is not None and (short := short_staffed(case, need)):
                yield function, short[0][1]


def short_staffed(case: Case, need: Need) -> list[tuple[int, int]]:
    """Return when too few of the team that a function needs are on hand: from, to (not included).

    Nobody's doing changes this: people at work on tasks count as on hand.
    """
    assert need.staff is not None
    steps = case.roster.on_hand[need.staff.team]
    times = sorted({0, *(time for time in steps.times if 0 <= time < case.horizon)})
    short: list[tuple[int, int]] = []
    for begin, end in zip(times, [*times[1:], case.horizon], strict=True):
        if steps.at(begin) >= need.at_least:
            continue
        if short and short[-1][1] == begin:
            begin = short.pop()[0]  # noqa: PLW2901 (joined with the one before)
        short.append((begin, end))
    return short


def _spread(case: Case, struck: set[str]) -> set[str]:
    """R2 and R3 at the incident: a reserve bridges unless what holds it is down itself."""
    network = case.network
    nodes: set[str] = set()
    hasty = [*struck]
    while hasty:
        node = hasty.pop()
        if node in nodes:
            continue
        nodes.add(node)
        touched = (*network.users[node], *network.bridged[node])
        needs = [need for need in touched if need.role is Role.REQUIRES]
        hasty += [need.owner for need in needs if _brings_down(need, nodes)]
    return nodes


def _brings_down(need: Need, down: set[str]) -> bool:
    if need.holdover and need.held_by not in down:
        return False
    if need.switchover:
        return not down.isdisjoint(need.first)
    return lost(need, down)


def _obstacles(case: Case, nodes: frozenset[str]) -> Iterator[str]:
    horizon, impact = case.horizon, case.impact
    if any(0 < hit.at < horizon for hit in impact.hits):
        yield "later damage"
    if any(0 < spell.start < horizon for spell in impact.outages):
        yield "later outage"
    yield from _obstacles_of_people(case)
    for node in case.network.nodes():
        for need in case.network.needs[node]:
            yield from _obstacles_of_need(need, nodes)
        for need in case.network.start_needs[node]:
            yield from _obstacles_of_need(need, nodes)
    for needs in case.network.task_needs.values():
        for need in needs:
            yield from _obstacles_of_need(need, nodes)


def _obstacles_of_people(case: Case) -> Iterator[str]:
    for function in case.network.functions:
        for need in case.network.needs[function]:
            if need.staff is not None:
                short = short_staffed(case, need)
                if len(short) > 1 or any(begin for begin, _ in short):
                    yield "people leave"
    crews = {team for task in case.network.tasks.values() for team in task.crew}
    for team in crews:
        steps = case.roster.on_hand[team]
        counts = [0, *(steps.at(time) for time in steps.times if time < case.horizon)]
        if any(later < before for before, later in pairwise(counts)):
            yield "people leave"


def _obstacles_of_need(need: Need, nodes: frozenset[str]) -> Iterator[str]:
    if need.levels is not None and need.levels[max(need.levels)] != 1:
        yield "levels"
    if nodes.isdisjoint(need.providers):
        return
    if need.levels is not None:
        yield "levels"
    if need.switchover and not nodes.isdisjoint(need.first):
        yield "changeover"
    if need.holdover and need.owner not in nodes and lost(need, nodes):
        yield "reserve"
