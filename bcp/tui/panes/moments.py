"""A moment of the scenario in both of its clocks."""

from __future__ import annotations

from bcp.tui.clocktext import local_of, since
from bcp.tui.rows import Frame

__all__ = ["local", "moment"]


def local(seconds: int, frame: Frame) -> str:
    """Return the local time of a moment, ``HH:MM``; empty if the scenario has no date."""
    found = local_of(seconds, frame.board.scenario, frame.board.local)
    return "" if found is None else f"{found:%H:%M}"


def moment(seconds: int, frame: Frame) -> str:
    """Return a moment counted from the incident, and by the local clock."""
    found = local_of(seconds, frame.board.scenario, frame.board.local)
    return since(seconds) if found is None else f"{since(seconds)} ({found:%m-%d %H:%M})"
