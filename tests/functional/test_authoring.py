"""``bcp init``, ``new``, ``fmt`` and ``rename`` as people run them."""

from __future__ import annotations

import json
import os
import select
import sys
from pathlib import Path

import pytest

from tests.functional.conftest import Run


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the files of a small beginning."""
    from bcp.authoring.beginning import Answers, beginning

    return beginning(Answers("town", "町", "town", 2), "ja")


@pytest.fixture
def begun(town: dict[str, bytes], tmp_path: Path) -> Path:
    """Return a workspace that was just begun."""
    for name, data in town.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    return tmp_path


def held(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*.yaml"))}


def test_a_workspace_is_begun_without_a_question(bcp: Run, tmp_path: Path) -> None:
    """With ``--yes`` a workspace of one's own is made, is in order, and says what to do first."""
    made = bcp(
        "init", "my-city", "--yes", "--size", "town", "--name", "東町", "--lang", "ja", cwd=tmp_path
    )
    checked = bcp("check", "--json", cwd=tmp_path / "my-city")

    assert made.returncode == 0, made.stderr
    assert "inventory/my-city/teams.yaml" in made.stdout
    assert json.loads(checked.stdout)["faults"] == []
    assert (tmp_path / "my-city/schemas/inventory.schema.json").is_file()


def test_without_terminal_and_options_the_sample_is_copied(bcp: Run, tmp_path: Path) -> None:
    """Scripts that say only where have always got the sample, and nothing waits for an answer."""
    made = bcp("init", "city", cwd=tmp_path)

    assert made.returncode == 0, made.stderr
    assert (tmp_path / "city/inventory/chikusei/organisation.yaml").is_file()


def test_a_sample_cannot_be_given_answers(bcp: Run, tmp_path: Path) -> None:
    """A copy is a copy: what would be ignored is refused, and nothing is made."""
    made = bcp("init", "city", "--from", "chikusei", "--size", "town", cwd=tmp_path)

    assert made.returncode == 2
    assert "--size" in made.stderr
    assert not (tmp_path / "city").exists()


def test_nothing_is_overwritten_by_a_beginning(bcp: Run, begun: Path) -> None:
    """A folder that holds something is refused as it is."""
    before = held(begun)

    made = bcp("init", ".", "--yes", cwd=begun)

    assert made.returncode == 2
    assert held(begun) == before


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of Unix")
def test_questions_are_asked_in_a_terminal(root: Path, tmp_path: Path) -> None:
    """Enter takes what is in brackets; a wrong answer is asked for again."""
    import pty

    child, ours = pty.fork()
    if child == 0:  # pragma: no cover (another process)
        os.chdir(tmp_path)
        os.environ.update(PYTHONPATH=str(root), BCP_LANG="en", COLUMNS="80")
        os.execv(sys.executable, [sys.executable, "-m", "bcp", "init", "city"])  # noqa: S606
    told = [
        ("[2]: ", "7x"),
        ("[2]: ", "1"),
        ("Name of the city", "Eastham"),
        ("People in the ICT", "none"),
        ("People in the ICT", "3"),
        ("[1]: ", ""),
        ("[1]: ", "no"),
        ("Core system vendor", ""),
        ("Server and storage", ""),
        ("Network vendor", "Net: Co"),
    ]
    seen = ""
    for wanted, answer in told:
        seen = until(ours, wanted)
        os.write(ours, f"{answer}\n".encode())
    seen = until(ours, "bcp simulate")
    _, status = os.waitpid(child, 0)

    assert status == 0, seen
    assert b"name: Eastham" in (tmp_path / "city/inventory/city/organisation.yaml").read_bytes()
    teams = (tmp_path / "city/inventory/city/teams.yaml").read_text(encoding="utf-8")
    assert "size: 3" in teams
    assert 'name: "Net: Co"' in teams
    assert "generator" not in (tmp_path / "city/inventory/city/procedures.yaml").read_text("utf-8")


def until(ours: int, wanted: str) -> str:
    """Read what the terminal shows until it holds *wanted*."""
    seen = b""
    while wanted.encode() not in seen:
        ready, _, _ = select.select([ours], [], [], 60)
        assert ready, seen.decode()
        seen += os.read(ours, 4096)
    return seen.decode()


def test_stubs_leave_the_inventory_in_order(bcp: Run, begun: Path) -> None:
    """Stubs are added one by one; only lines are added, and all of it is in order."""
    needs = ("--requires", "rack-power,core-network")
    for arguments in [
        ("component", "dns", "--name", "DNS: 1", "--kind", "server", *needs, "--lang", "en"),
        ("function", "library", "--file", "more.yaml"),
        ("scenario", "snow", "--kind", "snow"),
    ]:
        before = held(begun)
        made = bcp("new", *arguments, cwd=begun)
        after = held(begun)

        assert made.returncode == 0, made.stderr
        assert arguments[1] in made.stdout
        (changed,) = [name for name in after if after[name] != before.get(name)]
        assert after[changed].startswith(before.get(changed, b""))
    assert bcp("check", "--json", cwd=begun).returncode == 0
    assert bcp("fmt", "--check", cwd=begun).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("component", "ict"), "ict"),
        (("component", "x", "--kind", "rocket"), "rocket"),
        (("team", "x", "--requires", "ict"), "--requires"),
        (("component", "x", "--requires", "nowhere"), "nowhere"),
        (("component", "x", "--file", "../../../x.yaml"), "x.yaml"),
    ],
    ids=lambda held: " ".join(held) if isinstance(held, tuple) else held,
)
def test_stubs_that_cannot_be_are_refused(
    bcp: Run, begun: Path, arguments: tuple[str, ...], said: str
) -> None:
    """What is taken, no id, or would not load is refused, and nothing is written."""
    before = held(begun)

    made = bcp("new", *arguments, cwd=begun)

    assert made.returncode in (1, 2)
    assert said in made.stderr
    assert held(begun) == before


def test_dry_runs_write_nothing(bcp: Run, begun: Path) -> None:
    """What would be done is shown, and every file stays."""
    before = held(begun)

    new = bcp("new", "team", "helpers", "--dry-run", cwd=begun)
    rename = bcp("rename", "ict", "office", "--dry-run", cwd=begun)

    assert "id: helpers" in new.stdout
    assert "id: office" in rename.stdout
    assert held(begun) == before


def test_files_are_put_into_their_usual_form(bcp: Run, begun: Path) -> None:
    """``--check`` names what is not in form and fails; without it the file is mended."""
    path = begun / "inventory/town/teams.yaml"
    good = path.read_bytes()
    path.write_bytes(good.replace(b"    size: 2\n", b"    size:   '2'\n"))

    first = bcp("fmt", "--check", cwd=begun)
    mended = bcp("fmt", cwd=begun)
    second = bcp("fmt", "--check", "--json", cwd=begun)

    assert first.returncode == 1
    assert str(Path("inventory/town/teams.yaml")) in first.stdout
    assert mended.returncode == 0
    assert json.loads(second.stdout)["changed"] == []
    assert path.read_bytes().replace(b'"2"', b"2") == good


def test_faults_are_told_and_no_file_is_formatted(bcp: Run, begun: Path) -> None:
    """If one file cannot be read, the others stay as they are: all or none."""
    (begun / "inventory/town/teams.yaml").write_text("teams: [\n", encoding="utf-8")
    (begun / "inventory/town/extra.yaml").write_text(
        "teams:\n- {id: x,size: 1}\n", encoding="utf-8"
    )
    before = held(begun)

    made = bcp("fmt", cwd=begun)

    assert made.returncode == 1
    assert "teams.yaml:" in made.stderr
    assert held(begun) == before


def test_an_id_is_changed_everywhere(bcp: Run, begun: Path) -> None:
    """A team is renamed in inventory, scenario and drill; simulated again, all is the same."""
    before = bcp("simulate", "quake-night", "--json", cwd=begun).stdout

    made = bcp("rename", "ict", "office", "--json", cwd=begun)
    after = bcp("simulate", "quake-night", "--json", cwd=begun).stdout

    assert made.returncode == 0, made.stderr
    document = json.loads(made.stdout)
    assert document["kind"] == "team"
    files = {Path(one["file"]).name for one in document["files"]}
    assert files == {"procedures.yaml", "teams.yaml", "first-tabletop.yaml"}
    assert after == before.replace('"ict"', '"office"')


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ict", "facilities"), "facilities"),
        (("ict", "Büro"), "Büro"),
        (("ict", "x", "--kind", "component"), "team"),
        (("two", "x"), "--kind"),
    ],
    ids=lambda held: " ".join(held) if isinstance(held, tuple) else held,
)
def test_renames_that_cannot_be_are_refused(
    bcp: Run, begun: Path, arguments: tuple[str, ...], said: str
) -> None:
    """Nothing is guessed, and nothing is written."""
    (begun / "inventory/town/extra.yaml").write_text(
        "teams: [{id: two, size: 1}]\npeople: [{id: two, name: 課長}]\n", encoding="utf-8"
    )
    before = held(begun)

    made = bcp("rename", *arguments, cwd=begun)

    assert made.returncode == 2
    assert said in made.stderr
    assert held(begun) == before


def test_a_hint_is_given_where_the_file_keeps_the_old_name(bcp: Run, begun: Path) -> None:
    """The file of a scenario is not moved, and one is told so; drills follow the new id."""
    made = bcp("rename", "blackout-72h", "blackout", "--lang", "en", cwd=begun)

    assert "still called" in made.stdout
    assert b"scenario: blackout\n" in (begun / "drills/town/first-tabletop.yaml").read_bytes()
