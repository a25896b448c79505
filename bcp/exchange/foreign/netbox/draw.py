"""NetBox's objects as a drawing: first what there is, then who needs whom."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bcp.exchange.foreign.drawn import Drawing, Drawn
from bcp.exchange.foreign.netbox.cabling import Cabling
from bcp.exchange.foreign.netbox.network import draw_circuits, draw_network
from bcp.exchange.foreign.netbox.parts import RANKS, read_map
from bcp.exchange.foreign.netbox.places import draw_devices, draw_places
from bcp.exchange.foreign.netbox.plan import Plan
from bcp.exchange.foreign.netbox.power import draw_feeds, draw_power
from bcp.exchange.foreign.netbox.sheaf import Sheaf, read_sheaf
from bcp.exchange.foreign.netbox.virtual import draw_virtual

__all__ = ["draw_netbox"]


def draw_netbox(
    paths: Sequence[Path], roles: Path | None = None, spares: int = 1, up_to: str = "circuit"
) -> Drawn:
    """Return what files of NetBox's REST API say.

    Parameters
    ----------
    paths
        JSON files; see :mod:`bcp.exchange.foreign.netbox.sheaf`.
    roles
        A map file; see :func:`bcp.exchange.foreign.netbox.parts.read_map`.
    spares
        How many hosts a cluster can lose and still run all its machines.
    up_to
        One of :data:`RANKS`: how far up what is inside needs the network.

    Raises
    ------
    InputError
        With every fault of all files.
    """
    parts = read_map(roles)
    sheaf = read_sheaf(paths)
    plan = Plan(sheaf, parts, Drawing(""))
    _tell_unread(plan, sheaf)
    cabling = Cabling(sheaf)
    draw_places(plan)
    draw_devices(plan)
    draw_feeds(plan)
    draw_circuits(plan)
    draw_virtual(plan, spares)
    draw_power(plan, cabling)
    draw_network(plan, cabling, RANKS[up_to])
    return plan.drawing.drawn()


def _tell_unread(plan: Plan, sheaf: Sheaf) -> None:
    for endpoint, number in sheaf.unread.items():
        plan.drawing.tell("left-out", "endpoint", *([""] * number), endpoint=endpoint)
    for endpoint, number in sheaf.missing.items():
        plan.drawing.tell("left-out", "page", *([""] * number), endpoint=endpoint)
