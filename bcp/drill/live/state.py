"""The state of a drill: what the events of its record have made of it. Frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from bcp.drill.live.clocks import Anchor
from bcp.drill.live.commands import Outcome, Rating
from bcp.drill.live.events import Entry, Improved
from bcp.drill.live.setting import Setting
from bcp.recovery.play import Case, State, begin
from bcp.recovery.strategy import Order
from bcp.recovery.works import Work

__all__ = ["Attempt", "DrillState", "Given", "Leap", "Phase", "Rated", "opening", "with_given"]

Phase = Literal["ready", "running", "paused", "ended"]


@dataclass(frozen=True, slots=True)
class Given:
    """How far an inject has come; all moments in seconds since the incident."""

    due: int | None
    """When it is to be given; None: on the bench, or its condition has not come true."""
    fired: int | None = None
    by: str | None = None
    """clock, condition or hand."""
    fired_exercise: int | None = None
    """When it was given, in milliseconds of the exercise clock."""
    deadline: int | None = None
    """Until when its expected action is to be done."""
    met: int | None = None
    """When its expected action was done."""
    missed: bool = False
    """Whether the deadline passed without it."""
    outcome: Outcome | None = None
    """What people said of the action."""
    answer: str = ""
    who: str = ""
    option: str | None = None
    """What was decided."""
    option_at: int | None = None
    why: str = ""
    """The reason of the decision."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One go at a task."""

    work: Work
    started: int
    """Seconds since the incident."""
    exercise: int
    """Milliseconds of the exercise clock at its start."""
    by_plan: bool
    """Whether it was begun while the plan was assumed to be followed, not by people."""
    finished: int | None = None
    finished_exercise: int | None = None
    """Of one that people finished."""
    aborted: int | None = None
    why: str = ""
    speeds: tuple[int, ...] = ()
    """The speeds at which the scenario's clock ran during it; 0 stands for a leap."""

    @property
    def is_open(self) -> bool:
        """Whether it is still in progress."""
        return self.finished is None and self.aborted is None


@dataclass(frozen=True, slots=True)
class Rated:
    """What was said of an objective."""

    rating: Rating
    text: str


@dataclass(frozen=True, slots=True)
class Leap:
    """The scenario's clock is leaping."""

    to: int
    by_plan: bool
    """Whether the plan is followed on the way."""


@dataclass(frozen=True, slots=True)
class DrillState:
    """Where a drill stands."""

    setting: Setting
    phase: Phase
    exercise: int
    """Milliseconds on the exercise clock."""
    scenario: int
    """Seconds since the incident."""
    anchors: tuple[Anchor, ...]
    leap: Leap | None
    case: Case
    """The inventory under the scenario and all that injects have added."""
    order: Order
    """The plan for all that has been damaged, re-planned when an inject changes it."""
    engine: State
    """What is up and what is being done, as of the last instant played."""
    injects: Mapping[str, Given]
    attempts: tuple[Attempt, ...] = ()
    """Every go at a task, in the order of the starts."""
    assigned: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Who does (component, task)."""
    chosen: Mapping[str, str] = field(default_factory=dict)
    """The procedures that people chose."""
    ratings: Mapping[str, Rated] = field(default_factory=dict)
    improved: Mapping[str, tuple[Improved, ...]] = field(default_factory=dict)
    """What was said about each improvement item, oldest first."""
    entries: tuple[Entry, ...] = ()
    """The record, as it was written."""
    begun: tuple[tuple[Entry, ...], DrillState] | None = field(
        default=None, compare=False, repr=False
    )
    """The entries to the start of the drill and the state they led to: where a record that was
    rewritten later can be folded from."""

    @property
    def is_by_hand(self) -> bool:
        """Whether people say that tasks are finished."""
        return self.setting.drill.clock.tasks == "by-hand"

    @property
    def anchor(self) -> Anchor:
        """By what the scenario's clock runs now."""
        return self.anchors[-1]

    def scenario_at(self, exercise: int) -> int:
        """Return what the scenario's clock shows at a moment of the exercise clock from now on.

        It stands still when it reaches the end of the scenario: nothing is known beyond.
        """
        if self.phase == "running":
            shown = self.anchor.scenario_at(exercise)
        else:
            shown = self.leap.to if self.leap else 0
        return max(self.scenario, min(shown, self.case.horizon - 1))


def opening(setting: Setting) -> DrillState:
    """Return the state before a drill starts: the incident has not been played yet."""
    clock = setting.drill.clock
    return DrillState(
        setting=setting,
        phase="ready",
        exercise=0,
        scenario=clock.starts,
        anchors=(Anchor(0, clock.starts, clock.speed),),
        leap=None,
        case=setting.case,
        order=setting.order,
        engine=begin(),
        injects={no: Given(due) for no, due in setting.due.items()},
    )


def with_given(state: DrillState, no: str, **values: object) -> DrillState:
    """Return *state* with something else about inject *no*."""
    given = replace(state.injects[no], **values)  # type: ignore[arg-type]
    return replace(state, injects={**state.injects, no: given})
