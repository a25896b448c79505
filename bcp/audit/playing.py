"""One failure, played out: which functions miss their RTO when something breaks on a plain day.

The same simulation as ``bcp simulate`` by slack, of a scenario that damages just these components
at the incident: ordinary targets, everyone on hand, around the clock since the day has no date.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property

from bcp.graph.network import Network
from bcp.outage.timeline import downtimes
from bcp.recovery.outcome import downtime, restored
from bcp.recovery.play import case_of, play
from bcp.recovery.procedures import Lengths
from bcp.recovery.strategy import Order, plan_by
from bcp.scenario.impact import Hit, Impact
from bcp.scenario.models import Head

_HEAD = Head(id="failure")
_WORK = 100_000
"""How many components all failures that are played may come to together."""
_LEAST = 20
"""How many failures are played at any size."""


class Rehearsal:
    """Plays failures of an inventory, as many as its size allows."""

    def __init__(self, network: Network, lengths: Lengths) -> None:
        self.network, self.lengths = network, lengths
        self.left = max(_LEAST, _WORK // max(1, len(network.components)))
        """How many more failures are played."""

    def missed_by(
        self, failed: Collection[str], watched: Collection[str]
    ) -> tuple[str, ...] | None:
        """Return those of the functions *watched* that miss their RTO when *failed* break.

        Nothing if as many failures have been played as are worth their time: whoever asks for the
        worst first knows the worst.
        """
        if self.left <= 0:
            return None
        self.left -= 1
        return tuple(self._missed(tuple(failed), watched))

    def _missed(self, failed: tuple[str, ...], watched: Collection[str]) -> Iterator[str]:
        impact = Impact(_HEAD, tuple(Hit(0, component) for component in failed), (), (), ())
        case = case_of(self.network, impact)
        state = play(case, self._order(failed, impact))
        downs = downtimes(state.condition.changes)
        for id_ in watched:
            held = downs.get(id_, ())
            rto = self.network.functions[id_].rto.normal
            if restored(held) is None or downtime(held, case.horizon) > rto:
                yield id_

    def _order(self, failed: tuple[str, ...], impact: Impact) -> Order:
        """Return the order by slack; of one component, its latest starts go by what comes after."""
        if len(failed) > 1:
            return plan_by("slack", self.network, impact)
        procedure = self.lengths.chosen.get(failed[0])
        tasks = self.network.procedures[procedure].tasks if procedure else ()
        tails = self.lengths.tail
        ids = sorted((task.id for task in tasks), key=lambda id_: -tails[str(procedure), id_])
        places = {(failed[0], id_): place for place, id_ in enumerate(ids)}
        return Order(self.lengths.chosen, places, self._durations)

    @cached_property
    def _durations(self) -> dict[tuple[str, str], int]:
        return {key: task.duration.mean for key, task in self.network.tasks.items()}
