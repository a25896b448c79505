"""``bcp explain`` and ``bcp importance`` as people run them."""

from __future__ import annotations

import json
from pathlib import Path

from tests.functional.conftest import Run


def test_a_late_function_is_explained_with_what_would_change_it(bcp: Run, workspace: Path) -> None:
    """The story, the smallest change and its effect are on one page, in both languages."""
    done = bcp("explain", "desk", "crash", cwd=workspace, COLUMNS="80")
    english = bcp("--lang", "en", "explain", "desk", "crash", cwd=workspace, COLUMNS="80")

    assert (done.returncode, done.stderr) == (0, "")
    assert "目標復旧時間（RTO）の1時間を1時間超える" in done.stdout.replace("\n", "")
    assert "作業「restore」を1時間で終える（今は2時間。" in done.stdout
    assert "1 h longer than its RTO of 1 h" in english.stdout.replace("\n", " ")
    assert "Finish the task restore in 1 h (now 2 h;" in english.stdout


def test_json_holds_the_story_and_the_changes(bcp: Run, workspace: Path) -> None:
    """One document, with the links of the chain, every change and what comes of it."""
    done = bcp("explain", "desk", "crash", "--json", cwd=workspace)
    document = json.loads(done.stdout)

    assert document["kind"] == "function"
    assert (document["downtime_s"], document["rto_s"], document["rto_met"]) == (7200, 3600, False)
    beats = document["story"]["beats"]
    assert [(beat["from_s"], beat["to_s"], beat["sort"]) for beat in beats] == [(0, 7200, "work")]
    assert beats[0]["links"][0]["id"] == "server/restore"
    first = document["advice"]["remedies"][0]
    change = first["changes"][0]
    assert (change["kind"], change["subject"]) == ("duration", "rebuild/restore")
    assert (change["before"], change["value"], change["is_drastic"]) == (7200, 3600, False)
    assert (first["rto_met"], first["downtime_s"], first["spoilt"]) == (True, 3600, [])


def test_a_component_is_explained_too(bcp: Run, workspace: Path) -> None:
    """Its place in the order, and who waits for it."""
    done = bcp("explain", "server", "crash", "--json", cwd=workspace)
    document = json.loads(done.stdout)
    shown = bcp("explain", "server", "crash", cwd=workspace)

    assert document["kind"] == "component"
    assert (document["order"]["rank"], document["order"]["unlocks"]) == (1, ["desk"])
    assert "これを待つ業務（1件）" in shown.stdout


def test_what_is_neither_is_refused_with_a_way_on(bcp: Run, workspace: Path) -> None:
    """A team is pointed to `bcp show`; a slip of the pen to what is near it."""
    team = bcp("explain", "ict", "crash", "--lang", "en", cwd=workspace)
    slip = bcp("explain", "desc", "crash", "--lang", "en", cwd=workspace)

    assert (team.returncode, slip.returncode) == (2, 2)
    assert "bcp show ict" in team.stderr
    assert "desk" in slip.stderr
    assert team.stdout == slip.stdout == ""


def test_components_are_sorted_by_what_their_failure_does(bcp: Run, workspace: Path) -> None:
    """The server is all that anything needs; spared, the crash does nothing."""
    alone = json.loads(bcp("importance", "--json", cwd=workspace).stdout)
    spared = json.loads(bcp("importance", "crash", "--json", cwd=workspace).stdout)

    assert [row["component"] for row in alone["components"]] == ["server"]
    assert alone["components"][0]["rto_missed"] == ["desk"]
    assert spared["components"][0]["gained"] == ["desk"]
    assert spared["components"][0]["loss_avoided"] == spared["loss"]
    assert bcp("importance", cwd=workspace).returncode == 0
    assert bcp("importance", "crash", cwd=workspace).returncode == 0


def test_show_says_what_a_failure_would_do(bcp: Run, workspace: Path) -> None:
    """The line of a component, in words and in JSON; a function has none."""
    shown = bcp("show", "server", cwd=workspace).stdout.replace("\n", "")
    document = json.loads(bcp("show", "server", "--json", cwd=workspace).stdout)
    function = json.loads(bcp("show", "desk", "--json", cwd=workspace).stdout)

    assert "1業務が停止し、1業務が目標復旧時間（RTO）に間に合わない" in shown
    assert document["importance"]["rto_missed"] == ["desk"]
    assert "importance" not in function
