"""Scripts: what they may hold, every fault of one at once, and how they are played."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bcp.drill.live.commands import Improve, Note, Pause, Resume, Start, Undo
from bcp.drill.record.records import hold_record
from bcp.drill.record.script_files import COMMANDS, load_script
from bcp.drill.record.scripts import Step, Stopped, play, replayed
from bcp.drill.session import HandClock, MemoryJournal, Session
from bcp.errors import InputError
from tests.support.drills import setting_of
from tests.support.records import record_at, workspace_at


def loaded(tmp_path: Path, text: str | bytes, name: str = "s.yaml") -> list[tuple[int, object]]:
    """Return the moments and commands of a script."""
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return [(step.at, step.command) for step in load_script(path)]


def faults(tmp_path: Path, text: str | bytes) -> list[str]:
    """Return the faults of a script as ``line where key``."""
    with pytest.raises(InputError) as refused:
        loaded(tmp_path, text)
    return [f"{fault.line} {fault.where} {fault.key}" for fault in refused.value.faults]


def session_of(drill: str = "") -> tuple[Session, HandClock]:
    clock = HandClock()
    return Session(setting_of(drill), MemoryJournal(), clock), clock


YAML = """
# a rehearsal
- {at: 0, do: start}
- at: 1m30s
  do: note
  text: 電話
  x-remark: ours
- {at: 90.5, do: wait}
- {at: 2m, do: improve, text: better, due: 2026-12-01}
"""
JSON_LINES = """{"at": 0, "do": "start"}

{"at": "1m30s", "do": "note", "text": "\\u96fb\\u8a71"}
{"at": 90.5, "do": "wait"}
{"at": "2m", "do": "improve", "text": "better", "due": "2026-12-01"}
"""


@pytest.mark.parametrize("text", [YAML, JSON_LINES, "\ufeff" + JSON_LINES])
def test_what_a_script_may_hold(tmp_path: Path, text: str) -> None:
    """Moments as durations or seconds, commands by their keys; in YAML or a JSON object a line."""
    improve = Improve.model_validate({"text": "better", "due": "2026-12-01"})
    assert loaded(tmp_path, text) == [
        (0, Start()),
        (90_000, Note(text="電話")),
        (90_500, None),
        (120_000, improve),
    ]


def test_every_fault_at_once(tmp_path: Path) -> None:
    """Each with its line: unknown commands and keys, missing ones, values, and the order."""
    text = """
- {at: 0, do: strat}
- {at: 5x, do: note, txt: a}
- {do: note, text: a}
- foo
- {at: 10m, do: fire}
- {at: 5m, do: rate, objective: back, rating: X}
- {at: 11m, do: postpone, by: soon}
- {at: 11m, do: improve, text: a, due: tomorrow, refused: perhaps}
- {at: 12m, text: a}
"""
    assert faults(tmp_path, text) == [
        "2 [0].do not-one-of-near",
        "3 [1] missing",
        "3 [1].at bad-exercise-time",
        "3 [1].txt unknown-key-near",
        "4 [2] missing",
        "5 [3] not-mapping",
        "6 [4] missing",
        "7 [5].rating not-one-of",
        "8 [6].by bad-duration",
        "9 [7].due bad-date",
        "9 [7].refused bad-bool",
        "10 [8] missing",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", ["1  script-empty"]),
        ("do: start", ["1  script-not-list"]),
        ("- {at: 5m, do: start}\n- {at: 4m, do: end}", ["2 [1].at script-order"]),
        ('{"at": 0\n{}\n{"at": 1', ["1  script-not-json", "3  script-not-json"]),
        ('{"at": 0, "do": ["start"]}', ["1 [0].do not-one-of"]),
        ('{"at": 0, "do": "note", "text": {"a": [1]}}', ["1 [0].text value-not-text"]),
        ("- {at: 0, do: null}", ["1 [0].do not-one-of"]),
        ("- {at: -5, do: start}", ["1 [0].at bad-exercise-time"]),
        (b"\x93\xfa\x96\x7b", ["1  shift-jis"]),
    ],
)
def test_no_script(tmp_path: Path, text: str | bytes, told: list[str]) -> None:
    """What is no script at all, or no list of steps in the order of time."""
    assert faults(tmp_path, text) == told


def test_steps_are_done_at_their_moments() -> None:
    """By the exercise clock; while it stands still what follows is done at once."""
    session, clock = session_of("clock: {speed: 60}")
    steps = [
        Step(0, Start()),
        Step(1500, Note(text="a")),
        Step(2000, Pause()),
        Step(9000, Note(text="b")),
        Step(9000, Resume()),
        Step(3000, Note(text="c")),
        Step(4000, None),
    ]
    play(session, clock, steps)

    told = [(entry.exercise, entry.event.event) for entry in session.state.entries]
    assert told == [
        (0, "started"),
        (1500, "noted"),
        (2000, "paused"),
        (2000, "noted"),
        (2000, "resumed"),
        (3000, "noted"),
        (4000, "ticked"),
    ]


def test_a_refused_command_stops_the_script() -> None:
    """At its step, what was done before stays done; unless it has to be refused."""
    session, clock = session_of()
    first, second = Step(0, Start()), Step(5, Start(), file="s.yaml", line=7)
    with pytest.raises(Stopped) as stopped:
        play(session, clock, [first, second, Step(6, Note(text="a"))])
    assert stopped.value.step is second
    assert stopped.value.refused is not None
    assert stopped.value.refused.phrase.key == "refused-started-already"
    assert len(session.state.entries) == 1

    session, clock = session_of()
    steps = [first, Step(5, Start(), is_refused=True), Step(9, Note(text="a"))]
    play(session, clock, steps)
    assert [entry.exercise for entry in session.state.entries] == [0, 9]
    with pytest.raises(Stopped) as stopped:
        play(session, clock, [Step(9, Note(text="b"), is_refused=True)])
    assert stopped.value.refused is None


def test_entries_are_numbered_as_people_count_them() -> None:
    """Ticks in between do not count; an inject that falls due at that moment does."""
    drill = "clock: {speed: 60}\ninjects:\n- {no: 1, at: 5m, text: a}"
    for beats in ([], [Step(at, None) for at in range(1000, 4001, 1000)]):
        session, clock = session_of(drill)
        steps = [Step(0, Start()), *beats, Step(4000, Note(text="a"))]
        play(session, clock, [*steps, Step(5000, Undo(entry=2)), Step(5000, Note(text="b"))])
        undone = [e.event for e in session.state.entries if e.event.event == "undone"]
        assert [session.state.entries[e.entry - 1].event.event for e in undone] == ["noted"]

        with pytest.raises(Stopped):
            play(session, clock, [Step(5000, Undo(entry=99))])


def test_a_record_is_a_script(tmp_path: Path) -> None:
    """Of the record folder people's entries are taken, and the time to which it had come."""
    folder, clock = record_at(workspace_at(tmp_path)), HandClock()
    with hold_record(folder, clock) as held:
        session = held.session(clock)
        session.do(Start())
        clock.milliseconds += 40_000
        session.do(Note(text="a"))
        clock.milliseconds += 5000
        session.tick()

    assert load_script(folder) == load_script(folder / "record.jsonl")
    steps = load_script(folder)
    assert [(step.at, step.command) for step in steps] == [
        (0, Start()),
        (40_000, Note(text="a")),
        (45_000, None),
    ]
    assert [step.line for step in steps] == [2, 4, 5]
    assert replayed(()) == ()


def test_a_tampered_record_is_no_script(tmp_path: Path) -> None:
    """It is refused with the line."""
    folder, clock = record_at(workspace_at(tmp_path)), HandClock()
    with hold_record(folder, clock) as held:
        session = held.session(clock)
        session.do(Start())
        session.do(Note(text="a"))
        session.do(Note(text="b"))
    data = (folder / "record.jsonl").read_bytes()
    (folder / "record.jsonl").write_bytes(data.replace(b'"text":"a"', b'"text":"c"'))

    with pytest.raises(InputError) as refused:
        load_script(folder)
    assert [(f.line, f.key) for f in refused.value.faults] == [(3, "record-broken")]


@pytest.mark.parametrize("page", ["docs/drill-records.md", "docs/ja/drill-records.md"])
def test_the_documented_script_can_be_played(root: Path, tmp_path: Path, page: str) -> None:
    """It is read as it stands, and every command there is, is named."""
    text = (root / page).read_text(encoding="utf-8")
    (block,) = re.findall(r"^```yaml\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)

    assert [at for at, _ in loaded(tmp_path, block)][:4] == [0, 30_000, 65_000, 70_500]
    assert {f"`{name}`" for name in COMMANDS} <= set(re.findall(r"`[a-z-]+`", text))
