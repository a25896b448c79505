"""Forms 1 to 7, cell by cell: systems, vendors, places, power and lines, weaknesses, backups."""

from __future__ import annotations

import dataclasses
from fractions import Fraction

import pytest

from bcp.outlook.effects import Effect
from bcp.report.forms import form
from tests.unit.report.forms.towns import FIVE, TOWN, row, rows, sheet, tables, teller, texts


def test_systems_stand_in_the_official_columns() -> None:
    """Form 1 has the ministry's columns word for word, under its three headings."""
    (table,) = tables(sheet(1, teller()))

    assert [(column.group, column.title) for column in table.columns] == [
        ("対象情報システム", "システム名称"),
        ("対象情報システム", "システムの概要（関連する業務）"),
        ("対象情報システム", "主管部門"),
        ("情報システムが被害を受ける可能性", "庁舎の弱さ"),
        ("情報システムが被害を受ける可能性", "場所の弱さ（洪水可能性）"),
        ("情報システムが被害を受ける可能性", "耐震固定の有無"),
        ("ハードウェア", "機種名"),
        ("ハードウェア", "設置場所"),
        ("ハードウェア", "保守事業者"),
        ("", "再インストールの容易さ"),
    ]


def test_a_system_is_told_with_the_machine_below_it() -> None:
    """What is known of machine, room and building stands in the row of the system they carry."""
    assert rows(sheet(1, teller())) == [
        [
            "住民記録",
            "住民の記録",
            "市民課",
            "弱い（庁舎、様式3）",
            "0.5m",
            "~なし",
            "型式1",
            "電算室",
            "保守社",
            "難しい",
        ]
    ]


def test_what_is_not_written_is_derived_where_it_can_be() -> None:
    """The outline comes from the functions, reinstalling from the procedure; the rest is asked."""
    held = teller(TOWN.replace("facts: {summary: 住民の記録, reinstall: 難しい}", "tags: [x]"))
    made = rows(sheet(1, held))[0]

    assert (made[1], made[-1]) == ("窓口", "手順「導入」で1時間30分")


def test_a_vendor_without_a_contract_is_listed() -> None:
    """Whoever has to come stands in form 2; what was agreed is to be written."""
    held = teller(TOWN[: TOWN.index("contracts:")] + TOWN[TOWN.index("measures:") :])
    assert row(sheet(2, held), "保守社")[:3] == ["保守社", "主サーバ", "（未記入）"]
    assert held.blanks[-1].where.startswith("contracts: ")


def test_a_contract_that_is_over_is_marked() -> None:
    """A contract is bad from the day after its end, by the date of the document."""
    assert row(sheet(2, teller()), "保守社")[2] == "!保守契約/2026-03-31で終了"
    assert row(sheet(2, teller(date=None)), "保守社")[2] == "保守契約/2026-03-31まで"


def test_buildings_tell_what_stops_without_them() -> None:
    """A building has its survey, what stands in it and which functions fall with it."""
    held = teller(TOWN.replace("requires: [air,", "requires: [room, air,"))
    assert rows(sheet(3, held))[0] == [
        "庁舎/本町1",
        "1980年/RC造3階",
        "一部不適合",
        "0.5m",
        "想定なし",
        "設備7件/1業務（窓口など）",
        "!弱い",
        "建替え予定",
    ]


def test_grounds_with_buildings_are_left_out() -> None:
    """A site that only holds other sites, and of which nothing is known, is no building."""
    grounds = "  - {id: yard, name: 敷地, kind: site}\n  - {id: annex,"
    held = teller(TOWN.replace("  - {id: annex,", grounds).replace("kind: site}", "kind: site}", 1))
    inside = TOWN.replace(
        "  - {id: annex, name: 別館,", "  - {id: annex, name: 別館, within: yard,"
    )
    inside = inside.replace("  - {id: annex,", grounds)

    assert [one[0] for one in rows(sheet(3, held))] == ["庁舎/本町1", "敷地", "別館"]
    assert [one[0] for one in rows(sheet(3, teller(inside)))] == ["庁舎/本町1", "別館"]


def test_rooms_count_what_is_fastened() -> None:
    """A room says how many of its machines are fastened, and how many nobody looked at."""
    assert rows(sheet(4, teller())) == [
        [
            "電算室/1階",
            "無停電電源、空調機、主サーバ、金庫",
            "~2件中0件/未確認1件",
            "個別空調",
            "上階に配管",
            "粉末",
            "鍵",
            "なし",
            "~要注意",
        ]
    ]


def test_reserves_and_spares_are_read_off_the_dependencies() -> None:
    """A UPS bridges what it holds; a line is backed by its alternative; the grid stands alone."""
    made = sheet(5, teller())

    assert row(made, "無停電電源")[4:7] == ["30分（主サーバ）", "~なし", "–"]
    assert row(made, "商用電力")[5:8] == ["あり", "~単一", "1業務（窓口など）"]
    assert row(made, "無線", 1)[3:5] == ["光回線で代替", "衛星2台"]
    assert row(made, "光回線", 1)[3] == "~単一"


def test_outside_networks_that_lines_need_are_lines() -> None:
    """What a line needs from outside stands among the lines; other outside services do not."""
    other = "  - {id: cloud, name: クラウド, kind: external}\n  - {id: radio,"
    made = sheet(5, teller(TOWN.replace("  - {id: radio,", other)))

    assert [one[0] for one in rows(made, 1)] == ["光回線", "通信網", "無線"]


def test_measures_tell_cost_date_and_effect() -> None:
    """A measure has its costs, is late by the date of the document, and shows what it changes."""
    effect = Effect(
        "fasten", {"quake": (Fraction(9), Fraction(5, 2))}, {"quake": ("desk",)}, {"quake": ()}
    )
    held = teller()
    held.dossier = dataclasses.replace(held.dossier, effects=(effect,))

    assert rows(sheet(6, held))[0] == [
        "1",
        "主サーバ",
        "倒れる",
        "固定する",
        "高",
        "情報課",
        "!2026-01-31（超過）",
        "300,000円/毎年1,000円",
        "実施中",
        "損失6.5減（重み付き時間）/目標を回復する業務1件",
        "揺れ",
    ]


def test_findings_with_a_measure_are_not_listed_twice() -> None:
    """Only findings that no measure is about stand below the measures."""
    made = [one[1] for one in rows(sheet(6, teller()), 1)]

    assert "商用電力" in made
    assert not {"主サーバ", "税データ"} & set(made)


def test_a_dropped_measure_answers_nothing() -> None:
    """A finding stands although a measure that was dropped is about it."""
    held = teller(TOWN.replace("status: planned", "status: dropped"))

    assert "税データ" in [one[1] for one in rows(sheet(6, held), 1)]


def test_backups_tell_whether_one_event_takes_all() -> None:
    """Copies have their distance from the data, and data without any is bad."""
    made = rows(sheet(7, teller()))

    assert made[0] == [
        "住民データ",
        "住民記録",
        "①1日ごと　金庫（磁気テープ、7世代、オフライン）/②7日ごと　保管庫（オフライン）",
        "+1日",
        "+①同じ室/②別の場所",
        "①2025-10-01/②未実施",
        "–",
    ]
    assert made[1] == ["税データ", "–", "!なし", "–", "–", "–", "写しを置く"]


@pytest.mark.parametrize(
    ("copy", "tone"),
    [
        ("{at: safe, every: 24h}", "!"),
        ("{at: vault, every: 24h, online: true}", "~"),
        ("{at: vault, every: 24h}", "+"),
    ],
)
def test_only_an_offline_copy_elsewhere_is_safe(copy: str, tone: str) -> None:
    """The same room is bad, elsewhere but online is half a remedy."""
    held = teller(
        TOWN.replace(
            "requires: [box]}\n  - {id: safe",
            f"requires: [box], backups: [{copy}]}}\n  - {{id: safe",
        )
    )

    assert row(sheet(7, held), "税データ")[4].startswith(tone)


def test_data_that_is_kept_alike_shares_a_row() -> None:
    """Data with the same copies at the same distance is named together, and asked for once."""
    same = "".join(
        f"  - {{id: d{n}, name: 台帳{n}, kind: data, within: box, backups: [{{at: vault, every: 24h}}]}}\n"
        for n in range(3)
    )
    held = teller(TOWN.replace("  - {id: safe", same + "  - {id: safe"))

    assert row(sheet(7, held), "台帳0")[0] == "台帳0、台帳1、台帳2"
    assert [blank.item for blank in held.blanks] == ["税データ", "台帳0ほか2件"]


def test_a_rarer_copy_than_the_rpo_is_bad() -> None:
    """The RPO is that of the strictest function above the data."""
    held = teller(TOWN.replace("rpo: 24h", "rpo: 6h"))

    assert row(sheet(7, held), "住民データ")[3] == "!6時間"


def test_five_components_give_short_forms() -> None:
    """A tiny inventory has the forms it can fill, each with its few rows."""
    held = teller(FIVE)
    lengths = [len(rows(made)) if (made := form(n, held)) else None for n in range(1, 8)]

    assert lengths == [1, None, 1, None, 1, 6, 1]
    assert "欄の構成は本システムの案" not in texts(sheet(1, held))
    assert "欄の構成は本システムの案" in texts(sheet(3, held))
