"""Two or more states of an inventory, or scenarios, side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from bcp.advice.played import Fate, Played, play_on
from bcp.advice.weighing import weighing_of
from bcp.graph.network import build_network
from bcp.inventory.models import Inventory
from bcp.recovery.result import Finding
from bcp.recovery.strategy import Strategy
from bcp.scenario.models import Head, Scenario

__all__ = ["Case", "Comparison", "Difference", "compare_scenarios", "compare_states"]


Look = Callable[[Inventory, Sequence[Scenario]], Iterable[Finding]]
"""Returns what is weak in an inventory, given the scenarios written for it."""
Wrap = Callable[[Sequence[tuple[int, int]]], Iterator[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Difference:
    """A function whose fate is not the same on every side."""

    function: str
    fates: tuple[Fate | None, ...]
    """By side; None: that side does not know it."""


@dataclass(frozen=True, slots=True)
class Case:
    """What is held side by side: one scenario on several states, or several scenarios on one."""

    head: Head | None
    """Of the scenario; None: the sides are scenarios."""
    sides: tuple[Played, ...]

    @property
    def functions(self) -> tuple[str, ...]:
        """Every function that any side knows, in the order of the files."""
        return tuple(dict.fromkeys(id_ for held in self.sides for id_ in held.functions))

    def differences(self) -> Iterator[Difference]:
        """Yield the functions that do not fare the same everywhere."""
        for id_ in self.functions:
            fates = tuple(held.functions.get(id_) for held in self.sides)
            if len(set(map(_told, fates))) > 1:
                yield Difference(id_, fates)

    @property
    def is_same(self) -> bool:
        """Whether nothing differs."""
        losses = {held.loss for held in self.sides}
        knots = {held.deadlocks for held in self.sides}
        return len(losses) == 1 == len(knots) and not any(self.differences())


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that is held side by side."""

    cases: tuple[Case, ...]
    expected: tuple[Fraction, ...] | None
    """Of each side: the loss to be expected in a year, in weighted hours; None: not every scenario
    says how often it happens, or the sides are scenarios."""
    findings: tuple[tuple[Finding, ...], ...] | None
    """Of each side: what `bcp check` finds; None: the sides are scenarios."""

    def fixed(self, side: int) -> tuple[Finding, ...]:
        """Return what is found on the first side and not on this one."""
        return _only_in(self.findings, 0, side)

    def new(self, side: int) -> tuple[Finding, ...]:
        """Return what is found on this side and not on the first."""
        return _only_in(self.findings, side, 0)


def compare_states(
    states: Sequence[tuple[Inventory, Sequence[Scenario]]],
    strategy: Strategy,
    look: Look,
    wrap: Wrap = iter,
) -> Comparison:
    """Play the same scenarios on several states of an inventory.

    Parameters
    ----------
    states
        Each with the scenarios as they are read for it, in the same order everywhere.
    strategy
        Who goes first when crews are short.
    look
        Finds where an inventory is weak.
    wrap
        Shows how far it is.
    """
    networks = [build_network(inventory) for inventory, _ in states]
    steps = [(side, place) for side, (_, held) in enumerate(states) for place in range(len(held))]
    played: list[list[Played]] = [[] for _ in states]
    for side, place in wrap(steps):
        played[side].append(play_on(networks[side], states[side][1][place], strategy))
    findings = [tuple(look(inventory, scenarios)) for inventory, scenarios in states]
    heads = [held.scenario for held in states[0][1]]
    cases = tuple(
        Case(head, sides) for head, sides in zip(heads, zip(*played, strict=True), strict=True)
    )
    return Comparison(cases, _expected(heads, played), tuple(findings))


def compare_scenarios(
    inventory: Inventory, scenarios: Iterable[Scenario], strategy: Strategy
) -> Comparison:
    """Play several scenarios on one inventory.

    Parameters
    ----------
    inventory
        What the organisation has.
    scenarios
        Their ids exist in it.
    strategy
        Who goes first when crews are short.
    """
    network = build_network(inventory)
    sides = tuple(play_on(network, scenario, strategy) for scenario in scenarios)
    return Comparison((Case(None, sides),), None, None)


def _expected(
    heads: Sequence[Head], played: Sequence[Sequence[Played]]
) -> tuple[Fraction, ...] | None:
    weighing = weighing_of(heads, years=1)
    if not weighing.is_expected:
        return None
    return tuple(
        sum((f * held.loss for f, held in zip(weighing.factors, sides, strict=True)), Fraction(0))
        for sides in played
    )


def _told(fate: Fate | None) -> object:
    """Return what is told of a fate: losses are added up elsewhere."""
    if fate is None:
        return None
    return fate.downtime, fate.restored, fate.rto_met, fate.mtpd_met, fate.rpo_met, fate.data_loss


def _only_in(
    findings: Sequence[Sequence[Finding]] | None, here: int, there: int
) -> tuple[Finding, ...]:
    """Return what is found in one place and not in another: the same kind about the same things."""
    if findings is None:
        return ()
    known = {(held.kind, held.ids) for held in findings[there]}
    return tuple(held for held in findings[here] if (held.kind, held.ids) not in known)
