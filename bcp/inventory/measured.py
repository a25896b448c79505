"""What drills measured of an inventory: facts beside its estimates, on which no result depends."""

from __future__ import annotations

from bcp.fields import Day, Id, Item, Span, Text

__all__ = ["Measurement"]


class Measurement(Item):
    """How long a task took when people did it in a drill; written by `bcp drill learn`."""

    procedure: Id
    """The procedure."""
    task: Id
    """The task of it."""
    took: Span
    """How long it took, by a clock that ran in real time."""
    on: Day
    """When."""
    drill: Text
    """In which drill."""
    record: Text
    """The record that shows it; each counts once."""
