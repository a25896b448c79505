"""The server of the second screen: a page, its parts, and a websocket for each visitor."""

from __future__ import annotations

import asyncio
import signal
import socket
import sys
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Protocol

import textual_serve
from aiohttp import WSMsgType, web
from jinja2 import Environment, FileSystemLoader, select_autoescape

from bcp.serving.access import Door, Locked, is_loopback, is_own_origin, may_be_called
from bcp.serving.screens import Screen
from bcp.words import Lang, say
from bcp.words.serving import WORDS

__all__ = ["Listener", "Place", "WatchServer"]

_MOST = 20
"""Visitors at a time; each has a process of some 100 MB."""
_WIDEST, _TALLEST = 500, 200
"""Of a screen, in cells."""
_LONGEST = 16_384
"""Of what a browser sends at once, in bytes."""
_FONT = 16
_SMALLEST, _LARGEST = 6, 60
"""Of the letters, in pixels."""
_OWN = Path(str(files("bcp.serving")))
_STATIC = Path(textual_serve.__file__).parent / "static"

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Place:
    """Where to listen."""

    host: str
    port: int

    @property
    def is_local(self) -> bool:
        """Whether only this computer can reach it."""
        return is_loopback(self.host)


class Listener(Protocol):
    """Whoever started the server, and wants to know what happens."""

    def ready(self, port: int) -> None:
        """Hear that visitors can come now, to *port*."""

    def joined(self, address: str, number: int) -> None:
        """Hear that a visitor at *address* is watching, one of *number*."""

    def admitted(self) -> None:
        """Hear that a browser has shown the code."""

    def guessing(self, address: str) -> None:
        """Hear that somebody at *address* has sent too many wrong codes."""

    def failed(self, reason: str) -> None:
        """Hear that the program of a visitor could not be started."""


class WatchServer:
    """Gives every visitor a screen of their own.

    Parameters
    ----------
    command
        The program that shows the screen.
    place
        Where to listen.
    door
        Who may come in.
    lang
        The language of the pages.
    listener
        Is told what happens.
    most
        How many may watch at a time.
    """

    def __init__(
        self,
        command: Sequence[str],
        place: Place,
        door: Door,
        lang: Lang,
        listener: Listener,
        *,
        most: int = _MOST,
    ) -> None:
        self._command, self._place, self._door = tuple(command), place, door
        self._lang, self._listener, self._most = lang, listener, most
        self._port = place.port
        self._sockets: set[web.WebSocketResponse] = set()
        self._screens: set[Screen] = set()
        self._names = {"localhost", place.host.casefold(), socket.gethostname().casefold()}
        self._pages = Environment(
            loader=FileSystemLoader(_OWN / "pages"), autoescape=select_autoescape(default=True)
        )

    # --- running -------------------------------------------------------------------------------

    async def run(self) -> None:
        """Serve until a signal asks to stop; then end every program that was started.

        Raises
        ------
        OSError
            If one cannot listen there.
        """
        runner = web.AppRunner(self.app(), access_log=None, shutdown_timeout=3.0)
        await runner.setup()
        try:
            await web.TCPSite(runner, self._place.host, self._place.port).start()
            self._port = runner.addresses[0][1]
            self._listener.ready(self._port)
            await _until_stopped()
        finally:
            await runner.cleanup()

    def app(self) -> web.Application:
        """Return what answers requests."""
        app = web.Application(middlewares=[self._guard], client_max_size=_LONGEST)
        app.add_routes(
            [
                web.get("/", self._index),
                web.post("/enter", self._enter),
                web.get("/ws", self._watch),
                web.static("/static", _STATIC),
                web.static("/own", _OWN / "static"),
            ]
        )
        app.on_shutdown.append(self._close_all)
        return app

    async def _close_all(self, _: web.Application) -> None:
        for held in tuple(self._sockets):
            await held.close()

    # --- pages ---------------------------------------------------------------------------------

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Turn away what does not come from a page of ours, and let no page reach elsewhere."""
        if not self._comes_from_here(request):
            return self._page("refused", status=403)
        try:
            response = await handler(request)
        except web.HTTPException as error:
            if error.status < 400:  # noqa: PLR2004 (a redirection)
                raise
            response = self._page("not-found", status=error.status)
        if not response.prepared:
            response.headers.update(_headers(request.host))
        return response

    def _comes_from_here(self, request: web.Request) -> bool:
        host, origin = request.headers.get("Host"), request.headers.get("Origin")
        if not may_be_called(host, self._port, self._names, is_local=self._place.is_local):
            return False
        if request.path in {"/ws", "/enter"}:
            return is_own_origin(origin, host)
        return origin is None or is_own_origin(origin, host)

    async def _index(self, request: web.Request) -> web.Response:
        """Give the screen to whoever may see it, and the door to all others."""
        if (code := request.query.get("code")) is not None and not self._is_known(request):
            return self._try(request, code)
        if not self._is_known(request):
            return self._page("enter-code", asks=True)
        if len(self._sockets) >= self._most:
            return self._page("full", status=503)
        size = request.query.get("fontsize", "")
        chosen = min(max(int(size), _SMALLEST), _LARGEST) if _is_number(size) else None
        values = {"host": request.host, "font_size": chosen or _FONT, "may_shrink": not chosen}
        return self._rendered("screen.html", 200, values)

    async def _enter(self, request: web.Request) -> web.Response:
        """Take the code from the form."""
        typed = (await request.post()).get("code")
        return self._try(request, typed if isinstance(typed, str) else "")

    def _try(self, request: web.Request, code: str) -> web.Response:
        address = request.remote or ""
        try:
            cookie = self._door.enter(code, address)
        except Locked as locked:
            if locked.is_news:
                self._listener.guessing(address)
            return self._page("locked", status=429, asks=True)
        if cookie is None:
            return self._page("wrong-code", status=403, asks=True)
        # A page that leads on, not a redirection: a browser that comes from elsewhere would not
        # send a strict cookie along with that.
        response = self._page("admitted", goes_on=True)
        response.set_cookie(self._cookie, cookie, httponly=True, samesite="Strict", path="/")
        self._listener.admitted()
        return response

    @property
    def _cookie(self) -> str:
        """The name of the cookie; servers on other ports of this computer get theirs."""
        return f"bcp-drill-{self._port}"

    def _is_known(self, request: web.Request) -> bool:
        return self._door.knows(request.cookies.get(self._cookie))

    def _page(
        self, key: str, status: int = 200, *, asks: bool = False, goes_on: bool = False
    ) -> web.Response:
        text = say(WORDS, key, self._lang, number=self._most)
        return self._rendered(
            "enter.html", status, {"text": text, "asks": asks, "goes_on": goes_on}
        )

    def _rendered(self, name: str, status: int, values: dict[str, object]) -> web.Response:
        def word(key: str) -> str:
            return say(WORDS, key, self._lang)

        text = self._pages.get_template(name).render(values, lang=self._lang, say=word)
        return web.Response(text=text, content_type="text/html", status=status)

    # --- the screen ------------------------------------------------------------------------------

    async def _watch(self, request: web.Request) -> web.StreamResponse:
        """Run a program for a visitor as long as their page is open."""
        if not self._is_known(request):
            return self._page("enter-code", status=403)
        if len(self._sockets) >= self._most:
            return self._page("full", status=503)
        held = web.WebSocketResponse(heartbeat=15, max_msg_size=_LONGEST)
        self._sockets.add(held)
        try:
            await held.prepare(request)
            await self._show(held, request)
        finally:
            self._sockets.discard(held)
        return held

    async def _show(self, held: web.WebSocketResponse, request: web.Request) -> None:
        screen = Screen(self._command, held.send_bytes, held.close)
        self._screens.add(screen)
        width = _cells(request.query.get("width"), 80, _WIDEST)
        height = _cells(request.query.get("height"), 24, _TALLEST)
        try:
            await screen.start(width, height)
            self._listener.joined(request.remote or "", len(self._sockets))
            await _pass_on(held, screen)
        except OSError as error:
            self._listener.failed(error.strerror or str(error))
        finally:
            await asyncio.shield(screen.stop())
            self._screens.discard(screen)
            await held.close()


async def _pass_on(held: web.WebSocketResponse, screen: Screen) -> None:
    """Pass on keys, sizes and focus; drop whatever else a browser may send."""
    async for message in held:
        if message.type is not WSMsgType.TEXT:
            continue
        with suppress(ValueError, TypeError, KeyError, IndexError, AttributeError):
            kind, *rest = message.json()
            if kind == "stdin":
                await screen.send_bytes(rest[0].encode())
            elif kind == "resize":
                width = _cells(rest[0]["width"], 80, _WIDEST)
                await screen.set_terminal_size(width, _cells(rest[0]["height"], 24, _TALLEST))
            elif kind == "ping":
                await held.send_json(["pong", str(rest[0])[:40]])
            elif kind in {"focus", "blur"}:
                await (screen.focus() if kind == "focus" else screen.blur())


def _cells(value: object, usual: int, most: int) -> int:
    """Return a width or height in cells that a program can live with."""
    return min(max(int(str(value)), 1), most) if _is_number(str(value)) else usual


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 6  # noqa: PLR2004 (no screen is larger)


def _headers(host: str) -> dict[str, str]:
    """Return what keeps a page from reaching elsewhere, and other pages from framing it."""
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
        f"img-src 'self' data:; connect-src 'self' ws://{host}; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    )
    return {
        "Content-Security-Policy": policy,
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "clipboard-read=(), clipboard-write=(), camera=(), microphone=()",
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Cache-Control": "no-store",
    }


async def _until_stopped() -> None:
    """Wait for Ctrl-C, or for being asked to end."""
    stopped = asyncio.Event()
    if sys.platform != "win32":
        loop = asyncio.get_running_loop()
        for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(one, stopped.set)
    await stopped.wait()
