"""An inventory with a change tried on it, and whether a function would meet its RTO then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bcp.advice.networks import network_like
from bcp.graph.network import Network
from bcp.inventory.models import Inventory
from bcp.memory import paused_gc
from bcp.outage.condition import Change
from bcp.recovery.play import Case, advance, begin, case_of, play
from bcp.recovery.strategy import Order, Planned, Strategy, plan_by, planned
from bcp.scenario.impact import Impact, assess
from bcp.scenario.models import Scenario

__all__ = ["Setting", "Way", "downtime_in", "downtime_of", "meets", "setting_of"]


@dataclass(frozen=True, slots=True)
class Way:
    """Who goes first, by which procedures: a rule with exceptions made to it. A planner."""

    rule: str
    first: tuple[str, ...] = ()
    """Components that go before all others."""
    chosen: Mapping[str, str] = field(default_factory=dict)
    """The procedure of a component, where it is not the one that the rule takes."""
    kept: Order | None = None
    """An order found by a search, which stays as it is, new components last."""

    def __call__(self, network: Network, impact: Impact) -> Planned:
        """Return the plan for what *impact* does to *network*."""
        if self.kept is None and not self.first and not self.chosen:
            return planned(self.rule, network, impact)
        if self.kept is None:
            plan = plan_by(self.rule, network, impact, self.chosen)
        else:
            plan = _kept(self.kept, plan_by("slack", network, impact, self._procedures(network)))
        return Planned(_put_first(plan, self.first), self.rule)

    def _procedures(self, network: Network) -> dict[str, str]:
        held = {} if self.kept is None else self.kept.procedures
        known = {c: p for c, p in held.items() if c in network.components}
        return {**known, **self.chosen}


def _kept(kept: Order, fresh: Order) -> Order:
    """Return *fresh* with its works in the order in which they stand in *kept*."""
    last = len(kept.places)
    places = {pair: (kept.places.get(pair, last), at) for pair, at in fresh.places.items()}
    ordered = sorted(places, key=places.__getitem__)
    numbered = {pair: place for place, pair in enumerate(ordered)}
    return replace(fresh, places=numbered, holds_back=kept.holds_back)


def _put_first(plan: Order, first: tuple[str, ...]) -> Order:
    if not first:
        return plan
    held = set(first)
    ordered = sorted(plan.places, key=lambda pair: (pair[0] not in held, plan.places[pair]))
    return replace(plan, places={pair: place for place, pair in enumerate(ordered)})


@dataclass(frozen=True, slots=True)
class Setting:
    """What is played: an inventory, and who goes first."""

    inventory: Inventory
    way: Way

    def with_inventory(self, **sections: object) -> Setting:
        """Return the same with sections of the inventory replaced."""
        return replace(self, inventory=self.inventory.model_copy(update=sections))


def setting_of(inventory: Inventory, strategy: Strategy, made: Planned) -> Setting:
    """Return the setting in which *made* was planned: a rule plans anew, a search is kept."""
    if isinstance(strategy, str):
        return Setting(inventory, Way(strategy))
    return Setting(inventory, Way(made.strategy, kept=made.plan))


def downtime_in(setting: Setting, scenario: Scenario, function: str, base: Network) -> int:
    """Return how many seconds *function* is down, to the horizon, in *setting*.

    Parameters
    ----------
    setting
        What is played.
    scenario
        What happens.
    function
        One of the inventory.
    base
        The network of an inventory that *setting* was made of.
    """
    with paused_gc():
        network, case = _case(setting, scenario, base)
        state = play(case, setting.way(network, case.impact).plan)
        return downtime_of(state.condition.changes, function, case.horizon)[0]


def _case(setting: Setting, scenario: Scenario, base: Network) -> tuple[Network, Case]:
    network = network_like(base, setting.inventory)
    return network, case_of(network, assess(scenario, setting.inventory))


def meets(setting: Setting, scenario: Scenario, function: str, base: Network) -> bool:
    """Return whether *function* meets its RTO; what cannot any more is not played to its end.

    Parameters
    ----------
    setting
        What is played.
    scenario
        What happens.
    function
        One of the inventory.
    base
        The network of an inventory that *setting* was made of.
    """
    with paused_gc():
        network, case = _case(setting, scenario, base)
        head = case.impact.head
        rto = network.functions[function].rto_at(head.severity, head.day)
        plan = setting.way(network, case.impact).plan
        state, until = begin(), min(rto + 1, case.horizon)
        while True:
            state = advance(case, state, plan, until)
            down, is_up = downtime_of(state.condition.changes, function, until)
            if down > rto:
                return False
            if until == case.horizon:
                return is_up
            until = case.horizon if is_up else min(until + rto - down + 1, case.horizon)


def downtime_of(changes: list[Change], node: str, until: int) -> tuple[int, bool]:
    """Return the seconds that *node* was down before *until*, and whether it is up then."""
    down, since = 0, None
    for change in changes:
        if change.node != node:
            continue
        if change.rise is None:
            since = change.at
        elif since is not None:
            down, since = down + change.at - since, None
    if since is not None:
        down += until - since
    return down, since is None
