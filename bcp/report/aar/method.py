"""What the drill dealt with, and how the report was computed from which files."""

from __future__ import annotations

from bcp.drill.review.review import Review
from bcp.report.aar.origin import Origin
from bcp.report.aar.telling import Teller
from bcp.report.document import Block, KeyValues, Paragraph, Section
from bcp.words import join

__all__ = ["method", "touched"]


def touched(held: Review, tell: Teller) -> Section:
    """Return what the drill dealt with."""
    found = held.touched
    sorts = {
        "components": found.components,
        "tasks": found.tasks,
        "functions": found.functions,
        "plan": found.plan,
    }
    pairs = tuple(
        (tell.say(f"touched-{key}", number=len(ids)), _names(ids, tell))
        for key, ids in sorts.items()
        if ids
    )
    blocks: tuple[Block, ...] = (Paragraph(tell.say("none-noted")),)
    if pairs:
        blocks = (KeyValues(pairs),)
    return Section(tell.say("ch-touched"), blocks, id="touched")


def _names(ids: frozenset[str], tell: Teller) -> str:
    return join(sorted(_name(id_, tell) for id_ in ids), tell.lang)


def _name(id_: str, tell: Teller) -> str:
    procedure, _, task = id_.partition("/")
    if task and id_ in tell.names:
        return tell.say("task-name", component=tell.name(procedure), task=tell.name(id_))
    return tell.name(id_)


def method(held: Review, origin: Origin, tell: Teller) -> Section:
    """Return how it was computed, and whether the record is as it was written."""
    pairs = [
        (tell.say("version"), f"bcp {origin.version}"),
        (tell.say("record"), origin.name),
        (tell.say("record-version"), f"bcp {origin.recorded_by}" if origin.recorded_by else ""),
        (tell.say("chain"), _chain(held, origin, tell)),
        *((tell.say(f"digest-{key}"), digest) for key, digest in origin.digests),
    ]
    blocks: list[Block] = [
        Paragraph(tell.say("method-text")),
        Paragraph(tell.say("method-reasons"), "note"),
        KeyValues(tuple((label, text) for label, text in pairs if text)),
    ]
    blocks += [Paragraph(fault) for fault in origin.faults]
    return Section(tell.say("ch-method"), tuple(blocks), id="method")


def _chain(held: Review, origin: Origin, tell: Teller) -> str:
    if not origin.name:
        return tell.say("chain-none")
    by = tell.say(f"by-{origin.by}")
    if origin.broken_at is not None:
        return f"{tell.say('chain-broken', line=origin.broken_at)} / {by}"
    number = origin.entries or len(held.state.entries)
    return f"{tell.say('chain-whole', number=number)} / {by}"
