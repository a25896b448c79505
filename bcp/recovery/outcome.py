"""What became of each function: downtime, level and loss, read off the down intervals."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from fractions import Fraction

from bcp.graph.network import Need, Network
from bcp.inventory.models import Function, Workaround
from bcp.outage.timeline import Downtime, is_up_at, up_edges
from bcp.units import HOUR

Downs = Mapping[str, Sequence[Downtime]]
Shortages = Mapping[Need, Sequence[tuple[int, int | None]]]
Levels = tuple[tuple[int, Fraction], ...]


def restored(downs: Sequence[Downtime]) -> int | None:
    """Return when a node came up for good: 0 if it was never down, None if it did not."""
    return downs[-1].end if downs else 0


def downtime(downs: Sequence[Downtime], horizon: int) -> int:
    """Return the total length of down intervals in seconds, to the horizon."""
    return sum(down.length(horizon) for down in downs)


def levels(
    network: Network, function: Function, downs: Downs, short: Shortages, horizon: int
) -> Levels:
    """Return the level of a function from each moment on at which it changes (section 2)."""
    own = downs.get(function.id, ())
    graded = [need for need in network.needs[function.id] if need.levels is not None]
    edges = {0, *up_edges(downs, [function.id])}
    for need in graded:
        edges.update(up_edges(downs, need.providers))
        edges.update(edge for spell in short.get(need, ()) for edge in spell if edge is not None)
    if function.workaround is not None:
        for down in own:
            edges.update(_workaround_edges(function.workaround, down))
    found: list[tuple[int, Fraction]] = []
    for moment in sorted(edge for edge in edges if edge < horizon):
        level = _level(function, graded, downs, short, moment)
        if not found or found[-1][1] != level:
            found.append((moment, level))
    return tuple(found)


def _workaround_edges(workaround: Workaround, down: Downtime) -> list[int]:
    begin = down.start + workaround.after
    edges = [begin] if workaround.for_ is None else [begin, begin + workaround.for_]
    return [edge for edge in edges if down.end is None or edge < down.end]


def _level(
    function: Function, graded: Sequence[Need], downs: Downs, short: Shortages, now: int
) -> Fraction:
    own = downs.get(function.id, ())
    place = bisect_right(own, now, key=lambda down: down.start) - 1
    if place >= 0 and not is_up_at(own[place : place + 1], now):
        return _by_workaround(function.workaround, now - own[place].start)
    return min((_graded(need, downs, short, now) for need in graded), default=Fraction(1))


def _by_workaround(workaround: Workaround | None, elapsed: int) -> Fraction:
    """Return what a workaround gives *elapsed* seconds into an outage: each starts it anew."""
    if workaround is None or elapsed < workaround.after:
        return Fraction(0)
    if workaround.for_ is not None and elapsed >= workaround.after + workaround.for_:
        return Fraction(0)
    return workaround.level


def _graded(need: Need, downs: Downs, short: Shortages, now: int) -> Fraction:
    """Return the entry for the largest number not above the providers up; on a reserve, the least.

    During a changeover spares are up that do not serve yet: it is the reserve that carries on.
    """
    assert need.levels is not None
    least = min(need.levels)
    spells = short.get(need, ())
    if any(start <= now and (end is None or now < end) for start, end in spells):
        return need.levels[least]
    up = sum(is_up_at(downs.get(provider, ()), now) for provider in need.providers)
    return need.levels[max((number for number in need.levels if number <= up), default=least)]


def loss(
    function: Function, rto: int, down: int, graph: Levels, counted: tuple[int, Fraction]
) -> Fraction:
    """Return what a function adds to the loss of section 4, in weighted hours.

    Parameters
    ----------
    function
        The function; its weight counts.
    rto
        Its RTO in seconds.
    down
        Its downtime in seconds.
    graph
        Its level from each moment on.
    counted
        The horizon in seconds, and what an hour without it counts against an hour of lateness.
    """
    horizon, outage_weight = counted
    ends = [*(moment for moment, _ in graph[1:]), horizon]
    missing = sum(
        ((1 - level) * (end - start) for (start, level), end in zip(graph, ends, strict=True)),
        Fraction(0),
    )
    return function.weight * (max(0, down - rto) + outage_weight * missing) / HOUR
