"""What a draft is made from: the scenario played by the plan, and words for what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from bcp.drill.file.models import Kind
from bcp.graph.network import Network, build_network
from bcp.inventory.models import Function, Inventory, Team
from bcp.recovery.play import Case, case_of
from bcp.recovery.result import FunctionResult, Result
from bcp.recovery.simulate import simulate
from bcp.recovery.works import Done
from bcp.scenario.impact import assess
from bcp.scenario.models import Scenario
from bcp.units import MINUTE
from bcp.words import Lang, Name, Names, Phrase, Told, render, say
from bcp.words.drafting import WORDS

__all__ = ["KINDS", "Ground", "Wish", "ground_of"]

KINDS = frozenset({"earthquake", "flood", "blackout", "ransomware", "failure", "pandemic"})
"""The kinds of scenario that have texts of their own."""
_AIMS = 4


@dataclass(frozen=True, slots=True)
class Wish:
    """What kind of drill is wanted."""

    id: str
    kind: Kind
    length: int
    """Seconds of the exercise clock."""
    scenario: str
    """What the drill calls its scenario: an id or a file."""


@dataclass(frozen=True)
class Ground:
    """The scenario played by the plan, and the names of things."""

    scenario: Scenario
    network: Network
    case: Case
    result: Result
    names: Mapping[Lang, Names]
    wish: Wish

    @property
    def inventory(self) -> Inventory:
        """The organisation that is rehearsed."""
        return self.network.inventory

    @property
    def lang(self) -> Lang:
        """The language of what a file says in one language only: that of the organisation."""
        return self.inventory.organisation.language

    @cached_property
    def sort(self) -> str:
        """By which texts the scenario is told."""
        kind = self.scenario.scenario.kind or ""
        return kind if kind in KINDS else "other"

    @cached_property
    def stopped(self) -> tuple[Function, ...]:
        """The functions that stop, those with the least time left first."""
        held = [f for f in self.network.functions.values() if self.outcome(f).down]
        return tuple(sorted(held, key=lambda f: (self.outcome(f).rto, -f.weight)))

    @cached_property
    def aims(self) -> tuple[Function, ...]:
        """The functions whose restoration the drill is measured by, by their time."""
        back = [f for f in self.stopped if self.outcome(f).restored]
        worked = [f for f in back if any(link.what == "task" for link in self.outcome(f).chain)]
        chosen = dict.fromkeys(f.id for f in (*back[: _AIMS // 2], *worked))
        wanted = set(list(chosen)[:_AIMS])
        return tuple(f for f in back if f.id in wanted)

    @cached_property
    def desk(self) -> Team | None:
        """The team of one's own that does most of the recovery."""
        return self._busiest(vendor=False)

    @cached_property
    def vendor(self) -> Team | None:
        """The vendor that does most of the recovery."""
        return self._busiest(vendor=True)

    def _busiest(self, *, vendor: bool) -> Team | None:
        held = [team for team in self.inventory.teams if team.vendor is vendor and team.size]
        return max(held, key=lambda team: self.work_of.get(team.id, 0), default=None)

    @cached_property
    def work_of(self) -> Mapping[str, int]:
        """For each team how many tasks it has a part in, by the plan."""
        found: dict[str, int] = {}
        for done in self.result.tasks:
            for team in self.crew(done):
                found[team] = found.get(team, 0) + 1
        return found

    def crew(self, done: Done) -> Mapping[str, int]:
        """Return who does a task."""
        return self.result.crews[done.work.procedure, done.work.task]

    def outcome(self, function: Function) -> FunctionResult:
        """Return what becomes of *function* by the plan."""
        return self.result.functions[function.id]

    def told(self, key: str, **values: object) -> tuple[str, str]:
        """Return a text in Japanese and in English."""
        phrase = Phrase(key, values)
        japanese = render(WORDS, phrase, "ja", self.names["ja"])
        return japanese, render(WORDS, phrase, "en", self.names["en"])

    def said(self, key: str, **values: object) -> str:
        """Return a text in the language of the organisation."""
        return render(WORDS, Phrase(key, values), self.lang, self.names[self.lang])

    def label(self, key: str) -> Told:
        """Return a text to be put into another."""
        return Told(say(WORDS, key, "ja"), say(WORDS, key, "en"))

    def listed(self, ids: tuple[str, ...], most: int = 3) -> Told:
        """Return the names of the first *most*, and how many there are besides."""
        shown = tuple(Name(id_) for id_ in ids[:most])
        key = "list-more" if len(ids) > most else "list"
        japanese, english = self.told(key, ids=shown, number=len(ids) - most)
        return Told(japanese, english)

    def people(self, crew: Mapping[str, int]) -> Told:
        """Return a crew as people write it."""
        if not crew:
            return self.label("crew-none")
        parts = [self.told("crew", team=Name(team), number=n) for team, n in crew.items()]
        return Told("、".join(part[0] for part in parts), ", ".join(part[1] for part in parts))

    def work(self, done: Done) -> dict[str, object]:
        """Return the values by which a text names a task."""
        work = done.work
        return {
            "component": Name(work.component),
            "task": Name(f"{work.procedure}/{work.task}"),
            "procedure": Name(work.procedure),
            "crew": self.people(self.crew(done)),
        }

    def department(self, function: Function) -> Told:
        """Return who is in charge of *function*, or its name where that is unknown."""
        japanese = function.department or self.names["ja"][function.id]
        english = function.department_en or function.department or self.names["en"][function.id]
        return Told(japanese, english)

    def department_here(self, function: Function) -> str:
        """Return who is in charge of *function* in the language of the organisation."""
        told = self.department(function)
        return (told.text_en if self.lang == "en" else None) or told.text

    def is_own(self, function: Function) -> bool:
        """Return whether *function* is that of the team that is told: it does not call itself."""
        staff = function.staff.team if function.staff else ""
        return self.desk is not None and staff == self.desk.id

    def headquarters(self) -> str:
        """Return the key of who asks for reports."""
        return f"headquarters-{self.scenario.scenario.severity}"


def ground_of(
    scenario: Scenario, inventory: Inventory, names: Mapping[Lang, Names], wish: Wish
) -> Ground:
    """Return the ground of a draft; the scenario is played once for it."""
    network = build_network(inventory)
    return Ground(
        scenario,
        network,
        case_of(network, assess(scenario, inventory)),
        simulate(inventory, scenario, network=network),
        names,
        wish,
    )


def whole_minutes(seconds: int) -> int:
    """Return *seconds* down to the minute, one at least."""
    return max(MINUTE, seconds // MINUTE * MINUTE)
