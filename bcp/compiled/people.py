"""Teams by number: who comes when, who is missing, who is at work (rules T3 and T4)."""

from __future__ import annotations

from collections.abc import Iterator
from math import lcm

from bcp.chance.uncertain import MOST_GROUPS
from bcp.compiled.kernel import columns as c
from bcp.compiled.links import Row, ints, rows
from bcp.graph.network import Network
from bcp.inventory.models import Team
from bcp.recovery.crews import build_roster
from bcp.scenario.impact import Absence, Impact

__all__ = ["MOST_STEPS", "People"]

MOST_STEPS = 4096
"""As many steps of arrival as a draw has room for in a team at most."""

_THERE, _FROM_START, _ON_CALL = 0, 1, 2


class People:
    """The people of a network under a scenario, but for what chance decides about them."""

    def __init__(self, network: Network, impact: Impact) -> None:
        teams = network.inventory.teams
        self._head = impact.head
        self._shifts = build_roster(network.inventory, impact).shifts
        self._absences = impact.absences
        self._number = {team.id: number for number, team in enumerate(teams)}
        self.staffing = {f.staff.team for f in network.functions.values() if f.staff is not None}
        """The teams that functions need on hand."""
        absences: list[Row] = []
        self.teams = rows([self._team(team, absences) for team in teams], c.TEAM)
        self.absences = rows(absences, c.ABSENCE)
        self.step_from = ints(_offsets([_room(team) for team in teams]))

    def _team(self, team: Team, absences: list[Row]) -> Row:
        first = len(absences)
        absences += [_absence(held) for held in self._absences if held.team == team.id]
        shifts = self._shifts.get(team.id)
        return {
            c.T_CALLED: self._called(team),
            c.T_PERSON: person_of(team),
            c.T_ABSENCE: first,
            c.T_ABSENCE_END: len(absences),
            c.T_AT_WORK: 1 if shifts is None else shifts.at(0),
            c.T_SIZE: team.size,
            c.T_NUMBER: self._number[team.id],
        }

    def _called(self, team: Team) -> int:
        if team.assembly is None or not (team.vendor or self._head.assembly):
            return _THERE
        return _ON_CALL if team.vendor else _FROM_START

    def acts(self) -> Iterator[tuple[int, int, int]]:
        """Yield (moment, act, team) of everything that changes at a moment fixed beforehand."""
        for absence in self._absences:
            yield absence.start, c.ROSTER, self._number[absence.team]
            if absence.end is not None:
                yield absence.end, c.ROSTER, self._number[absence.team]
        for team, shifts in self._shifts.items():
            for time, value in zip(shifts.times, shifts.values, strict=True):
                if time > 0:
                    yield time, c.OPEN if value else c.CLOSE, self._number[team]


def person_of(team: Team) -> int:
    """Return into how many parts a person is cut so that every step of *team* is whole."""
    amounts = () if team.assembly is None else team.assembly.values()
    return lcm(*(team.base(amount).denominator for amount in amounts))


def _room(team: Team) -> int:
    steps = max(1, len(team.assembly or ()))
    # Where `assembly` falls, each group that comes by chance may come and go with every step.
    return max(min(team.size, MOST_STEPS), steps, min(team.size, MOST_GROUPS) * steps)


def _offsets(sizes: list[int]) -> list[int]:
    found = [0]
    for size in sizes:
        found.append(found[-1] + size)
    return found


def _absence(absence: Absence) -> Row:
    given = absence.available
    end = c.NEVER if absence.end is None else absence.end
    row = {c.A_START: absence.start, c.A_END: end}
    if isinstance(given, int):
        return {**row, c.A_HEADS: given, c.A_OF: 1}
    return {**row, c.A_HEADS: -1, c.A_SHARE: given.numerator, c.A_OF: given.denominator}
