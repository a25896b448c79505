"""Driving the app without a terminal: press keys, let everything settle, look."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from textual.events import Key
from textual.pilot import Pilot

from bcp.tui.app import DrillApp
from tests.functional.tui.boards import NAMES, FakeDesk

Steps = Callable[[Pilot[None]], Awaitable[None]]
SMALL, MIDDLE, LARGE = (80, 24), (120, 40), (200, 60)


def app_of(desk: FakeDesk, **options: object) -> DrillApp:
    return DrillApp(desk, NAMES, options.pop("lang", "ja"), **options)  # type: ignore[arg-type]


def drive(app: DrillApp, steps: Steps, size: tuple[int, int] = SMALL) -> None:
    """Run *app* in *size* and go through *steps*."""

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await steps(pilot)

    asyncio.run(run())


def press(*keys: str) -> Steps:
    """Return steps that press *keys* one after another."""

    async def steps(pilot: Pilot[None]) -> None:
        for key in keys:
            await pilot.press(key)
            await pilot.pause()

    return steps


async def type_in(pilot: Pilot[None], text: str) -> None:
    """Type *text* as a keyboard or an input method gives it: letter by letter."""
    for letter in text:
        if letter.isascii():
            await pilot.press(letter)
        else:
            pilot.app.post_message(Key(letter, letter))
            await pilot.pause()
    await pilot.pause()


def lines_of(app: DrillApp) -> list[str]:
    """Return the text of the screen, line by line."""
    return [strip.text for strip in app.screen._compositor.render_strips()]
