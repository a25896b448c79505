"""Who is on hand, and who is at work: rules T3 and T4."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction

from bcp.inventory.models import Hours, Inventory, Team
from bcp.scenario.impact import Absence, Impact
from bcp.units import DAY, MINUTE

_SATURDAY = 5
_MONDAY = datetime(2024, 1, 1)  # noqa: DTZ001 (a local clock; which Monday does not matter)


@dataclass(frozen=True, slots=True)
class Steps:
    """A number that changes at given moments: `values[i]` from `times[i]` on, 0 before."""

    times: tuple[int, ...]
    values: tuple[int, ...]

    def at(self, now: int) -> int:
        """Return the value at *now*."""
        place = bisect_right(self.times, now)
        return self.values[place - 1] if place else 0


@dataclass(frozen=True, slots=True)
class Roster:
    """The people of every team over the whole scenario."""

    on_hand: Mapping[str, Steps]
    """How many of a team are on hand (T3)."""
    shifts: Mapping[str, Steps]
    """1 while a team with `hours` is at work, else 0 (T4); no entry: around the clock."""
    last: Mapping[str, int]
    """How many of a team are on hand when everyone who comes has come and no one is absent."""

    def present(self, team: str, now: int) -> int:
        """Return how many of *team* are on hand."""
        return self.on_hand[team].at(now)

    def at_work(self, team: str, now: int) -> bool:
        """Return whether *now* lies within the hours of *team*."""
        shifts = self.shifts.get(team)
        return shifts is None or bool(shifts.at(now))

    def short_since(self, team: str, number: int, until: int) -> int:
        """Return since when fewer than *number* of *team* were on hand, just before *until*."""
        steps = self.on_hand[team]
        since = until
        for time, value in zip(reversed(steps.times), reversed(steps.values), strict=True):
            if time < until and value >= number:
                return since
            since = min(since, max(time, 0))
        return 0

    def instants(self) -> set[int]:
        """Return every moment at which something changes."""
        tables = [*self.on_hand.values(), *self.shifts.values()]
        return {time for steps in tables for time in steps.times}


def ever_together(hours: Iterable[Hours]) -> bool:
    """Return whether teams with these *hours* are ever at work at one moment of a plain week."""
    week = [_shifts(held, _MONDAY, frozenset(), 7 * DAY) for held in hours]
    begins = {time for shifts in week for time in shifts.times[::2]}
    return not week or any(all(shifts.at(time) for shifts in week) for time in begins)


Arrivals = Mapping[str, Sequence[tuple[int, int | Fraction]]]
"""By team: from when on how many have arrived, before anyone is held back."""

_BY_ASSEMBLY: Arrivals = {}


def build_roster(inventory: Inventory, impact: Impact, arrivals: Arrivals = _BY_ASSEMBLY) -> Roster:
    """Return who is on hand and at work under a scenario.

    Where *arrivals* names a team, its people come as it says, not as their `assembly` does.
    """
    horizon = impact.head.horizon
    absences: dict[str, list[Absence]] = {}
    for absence in impact.absences:
        absences.setdefault(absence.team, []).append(absence)
    holidays = frozenset(inventory.organisation.holidays)
    shifts = {
        team.id: _shifts(team.hours, impact.head.starts, holidays, horizon)
        for team in inventory.teams
        if team.hours is not None and impact.head.starts is not None
    }
    come = {
        team.id: [(time, Fraction(heads)) for time, heads in arrivals[team.id]]
        if team.id in arrivals
        else _arrivals(team, impact)
        for team in inventory.teams
    }
    on_hand = {team: _on_hand(held, absences.get(team, ())) for team, held in come.items()}
    last = {team: int(held[-1][1].__floor__()) if held else 0 for team, held in come.items()}
    return Roster(on_hand, shifts, last)


def _arrivals(team: Team, impact: Impact) -> list[tuple[int, Fraction]]:
    """Return from when on how many have arrived, before anyone is held back."""
    if team.assembly is None or not (team.vendor or impact.head.assembly):
        return [(0, Fraction(team.size))]
    called = impact.first_damage if team.vendor else 0
    if called is None:
        return []
    return [(called + delay, team.base(amount)) for delay, amount in sorted(team.assembly.items())]


def _on_hand(arrivals: list[tuple[int, Fraction]], absences: Iterable[Absence]) -> Steps:
    absences = tuple(absences)
    times = {time for time, _ in arrivals}
    for absence in absences:
        times |= {absence.start} | ({absence.end} if absence.end is not None else set())
    ordered = sorted(times)
    return Steps(tuple(ordered), tuple(_count(arrivals, absences, now) for now in ordered))


def _count(arrivals: list[tuple[int, Fraction]], absences: tuple[Absence, ...], now: int) -> int:
    """T3: the least that any absence of the moment leaves of those who have arrived."""
    arrived = [base for time, base in arrivals if time <= now]
    if not arrived:
        return 0
    base = arrived[-1]
    left = [base]
    for absence in absences:
        if absence.start <= now and (absence.end is None or now < absence.end):
            given = absence.available
            left.append(min(base, Fraction(given)) if isinstance(given, int) else base * given)
    return int(min(left).__floor__())


def _shifts(
    hours: Hours, starts: datetime | None, holidays: frozenset[object], horizon: int
) -> Steps:
    """T4: when the team begins and stops work, by the local clock, in seconds of the scenario."""
    assert starts is not None
    midnight = starts.replace(hour=0, minute=0, second=0, microsecond=0)
    offset = int((starts - midnight).total_seconds())
    length = (hours.end - hours.start) % (24 * 60) or 24 * 60
    edges: list[tuple[int, int]] = []
    for number in range(-1, horizon // DAY + 2):
        day = (midnight + timedelta(days=number)).date()
        if hours.days == "weekdays" and (day.weekday() >= _SATURDAY or day in holidays):
            continue
        begin = number * DAY + hours.start * MINUTE - offset
        if edges and edges[-1][1] >= begin:
            begin = edges.pop()[0]
        edges.append((begin, number * DAY + (hours.start + length) * MINUTE - offset))
    times = [time for edge in edges for time in edge]
    return Steps(tuple(times), (1, 0) * len(edges))
