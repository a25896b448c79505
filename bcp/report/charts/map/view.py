"""What the dependency map says, as numbers: what stops most, and what a scenario did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bcp.graph.explain import explain
from bcp.graph.failures import Failures
from bcp.graph.network import Network
from bcp.recovery.result import Result
from bcp.report.charts.picture import Source
from bcp.report.names import called, clean, names_of
from bcp.scenario.models import Head
from bcp.words import Lang

__all__ = ["Centre", "MapView", "State", "Struck", "map_view"]

State = Literal["damaged", "down", "late"]
"""Hit itself; stopped by what it needs; a function that misses its RTO."""
_PLACES = ("site", "room")


@dataclass(frozen=True, slots=True)
class Centre:
    """The one thing that the map is about."""

    id: str
    name: str
    is_function: bool
    needs: int
    """How many components and functions it needs, directly or through others."""
    alone: int
    """How many components stop it when they alone fail for good, itself left out."""
    functions: int
    """How many functions need it, directly or through others, even as a spare."""
    stops: int
    """How many functions stop when it alone fails for good."""


@dataclass(frozen=True, slots=True)
class Struck:
    """What a scenario did."""

    name: str
    states: Mapping[str, State]
    """Of components and functions; the others stay up."""
    damaged: int
    down: int
    """How many other components ever stop."""
    stopped: int
    """How many functions ever stop."""
    late: int
    """How many of them miss their RTO."""


@dataclass(frozen=True)
class MapView:
    """Everything the picture says; where things stand follows from the size of the sheet."""

    lang: Lang
    organisation: str
    network: Network
    only: frozenset[str] | None
    """What is shown; None: everything."""
    most: int
    """How many boxes there may be."""
    components: int
    functions: int
    """How many there are, shown or not."""
    stops: Mapping[str, int]
    """By component: how many functions stop when it alone fails for good; those with 0 left out."""
    worst: tuple[str, ...]
    """The components, places left out, that stop most functions, in the order of the files."""
    names: Mapping[str, str]
    centre: Centre | None
    struck: Struck | None
    source: str


def map_view(
    network: Network,
    lang: Lang,
    *,
    of: str | None = None,
    played: tuple[Head, Result] | None = None,
    most: int = 200,
    source: Source | None = None,
) -> MapView:
    """Return what the map shows.

    Parameters
    ----------
    network
        Who needs whom.
    lang
        Of the names, and of the words in the picture.
    of
        A component or function: then only what it needs, and who needs it.
    played
        A scenario and what came of it; marks what is damaged and down.
    most
        How many boxes there may be; fewer where a sheet holds fewer that can be read.
    source
        Where the picture comes from.

    Raises
    ------
    KeyError
        If there is no such component or function.
    """
    stops, alone = _stops(network, of)
    names = {id_: clean(name) for id_, name in names_of(network.inventory, lang).items()}
    kinds = {id_: held.kind for id_, held in network.components.items()}
    able = [id_ for id_ in stops if kinds[id_] not in _PLACES] or [*stops]
    highest = max((stops[id_] for id_ in able), default=0)
    only, centre = None, None
    if of is not None:
        held = explain(network, of)
        only = frozenset((of, *held.all_needs, *held.all_needed_by))
        users = [id_ for id_ in held.all_needed_by if id_ in network.functions and id_ != of]
        needs = len([id_ for id_ in held.all_needs if id_ != of])
        is_function = of in network.functions
        own = stops.get(of, 0)
        centre = Centre(of, names[of], is_function, needs, alone, len(users), own)
    return MapView(
        lang=lang,
        organisation=clean(called(network.inventory.organisation, lang)),
        network=network,
        only=only,
        most=most,
        components=len(network.components),
        functions=len(network.functions),
        stops=stops,
        worst=tuple(id_ for id_ in able if stops[id_] == highest),
        names=names,
        centre=centre,
        struck=None if played is None else _struck(*played, lang),
        source=source.line(lang) if source else "",
    )


def _stops(network: Network, of: str | None) -> tuple[dict[str, int], int]:
    """Return how many functions each component stops alone, and how many components stop *of*."""
    ids = [*network.components]
    found = Failures(network).stopped_by([[id_] for id_ in ids])
    stops = dict.fromkeys(ids, 0)
    for function in network.functions:
        for place in found[function]:
            stops[ids[place]] += 1
    alone = [ids[place] for place in found[of] if ids[place] != of] if of is not None else []
    return {id_: number for id_, number in stops.items() if number}, len(alone)


def _struck(head: Head, result: Result, lang: Lang) -> Struck:
    states: dict[str, State] = {}
    for id_, held in result.components.items():
        if held.damaged:
            states[id_] = "damaged"
        elif held.down:
            states[id_] = "down"
    stopped = {id_: held for id_, held in result.functions.items() if held.down}
    late = sum(not held.rto_met for held in stopped.values())
    for id_, function in stopped.items():
        states[id_] = "down" if function.rto_met else "late"
    damaged = sum(held.damaged for held in result.components.values())
    down = sum(not held.damaged and bool(held.down) for held in result.components.values())
    return Struck(clean(called(head, lang)), states, damaged, down, len(stopped), late)
