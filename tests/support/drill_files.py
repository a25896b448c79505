"""A small town to hold drills in, and drill files: one with every key, and random ones."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from bcp.drill.file.models import Drill
from bcp.inventory.load import LoadedInventory, load_inventory
from bcp.reading import read
from bcp.scenario.models import Head, Scenario

INVENTORY = """\
organisation: {id: town}
components:
- {id: site, kind: site}
- {id: web, kind: server, within: site, tags: [windows], procedure: rebuild}
- {id: db, kind: data, within: site, procedure: [rebuild, restore]}
functions:
- {id: desk, rto: 1h, requires: [web]}
teams:
- {id: ict, size: 3}
procedures:
- {id: rebuild, tasks: [{id: install, crew: {ict: 1}, duration: 2h}]}
- {id: restore, tasks: [{id: copy, crew: {ict: 1}, duration: 2h}]}
"""
STARTS = datetime(2026, 11, 23, 2, 0)  # noqa: DTZ001 (local by contract)
HEAD = Head(id="quake", starts=STARTS)
SCENARIO = Scenario(scenario=HEAD)

EVERY_KEY = """\
# yaml-language-server: $schema=../../schemas/drill.schema.json
drill:
  id: all
  name: 全部入りの訓練
  name_en: A drill with everything
  kind: tabletop
  scenario: quake
  strategy: rank
  purpose: |
    目的の一行目
      字下げした二行目
  purpose_en: Purpose
  place: 会議室
  on: 2026-11-25T10:00
  length: 2h
  every: 365d
  safety: 本番に触れない
  stop_when: 震度5弱以上
  documents: [様式1, 様式2]
  note: 備考
  source: 計画 p.3
  assumed: {length: 前回の実績}
objectives:
  - id: isolate
    text: 隔離できる
    text_en: Can isolate
    criterion: 10分以内
    criterion_en: within ten minutes
    measure: {answered: 1, within: 10m}
  - {id: up, text: a, criterion: b, measure: {up: desk, within: 1d2h3m4s}}
  - {id: begun, text: a, criterion: b, measure: {started: web/install, within: 1h}}
  - {id: done, text: a, criterion: b, measure: {finished: db/copy, within: 1h, note: n}}
participants:
  - {name: 係長, name_en: Chief, role: facilitator, team: ict, organisation: 他市}
clock:
  starts: 1h
  speed: 60
  jumps: [{at: 2h, to: 4h}, {at: 5h, to: 2d}]
  meanwhile: nothing
  tasks: planned
injects:
  - no: 1
    at: 1h30m
    from: 市民課
    to: [ict, 首長]
    means: 電話
    text: |
      一行目

      三行目: "引用" # と記号
    text_en: 'Text: [in] English'
    expected: 隔離する
    expected_en: Isolate
    deadline: 10m
    met_by: {started: web/install}
    objective: isolate
    difficulty: hard
    plan: 第3章
    events:
      - {at: 0h, damage: {select: {id: [web, db]}, share: 12.5%, correlation: site, corrupt_since: 14d}}
      - {at: 5m, outage: {select: {within: site, kind: server}, for: 1h}}
      - {at: 0h, access: {select: {tag: windows}}}
      - {at: 0h, staff: {team: ict, available: 2, for: 3d}}
      - {at: 0h, staff: {team: ict, available: 100%}}
    options:
      - id: cut
        text: 切る
        text_en: Cut
        events: [{at: 0h, staff: {team: ict, available: 0.5}}]
      - {id: wait, text: 待つ}
    note: 備考
    source: 事例集
    assumed: {deadline: 仮}
  - {no: 2, at: 03:45, text: 時刻, met_by: {up: desk}, expected: a}
  - {no: 2b, at: 2026-11-23T04:00, text: 日時, difficulty: basic, met_by: {finished: db/copy}}
  - {no: 3, when: {after: 1}, text: "=1+1"}
  - {no: 4, when: {up: desk, delay: 5m}, text: "+81"}
  - {no: 5, when: {down: web}, text: "@here"}
  - {no: 6, when: {missed: 1}, text: "-x"}
  - {no: 7, when: {chosen: 1/cut}, text: "null", to: "[a]"}
  - {no: bench, text: 手元}
note: 全体の備考
"""


def drill_in(text: str) -> Drill:
    """Return the drill that a text holds, unchecked against anything else."""
    return Drill.model_validate(read(text.encode(), "drill.yaml").root)


def town(folder: Path) -> LoadedInventory:
    """Return the town, its file in a new folder below *folder*."""
    place = folder / "inventory"
    place.mkdir(exist_ok=True)
    (place / "all.yaml").write_text(INVENTORY, encoding="utf-8")
    return load_inventory(place)


# --- random drills -----------------------------------------------------------------------------

_LETTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
_NASTY = st.sampled_from(
    ["", "=1+1", '\\"a"', "_x000D_", "a_x0041_b", "x005F_", "a\r\nb", "a\nb", "[a]", "{a: b}",
     "null", "~", "- a", "a: b # c", "'", '"', "\t=", "\x85a\u2028b", "𠮷", "あ" * 50, "*a", "&a",
     "!a", "%a", "1e3", "true", "15:10", "a\tb"]
)  # fmt: skip
_TEXTS = st.one_of(
    _NASTY, st.text(_LETTERS, max_size=30), st.text("あい\n :#-'\"[]{},", max_size=9)
)
_NAMES: st.SearchStrategy[list[str]] = st.lists(_TEXTS, max_size=3)
_SPANS = st.sampled_from(["1s", "90s", "10m", "1h30m", "2d", "1w", "1mo", "36h"])
_MOMENTS = st.one_of(_SPANS, st.sampled_from(["0", "09:05", "24:00", "2026-11-23T02:00:09"]))
_EVENTS = st.fixed_dictionaries({"at": _SPANS}).flatmap(
    lambda at: st.sampled_from(
        [
            {**at, "damage": {"select": {"id": "web"}, "share": "33.3%", "corrupt_since": "1d"}},
            {**at, "outage": {"select": {"within": "site", "kind": ["server", "data"]}}},
            {**at, "access": {"select": {"tag": "windows"}, "for": "90m"}, "note": "a: b"},
            {**at, "staff": {"team": "ict", "available": "0.07"}},
            {**at, "staff": {"team": "ict", "available": "0"}},
        ]
    )
)


@st.composite
def trees(draw: st.DrawFn) -> dict[str, Any]:
    """Return a strategy for drill files, as trees of text, that fit the town."""
    numbers = draw(st.lists(st.from_regex(r"[0-9]{1,2}[ab]?", fullmatch=True), unique=True))
    injects = [draw(_injects(no, numbers[:place])) for place, no in enumerate(numbers)]
    head = {"id": "random", "kind": "tabletop", "scenario": "quake", "purpose": draw(_TEXTS)}
    goals = [{"id": goal, "text": draw(_TEXTS), "criterion": draw(_TEXTS)} for goal in ("a", "b")]
    clock = {"starts": draw(_SPANS), "speed": str(draw(st.integers(1, 3600)))}
    return {"drill": head, "objectives": goals, "clock": clock, "injects": injects}


@st.composite
def _injects(draw: st.DrawFn, no: str, before: list[str]) -> dict[str, Any]:
    texts = ("from", "means", "text_en", "expected_en", "plan", "note", "source")
    inject: dict[str, Any] = {"no": no, "text": draw(_TEXTS)}
    inject |= {key: draw(_TEXTS) for key in texts if draw(st.booleans())}
    if draw(st.booleans()):
        inject |= {"expected": draw(_TEXTS), "deadline": draw(_SPANS), "objective": "a"}
    if draw(st.booleans()):
        inject["to"] = draw(_NAMES)
    if draw(st.booleans()):
        inject["difficulty"] = draw(st.sampled_from(["basic", "standard", "hard"]))
    if draw(st.booleans()):
        inject["events"] = draw(st.lists(_EVENTS, max_size=2))
    if draw(st.booleans()):
        inject["options"] = [{"id": "x", "text": draw(_TEXTS), "events": [draw(_EVENTS)]}]
        inject["assumed"] = {"options": draw(_TEXTS)}
    if draw(st.booleans()) and before:
        earlier: str = draw(st.sampled_from(before))
        inject["when"] = {"after": earlier, "delay": draw(_SPANS)}
    elif draw(st.booleans()):
        inject["at"] = draw(_MOMENTS)
    return inject
