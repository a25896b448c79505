"""Every key of the facilitator's screen tells the drill what it says it does."""

from __future__ import annotations

from datetime import date

import pytest
from textual.pilot import Pilot

from bcp.drill.live.commands import (
    AbortTask,
    Answer,
    Assign,
    Command,
    Correct,
    Decide,
    End,
    FinishTask,
    Fire,
    Improve,
    Jump,
    Note,
    Pause,
    Postpone,
    Rate,
    Resume,
    SetSpeed,
    Start,
    StartTask,
    Undo,
)
from bcp.tui.app import Look
from tests.functional.tui.boards import FakeDesk, board
from tests.functional.tui.driving import app_of, drive, press, type_in

NET = {"component": "net", "task": "inspect"}
HOST = {"component": "host", "task": "restore"}
CASES: list[tuple[str, list[str], Command]] = [
    ("space", ["space"], Pause()),
    ("end", ["E", "y"], End()),
    ("faster", ["+"], SetSpeed(speed=600)),
    ("slower", ["-"], SetSpeed(speed=10)),
    ("preset", ["v", "down", "enter"], SetSpeed(speed=10)),
    ("free speed", ["v", "4", "5", "enter"], SetSpeed(speed=45)),
    ("jump to next", ["j", "enter", "ctrl+s"], Jump(to=6000)),
    ("fire chosen", ["3", "f"], Fire(inject="7")),
    ("fire any", ["f", "b", "1", "enter"], Fire(inject="b1")),
    ("fire conditional", ["3", "down", "f"], Fire(inject="9")),
    ("postpone", ["3", "p", "ctrl+s"], Postpone(inject="7", by=600)),
    ("postpone all", ["P", "ctrl+s"], Postpone(by=600)),
    ("answer", ["3", *["down"] * 3, "a", "o", "k", "ctrl+s"], Answer(inject="3", text="ok")),
    ("decide", ["3", *["down"] * 3, "c", "ctrl+s"], Decide(inject="3", option="wait")),
    ("finish", ["2", "d"], FinishTask(**HOST)),
    ("start", ["2", "down", "down", "s"], StartTask(**NET, procedure="rebuild")),
    ("abort", ["2", "x", "n", "o", "enter"], AbortTask(**HOST, why="no")),
    ("assign", ["2", "down", "a", "Q", "enter"], Assign(component="db", task="inspect", who="Q")),
    ("undo", ["z"], Undo()),
    ("redo", ["Z"], Undo(entry=5)),
    ("take back", ["4", "up", "up", "up", "x"], Undo(entry=2)),
    ("bring back", ["4", "up", "x"], Undo(entry=5)),
    ("note", ["n", "h", "i", "enter"], Note(text="hi")),
    ("strength", ["n", "f2", "f2", "a", "enter"], Note(text="a", kind="strength")),
    ("note about", ["2", "n", "f3", "a", "enter"], Note(text="a", about="host/restore")),
    ("hot wash", ["h", "tab", "a", "ctrl+s"], Note(text="a", kind="hot-wash")),
    ("rate", ["7", "r", "down", "enter", "ctrl+s"], Rate(objective="o1", rating="S")),
    ("item", ["i", "a", "tab", "b", "ctrl+s"], Improve(text="a", owner="b")),
    ("menu", ["2", "enter", "d"], FinishTask(**HOST)),
    ("menu by enter", ["2", "enter", "enter"], FinishTask(**HOST)),
]


@pytest.mark.parametrize(("keys", "command"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_key_tells_the_drill(keys: list[str], command: Command) -> None:
    """The keys lead to exactly this command."""
    desk = FakeDesk()

    drive(app_of(desk), press(*keys))

    assert desk.told == [command]


@pytest.mark.parametrize(("phase", "command"), [("ready", Start()), ("paused", Resume())])
def test_space_does_what_comes_next(phase: str, command: Command) -> None:
    """Space starts a drill that has not begun, and lets one go on that is paused."""
    desk = FakeDesk(board(phase=phase))

    drive(app_of(desk), press("space"))

    assert desk.told == [command]


@pytest.mark.parametrize("phase", ["ready", "running", "paused"])
@pytest.mark.parametrize("no", ["7", "9", "b1"])
def test_any_inject_is_fired_in_every_state_of_the_clock(phase: str, no: str) -> None:
    """Timed, conditional and bench injects can be given whether the clock runs or not."""
    desk = FakeDesk(board(phase=phase))

    drive(app_of(desk), press("f", *no, "enter"))

    assert desk.told == [Fire(inject=no)]


def test_correction_changes_time_and_text() -> None:
    """`e` changes the time and the text of the chosen entry, and only what was changed is told."""
    desk = FakeDesk()

    async def steps(pilot: Pilot[None]) -> None:
        await press("4", "up", "up", "e", *["backspace"] * 8)(pilot)
        await type_in(pilot, "0:01:30")
        await press("tab", "!", "ctrl+s")(pilot)

    drive(app_of(desk), steps)

    assert desk.told == [Correct(entry=3, text="電話が通じない!", exercise=90_000)]


def test_item_gets_owner_and_due_date() -> None:
    """An improvement item is opened with text, owner and the day until which it is due."""
    desk = FakeDesk()

    async def steps(pilot: Pilot[None]) -> None:
        await press("i")(pilot)
        await type_in(pilot, "予備機を買う")
        await press("tab")(pilot)
        await type_in(pilot, "契約管財課")
        await press("tab")(pilot)
        await type_in(pilot, "2027/3/1")
        await press("ctrl+s")(pilot)

    drive(app_of(desk), steps)

    assert desk.told == [
        Improve(text="予備機を買う", owner="契約管財課", due=date(2027, 3, 1)),
    ]


def test_letters_typed_are_text_and_nothing_else() -> None:
    """While somebody types, no letter and no blank is taken for a command."""
    desk = FakeDesk()
    typed = "nfzZjvpPhiEqrsdxaec /?+-1234567 @復旧した"

    async def steps(pilot: Pilot[None]) -> None:
        await press("n")(pilot)
        await type_in(pilot, typed)
        await press("enter")(pilot)

    drive(app_of(desk), steps)

    assert desk.told == [Note(text=typed)]


def test_note_says_who_did_it() -> None:
    """A note that begins with @ names who did it, in half or full width."""
    desk = FakeDesk()

    async def steps(pilot: Pilot[None]) -> None:
        await press("n")(pilot)
        await type_in(pilot, "＠係長　UPSを確認した")
        await press("enter")(pilot)

    drive(app_of(desk), steps)

    assert desk.told == [Note(text="UPSを確認した", who="係長")]


@pytest.mark.parametrize("keys", [["q"], ["ctrl+q"]])
def test_leaving_asks_once_while_the_drill_runs(keys: list[str]) -> None:
    """The screen is not left by a slip; no leaves it as it was."""
    app = app_of(FakeDesk())

    async def steps(pilot: Pilot[None]) -> None:
        await press(*keys, "n")(pilot)
        assert app.is_running
        await press(*keys, "y")(pilot)

    drive(app, steps)

    assert app.return_code == 0


def test_watching_screen_tells_nothing() -> None:
    """A screen that may not act tells the drill nothing, whatever is pressed."""
    desk = FakeDesk()
    keys = [key for case in CASES for key in [*case[1], "escape", "escape"]]

    drive(app_of(desk, look=Look(can_act=False)), press(*(k for k in keys if k != "E")))

    assert desk.told == []
