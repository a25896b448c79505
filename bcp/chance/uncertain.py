"""What is uncertain about a scenario, and by which name each of it is drawn.

Four things are (docs/risk.md): whether a component is hit (`share`, `correlation`), how long a
task takes (PERT), when the people of a team arrive (`assembly`), and how late a vendor is
(`delay`). A name says nothing about the rest of the inventory, so that an inventory before and
after a measure is drawn alike in all that they have in common.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from bcp.chance.dice import ONE, word_of
from bcp.chance.draw import WorkId
from bcp.graph.network import Network
from bcp.inventory.models import Pert, Team
from bcp.scenario.expand import Selector
from bcp.scenario.impact import Hit
from bcp.scenario.models import Head, Scenario

__all__ = [
    "MOST_GROUPS",
    "Arrival",
    "Lateness",
    "Strike",
    "arrival_of",
    "arrives_by_chance",
    "duration_word",
    "lateness_of",
    "strikes_of",
    "threshold_of",
]

MOST_GROUPS = 40
"""A larger team arrives in this many groups, each of which comes together."""


@dataclass(frozen=True, slots=True)
class Strike:
    """A component that an event may hit."""

    hit: Hit
    event: int
    """The number of the event, from 0."""
    share: Fraction
    """With which probability."""
    site: str | None
    """The site whose components share one draw, where they do."""

    @property
    def word(self) -> int:
        """What its draw is named by."""
        if self.site is not None:
            return word_of("share", self.event, "site", self.site)
        return word_of("share", self.event, self.hit.component)

    @property
    def threshold(self) -> int:
        """Below which number of the dice it is hit."""
        return threshold_of(self.share)


def threshold_of(share: Fraction) -> int:
    """Return below which number of the dice something of this probability happens."""
    return round(share * ONE)


def strikes_of(network: Network, scenario: Scenario) -> tuple[Strike, ...]:
    """Return every component that an event may hit, in the order of the events.

    What has a share of 0 is never hit and left out.
    """
    return tuple(_strikes(network, scenario))


def _strikes(network: Network, scenario: Scenario) -> Iterator[Strike]:
    selector = Selector(network.inventory)
    for number, event in enumerate(scenario.events):
        damage = event.damage
        if damage is None or not damage.share:
            continue
        for component in selector(damage.select):
            site = _site_of(network, component) if damage.correlation == "site" else None
            hit = Hit(event.at, component, damage.corrupt_since)
            yield Strike(hit, number, damage.share, site)


def _site_of(network: Network, component: str) -> str | None:
    """Return the nearest place of kind site that *component* stands in, itself included."""
    places = network.places_of(component)
    return next((place for place in places if network.components[place].kind == "site"), None)


def duration_word(work: WorkId) -> int:
    """Return what the duration of a task on a component is named by."""
    return word_of("duration", *work)


@dataclass(frozen=True, slots=True)
class Arrival:
    """How the people of an own team come in, one by one or in groups that come together."""

    groups: tuple[int, ...]
    """How many people each is."""
    words: tuple[int, ...]
    """What the draw of each is named by."""
    moments: tuple[int, ...]
    """The steps of `assembly` in seconds since the incident, in order."""
    heads: tuple[int, ...]
    """By step, how many are on hand where people are counted; -1 where a share is given."""
    thresholds: tuple[int, ...]
    """By step, below which number somebody is on hand where a share is given."""

    @property
    def is_certain(self) -> bool:
        """Whether nothing of it is left to chance."""
        return all(
            moment == 0 and (heads >= 0 or threshold in {0, ONE})
            for moment, heads, threshold in zip(
                self.moments, self.heads, self.thresholds, strict=True
            )
        )


@dataclass(frozen=True, slots=True)
class Lateness:
    """How much later than its steps of `assembly` a whole team comes."""

    team: str
    pert: Pert

    @property
    def word(self) -> int:
        """What its draw is named by."""
        return word_of("delay", self.team)


def arrives_by_chance(team: Team, head: Head) -> bool:
    """Return whether the people of *team* come in one by one (T3)."""
    return team.assembly is not None and not team.vendor and head.assembly


def arrival_of(team: Team, head: Head) -> Arrival | None:
    """Return how the people of *team* come in; None where that is not left to chance."""
    if not arrives_by_chance(team, head) or not team.size:
        return None
    assert team.assembly is not None
    steps = sorted(team.assembly.items())
    number = min(team.size, MOST_GROUPS)
    bounds = [team.size * place // number for place in range(number + 1)] if number else [0]
    arrival = Arrival(
        groups=tuple(bounds[place + 1] - bounds[place] for place in range(number)),
        words=tuple(word_of("arrival", team.id, place) for place in range(number)),
        moments=tuple(moment for moment, _ in steps),
        heads=tuple(min(team.size, held) if isinstance(held, int) else -1 for _, held in steps),
        thresholds=tuple(0 if isinstance(held, int) else threshold_of(held) for _, held in steps),
    )
    return None if arrival.is_certain else arrival


def lateness_of(team: Team, head: Head) -> Lateness | None:
    """Return how late *team* may be as a whole; None where it is not.

    A vendor of whom nothing is known comes late by up to its first step after the call, most
    likely not at all: it promised that step.
    """
    if team.assembly is None or not (team.vendor or head.assembly):
        return None
    pert = team.delay
    if pert is None and team.vendor:
        first = min((moment for moment in team.assembly if moment), default=0)
        pert = Pert(low=0, likely=0, high=first)
    return None if pert is None or not pert.high else Lateness(team.id, pert)
