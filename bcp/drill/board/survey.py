"""What is read off the engine for the board, once for as long as nothing happens in it.

Who is there and who is at work changes only at instants of the engine, so all of this holds
until the next one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from bcp.drill.board.rows import ComponentRow
from bcp.drill.live.setting import Setting
from bcp.drill.live.state import DrillState
from bcp.drill.live.waiting import reasons_of
from bcp.graph.network import Need, Network
from bcp.outage.condition import Condition
from bcp.outage.timeline import Downtime, downtimes
from bcp.recovery.play import State
from bcp.recovery.strategy import targets
from bcp.recovery.works import Work
from bcp.words import Phrase

__all__ = ["Survey", "survey"]


@dataclass(frozen=True, slots=True)
class Survey:
    """The part of a board that time alone does not change."""

    engine: State
    """Of what it was made; another engine needs another survey."""
    rto: Mapping[str, int]
    """The target of each function in seconds."""
    downs: Mapping[str, tuple[Downtime, ...]]
    components: tuple[ComponentRow, ...]
    reasons: Mapping[Work, tuple[Phrase, ...]]
    """Why each waiting task does not start; empty: it could."""
    waiting_for: Mapping[str, tuple[str, ...]]
    """The functions that are down for want of each component, the most urgent first."""
    keeps_down: Mapping[str, tuple[str, ...]]
    """What was struck, or is too few, below each function that is down."""


def survey(state: DrillState, last: Survey | None = None) -> Survey:
    """Return the survey of *state*; *last* itself if nothing has happened in the engine since."""
    if last is not None and last.engine is state.engine:
        return last
    if last is not None and _is_alike(last.engine.condition, state.engine.condition):
        return replace(last, engine=state.engine, reasons=reasons_of(state))
    setting, condition = state.setting, state.engine.condition
    downs = downtimes(condition.changes)
    rto = targets(setting.network, state.case.impact)
    functions = sorted((f for f in rto if f in condition.down), key=rto.__getitem__)
    lacking = {node: _lacking(setting.network, condition, node) for node in condition.down}
    masks = _masks(lacking, functions)
    wanted = {work.component for work in state.engine.works.waiting}
    wanted |= {attempt.work.component for attempt in state.attempts}
    return Survey(
        engine=state.engine,
        rto=rto,
        downs=downs,
        components=_components(state, downs, masks, lacking),
        reasons=reasons_of(state),
        waiting_for={id_: _named(masks[id_], functions) for id_ in wanted if id_ in masks},
        keeps_down=_keeps_down(setting, condition, masks, functions),
    )


def _is_alike(before: Condition, now: Condition) -> bool:
    """Return whether the same things are down for the same reasons: only the work has changed."""
    return (
        len(before.changes) == len(now.changes)
        and before.damaged == now.damaged
        and before.held == now.held
        and before.starting == now.starting
        and before.short == now.short
    )


def _masks(below: Mapping[str, tuple[str, ...]], functions: list[str]) -> dict[str, int]:
    """Return for each node that is down a bit for each function that waits for it."""
    masks = {function: 1 << place for place, function in enumerate(functions)}
    left = [*functions]
    while left:
        node = left.pop()
        mask = masks[node]
        for provider in below[node]:
            held = masks.get(provider, 0)
            if mask | held != held:
                masks[provider] = mask | held
                left.append(provider)
    return masks


def _lacking(network: Network, condition: Condition, node: str) -> tuple[str, ...]:
    """Return the providers that are down in what *node* lacks."""
    short, down = condition.short, condition.down
    found: dict[str, None] = {}
    for need in (*network.needs[node], *network.start_needs[node]):
        if need in short:
            found.update((provider, None) for provider in need.providers if provider in down)
    return tuple(found)


def _named(mask: int, functions: list[str]) -> tuple[str, ...]:
    return tuple(function for place, function in enumerate(functions) if mask >> place & 1)


def _keeps_down(
    setting: Setting, condition: Condition, masks: Mapping[str, int], functions: list[str]
) -> dict[str, tuple[str, ...]]:
    struck = [
        id_
        for id_ in setting.network.components
        if id_ in masks and (id_ in condition.damaged or condition.held.get(id_))
    ]
    return {
        function: (
            *(id_ for id_ in struck if masks[id_] >> place & 1),
            *_too_few(setting.network.needs[function], condition),
        )
        for place, function in enumerate(functions)
    }


def _too_few(needs: tuple[Need, ...], condition: Condition) -> Iterator[str]:
    for need in needs:
        if need.staff is not None and need in condition.short:
            yield need.staff.team


def _components(
    state: DrillState,
    downs: Mapping[str, tuple[Downtime, ...]],
    masks: Mapping[str, int],
    lacking: Mapping[str, tuple[str, ...]],
) -> tuple[ComponentRow, ...]:
    """Return what is down: struck ones first, then by how many functions need them."""
    network, down = state.setting.network, state.engine.condition.down
    rows = [
        _component(state, id_, downs.get(id_, ()), masks.get(id_, 0), lacking[id_])
        for id_ in network.components
        if id_ in down
    ]
    grades = {"damaged": 0, "outage": 1, "lacks": 2, "starting": 3}
    return tuple(sorted(rows, key=lambda row: (grades[row.reason], -row.functions)))


def _component(
    state: DrillState, id_: str, downs: tuple[Downtime, ...], mask: int, lacking: tuple[str, ...]
) -> ComponentRow:
    network, condition = state.setting.network, state.engine.condition
    start = condition.starting.get(id_)
    reason: Literal["damaged", "outage", "starting", "lacks"]
    if id_ in condition.damaged:
        reason = "damaged"
    elif condition.held.get(id_):
        reason = "outage"
    else:
        reason = "lacks" if start is None else "starting"
    return ComponentRow(
        id=id_,
        since=downs[-1].start if downs else state.engine.now,
        reason=reason,
        because=lacking if reason == "lacks" else (),
        until=None if start is None else start[0] + network.startup(id_),
        functions=mask.bit_count(),
    )
