"""One running drill: its state, its record and its clock. What a screen or a script talks to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from time import monotonic_ns
from typing import Protocol

from bcp.drill.board.rows import Board
from bcp.drill.board.showing import board_of
from bcp.drill.board.survey import Survey, survey
from bcp.drill.live.commands import Command
from bcp.drill.live.decide import Told, catch_up, decide
from bcp.drill.live.events import Entry, Ticked
from bcp.drill.live.fold import evolve, fold
from bcp.drill.live.forecast import NO_FORECAST, Forecast, forecast_of, planned_of
from bcp.drill.live.setting import Setting
from bcp.drill.live.state import DrillState

__all__ = ["HandClock", "Journal", "MemoryJournal", "Session", "WallClock"]

_BEAT = 1000
"""Milliseconds of the exercise clock after which the time is recorded though nothing happened."""


class Clock(Protocol):
    """What time it is."""

    def now(self) -> int:
        """Return milliseconds that never go back, whatever is done to the system's clock."""

    def real(self) -> str:
        """Return the local time, ISO 8601 with offset: a label only."""


class WallClock:
    """The clock of a drill with people."""

    def now(self) -> int:
        """Return the system's monotonic milliseconds."""
        return monotonic_ns() // 1_000_000

    def real(self) -> str:
        """Return the local time."""
        return datetime.now(UTC).astimezone().isoformat(timespec="seconds")


class HandClock:
    """A clock that is set by hand: for scripts and tests."""

    def __init__(self, real: str = "2000-01-01T00:00:00+00:00") -> None:
        self.milliseconds = 0
        self._real = datetime.fromisoformat(real)

    def now(self) -> int:
        """Return the milliseconds it was set to."""
        return self.milliseconds

    def real(self) -> str:
        """Return the local time it was made with: scripts give the same record every time."""
        return self._real.isoformat(timespec="seconds")


class Journal(Protocol):
    """Where the record is kept."""

    def append(self, entries: Sequence[Entry]) -> None:
        """Write *entries* so that they survive whatever comes; all of them or none.

        Raises
        ------
        OSError
            If they could not be written.
        """


class MemoryJournal:
    """A record that lasts as long as the program."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    def append(self, entries: Sequence[Entry]) -> None:
        """Keep *entries*."""
        self.entries += entries


class Session:
    """A drill that is being run. Everything is recorded before it counts."""

    def __init__(
        self,
        setting: Setting,
        journal: Journal,
        clock: Clock,
        entries: Sequence[Entry] = (),
    ) -> None:
        """Go on from *entries*: the clocks stand where the last of them left them."""
        self._journal, self._clock = journal, clock
        self.state: DrillState = fold(setting, entries)
        """Where the drill stands, as of the last command or tick."""
        self._origin = clock.now() - self.state.exercise
        self._survey: Survey | None = None
        self._forecast: Forecast = NO_FORECAST
        self._planned: Forecast = NO_FORECAST
        if entries:
            self._adopt(catch_up(self.state, self.state.exercise, clock.real()))

    def do(self, command: Command) -> tuple[Entry, ...]:
        """Carry out *command* now and return what was recorded.

        Raises
        ------
        Refused
            If it cannot be carried out.
        OSError
            If it could not be recorded: then nothing has happened.
        """
        was_running = self.state.phase == "running"
        entries = self._adopt(decide(self.state, command, self._exercise(), self._clock.real()))
        if not was_running:
            self._origin = self._clock.now() - self.state.exercise
        return entries

    def tick(self) -> tuple[Entry, ...]:
        """Let time go by until now: what is due is given and recorded.

        Raises
        ------
        OSError
            If it could not be recorded: then it has not happened, and the next tick tries again.
        """
        if self.state.phase != "running":
            return ()
        state, entries = catch_up(self.state, self._exercise(), self._clock.real())
        last = self.state.entries[-1].exercise if self.state.entries else 0
        if not entries and state.exercise - last >= _BEAT:
            number = len(state.entries) + 1
            beat = Entry(number, state.exercise, state.scenario, self._clock.real(), Ticked())
            state, entries = evolve(state, beat), (beat,)
        return self._adopt((state, entries))

    def _adopt(self, told: Told) -> tuple[Entry, ...]:
        state, entries = told
        if entries:
            self._journal.append(entries)
        self.state = state
        return entries

    def _exercise(self) -> int:
        """Return what the exercise clock shows: it runs only while the drill does."""
        if self.state.phase != "running":
            return self.state.exercise
        return max(self.state.exercise, self._clock.now() - self._origin)

    def forecast(self) -> None:
        """Work out anew when the functions will be back; slow, and safe beside everything else."""
        if not self._planned.restored:
            self._planned = planned_of(self.state.setting)
        self._forecast = forecast_of(self.state)

    def board(self) -> Board:
        """Return everything that a screen shows, as of the last command or tick."""
        self._survey = survey(self.state, self._survey)
        return board_of(self.state, self._forecast, self._planned, self._survey)
