"""The lines of a record: each holds an entry, and a hash over itself and the line before it.

A chain shows that a line was changed, or that one was taken out of the middle. It cannot show
that lines were cut off at the end, nor that somebody worked out the whole chain anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from bcp.drill.live.events import EVENT, Entry
from bcp.errors import Fault, InputError
from bcp.words import Lang

__all__ = ["FORMAT", "Lines", "RecordHead", "encoded", "first_line", "next_entry", "read_lines"]

FORMAT = 1
"""Of the lines; a record of a higher one is not read."""
_HASH = re.compile(rb',"hash":"([0-9a-f]{32})"\}')
_TAIL = len(',"hash":""}') + 32


class Digests(BaseModel):
    """What the files of the drill held, as digests."""

    model_config = ConfigDict(frozen=True)

    inventory: str
    scenario: str
    drill: str


class RecordHead(BaseModel):
    """The first line of a record: what was run, by what, on which files."""

    model_config = ConfigDict(frozen=True)

    bcp: str
    """The version of the program."""
    record: int
    """The format of the lines."""
    drill: str
    """The id of the drill."""
    inputs: Digests
    """Of the copies in ``inputs/``."""
    lang: Lang
    """The language of the drill."""
    made: str
    """The local time at which the record was begun, ISO 8601 with offset; only a label."""
    by: Literal["people", "script"] = "people"
    """Whether people ran the drill, or a script rehearsed it."""


@dataclass(frozen=True)
class Lines:
    """What a record holds, and how far it can be trusted."""

    head: RecordHead
    """The first line."""
    entries: tuple[Entry, ...]
    """What happened, in order."""
    last: str
    """The hash of the last line that counts."""
    size: int
    """How many bytes the lines that count take."""
    damaged: bytes
    """A last line that is cut off or garbled; empty: there is none."""
    fault: Fault | None = None
    """Why the lines are not as they were written, if they are not."""

    @property
    def broken_at(self) -> int | None:
        """The first line that is not as it was written; None: all are."""
        return self.fault.line if self.fault else None


def first_line(head: RecordHead) -> tuple[bytes, str]:
    """Return the line that begins a record, and its hash."""
    return _line(head.model_dump(), "")


def encoded(entries: Iterable[Entry], previous: str) -> tuple[bytes, str]:
    """Return the lines of *entries* that follow a line with the hash *previous*, and the last hash.

    Examples
    --------
    >>> from bcp.drill.live.events import Paused
    >>> lines, last = encoded([Entry(1, 500, 30, "2026-11-25T10:00:00+09:00", Paused())], "")
    >>> lines[:42], last in lines.decode()
    (b'{"n":1,"exercise_ms":500,"scenario_s":30,"', True)
    """
    lines = []
    for entry in entries:
        line, previous = _line(_plain(entry), previous)
        lines.append(line)
    return b"".join(lines), previous


def _plain(entry: Entry) -> dict[str, Any]:
    return {
        "n": entry.n,
        "exercise_ms": entry.exercise,
        "scenario_s": entry.scenario,
        "real": entry.real,
        "event": entry.event.model_dump(mode="json"),
    }


def _line(held: Mapping[str, Any], previous: str) -> tuple[bytes, str]:
    body = json.dumps(held, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
    hashed = _hash(body, previous)
    return body[:-1] + f',"hash":"{hashed}"}}\n'.encode(), hashed


def _hash(body: bytes, previous: str) -> str:
    return blake2b(previous.encode() + body, digest_size=16).hexdigest()


# --- reading -----------------------------------------------------------------------------------


def read_lines(data: bytes, file: str) -> Lines:
    """Return what the record *data* holds, which the user calls *file*.

    A last line that is not as it was written counts as cut off by a crash. If any other is not,
    that is noted, and reading goes on as long as what follows are entries in their order.

    Raises
    ------
    InputError
        If the first line is no head of a record, or of a format that is not known.
    """
    rows = data.split(b"\n")
    rest = rows.pop()
    head, last, fault = _head(rows[0] if rows else rest, file)
    entries: list[Entry] = []
    size = len(rows[0]) + 1 if rows else 0
    for number, row in enumerate(rows[1:], 2):
        entry, is_as_written = _entry(row), _follows(row, last)
        is_next = entry is not None and entry.n == len(entries) + 1
        if not is_as_written and number == len(rows) and not rest:
            rest = row + b"\n"
            break
        if not is_as_written or not is_next:
            key = "record-strange" if is_as_written else "record-broken"
            fault = fault or Fault(file, number, "", key)
        if entry is None or not is_next:
            rest = b""
            break
        entries.append(entry)
        last, size = _hash_of(row), size + len(row) + 1
    return Lines(head, tuple(entries), last, size, rest, fault)


def next_entry(row: bytes, previous: str) -> tuple[Entry, str] | None:
    """Return the entry of a line and its hash; nothing unless it follows the hash *previous*.

    Parameters
    ----------
    row
        The line, without its line feed.
    previous
        The hash of the line before it.
    """
    entry = _entry(row) if _follows(row, previous) else None
    return None if entry is None else (entry, _hash_of(row))


def _hash_of(row: bytes) -> str:
    found = _HASH.fullmatch(row[-_TAIL:])
    return found[1].decode() if found else ""


def _follows(row: bytes, previous: str) -> bool:
    """Return whether a line is as it was written after the line with the hash *previous*."""
    hashed = _hash_of(row)
    return bool(hashed) and _hash(row[:-_TAIL] + b"}", previous) == hashed


def _head(row: bytes, file: str) -> tuple[RecordHead, str, Fault | None]:
    """Return the head of a record, its hash, and what is wrong with it."""
    try:
        held = json.loads(row)
        if held["record"] > FORMAT:
            values = {"version": str(held["bcp"])}
            raise InputError([Fault(file, 1, "", "record-newer", values)])
        head = RecordHead.model_validate(held)
    except (ValueError, TypeError, KeyError, RecursionError):
        raise InputError([Fault(file, 1, "", "record-no-head")]) from None
    fault = None if _follows(row, "") else Fault(file, 1, "", "record-broken")
    return head, _hash_of(row), fault


def _entry(row: bytes) -> Entry | None:
    """Return the entry of a line, whatever its hash says; nothing if it is none."""
    try:
        held = json.loads(row)
        return Entry(
            _number(held["n"]),
            _number(held["exercise_ms"]),
            _number(held["scenario_s"]),
            str(held["real"]),
            EVENT.validate_python(held["event"]),
        )
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def _number(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise TypeError(value)
