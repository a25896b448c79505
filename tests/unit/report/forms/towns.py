"""Small towns whose forms are read cell by cell."""

from __future__ import annotations

import datetime as dt
from typing import Any

from bcp.audit.audit import audit
from bcp.recovery.priority import priority
from bcp.report.document import Cell, FormGrid, Paragraph, Section, Table, walk
from bcp.report.dossier import Dossier
from bcp.report.forms import form
from bcp.report.forms.teller import Teller
from bcp.words import Lang
from tests.support.outlooks import outlook
from tests.support.tiny import inventory_of, scenario_of

DAY = dt.date(2026, 4, 1)
TOWN = """
organisation: {id: town, name: 町, ranks: [S, A], tiers: [3h, 24h]}
components:
  - {id: hall, name: 庁舎, name_en: Hall, kind: site, procedure: look,
     facts: {address: 本町1, built: 1980年, structure: RC造3階, seismic: 一部不適合, flood: 0.5m,
             hazards: 想定なし, verdict: poor, remark: 建替え予定}}
  - {id: annex, name: 別館, name_en: Annex, kind: site}
  - {id: room, name: 電算室, name_en: Machine room, kind: room, within: hall, requires: [hall],
     facts: {floor: 1階, cooling: 個別空調, leak: 上階に配管, extinguisher: 粉末, entry: 鍵,
             verdict: fair}}
  - {id: grid, name: 商用電力, kind: power}
  - {id: ups, name: 無停電電源, kind: power, within: room, requires: [room],
     facts: {capacity: 3kVA, verdict: good}}
  - {id: air, name: 空調機, kind: cooling, within: room, requires: [grid]}
  - {id: line, name: 光回線, kind: network, requires: [net],
     facts: {carrier: 通信社, route: 架空, verdict: fair}}
  - {id: net, name: 通信網, kind: external}
  - {id: radio, name: 無線, kind: network, facts: {carrier: 自営, route: 空中, priority_phone: 衛星2台}}
  - {id: box, name: 主サーバ, name_en: Box, kind: server, within: room, procedure: rebuild,
     requires: [air, {any_of: [grid], holdover: 30m, held_by: ups}],
     facts: {model: 型式1, fixed: false, vendor: acme}}
  - {id: register, name: 住民記録, name_en: Register, kind: service, startup: 10m,
     requires: [box, people-data], procedure: install,
     facts: {summary: 住民の記録, reinstall: 難しい}}
  - {id: people-data, name: 住民データ, name_en: People data, kind: data, within: box,
     requires: [box], procedure: install,
     backups: [{at: safe, every: 24h, medium: 磁気テープ, generations: 7, tested: 2025-10-01},
               {at: vault, every: 7d}]}
  - {id: tax-data, name: 税データ, kind: data, within: box, requires: [box]}
  - {id: safe, name: 金庫, kind: storage, within: room}
  - {id: vault, name: 保管庫, kind: storage, within: annex}
functions:
  - {id: desk, name: 窓口, name_en: Desk, department: 市民課, rank: S, rto: {normal: 3h, disaster: 24h},
     mtpd: 48h, rpo: 24h, impact: {3h: 2, 24h: 4}, requires: [register, {any_of: [line, radio]}],
     workaround: {name: 手書き, after: 1h, for: 3d, level: 30%},
     facts: {sort: ordinary, outcome: 半数を交付}}
  - {id: news, name: 広報, name_en: News, rto: 24h, requires: [line]}
teams:
  - {id: ict, name: 情報課, name_en: ICT, size: 4, assembly: {1h: 25%, 6h: 100%}}
  - {id: acme, name: 保守社, name_en: Acme, size: 2, vendor: true, assembly: {4h: 1},
     hours: weekdays 09:00-17:30}
procedures:
  - {id: look, name: 点検, tasks: [{id: see, name: 目視, crew: {ict: 1}, duration: 1h}]}
  - {id: install, name: 導入, tasks: [{id: put, name: 入れる, crew: {ict: 1}, duration: 90m}]}
  - {id: rebuild, name: 交換, tasks: [{id: swap, name: 取替, crew: {ict: 1, acme: 1}, duration: 4h}]}
people:
  - {id: head, name: 山田, title: 課長, department: 情報課, phone: '01', mobile: '02', commute: 徒歩30分,
     otherwise: 伝令}
  - {id: aide, name: 佐藤, mail: s@example.jp}
  - {id: county, name: 県の窓口, sort: authority, department: 県, phone: '03'}
roles:
  - {id: chief, name: 統括, name_en: Chief, lead: head, deputies: [aide], duties: [発動を決める, 報告する],
     gathers: 本部, gathers_else: 支所}
  - {id: scribe, name: 記録, lead: aide, duties: 記録する, gathers: 本部}
  - {id: keeper, name: 台帳係, when: maintenance, lead: aide, duties: 台帳を直す}
contracts:
  - {id: care, name: 保守契約, vendor: acme, covers: [box], duty: 駆け付け, response: 4時間,
     contact: 係A, until: 2026-03-31}
measures:
  - {id: fasten, name: 固定する, of: [box], weakness: 倒れる, priority: 高, owner: 情報課, due: 2026-01-31,
     cost: 300000, yearly: 1000, status: doing, left: 揺れ}
  - {id: copy, name: 写しを置く, of: [tax-data], status: planned}
actions:
  - {phase: initial, within: 3h, what: 調べる, role: scribe, if: 入れるとき, refers: 様式11}
  - {phase: initial, within: 1h, what: 発動する, role: chief}
  - {phase: recovery, what: 片付ける}
plan:
  approvals: [{by: 町長, on: 2026-03-20}, {by: 副町長}]
  distribution: [{to: 本部, copies: 2, form: 紙, where: 書棚}]
  maintenance: [{what: 連絡先の確認, when: 毎年4月, role: keeper}]
  answers: {checklist-1: {answer: yes, remark: 名簿あり}, element-2: {answer: no}}
  drills: [復元の試験]
"""
FIVE = """
components:
  - {id: hall, name: 役場, kind: site}
  - {id: power, name: 電源, kind: power, within: hall, procedure: mend}
  - {id: server, name: サーバ, kind: server, within: hall, requires: [power], procedure: mend}
  - {id: register, name: 住民記録, kind: service, requires: [server]}
  - {id: records, name: データ, kind: data, within: server}
functions:
  - {id: desk, name: 窓口, department: 市民課, rank: S, rto: 3h, requires: [register]}
teams:
  - {id: staff, name: 職員, size: 2}
procedures:
  - {id: mend, tasks: [{id: fix, name: 修理, crew: {staff: 1}, duration: 4h}]}
"""
QUAKE = """
scenario: {id: quake, name: 地震, name_en: Quake, severity: disaster, assembly: true,
           starts: 2026-11-23T02:00, horizon: 10d}
events:
  - {at: 0h, damage: {select: {id: box}}}
  - {at: 0h, outage: {select: {id: grid}, for: 12h}}
  - {at: 0h, access: {select: {id: hall}, for: 2h}}
  - {at: 0h, damage: {select: {id: [safe]}, share: 30%}}
  - {at: 1h, staff: {team: ict, available: 50%, for: 3d}}
"""
CRASH = """
scenario: {id: crash, name: 故障, horizon: 10d}
events: [{at: 0h, damage: {select: {id: server}}}]
"""


def dossier(inventory: str = TOWN, *scenarios: str, **more: Any) -> Dossier:
    """Return what there is to tell of a town and of what befalls it."""
    held = inventory_of(inventory)
    return Dossier(
        inventory=held,
        digest="abcdef0123456789",
        version="1",
        date=more.pop("date", DAY),
        outlooks=tuple(outlook(text, held) for text in scenarios),
        priority=priority(held),
        findings=tuple(audit(held, [scenario_of(text, held) for text in scenarios])),
        **more,
    )


def teller(inventory: str = TOWN, *scenarios: str, lang: Lang = "ja", **more: Any) -> Teller:
    """Return somebody who tells of a town."""
    return Teller(dossier(inventory, *scenarios, **more), lang)


def sheet(number: int, held: Teller) -> Section:
    """Return a form that must be there."""
    made = form(number, held)
    assert made is not None
    return made


def tables(section: Section) -> list[Table]:
    """Return the tables of a form and of the cards in it."""
    blocks = [block for one in walk((section,)) for block in one.blocks]
    return [block for block in blocks if isinstance(block, Table)]


def shown(cell: Cell | str) -> str:
    """Return a cell as a reader sees it: its tone as a letter before, its lines by slashes."""
    if isinstance(cell, str):
        return cell.replace("\n", "/")
    tone = {"good": "+", "warn": "~", "bad": "!"}.get(cell.tone, "")
    return tone + cell.text.replace("\n", "/")


def rows(section: Section, table: int = 0) -> list[list[str]]:
    """Return the rows of a table of a form."""
    return [[shown(cell) for cell in row] for row in tables(section)[table].rows]


def row(section: Section, name: str, table: int = 0, column: int = 0) -> list[str]:
    """Return the row of a table that has *name* in a column."""
    return next(found for found in rows(section, table) if found[column].startswith(name))


def texts(section: Section) -> str:
    """Return everything that can be read in a form."""
    found = [section.title]
    for one in walk((section,)):
        for block in one.blocks:
            if isinstance(block, Table):
                found += [column.title for column in block.columns]
                found += [block.caption, *(shown(cell) for held in block.rows for cell in held)]
            elif isinstance(block, Paragraph) and isinstance(block.text, str):
                found.append(block.text)
            elif isinstance(block, FormGrid):
                found += [box.text for boxes in block.rows for box in boxes]
    return "\n".join(found)
