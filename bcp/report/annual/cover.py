"""What stands before the first chapter: the cover, the history of the plan, and the gist of it."""

from __future__ import annotations

import datetime as dt

from bcp.inventory.facts import PlanFacts
from bcp.report.annual.author import NONE, Author, chapter
from bcp.report.annual.gist import gist
from bcp.report.document import Block, Cover, Section
from bcp.report.names import called

__all__ = ["control", "cover", "facts_of", "summary", "title_of"]


def facts_of(author: Author) -> PlanFacts:
    """Return what was written down about the plan as a paper."""
    return author.dossier.inventory.plan or PlanFacts()


def title_of(author: Author) -> str:
    """Return what the document is called."""
    return facts_of(author).title or author.tell("title")


def cover(author: Author) -> Cover:
    """Return the first page."""
    plan = facts_of(author)
    form = author.tell("ch-cover")
    facts = [
        _fact(author, "number", plan.number),
        _fact(author, "version", plan.version),
        (author.tell("on"), _day(author.dossier.date)),
        _fact(author, "owner", plan.owner),
        (author.tell("edition"), author.tell(f"edition-{author.edition}")),
    ]
    if not plan.approvals:
        author.note(form, author.tell("approvals"), "plan: approvals")
    if author.dossier.date is None:
        author.note(form, author.tell("on"), "plan: on")
    return Cover(
        kicker=called(author.dossier.inventory.organisation, author.lang),
        facts=tuple(fact for fact in facts if fact[1]),
        approvals=tuple((one.by, "", _day(one.on) if one.on else "") for one in plan.approvals)
        or ((author.tell("approval"), "", ""),),
        note=author.tell(f"note-{author.edition}"),
    )


def _fact(author: Author, key: str, text: str) -> tuple[str, str]:
    """Return a line of the cover, and note what is missing."""
    title = author.tell(key)
    return title, author.fill(text, author.tell("ch-cover"), title, f"plan: {key}").text


def _day(day: dt.date | None) -> str:
    return NONE if day is None else day.isoformat()


def control(author: Author) -> Section | None:
    """Return the history of the plan and who has copies of it."""
    plan, title = facts_of(author), author.tell("ch-control")
    if not plan.revisions:
        author.note(title, author.tell("cap-revisions"), "plan: revisions")
    if not plan.distribution:
        author.note(title, author.tell("cap-copies"), "plan: distribution")
    blocks = [*_revisions(author, plan), *_copies(author, plan)]
    return chapter(title, "control", blocks, is_numbered=False)


def _revisions(author: Author, plan: PlanFacts) -> list[Block]:
    by = () if author.is_public else (("by", 1.4),)
    rows = (
        (one.version, one.on.isoformat(), one.what, *((one.by or NONE,) if by else ()))
        for one in reversed(plan.revisions)
    )
    columns = (("version", 0.8), ("day", 1.2), ("change", 4.0), *by)
    return author.table("cap-revisions", columns, rows, 40)


def _copies(author: Author, plan: PlanFacts) -> list[Block]:
    where = () if author.is_public else (("where", 2.4),)
    rows = (
        (one.to, str(one.copies), one.form or NONE, *((one.where or NONE,) if where else ()))
        for one in plan.distribution
    )
    columns = (("to", 2.0), ("#copies", 0.7), ("medium", 1.6), *where)
    return author.table("cap-copies", columns, rows, 40)


def summary(author: Author) -> Section:
    """Return the plan in a few sentences with figures."""
    return Section(author.tell("ch-summary"), tuple(gist(author)), id="summary", is_numbered=False)
