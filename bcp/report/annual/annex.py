"""The annexes: self-checks, what is still to be filled in, and how all of it was computed."""

from __future__ import annotations

from collections.abc import Sequence

from bcp.report.annual.author import Author, chapter
from bcp.report.document import Block, Bullets, KeyValues, Paragraph, Row, Section
from bcp.report.forms import checklist, six_elements
from bcp.report.forms.teller import Blank

__all__ = ["method", "self_checks", "to_do"]

_BLANKS = 150
"""Rows of the list of blanks."""
_NAMES = 6
"""How many names a row holds; beyond that they are counted."""
_COLON, _HOLE, _PARTS = ": ", "\0", 2


def self_checks(author: Author) -> list[Section]:
    """Return the checklist and the six elements, with what was computed beside each answer."""
    if author.is_public:
        return []
    return [checklist(author), six_elements(author)]


def to_do(author: Author) -> Section | None:
    """Return what nobody has filled in: which fields of which form, of what, and where to write."""
    if author.is_public or not author.blanks:
        return None
    groups: dict[tuple[str, str, str], list[Blank]] = {}
    for blank in author.blanks:
        groups.setdefault((blank.form, blank.field, _pattern(blank)), []).append(blank)
    places = {form: place for place, (form, *_) in reversed([*enumerate(groups)])}
    order = sorted(groups, key=lambda key: places[key[0]])
    forms = dict.fromkeys(form for form, *_ in order)
    lead = author.some("to-do-lead", len(author.blanks), groups=len(forms))
    columns = (("form", 1.3), ("field", 1.8), ("#blanks", 0.7), ("item", 3.0), ("file-place", 3.6))
    rows = [_to_do_row(author, key, groups[key]) for key in order]
    table = author.table("cap-blanks", columns, rows, _BLANKS)
    note = Paragraph(author.tell("to-do-note"), "note")
    return chapter(author.tell("ch-to-do"), "to-do", [Paragraph(lead), *table, note], is_wide=True)


def _to_do_row(author: Author, key: tuple[str, str, str], held: Sequence[Blank]) -> Row:
    form, field, pattern = key
    items = [blank.item for blank in held if blank.item]
    ids = [blank.where.split(_COLON)[1] for blank in held] if _HOLE in pattern else []
    listed = author.join(ids[:_NAMES]) + (" …" if len(ids) > _NAMES else "")
    names = author.list(dict.fromkeys(items), _NAMES)
    return form, field, str(len(held)), names, pattern.replace(_HOLE, listed)


def _pattern(blank: Blank) -> str:
    """Return where a blank is written, whatever the id: what is alike stands in one row."""
    parts = blank.where.split(_COLON)
    return _COLON.join((parts[0], _HOLE, *parts[2:])) if len(parts) > _PARTS else blank.where


def method(author: Author) -> Section:
    """Return how the results were computed, and what they cannot say."""
    held = author.dossier
    limits = Bullets(tuple(author.tell(f"limit-{number}") for number in range(1, 6)))
    blocks: list[Block] = [Paragraph(author.tell("method-lead")), limits]
    if not author.is_public:
        blocks.append(KeyValues(_facts(author), author.tell("cap-method")))
        rows = [
            (author.scene(one), one.head.id, author.span(one.horizon), one.digest[:16])
            for one in held.outlooks
        ]
        columns = (("scenario", 3.0), ("id", 2.0), ("#horizon", 1.2), ("digest", 2.2))
        blocks += author.table("cap-scenarios", columns, rows, 100)
    return Section(author.tell("ch-method"), tuple(blocks), id="method", is_numbered=False)


def _facts(author: Author) -> tuple[tuple[str, str], ...]:
    held = author.dossier
    strategies = dict.fromkeys(one.strategy for one in held.outlooks)
    pairs = [
        (author.tell("method-version"), f"bcp {held.version}"),
        (author.tell("method-inventory"), f"{held.inventory.organisation.id} {held.digest[:16]}"),
        (author.tell("method-strategy"), author.join(strategies)),
        (author.tell("method-date"), held.date.isoformat() if held.date else ""),
    ]
    return tuple(pair for pair in pairs if pair[1])
