"""Laws of records: whatever is cut off or changed, what is read is a beginning of what happened."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcp.drill.live.events import Entry, InjectFired, Noted
from bcp.drill.live.setting import Setting
from bcp.drill.record.chain import FORMAT, Digests, RecordHead, encoded, first_line, read_lines
from bcp.drill.record.scripts import Step, play, replayed
from bcp.drill.session import HandClock, MemoryJournal, Session
from bcp.report.drill_json import drill_json
from bcp.report.names import names_of
from tests.support.random_drills import RandomDrill, lived, random_drills

pytestmark = pytest.mark.property

DIGESTS = Digests(inventory="a", scenario="b", drill="c")
HEAD = RecordHead(bcp="1", record=FORMAT, drill="d", inputs=DIGESTS, lang="ja", made="now")


def record_of(entries: Sequence[Entry]) -> bytes:
    """Return the record that holds *entries*."""
    line, last = first_line(HEAD)
    return line + encoded(entries, last)[0]


def gone_on(setting: Setting, entries: Sequence[Entry]) -> Session:
    """Return a session that goes on with *entries*."""
    journal = MemoryJournal()
    journal.entries = [*entries]
    return Session(setting, journal, HandClock(), entries)


def by_itself(entries: Sequence[Entry]) -> Counter[str]:
    """Return how often the clock or a condition gave each inject."""
    given_ = (entry.event for entry in entries if isinstance(entry.event, InjectFired))
    return Counter(event.inject for event in given_ if event.by != "hand")


@given(random_drills())
@settings(max_examples=15)
def test_cut_anywhere_it_goes_on(drill: RandomDrill) -> None:
    """Each line is read while it is whole; then the drill goes on, and gives nothing twice."""
    entries = lived(drill).state.entries
    data = record_of(entries)
    ends = [at for at, byte in enumerate(data, 1) if byte == ord("\n")]
    for number, end in enumerate(ends[1:], 1):
        start = ends[number - 1]
        for cut in {start + 1, (start + end) // 2, end - 3, end - 2, end - 1}:
            lines = read_lines(data[:cut], "r")
            assert (lines.entries, lines.size) == (entries[: number - 1], start)
            assert (lines.damaged, lines.broken_at) == (data[start:cut], None)
        assert read_lines(data[:end], "r").entries == entries[:number]
        session = gone_on(drill.setting, entries[:number])
        for given_ in session.state.injects.values():
            is_open = session.state.phase in {"running", "paused"} and given_.fired is None
            assert not is_open or given_.due is None or given_.due > session.state.scenario
        assert set(by_itself(session.state.entries).values()) <= {1}


@given(random_drills(), st.integers(0, 2**32))
def test_no_changed_byte_goes_unseen(drill: RandomDrill, seed: int) -> None:
    """It is tampering, or a last line set aside; what was read before it is what happened."""
    entries, rng = lived(drill).state.entries, random.Random(seed)
    data = bytearray(record_of(entries))
    first = data.index(b"\n") + 1
    for _ in range(30):
        at = rng.randrange(first, len(data)) if len(data) > first else first - 1
        kept = data[at]
        data[at] = rng.choice([byte for byte in range(256) if byte != kept])
        lines = read_lines(bytes(data), "r")
        line = data.count(b"\n", 0, at) + 1
        assert lines.damaged or lines.broken_at == line
        assert lines.entries[: line - 2] == entries[: line - 2]
        data[at] = kept


@given(random_drills(), st.data())
def test_no_removed_line_goes_unseen(drill: RandomDrill, data: st.DataObject) -> None:
    """Unless it was the last: that is said in the documentation."""
    rows = record_of(lived(drill).state.entries).splitlines(keepends=True)
    gone = data.draw(st.integers(1, max(1, len(rows) - 3)))
    left = rows[:gone] + rows[gone + 1 :]

    is_seen = read_lines(b"".join(left), "r").broken_at == gone + 1
    assert is_seen or gone >= len(rows) - 2


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=60), max_size=8))
def test_any_text_survives(texts: list[str]) -> None:
    """Control characters, line separators of every kind, emoji: a note is read as it was taken."""
    entries = tuple(Entry(n, n, n, text, Noted(text=text)) for n, text in enumerate(texts, 1))

    lines = read_lines(record_of(entries), "r")
    assert (lines.entries, lines.damaged, lines.broken_at) == (entries, b"", None)


# --- scripts -----------------------------------------------------------------------------------


def outcome(session: Session) -> dict[str, Any]:
    """Return how a drill ended."""
    return drill_json(session.state, "ja", names_of(session.state.setting.inventory, "ja"))


def played(setting: Setting, steps: Sequence[Step]) -> Session:
    """Return a session in which a script was played."""
    clock = HandClock()
    session = Session(setting, MemoryJournal(), clock)
    play(session, clock, steps)
    return session


@given(random_drills())
def test_a_record_played_as_a_script_ends_the_same(drill: RandomDrill) -> None:
    """Only what people did is played; clocks, conditions and leaps do the rest again."""
    entries = lived(drill).state.entries

    assert outcome(played(drill.setting, replayed(entries))) == outcome(
        gone_on(drill.setting, entries)
    )


@given(random_drills(), st.integers(0, 2**32))
@settings(max_examples=30)
def test_watching_the_clock_changes_nothing(drill: RandomDrill, seed: int) -> None:
    """A tick every second of the exercise, or whenever: the same outcome."""
    steps, rng = replayed(lived(drill).state.entries), random.Random(seed)
    watched: list[Step] = []
    before = 0
    for step in steps:
        beats = range(before + 1000, step.at, max(1000, (step.at - before) // 20))
        watched += [Step(at, None) for at in beats]
        watched += [Step(step.at, None)] * rng.choice([0, 1])
        watched.append(step)
        before = step.at

    assert outcome(played(drill.setting, watched)) == outcome(played(drill.setting, steps))
