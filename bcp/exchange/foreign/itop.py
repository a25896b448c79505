"""CSV exports of iTop: configuration items by class, and the tables of links between them.

Columns are known by their codes (``rack_name``, ``powerA_id->name``) or by the English headings of
the interface (``Rack->Name``, ``PowerA source->Name``). The class is read from the column
``finalclass`` or from the name of the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from bcp.errors import Fault, InputError
from bcp.exchange.foreign.catalogue import Catalogue, read_tables
from bcp.exchange.foreign.csv_file import Row, Table
from bcp.exchange.foreign.drawn import Drawing, Drawn, Need, Thing
from bcp.inventory.models import Kind
from bcp.words import Phrase

__all__ = ["draw_itop"]

_CLASSES: Mapping[str, Kind | Literal["function"]] = {
    "location": "site",
    "rack": "room",
    "enclosure": "room",
    "powersource": "power",
    "pdu": "power",
    "networkdevice": "network",
    "sanswitch": "network",
    "storagesystem": "storage",
    "nas": "storage",
    "tapelibrary": "storage",
    "logicalvolume": "storage",
    "server": "server",
    "hypervisor": "server",
    "farm": "service",
    "virtualmachine": "server",
    "dbserver": "service",
    "webserver": "service",
    "middleware": "service",
    "othersoftware": "service",
    "middlewareinstance": "service",
    "webapplication": "service",
    "applicationsolution": "service",
    "databaseschema": "data",
    "businessprocess": "function",
}


def _names(*stems: str) -> tuple[str, ...]:
    """Return the headings that a reference may have: by code or as the interface shows it."""
    return tuple(
        heading
        for stem in stems
        for heading in (f"{stem} name", f"{stem} id name", f"{stem} id friendlyname", stem)
    )


_COLUMNS: Mapping[str, Sequence[str]] = {
    "name": ("name", "名前", "名称"),
    "id": ("id", "id (primary key)", "primary key"),
    "class": ("finalclass", "ci sub-class", "class", "sub-class"),
    "status": ("status", "ステータス"),
    "location": _names("location", "ロケーション", "場所"),
    "rack": _names("rack", "ラック"),
    "enclosure": _names("enclosure"),
    "power-a": _names("powera", "powera source"),
    "power-b": _names("powerb", "powerb source"),
    "power-start": _names("powerstart", "power start", "start"),
    "host": _names("virtualhost", "virtual host"),
    "farm": _names("farm"),
    "server": _names("server"),
    "system": _names("system"),
    "software-of": _names("dbserver", "webserver", "middleware", "db server", "web server"),
    "storage": _names("storagesystem", "storage system"),
    "solution": _names("applicationsolution", "application solution"),
    "ci": _names("functionalci", "functional ci", "ci"),
    "process": _names("businessprocess", "business process"),
    "connected": _names("connectableci", "connectable ci", "device"),
    "network-device": _names("networkdevice", "network device"),
    "impacting": ("impacting", "impactor", "source", "source name"),
    "impacted": ("impacted", "target", "target name", "impacts"),
    "depends-on": ("dependson", "depends on"),
    "connection": ("connection type", "connectiontype"),
}
_REFERENCES: Mapping[str, str] = {
    "power-start": "power-one",
    "host": "machine-host",
    "server": "runs-on",
    "system": "runs-on",
    "software-of": "runs-on",
    "storage": "runs-on",
}
"""Columns that name what an item needs, and how that is told."""
_GONE = frozenset({"obsolete", "stock", "implementation", "inactive", "retired"})


def draw_itop(paths: Sequence[Path]) -> Drawn:
    """Return what CSV exports of iTop say.

    Raises
    ------
    InputError
        With every fault of all files.
    """
    tables = read_tables(paths)
    catalogue = Catalogue(Drawing(""))
    links = [table for table in tables if _is_link(table)]
    items = [pair for table in tables if table not in links for pair in _items(catalogue, table)]
    if not catalogue.drawing.has_components() and not catalogue.faults:
        catalogue.faults.append(Fault(str(paths[0]), 0, "", "foreign-not-itop"))
    if catalogue.faults:
        raise InputError(catalogue.faults)
    for id_, row in items:
        _place(catalogue, id_, row)
        _refer(catalogue, id_, row)
    _farms(catalogue, items)
    for table in links:
        for row in table.rows:
            _link(catalogue, table, row)
    return catalogue.drawing.drawn()


def _is_link(table: Table) -> bool:
    pairs = (
        ("solution", "ci"),
        ("process", "solution"),
        ("connected", "network-device"),
        ("impacting", "impacted"),
    )
    is_pair = any(table.has(_COLUMNS, *pair) for pair in pairs)
    return table.name.casefold().startswith("lnk") or (is_pair and not table.has(_COLUMNS, "name"))


def _items(catalogue: Catalogue, table: Table) -> Iterator[tuple[str, Row]]:
    for row in table.rows:
        said = row.get(_COLUMNS, "class") or table.name
        sort = "".join(sign for sign in said.casefold() if sign.isalpha())
        name = row.get(_COLUMNS, "name")
        # Names of classes end in one another: the longest that fits is meant.
        fitting = [known for known in _CLASSES if sort.endswith(known)]
        kind = _CLASSES[max(fitting, key=len)] if fitting else None
        status = row.get(_COLUMNS, "status").casefold()
        if not name:
            catalogue.faults.append(table.fault(row, "name", "foreign-no-name"))
        elif kind is None:
            catalogue.drawing.tell("left-out", "class", name, sort=said)
        elif status in _GONE:
            catalogue.drawing.tell("left-out", "status", name, status=status)
        else:
            id_ = catalogue.drawing.claim(name, f"{sort} {row.get(_COLUMNS, 'id')}")
            catalogue.enter(Thing(id_, kind, name), sort, row.get(_COLUMNS, "id"))
            catalogue.drawing.tell("taken", "item", name, sort=said)
            yield id_, row


def _place(catalogue: Catalogue, id_: str, row: Row) -> None:
    location, rack = row.get(_COLUMNS, "location"), row.get(_COLUMNS, "rack")
    enclosure = row.get(_COLUMNS, "enclosure")
    if catalogue.drawing.kind_of(id_) == "function":
        return
    within = None
    if location and location != "0":
        within = catalogue.place(location, "site")
    for narrower in (rack, enclosure):
        if narrower and narrower != "0":
            within = catalogue.place(narrower, "room", within)
    if within is not None and within != id_:
        catalogue.drawing.put(id_, within=within)


def _refer(catalogue: Catalogue, id_: str, row: Row) -> None:
    """Let an item need what its columns name; two power sources stand in for each other."""
    named = [row.get(_COLUMNS, "power-a"), row.get(_COLUMNS, "power-b")]
    found = [other for name in named if name and (other := catalogue.find(name, "power"))]
    for name in filter(None, named):
        if catalogue.find(name, "power") is None:
            catalogue.drawing.tell_once("left-out", "name-missing", f"{id_} → {name}")
    note = Phrase("one-source-is-enough") if len(set(found)) > 1 else None
    if found and catalogue.drawing.need(id_, Need(tuple(found), note=note)):
        catalogue.drawing.tell("derived", "power-several" if note else "power-one", id_)
    for column, key in _REFERENCES.items():
        catalogue.link(id_, row.get(_COLUMNS, column), key)
    for name in row.get(_COLUMNS, "depends-on").split("|"):
        catalogue.link(id_, name.strip(), "link")


def _farms(catalogue: Catalogue, items: Sequence[tuple[str, Row]]) -> None:
    """Let a farm need its hosts: all but one, as nothing says how many it can lose."""
    hosts: dict[str, list[str]] = {}
    for id_, row in items:
        farm = catalogue.find(name, "service") if (name := row.get(_COLUMNS, "farm")) else None
        if farm is not None and farm != id_:
            hosts.setdefault(farm, []).append(id_)
    for farm, found in hosts.items():
        least = max(1, len(found) - 1)
        note = Phrase("cluster-assumed") if len(found) > 1 else None
        if catalogue.drawing.need(farm, Need(tuple(found), least, note=note)):
            catalogue.drawing.put(farm, is_bundle=True)
            catalogue.drawing.tell("derived", "cluster-hosts", farm)
            if len(found) > 1:
                catalogue.drawing.tell("guessed", "cluster-spares", f"{farm}: {least}/{len(found)}")


def _link(catalogue: Catalogue, table: Table, row: Row) -> None:
    """Take one row of a table of links: who needs whom follows from its columns."""
    if table.has(_COLUMNS, "process", "solution"):
        ends = row.get(_COLUMNS, "process"), row.get(_COLUMNS, "solution")
    elif table.has(_COLUMNS, "solution", "ci"):
        ends = row.get(_COLUMNS, "solution"), row.get(_COLUMNS, "ci")
    elif table.has(_COLUMNS, "connected", "network-device"):
        ends = row.get(_COLUMNS, "connected"), row.get(_COLUMNS, "network-device")
        if row.get(_COLUMNS, "connection").casefold().startswith("up"):
            ends = ends[::-1]
    elif table.has(_COLUMNS, "impacting", "impacted"):
        ends = row.get(_COLUMNS, "impacted"), row.get(_COLUMNS, "impacting")
    else:
        catalogue.drawing.tell("left-out", "link-unread", table.name)
        return
    owner = catalogue.find(ends[0])
    if owner is None:
        catalogue.drawing.tell_once("left-out", "name-missing", f"{ends[0]} → {ends[1]}")
    else:
        catalogue.link(owner, ends[1], "link")
