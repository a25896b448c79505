"""What comes to the end of a record that somebody else writes, and a clock that runs after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bcp.drill.live.events import Entry
from bcp.drill.live.refusal import Refused
from bcp.drill.record.chain import Lines, next_entry

__all__ = ["Lost", "Pace", "Tail"]

_MOST_LAG = 2500
"""Milliseconds behind the record beyond which the clocks leap instead of running after it."""


class Lost(Refused):
    """Why what is shown may not be how the drill stands; a key and its values like any refusal."""


class Tail:
    """The end of a record that somebody else writes.

    Parameters
    ----------
    path
        The ``record.jsonl``.
    lines
        What was read of it so far.
    """

    def __init__(self, path: Path, lines: Lines) -> None:
        self._path, self._size, self._last = path, lines.size, lines.last
        self._number = len(lines.entries)
        self._seen: tuple[int, int] | None = None

    def read(self) -> tuple[Entry, ...]:
        """Return the entries that were added since the last look; a line half written can wait.

        Raises
        ------
        Lost
            If the file shrank, or a line does not follow the one before it; look again later.
        OSError
            If it cannot be read.
        """
        about = self._path.stat()
        seen = about.st_size, about.st_mtime_ns
        if seen == self._seen:
            return ()
        rows = self._new_rows()
        self._seen = seen  # whatever comes of it now, it will come of it again
        if about.st_size < self._size:
            raise Lost("record-reread")
        return self._take(rows)

    def _new_rows(self) -> Sequence[bytes]:
        with self._path.open("rb") as stream:
            stream.seek(self._size)
            return stream.read().split(b"\n")[:-1]

    def _take(self, rows: Sequence[bytes]) -> tuple[Entry, ...]:
        entries: list[Entry] = []
        size, last = self._size, self._last
        for row in rows:
            found = next_entry(row, last)
            number = self._number + len(entries) + 1
            if found is None or found[0].n != number:
                raise Lost("record-broken", line=number + 1)
            entries.append(found[0])
            last, size = found[1], size + len(row) + 1
        self._size, self._last, self._number = size, last, self._number + len(entries)
        return tuple(entries)


@dataclass(frozen=True, slots=True)
class Pace:
    """An exercise clock that runs after that of the record and never overtakes it."""

    shown: int = 0
    """What it showed at `since`, in milliseconds of the exercise clock."""
    since: int = 0
    """Milliseconds of the watcher's own clock."""
    record: int = 0
    """What the record said last."""

    def at(self, now: int) -> int:
        """Return what it shows at *now*."""
        return min(self.record, self.shown + max(0, now - self.since))

    def told(self, record: int, now: int, *, is_beat: bool) -> Pace:
        """Return the clock after the record has come to *record*.

        A beat is run after; at anything else one wants to see the moment at which it happened.
        """
        shown = self.at(now)
        is_near = 0 <= record - shown <= _MOST_LAG
        return Pace(shown if is_beat and is_near else record, now, record)
