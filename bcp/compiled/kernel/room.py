"""The memory of one run: every row of the tables, what differs from "everything is up", lists."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from bcp.compiled.kernel import columns as c
from bcp.compiled.kernel.arrays import Ints, Tables

__all__ = ["DIGIT", "Room", "new_room"]

LINE = 8
"""How many numbers a line of the processor's cache holds."""
DIGIT = 11
"""How many bits of a key are sorted by at a time."""


class Room(NamedTuple):
    """What a run changes. Made once, used for one run after another, by one thread at a time."""

    memory: Ints
    """One array, as ``bcp.compiled.kernel.columns`` says."""
    search: Ints
    """By node: ``WANTED`` to ``SEARCH``, while an order is made."""
    knots: Ints
    """By node: ``EDGES`` to ``KNOT``."""
    nodes: Ints
    """Nodes on their way in an order."""
    path: Ints
    edges: Ints
    """Providers that count, and how long before what needs them."""
    keys: Ints
    """Works on their way into an order."""
    sorting: Ints
    digits: Ints


def new_room(tables: Tables) -> Room:
    """Return the memory for runs of *tables*."""
    works, nodes = len(tables.works), len(tables.nodes)
    search = np.zeros((nodes, c.SEARCH), np.int64)
    search[:, c.EFFORT] = tables.efforts
    knots = np.zeros((nodes, c.KNOT), np.int64)
    knots[:, c.AMONG] = -1
    return Room(
        memory=_Layout(tables).memory,
        search=search,
        knots=knots,
        nodes=np.zeros(nodes + 1, np.int64),
        path=np.zeros(nodes + 1, np.int64),
        edges=np.zeros((tables.edges, 2), np.int64),
        keys=np.zeros(works, np.int64),
        sorting=np.zeros(works, np.int64),
        digits=np.zeros(1 << DIGIT, np.int64),
    )


def _aligned(size: int) -> Ints:
    """Return room for *size* numbers that begins where a line of the processor's cache does."""
    # Unlike zeros, large empty arrays are given large pages, of which the processor can keep
    # track while it jumps about in the memory.
    held: Ints = np.empty(size + LINE, np.int64)
    held[:] = 0
    skipped = -(held.ctypes.data // held.itemsize) % LINE
    return held[skipped : skipped + size]


class _Layout:
    """Where everything stands in the memory.

    Nodes and needs begin where a line of the processor's cache does: what is read together stands
    in one.
    """

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._end = c.HEADER
        self._lists = {
            name: self._place(getattr(tables, name).size)
            for name in ("need_links", "node_links", "plain_links", "crew_links", "staffed", "grid")
        }
        self._rows = {
            name: self._place(len(getattr(tables, name)) * width) for name, width in _WIDTHS.items()
        }
        self._rests = self._place(len(tables.needs) * _REST)
        header = self._header()
        self.memory = _aligned(self._end)
        for column, value in header.items():
            self.memory[column] = value
        self._write()

    def _place(self, size: int) -> int:
        begin = self._end
        self._end += -(-size // LINE) * LINE
        return begin

    def _header(self) -> dict[int, int]:
        t = self._tables
        needs, nodes, works, acts = len(t.needs), len(t.nodes), len(t.works), len(t.acts)
        live = needs + nodes + len(t.places)
        entries = 2 * live + 64
        lists = {
            c.B_AGENDA: entries * c.ENTRY,
            c.B_RUNNING: works * c.ENTRY,
            c.B_FALLING: 2 * needs + nodes + acts + 64,
            c.B_HOPEFUL: needs + nodes + acts + 64,
            c.B_STARTUPS: entries,
            c.B_ENGAGEMENTS: entries,
            c.B_TOUCHED: needs,
            c.B_RESERVES: needs,
            c.B_REGAINED: needs,
            c.B_MARKED: len(t.functions),
            c.B_SOILED_NODES: nodes,
            c.B_SOILED_NEEDS: needs,
            c.B_LISTED: nodes,
            c.B_ORDERED: works,
            c.B_LOOKED: len(t.crews),
            c.B_EDGES: len(t.grid) + 1,
        }
        header = {column: self._place(size) for column, size in lists.items()}
        header[c.B_AGENDA_END] = header[c.B_AGENDA] + entries * c.ENTRY
        self._queues = self._place(works)
        for column, name in ((c.B_STAFFED, "staffed"), (c.B_GRID, "grid")):
            header[column] = self._lists[name]
            header[column + 1] = self._lists[name] + getattr(t, name).size
        for column, name in _PIECES.items():
            header[column] = self._rows[name]
            header[column + 1] = self._rows[name] + len(getattr(t, name)) * _WIDTHS[name]
        for column, name in _BASES.items():
            header[column] = self._rows[name]
        rests = self._rests - c.NEED_HEAD - self._rows["needs"] * c.NEED_RATIO
        bits = 62 - t.horizon.bit_length()
        return {
            **header,
            c.B_UNIT: t.unit,
            c.B_HORIZON: t.horizon,
            c.B_BITS: bits,
            c.B_RESTS: rests,
        }

    def _write(self) -> None:
        t = self._tables
        for name in _WIDTHS:
            held: Ints = getattr(t, name).copy()
            for column, target in _POINTERS[name].items():
                held[:, column] = self._moved(held[:, column], target)
            if name == "crews":
                held[:, c.C_QUEUE] += self._queues
            if name == "needs":
                owner, of_task = held[:, c.G_OWNER], held[:, c.FLAGS] >> c.ROLE_FROM == c.TASK
                kinds, nodes = self._moved(owner, "kinds"), self._moved(owner, "nodes")
                held[:, c.G_OWNER] = np.where(of_task, kinds, nodes)
            if name == "needs":
                self._put(self._rests, held[:, c.NEED_HEAD :])
                held = held[:, : c.NEED_HEAD]
            self._put(self._rows[name], held)
        self._put(self._lists["need_links"], self._moved(t.need_links, "needs"))
        self._put(self._lists["node_links"], self._moved(t.node_links, "nodes"))
        self._put(self._lists["plain_links"], t.plain_links)
        self._put(self._lists["crew_links"], self._moved(t.crew_links, "crews"))
        self._put(self._lists["staffed"], self._moved(t.staffed, "needs"))
        self._put(self._lists["grid"], t.grid)
        for row in t.crews:
            for pair in range(row[c.C_TEAMS], row[c.C_TEAMS_END], 2):
                place = self._lists["plain_links"] + pair
                self.memory[place] = self._rows["teams"] + t.plain_links[pair] * c.TEAM
        for row in t.kinds:
            first = self._lists["plain_links"]
            self.memory[first + row[c.K_FOLLOWERS] : first + row[c.K_FOLLOWERS_END]] *= c.WORK
        self._point_acts()

    def _point_acts(self) -> None:
        """Let acts point to what they are about: a team or a node."""
        first, end = self._rows["acts"], self._rows["acts"] + self._tables.acts.size
        acts = self.memory[first:end].reshape(-1, c.ACT)
        of_team = acts[:, c.X_ACT] >= c.ROSTER
        teams, nodes = (
            self._moved(acts[:, c.X_WHAT], "teams"),
            self._moved(acts[:, c.X_WHAT], "nodes"),
        )
        acts[:, c.X_WHAT] = np.where(of_team, teams, nodes)

    def _moved(self, numbers: Ints, target: str) -> Ints:
        """Return where in the memory the rows, or places of a list, of these numbers stand."""
        if target in self._lists:
            moved = self._lists[target] + numbers
        else:
            moved = self._rows[target] + numbers * _WIDTHS[target]
        found: Ints = np.where(numbers < 0, 0, moved)
        return found

    def _put(self, place: int, held: Ints) -> None:
        self.memory[place : place + held.size] = held.reshape(-1)


_REST = c.NEED - c.NEED_HEAD
"""How many columns of a need stand apart from its first."""
_WIDTHS = {
    "nodes": c.NODE,
    "needs": c.NEED_HEAD,
    "places": c.PLACE,
    "kinds": c.KIND,
    "options": c.OPTIONS,
    "works": c.WORK,
    "crews": c.CREW,
    "teams": c.TEAM,
    "absences": c.ABSENCE,
    "functions": c.FUNCTION,
    "moments": c.MOMENT,
    "acts": c.ACT,
}
_PIECES = {
    c.B_NODES: "nodes",
    c.B_TEAMS: "teams",
    c.B_CREWS: "crews",
    c.B_FUNCTIONS: "functions",
    c.B_MOMENTS: "moments",
}
_BASES = {
    c.B_KINDS: "kinds",
    c.B_OPTIONS: "options",
    c.B_WORKS: "works",
    c.B_NEEDS: "needs",
    c.B_PLACES: "places",
}
_POINTERS: dict[str, dict[int, str]] = {
    "nodes": {
        c.N_FUNCTION: "functions",
        c.N_USERS: "need_links",
        c.N_USERS_END: "need_links",
        c.N_BRIDGED: "need_links",
        c.N_BRIDGED_END: "need_links",
        c.N_WITHIN: "nodes",
        c.N_OPTION: "options",
        c.N_OPTION_END: "options",
        c.OPTION: "options",
        c.N_NEEDS: "need_links",
        c.N_NEEDS_END: "need_links",
    },
    "needs": {
        c.G_HELD_BY: "nodes",
        c.G_PROVIDERS: "node_links",
        c.G_PROVIDERS_END: "node_links",
        c.G_PLACE: "places",
        c.G_PLACE_END: "places",
        c.G_LEVELS: "plain_links",
        c.G_TEAM: "teams",
    },
    "places": {c.ENGAGED: "nodes", c.CHOSEN: "nodes", c.P_NEED: "needs", c.P_FIRST: "nodes"},
    "kinds": {
        c.K_CREW: "crews",
        c.K_FOLLOWERS: "plain_links",
        c.K_FOLLOWERS_END: "plain_links",
        c.K_NEEDS: "need_links",
        c.K_NEEDS_END: "need_links",
    },
    "options": {c.O_WORK: "works", c.O_WORK_END: "works"},
    "works": {c.W_COMPONENT: "nodes", c.W_KIND: "kinds", c.W_FIRST: "works"},
    "crews": {c.C_TEAMS: "plain_links", c.C_TEAMS_END: "plain_links"},
    "teams": {
        c.T_ABSENCE: "absences",
        c.T_ABSENCE_END: "absences",
        c.T_CREWS: "crew_links",
        c.T_CREWS_END: "crew_links",
    },
    "absences": {},
    "functions": {c.F_NODE: "nodes", c.F_GRADED: "need_links", c.F_GRADED_END: "need_links"},
    "moments": {c.I_ACTS: "acts", c.I_ACTS_END: "acts", c.I_MATERIAL: "moments"},
    "acts": {},
}
"""Which columns point to what."""
