"""What happened to a component or a function, before any reason is given."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from bcp.advice.scene import Scene
from bcp.recovery.result import FunctionResult, Interval
from bcp.units import DAY, HOUR
from bcp.words import Name, Phrase, Span, Told

__all__ = ["NAMED", "exact", "lead_of", "moment", "until"]

NAMED = 3
"""How many things of one sort a sentence names before it only counts the rest."""


def lead_of(scene: Scene, node: str) -> tuple[Phrase, ...]:
    """Return when *node*, a component or a function, was down, by how much it is late, and why."""
    function = scene.result.functions.get(node)
    return tuple(_of_component(scene, node) if function is None else _lead(scene, node, function))


def moment(scene: Scene, seconds: int) -> Phrase:
    """Return a moment as people say it: since the incident, and by the clock where that is known."""
    starts = scene.scenario.scenario.starts
    if starts is None:
        return Phrase("at", {"length": Span(seconds)}) if seconds else Phrase("at-zero")
    clock = _clock(starts + timedelta(seconds=seconds))
    if not seconds:
        return Phrase("at-zero-clock", {"clock": clock})
    return Phrase("at-clock", {"length": Span(seconds), "clock": clock})


def until(scene: Scene, seconds: int) -> Told | Phrase:
    """Return a moment of the course: by the clock alone where that is known."""
    starts = scene.scenario.scenario.starts
    if starts is None:
        return moment(scene, seconds)
    return _clock(starts + timedelta(seconds=seconds))


def _clock(then: datetime) -> Told:
    return Told(f"{then:%m/%d %H:%M}", f"{then:%m-%d %H:%M}")


def exact(seconds: int) -> Phrase:
    """Return a length of time to the minute, where two units would leave the minutes out."""
    if seconds > DAY and seconds % DAY > HOUR and seconds % HOUR:
        rest = seconds % HOUR
        return Phrase("length-sum", {"one": Span(seconds - rest), "other": Span(rest)})
    return Phrase("length", {"one": Span(seconds)})


# --- what happened -----------------------------------------------------------------------------


def _lead(scene: Scene, node: str, held: FunctionResult) -> Iterator[Phrase]:
    values: dict[str, object] = {"function": Name(node), "rto": Span(held.rto)}
    if not held.down:
        yield Phrase("lead-up", values)
        return
    values["down"] = moment(scene, held.down[0][0])
    values["length"] = exact(held.downtime)
    if held.restored is None:
        yield Phrase("lead-never", {**values, "horizon": Span(scene.result.horizon)})
    else:
        values["back"] = moment(scene, held.restored)
        values["by"] = exact(abs(held.downtime - held.rto))
        is_even = held.downtime == held.rto
        key = "lead-exact" if is_even else "lead-met" if held.rto_met else "lead-late"
        yield Phrase(key, values)
    yield from _mtpd(held)
    yield from _causes(held.causes)
    yield from _knots(scene, node)
    yield from _times(scene, held.down)


def _mtpd(held: FunctionResult) -> Iterator[Phrase]:
    if held.mtpd is None or held.restored is None:
        return
    values = {"mtpd": Span(held.mtpd), "by": exact(abs(held.downtime - held.mtpd))}
    yield Phrase("mtpd-met" if held.mtpd_met else "mtpd-late", values)


def _causes(causes: tuple[str, ...]) -> Iterator[Phrase]:
    if causes:
        named = tuple(Name(id_) for id_ in causes[:NAMED])
        key = "causes" if len(causes) <= NAMED else "causes-more"
        yield Phrase(key, {"causes": named, "others": len(causes) - NAMED})


def _knots(scene: Scene, node: str) -> Iterator[Phrase]:
    """Say that what the node waits for waits for itself, or has nobody who would repair it."""
    result = scene.result
    spans = {id_: held.down for id_, held in result.components.items()}
    spans |= {id_: held.down for id_, held in result.functions.items()}
    down = {id_ for id_, held in spans.items() if held and held[-1][1] is None}
    if node not in down:
        return
    awaited = set(scene.awaited(node))
    for knot in scene.result.deadlocks:
        if awaited & set(knot):
            named = tuple(Name(id_) for id_ in knot[:NAMED])
            key = "knot" if len(knot) <= NAMED else "knot-more"
            yield Phrase(key, {"names": named, "others": len(knot) - NAMED})
    bare = [
        id_
        for id_ in scene.case.impact.damaged & awaited & down
        if scene.planned.plan.procedure(id_) is None
    ]
    if bare:
        ordered = sorted(bare, key=scene.network.place.__getitem__)
        yield Phrase("no-procedure", {"names": tuple(Name(id_) for id_ in ordered[:NAMED])})


def _times(scene: Scene, down: tuple[Interval, ...]) -> Iterator[Phrase]:
    if len(down) > 1:
        key = "times" if down[-1][1] is not None else "times-open"
        yield Phrase(key, {"number": len(down), "last": moment(scene, down[-1][0])})


def _of_component(scene: Scene, node: str) -> Iterator[Phrase]:
    held = scene.result.components[node]
    values: dict[str, object] = {"component": Name(node)}
    if not held.down:
        yield Phrase("component-up", values)
        return
    values["down"] = moment(scene, held.down[0][0])
    sort = "damaged" if held.damaged else "stopped"
    start, end = held.down[-1]
    if end is None:
        yield Phrase(f"component-{sort}-never", {**values, "horizon": Span(scene.result.horizon)})
    else:
        values |= {"back": moment(scene, end), "length": exact(end - start)}
        yield Phrase(f"component-{sort}", values)
    if not held.damaged:
        yield from _causes(held.causes)
    yield from _knots(scene, node)
    yield from _times(scene, held.down)
