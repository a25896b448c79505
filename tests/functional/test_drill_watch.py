"""``bcp drill watch``: the second screen, by pilot and in a terminal of its own."""

from __future__ import annotations

import asyncio
import os
import select
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Self

import pytest
from textual.pilot import Pilot

from bcp.drill.live import commands as wish
from bcp.report.names import names_of
from bcp.tui.app import DrillApp, Look
from bcp.tui.deeds import DEEDS
from bcp.tui.layout import ROOMS
from bcp.words import LANGS
from tests.functional.conftest import Run
from tests.support.following import HIDDEN, SECRETS, Stage, play_secrets, stage
from tests.support.records import HEAD, record_at, workspace_at

Steps = Callable[[Pilot[None], DrillApp], Awaitable[None]]
LARGE = (200, 60)


def watch(held: Stage, steps: Steps, size: tuple[int, int] = LARGE) -> None:
    """Show what is followed, and go through *steps*."""
    names = {lang: names_of(held.session.state.setting.inventory, lang) for lang in LANGS}
    app = DrillApp(held.follower, names, "ja", look=Look(can_act=False))

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await steps(pilot, app)

    asyncio.run(run())


async def text_of(pilot: Pilot[None]) -> str:
    """Return the letters on the screen."""
    await pilot.pause()
    return "\n".join(strip.text for strip in pilot.app.screen._compositor.render_strips())


async def everything(pilot: Pilot[None], rows: int = 3) -> str:
    """Return what can be read: every list, the windows of its first rows, help, both languages."""
    seen = [await text_of(pilot)]
    for room in "1234567":
        await pilot.press(room, "home")
        seen.append(await text_of(pilot))
        for _ in range(rows):
            await pilot.press("enter")
            seen.append(await text_of(pilot))
            await pilot.press("escape", "down")
    await pilot.press("f1")
    seen.append(await text_of(pilot))
    await pilot.press("escape", "l", "3")
    seen.append(await text_of(pilot))
    return "\n".join(seen)


@pytest.mark.parametrize("size", [(80, 24), LARGE])
def test_nothing_hidden_can_be_read_on_the_players_screen(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """In no list, no window, no help and no language; what the room may see is there."""

    async def steps(pilot: Pilot[None], app: DrillApp) -> None:
        app.let_time_pass()
        text = await everything(pilot)
        assert [word for word in HIDDEN if word in text] == []
        for word in ("訓練 EXERCISE", "窓口が暗いとの電話", "a call from the desk", "サーバ"):
            assert word in text

    with stage(tmp_path, "players") as held:
        play_secrets(held)
        watch(held, steps, size)


def test_the_observers_screen_shows_all(tmp_path: Path) -> None:
    """What is to come, what is aimed at, and what was written down."""

    async def steps(pilot: Pilot[None], app: DrillApp) -> None:
        app.let_time_pass()
        text = await everything(pilot)
        for word in ("秘密の電話", "秘密の予備", "秘密の目標", "秘密の返事", "秘密のメモ"):
            assert word in text

    with stage(tmp_path, "observers") as held:
        play_secrets(held)
        watch(held, steps)


def test_no_key_does_anything_to_the_drill(tmp_path: Path) -> None:
    """No key of the facilitator's screen opens a window or leaves a line in the record."""

    async def steps(pilot: Pilot[None], app: DrillApp) -> None:
        for deed in DEEDS.values():
            if deed.acts:
                await pilot.press(str(ROOMS.index(deed.room) + 1 if deed.room else 3), deed.key)
                await pilot.pause()
                assert app.screen is app.desktop

    with stage(tmp_path, "observers") as held:
        play_secrets(held)
        before = held.record.read_bytes()
        watch(held, steps)
        assert held.record.read_bytes() == before


def test_a_lost_signal_is_said_on_the_screen(tmp_path: Path) -> None:
    """In words, without a window that somebody must close, and gone with the next line."""

    async def steps(pilot: Pilot[None], app: DrillApp) -> None:
        app.let_time_pass()
        assert "信号途絶" not in await text_of(pilot)
        held.own.milliseconds += 7000
        app.let_time_pass()
        assert "信号途絶（7秒前の状態）" in await text_of(pilot)
        assert app.screen is app.desktop
        held.beats(1)
        app.let_time_pass()
        assert "信号途絶" not in await text_of(pilot)

    with stage(tmp_path, "players") as held:
        held.session.do(wish.Start())
        watch(held, steps)


def test_the_screen_follows(tmp_path: Path) -> None:
    """What the facilitator does is there at the next look."""

    async def steps(pilot: Pilot[None], app: DrillApp) -> None:
        app.let_time_pass()
        assert "窓口が暗いとの電話" not in await text_of(pilot)
        held.session.do(wish.Fire(inject="1"))
        app.let_time_pass()
        assert "窓口が暗いとの電話" in await text_of(pilot)

    with stage(tmp_path, "players") as held:
        held.session.do(wish.Start())
        watch(held, steps)


# --- the command ---------------------------------------------------------------------------------


def test_without_a_terminal_it_says_so(bcp: Run, tmp_path: Path) -> None:
    """There is no screen in a pipe, and the other command is named."""
    work = workspace_at(tmp_path)
    done = bcp("drill", "watch", "--lang", "en", cwd=work)

    assert done.returncode == 2
    assert "bcp drill serve" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="terminals are made as POSIX does")
@pytest.mark.parametrize("arguments", [[], ["down"], ["down/20261125-1000"]])
def test_in_a_terminal_it_shows_the_drill(tmp_path: Path, root: Path, arguments: list[str]) -> None:
    """The latest that runs if none is named; it ends with q."""
    work = workspace_at(tmp_path / "作業 場", HEAD + SECRETS)
    record_at(work)
    with Terminal([*arguments, "--lang", "en"], work, root) as terminal:
        terminal.until("EXERCISE")
        terminal.until("停止訓練")
        terminal.press("q")
        assert terminal.process.wait(timeout=30) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="terminals are made as POSIX does")
def test_in_a_terminal_it_waits_for_a_drill(tmp_path: Path, root: Path) -> None:
    """And shows it when there is one."""
    work = workspace_at(tmp_path / "work", HEAD + SECRETS)
    with Terminal(["--lang", "en"], work, root) as terminal:
        terminal.until("waiting for a drill to begin")
        record_at(work)
        terminal.until("停止訓練")


class Terminal:
    """``bcp drill watch`` in a terminal of 100 by 30."""

    def __init__(self, arguments: list[str], cwd: Path, root: Path) -> None:
        import fcntl
        import pty
        import struct
        import termios

        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bcp", "drill", "watch", *arguments],
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": str(root), "TERM": "xterm-256color"},
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)
        self._seen = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._ours)

    def press(self, key: str) -> None:
        """Press a key."""
        os.write(self._ours, key.encode())

    def until(self, text: str) -> None:
        """Wait until *text* was shown."""
        while text.encode() not in self._seen:
            ready, _, _ = select.select([self._ours], [], [], 60)
            assert ready, self._seen[-3000:].decode(errors="replace")
            self._seen += os.read(self._ours, 65_536)
