"""Tiny drills written inside a test: YAML in, a session with a clock set by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bcp.drill.board.rows import Board, InjectRow, TaskRow
from bcp.drill.file.models import Drill
from bcp.drill.live import commands as wish
from bcp.drill.live.commands import COMMAND
from bcp.drill.live.events import Entry
from bcp.drill.live.refusal import Refused
from bcp.drill.live.setting import Setting, prepare
from bcp.drill.session import HandClock, MemoryJournal, Session
from bcp.units import format_duration, parse_duration
from tests.support.tiny import inventory_of, scenario_of, tree_of

TOWN = """
components:
- {id: power}
- {id: network, requires: [power], procedure: swap}
- {id: server, requires: [power], procedure: [rebuild, borrow], startup: 10m}
- {id: registry, requires: [server, network]}
functions:
- {id: certificates, requires: [registry], rto: 3h, rank: S}
- {id: library, requires: [network], rto: 24h, rank: C}
teams:
- {id: ict, size: 2}
- {id: vendor, size: 1, vendor: true, assembly: {1h: 1}}
procedures:
- id: swap
  tasks:
  - {id: look, crew: {ict: 1}, duration: 10m}
  - {id: replace, crew: {ict: 1}, duration: 50m, after: look}
- id: rebuild
  tasks:
  - {id: look, crew: {ict: 1}, duration: 10m}
  - {id: repair, crew: {vendor: 1}, duration: 2h, after: look}
- id: borrow
  tasks:
  - {id: fetch, crew: {ict: 1}, duration: 4h}
"""
"""A town with a network and a server to recover, two of its own people and one of a vendor."""

QUAKE = """
scenario: {id: quake, starts: 2026-11-25T09:00, horizon: 10d}
events:
- {at: 0h, damage: {select: {id: [network, server]}}}
"""


def setting_of(drill: str = "", inventory: str = TOWN, scenario: str = QUAKE) -> Setting:
    """Return a drill ready to be run; what is left out of its head is filled in."""
    tree: dict[str, Any] = tree_of(drill) or {}
    head = {"id": "drill", "name": "訓練", "kind": "functional", "scenario": "quake"}
    tree["drill"] = head | tree.get("drill", {})
    held = inventory_of(inventory)
    return prepare(Drill.model_validate(tree), scenario_of(scenario, held), held)


class Hall:
    """A drill with its clock in the test's hand."""

    def __init__(self, setting: Setting, entries: Sequence[Entry] = ()) -> None:
        self.setting, self.clock, self.journal = setting, HandClock(), MemoryJournal()
        self.session = Session(setting, self.journal, self.clock, entries)

    def wait(self, length: str) -> Hall:
        """Let exercise time go by, if the clocks run."""
        self.clock.milliseconds += 1000 * parse_duration(length)
        self.session.tick()
        return self

    def do(self, name: str, **values: object) -> tuple[Entry, ...]:
        """Carry out a command."""
        command: wish.Command = COMMAND.validate_python({"do": name, **values})
        return self.session.do(command)

    def refused(self, name: str, **values: object) -> str:
        """Return why a command is refused."""
        before = self.session.state
        try:
            self.do(name, **values)
        except Refused as refused:
            assert self.session.state is before
            return refused.phrase.key
        raise AssertionError(name)

    @property
    def board(self) -> Board:
        """What screens show."""
        return self.session.board()

    def inject(self, no: str) -> InjectRow:
        """Return an inject as screens show it."""
        return next(row for row in self.board.injects if row.no == no)

    def task(self, component: str, task: str) -> TaskRow:
        """Return the latest go at a task."""
        named = [r for r in self.board.tasks if (r.component, r.task) == (component, task)]
        return max(named, key=lambda row: (row.attempt, row.column != "aborted"))

    def fired(self) -> list[str]:
        """Return the injects that were given, in order, and when by the scenario's clock."""
        return [
            f"{entry.event.inject} {format_duration(entry.scenario)}"
            for entry in self.session.state.entries
            if entry.event.event == "inject-fired"
        ]


def hall(drill: str = "", **others: str) -> Hall:
    """Return a drill that has been started."""
    held = Hall(setting_of(drill, **others))
    held.do("start")
    return held
