"""YAML of other tools: one document or several, bounded, and nothing in it is run."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bcp.errors import Fault, InputError
from bcp.exchange.foreign.limits import READ, RECORDS
from bcp.reading import Document, Steps, read, read_file, where

__all__ = ["Part", "read_parts"]

_BREAK = re.compile(r"---(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a file."""

    document: Document
    offset: int
    """Lines of the file before it."""

    @property
    def root(self) -> Any:
        """What it holds."""
        return self.document.root

    def fault(self, path: Steps, key: str, **values: object) -> Fault:
        """Return the fault *key* at a place of the document."""
        known, line = self.document.locate(path)
        place = where(self.document.root, known)
        return Fault(self.document.file, line + self.offset, place, key, values)


def read_parts(path: Path) -> list[Part]:
    """Return the documents of a file that hold anything.

    Raises
    ------
    InputError
        With every fault of all documents.
    """
    file = str(path)
    text = _text(read_file(path, file, READ), file)
    parts: list[Part] = []
    faults: list[Fault] = []
    for offset, rows in _split(text):
        try:
            document = read("\n".join(rows).encode("utf-8", "replace"), file, READ)
        except InputError as error:
            faults += [
                replace(one, line=one.line + offset if one.line else 0) for one in error.faults
            ]
            continue
        if document.root is not None:
            parts.append(Part(document, offset))
    if len(parts) > RECORDS:
        faults.append(Fault(file, 0, "", "foreign-too-many", {"most": RECORDS}))
    if faults:
        raise InputError(faults)
    return parts


def _text(data: bytes, file: str) -> str:
    try:
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError([Fault(file, line, "", "foreign-not-utf-8")]) from None


def _split(text: str) -> list[tuple[int, list[str]]]:
    """Return the lines of each document, and how many lines stand before them.

    A line that begins with ``---`` begins a document even inside a text block (YAML 1.2, 9.1.2).
    """
    pieces: list[tuple[int, list[str]]] = [(0, [])]
    for number, row in enumerate(text.replace("\r\n", "\n").split("\n")):
        if _BREAK.match(row):
            pieces.append((number, []))
            row = "   " + row[3:]  # noqa: PLW2901 (what follows on the line belongs to it)
        elif row.startswith("%") and not any(held.strip() for held in pieces[-1][1]):
            row = ""  # noqa: PLW2901 (a directive; none of them changes what plain data means)
        pieces[-1][1].append(row)
    return [(offset, rows) for offset, rows in pieces if any(row.strip() for row in rows)]
