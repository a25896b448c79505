"""Several copies of one thing, any of which will do, drawn as a group."""

from __future__ import annotations

from dataclasses import replace

from bcp.exchange.foreign.drawn import Drawing, Need, Thing
from bcp.exchange.foreign.limits import COPIES
from bcp.words import Phrase

__all__ = ["draw_copies", "whole_number"]


def whole_number(value: object) -> int | None:
    """Return the count that text stands for, if it is one."""
    text = str(value).strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 6 else None  # noqa: PLR2004


def draw_copies(drawing: Drawing, thing: Thing, number: int) -> tuple[str, ...]:
    """Draw a thing, and if there are several copies of it each of them; return the copies.

    What uses the thing needs one of its copies; the copies need what the thing would.
    """
    if number < 2:  # noqa: PLR2004 (two make a group)
        drawing.add(thing)
        return (thing.id,)
    many = min(number, COPIES)
    if number > many:
        drawing.tell("left-out", "copies", thing.id, number=number, most=COPIES)
    copies = []
    for place in range(1, many + 1):
        id_ = drawing.claim(f"{thing.id}-{place}", "copy")
        drawing.add(replace(thing, id=id_, name=f"{thing.name or thing.id} #{place}"))
        copies.append(id_)
    note = Phrase("one-copy-is-enough")
    drawing.add(replace(thing, needs=(Need(tuple(copies), note=note),), is_bundle=True))
    drawing.tell("guessed", "copies-one", f"{thing.id}: 1/{number}")
    return tuple(copies)
