"""Chapter 9: which drills there are, what the last ones showed, and what none dealt with."""

from __future__ import annotations

from bcp.drill.review.history import Past, untouched
from bcp.report.annual.author import NONE, Author, chapter
from bcp.report.document import Block, Cell, KeyValues, Paragraph, Row, Section
from bcp.report.names import called
from bcp.words import say
from bcp.words.msel import WORDS as MSEL

__all__ = ["training"]

_MOST = 40
_NAMES = 20


def training(author: Author) -> Section | None:
    """Return the chapter."""
    return chapter(
        author.tell("ch-training"),
        "training",
        _lead(author),
        (
            author.form(12),
            chapter(author.tell("ch-past-drills"), "past-drills", _past(author)),
            chapter(author.tell("ch-untouched"), "untouched", _untouched(author)),
        ),
    )


def _lead(author: Author) -> list[Block]:
    held = author.dossier.drills
    if not held:
        if not author.is_public:
            author.note(author.tell("ch-training"), author.tell("no-drills"), "drills/")
        return []
    pasts = author.dossier.history.pasts if author.dossier.history else ()
    counted = sum(past.counts for past in pasts)
    return [Paragraph(author.some("training-lead", len(held), held=counted))]


def _past(author: Author) -> list[Block]:
    """Return the drills that people held, the latest first."""
    history = author.dossier.history
    if history is None:
        return []
    rows = [_row(author, past) for past in reversed(history.pasts) if past.counts]
    columns = (("day", 1.1), ("drill", 2.8), ("kind", 1.8), ("#in-time", 1.2), ("#reached", 1.2))
    blocks = author.table("cap-past-drills", columns, rows, _MOST)
    due = [author.drill_named(one.drill) for one in history.overdue]
    if due:
        text = author.tell("drills-due", names=author.join(due))
        blocks.append(Paragraph(text))
    return blocks


def _row(author: Author, past: Past) -> Row:
    late = past.met < past.down
    return (
        past.on.isoformat() if past.on else NONE,
        called(past.head, author.lang),
        say(MSEL, f"kind-{past.head.kind}", author.lang),
        Cell(f"{past.met} / {past.down}", tone="warn" if late else "good"),
        f"{past.reached} / {past.objectives}" if past.objectives else NONE,
    )


def _untouched(author: Author) -> list[Block]:
    """Return what no drill has dealt with, if any was held."""
    history, inventory = author.dossier.history, author.dossier.inventory
    if author.is_public or history is None:
        return []
    id_ = inventory.organisation.id
    if not any(past.counts and past.inventory == id_ for past in history.pasts):
        return []
    left = untouched(history.pasts, inventory)
    rows = [
        ("untouched-functions", left.functions, left.of[2]),
        ("untouched-components", left.components, left.of[0]),
    ]
    pairs = tuple(
        (
            author.tell(key, number=len(ids), of=of),
            author.list(ids, _NAMES),
        )
        for key, ids, of in rows
        if ids
    )
    return [KeyValues(pairs, author.tell("cap-untouched"))] if pairs else []
