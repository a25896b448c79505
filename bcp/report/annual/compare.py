"""What changed since an earlier state: old beside new, and what that did to the results."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from bcp.inventory.facts import Contract, Measure, Person, Role
from bcp.inventory.models import Inventory, Named
from bcp.outlook.changes import Changes, ItemChange
from bcp.outlook.outlook import Outlook
from bcp.report.annual.author import NONE, Author, chapter, shown
from bcp.report.annual.cover import facts_of
from bcp.report.document import Block, Bullets, Cell, Paragraph, Row, Section, Tone
from bcp.report.names import called, key_called

__all__ = ["compared"]

_MOST = 80
"""Rows a table."""
_UNTOLD = {"note", "source", "assumed"}
"""Keys of remarks to those who keep the files: they say nothing about the plan."""


def compared(author: Author) -> Section | None:
    """Return the annex on what changed, if an earlier state was named."""
    changes = author.dossier.changes
    if changes is None:
        return None
    return Section(
        author.tell("ch-changes"),
        (Paragraph(_lead(author, changes)),),
        tuple(
            one
            for one in (
                chapter(author.tell("ch-log"), "change-log", _log(author, changes)),
                *_old_and_new(author, changes),
                chapter(author.tell("ch-outcome"), "change-outcome", _losses(author, changes)),
                chapter(author.tell("ch-targets"), "change-targets", _functions(author, changes)),
            )
            if one is not None
        ),
        id="changes",
        is_numbered=False,
    )


def _lead(author: Author, changes: Changes) -> str:
    kinds = [item.kind for item in changes.items]
    label = changes.label or author.tell("earlier")
    if not kinds:
        return author.tell("changes-none", label=label)
    counts = {kind: kinds.count(kind) for kind in ("added", "changed", "removed")}
    return author.tell("changes-lead", label=label, number=len(kinds), **counts)


def _log(author: Author, changes: Changes) -> list[Block]:
    """Return the revisions that the earlier plan did not know."""
    before = changes.inventory.plan
    known = before.revisions if before else ()
    texts = [
        author.tell("log-line", version=one.version, day=one.on.isoformat(), what=one.what)
        for one in facts_of(author).revisions
        if one not in known
    ]
    if not texts and changes.items:
        author.note(author.tell("ch-log"), author.tell("cap-revisions"), "plan: revisions")
    return [Bullets(tuple(texts))] if texts else []


def _old_and_new(author: Author, changes: Changes) -> Iterator[Section | None]:
    """Return old beside new, a table a section of the inventory."""
    states = (changes.inventory, author.dossier.inventory)
    sections = []
    for section, items in groupby(changes.items, key=lambda item: item.section):
        names = {id_: name for held in states for id_, name in _named(author, held, section)}
        rows = [row for item in items for row in _rows(author, item, names)]
        columns = (("item", 2.2), ("key", 1.4), ("old", 2.4), ("new", 2.4), ("remark", 2.0))
        blocks = author.table("cap-changes", columns, rows, _MOST)
        key = f"section-{section}"
        title = author.tell(key) if author.knows(key) else section
        sections.append(chapter(title, f"change-{section}", blocks))
    yield chapter(
        author.tell("ch-old-new"),
        "old-new",
        [Paragraph(author.tell("old-new-lead"))] if sections else (),
        sections,
        is_wide=True,
    )


def _named(author: Author, inventory: Inventory, section: str) -> Iterator[tuple[str, str]]:
    """Yield what the items of a section are called; ids are unique within it only."""
    held = getattr(inventory, section, ())
    for item in held if isinstance(held, tuple) else ():
        if isinstance(item, Contract):
            yield item.id, item.name
        elif isinstance(item, Named | Person | Role | Measure):
            yield item.id, called(item, author.lang)


def _rows(author: Author, item: ItemChange, names: dict[str, str]) -> Iterator[Row]:
    name = names.get(item.id, item.id)
    if item.kind == "added":
        yield name, NONE, NONE, Cell(author.tell("added"), emphasis=True), ""
    elif item.kind == "removed":
        yield name, NONE, Cell(author.tell("there"), tone="muted"), author.tell("removed"), ""
    told = [one for one in item.fields if not _UNTOLD & set(one.key.split("."))]
    for number, change in enumerate(told):
        shown_name = "" if number else name
        yield (
            shown_name,
            key_called(change.key, author.lang),
            change.before or NONE,
            change.after or NONE,
            "",
        )


def _losses(author: Author, changes: Changes) -> list[Block]:
    """Return what each scenario came to then and comes to now."""
    rows = []
    for outlook in author.dossier.outlooks:
        before = changes.outlooks.get(outlook.head.id)
        if before is None:
            was = (author.tell("new-scenario"), NONE)
        else:
            was = (str(len(before.missed)), shown(float(before.loss)))
        rows.append(
            (
                author.scene(outlook),
                was[0],
                _better(str(len(outlook.missed)), before, outlook, key="missed"),
                was[1],
                _better(shown(float(outlook.loss)), before, outlook, key="loss"),
            )
        )
    present = {outlook.head.id for outlook in author.dossier.outlooks}
    gone = [held for id_, held in changes.outlooks.items() if id_ not in present]
    columns = (
        ("scenario", 3.2),
        ("#missed-old", 1.1),
        ("#missed-new", 1.1),
        ("#loss-old", 1.2),
        ("#loss-new", 1.2),
    )
    blocks = author.table("cap-outcome", columns, rows, _MOST)
    if gone:
        names = author.join(author.scene(one) for one in gone)
        blocks.append(Paragraph(author.tell("scenarios-gone", names=names), "note"))
    return blocks


def _better(text: str, before: Outlook | None, now: Outlook, *, key: str) -> Cell:
    """Return a figure, marked where it is better or worse than before."""
    if before is None:
        return Cell(text)
    old, new = (len(one.missed) if key == "missed" else one.loss for one in (before, now))
    tone: Tone = "none" if old == new else "good" if new < old else "bad"
    return Cell(text, tone=tone)


def _functions(author: Author, changes: Changes) -> list[Block]:
    """Return the functions whose target or downtime changed, by scenario."""
    rows = [
        row
        for outlook in author.dossier.outlooks
        if (before := changes.outlooks.get(outlook.head.id)) is not None
        for row in _function_rows(author, before, outlook)
    ]
    columns = (
        ("scenario", 2.6),
        ("function", 2.6),
        ("#rto-old", 1.0),
        ("#rto-new", 1.0),
        ("#downtime-old", 1.2),
        ("#downtime-new", 1.2),
    )
    return author.table("cap-targets", columns, rows, _MOST)


def _function_rows(author: Author, before: Outlook, now: Outlook) -> Iterator[Row]:
    for id_, new in now.functions.items():
        old = before.functions.get(id_)
        if old is None or (old.rto, old.downtime) == (new.rto, new.downtime):
            continue
        tone: Tone = "good" if new.rto_met else "bad"
        yield (
            author.scene(now),
            author.name(id_),
            author.span(old.rto),
            author.span(new.rto),
            author.span(old.downtime),
            Cell(author.span(new.downtime), tone=tone),
        )
