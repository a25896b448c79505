"""``bcp chart``: the pictures as people ask for them."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from tests.functional.conftest import Run

TITLES = {
    (
        "recovery-priority",
    ): "全てを失うと、1件のうち1件は、直ちに着手しても必要な時刻に間に合わない",
    (
        "recovery-priority",
        "crash",
    ): "故障: 1件の復旧のうち1件が必要な時刻に遅れ、サーバの完了を1業務が待つ",
    ("curve", "crash"): "故障: 2時間で全ての業務が戻る。失われる業務は延べ2.0時間分",
    ("crews", "crash"): "故障: 最も忙しいのは情報課で、最後の作業が終わる2時間後までの稼働率は100%",
    ("heatmap",): "故障: 1業務のうち1業務がRTOに間に合わない",
}


@pytest.mark.parametrize("asked", TITLES, ids="-".join)
def test_each_chart_is_drawn_and_states_its_finding(
    bcp: Run, workspace: Path, asked: tuple[str, ...]
) -> None:
    """One command, one picture in each format, and its title for scripts."""
    name, *scenario = asked
    run = bcp("chart", name, *scenario, "-o", "a.pdf", "-o", "a.png", "--json", cwd=workspace)

    assert (run.returncode, run.stderr) == (0, "")
    assert json.loads(run.stdout) == {"files": ["a.pdf", "a.png"], "title": TITLES[asked]}
    assert len(PdfReader(BytesIO((workspace / "a.pdf").read_bytes())).pages) == 1
    with Image.open(workspace / "a.png") as image:
        assert image.width == 2338


def test_a_slide_is_a_slide(bcp: Run, workspace: Path) -> None:
    """16 to 9, in the language asked for; the name of the file follows the scenario."""
    run = bcp(
        *("chart", "curve", "crash", "--size", "slide", "--lang", "en", "--date", "2026-04-01"),
        cwd=workspace,
    )

    assert (run.returncode, run.stdout) == (0, "crash-curve.png\n")
    with Image.open(workspace / "crash-curve.png") as image:
        assert image.size == (2666, 1500)
        assert image.info["Title"].startswith("故障: all functions are back after 2 h")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("curve", "crash", "-o", "x.gif"), ".png, .svg, .pdf"),
        (("crews", "crash", "-o", "none/x.png"), "none"),
        (("heatmap", "--date", "31.1.2027"), "31.1.2027"),
        (("heatmap", "--size", "a3"), "a4, slide"),
        (("recovery-priority", "--scale", "cubic"), "log, linear"),
        (("curve", "crush"), "crash"),
        (("crews",), "SCENARIO"),
    ],
)
def test_what_cannot_be_drawn_is_refused(
    bcp: Run, workspace: Path, asked: tuple[str, ...], said: str
) -> None:
    """Before anything is computed, with what would be right; no file is made."""
    run = bcp("chart", *asked, cwd=workspace)

    assert (run.returncode, run.stdout) == (2, "")
    assert said in run.stderr
    assert [held.name for held in workspace.iterdir() if held.is_file()] == []


def test_a_picture_is_not_overwritten_unasked(bcp: Run, workspace: Path) -> None:
    """Only with --force."""
    place = workspace / "heatmap.svg"
    place.write_text("mine", encoding="utf-8")
    refused = bcp("chart", "heatmap", "-o", "heatmap.svg", cwd=workspace)
    forced = bcp("chart", "heatmap", "-o", "heatmap.svg", "--force", cwd=workspace)

    assert (refused.returncode, forced.returncode) == (2, 0)
    assert "--force" in refused.stderr
    assert "<svg" in place.read_text(encoding="utf-8")


def test_risk_is_drawn_into_the_curve(bcp: Run, workspace: Path) -> None:
    """The spread of the runs, and where it comes from; a file at fault is told with its fault."""
    spread = {"mean": 1, "p10": 1, "p50": 1, "p90": 2, "p99": 3}
    risk = {"scenario": "crash", "runs": 500, "seed": 3, "loss": spread, "functions": {}}
    (workspace / "risk.json").write_text(json.dumps(risk), encoding="utf-8")
    (workspace / "bad.json").write_text("[", encoding="utf-8")
    good = bcp("chart", "curve", "crash", "--risk", "risk.json", "-o", "a.svg", cwd=workspace)
    bad = bcp("chart", "curve", "crash", "--risk", "bad.json", "-o", "b.svg", cwd=workspace)

    assert (good.returncode, bad.returncode) == (0, 1)
    assert "bad.json" in bad.stderr
    assert not (workspace / "b.svg").exists()
