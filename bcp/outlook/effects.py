"""What each measure would change: every scenario played with it and without."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from bcp.graph.network import build_network
from bcp.inventory.facts import Measure
from bcp.inventory.models import Inventory
from bcp.inventory.patch import patched
from bcp.outlook.outlook import Outlook
from bcp.recovery.simulate import verdict
from bcp.recovery.strategy import Strategy
from bcp.scenario.load import LoadedScenario

__all__ = ["Effect", "countermeasures", "effects_of", "open_changes", "open_measures"]

OVER = ("done", "dropped")
"""Of which measures nothing is to be expected any more."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What a measure would change, alone."""

    measure: str
    """Its id."""
    losses: Mapping[str, tuple[Fraction, Fraction]]
    """By scenario: the loss without it and with it, in weighted hours."""
    gained: Mapping[str, tuple[str, ...]]
    """By scenario: the functions that meet their RTO with it and not without it."""
    spoilt: Mapping[str, tuple[str, ...]]
    """By scenario: the functions that meet their RTO without it and not with it."""

    @property
    def avoided(self) -> Fraction:
        """The loss that it avoids over all scenarios, each counted once, in weighted hours."""
        return sum((before - after for before, after in self.losses.values()), Fraction(0))


def countermeasures(measures: Iterable[Measure]) -> tuple[Measure, ...]:
    """Return the measures that are meant against outages: all but planned changes."""
    return tuple(held for held in measures if held.purpose != "change")


def open_measures(measures: Iterable[Measure]) -> tuple[Measure, ...]:
    """Return the countermeasures that can still change something, and say what."""
    return tuple(held for held in countermeasures(measures) if _is_open(held))


def open_changes(measures: Iterable[Measure]) -> tuple[Measure, ...]:
    """Return the planned changes that can still change something, and say what."""
    return tuple(held for held in measures if held.purpose == "change" and _is_open(held))


def _is_open(measure: Measure) -> bool:
    return bool(measure.changes) and measure.status not in OVER


def effects_of(
    inventory: Inventory,
    scenarios: Sequence[LoadedScenario],
    measures: Iterable[Measure],
    strategy: Strategy,
    before: Mapping[str, Outlook],
) -> tuple[Effect, ...]:
    """Return what each measure changes alone, in the order given.

    Parameters
    ----------
    inventory
        As it is, without any of them.
    scenarios
        By which to judge.
    measures
        Those that change nothing, or nothing any more, are left out, and so are planned changes.
    strategy
        Who goes first when crews are short.
    before
        By scenario id: what each does to the inventory as it is.

    Raises
    ------
    InputError
        If the changes of a measure do not fit the inventory.
    """
    return tuple(
        _effect(patched(inventory, [measure]), measure.id, scenarios, strategy, before)
        for measure in measures
        if open_measures([measure])
    )


def _effect(
    inventory: Inventory,
    measure: str,
    scenarios: Sequence[LoadedScenario],
    strategy: Strategy,
    before: Mapping[str, Outlook],
) -> Effect:
    network = build_network(inventory)
    losses: dict[str, tuple[Fraction, Fraction]] = {}
    gained: dict[str, tuple[str, ...]] = {}
    spoilt: dict[str, tuple[str, ...]] = {}
    for loaded in scenarios:
        id_ = loaded.scenario.scenario.id
        found = verdict(inventory, loaded.scenario, strategy, network)
        was = {name: held.rto_met for name, held in before[id_].functions.items()}
        # A function that the measure itself adds was not there to be met or missed.
        now = {name: is_met for name, is_met in found.rto_met.items() if name in was}
        losses[id_] = (before[id_].loss, found.loss)
        gained[id_] = tuple(name for name in now if now[name] and not was[name])
        spoilt[id_] = tuple(name for name in now if was[name] and not now[name])
    return Effect(measure, losses, gained, spoilt)
