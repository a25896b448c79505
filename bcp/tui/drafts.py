"""What somebody is typing, kept until it has become an entry: nothing typed is ever lost."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from pydantic import TypeAdapter

__all__ = ["Draft", "Drafts", "FileDrafts", "MemoryDrafts"]

Draft = Mapping[str, str]
"""The text of each field."""

_KEPT = TypeAdapter(dict[str, dict[str, str]])


class Drafts(Protocol):
    """Where drafts are kept, by what they will become."""

    def find(self, key: str) -> Draft:
        """Return the draft for *key*, empty if there is none."""

    def keep(self, key: str, draft: Draft) -> None:
        """Keep *draft* for *key* in the place of what was kept; an empty one is dropped."""


class MemoryDrafts:
    """Drafts that last as long as the program."""

    def __init__(self) -> None:
        self._kept: dict[str, Draft] = {}

    def find(self, key: str) -> Draft:
        """Return the draft for *key*, empty if there is none."""
        return self._kept.get(key, {})

    def keep(self, key: str, draft: Draft) -> None:
        """Keep *draft* for *key*; an empty one is dropped."""
        if any(text.strip() for text in draft.values()):
            self._kept[key] = dict(draft)
        else:
            self._kept.pop(key, None)


class FileDrafts(MemoryDrafts):
    """Drafts that outlive the program, even one that is killed: a small file beside the record.

    Parameters
    ----------
    path
        The file; written whole at every keystroke, removed when nothing is left in it. A disk
        that is full costs the file, never what stands on the screen.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        with suppress(OSError, ValueError):  # pydantic's complaint is a ValueError
            self._kept.update(_KEPT.validate_json(path.read_bytes()))

    def keep(self, key: str, draft: Draft) -> None:
        """Keep *draft* for *key*, in the file too."""
        before = dict(self._kept)
        super().keep(key, draft)
        if self._kept != before:
            with suppress(OSError):
                self._write()

    def _write(self) -> None:
        if not self._kept:
            self._path.unlink(missing_ok=True)
            return
        fresh = self._path.with_name(self._path.name + ".new")
        fresh.write_text(json.dumps(self._kept, ensure_ascii=False), encoding="utf-8")
        fresh.replace(self._path)
