"""Components, functions and needs as plain JSON: groups as they are, times in seconds."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from bcp.graph.network import Network
from bcp.inventory.models import Component, Function, Group

__all__ = ["plain_json"]


def plain_json(
    network: Network, title: str, names: Mapping[str, str], kept: Collection[str] | None = None
) -> dict[str, Any]:
    """Return who needs whom.

    Parameters
    ----------
    network
        The inventory.
    title
        What the organisation is called.
    names
        What each id is called, in the language of the output.
    kept
        The ids that are told; all if left out. A need that has none of them is left out.
    """
    chosen = set(network.nodes()) if kept is None else set(kept)
    components = [one for one in network.components.values() if one.id in chosen]
    functions = [one for one in network.functions.values() if one.id in chosen]
    items: list[Component | Function] = [*components, *functions]
    return {
        "inventory": network.inventory.organisation.id,
        "name": title,
        "components": [_component(one, names, chosen) for one in components],
        "functions": [_function(one, names) for one in functions],
        "needs": [
            need
            for item in items
            for role in ("requires", "starts_with")
            for group in getattr(item, role, ())
            if (need := _need(item.id, role, group, chosen))["any_of"]
        ],
    }


def _component(one: Component, names: Mapping[str, str], chosen: set[str]) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": names[one.id],
        "kind": one.kind,
        "within": one.within if one.within in chosen else None,
        "tags": list(one.tags),
        "startup_s": one.startup,
    }


def _function(one: Function, names: Mapping[str, str]) -> dict[str, Any]:
    mtpd = one.mtpd
    return {
        "id": one.id,
        "name": names[one.id],
        "rank": one.rank,
        "rto_s": {"normal": one.rto.at("normal"), "disaster": one.rto.at("disaster")},
        "mtpd_s": mtpd and {"normal": mtpd.at("normal"), "disaster": mtpd.at("disaster")},
        "tags": list(one.tags),
    }


def _need(owner: str, role: str, group: Group, chosen: set[str]) -> dict[str, Any]:
    return {
        "of": owner,
        "role": role,
        "any_of": [id_ for id_ in group.any_of if id_ in chosen],
        "at_least": group.at_least,
        "holdover_s": group.holdover,
        "held_by": group.held_by if group.held_by in chosen else None,
        "switchover_s": group.switchover,
    }
