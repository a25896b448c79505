"""The checklist and the six elements: what people answer, and what was found beside it."""

from __future__ import annotations

import dataclasses

import pytest

from bcp.drill.review.history import history_of
from bcp.report.forms import checklist, six_elements
from bcp.report.forms.evidence import Subject, evidence
from tests.unit.report.forms.test_response import DRILL, past
from tests.unit.report.forms.towns import DAY, FIVE, QUAKE, TOWN, rows, teller, texts


def test_answers_stand_beside_what_was_found() -> None:
    """A yes that the inventory does not bear out is marked, an open question noted."""
    held = teller(TOWN, QUAKE)
    made = rows(checklist(held))

    assert made[0][2:] == [
        "~できている/名簿あり/※ 右の確認結果と食い違う",
        "~代理者のいる役割 1／2/参集時間を定めた要員の班 2／2/電話番号のある連絡先 2／3",
    ]
    assert made[1][2] == "（未記入）"
    assert "plan: answers: checklist-2" in [blank.where for blank in held.blanks]
    assert rows(six_elements(held))[1][2] == "!できていない"


def test_items_that_were_not_verified_say_so() -> None:
    """Only the items read word for word are printed as the ministry's."""
    made = [one[1] for one in rows(checklist(teller()))]

    assert ["（文言未確認）" in text for text in made] == [False] * 3 + [True] * 3
    assert "項目4～6は原典で確かめておらず" in texts(checklist(teller()))


@pytest.mark.parametrize(
    ("subject", "found"),
    [
        (
            "people",
            ("緊急時の役割が台帳にない", "参集時間を定めた要員の班 0／1", "連絡先が台帳にない"),
        ),
        ("site", ("「役場」を失うと止まる業務 0／1",)),
        ("power", ("予備の電源が台帳にない",)),
        ("lines", ("庁外との通信手段 0件、うち災害時優先・衛星等 0件",)),
        ("backups", ("離れた場所にオフラインの複製があるデータ 0／1", "復元を確かめた記録がない")),
        ("functions", ("目標復旧時間を定めた業務 1件", "重要度 1／1、影響度 0／1")),
    ],
)
def test_a_tiny_inventory_shows_what_it_lacks(subject: Subject, found: tuple[str, ...]) -> None:
    """What was not written down is told as missing, never as seen to."""
    assert evidence(subject, teller(FIVE)).texts == found


@pytest.mark.parametrize(
    ("subject", "found", "standing"),
    [
        ("site", "代替参集場所のある役割 1／2", "good"),
        ("power", "予備電源 1件、最長30分（目安は72時間）", "fair"),
        ("lines", "庁外との通信手段 3件、うち災害時優先・衛星等 1件", "fair"),
        ("backups", "復元を最後に確かめた日 2025-10-01", "fair"),
    ],
)
def test_what_is_there_is_counted(subject: Subject, found: str, standing: str) -> None:
    """Reserves, lines, copies and places are counted and judged by what is wanted of them."""
    made = evidence(subject, teller())

    assert found in made.texts
    assert made.standing == standing


def test_a_drill_of_the_last_year_counts() -> None:
    """Drills count by the date of the document; without a date nothing is said."""
    held = teller()
    recent = history_of([past(DAY.replace(year=2025, month=9))], [DRILL], DAY)
    old = history_of([past(DAY.replace(year=2024))], [DRILL], DAY)
    said = []
    for change in ({"history": recent}, {"history": old}, {"history": recent, "date": None}):
        held.dossier = dataclasses.replace(held.dossier, **change)
        said.append(evidence("functions", held).texts[-1])

    assert said == [
        "直近12か月の訓練 1回（最後は2025-09-01）",
        "直近12か月に訓練をしていない",
        "重要度 1／2、影響度 1／2",
    ]
