"""Measures by the loss that each avoids for its money, alone, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bcp.advice.estimate import Estimate, estimate_of, minus
from bcp.advice.played import TARGETS, Gains, gains_between
from bcp.advice.trials import Package, Trials
from bcp.advice.weighing import Weighing, cost_of
from bcp.inventory.facts import Measure

__all__ = ["MILLION", "Effect", "Standing", "effect_of", "rank_measures"]

MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Effect:
    """What a package of measures changes."""

    avoided: Estimate
    """The loss that it avoids over all scenarios, weighted, in weighted hours."""
    by_scenario: tuple[Estimate, ...]
    """The loss that it avoids in each scenario, each time that happens."""
    helped: tuple[float, ...]
    """Of each scenario: the share of the runs in which less is lost with it."""
    harmed: tuple[float, ...]
    """Of each scenario: the share of the runs in which more is lost with it."""
    gains: Mapping[str, tuple[Gains, ...]]
    """By target, of each scenario: which functions meet it only with or only without the package,
    by the plain simulation."""
    sums: tuple[float, ...]
    """The weighted loss avoided in each run, over all scenarios."""

    @property
    def is_nothing(self) -> bool:
        """Whether nothing changes at all."""
        held = [pair for found in self.gains.values() for pair in found]
        return not any(self.sums) and not any(pair.gained or pair.spoilt for pair in held)


@dataclass(frozen=True, slots=True)
class Standing:
    """A measure in the ranking."""

    measure: Measure
    cost: int | None
    """Once and over the years, in yen; None: nobody said."""
    effect: Effect
    is_clear: bool | None = None
    """Whether it is worth more than the next one beyond the chance of the draws; None: nothing was
    drawn, or it cannot be said by a ratio."""

    @property
    def per_million(self) -> Estimate | None:
        """What a million yen avoids, in weighted hours; None where it costs nothing or nobody said."""
        return self.effect.avoided.times(MILLION / self.cost) if self.cost else None


def effect_of(trials: Trials, weighing: Weighing, package: Iterable[str]) -> Effect:
    """Return what a package changes.

    Parameters
    ----------
    trials
        Play or draw what is to be compared.
    weighing
        How often each scenario counts.
    package
        The ids of the measures that are taken together.
    """
    chosen = frozenset(package)
    differences = [_difference(trials, chosen, place) for place in range(len(trials.scenarios))]
    factors = [float(factor) for factor in weighing.factors]
    runs = max((len(held) for held in differences), default=1)
    sums = [0.0] * runs
    for factor, held in zip(factors, differences, strict=True):
        for run, value in enumerate(held):
            sums[run] += factor * value
    return Effect(
        avoided=estimate_of(sums),
        by_scenario=tuple(map(estimate_of, differences)),
        helped=tuple(sum(value > 0 for value in held) / runs for held in differences),
        harmed=tuple(sum(value < 0 for value in held) / runs for held in differences),
        gains={target: _gains(trials, chosen, target) for target in TARGETS},
        sums=tuple(sums),
    )


def rank_measures(
    trials: Trials, weighing: Weighing, measures: Iterable[Measure]
) -> tuple[tuple[Standing, ...], tuple[Standing, ...]]:
    """Return the measures with a cost, what buys most first, and those without one.

    What is free and helps comes above all; what is free and does not, below what helps.

    Parameters
    ----------
    trials
        Play or draw what is to be compared.
    weighing
        How often each scenario counts, and over how many years costs are.
    measures
        Each is judged alone.
    """
    found = [
        Standing(held, cost_of(held, weighing.years), effect_of(trials, weighing, [held.id]))
        for held in measures
    ]
    priced = sorted((held for held in found if held.cost is not None), key=_merit)
    aside = sorted(
        (held for held in found if held.cost is None), key=lambda held: -held.effect.avoided.mean
    )
    return tuple(_told_apart(priced)), tuple(aside)


def _difference(trials: Trials, package: Package, place: int) -> list[float]:
    before = trials.losses(frozenset(), place)
    return minus(before, trials.losses(package, place))


def _gains(trials: Trials, package: Package, target: str) -> tuple[Gains, ...]:
    return tuple(
        gains_between(trials.played(frozenset(), place), trials.played(package, place), target)
        for place in range(len(trials.scenarios))
    )


def _merit(held: Standing) -> tuple[bool, float]:
    avoided = held.effect.avoided.mean
    is_free = not held.cost and avoided > 0
    return not is_free, -(avoided if not held.cost else avoided / held.cost)


def _told_apart(standings: Sequence[Standing]) -> list[Standing]:
    """Say of each whether it is worth more than the next beyond the chance of the draws."""
    found = []
    for place, held in enumerate(standings):
        after = standings[place + 1] if place + 1 < len(standings) else None
        found.append(
            Standing(held.measure, held.cost, held.effect, _is_clear(held, after)),
        )
    return found


def _is_clear(held: Standing, after: Standing | None) -> bool | None:
    if after is None or not held.cost or not after.cost or len(held.effect.sums) == 1:
        return None
    ratios = ([value / one.cost for value in one.effect.sums] for one in (held, after) if one.cost)
    return estimate_of(minus(*ratios)).low > 0
