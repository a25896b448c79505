"""Everything ``bcp measures`` tells: the ranking, and what a sum of money buys."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bcp.advice.buying import Purchase, Rung, market_of
from bcp.advice.drawing import drawn
from bcp.advice.estimate import Estimate, estimate_of
from bcp.advice.ranking import Standing, rank_measures
from bcp.advice.trials import Draw, Trials
from bcp.advice.weighing import YEARS, Weighing, weighing_of
from bcp.inventory.facts import Measure
from bcp.inventory.models import Inventory
from bcp.inventory.patch import patched
from bcp.outlook.effects import countermeasures, open_changes, open_measures
from bcp.recovery.strategy import Strategy
from bcp.scenario.models import Head, Scenario

__all__ = ["Counsel", "Question", "counsel_on"]

Wrap = Callable[[Sequence[Any], str], Iterator[Any]]
"""Shows how far something is: the steps, and which of ``measures`` and ``packages`` they are."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the measures."""

    strategy: Strategy = "slack"
    years: int = YEARS
    """Over which costs and losses are counted."""
    runs: int = 0
    """How many runs of each scenario are drawn; 0: one plain simulation."""
    seed: int = 1
    budget: int | None = None
    """In yen; nothing: no package is looked for."""
    given: tuple[Measure, ...] = ()
    """Measures that are settled."""


@dataclass(frozen=True, slots=True)
class Counsel:
    """What is to be said of the measures."""

    question: Question
    scenarios: tuple[Head, ...]
    weighing: Weighing
    loss: Estimate
    """What is lost as things are, over all scenarios, weighted, in weighted hours."""
    ranked: tuple[Standing, ...]
    """The measures with a cost, what buys most first."""
    aside: tuple[Standing, ...]
    """Those without."""
    unjudged: tuple[Measure, ...]
    """Those that do not say what they change."""
    over: int
    """How many are done or were dropped."""
    changes: tuple[Measure, ...] = ()
    """The planned changes: done for another end, so they are not ranked."""
    ladder: tuple[Rung, ...] = ()
    """The best package at every price; empty: not asked for, or not known."""
    purchase: Purchase | None = None
    """The best package within the budget."""

    @property
    def has_draws(self) -> bool:
        """Whether anything was drawn at random."""
        return self.question.runs > 0


def counsel_on(
    inventory: Inventory,
    scenarios: Sequence[Scenario],
    question: Question,
    wrap: Wrap = lambda steps, _: iter(steps),
) -> Counsel:
    """Return which measures of *inventory* are worth their money.

    Parameters
    ----------
    inventory
        As it is.
    scenarios
        By which to judge; their ids exist in the inventory. At least one.
    question
        What is asked.
    wrap
        Shows how far it is.

    Raises
    ------
    InputError
        If the changes of a measure do not fit the inventory, or those that are settled.
    """
    settled = {held.id for held in question.given}
    base = patched(inventory, question.given)
    rest = [held for held in inventory.measures if held.id not in settled]
    meant, judged = countermeasures(rest), open_measures(rest)
    trials = Trials(base, scenarios, judged, question.strategy, _draw(question, first=0))
    weighing = weighing_of([held.scenario for held in scenarios], question.years)
    ranked, aside = rank_measures(trials, weighing, wrap(judged, "measures"))
    ladder, purchase = _bought(trials, weighing, question, wrap)
    is_over = [held for held in meant if held.status in ("done", "dropped")]
    return Counsel(
        question=question,
        scenarios=tuple(held.scenario for held in scenarios),
        weighing=weighing,
        loss=_loss(trials, weighing),
        ranked=ranked,
        aside=aside,
        unjudged=tuple(held for held in meant if held not in judged and held not in is_over),
        over=len(is_over),
        changes=open_changes(rest),
        ladder=ladder,
        purchase=purchase,
    )


def _draw(question: Question, first: int) -> Draw | None:
    return drawn(question.seed, question.runs, first) if question.runs else None


def _loss(trials: Trials, weighing: Weighing) -> Estimate:
    none: frozenset[str] = frozenset()
    by_scenario = [trials.losses(none, place) for place in range(len(trials.scenarios))]
    return estimate_of(
        [
            sum(float(factor) * loss for factor, loss in zip(weighing.factors, run, strict=True))
            for run in zip(*by_scenario, strict=True)
        ]
    )


def _bought(
    trials: Trials, weighing: Weighing, question: Question, wrap: Wrap
) -> tuple[tuple[Rung, ...], Purchase | None]:
    if question.budget is None:
        return (), None
    market = market_of(
        trials, weighing, question.budget, wrap=lambda steps: wrap(steps, "packages")
    )
    judge = None
    if question.runs:
        later = _draw(question, first=question.runs)
        judge = Trials(trials.inventory, trials.scenarios, trials.measures, trials.strategy, later)
    return market.ladder(), market.buy(question.budget, judge)
