"""What ``bcp risk`` found, as the JSON of model.md section 6 with more keys beside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bcp.risk.drivers import Driver, Drivers
from bcp.risk.factors import Factor, Sort
from bcp.risk.interval import Estimate
from bcp.risk.result import FunctionRisk, RiskResult, Spread
from bcp.risk.yearly import Yearly

__all__ = ["risk_json", "risks_json", "rounded"]

Json = dict[str, Any]
_QUANTILES = ("p10", "p50", "p90", "p99")
_DRIVERS = 100
"""So many of the drivers are printed at most."""


def risks_json(results: Sequence[RiskResult], yearly: Yearly | None) -> Json:
    """Return what ``bcp risk --json`` prints of several scenarios, and of their year if known."""
    return {
        "scenarios": [risk_json(held) for held in results],
        "yearly": None if yearly is None else _yearly(yearly),
    }


def risk_json(held: RiskResult) -> Json:
    """Return what is said of one scenario."""
    return {
        "scenario": held.scenario,
        "inventory": held.inventory,
        "strategy": held.strategy,
        "runs": held.runs,
        "seed": held.seed,
        "horizon_s": held.horizon,
        "likelihood": held.likelihood,
        "complete": held.is_whole,
        "precise": held.is_precise,
        "loss": _spread(held.loss),
        **_share("p_all_rto_met", held.all_rto_met),
        **_share("p_all_mtpd_met", held.all_mtpd_met),
        "functions": {id_: _function(function) for id_, function in held.functions.items()},
        "band": [[moment, rounded(low), rounded(high)] for moment, low, high in held.band],
        "drivers": None if held.drivers is None else _drivers(held.drivers),
        "convergence": [
            {
                "runs": point.runs,
                "loss_mean": rounded(point.loss.value),
                "loss_mean_ci": _interval(point.loss),
                "widest_rto_half": rounded(point.widest),
            }
            for point in held.points
        ],
    }


def _function(held: FunctionRisk) -> Json:
    return {
        **_share("p_down", held.down),
        **_share("p_rto_met", held.rto_met),
        **_share("p_mtpd_met", held.mtpd_met),
        **_share("p_not_restored", held.lost),
        "downtime_s": _spread(held.downtime),
        "rto_s": held.rto,
        "mtpd_s": held.mtpd,
        "max_of_parts_s": held.parts,
    }


def _share(key: str, held: Estimate | None) -> Json:
    if held is None:
        return {key: None}
    return {key: rounded(held.value), f"{key}_ci": _interval(held)}


def _spread(held: Spread) -> Json:
    found: Json = {"mean": rounded(held.mean.value), "mean_ci": _interval(held.mean)}
    for key in _QUANTILES:
        estimate: Estimate = getattr(held, key)
        found |= {key: rounded(estimate.value), f"{key}_ci": _interval(estimate)}
    return found


def _drivers(held: Drivers) -> Json:
    return {
        "shares": {sort.value: rounded(share) for sort, share in held.by_sort.items()},
        "rest": rounded(held.rest),
        "list": [_driver(driver) for driver in held.drivers[:_DRIVERS]],
    }


def _driver(held: Driver) -> Json:
    return {
        "what": held.factor.sort.value,
        **_named(held.factor),
        "share": rounded(held.share),
        "raises": held.raises,
    }


def _named(factor: Factor) -> Json:
    if factor.sort is Sort.DURATION:
        return dict(zip(("component", "procedure", "task"), factor.ids, strict=True))
    if factor.sort is Sort.ARRIVAL:
        return {"team": factor.ids[0]}
    if factor.sort is Sort.SITE:
        return {"event": factor.event, "site": factor.ids[0], "components": [*factor.ids[1:]]}
    return {"event": factor.event, "component": factor.ids[0]}


def _yearly(held: Yearly) -> Json:
    return {
        "loss": {"mean": rounded(held.loss.value), "mean_ci": _interval(held.loss)},
        "scenarios": {
            part.scenario: {
                "likelihood": part.likelihood,
                "loss": rounded(part.loss.value),
                "loss_ci": _interval(part.loss),
            }
            for part in held.parts
        },
        "down_h": {id_: rounded(hours) for id_, hours in held.down.items()},
        "exceedance": [
            {
                "loss": rounded(point.loss),
                "events": rounded(point.rate),
                "chance": rounded(point.chance),
            }
            for point in held.curve
        ],
        "exceeded": [
            {"chance": chance, "loss": None if loss is None else rounded(loss)}
            for chance, loss in held.exceeded
        ],
        "left_out": [*held.left_out],
    }


def _interval(held: Estimate) -> list[float]:
    return [rounded(held.low), rounded(held.high)]


def rounded(value: float) -> float:
    """Return *value* with nine decimals: what lies below is nothing but arithmetic."""
    return round(float(value), 9)
