"""Tables and styled lines."""

from __future__ import annotations

import pytest

from bcp.cli.paper import Cell, Column, Paper, Row
from bcp.cli.wrapping import cells

COLUMNS = [Column("順", is_right=True), Column("構成要素", "ID", is_flexible=True), Column("余裕")]


def test_table_aligns_japanese(capsys: pytest.CaptureFixture[str]) -> None:
    """Columns stand below each other whatever signs they hold."""
    rows = [
        Row((Cell("1"), Cell("DBサーバ", under="db"), Cell("1時間")), "理由"),
        Row((Cell("12"), Cell("x"), Cell("2日"))),
    ]

    Paper(60).table(COLUMNS, rows)

    assert capsys.readouterr().out.splitlines() == [
        "順  構成要素  余裕",
        "    ID",
        "─" * 19,
        " 1  DBサーバ  1時間",
        "    db",
        "    理由",
        "12  x         2日",
    ]


def test_table_fits_the_paper(capsys: pytest.CaptureFixture[str]) -> None:
    """The flexible column is wrapped so that no line is wider than the paper."""
    Paper(60).table(COLUMNS, [Row((Cell("1"), Cell("漢字" * 40), Cell("1時間")), "理由" * 50)])

    lines = capsys.readouterr().out.splitlines()
    assert max(map(cells, lines)) == 60


def test_piped_output_is_plain(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a terminal nothing but text is written."""
    Paper(60).line(Cell("× 未達", "bad"), " ", Cell("[red]x[/red]", "title"))

    assert capsys.readouterr().out == "× 未達 [red]x[/red]\n"


def test_colour_can_be_forced_and_forbidden(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """FORCE_COLOR colours a pipe, NO_COLOR forbids it whatever else is set."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("FORCE_COLOR", "1")
    Paper(60).line(Cell("x", "bad"))
    assert capsys.readouterr().out == "\x1b[31m\x1b[1mx\x1b[0m\n"

    monkeypatch.setenv("NO_COLOR", "1")
    Paper(60).line(Cell("x", "bad"))
    assert capsys.readouterr().out == "x\n"
