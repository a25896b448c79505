"""The manual cannot drift: its commands are run, its links followed, its generated pages made."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml

from bcp.drill.file.models import Drill
from tests.support.forked import Forks
from tools.console import matches, play, process
from tools.make_reference import pages

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted(
    path
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    if ".venv" not in path.parts
)
PLAYED = [path for path in PAGES if "```console" in path.read_text(encoding="utf-8")]
FENCED = re.DOTALL | re.MULTILINE
DRILL = {"id": "shown", "kind": "tabletop", "scenario": "shown"}
LINK = re.compile(r"\]\(([^)\s]+)\)")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PLAYED, ids=name)
def test_commands_print_what_the_page_says(page: Path, tmp_path: Path, forks: Forks | None) -> None:
    """Whoever follows the page sees what it shows; `python -m tools.console PAGE` renews it."""

    def call(
        arguments: list[str], here: Path, environment: dict[str, str]
    ) -> subprocess.CompletedProcess[str]:
        if forks is None or not forks.fits(environment):
            return process(arguments, here, environment)
        return forks.run(arguments, here, environment, merged=True)

    _, differences = play(page, tmp_path, call)

    assert differences == []


def test_there_are_pages_to_follow() -> None:
    """The page of concepts and both tutorials are among the pages that are followed."""
    followed = {name(page) for page in PLAYED}

    assert {"docs/concepts.md", "docs/tutorial.md", "docs/ja/tutorial.md"} <= followed


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every link to a file of the project leads to one, and to a heading that is there."""
    dead = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if is_dead(page, link)]

    assert dead == []


def is_dead(page: Path, link: str) -> bool:
    if re.match(r"[a-z]+:", link):
        return False
    path, _, anchor = link.partition("#")
    target = (page.parent / path) if path else page
    if not target.exists():
        return True
    return bool(anchor) and anchor not in anchors(target.read_text(encoding="utf-8"))


def anchors(text: str) -> set[str]:
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    made = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    return made | set(re.findall(r'<a id="([^"]+)">', text))


@pytest.mark.parametrize("page", [page for page in PAGES if page not in PLAYED], ids=name)
def test_scenarios_that_are_named_exist(page: Path) -> None:
    """Every scenario that a page tells the reader to run is among those that come with bcp."""
    text = page.read_text(encoding="utf-8")
    named = re.findall(r"\bbcp (?:simulate|priority|chart timeline) ([a-z0-9][a-z0-9-]*)", text)
    known = {path.stem for path in (ROOT / "scenarios").glob("*/*.yaml")}
    known.add("start")  # what `bcp import psplib` writes

    assert set(named) <= known


@pytest.mark.parametrize("page", pages(), ids=name)
def test_generated_pages_are_current(page: Path) -> None:
    """The reference says what the code says; `make reference` renews it."""
    assert page.read_text(encoding="utf-8") == pages()[page]


@pytest.mark.parametrize("page", [path for path in PAGES if "how-to" in path.parts], ids=name)
def test_yaml_of_how_to_pages_is_valid(page: Path) -> None:
    """Whatever a how-to page shows is what the schema, or the model, of its kind of file allows."""
    blocks = re.findall(r"^```yaml\n(.*?)^```$", page.read_text(encoding="utf-8"), FENCED)

    for block in blocks:
        if block.split(":")[0] in Drill.model_fields:
            Drill.model_validate({"drill": DRILL, **yaml.load(block, yaml.BaseLoader)})
            continue
        is_scenario = block.startswith(("scenario:", "parameters:", "events:"))
        kind = "scenario" if is_scenario else "inventory"
        held = yaml.safe_load(block)
        if kind == "scenario":
            held = {"scenario": {"id": "shown"}, **held}
        schema = json.loads((ROOT / f"bcp/schemas/{kind}.schema.json").read_text(encoding="utf-8"))
        jsonschema.validate(held, schema)


@pytest.mark.parametrize("readme", ["README.md", "README.ja.md"])
def test_both_readmes_give_the_same_commands(readme: str) -> None:
    """Each README has the two commands, with make and without."""
    text = (ROOT / readme).read_text(encoding="utf-8")
    blocks = re.findall(r"^```\n(.*?)^```$", text, FENCED)
    firsts = [line.split("#")[0].strip() for block in blocks for line in block.splitlines()]

    assert firsts[:4] == [
        "make demo",
        "make test",
        r"py tools\run.py demo",
        r"py tools\run.py test",
    ]


@pytest.mark.parametrize("readme", ["README.md", "README.ja.md"])
def test_one_line_changes_the_order_as_the_readme_says(readme: str, tmp_path: Path) -> None:
    """The line that a README tells to change is there, and moves the server as far as it says."""
    text = (ROOT / readme).read_text(encoding="utf-8")
    old, new = re.findall(r"^[-+](    rto: .*)$", text, re.MULTILINE)
    before, after = map(int, re.findall(r"(?<=row )\d+|(?<=row\n)\d+|\d+(?= 番)", text))
    changed = copy_of_chikusei(tmp_path) / "inventory/chikusei/functions-welfare.yaml"
    held, rest = changed.read_text(encoding="utf-8").split("id: public-assistance", 1)

    assert rank_of("livelihood-server", tmp_path) == before
    assert old in rest
    changed.write_text(f"{held}id: public-assistance{rest.replace(old, new, 1)}", encoding="utf-8")
    assert rank_of("livelihood-server", tmp_path) == after


def copy_of_chikusei(folder: Path) -> Path:
    for kind in ("inventory", "scenarios"):
        shutil.copytree(ROOT / kind / "chikusei", folder / kind / "chikusei")
    return folder


def rank_of(component: str, workspace: Path) -> int:
    run = subprocess.run(
        [sys.executable, "-m", "bcp", "priority", "quake-working-hours", "--json"],
        cwd=workspace,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    ranks = {row["component"]: row["rank"] for row in json.loads(run.stdout)["order"]}
    return int(ranks[component])


@pytest.mark.parametrize(
    ("said", "printed", "same"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\n…\nc\n", "a\nb\nb\nc\n", True),
        ("a\n…\nc\n", "a\nc\n", True),
        ("a\n…\nc\n", "a\nb\n", False),
        ("a\n", "a\nb\n", False),
        ("", "", True),
    ],
)
def test_ellipsis_stands_for_any_lines(said: str, printed: str, same: bool) -> None:
    """A page may leave out lines, but not say what is not printed."""
    assert matches(said, printed) is same
