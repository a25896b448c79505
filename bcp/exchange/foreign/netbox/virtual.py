"""Clusters, virtual machines and the services that run on machines."""

from __future__ import annotations

from bcp.exchange.foreign.drawn import Need, Thing
from bcp.exchange.foreign.netbox.plan import Plan
from bcp.exchange.foreign.netbox.sheaf import Record
from bcp.words import Phrase

__all__ = ["draw_virtual"]


def draw_virtual(plan: Plan, spares: int) -> None:
    """Draw clusters, machines in them, and services.

    Parameters
    ----------
    plan
        With the devices drawn.
    spares
        How many hosts a cluster can lose and still run all its machines.
    """
    hosts: dict[int, list[str]] = {}
    for record in plan.sheaf["devices"].values():
        id_, cluster = plan.id_of("devices", record.id), record.ref("cluster")
        if id_ is not None and cluster is not None:
            hosts.setdefault(cluster, []).append(id_)
    for record in plan.live("clusters"):
        _cluster(plan, record, hosts.get(record.id, []), spares)
    for record in plan.live("virtual-machines"):
        _machine(plan, record)
    for record in plan.live("services"):
        _service(plan, record)


def _cluster(plan: Plan, record: Record, hosts: list[str], spares: int) -> None:
    id_ = plan.claim("clusters", record)
    plan.draw("clusters", record, Thing(id_, "service", is_bundle=bool(hosts)))
    if not hosts:
        plan.drawing.tell("left-out", "cluster-no-hosts", record.name)
        return
    least = max(1, len(hosts) - spares)
    note = Phrase("cluster-assumed") if len(hosts) > 1 else None
    plan.drawing.need(id_, Need(tuple(hosts), least, note=note))
    plan.drawing.tell("derived", "cluster-hosts", id_)
    if len(hosts) > 1:
        plan.drawing.tell("guessed", "cluster-spares", f"{id_}: {least}/{len(hosts)}")


def _machine(plan: Plan, record: Record) -> None:
    id_ = plan.claim("virtual-machines", record)
    plan.draw("virtual-machines", record, Thing(id_, "server", tags=("virtual-machine",)))
    host = plan.id_of("devices", record.ref("device"))
    cluster = plan.id_of("clusters", record.ref("cluster"))
    if (on := host or cluster) is None:
        plan.drawing.tell("left-out", "machine-nowhere", record.name)
    elif plan.drawing.need(id_, Need((on,))):
        plan.drawing.tell("derived", "machine-host" if host else "machine-cluster", id_)


def _service(plan: Plan, record: Record) -> None:
    host = _host_of(plan, record)
    if host is None:
        plan.drawing.tell("left-out", "service-nowhere", record.name)
        return
    id_ = plan.claim("services", record, host)
    plan.draw("services", record, Thing(id_, "service", f"{record.name} ({plan.name_of(host)})"))
    plan.drawing.need(id_, Need((host,)))
    plan.drawing.tell("derived", "service-host", id_)


def _host_of(plan: Plan, record: Record) -> str | None:
    """Return the machine of a service: named by key, or since NetBox 4.3 as its parent."""
    for key, endpoint in (("device", "devices"), ("virtual_machine", "virtual-machines")):
        if (id_ := plan.id_of(endpoint, record.ref(key))) is not None:
            return id_
    sort = str(record.held.get("parent_object_type") or "")
    endpoint = "virtual-machines" if sort.endswith("virtualmachine") else "devices"
    return plan.id_of(endpoint, record.ref("parent", "parent_object_id"))
