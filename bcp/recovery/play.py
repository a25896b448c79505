"""Rule R5: the instants of a scenario played one after another, from any state.

The same step serves a strategy, which starts whatever can start in its order, and a drill, in
which people say what they start. Functions here return a new state and leave the one they were
given as it was.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from bcp.graph.network import Need, Network, build_network
from bcp.inventory.models import Inventory
from bcp.outage.condition import Condition
from bcp.outage.rules import Instant
from bcp.recovery.crews import Roster, build_roster
from bcp.recovery.works import Deed, Plan, Starter, Works, Workshop, by_plan
from bcp.scenario.impact import Impact, assess
from bcp.scenario.models import Scenario


class Act(IntEnum):
    """What the scenario does at a moment, in the order in which one moment's acts are played."""

    RELEASE = 1
    UNBAR = 2
    DAMAGE = 3
    HOLD = 4
    BAR = 5


Acts = tuple[tuple[Act, str], ...]
"""What happens to which component at one moment."""


@dataclass(frozen=True, slots=True)
class Case:
    """An inventory under a scenario: everything that stays the same while it is played."""

    network: Network
    impact: Impact
    roster: Roster
    acts: Mapping[int, Acts]
    """What the scenario does, by moment."""
    instants: tuple[int, ...]
    """Every moment fixed beforehand at which something may change, in order."""
    staffing: Mapping[int, tuple[Need, ...]]
    """The staff of functions, by the moments at which it may change."""

    @property
    def horizon(self) -> int:
        """The end of the simulation in seconds; not played itself."""
        return self.impact.head.horizon


@dataclass(frozen=True, slots=True)
class State:
    """Where things stand when the instant `now` is through; -1 before the incident."""

    now: int
    condition: Condition
    works: Works


def build_case(inventory: Inventory, scenario: Scenario, network: Network | None = None) -> Case:
    """Return an inventory under a scenario, ready to be played."""
    network = network or build_network(inventory)
    return case_of(network, assess(scenario, inventory))


def case_of(network: Network, impact: Impact, roster: Roster | None = None) -> Case:
    """Return a network under an impact, ready to be played; people come as *roster* says."""
    roster = roster or build_roster(network.inventory, impact)
    acts = _acts(impact)
    horizon = impact.head.horizon
    instants = {0, *acts, *roster.instants()}
    return Case(
        network,
        impact,
        roster,
        acts,
        tuple(sorted(time for time in instants if 0 <= time < horizon)),
        _staffing(network, roster),
    )


def _staffing(network: Network, roster: Roster) -> dict[int, tuple[Need, ...]]:
    staffing: dict[int, list[Need]] = {}
    for function in network.functions:
        for need in network.needs[function]:
            if need.staff is not None:
                for time in {0, *roster.on_hand[need.staff.team].times}:
                    staffing.setdefault(time, []).append(need)
    return {time: tuple(needs) for time, needs in staffing.items()}


def _acts(impact: Impact) -> dict[int, Acts]:
    acts: dict[int, list[tuple[Act, str]]] = {}
    for hit in impact.hits:
        acts.setdefault(hit.at, []).append((Act.DAMAGE, hit.component))
    spells = [(Act.HOLD, Act.RELEASE, impact.outages), (Act.BAR, Act.UNBAR, impact.barred)]
    for begin, end, held in spells:
        for spell in held:
            acts.setdefault(spell.start, []).append((begin, spell.component))
            if spell.end is not None:
                acts.setdefault(spell.end, []).append((end, spell.component))
    return {time: tuple(sorted(found, key=lambda act: act[0])) for time, found in acts.items()}


def begin() -> State:
    """Return the state before the incident, in which everything is up."""
    return State(-1, Condition(), Works())


def next_instant(case: Case, state: State) -> int | None:
    """Return the next moment at which something happens, or None if nothing will."""
    found = [time for time in (_fixed(case, state.now), _dynamic(state)) if time is not None]
    return min(found, default=None)


def _fixed(case: Case, now: int) -> int | None:
    place = bisect_right(case.instants, now)
    return case.instants[place] if place < len(case.instants) else None


def _dynamic(state: State) -> int | None:
    due = state.condition.next_due()
    finish = state.works.running[0][0] if state.works.running else None
    return min((time for time in (due, finish) if time is not None), default=None)


def step(  # noqa: PLR0913 (each is one word of R5)
    case: Case,
    state: State,
    plan: Plan,
    now: int,
    starter: Starter = by_plan,
    *,
    deed: Deed | None = None,
    late: Acts = (),
) -> State:
    """Play the instant *now* and return the state when it is through.

    An instant can be played again: what the scenario does at it is done once.

    Parameters
    ----------
    case
        The inventory under the scenario.
    state
        Where things stood before; no instant may lie between it and *now*.
    plan
        Which procedure a component is recovered by, and who goes first.
    now
        Seconds since the incident, not before ``state.now``.
    starter
        Who starts tasks: the plan, or people.
    deed
        What people do first.
    late
        What else happens now that the case did not hold when this instant was played before.
    """
    condition, works = state.condition.copy(), state.works.copy()
    acts = case.acts.get(now, ()) if state.now < now else late
    workshop = Workshop(case.network, case.roster, condition, works, plan, now)
    if deed is not None:
        deed(workshop)
    _play_instant(case, workshop, acts, starter)
    return State(now, condition, works)


def advance(case: Case, state: State, plan: Plan, until: int, starter: Starter = by_plan) -> State:
    """Play every instant before *until* and return the state that holds just before it."""
    now, condition, works = state.now, state.condition.copy(), state.works.copy()
    while True:
        upcoming = next_instant(case, State(now, condition, works))
        if upcoming is None or upcoming >= until:
            return State(now, condition, works)
        now = upcoming
        workshop = Workshop(case.network, case.roster, condition, works, plan, now)
        _play_instant(case, workshop, case.acts.get(now, ()), starter)


def play(case: Case, plan: Plan) -> State:
    """Play a case from the incident to its horizon by a plan."""
    return advance(case, begin(), plan, case.horizon)


def _play_instant(case: Case, workshop: Workshop, acts: Acts, starter: Starter) -> None:
    """R5: (1) to (5), until no task of no duration is started."""
    instant = Instant(case.network, workshop.condition, workshop.now)
    _finish_tasks(instant, workshop)
    _play_scenario(case, instant, workshop, acts)
    while True:
        instant.settle()
        workshop.reconsider(instant.regained)
        instant.regained.clear()
        if not starter(workshop):
            break
        _finish_tasks(instant, workshop)
    instant.close()


def _finish_tasks(instant: Instant, workshop: Workshop) -> None:
    """R5 (1), the tasks that finish now."""
    for component, attempt in workshop.finish_due():
        instant.repair(component, attempt)


def _play_scenario(case: Case, instant: Instant, workshop: Workshop, acts: Acts) -> None:
    """R5 (1), everything in the scenario that begins or ends now."""
    for act, component in acts:
        if act is Act.DAMAGE:
            if component not in instant.condition.damaged:
                instant.damage(component)
                workshop.list_tasks(component)
        elif act is Act.HOLD:
            instant.hold(component)
        elif act is Act.RELEASE:
            instant.release(component)
        elif act is Act.BAR:
            workshop.bar(component)
        else:
            workshop.unbar(component)
    for need in case.staffing.get(instant.now, ()):
        if need.staff is not None:
            present = case.roster.present(need.staff.team, instant.now)
            instant.staff(need, enough=present >= need.at_least)
