"""Which comment belongs to what: the entry that it stands above, beside, or inside of.

A comment on a line of its own belongs to what comes next, unless it is indented further than
that: then it ends what came before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bcp.authoring.nodes import Node, comments_of, nodes_of

__all__ = ["Held", "Part", "Parts", "Remark", "remark_lines"]


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment on a line of its own."""

    text: str
    column: int
    is_apart: bool
    """Whether a blank line stands above it."""


@dataclass(slots=True)
class Part:
    """An entry of a mapping or an item of a list, with the comments that belong to it."""

    key: Node | None
    """Nothing for an item."""
    value: Node
    above: list[Remark] = field(default_factory=list)
    beside: str = ""
    """The comment behind it on its last line."""
    below: list[Remark] = field(default_factory=list)
    """Comments behind it that are indented like what is in it."""
    is_apart: bool = False
    """Whether a blank line stands above it."""


@dataclass(frozen=True, slots=True)
class Held:
    """What surrounds a block."""

    start: int
    """Behind the colon or the dash that it belongs to."""
    tail: Sequence[Remark]
    """Comments behind it that are indented like what is in it."""


class Parts:
    """A text, and the comments in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = nodes_of(text)
        self.comments = comments_of(text, self.root)

    def parts(self, node: Node, held: Held) -> tuple[list[Part], list[Remark]]:
        """Return what the block *node* holds, and the comments at its end."""
        keys: Sequence[Node | None] = node.keys or [None] * len(node.values)
        parts = [Part(key, value) for key, value in zip(keys, node.values, strict=True)]
        since, before = held.start, None
        for part in parts:
            first = self.first(part)
            remarks = self.between(since, first)
            part.is_apart = bool(before or remarks) and self._is_apart(first)
            if before is not None:
                before.below, remarks = _split(remarks, node.column)
            part.above = remarks
            since, before = self._end(part), part
            part.beside = self.beside(since)
        parts[-1].below, end = _split([*held.tail], node.column)
        return parts, end

    def first(self, part: Part) -> int:
        """Return where a part begins: an entry with its key, an item with its dash."""
        if part.key is not None:
            return part.key.start
        start = self.text.rfind("\n", 0, part.value.start) + 1
        while True:
            prefix = self.text[start : part.value.start].split(" #")[0].split("\n")[0]
            if prefix.strip().endswith("-"):
                return start + prefix.rindex("-")
            start = self.text.rfind("\n", 0, start - 1) + 1

    def _end(self, part: Part) -> int:
        least = self.first(part) + 1 if part.key is None else self.colon(part.key)
        return max(part.value.end, least)

    def colon(self, key: Node) -> int:
        """Return the place behind the colon of a key."""
        return self.text.index(":", key.end) + 1

    def between(self, start: int, stop: int) -> list[Remark]:
        """Return the comments on lines of their own from *start* to *stop*."""
        found = []
        for at, end in self.comments:
            if start <= at < stop and self._is_own_line(at):
                column = at - (self.text.rfind("\n", 0, at) + 1)
                found.append(Remark(self.text[at:end].rstrip(), column, self._is_apart(at)))
        return found

    def beside(self, at: int) -> str:
        """Return the comment that follows *at* on its line."""
        stop = self.line_end(at)
        for start, end in self.comments:
            if at <= start < stop and not self._is_own_line(start):
                return self.text[start:end].rstrip()
        return ""

    def has_comment(self, node: Node) -> bool:
        """Return whether a comment stands inside *node*."""
        return any(node.start <= start < node.end for start, _ in self.comments)

    def line_end(self, at: int) -> int:
        """Return where the line of *at* ends."""
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end

    def _is_own_line(self, at: int) -> bool:
        return not self.text[self.text.rfind("\n", 0, at) + 1 : at].strip()

    def _is_apart(self, at: int) -> bool:
        """Return whether the line above that of *at* is blank."""
        start = self.text.rfind("\n", 0, at) + 1
        if start == 0:
            return False
        return not self.text[self.text.rfind("\n", 0, start - 1) + 1 : start].strip()


def _split(remarks: list[Remark], column: int) -> tuple[list[Remark], list[Remark]]:
    """Return the first comments, as far as they are indented beyond *column*, and the others."""
    for number, remark in enumerate(remarks):
        if remark.column <= column:
            return remarks[:number], remarks[number:]
    return remarks, []


def remark_lines(remarks: Sequence[Remark], indent: int) -> Iterator[str]:
    """Yield the lines of comments at a margin, blank lines above them where there were any."""
    for remark in remarks:
        if remark.is_apart:
            yield ""
        yield " " * indent + remark.text
