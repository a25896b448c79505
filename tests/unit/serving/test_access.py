"""Who may look: codes, cookies, and where a request may come from."""

from __future__ import annotations

import pytest

from bcp.serving.access import (
    Door,
    Limiter,
    Locked,
    is_loopback,
    is_own_origin,
    may_be_called,
    reachable,
)


class Hand:
    """A clock in seconds, set by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """Return what it was set to."""
        return self.now


def wrong_of(door: Door) -> str:
    """Return a code that differs from the right one in its last letter."""
    return door.code[:-1] + ("A" if door.code[-1] != "A" else "B")


def test_the_code_lets_in_and_nothing_else_does() -> None:
    """The cookie it gives is known; none, an empty, a made-up and a changed one are not."""
    door = Door(Hand())
    cookie = door.enter(door.code, "10.0.0.1")
    assert cookie is not None

    assert door.knows(cookie)
    number, _, sign = cookie.partition(".")
    for other in (
        None,
        "",
        ".",
        number,
        f"{number}.",
        f"x{number}.{sign}",
        f"{number}.{sign[:-1]}",
    ):
        assert not door.knows(other)
    assert door.enter(wrong_of(door), "10.0.0.1") is None


def test_a_cookie_is_good_for_one_run_of_the_server() -> None:
    """A server that was started again does not know it."""
    first, second = Door(Hand()), Door(Hand())
    cookie = first.enter(first.code, "10.0.0.1")

    assert first.knows(cookie)
    assert not second.knows(cookie)


@pytest.mark.parametrize("change", [str.lower, lambda c: c.replace("-", ""), lambda c: f" {c} "])
def test_the_code_may_be_typed_as_people_type(change: object) -> None:
    """Small letters, no hyphen, blanks around."""
    assert callable(change)
    door = Door(Hand())

    assert door.enter(change(door.code), "10.0.0.1")


def test_the_code_may_be_typed_in_wide_letters() -> None:
    """A Japanese keyboard gives those."""
    door = Door(Hand())
    wide = "".join(chr(ord(c) + 0xFEE0) if c != "-" else "－" for c in door.code)

    assert door.enter(wide, "10.0.0.1")


def test_codes_differ() -> None:
    """A thousand servers have a thousand codes, of eight letters that cannot be mistaken."""
    codes = {Door(Hand()).code for _ in range(1000)}

    assert len(codes) == 1000
    assert {len(code) for code in codes} == {9}
    assert not set("".join(codes)) & set("0O1IL")


def test_who_guesses_has_to_wait() -> None:
    """After five wrong codes the right one is refused too, for a minute, and only from there."""
    clock = Hand()
    door = Door(clock)
    for _ in range(4):
        assert door.enter(wrong_of(door), "10.0.0.1") is None
    with pytest.raises(Locked) as locked:
        door.enter(wrong_of(door), "10.0.0.1")
    assert locked.value.is_news
    with pytest.raises(Locked) as again:
        door.enter(door.code, "10.0.0.1")
    assert not again.value.is_news
    assert door.enter(door.code, "10.0.0.2")
    clock.now += 61
    assert door.enter(door.code, "10.0.0.1")


def test_guessing_is_slow_for_ever() -> None:
    """In an hour of trying at every second somebody gets to try some sixty codes, not thousands."""
    clock = Hand()
    door, tries = Door(clock), 0
    for _ in range(3600):
        clock.now += 1
        try:
            door.enter(wrong_of(door), "10.0.0.1")
        except Locked as locked:
            tries += locked.is_news
        else:
            tries += 1
    assert 55 <= tries <= 70


def test_a_network_of_addresses_counts_as_one() -> None:
    """Whoever has a whole IPv6 network has one try at a time; its neighbours have their own."""
    limiter = Limiter(Hand())
    for last in range(5):
        limiter.wrong(f"2001:db8:1:2::{last + 1}")

    assert limiter.is_locked("2001:db8:1:2:ffff::1")
    assert not limiter.is_locked("2001:db8:1:3::1")
    for _ in range(5):
        limiter.wrong("::ffff:10.0.0.1")
    assert limiter.is_locked("10.0.0.1")
    assert not limiter.is_locked("10.0.0.2")


def test_counting_takes_no_more_room_than_it_needs() -> None:
    """Tens of thousands of addresses do not fill the memory."""
    limiter = Limiter(Hand())
    for number in range(20_000):
        limiter.wrong(f"10.{number // 256 // 256}.{number // 256 % 256}.{number % 256}")

    assert len(limiter._wrong) <= 4096


def test_once_means_one_browser_a_code() -> None:
    """The second who shows it is refused; the next code is another."""
    door = Door(Hand(), is_once=True)
    code = door.code
    first = door.enter(code, "10.0.0.1")

    assert door.knows(first)
    assert door.code != code
    assert door.enter(code, "10.0.0.2") is None
    assert door.enter(door.code, "10.0.0.2")


@pytest.mark.parametrize(
    ("host", "is_local", "expected"),
    [
        ("127.0.0.1:8765", True, True),
        ("localhost:8765", True, True),
        ("[::1]:8765", True, True),
        ("LOCALHOST:8765", True, True),
        ("192.168.1.20:8765", True, False),
        ("192.168.1.20:8765", False, True),
        ("127.0.0.1:8765", False, True),
        ("evil.example:8765", True, False),
        ("evil.example:8765", False, False),
        ("localhost.evil.example:8765", True, False),
        ("localhost:80", True, False),
        ("localhost", True, False),
        ("user@localhost:8765", True, False),
        ("localhost:8765/x", True, False),
        ("localhost:x", True, False),
        ("", True, False),
        (None, True, False),
    ],
)
def test_a_name_that_is_not_ours_is_refused(
    host: str | None, is_local: bool, expected: bool
) -> None:
    """A name can be made to mean this computer; an address cannot be made to mean another."""
    assert may_be_called(host, 8765, {"localhost"}, is_local=is_local) is expected


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        ("http://localhost:8765", True),
        ("http://localhost:8766", False),
        ("https://localhost:8765", False),
        ("http://evil.example", False),
        ("null", False),
        (None, False),
    ],
)
def test_only_our_own_pages_may_ask(origin: str | None, expected: bool) -> None:
    """Another port of this computer is somebody else."""
    assert is_own_origin(origin, "localhost:8765") is expected


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),  # noqa: S104 (that is the point)
        ("192.168.1.20", False),
        ("", False),
        ("town.example", False),
    ],
)
def test_what_only_this_computer_reaches(host: str, expected: bool) -> None:
    """Whatever is not known to be local asks for the code."""
    assert is_loopback(host) is expected


def test_visitors_are_not_sent_to_an_address_that_means_all() -> None:
    """They get one that they can reach; any other is said as it was given."""
    assert reachable("0.0.0.0") != "0.0.0.0"  # noqa: S104 (that is the point)
    assert reachable("192.168.1.20") == "192.168.1.20"
    assert reachable("town.example") == "town.example"
