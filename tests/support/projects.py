"""Random cases that are projects, and list schedules of projects in plain Python."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from bcp.chance.draw import WorkId
from bcp.recovery.play import Case
from bcp.recovery.strategy import Order, plan_by
from bcp.search.project import Project
from tests.reference.reading import Tree
from tests.support.random_cases import Both, groups_of


def tame(inventory: Tree, scenario: Tree) -> None:
    """Leave of a case mostly what a project can say; the rest keeps its conditions tried."""
    rng = random.Random(str(inventory))
    for groups in groups_of(inventory):
        for group in groups:
            if isinstance(group, dict):
                _tame_group(group, rng)
    for procedure in inventory.get("procedures", []):
        for task in procedure["tasks"]:
            if task["duration"] == "0h" and rng.random() < 0.95:
                task["duration"] = "20m"
    kept = []
    for event in scenario.get("events", []):
        if "access" not in event and rng.random() < 0.97:
            event["at"] = "0h"
        if "staff" not in event or rng.random() < 0.3:
            kept.append(event)
    scenario["events"] = kept


def _tame_group(group: Tree, rng: random.Random) -> None:
    for key in ("switchover", "holdover", "held_by", "levels"):
        if key in group and rng.random() < 0.85:
            least = min(group["levels"], key=int) if key == "levels" else None
            if least is not None:
                group["at_least"] = least
            del group[key]
    if "holdover" not in group:
        group.pop("held_by", None)
    if rng.random() < 0.5 and "levels" not in group:
        group["at_least"] = str(len(group["any_of"]))


def list_schedule(project: Project, places: Sequence[int], *, holds_back: bool) -> dict[int, int]:
    """Return when each activity starts by T5, of those that start within the horizon.

    Parameters
    ----------
    project
        The project.
    places
        The position of each work in the order.
    holds_back
        Whether nobody overtakes who shares a team.
    """
    start: dict[int, int] = {}
    order = sorted(range(len(project.works)), key=places.__getitem__)
    moments = sorted(
        range(len(project.works), project.size), key=project.causes_first.tolist().index
    )
    now = 0
    while now < project.horizon:
        for a in moments:
            if a not in start and (ready := _ready(project, a, start)) is not None and ready <= now:
                start[a] = ready
        kept: set[int] = set()
        for a in order:
            if a in start:
                continue
            ready = _ready(project, a, start)
            teams = {k for k in range(len(project.teams)) if project.crew[a, k]}
            is_open = ready is not None and ready <= now and _in_window(project, a, now)
            if is_open and not (holds_back and kept & teams) and _has_crew(project, a, start, now):
                start[a] = now
            else:
                kept |= teams
        now = _next(project, start, now)
    return start


def ends_of(project: Project, start: dict[int, int]) -> list[int]:
    """Return when each activity ends; the horizon for one that does not start within it."""
    length = project.duration.tolist()
    return [start[a] + length[a] if a in start else project.horizon for a in range(project.size)]


def _ready(project: Project, a: int, start: dict[int, int]) -> int | None:
    """Return from when on *a* can start, as far as is known; None: not yet."""
    ready = int(project.release[a])
    for i in range(project.before_from[a], project.before_from[a + 1]):
        b = int(project.before[i])
        if b not in start:
            return None
        ready = max(ready, start[b] + int(project.duration[b]) + int(project.lag[i]))
    return ready


def _in_window(project: Project, a: int, now: int) -> bool:
    cut = slice(project.window_from[a], project.window_from[a + 1])
    spans = [*zip(project.opens[cut], project.closes[cut], strict=True)]
    return not spans or any(begin <= now < end for begin, end in spans)


def _has_crew(project: Project, a: int, start: dict[int, int], now: int) -> bool:
    for k in range(len(project.teams)):
        if not project.crew[a, k]:
            continue
        steps = range(project.step_from[k], project.step_from[k + 1])
        there = [project.heads[i] for i in steps if project.step_at[i] <= now][-1]
        busy = sum(
            project.crew[b, k] for b, s in start.items() if s <= now < s + project.duration[b]
        )
        if busy + project.crew[a, k] > there:
            return False
    return True


def _next(project: Project, start: dict[int, int], now: int) -> int:
    times = {*project.step_at.tolist(), *project.opens.tolist(), *project.release.tolist()}
    lags = {0, *project.lag.tolist()}
    times |= {s + int(project.duration[a]) + lag for a, s in start.items() for lag in lags}
    return min((time for time in times if time > now), default=project.horizon)


def random_order(project: Project, base: Order, rng: random.Random, *, holds_back: bool) -> Order:
    """Return *base* with the works of a project in a random order."""
    works = [*project.works, *project.never]
    rng.shuffle(works)
    works.sort(key=lambda work: work in project.never)
    places = {(component, task): i for i, (component, _, task) in enumerate(works)}
    return Order(base.procedures, places, base.durations, holds_back=holds_back)


def any_order(case: Case, rng: random.Random, *, holds_back: bool) -> Order:
    """Return a random order of any case, with random procedures."""
    damaged = [c for c in case.network.components.values() if c.id in case.impact.damaged]
    chosen = {c.id: rng.choice(c.procedure) for c in damaged if c.procedure}
    pairs = [
        (component, task.id)
        for component, procedure in chosen.items()
        for task in case.network.procedures[procedure].tasks
    ]
    rng.shuffle(pairs)
    durations = {key: task.duration.mean for key, task in case.network.tasks.items()}
    return Order(chosen, {pair: i for i, pair in enumerate(pairs)}, durations, holds_back)


def by_starts(case: Case, base: Order, starts: Mapping[WorkId, int]) -> Order:
    """Return *base* with works in the order of their *starts*, nobody overtaking."""
    late = case.horizon
    moments = {(component, task): at for (component, _, task), at in starts.items()}
    pairs = sorted(base.places, key=lambda pair: (moments.get(pair, late), base.places[pair]))
    places = {pair: i for i, pair in enumerate(pairs)}
    return Order(base.procedures, places, base.durations, holds_back=True)


def played(both: Both, strategy: str = "slack") -> tuple[Case, Order]:
    """Return what is played, and the order of a rule."""
    case, _ = both.played_by()
    return case, plan_by(strategy, case.network, case.impact)
