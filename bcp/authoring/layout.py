"""The text of a file in the usual form: order of keys, indentation, brackets, quotes.

Nothing that a person wrote is lost: every comment stays with what it stands beside or above, and
one blank line stays where there were any. What comes out is read again; unless it holds the same,
nothing comes out. What a person chose stays too: short notation or a line a key, long lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from bcp.authoring.nodes import Node, comments_of, nodes_of
from bcp.authoring.remarks import Held, Part, Parts, Remark, remark_lines
from bcp.authoring.shapes import ROOTS, below, key_order, kind_of, model_of, part_of
from bcp.authoring.spelling import scalar, width_of
from bcp.authoring.text import decoded, encoded
from bcp.errors import UsageError
from bcp.reading import FREE, read

__all__ = ["formatted"]

_WIDEST = 100
_OTHER_THAN_TEXT = re.compile(
    r"(?i:y|yes|n|no|true|false|on|off|null|~|[-+]?\.?(inf|nan))|[-+.]?\d[\d_,.:eExXoOa-fA-F+-]*"
    r"|\d{4}-\d\d?-\d\d?.*"
)
"""What other programs that read YAML do not take for text unless it is quoted."""


def formatted(data: bytes, file: str) -> bytes:
    """Return the bytes of a file in the usual form.

    Parameters
    ----------
    data
        The file as it is.
    file
        As the user would name it.

    Raises
    ------
    InputError
        If the file cannot be read.
    UsageError
        ``text-not-editable``, if it cannot be written in the usual form without losing anything.
    """
    root = read(data, file).root
    text, encoding = decoded(data)
    for sorts_sections, sorts_keys in ((True, True), (False, True), (False, False)):
        # An anchor has to stand before its aliases, and a change of order may part them.
        made = _Layout(text, sorts_sections=sorts_sections, sorts_keys=sorts_keys).written(root)
        result = encoded(made, encoding)
        if _holds(result, file, root) and _comments(made) == _comments(text):
            return result
    raise UsageError("text-not-editable", file=file)


def _holds(data: bytes, file: str, root: Any) -> bool:
    try:
        return bool(read(data, file).root == root)
    except Exception:  # noqa: BLE001 (whatever is wrong with it, it is not the same)
        return False


def _comments(text: str) -> list[str]:
    try:
        return sorted(text[start:end].rstrip() for start, end in comments_of(text, nodes_of(text)))
    except Exception:  # noqa: BLE001 (no YAML any more)
        return []


class _Layout(Parts):
    """Writes one file anew."""

    def __init__(self, text: str, *, sorts_sections: bool, sorts_keys: bool) -> None:
        super().__init__(text)
        self.sorts_sections, self.sorts_keys = sorts_sections, sorts_keys

    def written(self, root: Any) -> str:
        """Return the whole text."""
        newline = "\r\n" if "\r\n" in self.text else "\n"
        node = self.root
        if node is None or node.is_flow or node.kind != "mapping" or node.anchor:
            return self.text
        tail = self.between(node.end, len(self.text))
        lines = self._mapping(node, ROOTS[kind_of(root)], 0, Held(0, tail), is_top=True)
        return newline.join([*lines, ""])

    # --- blocks ----------------------------------------------------------------------------------

    def _mapping(
        self, node: Node, kind: Any, indent: int, held: Held, *, is_top: bool = False
    ) -> list[str]:
        parts, end = self.parts(node, held)
        lines = []
        if is_top:
            lines, parts[0].above = list(remark_lines(parts[0].above, 0)), []
            if lines and parts[0].is_apart:
                lines.append("")
        for part in self._ordered(parts, kind, is_top=is_top):
            assert part.key is not None
            made = self._entry(part, below(kind, part.key.value), indent)
            _add(lines, part, made, indent)
        return [*lines, *remark_lines(end, indent)]

    def _items(self, node: Node, kind: Any, indent: int, held: Held) -> list[str]:
        parts, end = self.parts(node, held)
        lines: list[str] = []
        for part in parts:
            _add(lines, part, self._item(part, part_of(kind), indent), indent)
        return [*lines, *remark_lines(end, indent)]

    def _ordered(self, parts: list[Part], kind: Any, *, is_top: bool) -> list[Part]:
        model = model_of(kind)
        if model is None or not (self.sorts_sections if is_top else self.sorts_keys):
            return parts
        order = _places(model)
        return sorted(parts, key=lambda part: _place(part.key.value if part.key else "", order))

    def _block(self, part: Part, kind: Any, indent: int, start: int) -> list[str]:
        """Return the lines of a block that stands below a key or behind a dash."""
        held = Held(start, part.below)
        if part.value.kind == "mapping":
            return self._mapping(part.value, kind, indent, held)
        return self._items(part.value, kind, indent, held)

    def _entry(self, part: Part, kind: Any, indent: int) -> list[str]:
        """Return the lines of a key and its value."""
        assert part.key is not None
        value, colon = part.value, self.colon(part.key)
        name = " " * indent + self.text[part.key.start : part.key.end].strip() + ":"
        if value.is_block:
            head = self._head(value, colon)
            anchor = f" &{value.anchor}" if value.anchor else ""
            return [_with(name + anchor, head), *self._block(part, kind, indent + 2, colon)]
        aside = self._aside(value, colon)
        rows = self._inline(value, kind, indent, len(name) + 1)
        if len(rows) > 1 and value.start > self.line_end(colon):
            rows = _again("\n".join(rows), indent + 3)
            rows[0] = f"{name}\n{' ' * (indent + 2)}{rows[0]}"
        else:
            rows[0] = f"{name} {rows[0]}".rstrip()
        rows = "\n".join(rows).split("\n")
        return [*remark_lines(aside, indent), *self._closed(rows, part, indent)]

    def _item(self, part: Part, kind: Any, indent: int) -> list[str]:
        """Return the lines of a dash and what stands behind it."""
        value, dash = part.value, self.first(part) + 1
        if not value.is_block:
            rows = self._inline(value, kind, indent + 1, indent + 2)
            rows[0] = f"{' ' * indent}- {rows[0]}".rstrip()
            aside = self._aside(value, dash)
            return [*remark_lines(aside, indent), *self._closed(rows, part, indent)]
        head = self._head(value, dash)
        inner = self._block(part, kind, indent + 2, dash)
        first = " " * indent + (f"- &{value.anchor}" if value.anchor else "-")
        if value.anchor or head:
            return [_with(first, head), *inner]
        over = next(at for at, row in enumerate(inner) if row and row.lstrip()[0] != "#")
        return [
            *(row[2:] for row in inner[:over]),
            f"{first} {inner[over].lstrip()}",
            *inner[over + 1 :],
        ]

    def _aside(self, value: Node, start: int) -> list[Remark]:
        """Return the comments between a colon or dash and a value on a later line."""
        if value.start <= self.line_end(start):
            return []
        head = self.beside(start)
        above = [Remark(head, 0, is_apart=False)] if head else []
        return [*above, *self.between(start, value.start)]

    def _head(self, block: Node, start: int) -> str:
        """Return the comment on the line of the colon or dash that a block belongs to."""
        first = (block.keys or block.values)[0]
        return self.beside(start) if first.start > self.line_end(start) else ""

    def _closed(self, rows: list[str], part: Part, indent: int) -> list[str]:
        """Return the lines of a value with the comments beside and below it."""
        if part.value.style not in ("|", ">"):
            rows[-1] = _with(rows[-1], part.beside)
        return [*rows, *remark_lines(part.below, indent + 2)]

    # --- lines -----------------------------------------------------------------------------------

    def _inline(self, node: Node, kind: Any, indent: int, used: int) -> list[str]:
        """Return the lines of what stands behind a key or a dash, the first without its margin."""
        raw = self.text[node.start : node.end]
        if node.style in ("|", ">"):
            return _paragraphs(raw, indent + 2)
        if node.kind == "scalar":
            return [self._scalar(node)] if "\n" not in raw else _again(raw, indent + 2)
        made = None if self.has_comment(node) else self._flow(node, kind)
        if made is None or ("\n" in raw and used + width_of(made) > _WIDEST):
            return _again(raw, indent + 2)
        return [made]

    def _flow(self, node: Node, kind: Any) -> str | None:
        """Return a value in the short notation; nothing if a part of it takes several lines."""
        if node.kind == "alias":
            return f"*{node.anchor}"
        if node.kind == "scalar":
            several = "\n" in self.text[node.start : node.end]
            return None if several else self._scalar(node, in_flow=True) or "null"
        parts = [Part(key, value) for key, value in _pairs(node)]
        rows = []
        for part in self._ordered(parts, kind, is_top=False):
            name = part.key.value if part.key else ""
            made = self._flow(part.value, below(kind, name) if part.key else part_of(kind))
            key = self._flow(part.key, None) if part.key else ""
            if made is None or key is None:
                return None
            rows.append(f"{key}: {made}" if part.key else made)
        anchor = f"&{node.anchor} " if node.anchor else ""
        opened, closed = "{}" if node.kind == "mapping" else "[]"
        return anchor + opened + ", ".join(rows) + closed

    def _scalar(self, node: Node, *, in_flow: bool = False) -> str:
        raw = self.text[node.start : node.end]
        anchor = f"&{node.anchor} " if node.anchor else ""
        bare = raw[raw.index(node.style, len(anchor) - 1 if anchor else 0) :] if node.style else raw
        if not node.style:
            return raw
        plain = scalar(node.value, in_flow=in_flow)
        if not plain.startswith('"'):
            if not _OTHER_THAN_TEXT.fullmatch(node.value):
                return anchor + plain
            return f'{anchor}"{node.value}"'
        keeps = node.style == '"' or '"' in node.value or "\\" in node.value
        return anchor + (bare if keeps else plain)


def _add(lines: list[str], part: Part, made: list[str], indent: int) -> None:
    """Add a part to *lines*, its comments above it, and blank lines where there were any."""
    above = list(remark_lines(part.above, indent))
    if above and part.is_apart:
        above.append("")
    if lines and lines[-1] and part.is_apart and not above:
        lines.append("")
    if (not lines or not lines[-1]) and above[:1] == [""]:
        del above[0]
    lines += [*above, *made]


def _places(model: type[BaseModel]) -> Mapping[str, int]:
    return {key: number for number, key in enumerate(key_order(model))}


def _place(key: str, order: Mapping[str, int]) -> int:
    """Return where a key goes: what is merged in first, what the model does not know last."""
    if key == "<<":
        return -1
    return order.get(key, len(order) + key.startswith(FREE))


def _pairs(node: Node) -> Iterator[tuple[Node | None, Node]]:
    keys: Sequence[Node | None] = node.keys or [None] * len(node.values)
    return zip(keys, node.values, strict=True)


def _with(row: str, remark: str) -> str:
    return f"{row}  {remark}" if remark else row


def _again(raw: str, indent: int) -> list[str]:
    """Return text of several lines, each below the first at the same margin."""
    first, *rest = (row.strip() for row in raw.splitlines())
    return [first, *(" " * indent + row if row else "" for row in rest)]


def _paragraphs(raw: str, indent: int) -> list[str]:
    """Return a text that keeps its lines, at another margin."""
    first, *rest = raw.removesuffix("\n").split("\n")
    margins = [len(row) - len(row.lstrip(" ")) for row in rest if row.strip()]
    margin = min(margins, default=0)
    return [first.rstrip(), *(" " * indent + row[margin:] if row.strip() else "" for row in rest)]
