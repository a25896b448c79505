"""The facilitator's screen as people meet it: sizes, languages, trouble, drafts, hostile text."""

from __future__ import annotations

import json
import sys
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from bcp.drill.board.rows import as_players_see
from bcp.drill.live.commands import Note
from bcp.drill.live.decide import Refused
from bcp.tui.app import DrillApp, Look, run_app
from bcp.tui.bars.clickline import ClickLine
from bcp.tui.bars.entry import EntryLine
from bcp.tui.deeds import DEEDS
from bcp.tui.dialogs.dialog import Dialog, Message
from bcp.tui.drafts import FileDrafts, MemoryDrafts
from bcp.tui.layout import ROOMS
from bcp.words import LANGS, Lang
from tests.functional.tui.boards import NAMES, FakeDesk, board, function, inject, note
from tests.functional.tui.driving import (
    LARGE,
    MIDDLE,
    SMALL,
    app_of,
    drive,
    lines_of,
    press,
    type_in,
)

SIZES = [SMALL, MIDDLE, LARGE, (40, 12), (100, 24), (79, 60), (250, 70), (20, 5), (160, 30)]
DRAFT = "電話が"


def said(app: DrillApp) -> str:
    """Return the text of the dialog on top."""
    assert isinstance(app.screen, Dialog)
    return str(app.screen.query_one("#said", Static).render())


# --- sizes ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("lang", LANGS)
def test_every_line_fills_the_screen_exactly(size: tuple[int, int], lang: Lang) -> None:
    """Japanese or English, in any size, no line is wider or narrower than the terminal."""
    app = app_of(FakeDesk(), lang=lang)

    async def steps(_: Pilot[None]) -> None:
        assert [cell_len(line) for line in lines_of(app)] == [size[0]] * size[1]

    drive(app, steps, size)


@pytest.mark.parametrize("size", [SMALL, MIDDLE, LARGE], ids=str)
@pytest.mark.parametrize("lang", LANGS)
def test_the_most_important_keys_never_vanish(size: tuple[int, int], lang: Lang) -> None:
    """F1, Space, n, f, Enter and ctrl+p stay on the last line, in every list and size."""
    app = app_of(FakeDesk(), lang=lang)

    async def steps(pilot: Pilot[None]) -> None:
        for number in range(1, 8):
            await press(str(number))(pilot)
            shown = [item.key for item in app.screen.query_one("#keys", ClickLine).shown]
            assert shown[:6] == ["F1", "Space", "n", "f", "Enter", "^p"]

    drive(app, steps, size)


def test_resizing_loses_neither_focus_nor_text() -> None:
    """While somebody types, the terminal may take any size: text, focus and list stay."""
    desk = FakeDesk()
    app = app_of(desk)

    async def steps(pilot: Pilot[None]) -> None:
        await press("3", "n")(pilot)
        await type_in(pilot, DRAFT)
        for size in [*SIZES, *reversed(SIZES)]:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert isinstance(app.focused, Input)
            assert app.focused.value == DRAFT
        await press("escape")(pilot)
        assert app.focused is app.desktop.sheet("injects")

    drive(app, steps)


@pytest.mark.parametrize("size", [SMALL, (60, 20), MIDDLE, (112, 29), LARGE], ids=str)
def test_both_clocks_are_always_in_sight(size: tuple[int, int]) -> None:
    """However long the name of the drill, and whatever is wrong, both clocks can be read."""
    desk = FakeDesk(board(name="とても長い名前の訓練 " * 20), tick_failure=OSError(28, "x " * 90))
    app = app_of(desk)

    async def steps(pilot: Pilot[None]) -> None:
        app.let_time_pass()
        await press("escape")(pilot)
        assert app.size.width == size[0]
        if app.desktop.has_class("-big"):
            shown = [app.desktop.query_one(f"#{name}-clock").region for name in _CLOCKS]
            assert all(region.right <= size[0] and region.height == 3 for region in shown)
            assert all(region.width >= 8 * 3 - 4 for region in shown)
        else:
            assert "00:12:34" in lines_of(app)[1]
            assert "T+01:20:00" in lines_of(app)[1]

    drive(app, steps, size)


_CLOCKS = ("exercise", "scenario")


def test_large_terminals_show_every_list_at_once() -> None:
    """80x24 shows one list, 120x40 six, 200x60 all of them and the details."""
    shown = {}
    for size in (SMALL, MIDDLE, LARGE):
        app = app_of(FakeDesk())

        async def steps(_: Pilot[None], app: DrillApp = app) -> None:
            shown[app.size.width] = sum(app.desktop.sheet(room).display for room in ROOMS)

        drive(app, steps, size)

    assert shown == {80: 1, 120: 6, 200: 7}


def test_every_screen_is_marked_as_a_drill() -> None:
    """The screen, every dialog on it and the palette bear the mark of the drill."""
    for keys in ([], ["n"], ["f"], ["f1"], ["question_mark"], ["E"], ["i"], ["ctrl+p"], ["v"]):
        for size in (SMALL, LARGE):
            app = app_of(FakeDesk())

            async def steps(
                pilot: Pilot[None], app: DrillApp = app, keys: list[str] = keys
            ) -> None:
                await press(*keys)(pilot)
                assert "訓練 EXERCISE" in "\n".join(lines_of(app)), keys

            drive(app, steps, size)


# --- language, looks, help, palette ----------------------------------------------------------------


def test_language_changes_at_once() -> None:
    """The other language is on every line of the screen as soon as it is chosen."""
    app = app_of(FakeDesk())

    async def steps(pilot: Pilot[None]) -> None:
        assert "住民票の写しの交付" in "\n".join(lines_of(app))
        await press("l")(pilot)
        text = "\n".join(lines_of(app))
        assert "Resident certificates" in text
        assert "Functions" in text
        assert "住民票" not in text

    drive(app, steps, LARGE)


def test_themes_follow_each_other() -> None:
    """`t` goes through dark, light and high contrast."""
    app = app_of(FakeDesk(), look=Look(theme="light"))
    seen = []

    async def steps(pilot: Pilot[None]) -> None:
        for _ in range(3):
            seen.append(app.theme)
            await press("t")(pilot)

    drive(app, steps)

    assert seen == ["light", "high-contrast", "dark"]


@pytest.mark.parametrize("number", range(1, 8))
def test_help_is_about_the_focused_list(number: int) -> None:
    """F1 explains the list that has the focus."""
    app = app_of(FakeDesk(), lang="en")
    room = ROOMS[number - 1]

    async def steps(pilot: Pilot[None]) -> None:
        await press(str(number), "f1")(pilot)
        assert app.voice.say(f"help-{room}") in said(app)
        await press("escape")(pilot)
        assert app.focused is app.desktop.sheet(room)

    drive(app, steps)


def test_all_keys_are_listed() -> None:
    """`?` lists every key there is."""
    app = app_of(FakeDesk(), lang="en")

    async def steps(pilot: Pilot[None]) -> None:
        await press("question_mark")(pilot)
        for deed in DEEDS.values():
            assert app.voice.say(f"deed-{deed.id}-more") in said(app), deed.id

    drive(app, steps)


def test_palette_holds_every_command() -> None:
    """Everything a key does can be found in the palette, and themes and languages besides."""
    app = app_of(FakeDesk(), lang="en")

    async def steps(pilot: Pilot[None]) -> None:
        titles = [command.title for command in app.get_system_commands(app.screen)]
        for deed in DEEDS.values():
            if deed.id not in {"palette", "act"}:
                word = app.voice.say(f"deed-{deed.id}")
                assert any(word in title and f"({deed.shown})" in title for title in titles)
        assert {"Theme: light", "Language: Japanese"} <= set(titles)
        await press("ctrl+p")(pilot)
        assert isinstance(app.screen, CommandPalette)

    drive(app, steps)


# --- filters ---------------------------------------------------------------------------------------


def test_filter_narrows_and_escape_clears() -> None:
    """Letters after / leave only rows that contain them; Escape shows all again."""
    app = app_of(FakeDesk())
    counts = []

    async def steps(pilot: Pilot[None]) -> None:
        sheet = app.desktop.sheet("functions")
        await press("slash")(pilot)
        await type_in(pilot, "税")
        counts.append(len(sheet._lines))
        await press("enter")(pilot)
        counts.append(len(sheet._lines))
        await press("escape")(pilot)
        counts.append(len(sheet._lines))

    drive(app, steps)

    assert counts == [1, 1, 5]


# --- trouble ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("failure", "part"),
    [
        (Refused("not-started"), "先に開始する"),
        (OSError(28, "No space left on device"), "No space left on device"),
        (RuntimeError("broken [bold]"), "broken [bold]"),
    ],
    ids=["refused", "disk full", "fault"],
)
def test_trouble_is_a_dialog_and_the_drill_goes_on(failure: Exception, part: str) -> None:
    """Whatever goes wrong is said in words, and the next command works again."""
    desk = FakeDesk(failure=failure)
    app = app_of(desk)

    async def steps(pilot: Pilot[None]) -> None:
        await press("space")(pilot)
        assert part in said(app)
        desk.failure = None
        await press("escape", "space")(pilot)

    drive(app, steps)

    assert len(desk.told) == 1


def test_note_that_cannot_be_written_stays_in_the_line() -> None:
    """A full disk costs no letter: the note stays, and Enter works once there is room again."""
    desk = FakeDesk(failure=OSError(28, "No space left on device"))
    app = app_of(desk)

    async def steps(pilot: Pilot[None]) -> None:
        await press("n")(pilot)
        await type_in(pilot, DRAFT)
        await press("enter", "escape")(pilot)
        assert app.screen.query_one("#line", Input).value == DRAFT
        desk.failure = None
        await press("enter")(pilot)

    drive(app, steps)

    assert desk.told == [Note(text=DRAFT)]


def test_form_that_is_refused_comes_back_filled_in() -> None:
    """What was typed into a form stands in it again, below what was wrong."""
    desk = FakeDesk(failure=Refused("ended"))
    app = app_of(desk)

    async def steps(pilot: Pilot[None]) -> None:
        await press("i")(pilot)
        await type_in(pilot, "予備機")
        await press("ctrl+s")(pilot)
        assert "終了" in str(app.screen.query_one("#error", Static).render())
        desk.failure = None
        await press("ctrl+s")(pilot)

    drive(app, steps)

    assert [getattr(command, "text", "") for command in desk.told] == ["予備機"]


@pytest.mark.parametrize("typed", ["", "10", "1h3", "十分"])
def test_unreadable_entry_is_asked_again(typed: str) -> None:
    """A length of time that cannot be read is not guessed."""
    desk = FakeDesk()
    app = app_of(desk)

    async def steps(pilot: Pilot[None]) -> None:
        await press("P", "backspace", "backspace", "backspace")(pilot)
        await type_in(pilot, typed)
        await press("ctrl+s")(pilot)
        assert "10m" in str(app.screen.query_one("#error", Static).render())

    drive(app, steps)

    assert desk.told == []


def test_trouble_with_time_is_said_once_and_stays_on_top() -> None:
    """If what is due cannot be recorded, one dialog says so, and the top until it can."""
    desk = FakeDesk(tick_failure=OSError(28, "disk full"))
    app = app_of(desk)

    async def steps(pilot: Pilot[None]) -> None:
        for _ in range(3):
            app.let_time_pass()
            await pilot.pause()
        assert sum(isinstance(screen, Message) for screen in app.screen_stack) == 1
        assert app.desktop.query_one("#header").has_class("-trouble")
        desk.tick_failure = None
        app.let_time_pass()
        assert not app.desktop.query_one("#header").has_class("-trouble")

    drive(app, steps)


def test_board_that_cannot_be_worked_out_leaves_the_screen_as_it_was() -> None:
    """A fault behind the screen is said, what was shown stays, and it goes on by itself."""
    desk = FakeDesk()
    app = app_of(desk)

    async def steps(pilot: Pilot[None]) -> None:
        desk.board_failure = ZeroDivisionError("oops")
        app.let_time_pass()
        await pilot.pause()
        assert "oops" in said(app)
        await press("escape")(pilot)
        desk.board_failure = None
        desk.shown = replace(desk.shown, speed=600)
        app.let_time_pass()
        await pilot.pause()
        assert "×600" in lines_of(app)[0]

    drive(app, steps)


def test_screen_that_breaks_down_leaves_without_a_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault of the screen itself ends it quietly and is kept for whoever opens it again."""
    app = app_of(FakeDesk())
    left: list[bool] = []

    async def steps(_: Pilot[None]) -> None:
        monkeypatch.setattr(DrillApp, "is_headless", False)
        monkeypatch.setattr(app, "exit", lambda: left.append(True))
        app._handle_exception(ZeroDivisionError("broken"))
        monkeypatch.undo()

    drive(app, steps)

    assert isinstance(app.failure, ZeroDivisionError)
    assert left == [True]
    assert "Traceback" not in "".join(capsys.readouterr())


def test_screen_is_opened_again_and_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    """After a breakdown the screen comes back on the same drill, in the same language and look."""
    opened: list[tuple[str, str, str]] = []

    def run(app: DrillApp) -> None:
        opened.append((app._opening, app.voice.lang, app.theme))
        app.voice = replace(app.voice, lang="en")
        app.theme = "light"
        app.failure = ZeroDivisionError("broken") if len(opened) == 1 else None

    monkeypatch.setattr(DrillApp, "run", run)
    run_app(FakeDesk(), NAMES, "ja")

    assert [lang for _, lang, _ in opened] == ["ja", "en"]
    assert [theme for _, _, theme in opened] == ["dark", "light"]
    assert "ZeroDivisionError: broken" in opened[1][0]


# --- drafts and editor -----------------------------------------------------------------------------


def test_draft_survives_escape_and_a_new_program(tmp_path: Path) -> None:
    """Letters typed and not yet recorded are there again, even in another program."""
    path = tmp_path / "drafts.json"

    async def begin(pilot: Pilot[None]) -> None:
        await press("n")(pilot)
        await type_in(pilot, DRAFT)

    drive(app_of(FakeDesk(), drafts=FileDrafts(path)), begin)
    desk = FakeDesk()
    drive(app_of(desk, drafts=FileDrafts(path)), press("n", "enter"))

    assert desk.told == [Note(text=DRAFT)]
    assert not path.exists()


def test_form_keeps_every_letter_as_a_draft(tmp_path: Path) -> None:
    """A form closed by Escape, or by a crash, comes back as it was left."""
    drafts = MemoryDrafts()
    desk = FakeDesk()

    drive(app_of(desk, drafts=drafts), press("i", "a", "b", "escape"))
    drive(app_of(desk, drafts=drafts), press("i", "c", "ctrl+s"))

    assert [getattr(command, "text", "") for command in desk.told] == ["abc"]


@pytest.mark.parametrize("text", ["{", "[]", '{"note": 3}', ""])
def test_damaged_drafts_are_no_obstacle(tmp_path: Path, text: str) -> None:
    """A file of drafts that cannot be read costs the drafts and nothing else."""
    path = tmp_path / "drafts.json"
    path.write_text(text, encoding="utf-8")
    drafts = FileDrafts(path)

    drafts.keep("note", {"text": "a"})

    assert json.loads(path.read_text(encoding="utf-8"))["note"] == {"text": "a"}


def test_editor_gives_back_the_text(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What the user's editor writes is what is recorded, line feeds and all."""
    script = tmp_path / "editor.py"
    script.write_text(
        "import sys, pathlib\np = pathlib.Path(sys.argv[1])\n"
        "p.write_text(p.read_text(encoding='utf-8') + '\\n二行目\\n', encoding='utf-8')",
        encoding="utf-8",
    )
    monkeypatch.setenv("VISUAL", f'"{sys.executable}" "{script}"'.replace("\\", "/"))
    desk = FakeDesk()
    app = app_of(desk)

    monkeypatch.setattr(DrillApp, "suspend", lambda _: nullcontext())

    drive(app, press("i", "a", "ctrl+e", "ctrl+s"))

    assert [getattr(command, "text", "") for command in desk.told] == ["a\n二行目"]


@pytest.mark.parametrize("editor", ["", "false", "no-such-editor-here", '"'])
def test_missing_editor_costs_no_letter(monkeypatch: pytest.MonkeyPatch, editor: str) -> None:
    """Without a working editor the text stays as it is, and the line says what to do."""
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", editor)
    desk = FakeDesk()

    drive(app_of(desk), press("i", "a", "ctrl+e", "ctrl+s"))

    assert [getattr(command, "text", "") for command in desk.told] == ["a"]


# --- hostile text ----------------------------------------------------------------------------------

HOSTILE = "[red]赤[/] [@click=app.quit]x[/] \x1b[31m\x07\u202e\n行 {0} %s 😀é"


def test_nothing_in_a_text_is_markup_or_steers_the_terminal() -> None:
    """Brackets are shown as they are; escapes and turned directions do not reach the screen."""
    names = {lang: {**NAMES[lang], "resident": HOSTILE} for lang in LANGS}
    shown = board(
        name=HOSTILE,
        functions=(function("resident", "missed"), function(HOSTILE, "up")),
        injects=(inject("1", "due", at=60, text=HOSTILE, to=(HOSTILE,), means=HOSTILE),),
        log=(note(1, HOSTILE, who=HOSTILE),),
    )
    app = DrillApp(FakeDesk(shown), names, "ja")

    async def steps(pilot: Pilot[None]) -> None:
        for keys in (["1"], ["3"], ["4"], ["1", "enter"], ["escape", "3", "enter"]):
            await press(*keys)(pilot)
            text = "".join(lines_of(app))
            assert "[red]" in text
            assert not {"\x1b", "\x07", "\u202e", "\n"} & set(text)
            assert {cell_len(line) for line in lines_of(app)} == {200}

    drive(app, steps, LARGE)


# --- watching --------------------------------------------------------------------------------------


def test_players_see_no_empty_lists_and_no_keys_to_act() -> None:
    """The players' view has neither objectives nor items nor any key that tells the drill."""
    desk = FakeDesk(as_players_see(board()))
    app = app_of(desk, look=Look(can_act=False))

    async def steps(_: Pilot[None]) -> None:
        assert not app.desktop.sheet("review").display
        keys = {item.id for item in app.screen.query_one("#keys", ClickLine).shown}
        assert not {key for key in keys if DEEDS[key].acts}

    drive(app, steps, LARGE)


# --- the mouse -------------------------------------------------------------------------------------


def test_mouse_reaches_lists_keys_and_rows() -> None:
    """A click on a tab opens its list, one on a key does it, a double click opens a row."""
    desk = FakeDesk()
    app = app_of(desk)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.click("#tabs", offset=(10, 0))
        await pilot.pause()
        assert app.focused is app.desktop.sheet("tasks")
        await pilot.click("#keys", offset=(14, 0))
        await pilot.pause()
        assert len(desk.told) == 1
        await pilot.click("#tasks", offset=(5, 3), times=2)
        await pilot.pause()
        assert isinstance(app.screen, Dialog)
        assert app.screen.query(OptionList)

    drive(app, steps)


def test_click_into_the_line_begins_a_note() -> None:
    """Whoever clicks into the line at the bottom can type a note at once."""
    desk = FakeDesk()

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.click("#line")
        await pilot.pause()
        await press("a", "enter")(pilot)

    drive(app_of(desk), steps)

    assert desk.told == [Note(text="a")]


# --- what is painted -------------------------------------------------------------------------------


def test_only_what_changed_is_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A board on which one function changed paints one line of one list, and lays nothing out."""
    desk = FakeDesk()
    app = app_of(desk)
    painted: list[int] = []

    async def steps(pilot: Pilot[None]) -> None:
        sheet = app.desktop.sheet("functions")
        monkeypatch.setattr(type(sheet), "refresh_line", lambda _, y: painted.append(y))
        rows = desk.shown.functions
        desk.shown = replace(desk.shown, functions=(*rows[:2], replace(rows[2], left=1), *rows[3:]))
        app.let_time_pass()
        assert painted == [3]
        assert not app.desktop._layout_required

    drive(app, steps, LARGE)


def test_cursor_stays_on_its_row() -> None:
    """When rows change places, the cursor goes along with the row that was chosen."""
    desk = FakeDesk()
    app = app_of(desk)

    async def steps(pilot: Pilot[None]) -> None:
        await press("down")(pilot)
        desk.shown = replace(desk.shown, functions=tuple(reversed(desk.shown.functions)))
        app.let_time_pass()
        assert app.desktop.sheet("functions").subject == "tax"

    drive(app, steps)


def test_ascii_only_screens_hold_no_other_signs() -> None:
    """Where only ASCII can be shown, signs and borders are ASCII; English text leaves no other."""
    shown = board(injects=(), log=(), objectives=(), items=(), tasks=(), name="x", name_en="x")
    app = app_of(FakeDesk(shown), lang="en", look=Look(ascii_only=True))

    async def steps(pilot: Pilot[None]) -> None:
        for size in (SMALL, (110, 26)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert "".join(lines_of(app)).isascii()

    drive(app, steps)


def test_entry_line_is_found() -> None:
    """The line at the bottom is always there, so that opening it moves nothing."""
    app = app_of(FakeDesk())

    async def steps(pilot: Pilot[None]) -> None:
        before = app.screen.query_one(EntryLine).region
        await press("n")(pilot)
        assert app.screen.query_one(EntryLine).region == before

    drive(app, steps)
