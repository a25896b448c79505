"""What is plugged into what: from the ends that NetBox traced, or from the cables themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bcp.exchange.foreign.netbox.sheaf import Record, Sheaf, number_of

__all__ = ["PASSIVE", "Cabling", "End"]

_ENDPOINTS = {
    "interface": "interfaces",
    "frontport": "front-ports",
    "rearport": "rear-ports",
    "powerport": "power-ports",
    "poweroutlet": "power-outlets",
    "powerfeed": "power-feeds",
    "circuittermination": "circuit-terminations",
}
PASSIVE = frozenset({"frontport", "rearport"})
"""Ends of patch panels."""
_LONGEST = 64
"""Panels that a line may run through."""


@dataclass(frozen=True, slots=True)
class End:
    """One end of a cable."""

    sort: str
    """``interface``, ``powerport``, ``circuittermination`` …"""
    number: int
    device: int | None = None
    circuit: int | None = None
    held: Mapping[str, Any] | None = None
    """What is said of it where it is named."""

    @property
    def key(self) -> tuple[str, int]:
        """What tells it apart."""
        return self.sort, self.number


class Cabling:
    """The cables, and where the lines through patch panels end."""

    def __init__(self, sheaf: Sheaf) -> None:
        self._sheaf = sheaf
        self.cables = [(cable, *self._ends_of(cable)) for cable in sheaf["cables"].values()]
        self._peers: dict[tuple[str, int], list[End]] = {}
        for _, one, other in self.cables:
            for end in one:
                self._peers.setdefault(end.key, []).extend(other)
            for end in other:
                self._peers.setdefault(end.key, []).extend(one)
        self._fronts: dict[int, list[int]] = {}
        for front in sheaf["front-ports"].values():
            for rear in self._rears(front):
                self._fronts.setdefault(rear, []).append(front.id)

    def _rears(self, front: Record) -> Iterator[int]:
        for key in ("rear_port", "rear_ports"):
            for held in front.refs(key):
                number = number_of(held.get("rear_port", held))
                if number is not None:
                    yield number

    def _ends_of(self, cable: Record) -> tuple[list[End], list[End]]:
        return [*self._side(cable, "a")], [*self._side(cable, "b")]

    def _side(self, cable: Record, side: str) -> Iterator[End]:
        """Yield the ends of one side: a list since NetBox 3.3, a single one before."""
        for held in cable.refs(f"{side}_terminations"):
            yield from self._end(held.get("object_type"), held.get("object_id"), held.get("object"))
        if f"termination_{side}_type" in cable.held:
            sort, number = (cable.held.get(f"termination_{side}_{key}") for key in ("type", "id"))
            yield from self._end(sort, number, cable.held.get(f"termination_{side}"))

    def _end(self, sort: Any, number: Any, held: Any) -> Iterator[End]:
        number = number_of(held) if number is None else number_of(number)
        if isinstance(sort, str) and number is not None:
            yield self.end(sort, number, held if isinstance(held, dict) else {})

    def end(self, sort: str, number: int, held: Mapping[str, Any]) -> End:
        """Return an end with the device or circuit it belongs to, looked up where need be."""
        name = sort.rpartition(".")[2].lower()
        known = self._sheaf.find(_ENDPOINTS.get(name, ""), number)
        both: list[Mapping[str, Any]] = [held, known.held if known else {}]
        device = next((n for one in both if (n := number_of(one.get("device"))) is not None), None)
        circuit = next(
            (n for one in both if (n := number_of(one.get("circuit"))) is not None), None
        )
        return End(name, number, device, circuit, known.held if known else held)

    def traced(self, record: Record, sort: str) -> list[End]:
        """Return what a port is connected to in the end, and the line of a provider on the way.

        What NetBox traced counts, else its neighbour; where it says nothing the cables are followed.
        """
        peers = [end for end in self._named(record, "link_peer") if end.sort not in PASSIVE]
        ends = self._named(record, "connected_endpoint")
        if ends:
            return [*ends, *(end for end in peers if end.sort == "circuittermination")]
        return peers or self.follow(End(sort, record.id))

    def _named(self, record: Record, key: str) -> list[End]:
        """Return the ends that a port names: a list since NetBox 3.3, a single one before."""
        many = f"{key}s" if record.held.get(f"{key}s") else key
        sort = record.held.get(f"{many}_type")
        return [
            self.end(str(sort or _sort_of(held)), number, held)
            for held in record.refs(many)
            if (number := number_of(held)) is not None
        ]

    def follow(self, start: End) -> list[End]:
        """Return the ends of the lines that begin at *start*, through panels as far as they go."""
        found: list[End] = []
        seen = {start.key}
        waiting = list(self._peers.get(start.key, ()))
        for _ in range(_LONGEST):
            passing = [end for end in waiting if end.key not in seen]
            seen |= {end.key for end in passing}
            found += [end for end in passing if end.sort not in PASSIVE]
            waiting = [
                peer
                for end in passing
                if (through := self._through(end)) is not None
                for peer in self._peers.get(through, ())
            ]
        return found

    def _through(self, end: End) -> tuple[str, int] | None:
        """Return the other side of a port of a panel, if there is only one that it can be."""
        if end.sort == "frontport":
            front = self._sheaf.find("front-ports", end.number)
            rears = [*self._rears(front)] if front else []
            return ("rearport", rears[0]) if len(rears) == 1 else None
        fronts = self._fronts.get(end.number, []) if end.sort == "rearport" else []
        return ("frontport", fronts[0]) if len(fronts) == 1 else None


def _sort_of(held: Mapping[str, Any]) -> str:
    """Return the sort of an end from its address, where no type is told."""
    url = str(held.get("url") or "")
    return next((sort for sort, name in _ENDPOINTS.items() if f"/{name}/" in url), "")
