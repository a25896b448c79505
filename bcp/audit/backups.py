"""Data that would be lost, or could not be brought back: its backups."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bcp.audit.audited import Audited, found, listed
from bcp.audit.paths import Path, shortest
from bcp.audit.starts import wants_to_recover
from bcp.graph.network import Network
from bcp.inventory.models import Component
from bcp.recovery.deadlock import never_up
from bcp.recovery.result import Finding
from bcp.units import DAY
from bcp.words import Name, Span

_YEAR = 365
"""How many days old a restoration test may be: the plan itself is looked over every year."""


def backups(audited: Audited) -> Iterator[Finding]:
    """Find data without a backup that survives what strikes it, or with too old a one."""
    for data in audited.inventory.components:
        if data.kind != "data":
            continue
        functions = audited.waiting.on(data.id)
        if not data.backups:
            yield found("no-backup", (data.id,), functions=functions)
            continue
        yield from _in_one_place(audited, data, functions)
        yield from _online_only(data, functions)
        yield from _too_rare(audited, data)
        yield from _untested(data, functions, audited.day)


def _in_one_place(
    audited: Audited, data: Component, functions: tuple[str, ...]
) -> Iterator[Finding]:
    """Say that every copy stands where the data stands, and where that is."""
    network = audited.network
    places = network.places_of(data.id)[1:]
    ways: list[Path] = []
    for backup in data.backups:
        around = network.places_of(backup.at)
        shared = next((place for place in around if place in places), None)
        if shared is None:
            return
        ways.append((*around[: around.index(shared) + 1],))
    at = tuple(dict.fromkeys(Name(backup.at) for backup in data.backups))
    own = (data.id, *places[: places.index(ways[0][-1]) + 1])
    paths = tuple(dict.fromkeys((own, *ways)))
    values = {"at": at, "place": Name(ways[0][-1])}
    yield found(
        "backup-same-place", (data.id,), "warning", paths=paths, functions=functions, values=values
    )


def _online_only(data: Component, functions: tuple[str, ...]) -> Iterator[Finding]:
    if all(backup.online for backup in data.backups):
        at = listed([*dict.fromkeys(backup.at for backup in data.backups)])
        yield found(
            "backup-online-only", (data.id,), "warning", functions=functions, values={"at": at}
        )


def _too_rare(audited: Audited, data: Component) -> Iterator[Finding]:
    """Say which function's RPO is shorter than the time between two backups."""
    network = audited.network
    every = min(backup.every for backup in data.backups)
    waiting = [network.functions[id_] for id_ in audited.waiting.on(data.id)]
    wanted = [(f.rpo, f.id) for f in waiting if f.rpo is not None and f.rpo < every]
    if wanted:
        rpo, function = min(wanted, key=lambda pair: pair[0])
        path = shortest(function, {data.id}, lambda node: _needed(network, node))
        values = {"every": Span(every), "rpo": Span(rpo), "function": Name(function)}
        late = tuple(id_ for _, id_ in wanted)
        yield found(
            "backup-too-rare", (data.id,), "warning", paths=(path,), functions=late, values=values
        )


def _needed(network: Network, node: str) -> Iterator[str]:
    for need in network.needs[node]:
        yield from need.providers


def _untested(data: Component, functions: tuple[str, ...], day: date | None) -> Iterator[Finding]:
    """Say that no copy was ever restored as a test, or none for long."""
    tested = [backup.tested for backup in data.backups if backup.tested is not None]
    if not tested:
        yield found("backup-untested", (data.id,), "warning", functions=functions)
    elif day is not None and (day - max(tested)).days > _YEAR:
        values = {"on": max(tested).isoformat(), "ago": Span((day - max(tested)).days * DAY)}
        yield found("backup-test-old", (data.id,), "note", functions=functions, values=values)


def circular_backups(audited: Audited) -> Iterator[Finding]:
    """Find data every copy of which is out of reach until the data itself is back."""
    network, wants = audited.network, wants_to_recover(audited)

    def below(node: str) -> Iterator[str]:
        for need in wants(node):
            yield from need.providers

    nodes = tuple(network.nodes())
    knotted: frozenset[str] | None = None
    for data in audited.inventory.components:
        if not data.backups:
            continue
        ways = [shortest(backup.at, {data.id}, below) for backup in data.backups]
        if not all(ways):
            continue
        if knotted is None:
            knotted = never_up(network, nodes, wants)
        stuck = never_up(network, nodes, wants, {data.id})
        if data.id not in knotted:  # what is stuck in another knot is not stuck for this data
            stuck -= knotted
        if all(backup.at in stuck for backup in data.backups):
            paths = tuple(dict.fromkeys((data.id, *way) for way in ways))
            at = tuple(dict.fromkeys(Name(backup.at) for backup in data.backups))
            functions = audited.waiting.on(data.id)
            yield found(
                "backup-circular", (data.id,), paths=paths, functions=functions, values={"at": at}
            )
