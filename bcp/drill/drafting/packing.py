"""Puts ideas into the timetable: the weightiest first, none in a leap, never two at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bcp.drill.drafting.ground import whole_minutes
from bcp.drill.drafting.ideas import Idea
from bcp.drill.drafting.timing import Timetable
from bcp.drill.file.models import Inject, When
from bcp.units import MINUTE

__all__ = ["Placed", "numbered", "packed"]

_GAP = 100
"""Between two injects, in seconds of the exercise clock, in a drill of two hours or more."""
_PARTS = 25
"""A shorter drill is divided into so many parts, one for each inject at most."""
_DRIFT = 12
"""An inject comes later than wanted by this part of the drill at most."""
_REACTION = 5 * MINUTE
"""People need so long to do anything, by the exercise clock."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An idea with its place."""

    at: int
    """Seconds since the incident."""
    deadline: int | None
    """In seconds of the scenario."""
    idea: Idea


class Packing:
    """The places that are taken."""

    def __init__(self, timetable: Timetable) -> None:
        self.timetable = timetable
        self.gap = min(_GAP, max(MINUTE, timetable.length // _PARTS))
        self.placed: dict[int, Placed] = {}
        """By second of the exercise clock."""

    def place(self, idea: Idea) -> None:
        """Place *idea* where it is wanted or soon after, unless there is no room."""
        table = self.timetable
        if idea.at > table.end:
            return
        wanted = table.exercise(idea.at)
        latest = wanted + table.length // _DRIFT
        taken = (held + self.gap for held in sorted(self.placed))
        for exercise in (wanted, *(moment for moment in taken if wanted < moment <= latest)):
            at = table.scenario(exercise) // MINUTE * MINUTE
            is_free = all(abs(held - exercise) >= self.gap for held in self.placed)
            if is_free and at >= idea.at - MINUTE and self._has_room(idea, at):
                self.placed[exercise] = Placed(at, self._deadline(idea, at), idea)
                return

    def _has_room(self, idea: Idea, at: int) -> bool:
        """Return whether *at* lies in the stretch of the idea, and people can still react."""
        held = self.timetable.stretch(idea.at)
        room = min(_REACTION, self.timetable.length // _DRIFT) // 2 * self.timetable.speed
        return held.start <= at <= held.end - room

    def _deadline(self, idea: Idea, at: int) -> int | None:
        """Return how long people have: as in earnest, but time to react, and not into a leap."""
        if idea.deadline is None:
            return None
        speed, end = self.timetable.speed, self.timetable.stretch(at).end
        return whole_minutes(min(max(idea.deadline, _REACTION * speed), end - at - speed))


def packed(
    ideas: Iterable[Idea],
    fillers: Iterable[Idea],
    timetable: Timetable,
    least: int,
    most: int,
) -> list[Placed]:
    """Return the ideas that find a place, in the order of time.

    Parameters
    ----------
    ideas
        What is wanted.
    fillers
        What is taken besides until there are enough.
    timetable
        How the scenario's clock runs.
    least
        How many there should be.
    most
        How many there may be.
    """
    packing = Packing(timetable)
    for idea in sorted(ideas, key=lambda idea: -idea.weight):
        if len(packing.placed) < most:
            packing.place(idea)
    for idea in fillers:
        if len(packing.placed) < least:
            packing.place(idea)
    return [packing.placed[exercise] for exercise in sorted(packing.placed)]


def numbered(placed: Iterable[Placed]) -> Iterator[Inject]:
    """Yield the injects in order, each followed by those that wait for it."""
    for number, held in enumerate(placed, 1):
        no = str(number)
        inject = held.idea.inject
        yield inject.model_copy(update={"no": no, "at": held.at, "deadline": held.deadline})
        for letter, follow in zip("abc", held.idea.follows, strict=False):
            when = When(missed=no) if follow.option is None else _chosen(no, follow.option, held)
            yield follow.inject.model_copy(update={"no": f"{no}{letter}", "when": when})


def _chosen(no: str, option: str, held: Placed) -> When:
    """Return that an option was chosen, and as long ago as people had to decide."""
    return When(chosen=f"{no}/{option}", delay=held.deadline or 0)
