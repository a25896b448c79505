"""Redundancy that is none: the alternatives of a group have something in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from bcp.audit.audited import Audited, found, listed
from bcp.audit.paths import why_stopped
from bcp.graph.network import Need, Role
from bcp.recovery.result import Finding
from bcp.words import Name


def false_redundancy(audited: Audited) -> Iterator[Finding]:
    """Find groups with a spare that one failure takes down whole, though not their owner."""
    for need in _with_spare(audited):
        shared = _shared(audited, need)
        if shared:
            ids = audited.in_order(_nearest(audited, shared))
            stopped = audited.stops[ids[0]]
            paths = [
                (need.owner, *why_stopped(audited.network, provider, {ids[0]}, stopped))
                for provider in need.providers
            ]
            yield found(
                "false-redundancy",
                (need.owner,),
                "warning",
                paths=paths,
                functions=audited.waiting.on(need.owner),
                values=_alternatives(need) | {"shared": listed(ids)},
            )


def same_room(audited: Audited) -> Iterator[Finding]:
    """Find alternatives that stand in one room, which the inventory does not say they require.

    Where they do require it, it is a common cause like any other.
    """
    network = audited.network
    for need in _with_spare(audited):
        if not all(provider in network.components for provider in need.providers):
            continue
        around = [network.places_of(provider)[1:] for provider in need.providers]
        rooms = [
            place
            for place in around[0]
            if network.components[place].kind == "room" and all(place in held for held in around)
        ]
        if not rooms or rooms[0] in _places_of(audited, need.owner):
            continue
        if any(rooms[0] in audited.stopped_by[provider] for provider in need.providers):
            continue
        paths = [
            (need.owner, *network.places_of(p)[: network.places_of(p).index(rooms[0]) + 1])
            for p in need.providers
        ]
        yield found(
            "same-room",
            (need.owner,),
            "note",
            paths=paths,
            functions=audited.waiting.on(need.owner),
            values=_alternatives(need) | {"room": Name(rooms[0])},
        )


def _places_of(audited: Audited, node: str) -> tuple[str, ...]:
    return audited.network.places_of(node) if node in audited.network.components else ()


def same_carrier(audited: Audited) -> Iterator[Finding]:
    """Find lines that stand in for each other and are run by one carrier, as their facts say."""
    components = audited.network.components
    for need in _with_spare(audited):
        facts = [components[p].facts if p in components else None for p in need.providers]
        carriers = {"" if held is None else held.carrier for held in facts}
        if len(carriers) == 1 and "" not in carriers and not _shared(audited, need):
            yield found(
                "same-carrier",
                (need.owner,),
                "note",
                functions=audited.waiting.on(need.owner),
                values=_alternatives(need) | {"carrier": carriers.pop()},
            )


def _alternatives(need: Need) -> dict[str, object]:
    return {"providers": tuple(Name(provider) for provider in need.providers)}


def _with_spare(audited: Audited) -> Iterator[Need]:
    for need in audited.all_needs():
        if need.role is Role.REQUIRES and len(need.providers) > need.at_least:
            yield need


def _shared(audited: Audited, need: Need) -> frozenset[str]:
    """Return what takes all providers of a need down, and its owner by this need only."""
    common = frozenset.intersection(*(audited.stopped_by[p] for p in need.providers))
    common -= {*need.providers, need.owner}
    for other in audited.network.needs[need.owner]:
        if common and other is not need:
            common -= _losing(audited, other)
    return common


def _nearest(audited: Audited, shared: frozenset[str]) -> frozenset[str]:
    """Return those of *shared* that take no other of them down: the common cause itself."""
    above = frozenset(
        c for other in shared for c in audited.stopped_by[other] & shared if c != other
    )
    return shared - above or shared


def _losing(audited: Audited, need: Need) -> frozenset[str]:
    """Return the single failures after which a need is not satisfied."""
    bearable = len(need.providers) - need.at_least
    if need.staff is not None:
        return frozenset()
    if not bearable:
        return frozenset().union(*(audited.stopped_by[p] for p in need.providers))
    counts = Counter(chain.from_iterable(audited.stopped_by[p] for p in need.providers))
    return frozenset(failure for failure, count in counts.items() if count > bearable)
