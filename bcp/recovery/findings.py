"""What a simulation found that no figure says: what will never come back, and why."""

from __future__ import annotations

from collections.abc import Mapping

from bcp.graph.network import Need
from bcp.recovery.crews import Roster, ever_together
from bcp.recovery.data import NOTHING_LEFT
from bcp.recovery.deadlock import deadlocks
from bcp.recovery.play import Case, State
from bcp.recovery.result import Finding, Severity
from bcp.recovery.works import Work
from bcp.words import Name, Phrase

Knots = tuple[tuple[str, ...], ...]


def findings_of(
    case: Case, state: State, losses: Mapping[str, float], knots: Knots
) -> tuple[Finding, ...]:
    """Return the findings of a case that was played to its horizon."""
    return (
        *(finding("deadlock", knot) for knot in knots),
        *_without_procedure(case, state),
        *_never_started(case, state),
        *(finding("data-lost", (id_,)) for id_, lost in losses.items() if lost == NOTHING_LEFT),
    )


def finding(
    kind: str, ids: tuple[str, ...], grade: Severity = "serious", /, **values: object
) -> Finding:
    """Return a finding about *ids*, whose text may name them and other *values*."""
    named: dict[str, object] = {"ids": tuple(Name(id_) for id_ in ids)}
    return Finding(kind, ids, Phrase(kind, named | values), grade)


def _without_procedure(case: Case, state: State) -> list[Finding]:
    works = state.works
    ids = (c for c in case.network.components if c in state.condition.damaged)
    return [finding("no-procedure", (c,)) for c in ids if c not in works.unfinished]


def _never_started(case: Case, state: State) -> list[Finding]:
    """Say which tasks had not started by the horizon although what they come after was done."""
    found: list[Finding] = []
    for work, before in state.works.waiting.items():
        if before == 0:
            kind, values = _why_not(case, state, work)
            task = Name(f"{work.procedure}/{work.task}")
            found.append(finding(kind, (work.component,), task=task, **values))
    return found


def _why_not(case: Case, state: State, work: Work) -> tuple[str, dict[str, object]]:
    network = case.network
    for team, number in network.tasks[work.procedure, work.task].crew.items():
        most = most_on_hand(case.roster, team)
        if most < number:
            values = {"team": Name(team), "number": number, "most": most}
            return "never-enough-people", values
    for need in network.work_needs(*work[:3]):
        if need in state.condition.short:
            missing = tuple(Name(p) for p in need.providers if p in state.condition.down)
            return "task-lacks", {"missing": missing}
    return "task-not-started", {}


def knots_at_end(case: Case, state: State) -> Knots:
    """Return the deadlocks that stand when a case has been played to its horizon."""
    network = case.network
    waiting: dict[str, list[Work]] = {}
    for work in state.works.waiting:
        waiting.setdefault(work.component, []).append(work)

    def wants(node: str) -> list[Need]:
        needs = [*network.needs[node], *network.start_needs[node]]
        for work in waiting.get(node, ()):
            needs += network.work_needs(*work[:3])
        return [need for need in needs if need.staff is None]

    return deadlocks(network, state.condition.down, wants, _hopeless(case, state))


def _hopeless(case: Case, state: State) -> frozenset[str]:
    """Return what no people will ever bring back, as things stand at the horizon.

    Damaged components without a procedure or with a task that no crew can begin any more, and
    functions whose staff does not come back.
    """
    lost = {c for c in state.condition.damaged if c not in state.works.unfinished}
    for work in state.works.waiting:
        crew = case.network.tasks[work.procedure, work.task].crew
        if not _can_meet(case, crew):
            lost.add(work.component)
    for function in case.network.functions.values():
        staff = function.staff
        if staff is not None and case.roster.last[staff.team] < staff.at_least:
            lost.add(function.id)
    return frozenset(lost)


def _can_meet(case: Case, crew: Mapping[str, int]) -> bool:
    """Return whether a crew, as large as teams stay in the end, is ever at work together."""
    if any(case.roster.last[team] < number for team, number in crew.items()):
        return False
    teams = [team for team in case.network.inventory.teams if team.id in crew]
    return ever_together(team.hours for team in teams if team.hours is not None)


def most_on_hand(roster: Roster, team: str) -> int:
    """Return the most people of a team that are ever on hand."""
    return max(roster.on_hand[team].values, default=0)
