"""CSV exports of GLPI: lists of assets, and the relations of its impact analysis.

A list is what the search of GLPI exports, its headings in English, French or Japanese; of which
sort the assets are is read from the name of the file (``Computer.csv``, ``glpi_networkequipments.csv``)
or from a column ``itemtype``. Relations are the table ``glpi_impactrelations``: what impacts is
needed by what is impacted.
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

__all__ = ["draw_glpi"]

_SORTS: Mapping[str, Kind | Literal["function"]] = {
    "computer": "server",
    "networkequipment": "network",
    "datacenter": "site",
    "dcroom": "room",
    "rack": "room",
    "enclosure": "room",
    "pdu": "power",
    "appliance": "service",
    "software": "service",
    "cluster": "service",
    "databaseinstance": "service",
    "database": "data",
    "storage": "storage",
    "line": "network",
    "supplier": "external",
    "businesscriticity": "function",
}
_COLUMNS: Mapping[str, Sequence[str]] = {
    "name": ("name", "nom", "名前", "名称"),
    "id": ("id",),
    "itemtype": ("itemtype", "item type", "type d'élément"),
    "status": ("status", "statut", "ステータス", "状態"),
    "type": ("type", "types", "タイプ", "種類"),
    "location": ("location", "lieu", "場所", "locations", "complete name"),
    "room": ("server room", "dcrooms", "dc room", "salle serveur", "サーバルーム"),
    "rack": ("rack", "racks", "baie", "ラック"),
    "source-type": ("itemtype source",),
    "source-id": ("items id source",),
    "source": ("source", "impacting", "from", "影響元"),
    "impacted-type": ("itemtype impacted",),
    "impacted-id": ("items id impacted",),
    "impacted": ("impacted", "target", "to", "影響先"),
}
_TYPES: Mapping[str, Kind] = {
    "storage": "storage",
    "ストレージ": "storage",
    "nas": "storage",
    "ups": "power",
    "無停電": "power",
    "onduleur": "power",
}
"""Signs in the type of an asset that make it another kind than its sort does."""
_GONE = ("retired", "stock", "廃棄", "予備", "hors service", "décommission")


def draw_glpi(paths: Sequence[Path]) -> Drawn:
    """Return what CSV exports of GLPI say.

    Raises
    ------
    InputError
        With every fault of all files.
    """
    tables = read_tables(paths)
    catalogue = Catalogue(Drawing(""))
    relations = [table for table in tables if _is_relation(table)]
    for table in tables:
        if table not in relations:
            for id_, row in _assets(catalogue, table):
                _place(catalogue, id_, row)
    if not catalogue.drawing.has_components() and not catalogue.faults:
        catalogue.faults.append(Fault(str(paths[0]), 0, "", "foreign-not-glpi"))
    for table in relations:
        for row in table.rows:
            _relate(catalogue, table, row)
    if catalogue.faults:
        raise InputError(catalogue.faults)
    return catalogue.drawing.drawn()


def _is_relation(table: Table) -> bool:
    by_number = ("source-type", "source-id", "impacted-type", "impacted-id")
    by_name = table.has(_COLUMNS, "source", "impacted") and not table.has(_COLUMNS, "name")
    return table.has(_COLUMNS, *by_number) or by_name


def _sort(text: str) -> str:
    """Return the sort of assets that the name of a file or an item type tells."""
    plain = "".join(sign for sign in text.casefold() if sign.isalpha()).removeprefix("glpi")
    fitting = [sort for sort in _SORTS if sort in plain]
    return max(fitting, key=len, default="")


def _assets(catalogue: Catalogue, table: Table) -> Iterator[tuple[str, Row]]:
    for row in table.rows:
        said = row.get(_COLUMNS, "itemtype") or table.name
        sort, name = _sort(said), row.get(_COLUMNS, "name")
        status = row.get(_COLUMNS, "status").casefold()
        if not name:
            catalogue.faults.append(table.fault(row, "name", "foreign-no-name"))
        elif not sort:
            catalogue.drawing.tell("left-out", "class", name, sort=said)
        elif any(sign in status for sign in _GONE):
            catalogue.drawing.tell("left-out", "status", name, status=status)
        else:
            number = row.get(_COLUMNS, "id")
            id_ = catalogue.drawing.claim(name, f"{sort} {number}")
            catalogue.enter(Thing(id_, _kind(sort, row), name), sort, number)
            catalogue.drawing.tell("taken", "item", name, sort=said)
            yield id_, row


def _kind(sort: str, row: Row) -> Kind | Literal["function"]:
    type_ = row.get(_COLUMNS, "type").casefold()
    return next((kind for sign, kind in _TYPES.items() if sign in type_), _SORTS[sort])


def _place(catalogue: Catalogue, id_: str, row: Row) -> None:
    """Put an asset into its rack, its room or the last part of its location."""
    if catalogue.drawing.kind_of(id_) == "function":
        return
    within: str | None = None
    steps = [step.strip() for step in row.get(_COLUMNS, "location").split(">")]
    for place, step in enumerate(filter(None, steps)):
        within = catalogue.place(step, "room" if place else "site", within)
    for column in ("room", "rack"):
        if name := row.get(_COLUMNS, column):
            within = catalogue.place(name, "room", within)
    if within is not None and within != id_:
        catalogue.drawing.put(id_, within=within)


def _relate(catalogue: Catalogue, table: Table, row: Row) -> None:
    source, impacted = (_end(catalogue, table, row, end) for end in ("source", "impacted"))
    if source is None or impacted is None:
        named = (_told(row, end) for end in ("source", "impacted"))
        catalogue.drawing.tell("left-out", "name-missing", " → ".join(named))
    elif catalogue.drawing.need(impacted, Need((source,))):
        catalogue.drawing.tell("derived", "impact", f"{impacted} → {source}")


def _end(catalogue: Catalogue, table: Table, row: Row, end: str) -> str | None:
    if not table.has(_COLUMNS, f"{end}-type", f"{end}-id"):
        return catalogue.find(row.get(_COLUMNS, end))
    sort = _sort(row.get(_COLUMNS, f"{end}-type"))
    return catalogue.numbers.get((sort, row.get(_COLUMNS, f"{end}-id")))


def _told(row: Row, end: str) -> str:
    both = row.get(_COLUMNS, f"{end}-type"), row.get(_COLUMNS, f"{end}-id")
    return row.get(_COLUMNS, end) or " ".join(both)
