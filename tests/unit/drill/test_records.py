"""Records of a workspace: made whole, opened from their own copies, found by name."""

from __future__ import annotations

import errno
import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from bcp.drill.live.commands import End, Note, Start
from bcp.drill.record import making
from bcp.drill.record.journal import RECORD, read_record, write_through
from bcp.drill.record.making import make_record, read_inputs
from bcp.drill.record.records import (
    RECORDS,
    find_record,
    hold_record,
    list_records,
    open_record,
)
from bcp.drill.session import HandClock
from bcp.errors import InputError, UsageError
from tests.support.records import head_at, record_at, workspace_at


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """Return a workspace with a drill."""
    return workspace_at(tmp_path / "work")


def keys(error: pytest.ExceptionInfo[InputError]) -> list[str]:
    return [fault.key for fault in error.value.faults]


def lived(folder: Path, *, is_ended: bool = False) -> None:
    """Run the drill of a record for five minutes."""
    clock = HandClock()
    with hold_record(folder, clock) as held:
        session = held.session(clock)
        session.do(Start())
        clock.milliseconds += 300_000
        session.do(Note(text="a note"))
        if is_ended:
            session.do(End())


def test_a_record_is_named_after_its_drill_and_minute(work: Path) -> None:
    """A second one of the same minute gets a number; both are whole."""
    first, second, third = (record_at(work) for _ in range(3))

    names = [path.relative_to(work / RECORDS).as_posix() for path in (first, second, third)]
    assert names == ["down/20261125-1000", "down/20261125-1000-2", "down/20261125-1000-3"]
    held = sorted(p.relative_to(first).as_posix() for p in first.rglob("*") if p.is_file())
    assert held == [
        "inputs/drill.yaml",
        "inputs/inventory/all.yaml",
        "inputs/scenario.yaml",
        "record.jsonl",
    ]
    assert (first / "inputs/drill.yaml").read_bytes() == (work / "drills/down.yaml").read_bytes()
    assert not [*first.parent.glob(".*")]


def test_a_record_goes_where_it_was_told(work: Path, tmp_path: Path) -> None:
    """An empty folder will do; one that holds anything is refused and left as it is."""
    paths = (work / "inventory", work / "scenarios/crash.yaml", work / "drills/down.yaml")
    inputs, target = read_inputs(*paths), tmp_path / "mine" / "here"
    target.mkdir(parents=True)

    assert make_record(target, inputs, head_at(work), is_exact=True) == target
    assert (target / RECORD).is_file()
    before = sorted(target.rglob("*"))
    with pytest.raises(UsageError) as refused:
        make_record(target, inputs, head_at(work), is_exact=True)
    assert refused.value.key == "target-not-empty"
    assert sorted(target.rglob("*")) == before
    assert [path.name for path in target.parent.iterdir()] == ["here"]


def test_a_record_is_made_whole_or_not_at_all(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fills up while the copies are made leaves nothing behind."""
    left = [2]

    def full(path: Path, data: bytes) -> None:
        if not left[0]:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        left[0] -= 1
        write_through(path, data)

    monkeypatch.setattr(making, "write_through", full)
    with pytest.raises(OSError, match="space"):
        record_at(work)
    assert [*(work / RECORDS / "down").iterdir()] == []
    assert list_records(work / RECORDS) == ()


def test_a_record_needs_nothing_but_itself(work: Path, tmp_path: Path) -> None:
    """Without the workspace and elsewhere, it opens to the same state."""
    folder = record_at(work)
    lived(folder)
    before = open_record(folder).state()
    shutil.move(folder, tmp_path / "archive")
    shutil.rmtree(work)

    record = open_record(tmp_path / "archive")
    assert record.state().entries == before.entries
    assert (record.lang, record.head.drill, record.broken_at) == ("ja", "down", None)
    assert open_record(tmp_path / "archive" / RECORD).entries == record.entries


def test_what_is_due_counts_though_it_was_not_recorded(work: Path) -> None:
    """A crash between two entries of one moment: the state is that of going on."""
    folder = record_at(work)
    clock = HandClock()
    with hold_record(folder, clock) as held:
        session = held.session(clock)
        session.do(Start())
        clock.milliseconds += 102_000
        session.tick()  # injects 1 and 2, and that time went by
    rows = (folder / RECORD).read_bytes().splitlines(keepends=True)
    (folder / RECORD).write_bytes(b"".join(rows[:-1]) + rows[-1][:30])

    with hold_record(folder, HandClock()) as held:
        assert held.damaged == folder / "record.damaged-1"
        assert held.session(HandClock()).state.injects["1"].fired == 300
    assert open_record(folder).state().injects["1"].fired == 300


@pytest.mark.parametrize("name", ["inventory/all.yaml", "scenario.yaml", "drill.yaml"])
def test_changed_copies_are_tampering(work: Path, name: str) -> None:
    """They are named; who insists gets the record and its faults."""
    folder = record_at(work)
    lived(folder)
    with (folder / "inputs" / name).open("a", encoding="utf-8") as stream:
        stream.write("# later\n")

    with pytest.raises(InputError) as refused:
        open_record(folder)
    assert keys(refused) == ["record-input-changed"]
    with pytest.raises(InputError), hold_record(folder, HandClock()):
        pass
    record = open_record(folder, strict=False)
    assert [fault.key for fault in record.faults] == ["record-input-changed"]
    assert record.state().phase == "running"


def test_a_record_that_cannot_have_happened(work: Path) -> None:
    """A chain may be in order though its story is not: that is said, without a traceback."""
    folder = record_at(work)
    lived(folder)
    clock = HandClock()
    rows = (folder / RECORD).read_bytes()
    with hold_record(folder, clock) as held:
        entry = held.record.entries[-1]
        event = {"event": "task-finished", "component": "server", "task": "restore"}
        held.journal.append([_replaced(entry, event)])
    assert (folder / RECORD).read_bytes() != rows

    with pytest.raises(InputError) as refused:
        open_record(folder).state()
    assert keys(refused) == ["record-impossible"]


def _replaced(entry: Any, event: dict[str, str]) -> Any:
    from dataclasses import replace

    from bcp.drill.live.events import EVENT

    return replace(entry, n=entry.n + 1, event=EVENT.validate_python(event))


def test_no_record_is_left_untouched(tmp_path: Path) -> None:
    """Going on with a folder that holds none writes nothing into it."""
    with pytest.raises(InputError) as refused, hold_record(tmp_path, HandClock()):
        pass
    assert keys(refused) == ["file-missing"]
    assert [*tmp_path.iterdir()] == []


# --- finding -----------------------------------------------------------------------------------


def found(work: Path, named: str | None) -> str:
    """Return the name of the record that is meant, or why there is none."""
    try:
        return find_record(named, list_records(work / RECORDS)).name
    except UsageError as error:
        return error.key


def test_finding_a_record(work: Path) -> None:
    """The latest that was not ended, or by name; by drill its latest, ended or not."""
    assert found(work, None) == "no-open-record"
    assert found(work, "down") == "no-records"
    old = record_at(work, "2025-11-20T10:00:00+09:00")
    record_at(work, "2026-11-25T10:00:00+09:00")
    last = record_at(work, "2026-11-25T10:00:30+09:00")
    lived(old)
    lived(last, is_ended=True)

    assert found(work, None) == "down/20261125-1000"
    assert found(work, "down") == "down/20261125-1000-2"
    assert found(work, "20251120-1000") == found(work, "down/20251120-1000") == "down/20251120-1000"
    assert found(work, "dwon") == "unknown-record-near"
    assert found(work, "zzz") == "unknown-record"


def test_a_note_about_the_end_does_not_end_a_drill(work: Path) -> None:
    """Whatever somebody writes, the drill is listed as open until it was ended."""
    folder, clock = record_at(work), HandClock()
    with hold_record(folder, clock) as held:
        session = held.session(clock)
        session.do(Start())
        session.do(Note(text='","event":{"event":"ended"}'))
        assert found(work, None) == "down/20261125-1000"
        session.do(End())
    assert found(work, None) == "no-open-record"


def test_a_rehearsed_script_is_not_gone_on_with_unasked(work: Path) -> None:
    """Only what people began is the latest that was not ended."""
    folder = record_at(work)
    data = (folder / RECORD).read_bytes()
    head = json.loads(data)
    assert head["by"] == "people"
    shutil.rmtree(folder)
    paths = (work / "inventory", work / "scenarios/crash.yaml", work / "drills/down.yaml")
    by_script = head_at(work).model_copy(update={"by": "script"})
    make_record(work / RECORDS, read_inputs(*paths), by_script)

    assert found(work, None) == "no-open-record"
    assert found(work, "down") == "down/20261125-1000"


def test_records_are_listed_by_time(work: Path) -> None:
    """Across drills and time zones; one that cannot be read is listed too, first."""
    later = record_at(work, "2026-11-25T10:00:00+09:00")
    earlier = record_at(work, "2026-11-25T00:30:00+00:00")
    eleven = [record_at(work, "2026-11-25T10:00:00+09:00") for _ in range(10)][-1]
    lost = work / RECORDS / "down" / "lost"
    lost.mkdir()
    (lost / RECORD).write_bytes(b"?")

    listed = list_records(work / RECORDS)
    assert [held.folder for held in listed[:3]] == [lost, earlier, later]
    assert listed[-1].folder == eleven
    assert (listed[0].head, listed[0].drill, listed[0].is_ended) == (None, "down", False)


def test_records_lie_where_drills_do_not(work: Path) -> None:
    """The copies in a record are no drills of the workspace."""
    from bcp.workspace import find_workspace

    record_at(work)
    workspace = find_workspace(work)
    assert workspace is not None
    assert [held.id for held in workspace.drills()] == ["down"]


def test_a_record_says_what_it_was_run_on(work: Path) -> None:
    """The digests are those of the copies, whatever the file is called."""
    folder = record_at(work)
    copies = (folder / "inputs/inventory", folder / "inputs/scenario.yaml")

    inputs = read_inputs(*copies, folder / "inputs/drill.yaml")
    assert inputs.digests == read_record(folder).head.inputs
