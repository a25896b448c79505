"""A bar for whoever waits at a terminal, and for nobody else."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable

import pytest

from bcp.cli.progress import tracked


class Terminal(io.StringIO):
    """Standard error where somebody sits."""

    def isatty(self) -> bool:
        """Return what a terminal returns."""
        return True


def ticking(seconds: float) -> Callable[[], float]:
    """Return a clock that goes on by *seconds* each time it is read."""
    now = 0.0

    def read() -> float:
        nonlocal now
        now += seconds
        return now

    return read


def shown(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, step: float) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    assert list(tracked([1, 2, 3, 4], "scenarios", "en", ticking(step))) == [1, 2, 3, 4]
    return stream.getvalue()


def test_whoever_has_to_wait_sees_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """It begins at what is done already, and is full in the end."""
    text = shown(monkeypatch, Terminal(), 0.6)

    assert "playing the scenarios" in text
    assert "100%" in text


def test_what_is_quick_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing flickers within a second."""
    assert shown(monkeypatch, Terminal(), 0.2) == ""


def test_where_nobody_sits_nothing_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """A log is no place for a bar."""
    assert shown(monkeypatch, io.StringIO(), 60) == ""


def test_many_short_steps_are_one_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """Patience does not begin anew with each of them."""
    stream, clock = Terminal(), ticking(0.2)
    monkeypatch.setattr(sys, "stderr", stream)

    assert list(tracked([1, 2, 3, 4], "scenarios", "en", clock)) == [1, 2, 3, 4]
    assert stream.getvalue() == ""
    assert list(tracked([1, 2, 3, 4], "after", "en", clock)) == [1, 2, 3, 4]
    assert "after the measures" in stream.getvalue()
