"""Runs drawn at random in place of the plain simulation, by the engine of ``bcp risk``."""

from __future__ import annotations

from collections.abc import Sequence

from bcp.advice.trials import Draw
from bcp.graph.network import Network
from bcp.recovery.strategy import Strategy
from bcp.scenario.models import Scenario

__all__ = ["drawn"]


def drawn(seed: int, runs: int, first: int = 0) -> Draw:
    """Return what draws the runs ``first`` to ``first + runs`` of a seed.

    Every inventory draws the same numbers for what has the same name in it, so that two of them
    can be compared run by run.

    Parameters
    ----------
    seed
        Of the random numbers.
    runs
        How many.
    first
        How many runs to leave out: later ones are independent of the earlier.
    """

    def draw(network: Network, scenario: Scenario, strategy: Strategy) -> Sequence[float]:
        # Not at the top: whoever draws nothing does not wait for the compiled engine.
        from bcp.risk.blocks import Job, losses

        assert isinstance(strategy, str)  # a search makes no plan anew for each of many runs
        found: list[float] = losses(
            Job(network.inventory, scenario, strategy, seed), first, runs
        ).tolist()
        return found

    return draw
