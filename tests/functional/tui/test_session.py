"""The screen in front of a real drill: what is pressed stands in the record."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from bcp.drill.file.models import Drill
from bcp.drill.live.setting import prepare
from bcp.drill.session import HandClock, MemoryJournal, Session
from bcp.inventory.load import load_inventory
from bcp.report.names import names_of
from bcp.scenario.load import load_scenario
from bcp.tui.app import DrillApp
from bcp.words import LANGS
from tests.functional.tui.driving import LARGE, drive, press, type_in

DRILL = {
    "drill": {"id": "d", "name": "訓練", "kind": "tabletop", "scenario": "ransomware"},
    "objectives": [{"id": "o1", "text": "報告する", "criterion": "30分以内"}],
    "clock": {"speed": 60, "tasks": "by-hand", "meanwhile": "nothing"},
    "injects": [
        {"no": "1", "at": "20m", "text": "庁舎が停電した。", "deadline": "30m"},
        {"no": "2", "text": "余震が発生した。"},
    ],
}


def test_a_drill_is_run_from_the_screen(root: Path) -> None:
    """Start, a task begun and finished, injects by clock and hand, a note, undo, rating, end."""
    loaded = load_inventory(root / "inventory" / "chikusei")
    scenario = load_scenario(root / "scenarios/chikusei/ransomware.yaml", loaded).scenario
    clock, journal = HandClock(), MemoryJournal()
    drill = Drill.model_validate(DRILL)
    session = Session(prepare(drill, scenario, loaded.inventory), journal, clock)
    names = {lang: names_of(loaded.inventory, lang) for lang in LANGS}
    app = DrillApp(session, names, "ja")

    async def steps(pilot: Pilot[None]) -> None:
        async def wait(minutes: int) -> None:
            clock.milliseconds += minutes * 1000
            app.let_time_pass()
            await pilot.pause()

        await press("f", "2", "enter", "space")(pilot)
        await wait(25)
        await press("2", "s")(pilot)
        await wait(30)
        await press("home", "d", "n")(pilot)
        await type_in(pilot, "@係長 調査を終えた")
        await press("enter", "z", "Z")(pilot)
        await press("3", "end", "a", "o", "k", "ctrl+s")(pilot)
        await press("r", "enter", "enter", "ctrl+s", "E", "y")(pilot)

    drive(app, steps, LARGE)
    told = [entry.event.event for entry in journal.entries if entry.event.event != "ticked"]

    assert told == [
        "inject-fired",
        "started",
        "inject-fired",
        "task-started",
        "task-finished",
        "noted",
        "undone",
        "undone",
        "answered",
        "rated",
        "ended",
    ]
    assert session.board().phase == "ended"
