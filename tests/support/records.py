"""Records of a tiny drill on the disk, and the files they are made of."""

from __future__ import annotations

from pathlib import Path

from bcp.drill.record.chain import RecordHead
from bcp.drill.record.making import Inputs, head_of, make_record, read_inputs

INVENTORY = """\
organisation: {id: town, name: 町, name_en: Town, language: ja}
components:
- {id: server, name: サーバ, kind: server, procedure: rebuild}
functions:
- {id: desk, name: 窓口, rank: A, rto: 1h, mtpd: 24h, requires: [server]}
teams:
- {id: ict, name: 情報課, size: 1}
procedures:
- {id: rebuild, tasks: [{id: restore, crew: {ict: 1}, duration: 2h}]}
"""
SCENARIO = """\
scenario: {id: crash, name: 故障, horizon: 20d}
events:
- {at: 0h, damage: {select: {id: server}}}
"""
HEAD = (
    "drill: {id: down, name: 停止訓練, kind: functional, scenario: crash, on: 2026-11-25T10:00}\n"
)
DRILL = f"""{HEAD}\
objectives:
- {{id: back, text: 窓口の再開, criterion: 3時間以内, measure: {{up: desk, within: 3h}}}}
clock: {{speed: 10}}
injects:
- {{no: 1, at: 5m, text: 電話, expected: 確認する, deadline: 10m}}
- {{no: 2, when: {{missed: 1, delay: 2m}}, text: 催促}}
- {{no: 3, text: 予備}}
"""


def many_injects(number: int = 60) -> str:
    """Return a drill in which something is due every 20 seconds of the scenario, often two at once."""
    injects = "".join(
        f"- {{no: {n}, at: {n // 2 * 40}s, text: 連絡, expected: 返事, deadline: 30s}}\n"
        f"- {{no: {n}a, when: {{missed: {n}}}, text: 催促}}\n"
        for n in range(1, number + 1)
    )
    return f"{HEAD}clock: {{speed: 60}}\ninjects:\n{injects}- {{no: bench, text: 予備}}\n"


def workspace_at(folder: Path, drill: str = DRILL) -> Path:
    """Make a workspace with one drill."""
    for name, text in (
        ("inventory/all.yaml", INVENTORY),
        ("scenarios/crash.yaml", SCENARIO),
        ("drills/down.yaml", drill),
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def head_at(folder: Path, made: str = "2026-11-25T10:00:00+09:00") -> RecordHead:
    """Return the first line of a record of the workspace's drill."""
    return head_of(_inputs(folder), "down", "ja", made)


def record_at(folder: Path, made: str = "2026-11-25T10:00:00+09:00") -> Path:
    """Make a record of the workspace's drill and return its folder."""
    records = folder / "drills" / "records"
    return make_record(records, _inputs(folder), head_at(folder, made))


def _inputs(folder: Path) -> Inputs:
    return read_inputs(
        folder / "inventory", folder / "scenarios" / "crash.yaml", folder / "drills" / "down.yaml"
    )
