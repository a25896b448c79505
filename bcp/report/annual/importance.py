"""Chapter 4: what matters most, in which order it comes back, and what will be too late."""

from __future__ import annotations

from bcp.recovery.result import PriorityRow
from bcp.report.annual.author import NONE, Author, chapter
from bcp.report.annual.heat import heat
from bcp.report.annual.outcome import certainty, curves, misses, results
from bcp.report.document import Block, Cell, Paragraph, Row, Section

__all__ = ["importance"]

_MOST = 60
"""Rows of the recovery priority."""


def importance(author: Author) -> Section | None:
    """Return the chapter."""
    held = author.dossier.inventory.functions
    blocks: list[Block] = []
    if held:
        blocks.append(Paragraph(_lead(author)))
    forms = (author.form(number) for number in (15, 16, 17, 1))
    return chapter(
        author.tell("ch-importance"),
        "importance",
        blocks,
        (
            *forms,
            chapter(author.tell("ch-priority"), "priority", _priority(author)),
            _picture(author, "order"),
            _picture(author, "map"),
            chapter(
                author.tell("ch-curves"),
                "curves",
                curves(author, author.figures.get("curve")),
                is_wide=True,
            ),
            chapter(author.tell("ch-results"), "results", results(author), is_wide=True),
            heat(author),
            *misses(author),
            chapter(author.tell("ch-certainty"), "certainty", certainty(author)),
        ),
    )


def _lead(author: Author) -> str:
    inventory = author.dossier.inventory
    ranks = dict.fromkeys(inventory.organisation.ranks, 0)
    for function in inventory.functions:
        if function.rank in ranks:
            ranks[function.rank] += 1
    parts = [
        author.tell("rank-count", rank=rank, number=number)
        for rank, number in ranks.items()
        if number
    ]
    lead = author.some("importance-lead", len(inventory.functions))
    ranked = author.tell("importance-ranks", ranks=author.join(parts)) if parts else ""
    return author.sentences(lead, ranked)


def _picture(author: Author, key: str) -> Section | None:
    """Return a section of one large picture on a lying page, if it was drawn."""
    figure = author.figures.get(key)
    if figure is None:
        return None
    blocks = (figure, Paragraph(author.tell(f"{key}-lead"), "note"))
    return chapter(author.tell(f"ch-{key}"), key, blocks, is_wide=True)


def _priority(author: Author) -> list[Block]:
    """Return the recovery priority, each row with its reason."""
    rows = author.order()
    if not rows:
        return []
    late = sum(row.latest_start is not None and row.latest_start < 0 for row in rows)
    lead = author.some("priority-lead", len(rows))
    if not author.is_public:
        lead = author.sentences(lead, author.some("priority-late", late) if late else "")
    columns = (
        ("#rank", 0.5),
        ("component", 2.2),
        ("#needed", 1.1),
        *(() if author.is_public else (("#latest", 1.1),)),
        ("#waiting", 0.8),
        ("reason", 4.6),
    )

    def row(ranked: tuple[int, PriorityRow]) -> Row:
        return _row(author, *ranked)

    table = author.table("cap-priority", columns, map(row, enumerate(rows, 1)), _MOST)
    return [Paragraph(lead), *table]


def _row(author: Author, rank: int, row: PriorityRow) -> Row:
    latest = row.latest_start
    if latest is None:
        start = Cell(NONE)
    elif latest < 0:
        start = Cell(author.tell("at-once-late", late=author.span(-latest)), tone="bad")
    else:
        start = Cell(author.span(latest))
    return (
        str(rank),
        author.name(row.component),
        _needed(author, row),
        *(() if author.is_public else (start,)),
        str(len(row.unlocks)),
        author.reason(row),
    )


def _needed(author: Author, row: PriorityRow) -> str:
    """Return by when it is needed; before the incident means at once."""
    if row.required_by is not None and row.required_by <= 0:
        return author.tell("at-once")
    return author.span(row.required_by)
