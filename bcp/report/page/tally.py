"""What all scenarios together come to: the figures behind the headline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from bcp.outlook.outlook import Outlook, Verdict, verdict_of
from bcp.recovery.result import FunctionResult

__all__ = ["Tally", "is_late", "tally_of"]


def is_late(verdict: Verdict) -> bool:
    """Return whether a verdict means that a target is missed."""
    return verdict not in {"none", "met"}


@dataclass(frozen=True, slots=True)
class Tally:
    """Figures over all scenarios; a function counts once, in however many it is late."""

    scenarios: int
    failing: int
    """Scenarios in which a function misses its RTO."""
    functions: int
    missed: tuple[str, ...]
    """Functions that miss their RTO in any scenario, in the order of the files."""
    beyond: tuple[str, ...]
    """Those that miss their MTPD, or are never restored."""
    losing: tuple[str, ...]
    """Those that lose more data than their RPO allows."""
    pairs: int
    """(scenario, function) that miss their RTO."""
    loss: Fraction
    """Over all scenarios, each counted once, in weighted hours."""
    worst: Outlook | None
    """The scenario of the greatest loss."""
    longest: tuple[int, str, str] | None
    """The longest downtime of a function that is late: seconds, function, scenario."""


def tally_of(outlooks: Sequence[Outlook], functions: Iterable[str]) -> Tally:
    """Return the figures of *outlooks* over *functions*."""
    held = tuple(functions)
    late = [
        (result.downtime, id_, outlook.head.id)
        for outlook in outlooks
        for id_, result in outlook.functions.items()
        if not result.rto_met
    ]
    return Tally(
        scenarios=len(outlooks),
        failing=sum(bool(outlook.missed) for outlook in outlooks),
        functions=len(held),
        missed=_any(outlooks, held, lambda result: not result.rto_met),
        beyond=_any(outlooks, held, lambda result: verdict_of(result) in {"mtpd", "down"}),
        losing=_any(outlooks, held, lambda result: result.rpo_met is False),
        pairs=len(late),
        loss=sum((outlook.loss for outlook in outlooks), Fraction(0)),
        worst=max(outlooks, key=lambda one: one.loss, default=None),
        longest=max(late, key=lambda entry: entry[0], default=None),
    )


def _any(
    outlooks: Sequence[Outlook], functions: tuple[str, ...], test: Callable[[FunctionResult], bool]
) -> tuple[str, ...]:
    """Return the functions of which *test* holds in any scenario."""
    found = {id_ for outlook in outlooks for id_, held in outlook.functions.items() if test(held)}
    return tuple(id_ for id_ in functions if id_ in found)
