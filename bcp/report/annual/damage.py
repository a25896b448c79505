"""Chapter 3: what is assumed to happen."""

from __future__ import annotations

from bcp.report.annual.author import Author, chapter
from bcp.report.annual.cover import facts_of
from bcp.report.document import Block, Bullets, Paragraph, Section

__all__ = ["damage"]


def damage(author: Author) -> Section | None:
    """Return the chapter."""
    outlooks = author.dossier.outlooks
    blocks: list[Block] = []
    if outlooks:
        first = author.scene(outlooks[0])
        blocks.append(Paragraph(author.some("damage-lead", len(outlooks), first=first)))
    return chapter(
        author.tell("ch-damage"),
        "damage",
        blocks,
        (
            author.form(14),
            chapter(author.tell("ch-secondary"), "secondary", _secondary(author)),
            author.form(3),
            author.form(4),
            author.form(5),
        ),
    )


def _secondary(author: Author) -> list[Block]:
    texts = facts_of(author).secondary
    if texts:
        return [Bullets(texts)]
    if not author.dossier.outlooks:
        return []
    title = author.tell("ch-secondary")
    return author.draft((), "secondary", title, "plan: secondary")
