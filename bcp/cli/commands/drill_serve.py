"""``bcp drill serve``: the screen of ``bcp drill watch`` in a browser."""

from __future__ import annotations

import errno
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING

import click

from bcp.cli.command import Complaint
from bcp.cli.commands.drill_watch import finder, record_argument, view_option
from bcp.cli.drilling import look_options, named
from bcp.cli.options import Asked, Request
from bcp.cli.printing import tell
from bcp.errors import UsageError
from bcp.words import Lang, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from bcp.serving.access import Door
    from bcp.serving.server import Place

HOST, PORT = "127.0.0.1", "8765"
_HIGHEST = 65535


def build(lang: Lang) -> click.Command:
    """Return the command."""
    return Asked(
        "serve",
        lang,
        run,
        record_argument(lang),
        view_option(lang),
        named(lang, "--host", "host", default=HOST, metavar="ADDRESS"),
        named(lang, "--port", "port", default=PORT, metavar="PORT", callback=_port),
        named(lang, "--code", "asks_code", is_flag=True),
        named(lang, "--once", "is_once", is_flag=True),
        *look_options(lang),
        key="drill-serve",
        has_json=False,
        has_inventory=False,
    )


def _port(context: click.Context, param: click.Parameter, value: str) -> int:  # noqa: ARG001 (click's signature)
    if not (value.isascii() and value.isdigit() and int(value) <= _HIGHEST):
        raise Complaint("serve-bad-port", context, value=value)
    return int(value)


def run(  # noqa: PLR0913 (an option each)
    request: Request,
    record: str | None,
    view: str,
    host: str,
    port: int,
    theme: str,
    *,
    asks_code: bool,
    is_once: bool,
    ascii_only: bool,
) -> None:
    """Serve until Ctrl-C."""
    import asyncio

    from bcp.serving.access import Door
    from bcp.serving.screens import watch_command
    from bcp.serving.server import Place, WatchServer

    finder(record)  # a record that is not there is told here, not to every visitor
    place = Place(host, port)
    door = Door(
        monotonic, is_open=place.is_local and not asks_code and not is_once, is_once=is_once
    )
    asked = ["--view", view, "--theme", theme, *(["--ascii"] if ascii_only else [])]
    asked += ["--lang", request.asked] if request.asked else []
    command = watch_command([*asked, *(["--", record] if record is not None else [])])
    server = WatchServer(command, place, door, request.lang, _Terminal(request.lang, place, door))
    try:
        with suppress(KeyboardInterrupt):
            asyncio.run(server.run())
    except OSError as error:
        raise _no_place(error, place) from None


def _no_place(error: OSError, place: Place) -> UsageError:
    if error.errno == errno.EADDRINUSE:
        return UsageError("serve-port-taken", host=place.host, port=place.port)
    why = error.strerror or str(error)
    return UsageError("serve-no-address", host=place.host, port=place.port, why=why)


class _Terminal:
    """The facilitator's terminal, where the code is shown."""

    def __init__(self, lang: Lang, place: Place, door: Door) -> None:
        self._lang, self._place, self._door = lang, place, door
        self._url = ""
        self._code = ""

    def ready(self, port: int) -> None:
        """Say where to look."""
        from bcp.serving.access import reachable, shown

        self._url = shown(reachable(self._place.host), port)
        self._tell("serve-open", url=self._url)
        self.admitted()
        if not self._place.is_local:
            self._tell("serve-plain")
        self._tell("serve-stop")

    def admitted(self) -> None:
        """Show the code, if there is a new one."""
        if not self._door.is_open and self._door.code != self._code:
            self._code = self._door.code
            self._tell("serve-code", code=self._code, url=f"{self._url}?code={self._code}")

    def joined(self, address: str, number: int) -> None:
        """Say who watches."""
        self._tell("serve-joined", address=address, number=number)

    def guessing(self, address: str) -> None:
        """Say who guesses."""
        self._tell("serve-guessing", address=address)

    def failed(self, reason: str) -> None:
        """Say that a visitor sees nothing."""
        self._tell("serve-failed", reason=reason)

    def _tell(self, key: str, **values: object) -> None:
        tell(say(WORDS, key, self._lang, **values))
