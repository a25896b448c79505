"""Markdown as sections and blocks; what has no block is told, with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from unicodedata import east_asian_width

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode as Node

from bcp.errors import Fault, InputError
from bcp.report.chapters.template import Rendered
from bcp.report.document import (
    DEEPEST,
    Align,
    Block,
    Bullets,
    Check,
    CheckList,
    Column,
    Numbered,
    PageBreak,
    Paragraph,
    Run,
    Section,
    Style,
    Table,
)

_BOX = re.compile(r"\[([ xX])\] +")
_CAPTION = re.compile(r"^(?:表|Table) ?[:：] *")
_ALIGN = re.compile(r"text-align:(left|center|right)")
_COMMENT = re.compile(r"\s*<!--.*?-->\s*", re.DOTALL)
_SOFT = "\ufdd4"
"""Where a line of the source ends within a paragraph."""
_PLAIN = Run("")
_CALLED = {
    "fence": "```",
    "code_block": "    code",
    "html_block": "HTML",
    "html_inline": "HTML",
    "image": "![ ]( )",
}
"""What is written for what no document holds."""
_WIDEST = 40
"""Letters of a cell that its column is made wider for."""


def sections_of(held: Rendered, name: str) -> tuple[Section, ...]:
    """Return the sections of a chapter.

    Raises
    ------
    InputError
        With every piece that no document can hold; *name* is the file.
    """
    markdown = MarkdownIt("commonmark").enable("table")
    # Addresses are shown, not followed: they stay as they were written.
    markdown.normalizeLink = str  # type: ignore[assignment]
    root = Node(markdown.parse(held.text))
    reader = _Reader(held, name)
    drafts = list(reader.drafts(root.children))
    if reader.faults:
        raise InputError(reader.faults)
    top = min((draft.level for draft in drafts), default=1)
    return _nested(drafts, top)


@dataclass(slots=True)
class _Draft:
    """A heading, and what follows it up to the next one."""

    level: int
    title: str
    blocks: list[Block] = field(default_factory=list)


def _nested(drafts: Sequence[_Draft], level: int) -> tuple[Section, ...]:
    """Return *drafts* as sections, those of deeper levels in the one above."""
    made: list[Section] = []
    places = [n for n, draft in enumerate(drafts) if draft.level <= level]
    starts = places if places[:1] == [0] else [0, *places]
    for start, end in zip(starts, [*starts[1:], len(drafts)], strict=True) if drafts else ():
        first, *rest = drafts[start:end]
        made.append(Section(first.title, tuple(first.blocks), _nested(rest, level + 1)))
    return tuple(made)


class _Reader:
    """Goes through the Markdown once and gathers what has no block."""

    def __init__(self, held: Rendered, name: str) -> None:
        self._held, self._name = held, name
        self._line = 0
        self.faults: list[Fault] = []

    def drafts(self, nodes: Sequence[Node]) -> Iterator[_Draft]:
        draft: _Draft | None = None
        top = min((int(node.tag[1]) for node in nodes if node.type == "heading"), default=1)
        for node in nodes:
            self._at(node)
            if node.type == "heading":
                level = int(node.tag[1])
                if level - top >= DEEPEST:
                    self._tell("chapter-too-many-levels", most=DEEPEST)
                if draft is not None:
                    yield draft
                draft = _Draft(level, "".join(run.text for run in self._runs(node.children)))
            elif draft is not None:
                draft.blocks += self._blocks(node, draft.blocks)
            elif not _is_comment(node):
                self._tell("chapter-no-heading")
                draft = _Draft(top, "")
        if draft is not None:
            yield draft

    def _at(self, node: Node) -> None:
        if node.map:
            self._line = self._held.lines[min(node.map[0], len(self._held.lines) - 1)]

    def _tell(self, key: str, **values: object) -> None:
        self.faults.append(Fault(self._name, self._line, "", key, values))

    def _blocks(self, node: Node, before: list[Block]) -> Iterator[Block]:
        """Yield *node* as blocks; the caption of a table is taken from the paragraph *before*."""
        match node.type:
            case "paragraph":
                yield Paragraph(self._runs(node.children))
            case "blockquote":
                yield from self._quote(node)
            case "bullet_list" | "ordered_list":
                yield self._list(node)
            case "table":
                yield self._table(node, _taken_caption(before))
            case "hr":
                yield PageBreak()
            case _ if not _is_comment(node):
                self._tell("chapter-no-block", what=_CALLED.get(node.type, node.type))

    def _quote(self, node: Node) -> Iterator[Block]:
        lead: Style = "lead"
        for child in node.children:
            self._at(child)
            if child.type == "paragraph":
                yield Paragraph(self._runs(child.children), lead)
            else:
                self._tell("chapter-no-block", what=_CALLED.get(child.type, child.type))

    def _list(self, node: Node) -> Block:
        items = [tuple(self._item(child)) for child in node.children]
        boxes = [_BOX.match(item[0].text) if item else None for item in items]
        if any(boxes):
            checks = zip(items, boxes, strict=True)
            return CheckList(tuple(_check(item, box) for item, box in checks))
        return Bullets(tuple(items)) if node.type == "bullet_list" else Numbered(tuple(items))

    def _item(self, node: Node) -> Iterator[Run]:
        """Yield the runs of an item; the items of a list in it are lines of their own."""
        for number, child in enumerate(node.children):
            self._at(child)
            if child.type == "paragraph":
                yield from (Run("\n"),) * bool(number)
                yield from self._runs(child.children)
            elif child.type in {"bullet_list", "ordered_list"}:
                for held in child.children:
                    yield Run("\n– ")
                    yield from self._item(held)
            elif not _is_comment(child):
                self._tell("chapter-no-block", what=_CALLED.get(child.type, child.type))

    def _table(self, node: Node, caption: str) -> Table:
        rows = [
            [self._cell(cell) for cell in row.children]
            for part in node.children
            for row in part.children
        ]
        aligns = [_align(cell) for cell in node.children[0].children[0].children]
        widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
        columns = tuple(
            Column(title, align, share=min(max(width, 4), _WIDEST))
            for title, align, width in zip(rows[0], aligns, widths, strict=True)
        )
        return Table(caption, columns, tuple(map(tuple, rows[1:])))

    def _cell(self, node: Node) -> str:
        self._at(node)
        return "".join(run.text for run in self._runs(node.children))

    def _runs(self, nodes: Sequence[Node], look: Run = _PLAIN) -> tuple[Run, ...]:
        """Return what stands in a line of text, each piece looking like *look* or stronger."""
        return tuple(run for node in nodes for run in self._run(node, look) if run.text)

    def _run(self, node: Node, look: Run) -> Iterator[Run]:
        match node.type:
            case "inline":
                yield from _spaced(self._runs(node.children, look))
            case "text" | "code_inline" | "text_special":
                yield replace(look, text=self._held.filled(node.content))
            case "softbreak":
                yield replace(look, text=_SOFT)
            case "hardbreak":
                yield replace(look, text="\n")
            case "strong":
                yield from self._runs(node.children, replace(look, strong=True))
            case "em":
                yield from self._runs(node.children, replace(look, emphasis=True))
            case "link":
                yield from self._link(node, look)
            case _ if not _is_comment(node):
                self._tell("chapter-no-block", what=_CALLED.get(node.type, node.type))

    def _link(self, node: Node, look: Run) -> Iterator[Run]:
        """Yield the words of a link with the address behind them: paper leads nowhere."""
        words = self._runs(node.children, look)
        yield from words
        address = self._held.filled(str(node.attrs.get("href", "")))
        if address and node.info != "auto":
            yield replace(look, text=f" ({address})")


def _spaced(runs: Sequence[Run]) -> Iterator[Run]:
    """Yield *runs* with a space for each end of a line, but none beside Japanese letters."""
    texts = "".join(run.text for run in runs)
    place = 0
    for run in runs:
        place += len(run.text)
        if run.text == _SOFT:
            beside = texts[max(place - 2, 0) : place - 1] + texts[place : place + 1]
            yield replace(run, text="" if any(map(_is_wide, beside)) else " ")
        else:
            yield run


def _check(item: tuple[Run, ...], box: re.Match[str] | None) -> Check:
    if box is None:
        return Check(item)
    first, *rest = item
    return Check((replace(first, text=first.text[box.end() :]), *rest), is_done=box[1] in "xX")


def _taken_caption(before: list[Block]) -> str:
    """Return the caption that the last of *before* is, taken out of it; or nothing."""
    last = before[-1] if before else None
    if not isinstance(last, Paragraph) or isinstance(last.text, str):
        return ""
    text = "".join(run.text for run in last.text)
    start = _CAPTION.match(text)
    if start is None:
        return ""
    before.pop()
    return text[start.end() :]


def _align(cell: Node) -> Align:
    match = _ALIGN.search(str(cell.attrs.get("style", "")))
    align: Align = match[1] if match else "left"  # type: ignore[assignment]
    return align


def _is_comment(node: Node) -> bool:
    return node.type in {"html_block", "html_inline"} and bool(_COMMENT.fullmatch(node.content))


def _is_wide(sign: str) -> bool:
    return east_asian_width(sign) in "WFA"


def _width(text: str) -> int:
    return sum(1 + _is_wide(sign) for sign in text)
