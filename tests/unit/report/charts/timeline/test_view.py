"""The numbers of the timeline."""

from __future__ import annotations

import pytest

from bcp.units import DAY, HOUR, MINUTE
from tests.support.timelines import FUNCTION, HIT, many, stretches, view_of

OTHER = "{id: g, name: 図書, rto: 1d, requires: [net]}"


def test_an_outage_is_cut_where_targets_are_used_up() -> None:
    """Two days down, RTO 3 h, MTPD 24 h: within to 3 h, late to 24 h, beyond from then on."""
    row = view_of().rows[0]

    assert stretches(row) == ["0h-3h within 0%", "3h-1d late 0%", "1d-2d beyond 0%"]
    assert (row.rto_at, row.mtpd_at) == (3 * HOUR, DAY)
    assert (row.downtime, row.restored, row.verdict) == (2 * DAY, 2 * DAY, "mtpd")


def test_a_later_outage_is_timed_from_its_own_start() -> None:
    """Down from 5 h on, an RTO of 3 h is used up at 8 h."""
    row = view_of(events=["- {at: 5h, outage: {select: {id: db}, for: 1h}}"]).rows[0]

    assert stretches(row) == ["5h-6h within 0%"]
    assert (row.rto_at, row.verdict) == (8 * HOUR, "met")


def test_several_outages_add_up() -> None:
    """2 h down at each of 0 h, 10 h and 20 h: an RTO of 3 h is used up at 11 h."""
    events = [f"- {{at: {at}h, outage: {{select: {{id: db}}, for: 2h}}}}" for at in (0, 10, 20)]

    row = view_of(events=events).rows[0]

    assert stretches(row) == [
        "0h-2h within 0%",
        "10h-11h within 0%",
        "11h-12h late 0%",
        "20h-22h late 0%",
    ]
    assert row.rto_at == 11 * HOUR
    assert row.mtpd_at == (20 + 24 - 4) * HOUR
    assert (row.outages, row.downtime, row.verdict) == (3, 6 * HOUR, "rto")


def test_a_target_used_up_to_the_second_is_met() -> None:
    """3 h down with an RTO of 3 h is met; the mark stands where the outage ended."""
    row = view_of(events=["- {at: 1h, outage: {select: {id: db}, for: 3h}}"]).rows[0]

    assert (row.rto_at, row.verdict) == (4 * HOUR, "met")
    assert stretches(row) == ["1h-4h within 0%"]


def test_a_target_used_up_to_the_second_fails_at_the_next_outage() -> None:
    """After 3 h down with an RTO of 3 h, the next outage is late from its start on."""
    events = [f"- {{at: {at}h, outage: {{select: {{id: db}}, for: 3h}}}}" for at in (0, 10)]

    row = view_of(events=events).rows[0]

    assert row.rto_at == 10 * HOUR
    assert stretches(row) == ["0h-3h within 0%", "10h-13h late 0%"]


def test_a_workaround_raises_the_level_and_not_the_verdict() -> None:
    """30 % from the first hour on for four hours: the lateness of the outage is the same."""
    function = FUNCTION[:-1] + ", workaround: {after: 1h, for: 4h, level: 30%}}"

    row = view_of([function]).rows[0]

    assert stretches(row) == [
        "0h-1h within 0%",
        "1h-3h within 30%",
        "3h-5h late 30%",
        "5h-1d late 0%",
        "1d-2d beyond 0%",
    ]
    assert row.verdict == "mtpd"


def test_up_at_a_lower_level_is_shown_without_lateness() -> None:
    """One of two providers down leaves 40 %: never down, and yet hit."""
    levels = "{any_of: [db, net], levels: {1: 40%, 2: 100%}}"
    view = view_of([f"{{id: f, rto: 3h, mtpd: 1d, requires: [{levels}]}}"])

    row = view.rows[0]

    assert stretches(row) == ["0h-2d up 40%"]
    assert (row.rto_at, row.mtpd_at, row.downtime, row.verdict) == (None, None, 0, "met")
    assert (view.down, view.unaffected) == (0, ())


def test_still_down_at_the_horizon() -> None:
    """What does not come back is down to the horizon, and missed even within its RTO."""
    view = view_of(
        ["{id: f, rto: 20d, requires: [db]}"], ["- {at: 1d, outage: {select: {id: db}}}"]
    )

    row = view.rows[0]

    assert stretches(row) == ["1d-21d within 0%", "21d-30d late 0%"]
    assert (row.restored, row.verdict, view.not_restored) == (None, "down", 1)


def test_not_restored_within_the_rto_is_missed() -> None:
    """Down from day 29 of 30 with an RTO of 20 d: not late, and still not restored."""
    view = view_of(
        ["{id: f, rto: 20d, requires: [db]}"], ["- {at: 29d, outage: {select: {id: db}}}"]
    )

    assert stretches(view.rows[0]) == ["29d-30d within 0%"]
    assert (view.rows[0].verdict, view.rto_missed) == ("down", 1)


def test_rows_are_sorted_by_rank_then_rto_then_file() -> None:
    """S before A before none; in a rank the shorter RTO first; then as in the file."""
    rows = [
        ("f1", "", "1h"),
        ("f2", "A", "2h"),
        ("f3", "A", "1h"),
        ("f4", "S", "9h"),
        ("f5", "A", "2h"),
    ]
    functions = [
        f"{{id: {id_}, {f'rank: {rank}, ' if rank else ''}rto: {rto}, requires: [db]}}"
        for id_, rank, rto in rows
    ]

    assert [row.id for row in view_of(functions).rows] == ["f4", "f3", "f2", "f5", "f1"]


def test_the_unaffected_are_named_and_not_drawn() -> None:
    """A function that nothing happened to is listed by name."""
    view = view_of([FUNCTION, OTHER])

    assert [row.name for row in view.rows] == ["住民票"]
    assert view.unaffected == ("図書",)
    assert (view.total, view.down, view.rto_missed, view.mtpd_missed) == (2, 1, 1, 1)


@pytest.mark.parametrize(("show_all", "shown"), [(False, 50), (True, 57)])
def test_a_page_holds_fifty(show_all: bool, shown: int) -> None:
    """The most urgent fifty are shown, the rest is counted with its verdicts, or shown on request."""
    view = view_of(many(57), show_all=show_all)

    assert [row.id for row in view.rows] == [f"f{place}" for place in range(shown)]
    assert view.left_out == ("rto",) * (57 - shown)
    assert view.rto_missed == 57


def test_the_severity_picks_the_targets() -> None:
    """In a disaster the RTO and MTPD of a disaster count."""
    function = (
        "{id: f, rto: {normal: 3h, disaster: 3d}, mtpd: {normal: 1d, disaster: 7d}, requires: [db]}"
    )
    view = view_of([function], head="severity: disaster")

    row = view.rows[0]

    assert (row.rto, row.mtpd, row.verdict) == (3 * DAY, 7 * DAY, "met")


def test_the_axis_follows_the_last_outage() -> None:
    """Two days down: the axis has the band to three days, and one more."""
    assert view_of().scale.edges == (0, 3 * HOUR, DAY, 3 * DAY, 7 * DAY)


def test_names_are_shown_in_the_language_of_the_view() -> None:
    """English names are used in English output, and what steers a terminal nowhere."""
    function = '{id: f, name: "住\\e民", name_en: Certificates, rto: 3h, requires: [db]}'

    assert view_of([function], lang="en").rows[0].name == "Certificates"
    assert view_of([function]).rows[0].name == "住 民"


def test_many_short_outages_stay_apart() -> None:
    """A hundred outages of a minute are a hundred stretches, and one late from the 31st on."""
    events = [f"- {{at: {at * 5}m, outage: {{select: {{id: net}}, for: 1m}}}}" for at in range(100)]
    row = view_of(["{id: f, rto: 30m, requires: [net]}"], events).rows[0]

    assert len(row.stretches) == 100
    assert sum(stretch.lateness == "late" for stretch in row.stretches) == 70
    assert row.rto_at == 30 * 5 * MINUTE


def test_what_touches_and_looks_the_same_is_one() -> None:
    """An outage handed over from one component to another is one stretch."""
    events = [HIT.replace("2d", "1h"), "- {at: 1h, outage: {select: {id: net}, for: 1h}}"]

    row = view_of(["{id: f, rto: 3h, requires: [db, net]}"], events).rows[0]

    assert stretches(row) == ["0h-2h within 0%"]
