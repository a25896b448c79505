"""Errors as sentences and statuses."""

from __future__ import annotations

import errno

import pytest

from bcp.cli.trouble import Faulty, explain, fault_lines
from bcp.errors import Fault, InputError, UsageError

FAULTS = [
    Fault("b.yaml", 3, "functions[id=x].rto", "bad-span", {"value": "3 hours"}),
    Fault("a.yaml", 0, "", "inventory-empty"),
]


def test_faults_are_listed_in_order_and_counted() -> None:
    """Each fault has its file, line and place; the last line counts them."""
    lines = list(fault_lines(InputError(FAULTS).faults, "en"))

    assert lines[0].startswith("a.yaml: holds no *.yaml")
    assert lines[1].startswith("b.yaml:3: functions[id=x].rto: ")
    assert lines[2] == "2 faults"


def test_control_characters_of_files_do_not_reach_the_terminal() -> None:
    """An escape sequence in a value is defused."""
    fault = Fault("a\x1b[2J.yaml", 1, "", "bad-span", {"value": "\x1b]0;x\x07"})

    assert "\x1b" not in next(fault_lines([fault], "ja"))


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (Faulty(InputError(FAULTS), "ja"), 1, "誤りが2件あります。"),
        (InputError(FAULTS[:1]), 1, "1 fault"),
        (UsageError("no-item", name="x"), 2, "`x`"),
        (KeyboardInterrupt(), 130, "interrupted"),
        (BrokenPipeError(), 141, ""),
        (OSError(errno.ENOSPC, "No space left on device", "out.png"), 1, "the disk is full"),
        (OSError(errno.ELOOP, "Too many links"), 1, "Too many links"),
        (ZeroDivisionError("x / 0\nmore"), 70, "ZeroDivisionError: x / 0); this looks like a bug"),
    ],
    ids=["faults", "one-fault", "usage", "interrupt", "pipe", "full", "other-os", "bug"],
)
def test_every_error_has_a_status_and_a_sentence(
    error: BaseException, status: int, words: str
) -> None:
    """Statuses are a contract; the text says what to do and holds no traceback."""
    found, text = explain(error, "en")

    assert found == status
    assert words in text
    assert "Traceback" not in text
