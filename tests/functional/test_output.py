"""What people see: it fits the screen, is plain when piped, and says what they need."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from bcp.cli.wrapping import cells
from tests.functional.conftest import Run

GOLDEN = {
    "simulate": ("simulate", "tests/data/examples/chain/scenario.yaml"),
    "simulate-knot": ("simulate", "tests/data/examples/knot/scenario.yaml"),
    "priority": ("priority", "--inventory", "tests/data/examples/chain/inventory"),
    "priority-scenario": ("priority", "tests/data/examples/chain/scenario.yaml"),
    "check": ("check", "--inventory", "tests/data/examples/knot/inventory"),
    "show": ("show", "registry", "--inventory", "tests/data/examples/chain/inventory"),
}


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("name", GOLDEN)
def test_golden(bcp: Run, root: Path, name: str, lang: str) -> None:
    """The output is the one that was read and found good (see tests/golden/README.md)."""
    file = f"{name}.{lang}.txt"

    run = bcp(*GOLDEN[name], "--lang", lang)

    actual = run.stdout.replace("\\", "/")
    if actual != (root / "tests" / "golden" / file).read_text(encoding="utf-8"):
        folder = root / "tests" / "actual"
        folder.mkdir(exist_ok=True)
        (folder / file).write_text(actual, encoding="utf-8")
        pytest.fail(f"tests/actual/{file} differs from tests/golden/{file}")


COMMANDS = (
    ("--help",),
    ("simulate", "--help"),
    (),
    ("list",),
    ("check",),
    ("simulate", "quake-holiday-night", "--all"),
    ("simulate", "ransomware"),
    ("priority",),
    ("show", "core-switch-a"),
    ("show", "ict"),
)


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_fits_eighty_columns(bcp: Run, arguments: tuple[str, ...], lang: str) -> None:
    """On a screen of 80 columns no line is wider, and nothing but text is piped."""
    run = bcp(*arguments, BCP_LANG=lang, COLUMNS="80")

    assert run.returncode == 0, run.stderr
    assert [line for line in run.stdout.splitlines() if cells(line) > 80] == []
    assert "\x1b" not in run.stdout
    assert len(run.stdout.splitlines()) > 4


def test_grows_with_the_room(bcp: Run) -> None:
    """More columns are used where there are more."""
    narrow = bcp("simulate", "quake-holiday-night", COLUMNS="80").stdout
    wide = bcp("simulate", "quake-holiday-night", COLUMNS="140").stdout

    assert max(map(cells, wide.splitlines())) > 100
    assert len(wide.splitlines()) < len(narrow.splitlines())


def test_colour_obeys_the_user(bcp: Run, workspace: Path) -> None:
    """FORCE_COLOR colours, NO_COLOR takes colour away, and the words stay the same."""
    coloured = bcp("simulate", "crash", cwd=workspace, FORCE_COLOR="1", TERM="xterm").stdout
    plain = bcp("simulate", "crash", cwd=workspace, FORCE_COLOR="1", TERM="xterm", NO_COLOR="1")

    assert "\x1b[31m" in coloured
    assert "\x1b" not in plain.stdout
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain.stdout


@pytest.mark.parametrize("encoding", ["ascii", "cp932", "cp1252", "utf-8"])
def test_any_console_gets_its_answer(bcp: Run, workspace: Path, encoding: str) -> None:
    """A console that cannot hold Japanese is given UTF-8; one that can is left as it is."""
    environment = {"PYTHONUTF8": "0", "PYTHONIOENCODING": f"{encoding}:strict"}

    run = bcp("check", cwd=workspace, **environment, LC_ALL="C")

    assert run.returncode == 0
    assert encoding == "cp932" or "町" in run.stdout


def test_start_names_what_there_is(bcp: Run, workspace: Path, tmp_path: Path) -> None:
    """In a workspace the next command is spelled out; elsewhere it is how to make one."""
    assert "bcp simulate crash" in bcp(cwd=workspace).stdout
    assert "bcp init" in bcp(cwd=tmp_path).stdout


def test_init_makes_a_workspace_that_works(bcp: Run, tmp_path: Path) -> None:
    """What init makes is in order, and a second init does not touch it."""
    assert bcp("init", "city", cwd=tmp_path).returncode == 0
    again = bcp("init", "city", cwd=tmp_path)
    check = bcp("check", cwd=tmp_path / "city")

    assert (again.returncode, check.returncode) == (2, 0)


def test_simulate_says_why(bcp: Run) -> None:
    """The knot is named, with what stays down and what to do."""
    text = bcp("simulate", "tests/data/examples/knot/scenario.yaml").stdout

    for words in ("未復旧", "仮想基盤", "認証基盤", "デッドロック", "次に:"):
        assert words in text


def test_workaround_is_explained(bcp: Run) -> None:
    """With several outages the reader is told that each counts its workaround anew."""
    assert "停止のたびに" in bcp("simulate", "rolling-power-cuts", COLUMNS="120").stdout


def test_chart_is_drawn(bcp: Run, workspace: Path) -> None:
    """A picture is written to each file named, by default beside where one stands."""
    both = bcp("chart", "timeline", "crash", "-o", "a.png", "-o", "b.SVG", cwd=workspace)
    plain = bcp("chart", "timeline", "crash", "--json", cwd=workspace)
    again = bcp("chart", "timeline", "crash", "-o", "a.png", "--force", cwd=workspace)

    assert (both.returncode, plain.returncode, again.returncode) == (0, 0, 0)
    assert both.stdout.splitlines() == ["a.png", "b.SVG"]
    assert json.loads(plain.stdout) == {
        "files": ["crash-timeline.png"],
        "title": "故障: 業務がRTOに間に合わない",
    }
    assert (workspace / "a.png").read_bytes().startswith(b"\x89PNG")
    assert (workspace / "b.SVG").read_bytes().startswith(b"<?xml")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script(bcp: Run, shell: str) -> None:
    """The script for each shell asks bcp itself."""
    run = bcp("completion", shell)

    assert run.returncode == 0
    assert "_BCP_COMPLETE" in run.stdout


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("bcp sim", "simulate"),
        ("bcp simulate cr", "crash"),
        ("bcp show se", "server"),
        ("bcp show --inventory in", "inventory"),
        ("bcp chart ti", "timeline"),
        ("bcp simulate --strategy r", "rank"),
    ],
)
def test_completion(bcp: Run, workspace: Path, words: str, offered: str) -> None:
    """Commands, options and the ids of the workspace complete."""
    environment = {"COMP_WORDS": words, "COMP_CWORD": str(len(words.split()) - 1)}

    run = bcp(cwd=workspace, _BCP_COMPLETE="bash_complete", **environment)

    assert [line.partition(",")[2] for line in run.stdout.splitlines()] == [offered]


def test_completion_is_silent_on_faults(bcp: Run, workspace: Path) -> None:
    """Files at fault offer nothing and say nothing."""
    (workspace / "inventory" / "all.yaml").write_text("[")
    environment = {"COMP_WORDS": "bcp show s", "COMP_CWORD": "2"}

    run = bcp(cwd=workspace, _BCP_COMPLETE="bash_complete", **environment)

    assert (run.stdout.strip(), run.stderr) == ("", "")


@pytest.mark.parametrize("group", ["chart", "drill"])
def test_groups_speak_the_language_asked_for(bcp: Run, group: str) -> None:
    """Where commands are chosen, too, --lang is understood, before and behind --help."""
    first = bcp(group, "--help", "--lang", "ja")
    last = bcp(group, "--lang", "ja", "--help")

    assert first.returncode == last.returncode == 0, first.stderr
    assert first.stdout == last.stdout
    assert "コマンド:" in last.stdout
