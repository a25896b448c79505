"""When everything was down, and what struck it: read off a condition that was played."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from bcp.graph.network import Need
from bcp.outage.condition import Change, Condition, Fall, Rise


@dataclass(frozen=True, slots=True)
class Downtime:
    """One interval in which a node was down."""

    start: int
    rise: Rise | None
    """How it ended; None: it is still open at the horizon."""

    @property
    def end(self) -> int | None:
        """The moment the node came up, or None."""
        return None if self.rise is None else self.rise.at

    def length(self, horizon: int) -> int:
        """Return its seconds, to the horizon."""
        return (horizon if self.rise is None else self.rise.at) - self.start


def downtimes(changes: Iterable[Change]) -> dict[str, tuple[Downtime, ...]]:
    """Return the down intervals of every node that has any.

    Intervals of length zero, up or down, are left out and their neighbours joined (R5).
    """
    closed: dict[str, list[Downtime]] = {}
    opened: dict[str, int] = {}
    for change in changes:
        node = change.node
        before = closed.setdefault(node, [])
        if change.rise is None:
            joins = before and before[-1].end == change.at
            opened[node] = before.pop().start if joins else change.at
        else:
            start = opened.pop(node)
            if start < change.at:
                before.append(Downtime(start, change.rise))
    for node, start in opened.items():
        closed[node].append(Downtime(start, None))
    return {node: tuple(held) for node, held in closed.items() if held}


def shortages(condition: Condition) -> dict[Need, tuple[tuple[int, int | None], ...]]:
    """Return when each need was not satisfied: from, to (None: still at the horizon)."""
    ends: dict[Need, list[int]] = {}
    for gain in condition.gains:
        ends.setdefault(gain.need, []).append(gain.at)
    spells: dict[Need, list[tuple[int, int | None]]] = {}
    for start, need in condition.losses:
        place, held = len(spells.get(need, ())), ends.get(need, [])
        end = held[place] if place < len(held) else None
        spells.setdefault(need, []).append((start, end))
    return {need: tuple(held) for need, held in spells.items()}


class Causes:
    """What was struck directly, for everything that went down.

    Each fall points at the providers that were missing then; following them back leads to the
    components that the scenario struck, and to the teams of which too few were on hand.
    """

    def __init__(self, condition: Condition) -> None:
        self._found: dict[str, frozenset[str]] = {}
        latest: dict[str, frozenset[str]] = {}
        for _, group in groupby(condition.falls, key=lambda fall: fall.at):
            self._trace(tuple(group), latest)

    def of(self, node: str) -> tuple[str, ...]:
        """Return the ids that were struck, sorted; empty if *node* was never down."""
        return tuple(sorted(self._found.get(node, ())))

    def _trace(self, falls: Sequence[Fall], latest: dict[str, frozenset[str]]) -> None:
        """Follow the falls of one instant, which may lean on each other in circles."""
        latest.update({fall.node: _struck(fall) for fall in falls})
        changed = True
        while changed:
            changed = False
            for fall in falls:
                known = latest[fall.node]
                found = known.union(*(latest.get(p, _NOTHING) for p in fall.because))
                if len(found) > len(known):
                    latest[fall.node] = found
                    changed = True
        for fall in falls:
            self._found[fall.node] = self._found.get(fall.node, _NOTHING) | latest[fall.node]


_NOTHING: frozenset[str] = frozenset()


def _struck(fall: Fall) -> frozenset[str]:
    return frozenset((*fall.teams, fall.node) if fall.hit else fall.teams)


def up_edges(downs: Mapping[str, Sequence[Downtime]], nodes: Iterable[str]) -> Iterator[int]:
    """Yield every moment at which one of *nodes* goes down or up."""
    for node in nodes:
        for down in downs.get(node, ()):
            yield down.start
            if down.end is not None:
                yield down.end


def is_up_at(downs: Sequence[Downtime], now: int) -> bool:
    """Return whether a node with these down intervals is up at *now*."""
    return not any(d.start <= now and (d.end is None or now < d.end) for d in downs)
