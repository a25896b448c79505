"""The objects of NetBox's REST API, by endpoint, from one or several JSON files.

A file is what an endpoint returns (``{"count": …, "results": […]}``), a bare list, or an object
whose keys are endpoints. To which endpoint a list belongs is read from the ``url`` of its objects,
and where they have none from the key or the name of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bcp.errors import Fault, InputError
from bcp.exchange.foreign.json_file import read_json
from bcp.exchange.foreign.limits import RECORDS
from bcp.exchange.foreign.naming import clean_name
from bcp.reading import shown

__all__ = ["ENDPOINTS", "Record", "Sheaf", "read_sheaf"]

ENDPOINTS = (
    "sites",
    "locations",
    "racks",
    "device-roles",
    "devices",
    "interfaces",
    "front-ports",
    "rear-ports",
    "power-panels",
    "power-feeds",
    "power-ports",
    "power-outlets",
    "cables",
    "providers",
    "circuits",
    "circuit-terminations",
    "clusters",
    "virtual-machines",
    "services",
)
"""What is read."""
_URL = re.compile(r"/api/[a-z-]+/([a-z-]+)/[0-9]+/?$")


@dataclass(frozen=True, slots=True)
class Record:
    """One object, and where it stands."""

    file: str
    where: str
    held: Mapping[str, Any]

    @property
    def id(self) -> int:
        """The number by which NetBox knows it."""
        number: int = self.held["id"]
        return number

    @property
    def name(self) -> str:
        """What people call it: its name, or how NetBox shows it."""
        return clean_name(self.held.get("name")) or clean_name(self.held.get("display"))

    def text(self, key: str) -> str:
        """Return a value as text; nothing if there is none."""
        return clean_name(self.held.get(key))

    def value(self, key: str) -> str:
        """Return the value of a choice: ``{"value": "active", "label": "Active"}`` or plain."""
        held = self.held.get(key)
        return clean_name(held.get("value") if isinstance(held, dict) else held)

    def ref(self, *keys: str) -> int | None:
        """Return the number of the object that the first of *keys* with a value names."""
        for key in keys:
            if (number := number_of(self.held.get(key))) is not None:
                return number
        return None

    def refs(self, key: str) -> list[Mapping[str, Any]]:
        """Return the objects of a list; one that is not in a list counts as a list of one."""
        held = self.held.get(key)
        several = held if isinstance(held, list) else [held]
        return [one for one in several if isinstance(one, dict)]


def number_of(held: Any) -> int | None:
    """Return the number of an object that is given whole, by its id, or by nothing else."""
    number = held.get("id") if isinstance(held, dict) else held
    return number if isinstance(number, int) and not isinstance(number, bool) else None


@dataclass
class Sheaf:
    """All objects, by endpoint and number."""

    held: dict[str, dict[int, Record]] = field(default_factory=dict)
    unread: dict[str, int] = field(default_factory=dict)
    """Endpoints that are not read, and how many objects they have."""
    missing: dict[str, int] = field(default_factory=dict)
    """How many objects a list says there are more of than it holds."""
    faults: list[Fault] = field(default_factory=list)

    def __getitem__(self, endpoint: str) -> dict[int, Record]:
        return self.held.get(endpoint, {})

    def find(self, endpoint: str, number: int | None) -> Record | None:
        """Return an object, if it was given."""
        return None if number is None else self[endpoint].get(number)


def read_sheaf(paths: Sequence[Path]) -> Sheaf:
    """Return the objects of all files.

    Raises
    ------
    InputError
        With every fault of all files.
    """
    sheaf = Sheaf()
    for path in paths:
        try:
            root = read_json(path)
        except InputError as error:
            sheaf.faults += error.faults
            continue
        _take_root(sheaf, path, root)
    if not sheaf.faults and not any(sheaf.held.values()):
        known = ", ".join(ENDPOINTS)
        sheaf.faults.append(Fault(str(paths[0]), 0, "", "foreign-not-netbox", {"known": known}))
    if sheaf.faults:
        raise InputError(sheaf.faults)
    _add_mentioned(sheaf)
    sheaf.missing = {name: number for name, number in sheaf.missing.items() if number > 0}
    return sheaf


_MENTIONS: Mapping[str, Sequence[tuple[str, str]]] = {
    "devices": (
        ("site", "sites"),
        ("location", "locations"),
        ("rack", "racks"),
        ("role", "device-roles"),
        ("device_role", "device-roles"),
        ("cluster", "clusters"),
    ),
    "racks": (("site", "sites"), ("location", "locations")),
    "locations": (("site", "sites"),),
    "power-feeds": (("power_panel", "power-panels"), ("rack", "racks")),
    "power-panels": (("site", "sites"), ("location", "locations")),
    "virtual-machines": (("cluster", "clusters"),),
    "circuits": (("provider", "providers"),),
}
"""Which objects name others, with their names: enough to draw these if their own list is lacking."""


def _add_mentioned(sheaf: Sheaf) -> None:
    for endpoint, mentions in _MENTIONS.items():
        lacking = [(key, other) for key, other in mentions if not sheaf[other]]
        for key, other in lacking:
            found = sheaf.held.setdefault(other, {})
            for record in sheaf[endpoint].values():
                held = record.held.get(key)
                number = number_of(held)
                if isinstance(held, dict) and number is not None:
                    found.setdefault(number, Record(record.file, f"{record.where}.{key}", held))


def _take_root(sheaf: Sheaf, path: Path, root: Any) -> None:
    """Take in what a file holds: one list, or one for each key."""
    file = str(path)
    if isinstance(root, list) or (isinstance(root, dict) and "results" in root):
        _take_list(sheaf, file, path.stem, "", root)
    elif isinstance(root, dict):
        for key, held in root.items():
            if isinstance(held, (list, dict)):
                _take_list(sheaf, file, key, shown(key), held)
    else:
        sheaf.faults.append(Fault(file, 0, "", "foreign-not-object"))


def _take_list(sheaf: Sheaf, file: str, name: str, where: str, held: Any) -> None:
    results = held.get("results") if isinstance(held, dict) else held
    place = f"{where}.results".lstrip(".") if isinstance(held, dict) else where
    if not isinstance(results, list):
        sheaf.faults.append(Fault(file, 0, place, "foreign-not-list"))
        return
    if len(results) > RECORDS:
        sheaf.faults.append(Fault(file, 0, place, "foreign-too-many", {"most": RECORDS}))
        return
    endpoint = _endpoint(name, results)
    if endpoint not in ENDPOINTS:
        sheaf.unread[endpoint] = sheaf.unread.get(endpoint, 0) + len(results)
        return
    _count_missing(sheaf, endpoint, held, len(results))
    for record in _records(sheaf, file, place, results):
        known = sheaf.held.setdefault(endpoint, {})
        first = known.setdefault(record.id, record)
        if first.held != record.held:
            values = {"number": record.id, "first": f"{first.file}: {first.where}"}
            sheaf.faults.append(
                Fault(file, 0, f"{record.where}.id", "foreign-number-twice", values)
            )


def _endpoint(name: str, results: Sequence[Any]) -> str:
    for held in results[:1]:
        url = held.get("url") if isinstance(held, dict) else None
        if isinstance(url, str) and (found := _URL.search(url)):
            return found[1]
    last = re.split(r"[/.]", name.strip("/"))[-1].replace("_", "-").lower()
    return next((known for known in ENDPOINTS if last == known), "") or next(
        (known for known in ENDPOINTS if last.endswith(f"-{known}")), clean_name(last)
    )


def _count_missing(sheaf: Sheaf, endpoint: str, held: Any, number: int) -> None:
    """Note of a list that is a page how many objects are on none of the pages that were given."""
    said = held.get("count") if isinstance(held, dict) else None
    if isinstance(said, int) and not isinstance(said, bool):
        sheaf.missing[endpoint] = sheaf.missing.get(endpoint, said) - number


def _records(sheaf: Sheaf, file: str, place: str, results: Sequence[Any]) -> Iterator[Record]:
    for index, held in enumerate(results):
        where = f"{place}[{index}]"
        if not isinstance(held, dict):
            sheaf.faults.append(Fault(file, 0, where, "foreign-not-object"))
        elif number_of(held) is None:
            sheaf.faults.append(Fault(file, 0, f"{where}.id", "foreign-no-id"))
        else:
            yield Record(file, where, held)
