"""What an order loses: played by the readable engine, which is the judge of every search."""

from __future__ import annotations

from fractions import Fraction

from bcp.outage.timeline import downtimes, shortages
from bcp.recovery.outcome import downtime, levels, loss
from bcp.recovery.play import Case, State, play
from bcp.recovery.strategy import Order, targets

__all__ = ["loss_of", "loss_of_order"]


def loss_of(case: Case, state: State) -> Fraction:
    """Return the loss of a case that was played to its horizon, in weighted hours."""
    network, horizon = case.network, case.horizon
    downs, short = downtimes(state.condition.changes), shortages(state.condition)
    weight = network.inventory.organisation.outage_weight
    rto = targets(network, case.impact)
    return sum(
        (
            loss(
                function,
                rto[function.id],
                downtime(downs.get(function.id, ()), horizon),
                levels(network, function, downs, short, horizon),
                (horizon, weight),
            )
            for function in network.functions.values()
        ),
        Fraction(0),
    )


def loss_of_order(case: Case, order: Order) -> Fraction:
    """Return the loss of *case* when it is played by *order*, in weighted hours."""
    return loss_of(case, play(case, order))
