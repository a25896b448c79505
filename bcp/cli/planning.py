"""From the name of a strategy to what decides who goes first; a search tells how far it is."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click

from bcp.cli.command import Complaint
from bcp.cli.progress import PATIENCE
from bcp.words import Lang, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from bcp.graph.network import Network
    from bcp.recovery.strategy import Planned, Strategy
    from bcp.scenario.impact import Impact
    from bcp.search.optimal import Found, Progress

__all__ = ["Asking", "Searching", "search_json", "strategy_of", "strategy_of_many"]

_EFFORT_OF_MANY = 30
"""Rounds for each scenario where a command plays all of them, some with every measure."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What a search was told on the command line."""

    time_limit: float | None = None
    """In seconds."""
    effort: int | None = None
    seed: int | None = None
    hold_back: bool = False

    def refuse_unless(self, strategy: str) -> None:
        """Complain of options of a search where none is wanted."""
        if strategy == "optimal":
            return
        for name, given in (
            ("--time-limit", self.time_limit),
            ("--effort", self.effort),
            ("--seed", self.seed),
            ("--hold-back", self.hold_back or None),
        ):
            if given is not None:
                raise Complaint("needs-optimal", click.get_current_context(), name=name)


@dataclass(frozen=True, slots=True)
class Searching:
    """Strategy ``optimal`` with a line of progress; keeps what it found last."""

    lang: Lang
    asking: Asking = Asking()
    clock: Callable[[], float] = time.monotonic
    found: list[Found] = field(default_factory=list)
    """What came of each search, the last one at the end."""

    def __call__(self, network: Network, impact: Impact) -> Planned:
        """Search for the best order of a case."""
        from bcp.recovery.play import case_of
        from bcp.search.optimal import DEFAULT_EFFORT, Optimal

        asked, line = self.asking, _Line(self.lang, self.clock)
        limit = asked.time_limit
        time_up = _Limit(limit, self.clock)
        effort = asked.effort or (DEFAULT_EFFORT if limit is None else None)
        optimal = Optimal(
            effort=effort,
            seed=asked.seed or 0,
            hold_back=True if asked.hold_back else None,
            seconds=limit,
            is_over=time_up,
            spent=None if limit is None else time_up.share,
            on_progress=line.show,
        )
        line.begin()
        try:
            found = optimal.search(case_of(network, impact))
        finally:
            line.clear()
        if found.ending == "interrupted":
            click.echo(say(WORDS, "search-interrupted", self.lang), err=True)
        self.found.append(found)
        return found.planned


class _Limit:
    """A limit of time that runs from when it is first asked, so that preparing does not count."""

    def __init__(self, seconds: float | None, clock: Callable[[], float]) -> None:
        self._seconds, self._clock = seconds, clock
        self._begun: float | None = None

    def __call__(self) -> bool:
        """Return whether the time is over."""
        return self._seconds is not None and self.share() >= 1.0

    def share(self) -> float:
        """Return which part of the time is over; without a limit, none of it."""
        if self._begun is None:
            self._begun = self._clock()
        if not self._seconds:
            return 0.0 if self._seconds is None else 1.0
        return (self._clock() - self._begun) / self._seconds


class _Line:
    """One line on standard error that is written again and again, for whoever sits there."""

    def __init__(self, lang: Lang, clock: Callable[[], float]) -> None:
        self._lang, self._clock, self._since = lang, clock, clock()
        self._is_wanted = sys.stderr is not None and sys.stderr.isatty()
        self._is_shown = False

    def begin(self) -> None:
        """Say that the search is being prepared."""
        if self._is_wanted:
            self._write(say(WORDS, "search-begins", self._lang))

    def show(self, progress: Progress) -> None:
        """Show how far the search is, once that takes longer than people are patient."""
        if not self._is_wanted or self._clock() - self._since < PATIENCE:
            return
        loss, bound = float(progress.loss), float(progress.bound)
        done = (
            str(progress.done) if progress.effort is None else f"{progress.done}/{progress.effort}"
        )
        gap = f"{(loss - bound) / loss:.1%}" if loss else "0%"
        values = {"done": done, "loss": f"{loss:,.1f}", "bound": f"{bound:,.1f}", "gap": gap}
        self._write(say(WORDS, "search-progress", self._lang, **values))

    def _write(self, text: str) -> None:
        self._is_shown = True
        click.echo(f"\r\x1b[K{text}", nl=False, err=True)

    def clear(self) -> None:
        """Take the line away."""
        if self._is_shown:
            click.echo("\r\x1b[K", nl=False, err=True)
            self._is_shown = False


def strategy_of(name: str, lang: Lang, asking: Asking | None = None) -> Strategy:
    """Return the strategy that is called *name*; nothing is loaded for a search before it begins."""
    return Searching(lang, asking or Asking()) if name == "optimal" else name


def strategy_of_many(name: str, lang: Lang) -> Strategy:
    """Return the strategy for many scenarios in one command, each searched for a shorter time."""
    return strategy_of(name, lang, Asking(effort=_EFFORT_OF_MANY))


def search_json(found: Found) -> dict[str, Any]:
    """Return what ``--json`` tells of a search, beside the loss and the bound."""
    from bcp.report.json import rounded

    return {
        "compared": {name: rounded(loss) for name, loss in found.losses.items()},
        "proven": found.is_proven,
        "seed": found.seed,
        "effort": found.effort,
        "stopped": {"told": "time", "interrupted": "interrupt"}.get(found.ending),
        "hold_back": found.plan.holds_back,
    }
