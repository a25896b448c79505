"""A drill that is run elsewhere, followed by its record: what a second screen talks to.

Nothing can be told a drill from here. What is shown is what the record says and never runs ahead
of it; between two beats of the record only the clocks move on, up to the last one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from pathlib import Path
from typing import Literal, Protocol

from bcp.drill.board.rows import Board, as_players_see
from bcp.drill.board.showing import board_of, local_time
from bcp.drill.live.commands import Command
from bcp.drill.live.events import Entry
from bcp.drill.live.fold import evolve, fold
from bcp.drill.live.forecast import NO_FORECAST, Forecast, forecast_of, planned_of
from bcp.drill.live.refusal import Refused
from bcp.drill.live.state import DrillState
from bcp.drill.record.journal import RECORD
from bcp.drill.record.records import OpenedRecord, open_record
from bcp.drill.record.tail import Lost, Pace, Tail
from bcp.errors import Fault, InputError

__all__ = ["VIEWS", "Follower", "View"]

View = Literal["players", "observers"]
"""Without what has not been injected yet, or everything."""
VIEWS: tuple[View, ...] = ("players", "observers")

_SILENCE = 5000
"""Milliseconds without a line, of a record that is written every second, that worry people."""
_NOTICE = 10_000
"""Milliseconds for which it is said that the record was read again."""
_RETRY = 1000
"""Milliseconds between two looks for a record that is not there yet."""
_MANY = 64
"""Entries that are cheaper folded with all others than one after another."""


class Clock(Protocol):
    """What time it is."""

    def now(self) -> int:
        """Return milliseconds that never go back."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """A board, and what it was made of."""

    state: DrillState
    forecast: Forecast
    board: Board


class Follower:
    """A drill as others see it; a ``Desk`` from which nothing can be done.

    Parameters
    ----------
    find
        Returns the folder of the record to follow, or nothing as long as there is none.
    clock
        The watcher's own clock.
    view
        What may be seen.
    opened
        Is told once, when the record was found and read.
    """

    def __init__(
        self,
        find: Callable[[], Path | None],
        clock: Clock,
        view: View = "players",
        opened: Callable[[OpenedRecord], None] = lambda _: None,
    ) -> None:
        self._find, self._clock, self._view, self._opened = find, clock, view, opened
        self._folder: Path | None = None
        self._tail: Tail | None = None
        self._state: DrillState | None = None
        self._pace = Pace()
        self._forecast = self._planned = NO_FORECAST
        self._heard = clock.now()
        self._lost: Lost | None = None
        """What is wrong with what is shown."""
        self._lost_until: int | None = None
        """When that has been said long enough; None: when it is right again."""
        self._is_stale = False
        """Whether the state is older than what was read."""
        self._retry = 0
        """When to look again for a record that could not be opened."""
        self._shown: _Shown | None = None

    def open(self) -> bool:
        """Find the record and read it; return whether there is one.

        Raises
        ------
        InputError
            If it cannot be read, or was tampered with.
        """
        if self._tail is None and (folder := self._find()) is not None:
            try:
                record = self._read(folder)
            except Refused:
                fault = Fault(str(folder / RECORD), 0, "", "record-impossible")
                raise InputError([fault]) from None
            self._folder = folder
            self._opened(record)
        return self._tail is not None

    def _read(self, folder: Path) -> OpenedRecord:
        """Take a record from its beginning, or leave everything as it is."""
        record = open_record(folder)
        state = fold(record.setting, record.entries)
        self._tail = Tail(record.folder / RECORD, record.lines)
        self._turn(state, is_beat=False)
        self._heard, self._is_stale = self._clock.now(), False
        return record

    # --- the desk ----------------------------------------------------------------------------

    def tick(self) -> tuple[Entry, ...]:
        """Read what was recorded since the last look.

        Raises
        ------
        Lost
            If the screen may not show how the drill stands: again and again, until it does.
        """
        now = self._clock.now()
        if self._lost_until is not None and now >= self._lost_until:
            self._lost = self._lost_until = None
        entries = self._look(now)
        if entries:
            self._heard = now
        if self._lost is not None:
            raise self._lost
        self._listen(now)
        return entries

    def do(self, command: Command) -> tuple[Entry, ...]:  # noqa: ARG002 (whatever it is)
        """Refuse.

        Raises
        ------
        Refused
            Always.
        """
        raise Refused("read-only")

    def forecast(self) -> None:
        """Work out for observers how the drill will go on; players have to find out."""
        state = self._state
        if state is None or self._view == "players":
            return
        if not self._planned.restored:
            self._planned = planned_of(state.setting)
        self._forecast = forecast_of(state)

    def board(self) -> Board:
        """Return what may be seen, the clocks at this moment."""
        state, forecast = self._state, self._forecast
        if state is None:
            return _NOTHING
        shown = self._shown
        if shown is None or shown.state is not state or shown.forecast is not forecast:
            board = board_of(state, forecast, self._planned)
            board = as_players_see(board) if self._view == "players" else board
            self._shown = shown = _Shown(state, forecast, board)
        return self._in_time(shown.board, state)

    def _in_time(self, board: Board, state: DrillState) -> Board:
        """Return *board* with clocks that run smoothly after those of the record."""
        exercise = self._pace.at(self._clock.now())
        if state.phase != "running" or exercise >= state.exercise:
            return board
        scenario = min(state.scenario, state.anchor.scenario_at(exercise))
        starts = state.setting.scenario.scenario.starts
        local = local_time(starts, scenario)
        late = state.scenario - scenario
        functions = tuple(
            row
            if row.is_up
            else replace(row, left=row.left + late, downtime=max(0, row.downtime - late))
            for row in board.functions
        )
        return replace(
            board, exercise=exercise, scenario=scenario, local=local, functions=functions
        )

    # --- the record --------------------------------------------------------------------------

    def _look(self, now: int) -> tuple[Entry, ...]:
        """Return what is new; what keeps one from knowing is kept in mind."""
        if self._tail is None or self._state is None:
            self._look_for_one(now)
            return ()
        try:
            entries = self._tail.read()
            if entries and self._is_stale:
                raise Lost("record-reread")
            if entries:
                self._turn(_further(self._state, entries), is_beat=_is_beat(entries))
        except OSError as error:
            self._lose(_unreadable(error))
            return ()
        except Refused:
            self._start_over(now)
            return ()
        if not self._is_stale and self._lost_until is None:
            self._lost = None
        return entries

    def _look_for_one(self, now: int) -> None:
        """Open the record if there is one by now; one that is at fault may be mended."""
        if now < self._retry:
            return
        try:
            self.open()
            self._lost = None
        except OSError as error:
            self._lose(_unreadable(error))
        except InputError as error:
            self._lose(_broken(error))
        self._retry = now + _RETRY

    def _start_over(self, now: int) -> None:
        """Read the record again from its beginning."""
        assert self._folder is not None
        self._is_stale = True
        try:
            self._read(self._folder)
        except OSError as error:
            self._lose(_unreadable(error))
        except InputError as error:
            self._lose(_broken(error))
        except Refused:
            self._lose(Lost("record-impossible"))
        else:
            self._lose(Lost("record-reread"), now + _NOTICE)

    def _lose(self, lost: Lost, until: int | None = None) -> None:
        self._lost, self._lost_until = lost, until

    def _listen(self, now: int) -> None:
        """Notice that a running drill has fallen silent."""
        silence = now - self._heard
        if self._state is not None and self._state.phase == "running" and silence >= _SILENCE:
            raise Lost("signal-lost", seconds=silence // 1000)

    def _turn(self, state: DrillState, *, is_beat: bool) -> None:
        self._pace = self._pace.told(state.exercise, self._clock.now(), is_beat=is_beat)
        self._state = state


def _further(state: DrillState, entries: Sequence[Entry]) -> DrillState:
    if len(entries) > _MANY:
        return fold(state.setting, (*state.entries, *entries))
    return reduce(evolve, entries, state)


def _is_beat(entries: Sequence[Entry]) -> bool:
    return all(entry.event.event == "ticked" for entry in entries)


def _unreadable(error: OSError) -> Lost:
    return Lost("record-unreadable", reason=error.strerror or str(error))


def _broken(error: InputError) -> Lost:
    fault = error.faults[0]
    if fault.line:
        return Lost("record-broken", line=fault.line)
    return Lost("record-unreadable", reason=fault.file)


_NOTHING = Board(
    drill="",
    name="進行中の訓練を待っている",
    name_en="waiting for a drill to begin",
    phase="ready",
    exercise=0,
    scenario=0,
    local=None,
    speed=1,
    length=None,
    by_hand=False,
    functions=(),
    components=(),
    tasks=(),
    teams=(),
    injects=(),
    objectives=(),
    items=(),
    log=(),
)
"""What there is to see as long as there is no record."""
