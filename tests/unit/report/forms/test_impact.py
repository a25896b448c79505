"""Forms 14 to 18: scenarios, impact, functions, targets, resources."""

from __future__ import annotations

from tests.unit.report.forms.towns import CRASH, FIVE, QUAKE, TOWN, row, rows, sheet, tables, teller


def test_a_scenario_is_told_by_the_sort_of_thing_it_strikes() -> None:
    """What fails, from when and for how long, chances included, and what comes of it."""
    assert rows(sheet(14, teller(TOWN, QUAKE)))[0] == [
        "地震/2026-11-23 02:00/時間外（参集を要する）/災害時の目標を適用",
        "庁舎に立入不可（2時間）",
        "商用電力が停止（12時間）",
        "–",
        "–",
        "主サーバが損傷/金庫が損傷（確率30%、試算では無事）",
        "–",
        "1時間後: 情報課は50%のみ（3日）",
    ]


def test_a_scenario_tells_what_comes_of_it() -> None:
    """Struck, down, stopped, late and beyond the limit are counted."""
    assert rows(sheet(14, teller(TOWN, QUAKE)), 1) == [["地震", "1", "6", "1", "+0", "+0"]]
    assert rows(sheet(14, teller(FIVE, CRASH)), 1) == [["故障", "1", "2", "1", "~1", "+0"]]


def test_what_fails_alike_is_told_once() -> None:
    """Several things that are struck in the same way at the same time share a sentence."""
    more = QUAKE + "  - {at: 0h, damage: {select: {id: vault}}}\n"

    assert rows(sheet(14, teller(TOWN, more)))[0][5].startswith("主サーバ、保管庫が損傷/")


def test_impact_is_told_for_each_band() -> None:
    """The level of the longest outage not above the band counts; what was not judged is asked."""
    held = teller()
    made = sheet(15, held)

    assert [column.title for column in tables(made)[0].columns][2:4] == ["3時間", "1日"]
    assert row(made, "窓口") == [
        "窓口",
        "市民課",
        "2",
        "!4",
        "2日",
        "3時間（災害時1日）",
        "半数を交付",
        "住民記録",
        "手書き/1時間後から30%/3日まで",
    ]
    assert row(made, "広報")[2:4] == ["?", "?"]
    assert "functions: news: impact" in [blank.where for blank in held.blanks]


def test_functions_stand_by_urgency() -> None:
    """The most urgent function is the first, with both its targets."""
    assert rows(sheet(16, teller()))[0] == [
        "1",
        "窓口",
        "市民課",
        "通常業務",
        "S",
        "3時間",
        "1日",
        "2日",
        "半数を交付",
        "住民記録",
    ]
    assert [one[1] for one in rows(sheet(16, teller()))] == ["窓口", "広報"]


def test_a_system_has_its_target_and_its_outlook() -> None:
    """The target is the shortest of the functions above; the outlook is when the system is back."""
    assert rows(sheet(17, teller(TOWN, QUAKE))) == [
        [
            "1",
            "住民記録",
            "窓口",
            "3時間",
            "1日",
            "3時間",
            "1日",
            "+12時間10分後",
            "12時間10分後/地震",
            "+なし",
        ]
    ]


def test_a_system_that_misses_its_target_says_by_how_much() -> None:
    """The gap is downtime beyond the target, and in how many of the scenarios there is one."""
    calm = "scenario: {id: calm, name: 無事, horizon: 10d}\nevents: [{at: 0h, access: {select: {id: hall}, for: 1h}}]"
    made = rows(sheet(17, teller(FIVE, CRASH, calm)))

    assert made[0][-3:] == ["!4時間後", "4時間後/故障", "!1時間超過/2想定中1件で超過"]


def test_a_system_that_never_comes_back_is_told_so() -> None:
    """Whatever is down at the horizon is not back, and no length is given for the gap."""
    forever = "scenario: {id: end, name: 喪失, horizon: 2d}\nevents: [{at: 0h, outage: {select: {id: power}}}]"
    made = rows(sheet(17, teller(FIVE, forever)))

    assert made[0][-3:] == [
        "!期間内に戻らない",
        "期間内に戻らない/喪失",
        "!復旧せず/1想定中1件で超過",
    ]


def test_a_spare_has_no_target_of_its_own() -> None:
    """What is only needed if something else fails is measured against nothing."""
    spare = "  - {id: spare, name: 予備, kind: service}\n  - {id: records"
    town = FIVE.replace("  - {id: records", spare).replace(
        "requires: [register]}", "requires: [{any_of: [register, spare]}]}"
    )
    made = row(sheet(17, teller(town, CRASH)), "予備", column=1)

    assert made[3:5] == ["–", "–"]
    assert made[-3:] == ["停止しない", "停止しない", "–"]


def test_without_a_scenario_there_is_no_outlook() -> None:
    """Without a scenario only the targets stand there, and form 14 is not there."""
    assert len(tables(sheet(17, teller(FIVE)))[0].columns) == 7


def test_resources_are_marked_by_the_foremost_scenario() -> None:
    """What is struck and takes the system down is bad, what has an alternative is half so."""
    assert rows(sheet(18, teller(TOWN, QUAKE))) == [
        [
            "住民記録",
            "!主サーバ",
            "–",
            "住民データ",
            "!商用電力",
            "空調機",
            "–",
            "電算室、庁舎",
            "情報課",
            "保守社",
            "導入",
            "!失う（被害2件）",
        ]
    ]


def test_a_spare_keeps_a_system_up() -> None:
    """Of two machines one is struck: the system is kept up by the other."""
    second = "  - {id: second, name: 副機, kind: server}\n  - {id: register"
    town = FIVE.replace("  - {id: register", second).replace(
        "requires: [server]}", "requires: [{any_of: [server, second]}]}"
    )
    made = rows(sheet(18, teller(town, CRASH)))[0]

    assert (made[1], made[-1]) == ("~サーバ、副機", "~予備で保つ（被害1件）")
    assert rows(sheet(18, teller(town)))[0][1] == "サーバ、副機"
