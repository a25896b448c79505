"""What a screen shows of a drill at one moment: frozen, in no language, and nothing else.

Screens read a :class:`Board` and never the state. :func:`as_players_see` takes out what the
players must not know yet.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from bcp.words import Phrase

__all__ = [
    "Board",
    "ComponentRow",
    "FunctionRow",
    "InjectRow",
    "ItemRow",
    "LogRow",
    "ObjectiveRow",
    "OptionRow",
    "TaskRow",
    "TeamRow",
    "as_players_see",
]

Phase = Literal["ready", "running", "paused", "ended"]
Verdict = Literal["up", "late", "down", "down-ok", "down-late", "missed"]
"""up within its target (or never down); up again, but too late; down, and nothing is forecast;
down and forecast to be in time; down and forecast to be late; down and already too late."""
Column = Literal["waiting", "ready", "running", "done", "aborted"]
"""What a task waits for is not there; it could start now; it is in progress; it is finished; an
attempt was broken off."""
InjectStatus = Literal["bench", "waiting", "due", "fired", "answered", "missed"]
"""No time; waits for its condition; has a time to come; was given; its expected action was done;
its deadline passed without it."""


@dataclass(frozen=True, slots=True)
class FunctionRow:
    """A business function."""

    id: str
    rank: str | None
    is_up: bool
    verdict: Verdict
    down_since: int | None
    """When it went down, seconds since the incident; None: it is up."""
    downtime: int
    """Seconds down so far, over all its outages."""
    rto: int
    left: int
    """Seconds of downtime left until the RTO; negative: overrun. Runs only while it is down."""
    restored: int | None
    """When it came up for good as far as has been seen; None: it is down, or never was."""
    forecast: int | None
    """When it will be up for good if the plan is followed from now on; 0: never down; None: not
    within the horizon, or not worked out yet."""
    planned: int | None
    """When it would have come up for good by the plan without injects; 0: never down."""
    because: tuple[str, ...]
    """What keeps it down: ids of struck components, and of teams too few of which are there."""


@dataclass(frozen=True, slots=True)
class ComponentRow:
    """A component that is down."""

    id: str
    since: int
    reason: Literal["damaged", "outage", "starting", "lacks"]
    """It is broken; held down by an outage; on its way up; or lacks something it needs."""
    because: tuple[str, ...]
    """What it lacks, by id; empty unless it lacks something."""
    until: int | None
    """When it will be up, if that is known: the end of its start."""
    functions: int
    """How many functions need it."""


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task of the recovery."""

    component: str
    procedure: str
    task: str
    attempt: int
    column: Column
    rank: int
    """Its place in the plan's order, from 1."""
    crew: tuple[tuple[str, int], ...]
    planned: int
    """Its planned length in seconds."""
    started: int | None
    """Seconds since the incident."""
    finished: int | None
    elapsed: int | None
    """Seconds since it was begun, on the scenario's clock; of a finished one, what it took."""
    assigned: str
    waits_for: tuple[Phrase, ...]
    """What keeps it from starting, as texts of ``bcp.words.drill``."""
    functions: tuple[str, ...]
    """The functions that wait for its component, the most urgent first."""
    others: tuple[tuple[str, str], ...]
    """The other procedures of the component and the first task of each, as long as none of its
    tasks was begun."""


@dataclass(frozen=True, slots=True)
class OptionRow:
    """One way to decide."""

    id: str
    text: str
    text_en: str | None
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class InjectRow:
    """An inject of the MSEL."""

    no: str
    status: InjectStatus
    at: int | None
    """When it will be, or was, given: seconds since the incident."""
    countdown: int | None
    """Seconds on the exercise clock until it is given, as the clock runs now; None: unknown."""
    sender: str
    to: tuple[str, ...]
    means: str
    text: str
    text_en: str | None
    expected: str
    expected_en: str | None
    deadline: int | None
    """Until when the expected action is to be done, seconds since the incident."""
    objective: str | None
    options: tuple[OptionRow, ...]
    fired_by: str | None
    """clock, condition or hand."""
    waits_for: Phrase | None
    """The condition of a conditional one."""
    answer: str
    """What was done about it."""


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A team of people."""

    id: str
    present: int
    size: int
    busy: int
    is_at_work: bool


@dataclass(frozen=True, slots=True)
class ObjectiveRow:
    """An objective."""

    id: str
    text: str
    text_en: str | None
    criterion: str
    criterion_en: str | None
    rating: str | None
    """P, S, M or U."""
    reason: str
    within: int | None
    """The measured criterion, in seconds; None: people judge."""
    reached: int | None
    """What was measured, in seconds; None: not yet."""
    is_met: bool | None
    """Whether the measured criterion is met; None: open, or people judge."""


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item of the improvement plan."""

    id: str
    text: str
    """What a person wrote; empty: see `phrase`."""
    phrase: Phrase | None
    """What opened it by itself: a missed objective or deadline."""
    owner: str
    due: str
    done: str


@dataclass(frozen=True, slots=True)
class LogRow:
    """An entry of the log."""

    n: int
    """Its number in the record, by which it is corrected or taken back."""
    number: int
    """Its number as people count: ticks left out."""
    exercise: int
    """Milliseconds on the exercise clock, as corrected."""
    scenario: int
    """Seconds since the incident, as corrected."""
    real: str
    kind: str
    """The event's name: noted, task-started, inject-fired …"""
    phrase: Phrase
    """What to show: a key of ``bcp.words.drill`` and its values."""
    who: str
    is_undone: bool
    original: str | None
    """The text before it was corrected; None: as it was written."""
    is_moved: bool
    """Whether its time was corrected."""


@dataclass(frozen=True, slots=True)
class Board:
    """Everything a screen shows."""

    drill: str
    name: str
    name_en: str | None
    phase: Phase
    exercise: int
    """Milliseconds on the exercise clock."""
    scenario: int
    """Seconds since the incident."""
    local: datetime | None
    """The scenario's clock as local time, if the scenario has a date."""
    speed: int
    length: int | None
    """The planned length in seconds of the exercise clock."""
    by_hand: bool
    """Whether people say that tasks are finished."""
    functions: tuple[FunctionRow, ...]
    """Down ones first, the least time left first; then those up again; then the untouched."""
    components: tuple[ComponentRow, ...]
    """Those that are down: struck ones first, then by how many functions need them."""
    tasks: tuple[TaskRow, ...]
    """By column, in the order of the plan."""
    teams: tuple[TeamRow, ...]
    """Those with a part in the recovery."""
    injects: tuple[InjectRow, ...]
    """To come by time, then conditional ones, the bench, and those given, the latest first."""
    objectives: tuple[ObjectiveRow, ...]
    items: tuple[ItemRow, ...]
    log: tuple[LogRow, ...]
    """The oldest first; ticks left out."""


def as_players_see(board: Board) -> Board:
    """Return *board* without what the players must not know yet.

    Left: injects that were given, without what is expected of them and by when; what was begun,
    finished and decided, without the words and the corrections of whoever keeps the log; no
    forecast, no objectives, no improvement items.
    """
    return replace(
        board,
        functions=tuple(_without_forecast(row) for row in board.functions),
        injects=tuple(_as_given(row) for row in board.injects if row.status in _GIVEN),
        objectives=(),
        items=(),
        log=tuple(_as_told(row) for row in board.log if row.kind in _TOLD and not row.is_undone),
    )


_GIVEN = {"fired", "answered", "missed"}
_TOLD = {
    "inject-fired": "log-fired-clock",
    "task-started": "log-task-started",
    "task-finished": "log-task-finished",
    "task-aborted": "log-task-aborted",
    "decided": "log-decided",
    "ended": "log-ended",
}
"""The kinds of entries that players see, and in which words."""
_OWN = {"by", "text", "who", "why"}
"""What an entry holds that is not for the players."""


def _without_forecast(row: FunctionRow) -> FunctionRow:
    verdict: Verdict = "down" if row.verdict in {"down-ok", "down-late"} else row.verdict
    return replace(row, forecast=None, planned=None, verdict=verdict)


def _as_given(row: InjectRow) -> InjectRow:
    return replace(
        row,
        status="answered" if row.status == "answered" else "fired",
        expected="",
        expected_en=None,
        deadline=None,
        objective=None,
        fired_by=None,
        waits_for=None,
        answer="",
    )


def _as_told(row: LogRow) -> LogRow:
    values = {key: value for key, value in row.phrase.values.items() if key not in _OWN}
    if row.kind == "inject-fired":
        values["text"] = row.phrase.values["text"]
    phrase = Phrase(_TOLD[row.kind], values)
    return replace(row, phrase=phrase, who="", original=None, is_moved=False)
