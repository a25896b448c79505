"""Drills that were held, with their records on the disk: for what looks back at them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from bcp.drill.live.commands import COMMAND
from bcp.drill.record.making import head_of, make_record, read_inputs
from bcp.drill.record.records import RECORDS, hold_record
from bcp.drill.session import HandClock

DRILL = """\
drill:
  id: fire
  name: 火災訓練
  name_en: Fire drill
  kind: functional
  scenario: crash
  every: 365d
objectives:
- {id: quick, text: 窓口を再開する, text_en: Open the desk, criterion: 1時間以内, measure: {up: desk, within: 1h}}
injects:
- {no: 1, at: 1m, text: 煙が出た, from: 市民, to: [ict], expected: 避難, deadline: 2m}
"""
"""A drill in the workspace of the functional tests: one server to restore in two hours."""

WRITTEN = "drills/fire.yaml"

Deed = tuple[int, str, dict[str, object]]
"""After how many seconds, what, and with what."""

RESTORED: tuple[Deed, ...] = (
    (0, "start", {}),
    (600, "start-task", {"component": "server", "task": "restore"}),
    (600, "note", {"text": "手順書が古い", "who": "記録係", "kind": "stumble"}),
    (7000, "finish-task", {"component": "server", "task": "restore"}),
    (7000, "end", {}),
    (7000, "rate", {"objective": "quick", "rating": "M", "text": "遅れた"}),
)
"""The server is begun ten minutes late and done in 1 h 46 min 40 s."""


def hold_drill(
    work: Path,
    deeds: Sequence[Deed] = RESTORED,
    made: str = "2025-11-20T10:00:00+09:00",
    by: Literal["people", "script"] = "people",
) -> Path:
    """Hold a drill in the workspace *work* and return the folder of its record."""
    drill = work / WRITTEN
    if not drill.exists():
        drill.write_text(DRILL, encoding="utf-8")
    inputs = read_inputs(work / "inventory", work / "scenarios" / "crash.yaml", drill)
    folder = make_record(work / RECORDS, inputs, head_of(inputs, "fire", "ja", made, by))
    clock = HandClock(made)
    with hold_record(folder, clock) as held:
        session = held.session(clock)
        for second, name, values in deeds:
            clock.milliseconds = second * 1000
            session.do(COMMAND.validate_python({"do": name, **values}))
    return folder
