"""Which boxes the map has: one a thing, or one for several where there are too many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bcp.graph.network import Network
from bcp.report.names import called, clean, department_of
from bcp.words import Lang, say
from bcp.words.chart_map import WORDS

__all__ = ["EVERYWHERE", "FUNCTION", "Thing", "condensed", "site_of", "things_of"]

FUNCTION = "function"
"""The kind of a function."""
EVERYWHERE = "*"
"""The site of things put together that stand in several."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What a box stands for, before it has a place."""

    id: str
    label: str
    kind: str
    site: str
    members: tuple[str, ...]


def site_of(network: Network, id_: str) -> str:
    """Return the outermost place that a component stands in; empty if it stands in none.

    A site and a room are places themselves. A function is nowhere: people can move.
    """
    component = network.components.get(id_)
    if component is None:
        return ""
    outermost = network.places_of(id_)[-1]
    is_place = network.components[outermost].kind in {"site", "room"}
    return outermost if outermost != id_ or is_place else ""


def things_of(network: Network, ids: Iterable[str], lang: Lang) -> tuple[Thing, ...]:
    """Return a thing for each of *ids*."""
    return tuple(_thing(network, id_, lang) for id_ in ids)


def _thing(network: Network, id_: str, lang: Lang) -> Thing:
    component = network.components.get(id_)
    item = network.functions[id_] if component is None else component
    kind = FUNCTION if component is None else component.kind
    return Thing(id_, clean(called(item, lang)), kind, site_of(network, id_), (id_,))


@dataclass(frozen=True, slots=True)
class _Way:
    """A way of putting things together."""

    is_function: bool
    """Whether it is for functions, or for components."""
    key: Callable[[Thing], str]
    """What those have in common that are put together."""
    label: Callable[[Thing], str]
    """What they are called together."""


def condensed(
    things: tuple[Thing, ...], network: Network, lang: Lang, most: int
) -> tuple[Thing, ...]:
    """Return at most *most* things, or as few as kinds and ranks allow.

    Components of one site and kind are put together first, the largest groups before the smaller,
    and only as many as it takes; then functions of one department, then of one rank; at last
    components of one kind, wherever they stand.
    """
    for way in _ways(network, lang):
        if len(things) <= most:
            break
        things = _together(things, way, most, lang)
    return things


def _ways(network: Network, lang: Lang) -> tuple[_Way, ...]:
    functions = network.functions

    def kinds(thing: Thing) -> str:
        return say(WORDS, f"kinds-{thing.kind}", lang)

    def department(thing: Thing) -> str:
        name = clean(department_of(functions[thing.members[0]], lang))
        return name or say(WORDS, "department-none", lang)

    def rank(thing: Thing) -> str:
        held = functions[thing.members[0]].rank
        key = "rank-none" if held is None else "rank"
        return say(WORDS, key, lang, rank=clean(held or ""))

    return (
        _Way(False, lambda thing: f"{thing.site}/{thing.kind}", kinds),  # noqa: FBT003
        _Way(True, department, department),  # noqa: FBT003
        _Way(True, rank, rank),  # noqa: FBT003
        _Way(False, lambda thing: f"{EVERYWHERE}/{thing.kind}", kinds),  # noqa: FBT003
    )


def _together(things: tuple[Thing, ...], way: _Way, most: int, lang: Lang) -> tuple[Thing, ...]:
    groups: dict[str, list[Thing]] = {}
    for thing in things:
        if (thing.kind == FUNCTION) is way.is_function:
            groups.setdefault(way.key(thing), []).append(thing)
    left, joined = len(things), dict[str, Thing]()
    for key, group in sorted(groups.items(), key=lambda held: -len(held[1])):
        if left <= most or len(group) == 1:
            break
        left -= len(group) - 1
        joined[key] = _one(group, key, way, lang)
    return _replaced(things, way, joined)


def _one(group: Sequence[Thing], key: str, way: _Way, lang: Lang) -> Thing:
    members = tuple(member for thing in group for member in thing.members)
    # A department may be called anything; no two groups hold the same function.
    id_ = f"{EVERYWHERE}/{FUNCTION}/{members[0]}" if way.is_function else key
    label = say(WORDS, "several", lang, what=way.label(group[0]), number=len(members))
    is_one_place = len({thing.site for thing in group}) == 1
    site = group[0].site if is_one_place else EVERYWHERE
    return Thing(id_, label, group[0].kind, site, members)


def _replaced(
    things: tuple[Thing, ...], way: _Way, joined: Mapping[str, Thing]
) -> tuple[Thing, ...]:
    """Return *things* with each that was joined standing where the first of its group stood."""
    found: dict[str, Thing] = {}
    for thing in things:
        group = None
        if (thing.kind == FUNCTION) is way.is_function:
            group = joined.get(way.key(thing))
        found.setdefault((group or thing).id, group or thing)
    return tuple(found.values())
