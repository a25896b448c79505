"""``bcp drill serve``: the second screen in a real browser, and how the server begins and ends.

Where no browser is found its tests are skipped, unless ``BCP_BROWSER_NEEDED`` is set: CI sets it.
"""

from __future__ import annotations

import io
import os
import re
import select
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import HTTPServer, SimpleHTTPRequestHandler
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import pytest

from bcp.drill.live import commands as wish
from bcp.drill.record.records import hold_record
from bcp.drill.session import HandClock, Session
from tests.functional.conftest import Run
from tests.support.following import HIDDEN, SECRETS
from tests.support.records import HEAD, record_at, workspace_at

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, WebSocket

MARK = (0xF2, 0xA7, 0x2E)
"""The colour behind the words 訓練 EXERCISE."""
CALL = "窓口が暗いとの電話"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals as POSIX sends them")
linux = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks into /proc")


class Server:
    """``bcp drill serve`` as a process, on a port that is free."""

    def __init__(self, arguments: list[str], cwd: Path, root: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bcp", "drill", "serve", "--port", "0", *arguments],
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": str(root)},
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        self.url = re.sub(r"//[^/]*:", "//127.0.0.1:", self.said(r"http://\S+/$")[0])

    def said(self, pattern: str) -> re.Match[str]:
        """Return where the next line has *pattern* that has it at all."""
        assert self.process.stderr is not None
        seen = []
        while line := self.process.stderr.readline():
            seen.append(line)
            if match := re.search(pattern, line):
                return match
        raise AssertionError(seen)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.terminate()
        assert self.process.stderr is not None
        self.process.wait(timeout=30)
        self.process.stderr.close()


class Room:
    """A drill that is run, in a workspace with a Japanese name and a blank in it."""

    def __init__(self, folder: Path, session: Session, clock: HandClock) -> None:
        self.folder, self.session, self.clock = folder, session, clock

    def wait(self, seconds: int) -> None:
        """Let the drill run on."""
        for _ in range(seconds):
            self.clock.milliseconds += 1000
            self.session.tick()


@contextmanager
def room(tmp_path: Path) -> Iterator[Room]:
    """Begin a drill."""
    work = workspace_at(tmp_path / "作業 場", HEAD + SECRETS)
    clock = HandClock()
    with hold_record(record_at(work), clock) as held:
        session = held.session(clock)
        session.do(wish.Start())
        yield Room(work, session, clock)


# --- the browser ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return a headless browser of this machine."""
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None and "BCP_BROWSER_NEEDED" not in os.environ:
        pytest.skip("no browser")
    if "BCP_BROWSER_NEEDED" not in os.environ:
        pytest.importorskip("playwright.sync_api")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield opened
        opened.close()


class Viewer:
    """A page, what it asked for, and what came to it."""

    def __init__(self, browser: Browser, size: tuple[int, int] = (1280, 720)) -> None:
        context = browser.new_context(viewport={"width": size[0], "height": size[1]})
        context.set_default_timeout(60_000)
        self.page: Page = context.new_page()
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self._shown = b""
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("websocket", self._listen)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self._hear)

    def _hear(self, message: Any) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def _listen(self, held: WebSocket) -> None:
        self.asked.append(held.url)
        held.on("framereceived", self._take)

    def _take(self, data: str | bytes) -> None:
        self._shown += data if isinstance(data, bytes) else b""

    @property
    def text(self) -> str:
        """All that was sent to the screen so far, without what steers a terminal."""
        whole = self._shown.decode(errors="ignore")
        return re.sub(r"\x1b\[[0-9;?<>=$]*[A-Za-z]", "", whole)

    def until(self, text: str) -> None:
        """Wait until *text* was sent to the screen."""
        for _ in range(600):
            if text in self.text:
                return
            self.page.wait_for_timeout(100)
        raise AssertionError(self.text[-2000:])

    def mark(self) -> int:
        """Return how many dots of the page have the colour of the mark."""
        from PIL import Image

        with Image.open(io.BytesIO(self.page.screenshot())) as picture:
            counted = picture.convert("RGB").getcolors(10_000_000) or []
        return sum(int(number) for number, colour in counted if _is_mark(colour))


def _is_mark(colour: Any) -> bool:
    """Return whether a colour is that of the mark, give or take what painting does to it."""
    return all(abs(one - other) < 4 for one, other in zip(colour, MARK, strict=True))


def hosts(urls: list[str]) -> set[str]:
    """Return where requests went; a picture inside of the page goes nowhere."""
    found = {re.sub(r"^\w+://([^/]*)/.*", r"\1", url) for url in urls}
    return {host for host in found if not host.startswith("data:")}


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (390, 844)])
def test_a_browser_shows_the_running_drill(
    browser: Browser, tmp_path: Path, root: Path, size: tuple[int, int]
) -> None:
    """It is marked as one, follows what happens, asks nobody else, and complains of nothing."""
    with room(tmp_path) as held, Server(["--lang", "ja"], held.folder, root) as server:
        viewer = Viewer(browser, size)
        viewer.page.goto(server.url)
        viewer.until("停止訓練")
        assert "訓練" in viewer.page.title()
        assert "訓練 EXERCISE" in viewer.text
        assert CALL not in viewer.text

        held.wait(6)
        if size[0] < 1000:
            viewer.page.keyboard.press("3")
        viewer.until(CALL)
        assert viewer.mark() > 300
        assert hosts(viewer.asked) == {server.url.split("/")[2]}
        assert viewer.complaints == []
        assert [word for word in HIDDEN if word in viewer.text] == []
        viewer.page.context.close()


def test_no_key_in_a_browser_reaches_the_drill(
    browser: Browser, tmp_path: Path, root: Path
) -> None:
    """Nor does what a page sends by itself; observers see more, and can do no more."""
    with room(tmp_path) as held:
        record = next(held.folder.glob("drills/records/*/*/record.jsonl"))
        with Server(["--lang", "ja", "--view", "observers"], held.folder, root) as server:
            viewer = Viewer(browser)
            viewer.page.goto(server.url)
            viewer.until("秘密の電話")
            viewer.page.keyboard.press("?")
            viewer.until("どこでも")  # keys arrive
            viewer.page.keyboard.press("Enter")
            before = record.read_bytes()
            for key in "fnxEy zsaicj":
                viewer.page.keyboard.press(key)
            viewer.page.evaluate(
                """() => new Promise((done) => {
                    const socket = new WebSocket(`ws://${location.host}/ws?width=80&height=24`);
                    socket.onopen = () => {
                        socket.send('["stdin", "nx\\\\r"]');
                        socket.send('["deliver_chunk_request", {"key": "k", "size": 9}]');
                        socket.send('["exec", "touch here"]');
                        setTimeout(() => { socket.close(); done(); }, 1500);
                    };
                })"""
            )
            viewer.page.keyboard.press("F1")
            viewer.until("ヘルプ: ")  # and so did those before
            assert record.read_bytes() == before
            viewer.page.context.close()


def test_elsewhere_the_code_opens_the_door(browser: Browser, tmp_path: Path, root: Path) -> None:
    """A wrong one does not; the cookie holds for the next page, and no script can read it."""
    with (
        room(tmp_path) as held,
        Server(["--host", "0.0.0.0", "--lang", "ja"], held.folder, root) as server,  # noqa: S104 (the case that needs a code)
    ):
        code = server.said(r"接続コード: (\S+)")[1]
        viewer = Viewer(browser, (390, 844))
        page = viewer.page
        page.goto(server.url)
        page.fill("input", "AAAA-AAAA")
        page.click("button")
        page.get_by_text("接続コードが違います").wait_for()
        assert viewer.text == ""
        page.fill("input", code.lower())
        page.click("button")
        viewer.until("停止訓練")
        assert page.url == server.url
        assert page.evaluate("document.cookie") == ""
        page.goto(server.url)
        page.locator(".xterm").wait_for()
        assert hosts(viewer.asked) == {server.url.split("/")[2]}
        page.context.close()


def test_the_link_with_the_code_is_enough(browser: Browser, tmp_path: Path, root: Path) -> None:
    """The screen opens, and the code is gone from the address."""
    with (
        room(tmp_path) as held,
        Server(["--code", "--lang", "en"], held.folder, root) as server,
    ):
        link = server.said(r"code: \S+ .*(http://\S+)$")[1]
        viewer = Viewer(browser)
        viewer.page.goto(link)
        viewer.until("EXERCISE")
        assert viewer.page.url == server.url
        viewer.page.context.close()


def test_a_page_of_somebody_else_sees_nothing(browser: Browser, tmp_path: Path, root: Path) -> None:
    """Not even in a browser that knows the code: neither by a connection nor in a frame."""
    with (
        room(tmp_path) as held,
        Server(["--code", "--lang", "en"], held.folder, root) as server,
        elsewhere(tmp_path) as other,
    ):
        link = server.said(r"code: \S+ .*(http://\S+)$")[1]
        viewer = Viewer(browser)
        viewer.page.goto(link)
        viewer.until("EXERCISE")
        viewer.page.goto(other)
        opened = viewer.page.evaluate(
            """(host) => new Promise((done) => {
                const socket = new WebSocket(`ws://${host}/ws?width=80&height=24`);
                socket.onopen = () => done(true);
                socket.onerror = () => done(false);
            })""",
            server.url.split("/")[2],
        )
        assert opened is False
        framed = viewer.page.evaluate(
            """(url) => new Promise((done) => {
                const frame = document.createElement("iframe");
                frame.onload = () => done(true);
                frame.src = url;
                document.body.append(frame);
            })""",
            server.url,
        )
        assert framed
        inside = viewer.page.frames[-1]
        assert inside.evaluate("document.querySelector('.xterm') === null")
        viewer.page.context.close()


@contextmanager
def elsewhere(folder: Path) -> Iterator[str]:
    """Serve a page of another origin on this computer."""
    (folder / "web").mkdir()
    (folder / "web" / "index.html").write_text("<!DOCTYPE html><body>elsewhere</body>")
    handler = partial(_Quiet, directory=str(folder / "web"))
    with HTTPServer(("127.0.0.1", 0), handler) as other:
        thread = threading.Thread(target=other.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{other.server_port}/index.html"
        other.shutdown()
        thread.join()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


# --- beginning and ending --------------------------------------------------------------------------


def test_a_port_that_is_taken_is_said(bcp: Run, tmp_path: Path) -> None:
    """In a sentence that says what to do."""
    work = workspace_at(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = bcp("drill", "serve", "--port", str(port), "--lang", "en", cwd=work)

    assert done.returncode == 2
    assert done.stderr == f"error: port {port} of 127.0.0.1 is in use; name another with --port\n"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--host", "192.0.2.1"], "cannot listen on 192.0.2.1:8765"),
        (["--host", "no.such.name.invalid"], "cannot listen on no.such.name.invalid:8765"),
        (["--port", "99999"], "`99999` is no port"),
        (["--port", "http"], "`http` is no port"),
        (["nothing"], "nothing"),
    ],
)
def test_what_cannot_be_served_is_said(
    bcp: Run, tmp_path: Path, arguments: list[str], expected: str
) -> None:
    """On one line, before anybody is sent to a page."""
    work = workspace_at(tmp_path)
    record_at(work)
    done = bcp("drill", "serve", *arguments, "--lang", "en", cwd=work)

    assert done.returncode == 2
    assert expected in done.stderr
    assert "Traceback" not in done.stderr


@posix
@linux
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_program_is_left_behind(tmp_path: Path, root: Path, end: signal.Signals) -> None:
    """Whether the server is stopped, told to end or killed, the visitors' programs end with it."""
    with room(tmp_path) as held, Server(["--lang", "en"], held.folder, root) as server:
        with visitor(server.url) as sock:
            assert sock.recv(4096).startswith(b"HTTP/1.1 101")
            server.said("is watching")
            children = children_of(server.process.pid)
            assert len(children) == 1
            watched = os.pidfd_open(children[0])
            server.process.send_signal(end)
            assert server.process.wait(timeout=30) == (-9 if end == signal.SIGKILL else 0)
        ready, _, _ = select.select([watched], [], [], 30)
        os.close(watched)
        assert ready


def children_of(pid: int) -> list[int]:
    """Return the processes that a process started."""
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for path in tasks for child in path.read_text().split()]


@contextmanager
def visitor(url: str) -> Iterator[socket.socket]:
    """Open a screen as a browser does, without one."""
    host = url.split("/")[2]
    name, port = host.split(":")
    with socket.create_connection((name, int(port)), timeout=30) as sock:
        sock.sendall(
            f"GET /ws?width=80&height=24 HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n"
            "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n".encode()
        )
        yield sock
