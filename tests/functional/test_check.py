"""``bcp check`` as people run it: codes, ways, acceptances, reviews."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.functional.conftest import Run

ENTRY = "{code: BCP-501, ids: server, reason: 来年度に更新する, by: 課長, expires: 2027-03-31}"


@pytest.fixture
def town(workspace: Path) -> Path:
    """Return a workspace whose one server stops the one function for too long."""
    return workspace


def accepts(town: Path, *entries: str, file: str = "accepted.yaml") -> Path:
    path = town / file
    path.parent.mkdir(exist_ok=True)
    path.write_text("accepted:\n" + "".join(f"  - {entry}\n" for entry in entries), "utf-8")
    return path


def findings(bcp: Run, town: Path, *options: str | Path) -> list[dict[str, Any]]:
    run = bcp("check", "--json", *options, cwd=town)
    assert run.returncode in {0, 3}, run.stderr
    found: list[dict[str, Any]] = json.loads(run.stdout)["findings"]
    return found


def test_a_finding_has_all_that_is_told_of_it(bcp: Run, town: Path) -> None:
    """Code, text, what to do, the way, the functions, those that are late, and its page."""
    (found,) = [held for held in findings(bcp, town) if held["code"] == "BCP-501"]

    assert found["kind"] == "single-point"
    assert found["severity"] == "warning"
    assert found["ids"] == ["server"]
    assert found["paths"] == [["desk", "server"]]
    assert found["why"] == ["窓口 → サーバ"]
    assert found["functions"] == found["missed_rto"] == ["desk"]
    assert found["page"] == "docs/ja/findings/BCP-501.md"
    assert found["todo"]
    assert found["accepted"] is None


def test_people_read_the_code_the_way_and_what_to_do(bcp: Run, town: Path) -> None:
    """In both languages."""
    japanese, english = (bcp("check", "--lang", lang, cwd=town).stdout for lang in ("ja", "en"))

    assert "BCP-501 サーバが使えなくなると1業務が停止し" in japanese
    assert "経路: 窓口 → サーバ" in japanese
    assert "対処: 予備を置くか" in japanese
    assert "BCP-501 If サーバ fails, 1 function stops, 1 of them past the RTO" in english
    assert "why: 窓口 → サーバ" in english
    assert "do: Add a spare" in english


@pytest.mark.parametrize("file", ["accepted.yaml", "accepted/inventory.yaml"])
def test_what_is_accepted_is_out_of_the_way(bcp: Run, town: Path, file: str) -> None:
    """It is counted, shown with --all, and fails nothing."""
    accepts(town, ENTRY, file=file)
    (found,) = [held for held in findings(bcp, town) if held["code"] == "BCP-501"]
    short, long = bcp("check", cwd=town).stdout, bcp("check", "--all", cwd=town).stdout

    assert found["accepted"]["by"] == "課長"
    assert "BCP-501" not in short
    assert "ほかに1件ある" in short
    assert "課長、2027-03-31まで: 来年度に更新する" in long
    assert bcp("check", "--fail-on", "BCP-501", cwd=town).returncode == 0


def test_an_acceptance_that_has_expired_accepts_nothing(bcp: Run, town: Path) -> None:
    """By the day that is given, the finding counts again and the entry is told."""
    accepts(town, ENTRY)
    asked = ("check", "--fail-on", "BCP-501", "--date")

    assert bcp(*asked, "2027-03-31", cwd=town).returncode == 0
    late = bcp(*asked, "2027-04-01", cwd=town)
    assert late.returncode == 3
    assert "BCP-911" in late.stdout
    assert "accepted.yaml:2" in late.stdout


def test_an_acceptance_of_nothing_is_told(bcp: Run, town: Path) -> None:
    """What was mended, or has another id by now, is not accepted for ever."""
    accepts(town, ENTRY.replace("ids: server", "ids: printer"))

    assert "BCP-912" in {held["code"] for held in findings(bcp, town)}


def test_without_a_date_people_are_told_that_nothing_expires(bcp: Run, town: Path) -> None:
    """The plan has none, and no clock is read."""
    accepts(town, ENTRY)

    assert "--date" in bcp("check", cwd=town).stdout
    assert "判断していない" not in bcp("check", "--date", "2027-01-01", cwd=town).stdout


def test_a_changed_acceptance_is_read_again(bcp: Run, town: Path) -> None:
    """The answer that was kept holds for the same file only, wherever it lies."""

    def accepted(*options: str | Path) -> list[str]:
        held = findings(bcp, town, *options)
        return [one["code"] for one in held if one["accepted"] is not None]

    mine = accepts(town, ENTRY, file="mine.yml")
    assert accepted("--baseline", mine) == ["BCP-501"]
    accepts(town, ENTRY.replace("server", "printer"), file="mine.yml")
    assert accepted("--baseline", mine) == []

    assert accepted() == []
    accepts(town, ENTRY)
    assert accepted() == ["BCP-501"]


def test_a_sloppy_acceptance_is_a_fault_with_file_and_line(bcp: Run, town: Path) -> None:
    """Status 1, and nothing is accepted."""
    accepts(town, ENTRY.replace(", by: 課長", ""))

    run = bcp("check", "--lang", "en", cwd=town)

    assert run.returncode == 1
    assert "accepted.yaml:2" in run.stderr
    assert "BCP-501" in run.stdout


@pytest.mark.parametrize(
    ("word", "status"),
    [("serious", 3), ("BCP-403", 0)],
)
def test_findings_can_fail_a_script(bcp: Run, town: Path, word: str, status: int) -> None:
    """A severity means itself and worse; a code only itself; no scenario is played."""
    run = bcp("check", "--json", "--fail-on", word, cwd=town)
    document = json.loads(run.stdout)

    assert run.returncode == status, run.stderr
    assert "played" not in document
    assert {held["on"] for held in document["failed"]} == ({word} if status else set())


def test_targets_and_findings_fail_together(bcp: Run, town: Path) -> None:
    """Both are listed, each for its word."""
    run = bcp("check", "--lang", "en", "--fail-on", "rto,BCP-501", cwd=town)

    assert run.returncode == 3
    assert "--fail-on rto: 1 found" in run.stderr
    assert "--fail-on BCP-501: 1 found" in run.stderr
    assert run.stdout.count("BCP-501 If") == 2


def test_a_review_gets_sarif(bcp: Run, town: Path) -> None:
    """Beside the text, from a kept answer too, never over a file that was not meant."""
    for _ in range(2):
        run = bcp("check", "--sarif", "check.sarif", "--force", cwd=town)
        assert run.returncode == 0, run.stderr
        log = json.loads((town / "check.sarif").read_text(encoding="utf-8"))
        (held,) = [one for one in log["runs"][0]["results"] if one["ruleId"] == "BCP-501"]
        place = held["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "inventory/all.yaml"
        assert place["region"] == {"startLine": 3}

    refused = bcp("check", "--sarif", "check.sarif", cwd=town)
    assert refused.returncode == 2
    assert "--force" in refused.stderr


def test_a_review_gets_faults_too(bcp: Run, town: Path) -> None:
    """Files that are at fault have nothing but lines to show."""
    (town / "inventory" / "more.yaml").write_text("components: [{id: x, kindd: server}]")

    run = bcp("check", "--sarif", "check.sarif", cwd=town)

    assert run.returncode == 1
    log = json.loads((town / "check.sarif").read_text(encoding="utf-8"))
    assert {one["ruleId"] for one in log["runs"][0]["results"]} == {"BCP-001"}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--fail-on", "BCP-999"), "BCP-nnn"),
        (("--baseline", "nowhere.yaml"), "nowhere.yaml"),
        (("--scenario", "crash", "--fail-on", "serious"), "--fail-on"),
    ],
)
def test_what_cannot_be_asked_is_status_2(
    bcp: Run, town: Path, options: tuple[str, ...], said: str
) -> None:
    """With what would be right."""
    run = bcp("check", *options, "--lang", "en", cwd=town)

    assert run.returncode == 2
    assert said in run.stderr
