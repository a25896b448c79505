"""Many organisations at once: each scenario of each an errand, done in pieces, forgotten when done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bcp.risk.blocks import TICKS, Job
from bcp.risk.gather import loss_mean
from bcp.risk.interval import quantile_of, share_of
from bcp.risk.pieces import Farm, Piece, cut
from bcp.risk.tally import Tally
from bcp.scenario.models import Head

__all__ = ["Errand", "Fared", "fared", "gathered"]


@dataclass(frozen=True, slots=True)
class Errand:
    """Runs of a scenario of one organisation."""

    name: str
    """What it is known by: no two errands share it."""
    job: Job
    blocks: int
    """How many blocks of runs are wanted, from the first on."""


@dataclass
class _Open:
    """An errand that is under way."""

    left: int
    tally: Tally | None = None

    def add(self, tally: Tally, blocks: int) -> bool:
        """Take a tally in; return whether it was the last."""
        self.tally = tally if self.tally is None else self.tally.merge(tally)
        self.left -= blocks
        return self.left == 0


def gathered(errands: Iterable[Errand], farm: Farm) -> Iterator[tuple[str, Tally]]:
    """Yield the name and the tally of each errand as soon as all of its runs are done.

    Errands are asked for one by one, when somebody is free to work on them, and nothing is kept of
    one that is done: a country needs no more memory than its largest cities.

    Parameters
    ----------
    errands
        What is to be done.
    farm
        Who does it.
    """
    under_way: dict[str, _Open] = {}

    def pieces() -> Iterator[Piece]:
        for errand in errands:
            under_way[errand.name] = _Open(errand.blocks)
            yield from cut(errand.name, errand.job, range(errand.blocks), farm.hands)

    for piece, tally in farm(pieces()):
        held = under_way[piece.name]
        if held.add(tally, len(piece.numbers)):
            del under_way[piece.name]
            assert held.tally is not None
            yield piece.name, held.tally


@dataclass(frozen=True, slots=True)
class Fared:
    """How an organisation fares in a scenario, in the few figures that a table of many holds."""

    head: Head
    """Of the scenario."""
    runs: int
    all_met: float
    """The chance that every function meets its RTO."""
    interval: tuple[float, float]
    """Where that chance lies with 95 % confidence."""
    loss: Mapping[str, float]
    """In weighted hours: `mean`, `p10` … as `bcp risk --json` calls them."""
    rto_met: Mapping[str, float]
    """The chance that each function meets its RTO."""

    @property
    def in_time(self) -> float:
        """How many of the functions meet their RTO on average, as a share."""
        return sum(self.rto_met.values()) / len(self.rto_met) if self.rto_met else 1.0

    @property
    def mean(self) -> float:
        """The mean loss in weighted hours."""
        return self.loss["mean"]


def fared(job: Job, tally: Tally) -> Fared:
    """Return the figures of a job whose runs were counted."""
    all_met = share_of(tally.all_rto_met, tally.runs)
    quantiles = {
        f"p{round(100 * chance)}": quantile_of(tally.losses, chance).value / TICKS
        for chance in (0.1, 0.5, 0.9, 0.99)
    }
    met = tally.functions.rto_met.tolist()
    return Fared(
        head=job.scenario.scenario,
        runs=tally.runs,
        all_met=all_met.value,
        interval=(all_met.low, all_met.high),
        loss={"mean": loss_mean(tally).value, **quantiles},
        rto_met={
            function.id: share_of(count, tally.runs).value
            for function, count in zip(job.inventory.functions, met, strict=True)
        },
    )
