"""An inventory with every sort of thing in it, and what is done to its sheets in tests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from bcp.exchange.book.faulting import checked
from bcp.exchange.book.inventory_files import Base, base_of, with_scenarios
from bcp.exchange.book.limits import BOOK, LIMITS
from bcp.exchange.book.merging import Merged, merge
from bcp.exchange.book.rows import rows_of
from bcp.exchange.book.sheets import heading, sheets
from bcp.exchange.book.tables import tables_of
from bcp.exchange.book.workbook import workbook_bytes
from bcp.exchange.grid import read_grids
from bcp.inventory.load import load_inventory
from bcp.inventory.models import Inventory
from bcp.words import Lang

FILES: Mapping[str, str] = {
    "organisation.yaml": """\
# 組織
organisation: {id: town, name: 町, ranks: [S, A], holidays: [2026-11-23], x-memo: [a, {b: c}]}
plan:
  title: 計画
  on: 2026-04-01
  purpose:
    - 一段落目; 区切り
    - 二段落目
  approvals: [{by: 副町長, on: 2026-03-27}]
  answers: {checklist-1: {answer: yes, remark: "済み: 3月"}}
  house: {colour: "#005bac"}
""",
    "things.yaml": """\
components:
  # 電源
  - id: grid   # 系統
    name: 商用電源
    kind: power
  - {id: site, name: 庁舎, kind: site, facts: {fixed: true, verdict: good, note: 内側の注}}
  - id: room
    name: サーバ室
    kind: room
    within: site
    x-owner: 情報係
  - id: db
    name: =住民DB
    name_en: Resident DB
    kind: data
    within: room
    requires:
      - {any_of: [grid], holdover: 30m, held_by: ups}   # 停電
      - {any_of: [app, ups], at_least: 1, switchover: 5m}
    starts_with: [grid]
    startup: 20m
    procedure: rebuild
    backups:
      - {at: room, every: 24h, age: 6h, online: false}
      - {at: site, every: 7d, medium: "テープ", generations: 4, tested: 2026-02-01}
    tags: [core, "a; b"]
    assumed: {startup: "一般的; 仮", all: 例}
  - {id: ups, name: UPS, kind: power, within: room}
  - {id: app, name: 業務サーバ, kind: server, within: room, procedure: [rebuild, replace]}
""",
    "people/teams.yaml": """\
teams:
  - {id: ict, name: 情報係, size: 5, assembly: {0h: 20%, 3h: 60%, 24h: 100%}}
  - {id: vendor, name: 保守, size: 2, vendor: true, assembly: {0h: 0, 6h: 2}, delay: {low: 0h, likely: 1h, high: 6h}, hours: weekdays 09:00-17:30}
people:
  - {id: chief, name: 係長, team: ict, phone: "0299-00-0001", sort: staff}
  - {id: clerk, name: 主任}
roles:
  - {id: lead, name: 統括, lead: chief, deputies: [clerk], duties: [指揮する, "報告; 記録"]}
contracts:
  - {id: support, name: 保守契約, vendor: vendor, covers: [db, app], until: 2027-03-31}
measures:
  - id: spare
    name: 予備機
    of: [app]
    cost: 2200000
    status: idea
    changes: {components: [{id: app, procedure: [replace]}]}
actions:
  - {phase: initial, within: 1h, what: 安否を確かめる, role: lead}
  - {phase: initial, within: 1h, what: 安否を確かめる, role: lead}
  - {phase: recovery, what: "記録\\n二行目", if: 必要なら}
measurements:
  - {procedure: rebuild, task: restore, took: 3h, on: 2026-06-01, drill: d, record: r}
""",
    "work.yaml": """\
functions:
  - id: certificates
    name: 証明書
    department: 住民課
    rank: A
    weight: 10
    rto: {normal: 3h, disaster: 72h}
    mtpd: 24h
    rpo: 24h
    peaks: [{from: 02-16, to: 03-15, rto: 1h}]
    impact: {3h: 1, 24h: 3, 3d: 4}
    requires:
      - db
      - {any_of: [app, ups], levels: {1: 40%, 2: 100%}}
    staff: {team: ict, at_least: 2}
    workaround: {name: 手書き, after: 1h, for: 3d, level: 30%}
    facts: {sort: ordinary, outcome: 発行できる}
  - {id: tax, name: 税, rto: 24h, requires: [certificates]}
procedures:
  - id: rebuild
    name: 再構築
    tasks:
      - {id: inspect, crew: {ict: 1}, duration: 1h}
      - {id: restore, name: 復元, crew: {ict: 1, vendor: 2}, duration: {low: 2h, likely: 4h, high: 12h}, after: [inspect], requires: [own, {any_of: [grid]}]}
      - {id: verify, crew: {ict: 1}, duration: 30m, after: restore, onsite: no}
  - id: replace
    tasks: [{id: swap, crew: {vendor: 1}, duration: 2h}]
""",
}
"""Every form of every key, comments between them, and texts that a cell could spoil."""


SCENARIOS: Mapping[str, str] = {
    "cut.yaml": """\
# 停電
scenario:
  id: cut
  name: 停電   # 計画どおり
  kind: blackout
  severity: disaster
  starts: 2026-08-19T14:00
  horizon: 14d
  words: [停電, "a; b"]
  x-memo: 要確認
note: ファイルの注
parameters:
  # 三日
  - {id: power, name: 停電の長さ, default: 72h}
events:
  - {at: 0h, outage: {select: {id: grid}, for: $power}, source: 計画}  # 一行目
  - at: 8h
    damage:   # 壊れる
      share: 30%
      select: {kind: [server, data], note: 選び方}
      x-why: 仮
  - {at: 8h, staff: {team: ict, available: 60%, for: 3h}}
""",
    "more/closed.yaml": """\
scenario: {id: closed, name: 閉鎖, starts: 2026-11-20}
events:
  - {at: 0h, optional: true, access: {select: {within_tag: core}, for: 6h}}
  - {at: 0h, access: {select: {id: site}, for: 6h}}
""",
}
"""Every sort of event, a parameter, comments between them, and notes at every depth."""


def whole(files: Mapping[str, str] = FILES, scenarios: Mapping[str, str] = SCENARIOS) -> Base:
    """Return the files of an inventory and of its scenarios as a base."""
    texts = {name: (name, held.encode()) for name, held in scenarios.items()}
    return with_scenarios(base(files), "scenarios/town", texts, b"# opening\n")


def base(files: Mapping[str, str] = FILES) -> Base:
    """Return the files as a base."""
    order = sorted(files, key=lambda name: name.split("/"))
    return base_of({name: (name, files[name].encode()) for name in order})


def inventory_of(files: Mapping[str, str | bytes], folder: Path) -> Inventory:
    """Return the inventory that files make in a new folder."""
    for name, held in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(held if isinstance(held, bytes) else held.encode())
    return load_inventory(folder).inventory


def book(held: Base, path: Path, lang: Lang = "ja") -> Path:
    """Write the workbook of a base to *path*."""
    path.write_bytes(_bytes_of(held.digest, tuple(file.data for file in held.files), lang, held))
    return path


_MADE: dict[tuple[object, ...], bytes] = {}


def _bytes_of(digest: str, data: tuple[bytes, ...], lang: Lang, held: Base) -> bytes:
    """Return the workbook of a base, made once: the same files make the same bytes."""
    key = (digest, data, lang)
    if key not in _MADE:
        _MADE[key] = workbook_bytes(tables_of(held, lang), "町", digest, lang)
    return _MADE[key]


class Sheets:
    """A workbook that a test edits as a person would, by headings and rows."""

    def __init__(self, path: Path, lang: Lang = "ja") -> None:
        self.path, self.lang = path, lang
        self.book = load_workbook(path)

    def sheet(self, key: str) -> Any:
        """Return a sheet by its key."""
        return self.book[next(one for one in sheets() if one.key == key).title(self.lang)]

    def column(self, key: str, column: str) -> int:
        """Return the number of a column of a sheet, by the key that it holds."""
        of = next(one for one in sheets() if one.key == key)
        text = heading(of, of.by_key[column], self.lang)
        return next(int(cell.column) for cell in self.sheet(key)[1] if cell.value == text)

    def put(self, key: str, row: int, column: str, value: Any) -> str:
        """Write into a cell; return what it is called."""
        cell = self.sheet(key).cell(row, self.column(key, column))
        cell.value = value
        return f"{self.sheet(key).title}!{cell.coordinate}"

    def save(self) -> Path:
        """Write the workbook; return where it is."""
        self.book.save(self.path)
        return self.path


def merged(
    held: Base, path: Path, edit: Callable[[Sheets], Any] | None = None, **wishes: bool
) -> Merged:
    """Return what the workbook of a base makes of it after an edit; faults raise."""
    book(held, path)
    if edit is not None:
        sheets_ = Sheets(path)
        edit(sheets_)
        sheets_.save()
    read = rows_of(read_grids(path, BOOK, LIMITS), is_partial=wishes.pop("is_partial", False))
    made = merge(held, read, "ja", delete=wishes.pop("delete", False))
    checked(made, read.faults, "town")
    return made
