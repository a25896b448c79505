"""What many runs of a scenario say, as figures with how sure they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bcp.compiled.kernel.runs import SHARES
from bcp.risk.blocks import TICKS, Job, prepared
from bcp.risk.counts import Counts
from bcp.risk.drivers import Drivers, drivers_of
from bcp.risk.factors import factors_of
from bcp.risk.gather import Point, Reached, loss_mean
from bcp.risk.interval import Estimate, mean_of, quantile_of, share_of
from bcp.risk.parts import longest_parts
from bcp.risk.tally import Tally

__all__ = ["FunctionRisk", "RiskResult", "Spread", "result_of"]

_BAD, _GOOD = 0.1, 0.9


@dataclass(frozen=True, slots=True)
class Spread:
    """A figure over all runs."""

    mean: Estimate
    p10: Estimate
    p50: Estimate
    p90: Estimate
    p99: Estimate


@dataclass(frozen=True, slots=True)
class FunctionRisk:
    """What may become of a function."""

    rto: int
    """In seconds, in this scenario."""
    mtpd: int | None
    down: Estimate
    """The chance of being down at all."""
    rto_met: Estimate
    mtpd_met: Estimate | None
    lost: Estimate
    """The chance of not being restored within the horizon."""
    downtime: Spread
    """In seconds, to the horizon."""
    parts: int
    """The longest single item among what it needs and lost, in seconds: no time to go by."""


@dataclass(frozen=True, slots=True)
class RiskResult:
    """What may come of a scenario."""

    scenario: str
    inventory: str
    strategy: str
    runs: int
    seed: int
    horizon: int
    likelihood: float | None
    """Events a year."""
    is_whole: bool
    """Whether all runs that were asked for were played."""
    is_precise: bool | None
    """Whether the precision asked for was reached; None: none was."""
    loss: Spread
    """In weighted hours."""
    losses: Counts
    """In ticks: all of them, for the scenarios of a year together."""
    all_rto_met: Estimate
    """The chance that every function meets its RTO …"""
    all_mtpd_met: Estimate
    """… and its MTPD, where it has one."""
    functions: Mapping[str, FunctionRisk]
    band: tuple[tuple[int, float, float], ...]
    """From each moment on: the share of all functions, by weight, that is there, in a bad case (P10), in a good
    one (P90)."""
    drivers: Drivers | None
    """None: the loss is the same in every run."""
    points: tuple[Point, ...]
    """How the figures settled."""


def result_of(job: Job, reached: Reached) -> RiskResult:
    """Return what the runs that were *reached* say of *job*."""
    held, tally = prepared(job), reached.tally
    compiled, head = held.compiled, job.scenario.scenario
    factors, _ = factors_of(held.sampler)
    parts = longest_parts(compiled.network, job.scenario)
    return RiskResult(
        scenario=head.id,
        inventory=job.inventory.organisation.id,
        strategy=job.strategy,
        runs=tally.runs,
        seed=job.seed,
        horizon=head.horizon,
        likelihood=head.likelihood,
        is_whole=reached.is_done,
        is_precise=reached.is_precise,
        loss=_spread(tally.losses, loss_mean(tally), 1 / TICKS),
        losses=tally.losses,
        all_rto_met=share_of(tally.all_rto_met, tally.runs),
        all_mtpd_met=share_of(tally.all_mtpd_met, tally.runs),
        functions={
            id_: _function(
                tally, number, (int(held.rto[number]), int(held.mtpd[number]), parts[id_])
            )
            for number, id_ in enumerate(compiled.functions)
        },
        band=tuple(_band(tally, [int(moment) for moment in compiled.tables.grid])),
        drivers=drivers_of(factors, tally),
        points=reached.points,
    )


def _function(tally: Tally, number: int, given: tuple[int, int, int]) -> FunctionRisk:
    runs, sums = tally.runs, tally.functions
    rto, mtpd, parts = given
    mean = mean_of(int(sums.seconds[number]), sums.square_of(number), runs)
    return FunctionRisk(
        rto=rto,
        mtpd=None if mtpd < 0 else mtpd,
        down=share_of(int(sums.down[number]), runs),
        rto_met=share_of(int(sums.rto_met[number]), runs),
        mtpd_met=None if mtpd < 0 else share_of(int(sums.mtpd_met[number]), runs),
        lost=share_of(int(sums.lost[number]), runs),
        downtime=_spread(tally.downtimes[number], mean, 1),
        parts=parts,
    )


def _spread(counts: Counts, mean: Estimate, unit: float) -> Spread:
    quantiles = (quantile_of(counts, chance) for chance in (0.1, 0.5, 0.9, 0.99))
    return Spread(mean, *(Estimate(q.value * unit, q.low * unit, q.high * unit) for q in quantiles))


def _band(tally: Tally, grid: list[int]) -> list[tuple[int, float, float]]:
    """Return the band at the moments at which it changes."""
    found: list[tuple[int, float, float]] = []
    for moment, row in zip(grid, tally.band.tolist(), strict=True):
        low, high = (_step(row, round(tally.runs * chance)) for chance in (_BAD, _GOOD))
        if not found or found[-1][1:] != (low, high):
            found.append((moment, low, high))
    return found


def _step(row: list[int], place: int) -> float:
    """Return the share at a *place* of all runs in rising order."""
    seen = 0
    for step, count in enumerate(row):
        seen += count
        if seen > place or seen == sum(row):
            return step / SHARES
    return 1.0
