"""Since when a task could have been begun that was begun later. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bcp.drill.live.state import Attempt
from bcp.drill.review.replays import Still
from bcp.graph.network import Need
from bcp.recovery.chain import Diary
from bcp.recovery.play import Case, State
from bcp.recovery.works import Done, Work

__all__ = ["Waits"]


@dataclass
class Waits:
    """What kept the tasks of a drill from being begun, moment by moment."""

    case: Case
    end: State
    """The drill, played to the horizon."""
    attempts: Sequence[Attempt]
    """Every go at a task, those broken off too."""
    still: Sequence[Still] = ()
    """Leaps of the clock during which nothing could be begun."""
    _diary: Diary = field(init=False)
    _gains: dict[Need, list[int]] = field(init=False)
    _finish: dict[Work, int] = field(init=False)
    _moments: dict[str, list[int]] = field(init=False)

    def __post_init__(self) -> None:
        works = self.end.works
        broken = [
            Done(held.work, held.started, held.aborted)
            for held in self.attempts
            if held.aborted is not None
        ]
        done = [*works.done, *broken]
        self._diary = Diary(self.case.network, done)
        self._finish = {held.work: held.finish for held in works.done}
        self._gains = {}
        for gain in self.end.condition.gains:
            self._gains.setdefault(gain.need, []).append(gain.at)
        self._moments = {}
        for held in done:
            for team in self._crew(held.work):
                self._moments.setdefault(team, []).extend((held.start, held.finish))

    def _crew(self, work: Work) -> dict[str, int]:
        return dict(self.case.network.tasks[work.procedure, work.task].crew)

    def ready(self, attempt: Attempt) -> int:
        """Return since when *attempt* could have been begun without a break, in seconds."""
        return self._since(attempt.work, attempt.started)[1]

    def blocker(self, done: Done) -> Done | None:
        """Return what the crew of *done* was at until it could be begun, if it waited for that."""
        there, since = self._since(done.work, done.start)
        if since <= there:
            return None
        for team, number in self._crew(done.work).items():
            busy, other = self._diary.at(team, since - 1)
            present = self.case.roster.present(team, since - 1)
            if other is not None and present >= number > present - busy:
                return other
        return None

    def _since(self, work: Work, begun: int) -> tuple[int, int]:
        """Return when everything but its crew was there, and when its crew was there too."""
        there = max(moment for moment in self._there(work, begun) if moment <= begun)
        crew = self._crew(work)
        since = begun
        for moment in sorted({there, *self._changes(crew, there, begun)}, reverse=True):
            if not self._is_free(crew, moment):
                break
            since = moment
        return there, since

    def _there(self, work: Work, begun: int) -> Iterable[int]:
        """Yield when everything came that it needs, its crew apart."""
        network = self.case.network
        yield min(self.end.works.listed.get((work.component, work.attempt), 0), begun)
        task = network.tasks[work.procedure, work.task]
        for other in task.after:
            yield self._finish.get(work._replace(task=other), 0)
        for need in network.work_needs(*work[:3]):
            yield max((at for at in self._gains.get(need, ()) if at <= begun), default=0)
        if task.onsite:
            places = {work.component, *network.places_of(work.component)}
            spells = [held for held in self.case.impact.barred if held.component in places]
            yield from (held.end for held in spells if held.end is not None and held.end <= begun)
        for other_go in self.attempts:
            if other_go.work == work and other_go.aborted is not None:
                yield other_go.aborted if other_go.aborted <= begun else 0

    def _changes(self, crew: Iterable[str], start: int, end: int) -> Iterable[int]:
        """Yield the moments at which more or fewer of a crew are free."""
        roster = self.case.roster
        yield from (held.end for held in self.still if start < held.end < end)
        for team in crew:
            shifts = roster.shifts.get(team)
            tables = (
                roster.on_hand[team].times,
                () if shifts is None else shifts.times,
                self._moments.get(team, ()),
            )
            for times in tables:
                yield from (time for time in times if start < time < end)

    def _is_free(self, crew: dict[str, int], moment: int) -> bool:
        if any(held.start <= moment < held.end for held in self.still):
            return False
        roster = self.case.roster
        return all(
            roster.at_work(team, moment)
            and roster.present(team, moment) - self._diary.at(team, moment)[0] >= number
            for team, number in crew.items()
        )
