"""Packages of measures tried on scenarios, each pair that matters once."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from bcp.advice.bearing import bearings
from bcp.advice.played import Played, play_on
from bcp.errors import InputError
from bcp.graph.network import Network, build_network
from bcp.inventory.facts import Measure
from bcp.inventory.models import Inventory
from bcp.inventory.patch import patched
from bcp.recovery.simulate import verdict
from bcp.recovery.strategy import Strategy
from bcp.scenario.models import Scenario

__all__ = ["Draw", "Package", "Trials", "plain"]

Package = frozenset[str]
"""The ids of measures that are taken together, in the order in which the inventory lists them."""
Draw = Callable[[Network, Scenario, Strategy], Sequence[float]]
"""Returns the loss of each run of a scenario on a network, in weighted hours."""
_TOLD_ONLY = frozenset({"backups", "mtpd", "rpo", "requires", "kind", "within"})
"""Keys on which it depends which targets are met, whether or not the loss does."""
_NETWORKS = 512
"""How many patched networks are kept; each is built anew in a few milliseconds."""


class Trials:
    """An inventory and its scenarios, with and without any of the measures.

    Nothing is played twice: of a package only what bears on a scenario is taken.
    """

    def __init__(
        self,
        inventory: Inventory,
        scenarios: Sequence[Scenario],
        measures: Sequence[Measure],
        strategy: Strategy,
        draw: Draw | None = None,
    ) -> None:
        """Take what is to be tried.

        Parameters
        ----------
        inventory
            As it is, without any of the measures.
        scenarios
            By which to judge; their ids exist in the inventory.
        measures
            In the order in which they are taken.
        strategy
            Who goes first when crews are short.
        draw
            Gives the loss of each run; the plain simulation is the only run if left out.
        """
        self.inventory, self.scenarios, self.strategy = inventory, scenarios, strategy
        self.measures = measures
        self._draw = draw or plain
        self._networks: dict[Package, Network] = {}
        self._played: dict[tuple[Package, int], Played] = {}
        self._losses: dict[tuple[Package, int], Sequence[float]] = {}

    @cached_property
    def bearing(self) -> tuple[Package, ...]:
        """Of each scenario: the measures that can change its loss.

        Raises
        ------
        InputError
            If the changes of a measure do not fit the inventory.
        """
        alone = {held.id: self.network({held.id}).inventory for held in self.measures}
        try:
            together = patched(self.inventory, self.measures)
        except InputError:
            together = None
        return bearings(
            self.inventory,
            alone,
            together,
            self.measures,
            self.scenarios,
            spares_count=self.strategy != "slack",
        )

    def fits(self, package: Iterable[str]) -> bool:
        """Return whether the measures of a package can be taken together."""
        chosen = frozenset(package)
        try:
            patched(self.inventory, [held for held in self.measures if held.id in chosen])
        except InputError:
            return False
        return True

    def network(self, package: Iterable[str]) -> Network:
        """Return the network of the inventory with a package.

        Raises
        ------
        InputError
            If the changes of a measure do not fit the inventory, or another measure.
        """
        key = frozenset(package)
        if key not in self._networks:
            if len(self._networks) >= _NETWORKS:
                self._networks.pop(next(iter(self._networks)))
            chosen = [held for held in self.measures if held.id in key]
            self._networks[key] = build_network(patched(self.inventory, chosen))
        return self._networks[key]

    def losses(self, package: Package, place: int) -> Sequence[float]:
        """Return the loss of each run of the scenario at *place*, in weighted hours.

        The runs of all packages draw the same numbers.
        """
        key = (package & self.bearing[place], place)
        if key not in self._losses:
            drawn = self._draw(self.network(key[0]), self.scenarios[place], self.strategy)
            self._losses[key] = array("d", drawn)
        return self._losses[key]

    def played(self, package: Package, place: int) -> Played:
        """Return what the scenario at *place* does by the plain simulation."""
        key = (package & self._touching[place], place)
        if key not in self._played:
            network = self.network(key[0])
            self._played[key] = play_on(network, self.scenarios[place], self.strategy)
        return self._played[key]

    @cached_property
    def _touching(self) -> tuple[Package, ...]:
        """Of each scenario: the measures that can change its loss, or which targets are met."""
        telling = {
            held.id
            for held in self.measures
            if any(
                keys & _TOLD_ONLY
                for section in ("components", "functions")
                for keys in map(set, held.changes.get(section, ()))
            )
        }
        return tuple(held | telling for held in self.bearing)


def plain(network: Network, scenario: Scenario, strategy: Strategy) -> tuple[float]:
    """Return the loss of the plain simulation, which draws nothing: the only run."""
    return (float(verdict(network.inventory, scenario, strategy, network).loss),)
