"""Keys that come all at once, as from a slow line, a paste or a fast hand."""

from __future__ import annotations

import asyncio

import pytest
from textual.events import Key
from textual.pilot import Pilot

from bcp.drill.live.commands import Command, Improve, Note
from tests.functional.tui.boards import FakeDesk
from tests.functional.tui.driving import app_of, drive


def at_once(keys: list[str]) -> list[Key]:
    """Return *keys* as the terminal hands them over: a letter is itself."""
    return [Key(key, key if len(key) == 1 else None) for key in keys]


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (["n", *"Ef i z x Done", "enter"], Note(text="Ef i z x Done")),
        (["1", "n", *"一つ", "enter"], Note(text="一つ")),
        (["i", *"next time", "ctrl+s"], Improve(text="next time")),
    ],
)
def test_keys_sent_at_once_are_what_they_were_meant_to_be(keys: list[str], told: Command) -> None:
    """None of the letters after the one that opens a field is taken for another key."""
    desk = FakeDesk()

    async def steps(pilot: Pilot[None]) -> None:
        for key in at_once(keys):
            pilot.app.post_message(key)
        for _ in range(200):
            await asyncio.sleep(0)
            await pilot.pause()
            if desk.told:
                return

    drive(app_of(desk), steps)

    assert desk.told == [told]
