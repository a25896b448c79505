"""What the commands have in common that look back at drills: finding records, reading them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bcp.cli.options import Request
from bcp.words import Lang

if TYPE_CHECKING:
    from bcp.drill.live.state import DrillState
    from bcp.drill.record.records import OpenedRecord, RecordFile
    from bcp.drill.review.history import Past
    from bcp.drill.review.learning import Seen
    from bcp.drill.review.review import Review
    from bcp.report.aar import Origin


def all_records() -> tuple[RecordFile, ...]:
    """Return the records of the workspace, the oldest first."""
    from bcp.cli.drilling import records_folder
    from bcp.drill.record.records import list_records

    return list_records(records_folder(Path.cwd()))


def latest_folder(name: str | None) -> Path:
    """Return the folder of the record that is meant: the latest of all if none is named.

    Raises
    ------
    UsageError
        If there is no such record.
    """
    from bcp.cli.drilling import find_folder
    from bcp.errors import UsageError

    if name is not None:
        return find_folder(name)
    records = all_records()
    if not records:
        raise UsageError("no-records", name="", known="")
    return records[-1].folder


def open_review(request: Request, folder: Path) -> tuple[OpenedRecord, Review, Origin, Lang]:
    """Return a record, what came of its drill, where that is from, and the language to say it in.

    Raises
    ------
    InputError
        If it cannot be read, or what it says cannot have happened.
    """
    import bcp
    from bcp.cli.drilling import cache_of
    from bcp.cli.trouble import fault_text
    from bcp.drill.record.records import open_record
    from bcp.drill.review.review import review
    from bcp.report.aar import origin_of

    record = open_record(folder, strict=False, cache=cache_of(request))
    lang = request.asked or record.lang
    faults = [fault_text(fault, lang) for fault in record.faults]
    return record, review(state_of(record)), origin_of(record, bcp.__version__, faults), lang


def state_of(record: OpenedRecord) -> DrillState:
    """Return where the drill of a record stands.

    Raises
    ------
    InputError
        If what the record says cannot have happened.
    """
    from bcp.drill.live.fold import fold
    from bcp.drill.live.refusal import Refused
    from bcp.drill.record.journal import RECORD
    from bcp.errors import Fault, InputError

    try:
        return fold(record.setting, record.entries)
    except Refused:
        file = str(record.folder / RECORD)
        raise InputError([Fault(file, 0, "", "record-impossible")]) from None


def past_records(
    request: Request, records: Sequence[RecordFile], lang: Lang
) -> tuple[list[Past], list[str]]:
    """Return every drill of *records* in figures, and what is wrong with those left out.

    A record that was tampered with is left out: its figures would say nothing.
    """
    from bcp.cli.drilling import cache_of
    from bcp.cli.trouble import fault_lines
    from bcp.drill.record.records import open_record
    from bcp.drill.review.history import past_of
    from bcp.errors import InputError

    pasts: list[Past] = []
    faults: list[str] = []
    for held in records:
        try:
            record = open_record(held.folder, cache=cache_of(request))
            pasts.append(past_of(state_of(record), held.name, day_of(record), record.head.by))
        except InputError as error:
            faults += fault_lines(error.faults, lang)
    return pasts, faults


def day_of(record: OpenedRecord) -> date | None:
    """Return the day on which a drill was held, if its record says so."""
    from datetime import datetime

    try:
        return datetime.fromisoformat(record.head.made).date()
    except ValueError:
        return None


def seen_records(request: Request, inventory: str, lang: Lang) -> tuple[list[Seen], int, list[str]]:
    """Return what the drills of *inventory* measured, how many were rehearsals, and what is wrong.

    Rehearsals by a script measure nothing; a record that was tampered with is left out.
    """
    from bcp.cli.drilling import cache_of
    from bcp.cli.trouble import fault_lines
    from bcp.drill.record.records import open_record
    from bcp.drill.review.learning import seen_in
    from bcp.errors import InputError

    seen: list[Seen] = []
    faults: list[str] = []
    rehearsals = 0
    for held in all_records():
        try:
            record = open_record(held.folder, cache=cache_of(request))
            if record.setting.inventory.organisation.id != inventory:
                continue
            day = day_of(record)
            if record.head.by != "people" or day is None:
                rehearsals += 1
                continue
            seen.append(seen_in(state_of(record), held.name, day))
        except InputError as error:
            faults += fault_lines(error.faults, lang)
    return seen, rehearsals, faults
