"""The critical chain: what fixed the restoration of a node, followed back to the incident."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from bcp.graph.network import Need, Network
from bcp.outage.condition import Choice, Gain, Released, Repaired, Rise, Trigger
from bcp.recovery.play import Case, State
from bcp.recovery.result import Link
from bcp.recovery.works import Done, Work
from bcp.scenario.impact import Spell
from bcp.words import Name, Phrase


@dataclass(frozen=True, slots=True)
class Hit:
    """The end of the trail: `id` was struck, or let down by what was, at `at`."""

    at: int
    id: str


Point = Rise | Gain | Done | Hit
"""Where the trail stands: it came up, a need of a task was met again, a task was finished, or
something was struck."""


class Diary:
    """What every team was at, at any moment."""

    def __init__(self, network: Network, done: Sequence[Done]) -> None:
        self._moments: dict[str, list[int]] = {}
        self._entries: dict[str, list[tuple[int, Done | None]]] = {}
        shares: dict[str, list[tuple[int, Done]]] = {}
        for held in done:
            crew = network.tasks[held.work.procedure, held.work.task].crew
            for team, number in crew.items():
                shares.setdefault(team, []).append((number, held))
        for team, shared in shares.items():
            self._write(team, shared)

    def _write(self, team: str, shares: list[tuple[int, Done]]) -> None:
        changes = [(held.finish, 0, place) for place, (_, held) in enumerate(shares)]
        changes += [(held.start, 1, place) for place, (_, held) in enumerate(shares)]
        busy = 0
        running: list[tuple[int, int]] = []
        moments, entries = self._moments.setdefault(team, []), self._entries.setdefault(team, [])
        for moment, starts, place in sorted(changes):
            number, held = shares[place]
            busy += number if starts else -number
            if starts:
                heappush(running, (held.finish, place))
            while running and running[0][0] <= moment:
                heappop(running)
            moments.append(moment)
            entries.append((busy, shares[running[0][1]][1] if running else None))

    def at(self, team: str, moment: int) -> tuple[int, Done | None]:
        """Return how many of *team* are at work, and on what, the first to finish."""
        place = bisect_right(self._moments.get(team, ()), moment)
        return self._entries[team][place - 1] if place else (0, None)


class Tracer:
    """Follows critical chains through the record of one played case."""

    def __init__(self, case: Case, state: State) -> None:
        self._case, self._state = case, state
        self._gains: dict[Need, list[Gain]] = {}
        for gain in state.condition.gains:
            self._gains.setdefault(gain.need, []).append(gain)
        self._done: dict[Work, Done] = {done.work: done for done in state.works.done}
        self._diary = Diary(case.network, state.works.done)
        self._last: dict[tuple[str, int], Done] = {}
        for done in state.works.done:
            key = (done.work.component, done.work.attempt)
            if key not in self._last or done.finish >= self._last[key].finish:
                self._last[key] = done

    def chain(self, rise: Rise) -> tuple[Link, ...]:
        """Return the links from the incident to *rise*, without a gap."""
        links: list[Link] = []
        point: Point | None = rise
        while point is not None:
            if isinstance(point, Rise):
                found, point = self._came_up(point)
            elif isinstance(point, Gain):
                found, point = self._gained(point)
            elif isinstance(point, Done):
                found, point = self._was_done(point)
            else:
                found, point = [_not_yet(point)], None
            links += found
        return tuple(link for link in reversed(links) if link.start < link.end)

    def _came_up(self, rise: Rise) -> tuple[list[Link], Point]:
        startup = Link(rise.since, rise.at, "startup", rise.node, Phrase("why-startup"))
        found, point = self._triggered(rise.node, rise.trigger, rise.since)
        return [startup, *found], point

    def _triggered(self, node: str, trigger: Trigger, at: int) -> tuple[list[Link], Point]:
        if isinstance(trigger, Repaired):
            return [], self._last[trigger.component, trigger.attempt]
        if isinstance(trigger, Released):
            start = _began(self._case.impact.outages, {trigger.component}, at)
            why = Phrase("why-outage", {"component": Name(trigger.component)})
            return [Link(start, at, "outage", trigger.component, why)], Hit(start, node)
        return self._gained(trigger)

    def _gained(self, gain: Gain) -> tuple[list[Link], Point]:
        if isinstance(gain.by, Rise):
            return [], gain.by
        if isinstance(gain.by, Choice):
            choice = gain.by
            why = Phrase("why-switchover", {"provider": Name(choice.provider)})
            link = Link(choice.at, gain.at, "switchover", choice.provider, why)
            return [link], choice.rise or Hit(choice.at, gain.need.owner)
        assert gain.need.staff is not None
        team = gain.need.staff.team
        start = self._case.roster.short_since(team, gain.need.at_least, gain.at)
        values = {"team": Name(team), "number": gain.need.at_least}
        link = Link(start, gain.at, "wait", team, Phrase("why-staff", values))
        return [link], Hit(start, gain.need.owner)

    # A task: what it waited for before it started, the last first.

    def _was_done(self, done: Done) -> tuple[list[Link], Point]:
        """Follow what the task waited for: the last of its needs, of access, and of its crew.

        What comes by the clock alone (people on their way, a place barred) was waited for since
        the damage, whatever else was ready sooner: having that still sooner would not have helped.
        """
        work = done.work
        links = [Link(done.start, done.finish, "task", _name(work), self._crew(work))]
        listed = self._state.works.listed[work.component, work.attempt]
        ready, point = self._ready(done, listed)
        barred, barred_until = self._barred(done)
        if max(ready, barred_until) < done.start:
            team, why, by_the_clock = self._crew_wait(done, listed)
            if by_the_clock:
                return [*links, Link(listed, done.start, "wait", team, why)], _hit(done, listed)
            since = max(ready, barred_until)
            links.append(Link(since, done.start, "wait", team, why))
        if ready < barred_until:
            why = Phrase("why-access", {"component": Name(work.component)})
            if barred <= listed:
                links.append(Link(listed, barred_until, "wait", work.component, why))
                return links, _hit(done, listed)
            links.append(Link(ready, barred_until, "wait", work.component, why))
        return links, point

    def _ready(self, done: Done, listed: int) -> tuple[int, Point]:
        """Return when the last thing but access and crew was there, and that thing."""
        work = done.work
        found: list[tuple[int, int, Point]] = [(listed, 0, _hit(done, listed))]
        gains = (gain for gain in self._gains_before(done) if gain.at >= listed)
        found += [(gain.at, 1, gain) for gain in gains]
        task = self._case.network.tasks[work.procedure, work.task]
        for other in task.after:
            before = self._done[work._replace(task=other)]
            found.append((before.finish, 2, before))
        ready, _, point = max(found, key=lambda entry: entry[:2])
        return ready, point

    def _gains_before(self, done: Done) -> list[Gain]:
        needs = self._case.network.work_needs(*done.work[:3])
        latest = []
        for need in needs:
            before = [gain for gain in self._gains.get(need, ()) if gain.at <= done.start]
            latest += before[-1:]
        return latest

    def _barred(self, done: Done) -> tuple[int, int]:
        """Return when the last access event that barred the task began and ended; 0, 0: none."""
        network, work = self._case.network, done.work
        if not network.tasks[work.procedure, work.task].onsite:
            return 0, 0
        places = set(network.places_of(work.component))
        spells = [spell for spell in self._case.impact.barred if spell.component in places]
        ends = [held.end for held in spells if held.end is not None and held.end <= done.start]
        if not ends:
            return 0, 0
        return _began(tuple(spells), places, max(ends)), max(ends)

    def _crew_wait(self, done: Done, listed: int) -> tuple[str, Phrase, bool]:
        """Say for which team a task waited, by what held just before it could start.

        The last value tells whether the team came by the clock alone, awaited all along.
        """
        roster, work = self._case.roster, done.work
        moment = done.start - 1
        crew = self._case.network.tasks[work.procedure, work.task].crew
        for team, number in crew.items():
            values: dict[str, object] = {"team": Name(team), "number": number}
            if not roster.at_work(team, moment):
                return team, Phrase("why-hours", values), False
            if roster.present(team, moment) < number:
                since = roster.short_since(team, number, done.start)
                return team, Phrase("why-arrival", values), since <= listed
            busy, other = self._diary.at(team, moment)
            if other is not None and roster.present(team, moment) - busy < number:
                values |= {"other": Name(other.work.component)}
                return team, Phrase("why-busy", values), False
        team = next(iter(crew), work.component)
        return team, Phrase("why-turn", {"team": Name(team)}), False

    def _crew(self, work: Work) -> Phrase:
        crew = self._case.network.tasks[work.procedure, work.task].crew
        task = Name(f"{work.procedure}/{work.task}")
        if not crew:
            return Phrase("why-task", {"task": task})
        return Phrase("why-task-by", {"task": task, "teams": tuple(Name(team) for team in crew)})


def _not_yet(hit: Hit) -> Link:
    return Link(0, hit.at, "event", hit.id, Phrase("why-event", {"component": Name(hit.id)}))


def _hit(done: Done, listed: int) -> Hit:
    return Hit(listed, done.work.component)


def _name(work: Work) -> str:
    return f"{work.component}/{work.task}"


def _began(spells: tuple[Spell, ...], components: set[str], end: int) -> int:
    """Return when the unbroken outage that ended at *end* began."""
    start = end
    held = [spell for spell in spells if spell.component in components]
    for spell in sorted(held, key=lambda spell: -spell.start):
        if spell.start < start and (spell.end is None or spell.end >= start):
            start = spell.start
    return start
