"""Places, and what stands in them: sites, locations, racks, devices."""

from __future__ import annotations

from collections import Counter

from bcp.exchange.foreign.drawn import Thing
from bcp.exchange.foreign.netbox.parts import PARTS, Part
from bcp.exchange.foreign.netbox.plan import Plan
from bcp.exchange.foreign.netbox.sheaf import Record
from bcp.words import Phrase

__all__ = ["draw_devices", "draw_places"]


def draw_places(plan: Plan) -> None:
    """Draw sites, the locations in them, and racks."""
    for record in plan.live("sites"):
        id_ = plan.claim("sites", record)
        plan.draw("sites", record, Thing(id_, "site"))
        plan.sites[id_] = record.id
    for record in _outermost_first(list(plan.live("locations"))):
        id_ = plan.claim("locations", record)
        place = plan.place_of(record, (("parent", "locations"), ("site", "sites")))
        plan.draw("locations", record, Thing(id_, "room", within=place))
    for record in plan.live("racks"):
        id_ = plan.claim("racks", record)
        place = plan.place_of(record, (("location", "locations"), ("site", "sites")))
        plan.draw("racks", record, Thing(id_, "room", within=place))


def _outermost_first(records: list[Record]) -> list[Record]:
    """Return locations so that each comes after the one it is in; of a circle none is in another."""
    ordered: list[Record] = []
    waiting = {record.id: record for record in records}
    while waiting:
        free = [one for one in waiting.values() if one.ref("parent") not in waiting]
        if not free:
            free = list(waiting.values())
        ordered += free
        drawn = {one.id for one in free}
        waiting = {number: one for number, one in waiting.items() if number not in drawn}
    return ordered


def draw_devices(plan: Plan) -> None:
    """Draw the devices that do something, each in the narrowest place that is known."""
    hosts_of_clusters = {
        record.id for record in plan.sheaf["devices"].values() if record.ref("cluster") is not None
    }
    for record in plan.live("devices"):
        role = plan.sheaf.find("device-roles", record.ref("role", "device_role"))
        part, is_known = _part(plan, record, role)
        kind = PARTS[part].kind
        if kind is None:
            plan.drawing.tell("left-out", "passive", record.name or f"devices {record.id}")
            continue
        id_ = plan.claim("devices", record)
        keys = (("rack", "racks"), ("location", "locations"), ("site", "sites"))
        tags = _tags(part, role, is_virtual_host=record.id in hosts_of_clusters)
        notes = (Phrase("ups-runtime"),) if part == "ups" else ()
        thing = Thing(id_, kind, within=plan.place_of(record, keys), tags=tags, notes=notes)
        plan.draw("devices", record, thing)
        plan.set_part(id_, part, role.name if role else "", is_known=is_known)
        if (site := record.ref("site")) is not None:
            plan.sites[id_] = site
    _tag_main_site(plan)


def _part(plan: Plan, record: Record, role: Record | None) -> tuple[Part, bool]:
    """Return what a device is for, and whether its role tells it."""
    name, slug = (role.name, role.text("slug")) if role else ("", "")
    part, is_said = plan.parts.of(name, slug)
    if part is None:
        plan.drawing.tell("guessed", "role-unknown", record.name, role=name or "–")
        return "host", False
    if not is_said:
        plan.drawing.tell_once("guessed", "role", f"{name} → {part}")
    return part, True


def _tags(part: Part, role: Record | None, *, is_virtual_host: bool) -> tuple[str, ...]:
    """Return the tags by which the scenarios of the library choose such a device."""
    tags = {"ups": "ups", "storage": "storage-array", "cooling": "cooling-unit"}
    name = f"{role.name} {role.text('slug')}".lower() if role else ""
    found = [tags[part]] if part in tags else []
    if is_virtual_host:
        found.append("virtual-host")
    if "firewall" in name or "ファイア" in name:
        found.append("firewall")
    return (*found, *(("core-network",) if part == "core" else ()))


def _tag_main_site(plan: Plan) -> None:
    """Tag the site with the most devices, which the scenarios of the library ask for."""
    devices = (site for id_, site in plan.sites.items() if id_ in plan.part)
    for number, _ in Counter(devices).most_common(1):
        if (id_ := plan.id_of("sites", number)) is not None:
            plan.drawing.put(id_, tags=("main-site",))
            plan.drawing.tell("guessed", "main-site", id_)
