"""The dependency map as a page can draw, search and walk it: boxes, lines and what hangs on what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bcp.graph.failures import Failures
from bcp.graph.network import Need, Network, Role
from bcp.outlook.outlook import by_urgency
from bcp.report.charts.map.labels import two_lines
from bcp.report.charts.map.layout import MapLayout, Node
from bcp.report.charts.map.plan import LABEL, PAD, SIGN
from bcp.report.page.voice import EMPTY, Both, Voice, told
from bcp.words import Lang

__all__ = ["Area", "Item", "Line", "MapBox", "NeedOf", "NetworkMap", "Weak", "map_json", "map_of"]

_KEPT = 60
"""How many neighbours of an item are told; the rest is counted."""
_WEAK = 12


@dataclass(frozen=True, slots=True)
class NeedOf:
    """A group that an item needs."""

    providers: tuple[str, ...]
    at_least: int
    only_to_start: bool
    staff: Both
    """People, where it is they who are needed."""


@dataclass(frozen=True, slots=True)
class Item:
    """A component or function."""

    id: str
    name: Both
    kind: str
    box: str
    """The box that stands for it."""
    needs: tuple[NeedOf, ...]
    users: tuple[str, ...]
    """Who needs it, to be up or to start."""
    stops: tuple[str, ...]
    """The functions that stop when it alone fails for good."""
    others: int
    """How many components stop with it."""


@dataclass(frozen=True, slots=True)
class MapBox:
    """A box with its name, cut to fit."""

    id: str
    x: float
    y: float
    width: float
    height: float
    kind: str
    lines_ja: tuple[str, ...]
    """Its name in one line or two, cut so that it fits."""
    lines_en: tuple[str, ...]
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line from what is needed to who needs it."""

    path: str
    sort: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the map with a name."""

    label: Both
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Weak:
    """A single thing whose failure stops functions."""

    id: str
    name: Both
    kind: Both
    functions: int
    named: Both


@dataclass(frozen=True, slots=True)
class NetworkMap:
    """The map and what it knows."""

    width: float
    height: float
    boxes: tuple[MapBox, ...]
    lines: tuple[Line, ...]
    areas: tuple[Area, ...]
    items: tuple[Item, ...]
    """All components and functions, in the order of the files."""
    weak: tuple[Weak, ...]
    """What stops most functions alone, the most first."""
    weak_left: int
    is_condensed: bool


def map_of(network: Network, layouts: Mapping[Lang, MapLayout], voice: Voice) -> NetworkMap:
    """Return the map of a network.

    Parameters
    ----------
    network
        Who needs whom.
    layouts
        Where everything lies, its names in each language; boxes lie as in Japanese.
    voice
        Says names.
    """
    layout, other = layouts["ja"], layouts["en"]
    labels = {node.id: node.label for node in other.nodes}
    items = _items(network, layout.nodes, voice)
    weak = sorted((item for item in items if item.stops), key=lambda item: -len(item.stops))
    singles = [item for item in weak if item.id in network.components]
    return NetworkMap(
        width=layout.width,
        height=layout.height,
        boxes=tuple(_box(node, labels.get(node.id, node.label)) for node in layout.nodes),
        lines=tuple(
            Line(_path(edge.points), edge.sort, edge.start, edge.end) for edge in layout.edges
        ),
        areas=_areas(layout, other),
        items=items,
        weak=tuple(_weak(item, network, voice) for item in singles[:_WEAK]),
        weak_left=max(0, len(singles) - _WEAK),
        is_condensed=layout.is_condensed,
    )


def _areas(layout: MapLayout, other: MapLayout) -> tuple[Area, ...]:
    same = len(layout.regions) == len(other.regions)
    found = []
    for place, region in enumerate(layout.regions):
        x0, y0, x1, y1 = region.box
        label = told(region.label, other.regions[place].label if same else None)
        found.append(Area(label, x0, y0, x1 - x0, y1 - y0))
    return tuple(found)


def _path(points: Sequence[tuple[float, float]]) -> str:
    """Return a line that leaves and reaches each point level."""
    found = [f"M{_at(points[0])}"] if points else []
    for (x0, y0), (x1, y1) in pairwise(points):
        middle = (x0 + x1) / 2
        level = y0 == y1
        bend = "" if level else f"C{_at((middle, y0))} {_at((middle, y1))} "
        found.append(f"L{_at((x1, y1))}" if level else f"{bend}{_at((x1, y1))}")
    return "".join(found)


def _at(point: tuple[float, float]) -> str:
    return ",".join(f"{value:.1f}".removesuffix(".0") for value in point)


def _box(node: Node, label_en: str) -> MapBox:
    x0, y0, x1, y1 = node.box
    whole = told(node.label, label_en)
    room = (x1 - x0 - SIGN - PAD) / LABEL
    return MapBox(
        id=node.id,
        x=x0,
        y=y0,
        width=x1 - x0,
        height=y1 - y0,
        kind=node.kind,
        lines_ja=two_lines(whole.ja, room),
        lines_en=two_lines(whole.en, room),
        members=node.members,
    )


def _items(network: Network, nodes: Iterable[Node], voice: Voice) -> tuple[Item, ...]:
    boxes = {member: node.id for node in nodes for member in node.members}
    stopped = _stopped(network)
    found = []
    for id_ in network.nodes():
        stops = stopped[id_]
        functions = [one for one in stops if one in network.functions]
        component = network.components.get(id_)
        users = (need.owner for need in network.users[id_] if need.role is not Role.TASK)
        found.append(
            Item(
                id=id_,
                name=voice.name(id_),
                kind="function" if component is None else component.kind,
                box=boxes.get(id_, ""),
                needs=_needs(network, id_, voice),
                users=tuple(dict.fromkeys(users)),
                stops=tuple(functions),
                others=len(stops) - len(functions),
            )
        )
    return tuple(found)


def _stopped(network: Network) -> dict[str, list[str]]:
    """Return for each node what goes down when it alone fails for good."""
    nodes = [*network.nodes()]
    found: dict[str, list[str]] = {node: [] for node in nodes}
    for node, places in Failures(network).stopped_by([(node,) for node in nodes]).items():
        for place in places:
            if nodes[place] != node:
                found[nodes[place]].append(node)
    return found


def _needs(network: Network, id_: str, voice: Voice) -> tuple[NeedOf, ...]:
    needs = network.needs[id_] + network.start_needs[id_]
    return tuple(_need(need, voice) for need in needs)


def _need(need: Need, voice: Voice) -> NeedOf:
    staff = EMPTY
    if need.staff is not None:
        staff = voice.say("staff", team=voice.name(need.staff.team), number=need.at_least)
    return NeedOf(need.providers, need.at_least, need.role is Role.STARTS_WITH, staff)


def _weak(item: Item, network: Network, voice: Voice) -> Weak:
    return Weak(
        id=item.id,
        name=item.name,
        kind=voice.say(f"kind-{item.kind}"),
        functions=len(item.stops),
        named=voice.list(by_urgency(network.inventory, item.stops), 4),
    )


def map_json(held: NetworkMap, kinds: Mapping[str, Both]) -> dict[str, object]:
    """Return what the page needs to search and walk the map, everything by its position.

    Parameters
    ----------
    held
        The map.
    kinds
        What each kind is called.
    """
    place = {item.id: number for number, item in enumerate(held.items)}
    box = {one.id: number for number, one in enumerate(held.boxes)}
    sorts = [*kinds]
    return {
        "kinds": [[text.ja, text.en] for text in kinds.values()],
        "items": [
            [
                item.id,
                item.name.ja,
                item.name.en if item.name.en != item.name.ja else 0,
                sorts.index(item.kind),
                box.get(item.box, -1),
                [_need_json(need, place) for need in item.needs],
                [place[id_] for id_ in item.users[:_KEPT]],
                len(item.users),
                [place[id_] for id_ in item.stops[:_KEPT]],
                len(item.stops),
                item.others,
            ]
            for item in held.items
        ],
        "lines": [[box.get(line.start, -1), box.get(line.end, -1)] for line in held.lines],
    }


def _need_json(need: NeedOf, place: Mapping[str, int]) -> list[object]:
    shown = [place[id_] for id_ in need.providers[:_KEPT]]
    staff = [need.staff.ja, need.staff.en] if need.staff else 0
    return [need.at_least, shown, int(need.only_to_start), staff]
