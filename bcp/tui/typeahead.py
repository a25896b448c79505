"""Keys one after another: each is passed on when the one before has done all that it does.

Textual hands every key to whatever has the focus at that moment. A key that opens a field or a
dialog does so a little later, and what was typed meanwhile would be taken for other keys. Here
it waits, so that ``n`` and a note typed, pasted or sent at once are a note.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

from textual.app import App
from textual.events import Event
from textual.message_pump import MessagePump
from textual.screen import ModalScreen

__all__ = ["TALK", "TypeAhead"]

TALK = "talk"
"""The group of the workers that may open a dialog."""
_PATIENCE = 1.0
"""Seconds after which the next key is passed on whatever is still going on."""
_MOMENT = 0.001


class TypeAhead:
    """The keys that wait for their turn.

    Parameters
    ----------
    app
        The program they are for.
    pass_on
        What hands a key to whatever has the focus.
    """

    def __init__(self, app: App[Any], pass_on: Callable[[Event], Awaitable[None]]) -> None:
        self._app, self._pass_on = app, pass_on
        self._waiting: deque[Event] = deque()
        self._task: asyncio.Task[None] | None = None

    def take(self, event: Event) -> None:
        """Pass *event* on when its turn comes."""
        self._waiting.append(event)
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._work())

    async def _work(self) -> None:
        while self._waiting:
            event = self._waiting.popleft()
            target = self._app.focused or self._app.screen
            try:
                await self._pass_on(event)
            except Exception as error:  # noqa: BLE001 (as the program handles all of them)
                self._app._handle_exception(error)  # noqa: SLF001
                return
            await self._done([target, *target.ancestors, self._app])

    async def _done(self, pumps: list[Any]) -> None:
        """Wait until a key has gone all its way up, and what it opened is there."""
        until = asyncio.get_running_loop().time() + _PATIENCE
        for pump in pumps:
            await self._heard(pump, until)
        while self._is_opening() and asyncio.get_running_loop().time() < until:  # noqa: ASYNC110
            await asyncio.sleep(_MOMENT)  # Textual has no event for it

    @staticmethod
    async def _heard(pump: MessagePump, until: float) -> None:
        """Wait until *pump* has dealt with all that it was sent by now."""
        heard = asyncio.Event()
        if not pump.call_later(heard.set):
            return
        while not heard.is_set() and pump.is_running:
            if asyncio.get_running_loop().time() > until:
                return
            await asyncio.sleep(0)

    def _is_opening(self) -> bool:
        """Return whether a dialog is on its way, or not ready for keys."""
        screen = self._app.screen
        if isinstance(screen, ModalScreen):
            return screen.focused is None
        return any(worker.group == TALK and worker.is_running for worker in self._app.workers)
