"""The server: who gets a screen, what passes between a browser and a program, and how it ends."""

from __future__ import annotations

import asyncio
import json
import sys
from base64 import b64encode
from collections.abc import Awaitable, Callable
from contextlib import suppress
from http import HTTPStatus

import pytest
from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

from bcp.serving.access import Door
from bcp.serving.screens import watch_command
from bcp.serving.server import Place, WatchServer

ECHO = """
import json, os, struct, sys
out, inp = sys.stdout.buffer, sys.stdin.buffer
def send(kind, data):
    out.write(kind + struct.pack(">I", len(data)) + data); out.flush()
out.write(b"__GANGLION__\\n"); out.flush()
send(b"M", json.dumps({"type": "open_url", "url": "http://evil.example", "new_tab": True}).encode())
send(b"M", json.dumps({"type": "deliver_file_start", "key": "k", "path": "/etc/passwd",
    "open_method": "download", "mime_type": "", "encoding": ""}).encode())
send(b"P", b"junk")
send(b"D", ("size " + os.environ["COLUMNS"] + " " + os.environ["ROWS"]).encode())
while head := inp.read(5):
    data = inp.read(struct.unpack(">I", head[1:])[0])
    if head[:1] == b"M" and json.loads(data)["type"] == "quit":
        break
    send(b"D", head[:1] + data)
"""
"""A program as textual-serve runs it, which asks for what it must not get and echoes the rest."""
STUBBORN = """
import sys, time
sys.stdout.buffer.write(b"__GANGLION__\\n"); sys.stdout.flush()
sys.stdout.buffer.write(b"D\\0\\0\\0\\2hi"); sys.stdout.flush()
while True:
    time.sleep(60)
"""
"""A program that does not end when it is asked to."""
EMPTY = ""


class Heard:
    """What the server tells whoever started it."""

    def __init__(self) -> None:
        self.port = asyncio.get_running_loop().create_future()
        self.said: list[str] = []

    def ready(self, port: int) -> None:
        """Keep the port."""
        self.port.set_result(port)

    def joined(self, address: str, number: int) -> None:
        """Keep that it was said."""
        self.said.append(f"joined {address} {number}")

    def admitted(self) -> None:
        """Keep that it was said."""
        self.said.append("admitted")

    def guessing(self, address: str) -> None:
        """Keep that it was said."""
        self.said.append(f"guessing {address}")

    def failed(self, reason: str) -> None:
        """Keep that it was said."""
        self.said.append(f"failed {reason}")


class Guest:
    """A visitor's browser."""

    def __init__(self, session: ClientSession, url: str, heard: Heard, server: WatchServer) -> None:
        self.session, self.url, self.heard, self.server = session, url, heard, server

    async def get(self, path: str = "", **headers: str) -> tuple[int, str]:
        """Return status and text of a page."""
        async with self.session.get(f"{self.url}/{path}", headers=headers) as answer:
            return answer.status, await answer.text()

    async def screen(self, query: str = "", origin: str | None = "") -> ClientWebSocketResponse:
        """Open a screen."""
        own = self.url if origin == "" else origin
        return await self.session.ws_connect(
            f"{self.url}/ws{query}", headers={} if own is None else {"Origin": own}
        )


def visit(
    steps: Callable[[Guest], Awaitable[None]],
    program: str = ECHO,
    *,
    door: Door | None = None,
    most: int = 20,
) -> None:
    """Serve *program* on this computer, and go through *steps*."""

    async def run() -> None:
        heard = Heard()
        own = door or Door(lambda: 0.0, is_open=True)
        place = Place("127.0.0.1", 0)
        command = [sys.executable, "-c", program]
        server = WatchServer(command, place, own, "ja", heard, most=most)
        task = asyncio.create_task(server.run())
        url = f"http://127.0.0.1:{await heard.port}"
        async with ClientSession() as session:
            await steps(Guest(session, url, heard, server))
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    asyncio.run(run())


async def until(screen: ClientWebSocketResponse, text: str) -> str:
    """Return all that was shown until *text* was."""
    seen = ""
    async for message in screen:
        assert message.type is WSMsgType.BINARY, message
        seen += message.data.decode()
        if text in seen:
            return str(seen)
    raise AssertionError(seen)


async def refused(guest: Guest, query: str = "", origin: str | None = "") -> int:
    """Return the status with which a screen is refused.

    Asked for as a page that would become a screen: aiohttp lets go of a refused screen's
    connection only when it is collected.
    """
    own = guest.url if origin == "" else origin
    asked = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13"}
    asked |= {"Sec-WebSocket-Key": b64encode(bytes(16)).decode()}
    asked |= {} if own is None else {"Origin": own}
    async with guest.session.get(f"{guest.url}/ws{query}", headers=asked) as answer:
        return answer.status


def test_keys_and_sizes_reach_the_program_and_nothing_else_does() -> None:
    """What is no message, or of another kind, is dropped; sizes are kept within reason."""

    async def steps(guest: Guest) -> None:
        screen = await guest.screen("?width=100&height=99999999")
        await until(screen, "size 100 24")
        for junk in (
            "",
            "null",
            "[]",
            "{}",
            "7",
            '["quit"]',
            '["stdin", 7]',
            '["resize", 1]',
            "[[",
        ):
            await screen.send_str(junk)
        await screen.send_str(json.dumps(["meta", {"type": "deliver_chunk_request"}]))
        await screen.send_str(json.dumps(["resize", {"width": 90_000, "height": 0}]))
        await screen.send_str(json.dumps(["stdin", "鍵"]))
        seen = await until(screen, "D鍵")
        assert '"width": 500, "height": 1}' in seen
        assert "quit" not in seen
        assert "deliver" not in seen

    visit(steps)


def test_a_program_cannot_make_a_browser_do_anything_but_show() -> None:
    """It asked to open a page and to hand over a file; no such message arrives."""

    async def steps(guest: Guest) -> None:
        screen = await guest.screen()
        seen = await until(screen, "size")  # only bytes for the screen, or `until` fails
        assert "evil" not in seen

    visit(steps)


def test_beyond_the_last_seat_visitors_are_told() -> None:
    """The page says that it is full, and a screen is refused; a seat that is left can be taken."""

    async def steps(guest: Guest) -> None:
        first = await guest.screen()
        second = await guest.screen()
        await until(first, "size")
        status, text = await guest.get()
        assert (status, "2台まで" in text) == (HTTPStatus.SERVICE_UNAVAILABLE, True)
        assert await refused(guest) == HTTPStatus.SERVICE_UNAVAILABLE
        await second.close()
        while (await guest.get())[0] != HTTPStatus.OK:
            pass  # its program is ending
        await until(await guest.screen(), "size")

    visit(steps, most=2)


@pytest.mark.parametrize("origin", ["http://evil.example", "http://127.0.0.1:1", "null", None])
def test_pages_of_others_get_no_screen(origin: str | None) -> None:
    """Not even on this computer, where no code is asked for."""

    async def steps(guest: Guest) -> None:
        assert await refused(guest, origin=origin) == HTTPStatus.FORBIDDEN
        await until(await guest.screen(), "size")

    visit(steps)


def test_a_name_of_others_gets_nothing() -> None:
    """A name that was made to mean this computer sees neither page nor parts of it."""

    async def steps(guest: Guest) -> None:
        for path in ("", "own/page.css", "static/js/textual.js", "ws"):
            status, text = await guest.get(path, Host="evil.example")
            assert status == HTTPStatus.FORBIDDEN
            assert "textual" not in text
        assert (await guest.get())[0] == HTTPStatus.OK

    visit(steps)


def test_pages_reach_nowhere_else_and_cannot_be_framed() -> None:
    """The browser itself is told so, on every page, refusals too."""

    async def steps(guest: Guest) -> None:
        for path in ("", "nowhere", "own/page.css"):
            async with guest.session.get(f"{guest.url}/{path}") as answer:
                policy = answer.headers["Content-Security-Policy"]
                assert "default-src 'none'" in policy
                assert "frame-ancestors 'none'" in policy
                assert "http:" not in policy
                assert answer.headers["Referrer-Policy"] == "same-origin"
        _, text = await guest.get()
        assert "//" not in text.replace(f"ws://{guest.url.removeprefix('http://')}/ws", "")

    visit(steps)


def test_there_is_nothing_to_list_or_to_download() -> None:
    """Folders are not listed, and one cannot climb out of them."""

    async def steps(guest: Guest) -> None:
        for path in ("static/", "static", "own/", "download/k", "own/..%2fserver.py", "enter"):
            assert (await guest.get(path))[0] in {403, 404, 405}

    visit(steps)


def test_a_code_is_asked_for_and_gives_a_strict_cookie() -> None:
    """Without it there is a form and no screen; a wrong one leaves it so; the right one opens."""
    door = Door(lambda: 0.0)

    async def steps(guest: Guest) -> None:
        assert "接続コード" in (await guest.get())[1]
        assert await refused(guest) == HTTPStatus.FORBIDDEN
        own = {"Origin": guest.url}
        wrong = {"code": "AAAA-AAAA"}
        async with guest.session.post(f"{guest.url}/enter", data=wrong, headers=own) as answer:
            assert answer.status == HTTPStatus.FORBIDDEN
            assert "Set-Cookie" not in answer.headers
        async with guest.session.post(
            f"{guest.url}/enter",
            data={"code": door.code},
            headers={"Origin": "http://evil.example"},
        ) as answer:
            assert answer.status == HTTPStatus.FORBIDDEN
        async with guest.session.post(
            f"{guest.url}/enter", data={"code": door.code.lower()}, headers=own
        ) as answer:
            cookie = answer.headers["Set-Cookie"]
            assert "HttpOnly" in cookie
            assert "SameSite=Strict" in cookie
            value = cookie.split(";")[0]
        guest.session.cookie_jar.clear()
        assert "接続コード" in (await guest.get())[1]
        status, text = await guest.get(Cookie=value)
        assert (status, "textual-terminal" in text) == (HTTPStatus.OK, True)
        assert guest.heard.said == ["admitted"]

    visit(steps, door=door)


def test_the_link_with_the_code_opens() -> None:
    """It leads on to the page without the code in its address."""
    door = Door(lambda: 0.0)

    async def steps(guest: Guest) -> None:
        async with guest.session.get(f"{guest.url}/?code={door.code}") as answer:
            text = await answer.text()
            assert "Set-Cookie" in answer.headers
            assert 'content="0; url=/"' in text
            assert door.code not in text

    visit(steps, door=door)


def test_who_guesses_is_told_to_wait_and_so_is_the_facilitator() -> None:
    """After five wrong codes, in the form or in the address, the right one does not help."""
    door = Door(lambda: 0.0)

    async def steps(guest: Guest) -> None:
        for _ in range(5):
            status, _ = await guest.get("?code=AAAA-AAAA")
        assert status == HTTPStatus.TOO_MANY_REQUESTS
        assert (await guest.get(f"?code={door.code}"))[0] == HTTPStatus.TOO_MANY_REQUESTS
        assert guest.heard.said == ["guessing 127.0.0.1"]

    visit(steps, door=door)


@pytest.mark.parametrize("program", [ECHO, STUBBORN])
def test_programs_end_with_the_server(program: str) -> None:
    """Those that do not want to are killed; nobody is left behind."""
    held: list[asyncio.subprocess.Process] = []

    async def steps(guest: Guest) -> None:
        screen = await guest.screen()
        await until(screen, "size" if program == ECHO else "hi")
        held.extend(own._own for own in guest.server._screens if own._own)
        assert [one.returncode for one in held] == [None]

    visit(steps, program)
    assert [one.returncode is not None for one in held] == [True]


def test_a_program_that_fails_closes_the_screen() -> None:
    """The visitor's connection ends instead of waiting for ever."""

    async def steps(guest: Guest) -> None:
        screen = await guest.screen()
        message = await screen.receive()
        assert message.type in {WSMsgType.CLOSE, WSMsgType.CLOSED, WSMsgType.CLOSING}

    visit(steps, EMPTY)


def test_no_module_of_the_workspace_is_run() -> None:
    """The folder one stands in is data: Python does not look for modules there."""
    assert watch_command(["--", "--odd name"])[1:] == [
        "-P", "-m", "bcp", "drill", "watch", "--", "--odd name",
    ]  # fmt: skip
