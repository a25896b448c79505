"""T3 and T4: who is on hand, and when a team may begin; times are seconds from the incident."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from fractions import Fraction
from math import floor

from .reading import Case, Team

DAY = 86400


def first_damage(case: Case) -> int | None:
    """Return the time of the first damage that hits something: the call to the vendors."""
    times = [
        event.at
        for event in case.events
        if event.kind == "damage" and event.targets and event.at < case.horizon
    ]
    return min(times, default=None)


def assembly_counts(case: Case, team: Team) -> bool:
    """T3: a vendor's assembly always counts, an own team's where the scenario says so."""
    wanted = team.vendor or case.scenario.get("assembly", "false") == "true"
    return team.assembly is not None and wanted


def assembly_origin(case: Case, team: Team) -> int | None:
    """Return the moment the steps of assembly are counted from; None: it never comes."""
    return first_damage(case) if team.vendor else 0


def assembled(case: Case, team: Team, time: int) -> Fraction:
    """T3: size × assembly; with heads, that many at most; nobody before the first entry."""
    if not assembly_counts(case, team):
        return Fraction(team.size)
    origin = assembly_origin(case, team)
    steps = [
        amount
        for after, amount in team.assembly or ()
        if origin is not None and origin + after <= time
    ]
    if not steps:
        return Fraction(0)
    amount = steps[-1]
    if isinstance(amount, int):
        return Fraction(min(team.size, amount))
    return team.size * amount


def on_hand(case: Case, team_id: str, time: int) -> int:
    """T3: floor(size × assembly × available), the least where several `available` hold."""
    base = assembled(case, case.teams[team_id], time)
    results = [floor(base)]
    for event in case.events:
        if event.kind == "staff" and event.team == team_id and event.at <= time < event.until:
            if isinstance(event.available, int):
                results.append(min(event.available, floor(base)))
            else:
                results.append(floor(base * event.available))
    return min(results)


def on_hand_at_last(case: Case, team_id: str) -> int:
    """Return who is on hand once every step is done and every event over."""
    return floor(assembled(case, case.teams[team_id], 10**12))


def clock_seconds(text: str) -> int:
    """Read `HH:MM` as seconds from midnight; `24:00` is the end of the day."""
    hour, minute = text.split(":")
    return int(hour) * 3600 + int(minute) * 60


def windows_of(case: Case, team: Team, first: date, days: int) -> list[tuple[datetime, datetime]]:
    """T4: list the windows of a team that begin on each of `days` days from `first`."""
    pattern, span = (team.hours or "").split()
    begin, end = (clock_seconds(text) for text in span.split("-"))
    length = end - begin if end > begin else end - begin + DAY
    found = []
    for day in (first + timedelta(days=n) for n in range(days)):
        free = day.weekday() >= 5 or day.isoformat() in case.organisation.get("holidays", [])
        if pattern == "daily" or not free:
            opens = datetime.combine(day, datetime.min.time()) + timedelta(seconds=begin)
            found.append((opens, opens + timedelta(seconds=length)))
    return found


def within_hours(case: Case, team_id: str, time: int) -> bool:
    """T4: from included, to not, by the local clock; without hours, always."""
    team = case.teams[team_id]
    if team.hours is None:
        return True
    assert case.starts is not None
    now = case.starts + timedelta(seconds=time)
    near = windows_of(case, team, now.date() - timedelta(days=1), 2)
    return any(opens <= now < closes for opens, closes in near)


def hours_edges(case: Case) -> set[int]:
    """List the times before the horizon at which a team's hours begin or end."""
    edges: set[int] = set()
    for team in case.teams.values():
        if team.hours is None or case.starts is None:
            continue
        first = case.starts.date() - timedelta(days=1)
        for window in windows_of(case, team, first, case.horizon // DAY + 4):
            edges.update(int((edge - case.starts).total_seconds()) for edge in window)
    return edges


def crew_can_ever_meet(case: Case, crew: dict[str, int]) -> bool:
    """Tell whether the crew is there at last, at an hour that suits every team of it."""
    if any(on_hand_at_last(case, team) < heads for team, heads in crew.items()):
        return False
    bound = [case.teams[team] for team in crew if case.teams[team].hours is not None]
    if not bound or case.starts is None:
        return True
    end = case.starts + timedelta(seconds=case.horizon)
    days_off = [date.fromisoformat(text) for text in case.organisation.get("holidays", [])]
    first = max([end.date(), *days_off]) + timedelta(days=1)
    opening = [opens for team in bound for opens, _ in windows_of(case, team, first, 14)]
    times = [int((moment - case.starts).total_seconds()) for moment in opening]
    return any(all(within_hours(case, team.id, time) for team in bound) for time in times)
