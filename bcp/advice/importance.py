"""What it means if one component fails, and what it would mean if one had been spared.

Two questions that can be answered exactly by playing them, in place of measures on probabilities
that nobody has: of the classical ones (Birnbaum, "On the importance of different components in a
multicomponent system", 1969; risk achievement and reduction worth, Vesely et al., NUREG/CR-3385,
1983) each is the counterpart for one state, that in which all else works, or that of a scenario.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from fractions import Fraction

from bcp.graph.network import Network
from bcp.inventory.models import Inventory
from bcp.memory import paused_gc
from bcp.recovery.result import Result
from bcp.recovery.simulate import play_impact
from bcp.recovery.strategy import Strategy
from bcp.scenario.impact import Impact, assess
from bcp.scenario.models import Scenario

__all__ = [
    "HOUR_OF_FAILURE",
    "Importance",
    "Protection",
    "if_it_fails",
    "if_they_fail",
    "normal_day",
    "protections",
]

HOUR_OF_FAILURE = 10
"""The hour at which a component fails: everybody is at work, and half a day is left."""
_FIRST = datetime(2024, 5, 13)  # noqa: DTZ001 (a local clock; only the day of the week matters)
_ALONE = "failure"


@dataclass(frozen=True, slots=True)
class Importance:
    """What happens if one component alone fails on a normal day and is recovered as planned."""

    component: str
    stopped: tuple[str, ...]
    """The functions that stop, if only for a while."""
    rto_missed: tuple[str, ...]
    mtpd_missed: tuple[str, ...]
    lasting: tuple[str, ...]
    """The functions that do not come back within the horizon."""
    loss: Fraction
    """In weighted hours."""
    is_recoverable: bool
    """Whether it has a procedure; without one it stays down."""

    @property
    def weight(self) -> tuple[int, int, int, Fraction]:
        """By which components are sorted, the greatest first."""
        return len(self.mtpd_missed), len(self.rto_missed), len(self.stopped), self.loss


@dataclass(frozen=True, slots=True)
class Protection:
    """What a scenario would come to if one component were spared the damage it does."""

    component: str
    avoided: Fraction
    """How much less is lost, in weighted hours; negative where crews then do worse."""
    gained: tuple[str, ...]
    """Functions that meet their RTO then and not otherwise."""
    spoilt: tuple[str, ...]
    """Functions that miss their RTO then and not otherwise."""


def normal_day(inventory: Inventory) -> datetime:
    """Return a moment at which all is as usual: a working day outside all peaks, at ten.

    The first such day from a fixed one on, so that the same inventory is always looked at on the
    same day; a plain Monday where there is none in a year.
    """
    peaks = [peak for function in inventory.functions for peak in function.peaks]
    for number in range(366):
        day = _FIRST + timedelta(days=number)
        is_free = day.weekday() < 5 and day.date() not in inventory.organisation.holidays  # noqa: PLR2004
        if is_free and not any(peak.holds_on((day.month, day.day)) for peak in peaks):
            return day + timedelta(hours=HOUR_OF_FAILURE)
    return _FIRST + timedelta(hours=HOUR_OF_FAILURE)


def failure_of(component: str, starts: datetime) -> Scenario:
    """Return the scenario in which *component* alone is damaged."""
    head = {"id": _ALONE, "starts": starts.strftime("%Y-%m-%dT%H:%M"), "horizon": "30d"}
    event = {"at": "0h", "damage": {"select": {"id": component}}}
    return Scenario.model_validate({"scenario": head, "events": [event]})


def if_it_fails(
    network: Network, component: str, strategy: Strategy = "slack", starts: datetime | None = None
) -> Importance:
    """Return what happens if *component* alone fails on a normal day.

    Parameters
    ----------
    network
        Of the inventory.
    component
        One of its components.
    strategy
        Who goes first where its own tasks want the same crew.
    starts
        When it fails; on a :func:`normal_day` if left out.
    """
    inventory = network.inventory
    scenario = failure_of(component, starts or normal_day(inventory))
    result = _played(network, assess(scenario, inventory), strategy)
    held = result.functions
    return Importance(
        component,
        stopped=tuple(f for f in held if held[f].down),
        rto_missed=tuple(f for f in held if not held[f].rto_met),
        mtpd_missed=tuple(f for f in held if held[f].mtpd_met is False),
        lasting=tuple(f for f in held if held[f].restored is None),
        loss=result.loss,
        is_recoverable=bool(network.components[component].procedure),
    )


def _played(network: Network, impact: Impact, strategy: Strategy) -> Result:
    with paused_gc():
        return play_impact(network, impact, strategy).result


def if_they_fail(
    network: Network, components: Iterable[str], strategy: Strategy = "slack"
) -> Iterator[Importance]:
    """Yield what happens if each of *components* alone fails on a normal day."""
    starts = normal_day(network.inventory)
    for component in components:
        yield if_it_fails(network, component, strategy, starts)


def protections(
    network: Network, scenario: Scenario, components: Iterable[str], strategy: Strategy = "slack"
) -> Iterator[Protection]:
    """Yield what *scenario* would come to with each of *components* spared its damage.

    Parameters
    ----------
    network
        Of the inventory.
    scenario
        What happens.
    components
        Those to be spared, one at a time.
    strategy
        Who goes first when crews are short; makes its plan anew for what is left.
    """
    impact = assess(scenario, network.inventory)
    before = _played(network, impact, strategy)
    for component in components:
        hits = tuple(hit for hit in impact.hits if hit.component != component)
        after = _played(network, replace(impact, hits=hits), strategy)
        yield _protection(component, before, after)


def _protection(component: str, before: Result, after: Result) -> Protection:
    pairs = [(f, held.rto_met, after.functions[f].rto_met) for f, held in before.functions.items()]
    return Protection(
        component,
        avoided=before.loss - after.loss,
        gained=tuple(f for f, was, now in pairs if now and not was),
        spoilt=tuple(f for f, was, now in pairs if was and not now),
    )
