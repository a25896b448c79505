"""``bcp document`` as people run it."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.functional.conftest import Run

PLAN = """
plan:
  number: P-7
  version: "3.1"
  on: 2026-04-01
  house: {colour: "#225588", logo: logo.svg}
  chapters:
    - {file: own.md, after: 1}
    - {file: secret.md, public: false}
people:
  - {id: taro, name: 丙野太郎, phone: 0299-11-2222}
"""
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>'


@pytest.fixture
def planned(workspace: Path) -> Path:
    """Return a workspace whose inventory holds a plan, a logo and two chapters."""
    folder = workspace / "inventory"
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (folder / "logo.svg").write_text(LOGO, encoding="utf-8")
    (folder / "own.md").write_text(
        "# 独自の章\n\n{{ organisation }}の定め。担当は丙野太郎。\n", encoding="utf-8"
    )
    (folder / "secret.md").write_text("# 内部の章\n\n丙野太郎の定め。\n", encoding="utf-8")
    return workspace


def word(path: Path) -> str:
    """Return the text of a Word file."""
    with zipfile.ZipFile(path) as parts:
        return re.sub("<[^>]+>", "", parts.read("word/document.xml").decode("utf-8"))


def test_the_first_document_needs_nothing_but_an_inventory(bcp: Run, workspace: Path) -> None:
    """Word is made under the default name; what is missing is counted; nothing is overwritten."""
    done = bcp("document", cwd=workspace)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == "town-ict-bcp.docx"
    assert "未記入の項目が" in done.stdout
    assert "様式1" in word(workspace / "town-ict-bcp.docx")
    again = bcp("document", cwd=workspace)
    assert again.returncode == 2
    assert "--force" in again.stderr


def test_json_lists_what_is_missing_and_what_is_late(bcp: Run, planned: Path) -> None:
    """The blanks of the JSON are those of the annex; the workbook has a sheet a form."""
    done = bcp("document", "--json", "-o", "forms.xlsx", "-o", "plan.docx", cwd=planned)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["files"] == ["forms.xlsx", "plan.docx"]
    assert told["date"] == "2026-04-01"
    assert {"form": "表紙", "item": "", "field": "所管", "where": "plan: owner"} in told["blanks"]
    text = word(planned / "plan.docx")
    assert f"未記入の項目が{len(told['blanks'])}件" in text
    assert "町の定め。" in text
    assert "内部の章" in text
    sheets = load_workbook(planned / "forms.xlsx").sheetnames
    assert {"様式1", "様式16"} <= set(sheets)


def test_the_public_edition_names_nobody(bcp: Run, planned: Path) -> None:
    """Neither the person nor the chapter that is not public is in it."""
    done = bcp("document", "--edition", "public", "--format", "docx,md", cwd=planned)
    assert done.returncode == 0, done.stderr
    text = word(planned / "town-ict-bcp-public.docx")
    text += (planned / "town-ict-bcp-public.md").read_text(encoding="utf-8")
    assert "町の定め。" in text
    assert "公開版" in text
    assert not re.search("丙野|0299|内部の章|未記入", text)


def test_all_that_is_wrong_with_papers_is_told_at_once(bcp: Run, planned: Path) -> None:
    """A missing logo and a chapter that is not text are faults of one list; nothing is written."""
    (planned / "inventory" / "logo.svg").unlink()
    (planned / "inventory" / "own.md").write_bytes(b"# \xff\xfe\n")
    done = bcp("document", cwd=planned)
    assert done.returncode == 1
    assert "logo.svg" in done.stderr
    assert "own.md:1" in done.stderr
    assert "Traceback" not in done.stderr
    assert not [*planned.glob("*.docx")]


def test_a_chapter_that_asks_for_too_much_is_refused(bcp: Run, planned: Path) -> None:
    """What a chapter may not do is told with its line."""
    (planned / "inventory" / "own.md").write_text("# 章\n\n{{ ''.__class__ }}\n", encoding="utf-8")
    done = bcp("document", cwd=planned)
    assert done.returncode == 1
    assert "own.md:3" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "plan.txt"), ".docx, .pdf, .html, .md, .xlsx"),
        (("-o", "nowhere/plan.docx"), "nowhere"),
        (("--date", "1.4.2026"), "2027-01-31"),
        (("--format", "odt"), "docx"),
        (("--scenario", "nothing"), "nothing"),
    ],
)
def test_what_cannot_be_done_is_refused(
    bcp: Run, workspace: Path, arguments: tuple[str, ...], said: str
) -> None:
    """A wrong ask is answered with a sentence that says what would be right."""
    done = bcp("document", *arguments, cwd=workspace)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_since_adds_old_beside_new(bcp: Run, planned: Path, tmp_path: Path) -> None:
    """Compared with last year's files, the annex says what changed."""
    before = tmp_path / "before"
    before.mkdir()
    text = (planned / "inventory" / "all.yaml").read_text(encoding="utf-8")
    (before / "all.yaml").write_text(text.replace("rto: 1h", "rto: 8h"), encoding="utf-8")
    done = bcp("document", "--since", before, "-o", "plan.md", "--lang", "en", cwd=planned)
    assert done.returncode == 0, done.stderr
    text = (planned / "plan.md").read_text(encoding="utf-8")
    assert re.search(r"\| *窓口 *\| *RTO *\| *8h *\| *1h", text)
