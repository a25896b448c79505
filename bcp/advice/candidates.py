"""What might be changed to bring a function back sooner: along its critical chain, and around it.

Nothing here says whether it helps; that is for :mod:`bcp.advice.remedy` to try.
"""

from __future__ import annotations

from collections.abc import Iterator

from bcp.advice import alterations as make
from bcp.advice.candidate import Candidate, Key, down_to, up_to
from bcp.advice.scene import Scene
from bcp.advice.setting import Setting
from bcp.graph.network import Need, Role
from bcp.inventory.facts import Measure
from bcp.inventory.models import Team
from bcp.outlook.effects import open_measures
from bcp.recovery.result import Link
from bcp.units import DAY, HOUR

__all__ = ["candidates_of"]

_STORED = ("power", "cooling")
"""Kinds of what a battery, a tank or a cold room can stand in for, for a while."""
_UNIQUE = ("site", "room", "data")
"""Kinds of what no second one stands beside: another building is another plan."""
_MOST_PEOPLE = 12
"""How many more people of one team are thought of at most."""
_LEAST_PART = 4
"""A task or start-up is thought of as shortened to a quarter at most; less is another way to work."""
_LONGEST_RESERVE = 7 * DAY


def candidates_of(scene: Scene, function: str, *, is_wide: bool = True) -> tuple[Candidate, ...]:
    """Return what might bring *function* back sooner, the links of its chain first.

    Parameters
    ----------
    scene
        A scenario that was played.
    function
        One that misses its RTO.
    is_wide
        Whether to look around the chain too; what has no chain has only that.
    """
    along = [*_along(scene, function)]
    around = _around(scene, function, scene.awaited(function)) if is_wide or not along else ()
    found: dict[Key, Candidate] = {}
    for candidate in (*along, *around):
        if candidate.values:
            found.setdefault(candidate.key, candidate)
    return tuple(found.values())


# --- along the chain ---------------------------------------------------------------------------


def _along(scene: Scene, function: str) -> Iterator[Candidate]:
    for link in scene.chain(function):
        yield from _of_link(scene, link)


def _of_link(scene: Scene, link: Link) -> Iterator[Candidate]:
    network = scene.network
    work = scene.work_of(link)
    if work is not None:
        yield _duration(scene, work.procedure, work.task)
        for team in network.tasks[work.procedure, work.task].crew:
            yield from _of_team(scene, team)
        yield from _of_component(scene, work.component)
    elif link.what == "startup" and link.id in network.components:
        yield _startup(scene, link.id)
    elif link.what == "switchover":
        yield from _switchovers(scene, link.id)
    elif link.what == "outage":
        yield from _reserves(scene, link.id)
        yield from _spare(scene, link.id)
    elif link.what == "wait" and link.id in scene.case.roster.on_hand:
        yield from _of_team(scene, link.id)


# --- around it ---------------------------------------------------------------------------------


def _around(scene: Scene, function: str, awaited: tuple[str, ...]) -> Iterator[Candidate]:
    damaged = [node for node in awaited if node in scene.case.impact.damaged]
    if damaged:
        yield Candidate("order", function, (0,), 0, lambda s, _: make.first(s, tuple(damaged)))
    for component in damaged:
        yield from _other_procedures(scene, component)
    for node in awaited:
        yield from _of_needs(scene, node)
    held = {spell.component for spell in scene.case.impact.outages}
    for node in awaited:
        if node in held:
            yield from _reserves(scene, node)
    for node in scene.result.functions[function].causes:
        yield from _spare(scene, node)
    teams = (team for component in damaged for team in _teams_for(scene, component))
    for team in dict.fromkeys(teams):
        yield from _of_team(scene, team)
    for measure in open_measures(scene.inventory.measures):
        yield _measure(measure)


def _of_needs(scene: Scene, node: str) -> Iterator[Candidate]:
    for need in scene.needs_of(node):
        if need.holdover and need.role is Role.REQUIRES:
            yield _holdover(scene, need)
        if need.staff is not None:
            yield from _of_team(scene, need.staff.team)


def _teams_for(scene: Scene, component: str) -> Iterator[str]:
    procedure = scene.planned.plan.procedure(component)
    for task in scene.network.procedures[procedure].tasks if procedure else ():
        yield from task.crew


def _of_component(scene: Scene, component: str) -> Iterator[Candidate]:
    yield Candidate("order", component, (0,), 0, lambda s, _: make.first(s, (component,)))
    yield from _other_procedures(scene, component)
    yield from _spare(scene, component)


def _other_procedures(scene: Scene, component: str) -> Iterator[Candidate]:
    taken = scene.planned.plan.procedure(component)
    for procedure in scene.network.components[component].procedure:
        if procedure != taken:
            yield _procedure(component, procedure)


def _of_team(scene: Scene, id_: str) -> Iterator[Candidate]:
    team = next(team for team in scene.inventory.teams if team.id == id_)
    most = min(team.size, _MOST_PEOPLE) if team.size else _MOST_PEOPLE
    sizes = tuple(range(team.size + 1, team.size + max(most, 4) + 1))
    yield Candidate("people", id_, sizes, team.size, lambda s, n: make.team_size(s, id_, n))
    if team.hours is not None and scene.scenario.scenario.starts is not None:
        kinds = (1, 2) if team.hours.days == "weekdays" else (2,)
        yield Candidate("hours", id_, kinds, 0, lambda s, n: make.team_hours(s, id_, n))
    yield from _arrival(scene, team)


def _arrival(scene: Scene, team: Team) -> Iterator[Candidate]:
    if team.assembly is None or not (team.vendor or scene.scenario.scenario.assembly):
        return
    last = max(team.assembly)
    values = tuple(down_to(last, 0))
    yield Candidate("arrival", team.id, values, last, lambda s, n: make.arrival(s, team.id, n))


def _procedure(component: str, procedure: str) -> Candidate:
    def apply(setting: Setting, _: int) -> Setting:
        return make.by_procedure(setting, component, procedure)

    return Candidate("procedure", component, (0,), 0, apply, detail=procedure)


def _duration(scene: Scene, procedure: str, task: str) -> Candidate:
    before = scene.network.tasks[procedure, task].duration.mean
    values = tuple(down_to(before, -(-before // _LEAST_PART)))

    def apply(setting: Setting, value: int) -> Setting:
        return make.duration(setting, procedure, task, value)

    return Candidate("duration", f"{procedure}/{task}", values, before, apply)


def _startup(scene: Scene, component: str) -> Candidate:
    before = scene.network.components[component].startup
    values = tuple(down_to(before, -(-before // _LEAST_PART)))
    return Candidate(
        "startup", component, values, before, lambda s, n: make.startup(s, component, n)
    )


def _switchovers(scene: Scene, provider: str) -> Iterator[Candidate]:
    for need in scene.network.users[provider]:
        if need.switchover and need.role is not Role.TASK:
            yield _switchover(need)


def _switchover(need: Need) -> Candidate:
    values = tuple(down_to(need.switchover, 0))

    def apply(setting: Setting, value: int) -> Setting:
        return make.groups(setting, need.owner, need.providers, {"switchover": value})

    return Candidate("switchover", need.owner, values, need.switchover, apply)


def _holdover(scene: Scene, need: Need) -> Candidate:
    def apply(setting: Setting, value: int) -> Setting:
        return make.reserve(setting, need, value)

    values = tuple(up_to(need.holdover, _longest(scene)))
    detail = "" if need.held_by else need.owner
    return Candidate(
        "holdover", need.held_by or need.owner, values, need.holdover, apply, detail=detail
    )


def _reserves(scene: Scene, provider: str) -> Iterator[Candidate]:
    """Yield a reserve for whoever draws on *provider*, which an outage holds down, and has none."""
    if scene.network.components[provider].kind not in _STORED:
        return
    for need in scene.network.users[provider]:
        if need.role is Role.REQUIRES and not need.holdover and need.owner in scene.network.place:
            yield _reserve(scene, need)


def _reserve(scene: Scene, need: Need) -> Candidate:
    def apply(setting: Setting, value: int) -> Setting:
        return make.groups(setting, need.owner, need.providers, {"holdover": value})

    values = tuple(up_to(0, _longest(scene)))
    return Candidate("reserve", need.owner, values, 0, apply, detail=need.providers[0])


def _spare(scene: Scene, component: str) -> Iterator[Candidate]:
    held = scene.network.components.get(component)
    if held is not None and held.kind not in _UNIQUE:
        yield Candidate("spare", component, (0,), 0, lambda s, _: make.spare(s, component))


def _measure(measure: Measure) -> Candidate:
    return Candidate("measure", measure.id, (0,), 0, lambda s, _: make.measure(s, measure))


def _longest(scene: Scene) -> int:
    """Return the longest reserve worth thinking of: as long as anything is held down."""
    head = scene.case.impact.head
    spans = [
        (head.horizon if spell.end is None else spell.end) - spell.start
        for spell in scene.case.impact.outages
    ]
    spans += [held.downtime for held in scene.result.functions.values()]
    return min(max(spans, default=0) + HOUR, _LONGEST_RESERVE)
