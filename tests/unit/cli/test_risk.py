"""`bcp risk` that is stopped half-way, and chances in words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bcp.cli import risk_places
from bcp.cli.chances import amount, percent, times, times_range, times_told
from bcp.cli.main import run
from bcp.risk.interval import Estimate, share_of
from bcp.risk.pieces import Piece, done
from bcp.risk.tally import Tally
from tests.functional.conftest import INVENTORY, SCENARIO


class Weary:
    """Does so many pieces, and then somebody presses Ctrl-C."""

    hands = 1

    def __init__(self, number: int) -> None:
        self._left = number

    def __call__(self, pieces: Iterable[Piece]) -> Iterator[tuple[Piece, Tally]]:
        """Do them."""
        for piece in pieces:
            if not self._left:
                raise KeyboardInterrupt
            self._left -= 1
            yield piece, done(piece)


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to a small workspace with one scenario."""
    for name, text in (("inventory", INVENTORY), ("scenarios", SCENARIO)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "all.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def weary(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    @contextmanager
    def farm_of(*_: object) -> Iterator[Weary]:
        yield Weary(number)

    monkeypatch.setattr(risk_places, "farm_of", farm_of)


def test_what_was_reached_is_shown(
    town: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """After Ctrl-C the runs so far are shown, it is said how many, and the status tells of it."""
    weary(monkeypatch, 2)
    assert run(["risk", "crash", "--runs", "9000", "--lang", "en"]) == 130
    text = " ".join(capsys.readouterr().out.split())
    assert "Stopped half-way: these are the figures of 2,000 runs out of 9,000." in text


def test_what_was_reached_is_not_complete(
    town: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In JSON, too, an interrupted result says that it is not complete."""
    weary(monkeypatch, 1)
    assert run(["risk", "crash", "--runs", "9000", "--json"]) == 130
    found = json.loads(capsys.readouterr().out)
    assert (found["complete"], found["runs"]) == (False, 1000)


def test_nothing_was_reached(
    town: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Stopped before the first block, there is nothing to show, and that is said."""
    weary(monkeypatch, 0)
    assert run(["risk", "crash", "--lang", "en"]) == 130
    said = capsys.readouterr()
    assert said.out == ""
    assert "no run was finished yet" in said.err


@pytest.mark.parametrize(
    ("count", "runs", "ja", "en"),
    [
        (0, 1000, "一度もなし", "never"),
        (1000, 1000, "毎回", "every time"),
        (620, 1000, "100回に62回（59〜65）", "62 in 100 (59 to 65)"),
        (31, 10_000, "1,000回に3回（2〜4）", "3 in 1,000 (2 to 4)"),
        (99_950, 100_000, "10,000回に9,995回（9,993〜9,996）", "9,995 in 10,000 (9,993 to 9,996)"),
        (2, 10**6, "10,000回に1回未満", "< 1 in 10,000"),
        (10**6 - 2, 10**6, "10,000回に9,999回超", "> 9,999 in 10,000"),
    ],
)
def test_natural_frequencies(count: int, runs: int, ja: str, en: str) -> None:
    """A chance is told as so many times out of a number that fits how rare it is."""
    held = share_of(count, runs)
    assert (times_told(held, "ja"), times_told(held, "en")) == (ja, en)


def test_interval_goes_with_its_chance() -> None:
    """The interval is told out of the same number, and the opposite chance has the opposite one."""
    held = Estimate(0.25, 0.2, 0.3)
    assert (times(held, "en"), times_range(held, "en")) == ("25 in 100", "20 to 30")
    assert times_told(held.complement, "en") == "75 in 100 (70 to 80)"


def test_figures_are_short() -> None:
    """Percentages and weighted hours have no more digits than help."""
    assert [percent(share) for share in (0, 0.0004, 0.0123, 0.5)] == ["0%", "<0.1%", "1.2%", "50%"]
    assert [amount(hours) for hours in (0, 0.0123, 12.34, 56789)] == [
        "0.0",
        "0.012",
        "12.3",
        "56,789",
    ]
