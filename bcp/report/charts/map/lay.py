"""Lays out the dependency map: who needs whom, from left to right, in areas by site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from bcp.graph.network import Network
from bcp.report.charts.map.boxes import EVERYWHERE, FUNCTION, Thing, condensed, things_of
from bcp.report.charts.map.heights import heights_of
from bcp.report.charts.map.labels import two_lines
from bcp.report.charts.map.layout import Box, Edge, MapLayout, Node, Region
from bcp.report.charts.map.links import Link, gathered, links_of, without_implied
from bcp.report.charts.map.order import ordered
from bcp.report.charts.map.plan import HEAD, LABEL, PAD, SIGN, Ground, Plan, best_plan
from bcp.report.charts.map.weave import BOX, GAP
from bcp.report.names import called, clean
from bcp.words import Lang, say
from bcp.words.chart_map import WORDS

__all__ = ["lay_out"]

_MARGIN = 4.0
_MOST_AREAS = 9
_PER_AREA = 14
"""Of fewer boxes, an area of its own is not worth its room."""
_ELSEWHERE = ""


def lay_out(
    network: Network,
    lang: Lang,
    *,
    most: int = 200,
    only: frozenset[str] | None = None,
    aspect: float = 1.5,
    has_implied: bool = False,
) -> MapLayout:
    """Return where everything of the dependency map lies; the same network, the same map.

    What is needed stands left of who needs it, functions at the right; only in a circle of needs
    some lines lead back. Components stand in the area of the site they are in. A line is drawn for
    every need but those that a chain of others says already; what recovery tasks need is not drawn.

    Parameters
    ----------
    network
        Who needs whom.
    lang
        Of the labels.
    most
        How many boxes there may be; what is more is put together by site and kind, then functions
        by department or rank.
    only
        The components and functions to show; all of them if left out.
    aspect
        The width wanted for a height of 1.
    has_implied
        Whether to draw what a chain of needs says already, too.
    """
    ids = [id_ for id_ in network.nodes() if only is None or id_ in only]
    things = condensed(things_of(network, ids, lang), network, lang, most)
    box = {member: thing.id for thing in things for member in thing.members}
    inside = (one for one in links_of(network) if one.start in box and one.end in box)
    links = gathered(inside, box.__getitem__)
    ground = Ground(
        things=things,
        links=links,
        drawn=links if has_implied else without_implied(links),
        areas=_areas(things, min(_MOST_AREAS, max(2, most // _PER_AREA))),
        dealt=_dealt(things, network),
        lang=lang,
        aspect=aspect,
    )
    return _drawn(ground, best_plan(ground), network)


def _areas(things: Sequence[Thing], most: int) -> dict[str, int]:
    """Return the row of each site: the largest first, many small ones share one.

    What stands nowhere comes second: most of it joins the largest site to the rest.
    """
    sizes = Counter[str]()
    for thing in things:
        sizes[thing.site] += 0 if thing.kind == FUNCTION else len(thing.members)
    named = [site for site, _ in sizes.most_common() if site != _ELSEWHERE]
    last = len(named) if len(named) <= most else most - 1
    rows = {site: min(place, last) for place, site in enumerate(named)}
    return {_ELSEWHERE: 1, **{site: row + (row > 0) for site, row in rows.items()}}


def _dealt(things: Sequence[Thing], network: Network) -> tuple[str, ...]:
    """Return the boxes in the order of the files, functions by rank and RTO."""
    ranks = {rank: place for place, rank in enumerate(network.inventory.organisation.ranks)}

    def urgency(thing: Thing) -> tuple[int, int]:
        if thing.kind != FUNCTION:
            return (-1, 0)
        held = [network.functions[member] for member in thing.members]
        return min((ranks.get(one.rank or "", len(ranks)), one.rto.normal) for one in held)

    return tuple(thing.id for thing in sorted(things, key=urgency))


def _drawn(ground: Ground, plan: Plan, network: Network) -> MapLayout:
    tops = {row: top for row, (top, _) in plan.tops.items()}
    heights = heights_of(plan.held, ordered(plan.held, tops), plan.tops)
    numbered = enumerate(ground.things)
    return MapLayout(
        nodes=tuple(_node(thing, plan, number, heights[number]) for number, thing in numbered),
        edges=tuple(_edge(link, ground, plan, heights) for link in ground.drawn),
        regions=(*_sites(ground, plan, network), *_functions(plan, ground.lang)),
        width=plan.width + 4 * _MARGIN,
        height=plan.height + 2 * _MARGIN,
        is_condensed=any(len(thing.members) > 1 for thing in ground.things),
    )


def _node(thing: Thing, plan: Plan, number: int, middle: float) -> Node:
    layer = plan.held.items[number].layer
    left, width = plan.lefts[layer], plan.widths[layer]
    top = middle - BOX / 2
    lines = two_lines(thing.label, (width - SIGN - PAD) / LABEL)
    box = _moved((left, top, left + width, top + BOX))
    return Node(thing.id, thing.label, thing.kind, thing.site, thing.members, box, lines)


def _edge(link: Link, ground: Ground, plan: Plan, heights: Sequence[float]) -> Edge:
    way = plan.held.ways[link.start, link.end]
    points: list[tuple[float, float]] = []
    for place, item in enumerate(way):
        layer = plan.held.items[item].layer
        left, y = plan.lefts[layer] + 2 * _MARGIN, heights[item] + _MARGIN
        if place:
            points.append((left, y))
        if place < len(way) - 1:
            points.append((left + plan.widths[layer], y))
    if ground.things[way[0]].id != link.start:
        points.reverse()
    return Edge(link.start, link.end, link.sort, tuple(points), link.count)


def _sites(ground: Ground, plan: Plan, network: Network) -> list[Region]:
    last = plan.first - 1
    right = plan.lefts[last] + plan.widths[last] + _MARGIN if plan.first else 0.0
    return [
        Region(
            _name(row, ground.areas, network, ground.lang),
            _moved((-_MARGIN, top - HEAD, right, bottom + GAP)),
        )
        for row, (top, bottom) in sorted(plan.tops.items())
        if row >= 0
    ]


def _name(row: int, areas: Mapping[str, int], network: Network, lang: Lang) -> str:
    here = [site for site, held in areas.items() if held == row]
    if here == [_ELSEWHERE]:
        return say(WORDS, "region-elsewhere", lang)
    if here == [EVERYWHERE]:
        return say(WORDS, "region-everywhere", lang)
    if len(here) > 1:
        return say(WORDS, "region-others", lang, number=len(here))
    return clean(called(network.components[here[0]], lang))


def _functions(plan: Plan, lang: Lang) -> list[Region]:
    if plan.first >= plan.held.layers:
        return []
    box = (plan.lefts[plan.first] - _MARGIN, 0.0, plan.width + _MARGIN, plan.height)
    return [Region(say(WORDS, "region-functions", lang), _moved(box))]


def _moved(box: Box) -> Box:
    """Return *box* with the margins before it."""
    left, top, right, bottom = box
    return left + 2 * _MARGIN, top + _MARGIN, right + 2 * _MARGIN, bottom + _MARGIN
