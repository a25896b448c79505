"""What has been drawn of NetBox so far: objects and their ids here, and each one's rank."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bcp.exchange.foreign.drawn import Drawing, Thing
from bcp.exchange.foreign.naming import clean_name
from bcp.exchange.foreign.netbox.parts import PARTS, Part, Parts
from bcp.exchange.foreign.netbox.sheaf import Record, Sheaf

__all__ = ["Plan"]

_GONE = frozenset(
    {
        "decommissioned",
        "decommissioning",
        "deprecated",
        "deprovisioning",
        "failed",
        "inventory",
        "offline",
        "paused",
        "planned",
        "provisioning",
        "retired",
        "staged",
    }
)
"""Statuses of what is not at work."""


@dataclass
class Plan:
    """The objects, the drawing, and how one leads to the other."""

    sheaf: Sheaf
    parts: Parts
    drawing: Drawing
    ids: dict[tuple[str, int], str] = field(default_factory=dict)
    part: dict[str, Part] = field(default_factory=dict)
    """Of a device, by its id here."""
    roles: dict[str, str] = field(default_factory=dict)
    """What those that can stand in for one another have in common."""
    ranks: dict[str, int] = field(default_factory=dict)
    """In the network."""
    sites: dict[str, int] = field(default_factory=dict)
    """The site of what was drawn, as NetBox numbers it."""
    supplies: dict[int, str] = field(default_factory=dict)
    """The power of a site from outside."""

    def id_of(self, endpoint: str, number: int | None) -> str | None:
        """Return the id of an object that was drawn."""
        return None if number is None else self.ids.get((endpoint, number))

    def name_of(self, id_: str) -> str:
        """Return what people call something that was drawn."""
        return self.drawing.name_of(id_)

    def live(self, endpoint: str) -> Iterable[Record]:
        """Yield the objects that are at work; the others are told."""
        for record in self.sheaf[endpoint].values():
            status = record.value("status").lower()
            if status in _GONE:
                self.drawing.tell("left-out", "status", record.name, status=status)
            else:
                yield record

    def claim(self, endpoint: str, record: Record, *more: str) -> str:
        """Return the id for an object and remember it."""
        label = " ".join(filter(None, [record.name, *more]))
        fallback = f"{endpoint.removesuffix('s')}-{record.id}"
        id_ = self.drawing.claim(label, fallback)
        self.ids[endpoint, record.id] = id_
        return id_

    def draw(self, endpoint: str, record: Record, thing: Thing) -> None:
        """Add what stands for an object, its tags among others, and count it."""
        tags = dict.fromkeys([*thing.tags, *tags_of(record)])
        self.drawing.add(
            Thing(
                thing.id,
                thing.kind,
                name=thing.name or record.name,
                name_en=thing.name_en,
                within=thing.within,
                tags=tuple(tags),
                notes=thing.notes,
                is_bundle=thing.is_bundle,
            )
        )
        self.drawing.tell("taken", f"netbox-{endpoint}", record.name)

    def place_of(self, record: Record, keys: Sequence[tuple[str, str]]) -> str | None:
        """Return the id of the narrowest place that an object names."""
        for key, endpoint in keys:
            if (id_ := self.id_of(endpoint, record.ref(key))) is not None:
                return id_
        return None

    def set_part(self, id_: str, part: Part, role: str, *, is_known: bool) -> None:
        """Remember what a device is for; of an unknown role it has no rank."""
        self.part[id_] = part
        self.roles[id_] = role
        if is_known and (rank := PARTS[part].rank) is not None:
            self.ranks[id_] = rank


def tags_of(record: Record) -> list[str]:
    """Return the tags of an object: their names."""
    tags = record.held.get("tags")
    names = (
        clean_name(tag.get("name") if isinstance(tag, dict) else tag)
        for tag in (tags if isinstance(tags, list) else ())
    )
    return [name for name in names if name]
