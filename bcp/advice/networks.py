"""The network of an inventory that differs little from one whose network is there already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from bcp.graph.network import Network, build_network
from bcp.inventory.models import Inventory

__all__ = ["network_like"]


def network_like(base: Network, inventory: Inventory) -> Network:
    """Return the network of *inventory*; what needs what is taken from *base* where it is the same.

    People, lengths of tasks and start-ups change nothing about who needs whom.

    Parameters
    ----------
    base
        The network of an inventory of which *inventory* was made.
    inventory
        What the organisation has.
    """
    if inventory is base.inventory:
        return base
    if not _is_alike(base.inventory, inventory):
        return build_network(inventory)
    return replace(
        base,
        inventory=inventory,
        components={held.id: held for held in inventory.components},
        functions={held.id: held for held in inventory.functions},
        procedures={held.id: held for held in inventory.procedures},
        tasks={(p.id, task.id): task for p in inventory.procedures for task in p.tasks},
    )


def _is_alike(one: Inventory, other: Inventory) -> bool:
    """Return whether the same things need the very same groups: changes keep what they leave."""
    pairs = zip_longest(_wants(one), _wants(other), fillvalue=("",))
    return all(
        len(mine) == len(theirs)
        and mine[0] == theirs[0]
        and all(a is b for a, b in zip(mine[1:], theirs[1:], strict=True))
        for mine, theirs in pairs
    )


def _wants(inventory: Inventory) -> Iterator[tuple[object, ...]]:
    """Yield what everything that needs something is called, and what it needs."""
    for component in inventory.components:
        yield component.id, component.requires, component.starts_with
    for function in inventory.functions:
        yield function.id, function.requires, function.staff
    for procedure in inventory.procedures:
        for task in procedure.tasks:
            yield (procedure.id, task.id), task.requires
