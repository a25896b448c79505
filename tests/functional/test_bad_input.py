"""Whatever the files hold, the answer is a list of faults, never a traceback."""

from __future__ import annotations

import codecs
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.functional.conftest import INVENTORY, Run

FILE = Path("inventory", "all.yaml")
MORE = Path("inventory", "more.yaml")
Spoil = Callable[[Path], object]


def edit(old: str, new: str) -> Spoil:
    """Return what replaces *old* in the inventory."""
    assert old in INVENTORY

    def spoil(root: Path) -> None:
        (root / FILE).write_text(INVENTORY.replace(old, new), encoding="utf-8")

    return spoil


def put(data: bytes | str) -> Spoil:
    """Return what puts one more file into the inventory."""
    raw = data.encode() if isinstance(data, str) else data
    return lambda root: (root / MORE).write_bytes(raw)


BOMB = "x-0: &a0 [0, 0, 0, 0, 0, 0, 0, 0, 0]\n" + "".join(
    f"x-{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)

FAULTS: dict[str, tuple[Spoil, str]] = {
    "empty-folder": (lambda root: (root / FILE).unlink(), "inventory: "),
    "missing-id": (edit("{id: server, ", "{"), f"{FILE}:3: "),
    "self": (edit("kind: server,", "kind: server, requires: [server],"), f"{FILE}:3: "),
    "unknown-id": (edit("requires: [server]", "requires: [sever]"), "server"),
    "rto-over-mtpd": (edit("mtpd: 24h", "mtpd: 30m"), f"{FILE}:5: "),
    "3-hours": (edit("rto: 1h", "rto: 3 hours"), "3 hours"),
    "twice": (put("components: [{id: server, kind: server}]"), f"{FILE}:3"),
    "unknown-key": (edit("mtpd: 24h", "mtd: 24h"), "mtpd"),
    "bomb": (put(BOMB), f"{MORE}"),
    "shift-jis": (
        put("components: [{id: a, name: 市役所, kind: server}]".encode("cp932")),
        "Shift_JIS",
    ),
    "list": (put("- a\n- b\n"), f"{MORE}:1"),
    "nesting": (put("[" * 10_000), f"{MORE}"),
    "tabs": (put("components:\n\t- {id: a, kind: server}\n"), f"{MORE}:2"),
    "tag": (put("components: !!python/object/apply:os.system [true]"), f"{MORE}:1"),
    "binary": (put(bytes(range(256))), f"{MORE}"),
    "large": (put(b"#" + b"x" * 50 * 2**20), f"{MORE}"),
    "yml": (lambda root: (root / FILE).rename(root / "inventory" / "all.yml"), "all.yml"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_faulty_inventory(bcp: Run, workspace: Path, name: str) -> None:
    """A faulty file is status 1, with file, line and what to do, and a count at the end."""
    spoil, words = FAULTS[name]
    spoil(workspace)

    run = bcp("check", cwd=workspace, BCP_LANG="ja")

    assert (run.returncode, run.stdout) == (1, "")
    assert words in run.stderr
    assert run.stderr.splitlines()[-1].startswith("誤りが")
    assert "Traceback" not in run.stderr


SCENARIOS = {
    "nothing-selected": "- {at: 0h, damage: {select: {tag: nothing}}}",
    "unknown-id": "- {at: 0h, damage: {select: {id: sever}}}",
    "for-0h": "- {at: 0h, outage: {select: {id: server}, for: 0h}}",
    "unknown-kind": "- {at: 0h, damage: {select: {kind: servers}}}",
    "no-at": "- {damage: {select: {id: server}}}",
}


@pytest.mark.parametrize("command", ["check", "simulate"])
@pytest.mark.parametrize("name", SCENARIOS)
def test_faulty_scenario(bcp: Run, workspace: Path, name: str, command: str) -> None:
    """A faulty scenario is found by a check and by a simulation alike."""
    text = f"scenario: {{id: crash, name: x}}\nevents:\n  {SCENARIOS[name]}\n"
    (workspace / "scenarios" / "crash.yaml").write_text(text, encoding="utf-8")

    run = bcp(*([command] if command == "check" else [command, "crash"]), cwd=workspace)

    assert run.returncode == 1
    assert "scenarios/crash.yaml:3: " in run.stderr.replace("\\", "/")
    assert "Traceback" not in run.stderr


def test_all_faults_at_once(bcp: Run, workspace: Path) -> None:
    """Faults of several files are told together and counted."""
    edit("rto: 1h", "rto: soon")(workspace)
    put("components: [{id: a, kind: sever}, {id: b}]")(workspace)

    run = bcp("check", "--lang", "en", cwd=workspace)

    assert len(run.stderr.splitlines()) == 4
    assert run.stderr.splitlines()[-1] == "3 faults"


@pytest.mark.parametrize(
    "data",
    [
        codecs.BOM_UTF8 + INVENTORY.encode(),
        INVENTORY.replace("\n", "\r\n").encode(),
        INVENTORY.encode("utf-16"),
    ],
    ids=["bom", "crlf", "utf-16"],
)
def test_how_other_editors_save(bcp: Run, workspace: Path, data: bytes) -> None:
    """A byte order mark, Windows line ends and UTF-16 are no faults."""
    (workspace / FILE).write_bytes(data)

    assert bcp("check", cwd=workspace).returncode == 0


def test_names_are_never_markup(bcp: Run, workspace: Path) -> None:
    """A name with brackets is printed as it is, and cannot steer the terminal."""
    edit("name: サーバ", "name: '[red]サーバ[/red]\u202e'")(workspace)

    run = bcp("simulate", "crash", cwd=workspace, FORCE_COLOR="1", TERM="xterm")

    assert "[red]サーバ[/red]" in run.stdout
    assert "\u202e" not in run.stdout


def test_control_characters_are_a_fault(bcp: Run, workspace: Path) -> None:
    """An escape sequence hidden in a name is refused, and not shown."""
    edit("name: サーバ", r'name: "\e[31mサーバ"')(workspace)

    run = bcp("check", cwd=workspace)

    assert run.returncode == 1
    assert "\x1b" not in run.stderr


def test_no_workspace(bcp: Run, tmp_path: Path) -> None:
    """Outside of a workspace a command says how to get one."""
    run = bcp("check", cwd=tmp_path, BCP_LANG="en")

    assert run.returncode == 2
    assert "bcp init" in run.stderr


def test_chart_is_not_overwritten(bcp: Run, workspace: Path) -> None:
    """A file that exists is kept unless --force is given."""
    (workspace / "x.png").write_text("mine")

    run = bcp("chart", "timeline", "crash", "-o", "x.png", cwd=workspace)

    assert run.returncode == 2
    assert "--force" in run.stderr
    assert (workspace / "x.png").read_text() == "mine"


@pytest.mark.parametrize("place", ["missing/x.png", "scenarios/crash.yaml/x.png"])
def test_chart_needs_a_folder(bcp: Run, workspace: Path, place: str) -> None:
    """Where nothing can be written, nothing is, and the folder is named."""
    run = bcp("chart", "timeline", "crash", "-o", place, cwd=workspace)

    assert (run.returncode, run.stdout) == (2, "")
    assert str(Path(place).parent) in run.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [("simulate", "crash"), ("check", "--json"), ("--help",), ()])
def test_full_disk(bcp: Run, root: Path, workspace: Path, arguments: tuple[str, ...]) -> None:
    """Output that cannot be written is said in one sentence."""
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(
            [sys.executable, "-m", "bcp", *arguments],
            cwd=workspace,
            env={**os.environ, "PYTHONPATH": str(root), "BCP_LANG": "en"},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert run.returncode == 1
    assert run.stderr == "error: cannot write the output (the disk is full)\n"


def test_reader_that_leaves(bcp: Run, root: Path, workspace: Path) -> None:
    """A pipe closed early, as by head, is no error worth a word."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bcp", "check"],
        cwd=workspace,
        env={**os.environ, "PYTHONPATH": str(root)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    complaint = process.stderr.read()
    process.stderr.close()

    assert (process.wait(), complaint) == (141, b"")


def test_a_bug_is_one_sentence(bcp: Run, workspace: Path) -> None:
    """What nobody foresaw is said in one sentence, with a traceback only on demand."""
    code = (
        "import sys, bcp.workspace as w, bcp.cli.main as m\n"
        "w.find_workspace = lambda _: 1 / 0\n"
        "sys.exit(m.run(['list']))"
    )

    def run(**more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", code],
            env={
                **os.environ,
                "PYTHONPATH": str(Path(__file__).parents[2]),
                "BCP_LANG": "en",
                **more,
            },
            capture_output=True,
            text=True,
            check=False,
        )

    plain, debugged = run(), run(BCP_DEBUG="1")
    assert plain.returncode == 70
    assert len(plain.stderr.splitlines()) == 1
    assert "ZeroDivisionError" in plain.stderr
    assert "Traceback" in debugged.stderr
