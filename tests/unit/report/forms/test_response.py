"""Forms 8 to 13 and the role cards: roles, contacts, actions, checks, drills, upkeep."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import pytest

from bcp.drill.file.models import Head
from bcp.drill.live.objectives import Item
from bcp.drill.review.history import Past, history_of
from bcp.drill.review.touched import Touched
from bcp.report.document import KeyValues, PageBreak
from bcp.report.forms import form, role_cards
from bcp.words import Phrase
from tests.unit.report.forms.towns import (
    DAY,
    FIVE,
    QUAKE,
    TOWN,
    row,
    rows,
    sheet,
    shown,
    tables,
    teller,
    texts,
)

DRILL = Head.model_validate(
    {"id": "fire", "name": "火災訓練", "kind": "tabletop", "scenario": "quake", "every": "365d"}
)


def past(on: dt.date, *items: Item, by: Literal["people", "script"] = "people") -> Past:
    """Return a drill that was held: two of three functions in time, one objective of two."""
    touched = Touched(frozenset(), frozenset(), frozenset())
    return Past(
        record=f"r{on}",
        head=DRILL,
        inventory="town",
        on=on,
        by=by,
        is_ended=True,
        down=3,
        met=2,
        over=60,
        objectives=2,
        reached=1,
        items=items,
        touched=touched,
    )


def test_a_role_without_a_deputy_is_bad() -> None:
    """Deputies stand in order; who has none is marked, noted and counted below."""
    held = teller()
    made = sheet(8, held)

    assert rows(made) == [
        ["統括", "山田（課長）", "1. 佐藤", "発動を決める/報告する", "本部", "支所"],
        ["記録", "佐藤", "!代理者なし", "記録する", "本部", "（未記入）"],
    ]
    assert "2役割のうち1役割に代理者がいない: 記録。" in texts(made)
    assert "roles: scribe: deputies" in [blank.where for blank in held.blanks]


def test_teams_tell_when_they_come() -> None:
    """Arrival is in heads, as the shares of the team come to."""
    assert rows(sheet(8, teller()), 1) == [
        ["情報課", "4", "職員", "1時間で1人、6時間で4人", "24時間"],
        ["保守社", "2", "事業者", "4時間で1人", "平日 09:00～17:30"],
    ]


def test_contacts_tell_every_role_of_a_person() -> None:
    """A person has all the parts they play; one number is enough, mobile asked of own staff."""
    held = teller()
    made = sheet(9, held)

    assert row(made, "佐藤", column=2)[3] == "統括の代理（第1順位）/記録/台帳係"
    assert row(made, "県の窓口", column=2)[4:6] == ["03", "–"]
    assert {b.where for b in held.blanks if b.item == "佐藤"} >= {
        "people: aide: phone",
        "people: aide: mobile",
    }
    assert rows(made, 1) == [["保守社", "保守契約", "係A", "（未記入）"]]


def test_actions_stand_by_phase_and_time() -> None:
    """Each phase has its actions in time order, with a box to tick and room for time and name."""
    made = sheet(10, teller())

    assert [table.caption for table in tables(made)] == ["初動", "復旧"]
    assert rows(made) == [
        ["□", "1時間以内", "発動する", "–", "統括", "–", "", ""],
        ["□", "3時間以内", "調べる", "入れるとき", "記録", "様式11", "", ""],
    ]


def test_the_recovery_is_added_as_computed() -> None:
    """The tasks of the foremost scenario follow with planned times and empty real ones."""
    made = sheet(10, teller(TOWN, QUAKE))

    assert rows(made, 2) == [
        ["□", "T+7:00", "T+11:00", "主サーバ", "取替", "情報課1人、保守社1人", "", "", ""]
    ]


def test_a_cut_recovery_says_how_many_tasks_are_left() -> None:
    """Of a long recovery the first tasks are shown, and how many more there are."""
    both = QUAKE + "  - {at: 0h, damage: {select: {id: [register, people-data, hall]}}}\n"
    made = form(10, teller(TOWN, both), 2)

    assert made is not None
    assert len(tables(made)[2].rows) == 2
    assert "先頭の2件を示した。ほか2件。" in texts(made)


def test_damage_is_checked_place_by_place() -> None:
    """Each building has its rows from the building down to machines, then what lies outside."""
    made = sheet(11, teller())

    assert [table.caption for table in tables(made)] == [
        "庁舎",
        "別館",
        "庁外の回線・外部サービス",
        "情報システム（復旧優先順位の順）",
        "データ",
        "要員",
    ]
    assert [one[1] for one in rows(made)] == [
        "庁舎",
        "電算室",
        "無停電電源",
        "空調機",
        "主サーバ",
        "金庫",
    ]
    assert rows(made, 4)[0][1] == "主サーバのデータ（2件）"


def test_a_written_way_to_check_is_used() -> None:
    """What people wrote about checking a thing stands in place of what is usual for its kind."""
    made = sheet(11, teller(TOWN.replace("facts: {model:", "facts: {check: 赤い灯を見る, model:")))

    assert row(made, "主サーバ", column=1)[2] == "赤い灯を見る"


def test_drills_tell_when_they_are_due() -> None:
    """A drill is due as long after the last one as its file says, and late by the date."""
    history = history_of([past(dt.date(2024, 10, 1)), past(dt.date(2025, 5, 1))], [DRILL], DAY)
    made = sheet(12, teller(TOWN, QUAKE, drills=(DRILL,), history=history))

    assert rows(made)[0] == [
        "火災訓練",
        "机上訓練",
        "（未記入）",
        "地震",
        "365日ごと",
        "2025-05-01",
        "2026-05-01",
    ]
    assert rows(made, 1)[0] == ["2025-05-01", "火災訓練", "実施", "1／2", "2／3", "–", "同じ"]


def test_open_improvements_are_listed() -> None:
    """What a drill showed and nobody has done stands with its owner; late ones are marked."""
    late = Item("i1", None, "手順を直す", "情報課", dt.date(2026, 1, 1), None)
    done = Item("i2", None, "済んだこと", "情報課", None, dt.date(2026, 1, 1))
    opened = Item("i3", Phrase("item-rated-m", {"objective": "速さ"}), "", "", None, None)
    history = history_of([past(dt.date(2025, 5, 1), late, done, opened)], [DRILL], DAY)
    made = sheet(12, teller(TOWN, drills=(DRILL,), history=history))

    assert rows(made, 2)[0] == ["手順を直す", "火災訓練", "情報課", "!2026-01-01（超過）"]
    assert len(rows(made, 2)) == 2


def test_a_rehearsal_by_a_script_is_no_drill_held() -> None:
    """What a script played is shown, but the drill has never been held."""
    history = history_of([past(dt.date(2025, 5, 1), by="script")], [DRILL], DAY)
    made = sheet(12, teller(TOWN, drills=(DRILL,), history=history))

    assert rows(made)[0][5:] == ["未実施", "–"]
    assert rows(made, 1)[0][2] == "試行・中断"


def test_upkeep_has_roles_work_approvals_and_copies() -> None:
    """Form 13 tells who keeps the plan, when, who approved it and where its copies are."""
    made = sheet(13, teller())

    assert [rows(made, place) for place in range(4)] == [
        [["台帳係", "佐藤", "–", "台帳を直す"]],
        [["連絡先の確認", "毎年4月", "台帳係"]],
        [["町長", "2026-03-20"], ["副町長", "（未記入）"]],
        [["本部", "2", "紙", "書棚"]],
    ]


@pytest.mark.parametrize(("number", "where"), [(9, "people"), (12, "plan: drills")])
def test_a_form_without_anything_is_not_there_but_asked_for(number: int, where: str) -> None:
    """Nothing to list: no form, and one thing to do that says which section to write."""
    held = teller(FIVE)

    assert form(number, held) is None
    assert [(blank.item, blank.where) for blank in held.blanks] == [("", where)]


def test_cards_have_a_page_each() -> None:
    """A card tells a role's people, duties, actions and whom to call; the last ends no page."""
    cards = role_cards(teller())
    assert cards is not None
    first, second = cards.sections

    pairs = next(block for block in first.blocks if isinstance(block, KeyValues)).pairs
    assert [shown(value) for _, value in pairs] == [
        "山田（課長）",
        "1. 佐藤",
        "本部",
        "支所",
        "発動を決める/報告する",
    ]
    assert [one[2] for one in rows(first)] == ["発動する", "（全員）片付ける"]
    assert rows(first, 1) == [
        ["代理者（順位順）", "佐藤", "（未記入）"],
        ["関係機関", "県の窓口", "03"],
    ]
    assert isinstance(first.blocks[-1], PageBreak)
    assert not isinstance(second.blocks[-1], PageBreak)


def test_no_roles_no_cards() -> None:
    """Without a role for an emergency there are no cards."""
    assert role_cards(teller(FIVE)) is None


def test_a_drill_keeps_its_name_beside_an_item_of_the_same_id() -> None:
    """Ids of drills and scenarios are their own: none takes the name of a component, or gives its."""
    same = DRILL.model_copy(update={"id": "desk"})
    held = teller(drills=(same,))
    item = held.name("desk")

    assert held.drill_named("desk") == "火災訓練" != item
    assert held.scenario_named("nowhere") == "nowhere"
