"""What is kept of a simulation to be held against another: fates of functions, and the loss."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from bcp.graph.network import Network
from bcp.recovery.result import FunctionResult, Result
from bcp.recovery.simulate import simulate
from bcp.recovery.strategy import Strategy
from bcp.scenario.models import Scenario

__all__ = ["TARGETS", "Fate", "Gains", "Played", "gains_between", "play_on"]

TARGETS = ("rto", "mtpd", "rpo", "data")
"""What a function can meet or miss; ``data``: whether any of its data is left."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a function."""

    downtime: int
    """In seconds, to the horizon."""
    restored: int | None
    """When it came up for good; None: not within the horizon; 0: it was never down."""
    rto_met: bool
    mtpd_met: bool | None
    """None if it has no MTPD."""
    rpo_met: bool | None
    """None if it has no RPO."""
    data_loss: int | None
    """Seconds of data lost below it; None: data without a usable backup."""
    loss: Fraction
    """In weighted hours."""


@dataclass(frozen=True, slots=True)
class Played:
    """What is kept of a scenario that was played."""

    loss: Fraction
    """In weighted hours."""
    bound: Fraction | None
    """A proven lower bound of the loss, where the strategy gives one."""
    functions: Mapping[str, Fate]
    """All functions, in the order of the files."""
    deadlocks: tuple[tuple[str, ...], ...]

    def failing(self, target: str) -> tuple[str, ...]:
        """Return the functions that miss a target, one of :data:`TARGETS`."""
        if target == "data":
            return tuple(id_ for id_, fate in self.functions.items() if fate.data_loss is None)
        key = f"{target}_met"
        return tuple(id_ for id_, fate in self.functions.items() if getattr(fate, key) is False)

    @property
    def never_back(self) -> tuple[str, ...]:
        """The functions that are not restored within the horizon."""
        return tuple(id_ for id_, fate in self.functions.items() if fate.restored is None)


@dataclass(frozen=True, slots=True)
class Gains:
    """Which functions meet a target with a measure and not without it, and the other way round."""

    gained: tuple[str, ...] = ()
    spoilt: tuple[str, ...] = ()


def play_on(network: Network, scenario: Scenario, strategy: Strategy) -> Played:
    """Play *scenario* on the inventory of *network* and keep what comparisons need."""
    result = simulate(network.inventory, scenario, strategy, network)
    return _kept(result)


def gains_between(before: Played, after: Played, target: str) -> Gains:
    """Return for which functions meeting a target differs.

    A function that only one of the two knows was not there to be met or missed.

    Parameters
    ----------
    before, after
        The same scenario, played twice.
    target
        One of :data:`TARGETS`.
    """
    both = [id_ for id_ in after.functions if id_ in before.functions]
    was, now = (set(held.failing(target)) for held in (before, after))
    return Gains(_among(both, was - now), _among(both, now - was))


def _among(order: Sequence[str], chosen: set[str]) -> tuple[str, ...]:
    return tuple(id_ for id_ in order if id_ in chosen)


def _kept(result: Result) -> Played:
    functions = {id_: _fate(held) for id_, held in result.functions.items()}
    return Played(result.loss, result.bound, functions, result.deadlocks)


def _fate(held: FunctionResult) -> Fate:
    return Fate(
        downtime=held.downtime,
        restored=held.restored,
        rto_met=held.rto_met,
        mtpd_met=held.mtpd_met,
        rpo_met=held.rpo_met,
        data_loss=held.data_loss,
        loss=held.loss,
    )
