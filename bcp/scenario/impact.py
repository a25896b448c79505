"""What a scenario does to an inventory: every selection resolved, nothing left to chance.

A plain simulation draws nothing: a share of one half or more hits, less does not (section 3).
"""

from __future__ import annotations

from dataclasses import dataclass

from bcp.inventory.models import Inventory
from bcp.scenario.expand import Selector
from bcp.scenario.models import Head, Scenario
from bcp.units import Amount


@dataclass(frozen=True, slots=True)
class Hit:
    """A component damaged at a moment."""

    at: int
    component: str
    corrupt_since: int | None = None
    """How long before `at` its data was already spoilt; None if it was not."""


@dataclass(frozen=True, slots=True)
class Spell:
    """Something that holds a component down, or bars a place, from `start` to `end`."""

    start: int
    end: int | None
    """None: beyond the horizon."""
    component: str


@dataclass(frozen=True, slots=True)
class Absence:
    """A limit on the people of a team, from `start` to `end`."""

    start: int
    end: int | None
    """None: beyond the horizon."""
    team: str
    available: Amount


@dataclass(frozen=True, slots=True)
class Impact:
    """Everything that a scenario does, in the order of its events."""

    head: Head
    hits: tuple[Hit, ...]
    outages: tuple[Spell, ...]
    barred: tuple[Spell, ...]
    absences: tuple[Absence, ...]

    @property
    def damaged(self) -> frozenset[str]:
        """The components that are damaged at any time within the horizon."""
        return frozenset(hit.component for hit in self.hits if hit.at < self.head.horizon)

    @property
    def first_damage(self) -> int | None:
        """When vendors are called."""
        return min((hit.at for hit in self.hits), default=None)


def assess(scenario: Scenario, inventory: Inventory) -> Impact:
    """Return what *scenario* does to *inventory* in a plain simulation."""
    selector = Selector(inventory)
    hits: list[Hit] = []
    outages: list[Spell] = []
    barred: list[Spell] = []
    absences: list[Absence] = []
    for event in scenario.events:
        at = event.at
        if event.damage is not None and event.damage.hits:
            since = event.damage.corrupt_since
            hits += [Hit(at, component, since) for component in selector(event.damage.select)]
        if event.outage is not None:
            end = _end(at, event.outage.for_)
            outages += [Spell(at, end, component) for component in selector(event.outage.select)]
        if event.access is not None:
            end = _end(at, event.access.for_)
            barred += [Spell(at, end, place) for place in selector(event.access.select)]
        if event.staff is not None:
            change = event.staff
            absences.append(Absence(at, _end(at, change.for_), change.team, change.available))
    return Impact(scenario.scenario, tuple(hits), tuple(outages), tuple(barred), tuple(absences))


def _end(start: int, length: int | None) -> int | None:
    return None if length is None else start + length
