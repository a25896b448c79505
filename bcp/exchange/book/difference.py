"""What sheets change in an inventory: the rows and cells, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import unified_diff

from bcp.exchange.book.columns import Column
from bcp.exchange.book.sheets import Sheet
from bcp.words import Phrase

__all__ = ["Changed", "Difference", "Whole"]


@dataclass(frozen=True)
class Changed:
    """A cell that says something else than the file."""

    sheet: Sheet
    item: str
    """The id of the item, or by what it is known."""
    column: Column
    before: str
    after: str
    place: str
    """The cell, such as ``構成要素!C12``."""


@dataclass(frozen=True)
class Whole:
    """An item that is added, taken away, or left although its row is missing."""

    sheet: Sheet
    item: str
    name: str
    place: str
    """The cell, of what has one."""
    file: str
    """The file in which it stands."""


@dataclass(frozen=True)
class Difference:
    """Everything that sheets change."""

    changed: tuple[Changed, ...]
    added: tuple[Whole, ...]
    removed: tuple[Whole, ...]
    kept: tuple[Whole, ...]
    """Items whose rows are missing, and which stay."""
    notices: tuple[Phrase, ...]
    """What was passed over or taken for something."""
    before: Mapping[str, bytes]
    """The files as they are, by name."""
    after: Mapping[str, bytes]
    """The files as they will be."""
    dropped: tuple[str, ...] = ()
    """The names of files that go: each held nothing but what was taken away."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """What files are called by people, where that is not their name."""

    def title(self, name: str) -> str:
        """Return what a file is called by people."""
        return self.titles.get(name, name)

    @property
    def is_empty(self) -> bool:
        """Whether no file changes."""
        return not self.files

    @property
    def files(self) -> tuple[str, ...]:
        """The names of the files that change, are new or go."""
        changed = (name for name, data in self.after.items() if self.before.get(name) != data)
        return (*changed, *self.dropped)

    def patch(self) -> str:
        """Return the difference of the files, as programs such as ``patch`` read it."""
        return "".join(
            "".join(_diff(self.title(name), self.before.get(name, b""), self.after.get(name, b"")))
            for name in self.files
        )


def _diff(name: str, before: bytes, after: bytes) -> list[str]:
    old, new = (_lines(data) for data in (before, after))
    was = f"a/{name}" if before else "/dev/null"
    will = f"b/{name}" if after else "/dev/null"
    return [
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        for line in unified_diff(old, new, was, will)
    ]


def _lines(data: bytes) -> list[str]:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return data.decode(encoding).splitlines(keepends=True)
