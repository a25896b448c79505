"""What is up, what is down and what is on its way, at one moment; and how it came to be so."""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field, replace
from enum import Enum

from bcp.graph.network import Need, Network


class Due(Enum):
    """What an entry of the agenda is about."""

    STARTUP = "startup"
    RESERVE = "reserve"
    ENGAGEMENT = "engagement"


@dataclass(frozen=True, slots=True, eq=False)
class Repaired:
    """A start became possible because the last task of a component was finished."""

    component: str
    attempt: int


@dataclass(frozen=True, slots=True, eq=False)
class Released:
    """A start became possible because an outage ended."""

    component: str


@dataclass(frozen=True, slots=True, eq=False)
class Rise:
    """A node came up at `at`, having been allowed to start since `since`, thanks to `trigger`."""

    node: str
    at: int
    since: int
    trigger: Trigger


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """A provider chosen at `at` to be engaged at `due`; `rise` if its coming up allowed it."""

    provider: str
    at: int
    due: int
    rise: Rise | None


@dataclass(frozen=True, slots=True, eq=False)
class Gain:
    """A need satisfied again at `at`, thanks to a provider's rise, a changeover, or people."""

    need: Need
    at: int
    by: Rise | Choice | None


Trigger = Repaired | Released | Gain


@dataclass(frozen=True, slots=True)
class Change:
    """A node went up (`rise`) or down (no `rise`). Kept in causal order."""

    at: int
    node: str
    rise: Rise | None


@dataclass(frozen=True, slots=True)
class Fall:
    """Why a node went down at `at`."""

    at: int
    node: str
    hit: bool
    """Whether the scenario struck it directly."""
    because: tuple[str, ...]
    """The providers that were missing, and whatever failed to hold the reserve."""
    teams: tuple[str, ...]
    """The teams of which too few were on hand."""


@dataclass(slots=True)
class Condition:
    """The state of rules R1 to R4. Only what differs from "everything is up" is held.

    It is changed only by ``bcp.outage.rules``, which works on a copy of its own.
    """

    down: set[str] = field(default_factory=set)
    damaged: set[str] = field(default_factory=set)
    held: dict[str, int] = field(default_factory=dict)
    """How many outages hold a component down."""
    starting: dict[str, tuple[int, Trigger]] = field(default_factory=dict)
    """Nodes that are allowed to start: since when, and thanks to what."""
    short: set[Need] = field(default_factory=set)
    """Needs that are not satisfied."""
    lost_at: dict[Need, int] = field(default_factory=dict)
    """When the reserve of a need began to be used; kept until an instant ends satisfied."""
    absent: dict[Need, int] = field(default_factory=dict)
    """How many providers of a need are down."""
    engaged: dict[Need, tuple[str, ...]] = field(default_factory=dict)
    """Who holds the places of a need with a changeover, once it differs from the first."""
    chosen: dict[Need, dict[int, Choice]] = field(default_factory=dict)
    """Changeovers under way, by place."""
    rises: dict[str, Rise] = field(default_factory=dict)
    """The latest rise of a node."""
    losses: list[tuple[int, Need]] = field(default_factory=list)
    """When a need stopped being satisfied, in causal order."""
    gains: list[Gain] = field(default_factory=list)
    """Every gain of a need, in causal order."""
    agenda: list[tuple[int, int, Due, object]] = field(default_factory=list)
    """A heap of what falls due; entries may be stale."""
    entries: int = 0
    """How many entries the agenda ever had: equal times keep their order."""
    changes: list[Change] = field(default_factory=list)
    falls: list[Fall] = field(default_factory=list)

    def copy(self) -> Condition:
        """Return a condition that can be changed without touching this one."""
        return replace(
            self,
            down=set(self.down),
            damaged=set(self.damaged),
            held=dict(self.held),
            starting=dict(self.starting),
            short=set(self.short),
            lost_at=dict(self.lost_at),
            absent=dict(self.absent),
            engaged=dict(self.engaged),
            chosen={need: dict(places) for need, places in self.chosen.items()},
            rises=dict(self.rises),
            losses=list(self.losses),
            gains=list(self.gains),
            agenda=list(self.agenda),
            changes=list(self.changes),
            falls=list(self.falls),
        )

    def is_up(self, node: str) -> bool:
        """Return whether *node* is up."""
        return node not in self.down

    def engaged_in(self, need: Need) -> tuple[str, ...]:
        """Return the providers that hold the places of a need."""
        return self.engaged.get(need, need.first)

    def may_start(self, network: Network, node: str) -> bool:
        """Return whether R4 allows *node*, which is down, to start."""
        if node in self.damaged or self.held.get(node):
            return False
        wanted = network.needs[node] + network.start_needs[node]
        return self.short.isdisjoint(wanted)

    def note(self, at: int, due: Due, what: object) -> None:
        """Put something on the agenda."""
        self.entries += 1
        heapq.heappush(self.agenda, (at, self.entries, due, what))

    def next_due(self) -> int | None:
        """Return the time of the next entry of the agenda, or None."""
        return self.agenda[0][0] if self.agenda else None
