"""Records of drills: which there are, how one is opened and how one is gone on with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bcp.drill.file.load import load_drill
from bcp.drill.live.events import Entry
from bcp.drill.live.refusal import Refused
from bcp.drill.live.setting import Setting, prepare
from bcp.drill.live.state import DrillState
from bcp.drill.record.chain import Lines, RecordHead, read_lines
from bcp.drill.record.journal import (
    RECORD,
    RECORD_LIMITS,
    RecordJournal,
    held,
    read_record,
    set_aside,
)
from bcp.drill.record.making import DRILL, INVENTORY, SCENARIO, read_inputs
from bcp.drill.session import Clock, HandClock, Journal, MemoryJournal, Session
from bcp.errors import Fault, InputError, UsageError
from bcp.inventory.cache import Cache
from bcp.inventory.faults import Nearest
from bcp.inventory.load import load_inventory
from bcp.reading import read_file
from bcp.scenario.load import load_scenario
from bcp.words import Lang

__all__ = [
    "RECORDS",
    "HeldRecord",
    "OpenedRecord",
    "RecordFile",
    "find_record",
    "hold_record",
    "list_records",
    "open_record",
]

RECORDS = Path("drills", "records")
"""Where the records of a workspace lie."""
_ENDED = b'"event":{"event":"ended"'
"""What the line of the end holds, and no other: in a text the quotes would be escaped."""

# --- opening one -------------------------------------------------------------------------------


@dataclass(frozen=True)
class OpenedRecord:
    """A record that was read."""

    folder: Path
    """Its folder, named as the user would."""
    head: RecordHead
    """The first line."""
    setting: Setting
    """The drill that was run, from the copies of its files."""
    entries: tuple[Entry, ...]
    """What happened."""
    lines: Lines
    """The lines as they were found."""
    faults: tuple[Fault, ...] = ()
    """What shows that somebody tampered with it."""

    @property
    def lang(self) -> Lang:
        """The language of the drill."""
        return self.head.lang

    @property
    def broken_at(self) -> int | None:
        """The first line that is not as it was written; None: all are."""
        return self.lines.broken_at

    def state(self) -> DrillState:
        """Return where the drill stands: what had become due counts, recorded or not.

        Raises
        ------
        InputError
            If what the record says cannot have happened.
        """
        return self.session(HandClock(self.head.made), MemoryJournal()).state

    def session(self, clock: Clock, journal: Journal) -> Session:
        """Return the drill, going on where the record ends.

        Raises
        ------
        InputError
            If what the record says cannot have happened.
        OSError
            If what had become due could not be recorded.
        """
        try:
            return Session(self.setting, journal, clock, self.entries)
        except Refused:
            fault = Fault(str(self.folder / RECORD), 0, "", "record-impossible")
            raise InputError([fault]) from None


def open_record(folder: Path, *, strict: bool = True, cache: Cache | None = None) -> OpenedRecord:
    """Return the record in *folder*, for reading only.

    Parameters
    ----------
    folder
        Its folder, or its ``record.jsonl``.
    strict
        Whether to refuse one that was tampered with; otherwise its faults come with it.
    cache
        Where to look first for the inventory.

    Raises
    ------
    InputError
        If it cannot be read, or was tampered with.
    """
    folder = folder if folder.is_dir() or not folder.exists() else folder.parent
    lines = read_record(folder / RECORD, strict=False)
    paths = (folder / INVENTORY, folder / SCENARIO, folder / DRILL)
    found = read_inputs(*paths).digests
    named = zip(("inventory", "scenario", "drill"), paths, strict=True)
    faults = [lines.fault] if lines.fault else []
    faults += [
        Fault(str(path), 0, "", "record-input-changed")
        for name, path in named
        if getattr(found, name) != getattr(lines.head.inputs, name)
    ]
    if strict and faults:
        raise InputError(faults)
    setting = _setting(*paths, cache)
    return OpenedRecord(folder, lines.head, setting, lines.entries, lines, tuple(faults))


def _setting(inventory: Path, scenario: Path, drill: Path, cache: Cache | None) -> Setting:
    loaded = load_inventory(inventory, cache=cache)
    happens = load_scenario(scenario, loaded).scenario
    return prepare(load_drill(drill, loaded, happens).drill, happens, loaded.inventory)


@dataclass(frozen=True)
class HeldRecord:
    """A record that nobody else can write to."""

    record: OpenedRecord
    """What was in it."""
    journal: RecordJournal
    """Its end."""
    damaged: Path | None
    """Where a damaged last line was set aside, if there was one."""

    def session(self, clock: Clock) -> Session:
        """Return the drill, going on where the record ends.

        Raises
        ------
        InputError
            If what the record says cannot have happened.
        OSError
            If what had become due could not be recorded.
        """
        return self.record.session(clock, self.journal)


@contextmanager
def hold_record(folder: Path, clock: Clock, *, cache: Cache | None = None) -> Iterator[HeldRecord]:
    """Open the record in *folder* to go on with it; a damaged last line is set aside.

    Parameters
    ----------
    folder
        Its folder, or its ``record.jsonl``.
    clock
        What time it is, to tell others since when it is held.
    cache
        Where to look first for the inventory.

    Raises
    ------
    InputError
        If it cannot be read, or was tampered with.
    UsageError
        If somebody else holds it.
    OSError
        If it cannot be written.
    """
    folder = folder if folder.is_dir() or not folder.exists() else folder.parent
    read_record(folder / RECORD)  # before anything is written: is this a record at all?
    with held(folder, clock.real()):
        record = open_record(folder, cache=cache)
        damaged = set_aside(folder / RECORD, record.lines)
        journal = RecordJournal(folder / RECORD, record.lines)
        try:
            yield HeldRecord(record, journal, damaged)
        finally:
            journal.close()


# --- which there are ---------------------------------------------------------------------------


@dataclass(frozen=True)
class RecordFile:
    """A record of a workspace, unopened."""

    name: str
    """``<drill>/<local start>``: what it is called on the command line."""
    folder: Path
    """Its folder."""
    drill: str
    """The id of the drill: of the folder, if the record cannot be read."""
    head: RecordHead | None
    """The first line; nothing if that cannot be read."""
    is_ended: bool
    """Whether the drill was ended."""

    @property
    def made(self) -> datetime:
        """When it was begun, to sort by; the oldest time there is if that is unknown."""
        try:
            made = datetime.fromisoformat(self.head.made if self.head else "")
        except ValueError:
            return datetime.min.replace(tzinfo=UTC)
        return made if made.tzinfo else made.replace(tzinfo=UTC)


def list_records(folder: Path) -> tuple[RecordFile, ...]:
    """Return the records in *folder* (``drills/records`` of a workspace), the oldest first."""
    found = [_described(path.parent, folder) for path in folder.glob(f"*/*/{RECORD}")]
    return tuple(sorted(found, key=_by_time))


def _by_time(held: RecordFile) -> tuple[datetime, str, int, str]:
    stem, _, number = held.folder.name.rpartition("-")
    is_numbered = stem.count("-") == 1 and number.isdigit()
    return (held.made, held.drill, int(number) if is_numbered else 1, held.name)


def _described(path: Path, folder: Path) -> RecordFile:
    """Describe a record by its first line; the others are only searched, there may be many."""
    name, file = path.relative_to(folder).as_posix(), path / RECORD
    try:
        data = read_file(file, str(file), RECORD_LIMITS)
        head = read_lines(data[: data.find(b"\n") + 1], str(file)).head
    except InputError:
        return RecordFile(name, path, path.parent.name, None, is_ended=False)
    return RecordFile(name, path, head.drill, head, is_ended=_ENDED in data)


def find_record(named: str | None, records: Sequence[RecordFile]) -> RecordFile:
    """Return the record that is meant.

    Parameters
    ----------
    named
        Its name; the id of a drill, for its latest; or nothing, for the latest that people run
        and did not end.
    records
        Which there are, the oldest first.

    Raises
    ------
    UsageError
        If there is no such record.
    """
    if named is None:
        left = [r for r in records if r.head and not r.is_ended and r.head.by == "people"]
        if not left:
            raise UsageError("no-open-record")
        return left[-1]
    found = [r for r in records if named in (r.name, r.drill, r.folder.name)]
    if found:
        return found[-1]
    known = list(dict.fromkeys(name for r in reversed(records) for name in (r.drill, r.name)))
    nearest = Nearest()(named, known)
    if nearest is not None:
        raise UsageError("unknown-record-near", name=named, nearest=nearest)
    key = "unknown-record" if known else "no-records"
    raise UsageError(key, name=named, known=", ".join(known[:12]))
