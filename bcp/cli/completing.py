"""What the shell offers when a word is completed: the ids there are, silently nothing on a fault."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import click

from bcp.errors import BcpError

Offers = Callable[[click.Context, click.Parameter, str], list[str]]


def _offering(names: Callable[[click.Context], Iterable[str]]) -> Offers:
    def offer(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
        try:
            return [name for name in names(ctx) if name.startswith(incomplete)]
        except (BcpError, OSError):
            return []

    return offer


def _scenarios(_: click.Context) -> Iterable[str]:
    from bcp.library import scenarios as library
    from bcp.workspace import find_workspace, library_scenarios

    workspace = find_workspace(Path.cwd())
    own = () if workspace is None else workspace.scenarios()
    return [held.id for held in (*own, *library_scenarios(workspace, library()))]


def _drills(_: click.Context) -> Iterable[str]:
    from bcp.workspace import find_workspace

    workspace = find_workspace(Path.cwd())
    return () if workspace is None else [held.id for held in workspace.drills()]


def _records(_: click.Context) -> Iterable[str]:
    from bcp.drill.record.records import RECORDS, list_records
    from bcp.workspace import find_workspace

    workspace = find_workspace(Path.cwd())
    return () if workspace is None else [r.name for r in list_records(workspace.root / RECORDS)]


def _inventories(_: click.Context) -> Iterable[str]:
    from bcp.workspace import find_workspace

    workspace = find_workspace(Path.cwd())
    return () if workspace is None else [path.name for path in workspace.inventories()]


def _items(ctx: click.Context) -> Iterable[str]:
    from bcp.inventory.cache import default_cache
    from bcp.inventory.load import load_inventory
    from bcp.workspace import resolve_inventory

    folder = resolve_inventory(ctx.params.get("inventory"), Path.cwd())
    inventory = load_inventory(folder, cache=default_cache()).inventory
    items = (
        *inventory.components,
        *inventory.functions,
        *inventory.teams,
        *inventory.procedures,
    )
    return [item.id for item in items]


def _compared(ctx: click.Context) -> Iterable[str]:
    from bcp.inventory.cache import default_cache
    from bcp.inventory.load import load_inventory
    from bcp.workspace import resolve_inventory

    yield from (*_inventories(ctx), *_scenarios(ctx), "none", "planned", "all")
    folder = resolve_inventory(ctx.params.get("inventory"), Path.cwd())
    inventory = load_inventory(folder, cache=default_cache()).inventory
    yield from (measure.id for measure in inventory.measures)


complete_compared = _offering(_compared)
complete_scenarios = _offering(_scenarios)
complete_drills = _offering(_drills)
complete_records = _offering(_records)
complete_inventories = _offering(_inventories)
complete_items = _offering(_items)
