"""What a team does in the town of ``tests.support.drills``, by the minutes of the scenario."""

from __future__ import annotations

from bcp.units import MINUTE
from tests.support.drills import Hall

FAST = "clock: {speed: 60}"
"""A second of the exercise is a minute of the scenario."""


def work(held: Hall, *deeds: str) -> Hall:
    """Do things at minutes of the scenario: ``90 + server/repair`` begins, ``-`` ends, ``x`` aborts."""
    names = {"+": "start-task", "-": "finish-task", "x": "abort-task"}
    for deed in deeds:
        minute, sign, task = deed.split()
        held.wait(f"{int(minute) - held.session.state.scenario // MINUTE}s")
        component, name = task.split("/")
        held.do(names[sign], component=component, task=name)
    return held


BOTH = ("0 + network/look", "0 + server/look", "10 - network/look", "10 - server/look")
NETWORK = ("10 + network/replace", "60 - network/replace")
SERVER = ("60 + server/repair", "180 - server/repair")
