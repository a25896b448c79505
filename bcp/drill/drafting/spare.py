"""Injects without a time: those that wait for something to come back, and the bench."""

from __future__ import annotations

from collections.abc import Iterator

from bcp.drill.drafting.asked import fewer
from bcp.drill.drafting.ground import Ground
from bcp.drill.drafting.ideas import worded
from bcp.drill.drafting.timing import Timetable
from bcp.drill.file.models import Inject, When
from bcp.inventory.models import Component
from bcp.scenario.models import Damage, Event, Select
from bcp.units import HOUR, MINUTE
from bcp.words import Name

__all__ = ["bench", "waiting"]

_WAITING = 2
_MACHINES = frozenset({"server", "network", "storage", "service"})
"""What may fail a second time without a new disaster."""


def waiting(ground: Ground, timetable: Timetable) -> Iterator[Inject]:
    """Yield the injects that ask whether something is back, each once it is."""
    start, end = timetable.clock.starts, timetable.end
    held = [
        f
        for f in ground.aims
        if len(ground.outcome(f).down) == 1
        and not ground.is_own(f)
        and ground.outcome(f).down[0][0] <= start < (ground.outcome(f).restored or 0) <= end
    ]
    for number, function in enumerate(held[:_WAITING], 1):
        values = {"function": Name(function.id), "department": ground.department(function)}
        inject = worded(
            ground,
            "back",
            values,
            sender=ground.department_here(function),
            objective="report",
            plan=function.source,
        )
        when = When(up=function.id, delay=2 * MINUTE)
        deadline = 5 * MINUTE * timetable.speed
        yield inject.model_copy(update={"no": f"c{number}", "when": when, "deadline": deadline})


def bench(ground: Ground) -> Iterator[Inject]:
    """Yield what the facilitator can give whenever it fits."""
    for number, inject in enumerate(_benched(ground), 1):
        yield inject.model_copy(update={"no": f"b{number}"})


def _benched(ground: Ground) -> Iterator[Inject]:
    if ground.desk is not None:
        yield _absent(ground, ground.desk.id, ground.desk.size - 1)
    if ground.vendor is not None and ground.work_of.get(ground.vendor.id):
        yield _late(ground, ground.vendor.id)
    second = _second(ground)
    if second is not None:
        yield _failure(ground, second)
    for name in ("press", "member", "hint"):
        key = f"bench-{name}"
        sender = ground.said(f"{key}-from")
        means = "means-word" if name == "hint" else "means-phone"
        yield worded(
            ground, key, {}, sender=sender, means=means, objective="judge", difficulty="hard"
        )


def _absent(ground: Ground, team: str, left: int) -> Inject:
    return worded(
        ground,
        "bench-absent",
        {"team": Name(team), "number": left},
        sender=ground.names[ground.lang][team],
        objective="work",
        difficulty="hard",
        events=(fewer(team, left, at=0, length=4 * HOUR),),
    )


def _late(ground: Ground, team: str) -> Inject:
    return worded(
        ground,
        "bench-late",
        {"team": Name(team)},
        sender=ground.names[ground.lang][team],
        objective="work",
        difficulty="hard",
        events=(fewer(team, 0, at=0, length=4 * HOUR),),
    )


def _failure(ground: Ground, component: Component) -> Inject:
    damage = Damage(select=Select(id=(component.id,)))
    return worded(
        ground,
        "bench-second",
        {"component": Name(component.id), "procedure": Name(component.procedure[0])},
        sender=ground.said("sight-machines-from"),
        means="sight-machines-means",
        objective="work",
        difficulty="hard",
        events=(Event(at=0, damage=damage),),
    )


def _second(ground: Ground) -> Component | None:
    """Return something unharmed that can be repaired, near to the functions that count most."""
    network, damaged = ground.network, ground.case.impact.damaged
    queue = [f.id for f in (*ground.aims, *ground.stopped)]
    seen = set(queue)
    for node in queue:  # Grows while it is gone through.
        component = network.components.get(node)
        if component is not None and node not in damaged and _is_machine(component):
            return component
        for need in network.needs[node]:
            fresh = [p for p in need.first if p not in seen]
            seen.update(fresh)
            queue += fresh
    return None


def _is_machine(component: Component) -> bool:
    return bool(component.procedure) and component.kind in _MACHINES
