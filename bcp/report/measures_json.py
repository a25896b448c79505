"""What ``bcp measures --json`` prints."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bcp.advice.buying import Purchase, Rung
from bcp.advice.counsel import Counsel
from bcp.advice.estimate import Estimate
from bcp.advice.played import Gains
from bcp.advice.ranking import Effect, Standing
from bcp.inventory.facts import Measure
from bcp.report.names import called
from bcp.scenario.models import Head
from bcp.words import Lang

__all__ = ["counsel_json"]

Json = dict[str, Any]
_DIGITS = 9


def counsel_json(counsel: Counsel, strategy: str, lang: Lang) -> Json:
    """Return what is to be said of the measures.

    Parameters
    ----------
    counsel
        What was found.
    strategy
        What users call the strategy.
    lang
        Of the names.
    """
    heads = counsel.scenarios
    question = counsel.question
    return {
        "scenarios": [
            {"id": head.id, "likelihood": head.likelihood, "counts": _rounded(float(factor))}
            for head, factor in zip(heads, counsel.weighing.factors, strict=True)
        ],
        "weighted_by_likelihood": counsel.weighing.is_expected,
        "years": counsel.weighing.years,
        "strategy": strategy,
        "runs": question.runs,
        "seed": question.seed if question.runs else None,
        "given": [held.id for held in question.given],
        "loss": _estimate(counsel.loss),
        "ranked": [
            {"place": place, **_standing(held, heads, lang)}
            for place, held in enumerate(counsel.ranked, start=1)
        ],
        "without_cost": [_standing(held, heads, lang) for held in counsel.aside],
        "not_judged": [held.id for held in counsel.unjudged],
        "over": counsel.over,
        "planned_changes": [held.id for held in counsel.changes],
        "ladder": [_rung(held) for held in counsel.ladder],
        "package": None if counsel.purchase is None else _purchase(counsel.purchase, heads),
    }


def _standing(held: Standing, heads: Sequence[Head], lang: Lang) -> Json:
    per = held.per_million
    return {
        **_measure(held.measure, lang),
        "cost_of_years": held.cost,
        "per_million": None if per is None else _estimate(per),
        "clearly_before_the_next": held.is_clear,
        **_effect(held.effect, heads),
    }


def _measure(held: Measure, lang: Lang) -> Json:
    return {
        "id": held.id,
        "name": called(held, lang),
        "status": held.status,
        "lead_time_s": held.lead_time,
        "cost": held.cost,
        "yearly": held.yearly,
    }


def _effect(held: Effect, heads: Sequence[Head]) -> Json:
    return {
        "avoided": _estimate(held.avoided),
        "by_scenario": {
            head.id: {
                "avoided": _estimate(held.by_scenario[place]),
                "helps_in": _rounded(held.helped[place]),
                "harms_in": _rounded(held.harmed[place]),
                **{
                    target: _gains(found[place])
                    for target, found in held.gains.items()
                    if found[place].gained or found[place].spoilt
                },
            }
            for place, head in enumerate(heads)
        },
    }


def _gains(held: Gains) -> Json:
    return {"gained": [*held.gained], "spoilt": [*held.spoilt]}


def _estimate(held: Estimate) -> Json:
    interval = None if held.error is None else [_rounded(held.low), _rounded(held.high)]
    return {"mean": _rounded(held.mean), "interval": interval}


def _rung(held: Rung) -> Json:
    return {
        "measures": [one.id for one in held.measures],
        "cost": held.cost,
        "avoided": _rounded(held.avoided),
    }


def _purchase(held: Purchase, heads: Sequence[Head]) -> Json:
    return {
        "budget": held.budget,
        "measures": [one.id for one in held.measures],
        "cost": held.cost,
        "avoided_when_chosen": _rounded(held.avoided),
        "most_that_can_be_avoided": _rounded(held.most),
        "proven_best": held.is_proven,
        "simulated": held.tried,
        "packages": held.packages,
        **_effect(held.effect, heads),
    }


def _rounded(value: float) -> float:
    return round(value, _DIGITS)
