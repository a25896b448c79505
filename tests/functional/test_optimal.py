"""``--strategy optimal`` as people meet it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.functional.conftest import Run

FILES = """\
organisation: {id: town, name: 町, name_en: Town, language: ja}
components:
  - {id: large, name: 大きい装置, kind: server, procedure: long}
  - {id: small, name: 小さい装置, kind: server, procedure: short}
functions:
  - {id: light, name: 軽い業務, rank: A, weight: 1, rto: 1h, requires: [large]}
  - {id: heavy, name: 重い業務, rank: B, weight: 9, rto: 2h, requires: [small]}
teams:
  - {id: ict, name: 情報課, size: 1}
procedures:
  - {id: long, tasks: [{id: do, crew: {ict: 1}, duration: 8h}]}
  - {id: short, tasks: [{id: do, crew: {ict: 1}, duration: 1h}]}
"""
CRASH = """\
scenario: {id: crash, name: 故障, horizon: 2d}
events:
  - {at: 0h, damage: {select: {kind: server}}}
"""


def write(workspace: Path) -> Path:
    """Write a case in which both rules begin with the wrong component."""
    (workspace / "inventory" / "all.yaml").write_text(FILES, encoding="utf-8")
    (workspace / "scenarios" / "crash.yaml").write_text(CRASH, encoding="utf-8")
    return workspace


def test_json_tells_what_the_search_found(bcp: Run, workspace: Path) -> None:
    """The loss, the bound, both rules beside them, and how to get the same again."""
    run = bcp("simulate", "crash", "--strategy", "optimal", "--json", cwd=write(workspace))
    document = json.loads(run.stdout)

    # heavy is back after 1 h (0.1 x 9), light after 9 h (8 late, 0.1 x 9).
    assert document["loss"] == document["bound"] == 9.8
    # large first: light is late by 7 h and down for 8, heavy late by 7 h and down for 9.
    assert document["compared"] == {"slack": 78.9, "rank": 78.9, "optimal": 9.8}
    assert (document["strategy"], document["proven"], document["stopped"]) == (
        "optimal",
        True,
        None,
    )
    assert document["seed"] == 0
    assert [row["component"] for row in document["recovery_order"]] == ["small", "large"]
    assert run.stderr == ""


def test_words_tell_what_it_means(bcp: Run, workspace: Path) -> None:
    """In both languages: the three orders, what the bound means, and what changed."""
    folder = write(workspace)
    arguments = ("simulate", "crash", "--strategy", "optimal", "--seed", "5")
    japanese = bcp(*arguments, cwd=folder, COLUMNS="80").stdout
    english = bcp(*arguments, "--lang", "en", cwd=folder, COLUMNS="80").stdout

    assert "これより損失の小さい順番は存在しない（証明済み）。" in japanese
    assert "slackより早く復旧するもの: 小さい装置（8時間早い）" in japanese
    assert "No order loses less than this one; that is proven." in english
    assert "found by search (optimal)" in english
    assert all(len(line) <= 80 for line in english.splitlines())


def test_options_of_a_search_go_with_a_search(bcp: Run, workspace: Path) -> None:
    """They are refused with a rule, and so is a limit of nothing."""
    folder = write(workspace)
    for arguments in (("--effort", "9"), ("--time-limit", "3"), ("--seed", "1"), ("--hold-back",)):
        run = bcp("simulate", "crash", *arguments, "--lang", "en", cwd=folder)

        assert (run.returncode, run.stdout) == (2, "")
        assert f"{arguments[0]} goes with --strategy optimal" in run.stderr
    run = bcp("simulate", "crash", "--strategy", "optimal", "--time-limit", "0", cwd=folder)
    assert run.returncode == 2


def test_other_commands_take_it_too(bcp: Run, workspace: Path) -> None:
    """The priority table and the page for managers are made by the order that was found."""
    folder = write(workspace)
    table = json.loads(
        bcp("priority", "crash", "--strategy", "optimal", "--json", cwd=folder).stdout
    )
    figures = json.loads(bcp("report", "--strategy", "optimal", "--json", cwd=folder).stdout)

    assert [row["component"] for row in table["order"]] == ["small", "large"]
    assert [held["strategy"] for held in figures["by_scenario"]] == ["optimal"]
