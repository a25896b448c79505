"""What data is lost: the youngest usable backup of everything damaged (section 4, Data)."""

from __future__ import annotations

from collections.abc import Mapping

from bcp.graph.knots import circles
from bcp.graph.network import Need, Network
from bcp.inventory.models import Backup, Component
from bcp.scenario.impact import Impact

NOTHING_LEFT = float("inf")
"""The loss of data without a usable backup."""


def data_losses(network: Network, impact: Impact) -> dict[str, float]:
    """Return the seconds of data that each damaged data component loses."""
    damaged = impact.damaged
    spoilt = _spoilt_since(impact)
    return {
        id_: _loss(network, network.components[id_], damaged, spoilt.get(id_))
        for id_ in sorted(damaged, key=network.place.__getitem__)
        if network.components[id_].kind == "data"
    }


def _spoilt_since(impact: Impact) -> dict[str, int]:
    """Return since when data was spoilt, in seconds from the incident (before it: negative)."""
    since: dict[str, int] = {}
    for hit in impact.hits:
        if hit.corrupt_since is not None and hit.at < impact.head.horizon:
            moment = hit.at - hit.corrupt_since
            since[hit.component] = min(since.get(hit.component, moment), moment)
    return since


def _loss(network: Network, data: Component, damaged: frozenset[str], spoilt: int | None) -> float:
    usable = [
        backup
        for backup in data.backups
        if damaged.isdisjoint(network.places_of(backup.at))
        and not (backup.online and spoilt is not None)
    ]
    return min((_age(backup, spoilt) for backup in usable), default=NOTHING_LEFT)


def _age(backup: Backup, spoilt: int | None) -> int:
    """Return the age at the incident of the youngest copy taken before the data was spoilt."""
    if spoilt is None or backup.youngest > -spoilt:
        return backup.youngest
    more = (-spoilt - backup.youngest) // backup.every + 1
    return backup.youngest + more * backup.every


def losses_below(network: Network, losses: Mapping[str, float]) -> dict[str, float]:
    """Return the seconds of data lost at or below each node that loses any.

    Of a group, the providers that lose least count, as many as it needs: a replica that
    survives saves the data.
    """
    below: dict[str, float] = dict(losses)
    if not any(losses.values()):
        return below
    edges = {
        node: tuple(p for need in network.needs[node] for p in need.providers)
        for node in network.nodes()
    }
    for circle in circles(edges, edges.__getitem__):
        changed = True
        while changed:
            changed = False
            for node in circle:
                lost = max(
                    [losses.get(node, 0), *(_of(need, below) for need in network.needs[node])]
                )
                changed |= lost > below.get(node, 0)
                if lost:
                    below[node] = lost
    return below


def _of(need: Need, below: Mapping[str, float]) -> float:
    if not need.providers:
        return 0
    return sorted(below.get(provider, 0) for provider in need.providers)[need.at_least - 1]
