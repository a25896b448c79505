"""Reads the tables of a tagged PDF as a screen reader does: by its structure, not its looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pypdf
from pypdf.generic import ContentStream, DictionaryObject

_PAIR = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>")
Letters = dict[int, str]
Marked = dict[tuple[int, int], str]
"""Text by the number of the page's object and the number of the mark on it."""


def pdf_tables(data: bytes) -> list[list[list[str]]]:
    """Return every table, each row with the cells that begin in it, without any space."""
    reader = pypdf.PdfReader(BytesIO(data))
    marked = {
        (page.indirect_reference.idnum, mark): text
        for page in reader.pages
        if page.indirect_reference is not None
        for mark, text in _marks(page, reader).items()
    }
    root: Any = reader.root_object["/StructTreeRoot"]
    return [
        [
            [_text(cell, 0, marked) for cell in _of(row, {"/TH", "/TD"})]
            for row in _of(table, {"/TR"})
        ]
        for table in _of(root, {"/Table"})
    ]


def _kids(node: Any) -> list[Any]:
    if not isinstance(node, DictionaryObject) or "/K" not in node:
        return []
    held = node["/K"]
    return [kid.get_object() for kid in (held if isinstance(held, list) else [held])]


def _of(node: Any, kinds: set[str]) -> Iterator[Any]:
    """Yield what is of one of *kinds* below *node*, in reading order."""
    for kid in _kids(node):
        if isinstance(kid, DictionaryObject) and kid.get("/S") in kinds:
            yield kid
        else:
            yield from _of(kid, kinds)


def _text(node: Any, page: int, marked: Marked) -> str:
    if "/Pg" in node:
        page = node.raw_get("/Pg").idnum
    parts = []
    for kid in _kids(node):
        if not isinstance(kid, DictionaryObject):
            parts.append(marked.get((page, int(kid)), ""))
        elif "/MCID" in kid:
            own = kid.raw_get("/Pg").idnum if "/Pg" in kid else page
            parts.append(marked.get((own, int(kid.raw_get("/MCID"))), ""))
        else:
            parts.append(_text(kid, page, marked))
    return re.sub(r"[\s\u200b\u2060]", "", "".join(parts))


def _marks(page: Any, reader: pypdf.PdfReader) -> dict[int, str]:
    """Return the text of each mark, from the operators of the page."""
    fonts: dict[str, Letters] = {
        name: _letters(font.get_object()) for name, font in page["/Resources"]["/Font"].items()
    }
    made: dict[int, str] = {}
    open_: list[tuple[int | None, str | None]] = []
    font: Letters = {}
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator == b"Tf":
            font = fonts[operands[0]]
        elif operator in {b"BDC", b"BMC"}:
            held = operands[1] if len(operands) > 1 else {}
            held = held if isinstance(held, dict) else {}
            open_.append((held.get("/MCID"), held.get("/ActualText")))
        elif operator == b"EMC":
            mark, actual = open_.pop()
            _add(made, [*open_, (mark, None)], actual or "")
        elif operator in {b"Tj", b"TJ"} and not any(actual for _, actual in open_):
            _add(made, open_, "".join(_shown(operands[0], font)))
    return made


def _add(made: dict[int, str], open_: list[tuple[int | None, str | None]], text: str) -> None:
    mark = next((mark for mark, _ in reversed(open_) if mark is not None), None)
    if mark is not None:
        made[int(mark)] = made.get(int(mark), "") + text


def _shown(operand: Any, font: Letters) -> Iterator[str]:
    for part in operand if isinstance(operand, list) else [operand]:
        if isinstance(part, (str, bytes)):
            raw = part if isinstance(part, bytes) else part.original_bytes  # type: ignore[attr-defined]
            for place in range(0, len(raw), 2):
                yield font.get(int.from_bytes(raw[place : place + 2], "big"), "")


def _letters(font: Any) -> Letters:
    """Return what each code of *font* stands for."""
    content = font["/ToUnicode"].get_object().get_data()
    assert b"beginbfrange" not in content
    return {
        int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
        for block in re.findall(rb"beginbfchar(.*?)endbfchar", content, re.DOTALL)
        for code, text in _PAIR.findall(block)
    }
