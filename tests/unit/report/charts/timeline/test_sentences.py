"""What the picture says."""

from __future__ import annotations

import pytest

from bcp.report.charts.timeline import sentences
from bcp.words import Lang
from tests.support.timelines import FUNCTION, HIT, many, view_of

SAFE = "{id: g, name: 図書, name_en: Library, rto: 1d, requires: [net]}"
SLOW = "{id: h, name: 統計, name_en: Statistics, rto: 7d, requires: [db]}"
IMPAIRED = "{id: i, rto: 1d, requires: [{any_of: [db, net], levels: {1: 40%, 2: 100%}}]}"
NOTHING = "- {at: 0h, outage: {select: {id: spare}, for: 1h}}"


@pytest.mark.parametrize(
    ("functions", "event", "ja", "en"),
    [
        (
            [FUNCTION, SAFE],
            HIT,
            "2業務のうち1業務がRTOに間に合わない",
            "1 of 2 functions misses its RTO",
        ),
        (
            [*many(2), SAFE],
            HIT,
            "3業務のうち2業務がRTOに間に合わない",
            "2 of 3 functions miss their RTO",
        ),
        (many(2), HIT, "全2業務がRTOに間に合わない", "all 2 functions miss their RTO"),
        ([FUNCTION], HIT, "業務がRTOに間に合わない", "the function misses its RTO"),
        (
            [SLOW, SAFE],
            HIT,
            "止まる1業務はRTOに間に合う",
            "the one function that stops is back within its RTO",
        ),
        (
            [SLOW, SLOW.replace("id: h", "id: k"), IMPAIRED],
            HIT,
            "止まる2業務はすべてRTOに間に合う",
            "all 2 functions that stop are back within their RTO",
        ),
        (
            [IMPAIRED],
            HIT,
            "止まる業務はなく、1業務の水準が下がる",
            "no function stops; impaired: 1",
        ),
        ([SAFE], NOTHING, "止まる業務はない", "no function stops"),
    ],
    ids=["one", "some", "all", "only", "met-one", "met", "impaired", "none"],
)
def test_the_headline_says_what_the_picture_proves(
    functions: list[str], event: str, ja: str, en: str
) -> None:
    """Each outcome has a sentence of its own, right in number."""
    assert sentences.headline(view_of(functions, [event])) == f"試験: {ja}"
    assert sentences.headline(view_of(functions, [event], lang="en")) == f"Test: {en}"


def test_what_is_worse_is_said_below() -> None:
    """MTPD missed and not restored are counted; where nothing is, nothing is said."""
    forever = "- {at: 0h, outage: {select: {id: db}}}"

    assert sentences.consequences(view_of(events=[forever])) == (
        "最大許容停止時間（MTPD）超過 1業務、30日のうちに復旧しない 1業務"
    )
    assert sentences.consequences(view_of([SLOW])) == ""


def test_circumstances_name_place_time_targets_and_order() -> None:
    """Where, when by the local clock, by which targets and in which order."""
    head = "starts: 2026-11-23T02:00, severity: disaster"

    assert sentences.circumstances(view_of(head=head)) == (
        "町",
        "発生 2026年11月23日（月）2:00",
        "災害時の目標を適用",
        "余裕の少ない順に復旧（slack）",
    )
    assert sentences.circumstances(view_of(head=head, lang="en"))[1] == (
        "starts Mon 2026-11-23 2:00"
    )


def test_the_axis_is_labelled_by_length_and_clock() -> None:
    """Bands are named as people name them; the clock runs over midnight and month."""
    view = view_of(head="starts: 2026-11-30T22:30")

    assert [sentences.edge_label(edge, view) for edge in view.scale.edges] == [
        "発生",
        "3時間",
        "1日",
        "3日",
        "1週間",
    ]
    assert [sentences.edge_clock(edge, view) for edge in view.scale.edges] == [
        "11/30 22:30",
        "12/1 1:30",
        "12/1 22:30",
        "12/3 22:30",
        "12/7 22:30",
    ]


def test_without_a_start_there_is_no_clock() -> None:
    """A scenario that names no start shows lengths only."""
    assert sentences.edge_clock(3600, view_of()) == ""


def test_how_to_read_the_axis_is_said() -> None:
    """The page says that the scale changes, and by what the thin lines count."""
    assert sentences.axis_note(view_of()) == (
        "横軸は発生からの経過時間。区切りごとに縮尺が変わる"
        "（区切りの中は等間隔。細線は左から1時間、6時間、12時間、1日おき）"
    )
    assert sentences.axis_note(view_of(head="horizon: 2h", events=[HIT.replace("2d", "1h")])) == (
        "横軸は発生からの経過時間（細線は30分おき）"
    )


@pytest.mark.parametrize(
    ("function", "said"),
    [
        (FUNCTION, False),
        (FUNCTION[:-1] + ", workaround: {after: 1h, level: 30%}}", True),
    ],
)
def test_a_workaround_in_several_outages_is_explained(function: str, said: bool) -> None:
    """That each outage counts a workaround anew is said where it matters."""
    events = [f"- {{at: {at}h, outage: {{select: {{id: db}}, for: 2h}}}}" for at in (0, 10)]

    assert any("数え直す" in note for note in sentences.notes(view_of([function], events))) is said


def test_what_is_left_out_is_said() -> None:
    """The page says how many functions it leaves out, and how many of them miss their RTO."""
    notes = list(sentences.notes(view_of(many(52))))

    assert "2業務を省略（うちRTO未達2業務）" in notes[0]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_picture_can_be_heard(lang: Lang) -> None:
    """Every row is read out with its verdict and figures, and so is who is unaffected."""
    text = sentences.description(view_of([FUNCTION, SAFE], lang=lang)).splitlines()

    assert (
        text[1:]
        == {
            "ja": [
                "A 住民票（–）: × MTPD超過、停止時間 2日、RTO 3時間、MTPD 1日、2日後に復旧。",
                "影響なし 1業務: 図書",
            ],
            "en": [
                "A 住民票 (–): × MTPD missed; downtime 2 d, RTO 3 h, MTPD 1 d, restored after 2 d.",
                "Not hit, 1: Library",
            ],
        }[lang]
    )
