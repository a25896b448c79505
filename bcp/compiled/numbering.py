"""Nodes, needs, works and crews by number: the part of the tables that no scenario changes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from math import lcm

from bcp.chance.draw import WorkId
from bcp.compiled.kernel import columns as c
from bcp.compiled.kernel.arrays import Ints
from bcp.compiled.links import Links, Row, ints, rows
from bcp.graph.network import Need, Network, Role
from bcp.inventory.models import Procedure
from bcp.recovery.procedures import measure

__all__ = ["Numbering"]

_ROLES = {
    Role.REQUIRES: c.REQUIRES,
    Role.STARTS_WITH: c.STARTS_WITH,
    Role.TASK: c.TASK,
    Role.STAFF: c.STAFF,
}
_EXACT = 1 << 62
"""What the integral of a level, in seconds times units, must stay below."""


class Numbering:
    """A network in rows. Numbers follow the order of the files, so that ties fall as by names.

    Parameters
    ----------
    network
        Who needs whom.
    damageable
        The components that may be damaged: only they have works.
    horizon
        The longest that a level is summed up over, in seconds.
    """

    def __init__(self, network: Network, damageable: Collection[str], horizon: int) -> None:
        self.network, self.lengths = network, measure(network)
        self.to_needs, self.to_nodes, self.plain = Links(), Links(), Links()
        self.unit = _unit(network, horizon)
        self.team = {team.id: number for number, team in enumerate(network.inventory.teams)}
        """The number of a team."""
        tables = (network.needs, network.start_needs, network.task_needs)
        written = [need for table in tables for held in table.values() for need in held]
        self.need = {need: number for number, need in enumerate(written)}
        """The number of a need."""
        self.kind = {key: number for number, key in enumerate(network.tasks)}
        """The number of (procedure, task)."""
        self._crews: dict[tuple[tuple[str, int], ...], int] = {}
        kinds = [row for p in network.procedures.values() for row in self._kinds(p)]
        self.kinds = rows(kinds, c.KIND)
        self._number_works(damageable)
        self.crews = self._crew_rows()
        self._places: list[Row] = []
        self.needs = rows([self._need(need) for need in written], c.NEED)
        self.places = rows(self._places, c.PLACE)
        self.nodes = rows([self._node(node) for node in network.nodes()], c.NODE)
        self.staffed = ints(self.need[need] for need in written if need.staff is not None)
        self.shortest = ints(self._shortest(id_) for id_ in network.components)

    # Tasks

    def _kinds(self, procedure: Procedure) -> Iterator[Row]:
        tasks = procedure.tasks
        for task in tasks:
            key = (procedure.id, task.id)
            followers = (place for place, other in enumerate(tasks) if task.id in other.after)
            first, end = self.plain.add(followers)
            needs, needs_end = self.to_needs.add(
                self.need[need] for need in self.network.task_needs[key]
            )
            yield {
                c.K_CREW: self._crews.setdefault(
                    tuple(sorted(task.crew.items())), len(self._crews)
                ),
                c.K_ONSITE: task.onsite,
                c.K_OWN: key in self.network.wants_own,
                c.K_AFTER: len(set(task.after)),
                c.K_FOLLOWERS: first,
                c.K_FOLLOWERS_END: end,
                c.K_NEEDS: needs,
                c.K_NEEDS_END: needs_end,
                c.K_TAIL: self.lengths.tail[key],
            }

    def _number_works(self, damageable: Collection[str]) -> None:
        network = self.network
        options: list[Row] = []
        works: list[Row] = []
        ids: list[WorkId] = []
        self._options_of: dict[str, tuple[int, int]] = {}
        for id_, component in network.components.items():
            first_option = len(options)
            for procedure in component.procedure if id_ in damageable else ():
                first = len(works)
                for task in network.procedures[procedure].tasks:
                    works.append(
                        {
                            c.LEFT: -1,
                            c.W_COMPONENT: network.place[id_],
                            c.W_KIND: self.kind[procedure, task.id],
                            c.W_FIRST: first,
                        }
                    )
                    ids.append((id_, procedure, task.id))
                length = self.lengths.length[procedure]
                options.append({c.O_WORK: first, c.O_WORK_END: len(works), c.O_LENGTH: length})
            self._options_of[id_] = (first_option, len(options))
        self.options, self.works = rows(options, c.OPTIONS), rows(works, c.WORK)
        self.work_ids: tuple[WorkId, ...] = tuple(ids)
        """(component, procedure, task) by number."""

    def _crew_rows(self) -> Ints:
        wanted = [0] * len(self._crews)
        for kind in self.works[:, c.W_KIND]:
            wanted[self.kinds[kind, c.K_CREW]] += 1
        found: list[Row] = []
        queue = 0
        for crew, number in self._crews.items():
            pairs = [value for team, heads in crew for value in (self.team[team], heads)]
            first, end = self.plain.add(pairs)
            found.append({c.C_QUEUE: queue, c.C_TEAMS: first, c.C_TEAMS_END: end})
            queue += wanted[number]
        return rows(found, c.CREW)

    def with_crews(self, teams: Ints) -> tuple[Ints, Ints]:
        """Return the rows of *teams* with the crews that want some of each, and those lists."""
        found, links = teams.copy(), Links()
        for number, id_ in enumerate(self.team):
            crews = (place for crew, place in self._crews.items() if id_ in dict(crew))
            found[number, c.T_CREWS], found[number, c.T_CREWS_END] = links.add(crews)
        return found, links.array()

    # Nodes and needs

    def _need(self, need: Need) -> Row:
        place = self.network.place
        providers = [place[provider] for provider in need.providers]
        first, end = self.to_nodes.add(providers)
        places = len(self._places)
        if need.switchover:
            held = {c.CHOSEN: -1, c.P_NEED: self.need[need]}
            self._places += [
                {**held, c.ENGAGED: provider, c.P_FIRST: provider}
                for provider in providers[: need.at_least]
            ]
        of_task = need.role is Role.TASK
        is_graded = need.levels is not None and need.owner in self.network.functions
        flags = _ROLES[need.role] << c.ROLE_FROM
        if is_graded:
            flags |= c.GRADED
        if is_graded or need.holdover or need.switchover:
            flags |= c.WATCHED
        return {
            c.G_SPARE: -1 if need.switchover else len(providers) - need.at_least,
            c.G_OWNER: self.kind[_key(need.owner)] if of_task else place[need.owner],
            c.G_HOLDOVER: need.holdover,
            c.LOST_AT: -1,
            c.G_HELD_BY: -1 if need.held_by is None else place[need.held_by],
            c.G_PROVIDERS: first,
            c.G_PROVIDERS_END: end,
            c.G_PLACE: places if need.switchover else -1,
            c.G_PLACE_END: len(self._places) if need.switchover else -1,
            c.G_SWITCHOVER: need.switchover,
            c.G_LEVELS: self._levels(need) if is_graded else -1,
            c.G_TEAM: -1 if need.staff is None else self.team[need.staff.team],
            c.FLAGS: flags,
        }

    def _levels(self, need: Need) -> int:
        assert need.levels is not None
        held = sorted(need.levels.items())
        table = [held[0][1]] * (len(need.providers) + 1)
        for number, share in held:
            table[number:] = [share] * (len(table) - number)
        return self.plain.add(round(share * self.unit) for share in table)[0]

    def _function(self, node: str) -> int:
        number = self.network.place.get(node, -1) - len(self.network.components)
        return max(number, -1)

    def _node(self, node: str) -> Row:
        network = self.network
        component = network.components.get(node)
        within = None if component is None else component.within
        users, users_end = self.to_needs.add(self.need[need] for need in network.users[node])
        bridged, bridged_end = self.to_needs.add(self.need[n] for n in network.bridged[node])
        wanted = network.needs[node] + network.start_needs[node]
        needs, needs_end = self.to_needs.add(self.need[n] for n in wanted if n.staff is None)
        option, option_end = self._options_of.get(node, (0, 0))
        return {
            c.STARTING: -1,
            c.N_FUNCTION: self._function(node),
            c.N_WATCHED: self._function(node) >= 0 or bridged < bridged_end,
            c.N_USERS: users,
            c.N_USERS_END: users_end,
            c.N_BRIDGED: bridged,
            c.N_BRIDGED_END: bridged_end,
            c.N_STARTUP: network.startup(node),
            c.N_WITHIN: -1 if within is None else network.place[within],
            c.N_OPTION: option,
            c.N_OPTION_END: option_end,
            c.OPTION: -1,
            c.N_NUMBER: network.place[node],
            c.N_NEEDS: needs,
            c.N_NEEDS_END: needs_end,
        }

    def _shortest(self, id_: str) -> int:
        chosen = self.lengths.chosen.get(id_)
        return -1 if chosen is None else self.network.components[id_].procedure.index(chosen)


def _key(owner: str) -> tuple[str, str]:
    procedure, task = owner.split("/")
    return procedure, task


def _unit(network: Network, horizon: int) -> int:
    """Return the least number that makes every level whole.

    Levels with more decimals than whole numbers of 64 bits can sum up over the horizon are
    rounded to those that they can.
    """
    functions = network.functions.values()
    graded = [n.levels for f in functions for n in network.needs[f.id] if n.levels is not None]
    shares = [share for levels in graded for share in levels.values()]
    shares += [f.workaround.level for f in functions if f.workaround is not None]
    unit = lcm(*(share.denominator for share in shares))
    if unit * horizon < _EXACT:
        return unit
    most = 1
    while most * 10 * horizon < _EXACT:
        most *= 10
    return most
