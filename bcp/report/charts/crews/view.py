"""What the picture of the teams' work shows, as numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from bcp.inventory.models import Inventory, Team
from bcp.recovery.crews import Roster, build_roster
from bcp.recovery.works import Done
from bcp.report.charts.axis import AxisKind, TimeAxis, axis_to
from bcp.report.charts.picture import Size, Source
from bcp.report.names import called, clean, names_of
from bcp.scenario.impact import assess
from bcp.scenario.models import Scenario
from bcp.words import Lang

__all__ = ["MOST_ROWS", "Bar", "CrewsView", "Lane", "crews_view"]

MOST_ROWS: Mapping[Size, int] = {"a4": 14, "slide": 6}
"""How many teams fit on a sheet."""

Steps = tuple[tuple[int, int], ...]
"""A number from each moment on, the first at 0."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A task, in seconds since the incident."""

    start: int
    end: int
    """Perhaps beyond the horizon."""
    name: str
    """Of the component."""
    track: int
    """In which line of the lane it lies: those at once lie in different ones."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A team that has tasks."""

    id: str
    name: str
    size: int
    bars: tuple[Bar, ...]
    """By their start."""
    tracks: int
    """How many lines they take."""
    duty: Steps
    """How many are on hand and on duty."""
    busy: Steps
    """How many are at work on tasks."""
    worked: int
    """Person-seconds at work on tasks until the last task of all ends."""
    there: int
    """Person-seconds on hand and on duty, or at work after hours, until then."""

    @property
    def share(self) -> Fraction:
        """How busy the team is, from 0 to 1."""
        return Fraction(self.worked, self.there) if self.there else Fraction(0)

    @property
    def most(self) -> int:
        """The most people there ever are."""
        return max(number for _, number in (*self.duty, *self.busy))


@dataclass(frozen=True, slots=True)
class CrewsView:
    """Everything the picture says."""

    lang: Lang
    organisation: str
    scenario: str
    axis: TimeAxis
    tiers: tuple[int, ...]
    until: int
    """When the last task ends, or the horizon, in seconds."""
    lanes: tuple[Lane, ...]
    """The busiest first."""
    more: tuple[int, int]
    """How many teams with tasks are not shown, and how many tasks they have."""
    idle: tuple[str, ...]
    """The names of the teams that have no task."""
    tasks: int
    """How many tasks there are, each counted once, shown or not."""
    is_cut: bool
    """Whether there are tasks that no figure counts."""
    source: str


def crews_view(  # noqa: PLR0913 (what is shown, how, and where it comes from)
    tasks: Sequence[Done],
    inventory: Inventory,
    scenario: Scenario,
    lang: Lang,
    *,
    count: int | None = None,
    most: int | None = MOST_ROWS["a4"],
    scale: AxisKind = "linear",
    source: Source | None = None,
) -> CrewsView:
    """Return what the picture shows.

    Parameters
    ----------
    tasks
        The tasks that were started, of a result or an outlook.
    inventory
        Gives names, teams and the crews of tasks.
    scenario
        Says who is on hand when.
    lang
        Of the names, and of the words in the picture.
    count
        How many tasks there were, where *tasks* are only the first of them.
    most
        How many teams to show; all if None.
    scale
        Of the time axis.
    source
        Where the picture comes from.
    """
    impact = assess(scenario, inventory)
    horizon = impact.head.horizon
    until = min(max((held.finish for held in tasks), default=0), horizon)
    roster, works = build_roster(inventory, impact), _by_team(tasks, inventory)
    names = {id_: clean(name) for id_, name in names_of(inventory, lang).items()}
    found = [
        _lane(team, works[team.id], roster, names, until)
        for team in inventory.teams
        if team.id in works
    ]
    found.sort(key=lambda lane: (-lane.share, -lane.worked))
    lanes, rest = found[:most], [] if most is None else found[most:]
    return CrewsView(
        lang=lang,
        organisation=clean(called(inventory.organisation, lang)),
        scenario=clean(called(impact.head, lang)),
        axis=axis_to([until], horizon, scale),
        tiers=inventory.organisation.tiers,
        until=until,
        lanes=tuple(lanes),
        more=(len(rest), sum(len(lane.bars) for lane in rest)),
        idle=tuple(names[team.id] for team in inventory.teams if team.id not in works),
        tasks=len(tasks),
        is_cut=count is not None and count > len(tasks),
        source=source.line(lang) if source else "",
    )


def _by_team(tasks: Iterable[Done], inventory: Inventory) -> dict[str, list[tuple[Done, int]]]:
    """Return the tasks of each team that has any, with how many of its people each takes."""
    crews = {
        (procedure.id, task.id): task.crew
        for procedure in inventory.procedures
        for task in procedure.tasks
    }
    found: dict[str, list[tuple[Done, int]]] = {}
    for held in tasks:
        for team, number in crews[held.work.procedure, held.work.task].items():
            found.setdefault(team, []).append((held, number))
    return found


def _lane(
    team: Team,
    works: Sequence[tuple[Done, int]],
    roster: Roster,
    names: Mapping[str, str],
    until: int,
) -> Lane:
    bars = _packed([held for held, _ in works], names)
    duty, busy = _duty(team.id, roster), _busy(works)
    worked, there = _areas(duty, busy, until)
    return Lane(
        id=team.id,
        name=names[team.id],
        size=team.size,
        bars=bars,
        tracks=1 + max(bar.track for bar in bars),
        duty=duty,
        busy=busy,
        worked=worked,
        there=there,
    )


def _packed(tasks: Sequence[Done], names: Mapping[str, str]) -> tuple[Bar, ...]:
    """Return the tasks as bars, each in the first line that is free."""
    free: list[int] = []
    bars: list[Bar] = []
    for held in sorted(tasks, key=lambda held: (held.start, held.finish)):
        track = next((place for place, end in enumerate(free) if end <= held.start), len(free))
        if track == len(free):
            free.append(0)
        free[track] = held.finish
        bars.append(Bar(held.start, held.finish, names[held.work.component], track))
    return tuple(bars)


def _duty(team: str, roster: Roster) -> Steps:
    shifts = roster.shifts.get(team)
    moments = {0, *roster.on_hand[team].times, *(shifts.times if shifts else ())}
    return tuple(
        (now, roster.present(team, now) if roster.at_work(team, now) else 0)
        for now in sorted(moments)
        if now >= 0
    )


def _busy(works: Iterable[tuple[Done, int]]) -> Steps:
    changes = {0: 0}
    for held, number in works:
        changes[held.start] = changes.get(held.start, 0) + number
        changes[held.finish] = changes.get(held.finish, 0) - number
    total, steps = 0, []
    for moment in sorted(changes):
        total += changes[moment]
        steps.append((moment, total))
    return tuple(steps)


def _areas(duty: Steps, busy: Steps, until: int) -> tuple[int, int]:
    """Return the person-seconds at work, and those on duty or at work, before *until*."""
    worked = there = 0
    edges = sorted({moment for moment, _ in (*duty, *busy) if moment < until} | {until})
    places = [0, 0]
    for start, end in pairwise(edges):
        for number, steps in enumerate((duty, busy)):
            while places[number] + 1 < len(steps) and steps[places[number] + 1][0] <= start:
                places[number] += 1
        on_duty, at_work = duty[places[0]][1], busy[places[1]][1]
        worked += at_work * (end - start)
        there += max(on_duty, at_work) * (end - start)
    return worked, there
