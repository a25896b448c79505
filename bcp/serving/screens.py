"""A program for each visitor, run through textual-serve, which may only show."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress

from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from bcp.serving.served import SERVED_BY

__all__ = ["Screen", "watch_command"]

_PATIENCE = 2.0
"""Seconds in which a program may end by itself."""
_FRAMES = "20"
"""A second, at most: twenty visitors share one computer."""
_HIDDEN = ("EDITOR", "VISUAL", "TEXTUAL", "TEXTUAL_LOG", "TEXTUAL_DEVTOOLS_PORT")
"""Of the environment: nothing is edited or debugged from a browser."""


class Screen(AppService):
    """The program of one visitor.

    Parameters
    ----------
    command
        The program and its arguments; no shell reads them.
    send
        Takes what the browser is to show.
    close
        Ends the connection.
    """

    def __init__(
        self,
        command: Sequence[str],
        send: Callable[[bytes], Awaitable[None]],
        close: Callable[[], Awaitable[object]],
    ) -> None:
        super().__init__(
            "",
            write_bytes=send,
            write_str=_drop,
            close=close,  # type: ignore[arg-type]
            download_manager=DownloadManager(),
        )
        self._arguments = tuple(command)
        self._own: Process | None = None

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        environment = super()._build_environment(width, height)
        for name in _HIDDEN:
            environment.pop(name, None)
        own = {"TEXTUAL_FPS": _FRAMES, "PYTHONUTF8": "1", SERVED_BY: str(os.getpid())}
        return environment | own

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        """Start the program without a shell, out of reach of the terminal's Ctrl-C."""
        self._own = self._process = await asyncio.create_subprocess_exec(
            *self._arguments,
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            env=self._build_environment(width, height),
            start_new_session=sys.platform != "win32",
        )
        self._stdin = self._own.stdin
        return self._own

    async def run(self) -> None:
        """Pass on what the program shows until it ends, and end the connection then."""
        await super().run()
        with suppress(OSError):
            await self.remote_close()

    async def on_meta(self, data: bytes) -> None:
        """Let the program end; whatever else it may ask of the browser is not passed on."""
        with suppress(ValueError, KeyError, TypeError):
            if json.loads(data)["type"] == "exit":
                await self.remote_close()

    async def on_packed(self, payload: bytes) -> None:
        """Pass no files on."""

    async def stop(self) -> None:
        """End the program, in peace or not, and wait until it has."""
        process, self._own = self._own, None
        if process is None:
            return
        await self.send_meta({"type": "quit"})
        try:
            await asyncio.wait_for(process.wait(), _PATIENCE)
        except TimeoutError:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError, OSError):
                await self._task
            self._task = None


async def _drop(_: str) -> None:
    """Tell the browser nothing but what to show."""


def watch_command(arguments: Sequence[str]) -> list[str]:
    """Return the command line of ``bcp drill watch`` with *arguments*.

    The folder one stands in holds data, and no module in it may be taken for one of Python's (-P).
    """
    return [sys.executable, "-P", "-m", "bcp", "drill", "watch", *arguments]
