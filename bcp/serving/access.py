"""Who may look: a code that the facilitator reads out, and checks of where a request comes from.

A browser that has shown the code gets a cookie, which holds as long as this server runs. Names in
the `Host` of a request are checked, because a page elsewhere can make its own name mean this
computer (DNS rebinding), and so is the `Origin`, because any page can open a websocket to here.
"""

from __future__ import annotations

import hmac
import secrets
import socket
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from urllib.parse import urlsplit

__all__ = [
    "Door",
    "Limiter",
    "Locked",
    "is_loopback",
    "is_own_origin",
    "may_be_called",
    "reachable",
    "shown",
]

_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Those that cannot be taken for one another when read out or written on a board."""
_LENGTH = 8
"""31 letters to the 8th power: at five tries a minute, a guess in a million years."""
_TRIES = 5
"""Wrong codes that an address may send before it has to wait."""
_WAIT = 60.0
"""Seconds after which one more of them is forgotten."""
_MOST_ADDRESSES = 4096


class Locked(Exception):  # noqa: N818 (an answer, not a fault)
    """An address has sent too many wrong codes and has to wait."""

    def __init__(self, *, is_news: bool) -> None:
        self.is_news = is_news
        """Whether it has just begun to have to."""
        super().__init__()


class Limiter:
    """Counts wrong codes by address; one is forgotten a minute.

    Parameters
    ----------
    clock
        Returns seconds that never go back.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._wrong: dict[str, tuple[float, float]] = {}

    def is_locked(self, address: str) -> bool:
        """Return whether *address* has to wait."""
        return self._count(_network(address)) > _TRIES - 1

    def wrong(self, address: str) -> None:
        """Count a wrong code from *address*."""
        network = _network(address)
        self._wrong[network] = (self._count(network) + 1, self._clock())
        while len(self._wrong) > _MOST_ADDRESSES:
            del self._wrong[next(iter(self._wrong))]

    def _count(self, network: str) -> float:
        count, since = self._wrong.get(network, (0.0, 0.0))
        return max(0.0, count - (self._clock() - since) / _WAIT)


def _network(address: str) -> str:
    """Return what counts as one visitor: a device may take any of the addresses of its network."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped is None:
        return parsed.exploded[:19]
    return str(getattr(parsed, "ipv4_mapped", None) or parsed)


@dataclass(frozen=True)
class _Run:
    """What is secret about one run of the server."""

    key: bytes

    def pass_for(self, number: str) -> str:
        """Return the value of a cookie."""
        return f"{number}.{hmac.new(self.key, number.encode(), 'sha256').hexdigest()}"

    def issued(self, value: str) -> bool:
        """Return whether a cookie is one of this run."""
        number = value.partition(".")[0]
        return hmac.compare_digest(self.pass_for(number).encode(), value.encode())


class Door:
    """Lets in whoever knows the code.

    Parameters
    ----------
    clock
        Returns seconds that never go back.
    is_open
        Whether everybody may come in: a server that only this computer can reach.
    is_once
        Whether a code is good for one browser only.
    """

    def __init__(
        self, clock: Callable[[], float], *, is_open: bool = False, is_once: bool = False
    ) -> None:
        self.is_open, self._is_once = is_open, is_once
        self.code = _new_code()
        """What to enter; shown in two halves."""
        self._limiter = Limiter(clock)
        self._run = _Run(secrets.token_bytes(32))

    def knows(self, value: str | None) -> bool:
        """Return whether the cookie *value* was given out by this server since it was started."""
        return self.is_open or (value is not None and self._run.issued(value))

    def enter(self, typed: str, address: str) -> str | None:
        """Return a cookie for whoever typed the code; nothing if it is wrong.

        Raises
        ------
        Locked
            If *address* has tried too often, whatever it typed now.
        """
        if self._limiter.is_locked(address):
            raise Locked(is_news=False)
        if hmac.compare_digest(_plain(typed).encode(), _plain(self.code).encode()):
            if self._is_once:
                self.code = _new_code()
            return self._run.pass_for(secrets.token_urlsafe(24))
        self._limiter.wrong(address)
        if self._limiter.is_locked(address):
            raise Locked(is_news=True)
        return None


def _new_code() -> str:
    code = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
    return f"{code[: _LENGTH // 2]}-{code[_LENGTH // 2 :]}"


def _plain(typed: str) -> str:
    """Return a code as it was meant: wide letters, small letters, blanks and hyphens are the same.

    Examples
    --------
    >>> _plain("ａｂｃｄ ー efgh")
    'ABCDEFGH'
    """
    letters = unicodedata.normalize("NFKC", typed[:100]).upper()
    return "".join(letter for letter in letters if letter in _LETTERS)


# --- where a request comes from ------------------------------------------------------------------


def is_loopback(host: str) -> bool:
    """Return whether only this computer can reach *host*."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.casefold() == "localhost"


def may_be_called(host: str | None, port: int, names: Collection[str], *, is_local: bool) -> bool:
    """Return whether a request may name this server so in its `Host`.

    Parameters
    ----------
    host
        The header.
    port
        Where the server listens.
    names
        What it is called besides its addresses.
    is_local
        Whether only this computer can reach it.
    """
    try:
        parts = urlsplit(f"//{host}")
        name, given = parts.hostname, parts.port
    except ValueError:
        return False
    is_plain = parts.netloc == host and "@" not in parts.netloc
    if name is None or not is_plain or (given or 80) != port:
        return False
    if name in names:
        return True
    try:
        address = ip_address(name)  # an address cannot be made to mean another computer
    except ValueError:
        return False
    return address.is_loopback or not is_local


def is_own_origin(origin: str | None, host: str | None) -> bool:
    """Return whether the page that asks was given out by this server."""
    return host is not None and origin == f"http://{host}"


def reachable(host: str) -> str:
    """Return what visitors type for *host*: of one that means every address, one they can reach."""
    try:
        if not ip_address(host).is_unspecified:
            return host
    except ValueError:
        return host
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    outside = "2001:db8::1" if family == socket.AF_INET6 else "192.0.2.1"
    with socket.socket(family, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((outside, 9))  # nothing is sent: it only chooses a way out
            return str(probe.getsockname()[0])
        except OSError:
            return socket.gethostname()


def shown(host: str, port: int) -> str:
    """Return the address of the page.

    Examples
    --------
    >>> shown("192.168.1.20", 8765), shown("::1", 80)
    ('http://192.168.1.20:8765/', 'http://[::1]:80/')
    """
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"
