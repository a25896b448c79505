"""The record on the disk: what is in it was written through, what failed is not in it."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path

import pytest

from bcp.drill.live.commands import Note, Start
from bcp.drill.live.events import Entry, Noted, Paused, Started, Ticked
from bcp.drill.record import journal
from bcp.drill.record.chain import read_lines
from bcp.drill.record.journal import RECORD, RecordJournal, held, read_record, set_aside
from bcp.drill.session import HandClock, Session
from bcp.errors import InputError, UsageError
from tests.support.drills import setting_of
from tests.support.records import record_at, workspace_at

EVENTS = (Started(), Noted(text="電話 \u2028 \x1b[31m 「”\\"), Ticked(), Paused())


def entries(number: int = 3, first: int = 1) -> tuple[Entry, ...]:
    """Return some entries in their order."""
    return tuple(
        Entry(n, n * 1000, n * 60, "2026-11-25T10:00:00+09:00", EVENTS[n % 4])
        for n in range(first, first + number)
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty record."""
    return record_at(workspace_at(tmp_path))


def opened(folder: Path) -> RecordJournal:
    return RecordJournal(folder / RECORD, read_record(folder))


def written(folder: Path, batches: Sequence[Sequence[Entry]]) -> bytes:
    """Write batches and return the whole file."""
    end = opened(folder)
    for batch in batches:
        end.append(batch)
    end.close()
    return (folder / RECORD).read_bytes()


def test_what_was_written_is_read_again(folder: Path) -> None:
    """Entries come back as they were, whatever their texts hold and however they were batched."""
    data = written(folder, [entries(1), entries(2, 2), entries(5, 4)])

    lines = read_record(folder)
    assert lines.entries == entries(8)
    assert (lines.size, lines.damaged, lines.broken_at) == (len(data), b"", None)
    assert data.count(b"\n") == 9


def test_each_hash_covers_the_line_and_all_before_it(folder: Path) -> None:
    """As documented: over the hash of the line before and the line without its own hash."""
    written(folder, [entries(3)])

    previous = b""
    for row in (folder / RECORD).read_bytes().splitlines():
        body, hashed = row[:-43] + b"}", json.loads(row)["hash"]
        assert hashed == blake2b(previous + body, digest_size=16).hexdigest()
        assert json.loads(body) | {"hash": hashed} == json.loads(row)
        previous = hashed.encode()


def test_one_write_and_one_sync_for_a_batch(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A batch goes out in one piece and is written through before `append` returns."""
    calls: list[str] = []
    write, sync = journal._write, journal._sync

    def counted_write(handle: int, data: bytes) -> None:
        calls.append("write")
        write(handle, data)

    def counted_sync(handle: int) -> None:
        calls.append("sync")
        sync(handle)

    end = opened(folder)
    monkeypatch.setattr(journal, "_write", counted_write)
    monkeypatch.setattr(journal, "_sync", counted_sync)
    end.append(entries(5))
    end.close()

    assert calls == ["write", "sync"]


@pytest.mark.parametrize("part", [0, 1, 40, 299, 10_000])
def test_a_full_disk_takes_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, part: int
) -> None:
    """However much of a batch found room: none of it is in the record, and the next one is."""
    before = written(folder, [entries(2)])
    end = opened(folder)

    def full(handle: int, data: bytes) -> None:
        os.write(handle, data[:part])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(journal, "_write", full)
        with pytest.raises(OSError, match="space") as refused:
            end.append(entries(2, 3))

    assert refused.value.filename == str(folder / RECORD)
    assert (folder / RECORD).read_bytes() == before
    end.append(entries(1, 3))
    end.close()
    assert read_record(folder).entries == entries(3)


def test_what_could_not_be_written_through_did_not_happen(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk takes the line but fails to keep it: it is cut off again before the next one."""
    end = opened(folder)

    def broken(_: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patched:
        patched.setattr(journal, "_sync", broken)
        with pytest.raises(OSError, match="error"):
            end.append(entries(1))
    end.append(entries(1))
    end.close()

    assert read_record(folder).entries == entries(1)


def test_a_command_is_not_lost_on_a_full_disk(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The session raises, stands where it stood, and does the same once there is room."""
    clock, end = HandClock(), opened(folder)
    session = Session(setting_of("clock: {speed: 60}"), end, clock)
    session.do(Start())
    before = session.state

    def full(handle: int, data: bytes) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    clock.milliseconds += 5000
    with monkeypatch.context() as patched:
        patched.setattr(journal, "_write", full)
        with pytest.raises(OSError, match="space"):
            session.do(Note(text="heard"))
        with pytest.raises(OSError, match="space"):
            session.tick()
    assert session.state is before

    session.do(Note(text="heard"))
    end.close()
    assert [entry.event.event for entry in read_record(folder).entries] == ["started", "noted"]


def test_a_record_that_others_write_to_is_left_alone(folder: Path) -> None:
    """What an editor added is not cut off; nothing more is written."""
    end = opened(folder)
    with (folder / RECORD).open("ab") as other:
        other.write(b"mine\n")
    data = (folder / RECORD).read_bytes()

    for _ in range(2):
        with pytest.raises(OSError, match="busy"):
            end.append(entries(1))
    end.close()
    assert (folder / RECORD).read_bytes() == data


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be removed there")
def test_a_record_that_was_removed_is_missed(folder: Path) -> None:
    """What is written to a file without a name would be lost: that is said."""
    end = opened(folder)
    (folder / RECORD).unlink()

    with pytest.raises(FileNotFoundError):
        end.append(entries(1))
    end.close()


# --- damage and tampering ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "tail",
    [b'{"n":4,"exerc', b"\0" * 100, b"garbage\n", b"\xff\xfe\n", b"{}\n", b"[" * 9000 + b"\n"],
)
def test_a_damaged_last_line_is_set_aside(folder: Path, tail: bytes) -> None:
    """It is kept beside the record, and the record goes on from the line before."""
    whole = written(folder, [entries(3)])
    with (folder / RECORD).open("ab") as stream:
        stream.write(tail)

    lines = read_record(folder)
    assert (lines.entries, lines.damaged) == (entries(3), tail)
    beside = set_aside(folder / RECORD, lines)
    assert beside == folder / "record.damaged-1"
    assert beside.read_bytes() == tail
    assert (folder / RECORD).read_bytes() == whole


def test_a_last_line_with_a_wrong_hash_is_set_aside(folder: Path) -> None:
    """Garbled or changed, that cannot be told of the last line."""
    data = written(folder, [entries(3)])
    (folder / RECORD).write_bytes(data.replace(b'"n":3', b'"n":4'))

    lines = read_record(folder)
    assert lines.entries == entries(2)
    assert set_aside(folder / RECORD, lines) is not None
    assert written(folder, [entries(1, 3)])
    assert read_record(folder).entries == entries(3)


def test_damage_is_numbered(folder: Path) -> None:
    """A second damaged line does not overwrite the first."""
    for number in (1, 2, 3):
        with (folder / RECORD).open("ab") as stream:
            stream.write(b"x" * number)
        beside = set_aside(folder / RECORD, read_record(folder))
        assert beside == folder / f"record.damaged-{number}"
        assert beside.read_bytes() == b"x" * number
    assert set_aside(folder / RECORD, read_record(folder)) is None


@pytest.mark.parametrize(
    ("old", "new", "line", "left"),
    [
        (b'"exercise_ms":2000', b'"exercise_ms":2001', 3, 5),
        (b'"n":3,', b'"n": 3,', 4, 5),
        (b'"n":3,', b'"n":7,', 4, 2),
        (b'"event":"paused"', b'"event":"poused"', 4, 2),
    ],
)
def test_a_changed_line_in_the_middle_is_tampering(
    folder: Path, old: bytes, new: bytes, line: int, left: int
) -> None:
    """Reading refuses with its number; who insists gets what still reads as entries in order."""
    data = written(folder, [entries(5)])
    assert data.count(old) == 1
    (folder / RECORD).write_bytes(data.replace(old, new))

    with pytest.raises(InputError) as refused:
        read_record(folder)
    assert [(f.line, f.key) for f in refused.value.faults] == [(line, "record-broken")]
    lines = read_record(folder, strict=False)
    assert (lines.broken_at, len(lines.entries)) == (line, left)


def test_a_removed_line_in_the_middle_is_tampering(folder: Path) -> None:
    """The chain does not fit any more; a cut tail cannot be told, as documented."""
    rows = written(folder, [entries(4)]).splitlines(keepends=True)

    lines = read_lines(b"".join([*rows[:2], *rows[3:]]), "r")
    assert lines.broken_at == 3
    assert read_lines(b"".join(rows[:3]), "r").broken_at is None


def test_no_record_at_all(folder: Path, tmp_path: Path) -> None:
    """A file without the first line, or of a later format, is refused in either way of reading."""
    other = tmp_path / "other.jsonl"
    head = (folder / RECORD).read_bytes()
    for data, key in (
        (b"", "record-no-head"),
        (b"a: b\n", "record-no-head"),
        (b"[]\n", "record-no-head"),
        (head.replace(b'"record":1', b'"record":2'), "record-newer"),
    ):
        other.write_bytes(data)
        for strict in (True, False):
            with pytest.raises(InputError) as refused:
                read_record(other, strict=strict)
            assert [fault.key for fault in refused.value.faults] == [key]


def test_a_changed_head_is_tampering(folder: Path) -> None:
    """The first line is part of the chain."""
    data = (folder / RECORD).read_bytes()
    (folder / RECORD).write_bytes(data.replace(b'"lang":"ja"', b'"lang":"en"'))

    assert read_record(folder, strict=False).broken_at == 1


# --- one at a time -----------------------------------------------------------------------------


def test_a_second_holder_is_told_who_the_first_is(folder: Path) -> None:
    """With the machine, the process and the time; afterwards the record is free again."""
    since = "2026-11-25T10:00:00+09:00"
    with held(folder, since):
        with pytest.raises(UsageError) as refused, held(folder, "later"):
            pass
        assert refused.value.key == "record-held"
        values = refused.value.values
        assert (values["pid"], values["since"]) == (str(os.getpid()), since)
    with held(folder, since):
        pass


def test_a_lock_of_a_killed_process_is_gone(folder: Path) -> None:
    """The kernel lets go of it; what the process wrote about itself does not count."""
    script = (
        "import sys, pathlib\n"
        "from bcp.drill.record.journal import held\n"
        "with held(pathlib.Path(sys.argv[1]), 'before'):\n"
        "    print('held', flush=True)\n"
        "    sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(UsageError) as refused, held(folder, "now"):
            pass
        assert (refused.value.values["pid"], refused.value.values["since"]) == (
            str(other.pid),
            "before",
        )
        other.kill()
        other.wait()
        with held(folder, "now"):
            assert json.loads((folder / "record.holder").read_text())["since"] == "now"
