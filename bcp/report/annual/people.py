"""Chapters 2, 8 and 10: who does what, whom to call, and who keeps the plan up to date."""

from __future__ import annotations

from bcp.drill.live.objectives import Item
from bcp.report.annual.author import NONE, Author, chapter
from bcp.report.annual.cover import facts_of
from bcp.report.document import Block, Cell, Paragraph, Run, Section
from bcp.words.drill import WORDS as DRILL

__all__ = ["contacts", "organisation", "upkeep"]

_MOST = 60


def organisation(author: Author) -> Section | None:
    """Return chapter 2: who does what in an emergency."""
    form = author.form(8)
    roles = [role for role in author.dossier.inventory.roles if role.when == "emergency"]
    blocks: list[Block] = []
    if not roles:
        title, where = author.tell("ch-organisation"), "roles"
        author.note(title, author.tell("no-roles"), where)
    elif author.is_public:
        blocks.append(Paragraph(author.some("roles-lead-public", len(roles))))
    else:
        alone = [role.id for role in roles if not role.deputies]
        lead = author.some("roles-lead", len(roles))
        more = author.tell("roles-alone", number=len(alone)) if alone else author.tell("roles-all")
        blocks.append(Paragraph(author.sentences(lead, more)))
    if form is None:
        return None
    if author.form(13) is not None:
        link = Run(
            author.tell("upkeep-link"), target=author.forms[13].id if author.forms[13] else ""
        )
        blocks.append(Paragraph((link,)))
    return chapter(author.tell("ch-organisation"), "organisation", blocks, (form,))


def contacts(author: Author) -> Section | None:
    """Return chapter 8: whom to call, and which papers are at hand."""
    people = author.dossier.inventory.people
    blocks: list[Block] = []
    if people and not author.is_public:
        blocks.append(Paragraph(author.some("contacts-lead", len(people))))
    return chapter(
        author.tell("ch-contacts"),
        "contacts",
        blocks if author.form(9) else (),
        (author.form(9), chapter(author.tell("ch-papers"), "papers", _papers(author))),
    )


def _papers(author: Author) -> list[Block]:
    """Return the papers that actions refer to, with the actions that do."""
    found: dict[str, list[str]] = {}
    for action in author.dossier.inventory.actions:
        if action.refers:
            text = (action.what_en if author.lang == "en" else None) or action.what
            found.setdefault(action.refers, []).append(text)
    kept = {one.name: one.kept for one in facts_of(author).related}
    rows = [
        (
            name,
            "\n".join(dict.fromkeys(uses)),
            *(() if author.is_public else (kept.get(name) or NONE,)),
        )
        for name, uses in found.items()
    ]
    where = () if author.is_public else (("kept", 1.4),)
    return author.table("cap-papers", (("paper", 1.6), ("used-for", 3.4), *where), rows, _MOST)


def upkeep(author: Author) -> Section | None:
    """Return chapter 10: how the plan is kept true."""
    return chapter(
        author.tell("ch-upkeep"),
        "upkeep",
        [Paragraph(author.tell("upkeep-lead"))] if author.form(13) or _items(author) else (),
        (
            author.form(13),
            chapter(author.tell("ch-improvements"), "improvements", _items(author)),
        ),
    )


def _items(author: Author) -> list[Block]:
    """Return the improvements that drills called for and that are still open."""
    history = author.dossier.history
    if history is None:
        return []
    late = {(held.record, held.item.id) for held in history.items}
    rows = [
        (
            _improvement(author, item),
            item.owner or Cell(author.tell("undecided"), tone="warn"),
            _due(author, item, is_late=(past.record, item.id) in late),
            past.record,
        )
        for past in history.pasts
        if past.by == "people"
        for item in past.items
        if item.done is None
    ]
    columns = (("improvement", 4.0), ("owner", 1.4), ("due", 1.3), ("drill", 1.8))
    return author.table("cap-improvements", columns, rows, _MOST)


def _improvement(author: Author, item: Item) -> str:
    """Return what is to be improved: why it was opened, and what a person wrote about it."""
    opened = "" if item.phrase is None else author.render(DRILL, item.phrase)
    return "\n".join(text for text in (opened, item.text) if text)


def _due(author: Author, item: Item, *, is_late: bool) -> Cell:
    if item.due is None:
        return Cell(author.tell("undecided"), tone="warn")
    return Cell(item.due.isoformat(), tone="bad" if is_late else "none")
