from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction

from bcp.inventory.models import Inventory
from bcp.outlook.changes import Changes, FieldChange, ItemChange
from bcp.outlook.effects import Effect
from bcp.outlook.outlook import verdict_of
from bcp.recovery.result import FunctionResult
from bcp.report.page import Content, content_of, figures_json
from bcp.report.risk import Chance, Risk, Spread
from bcp.units import HOUR
from tests.unit.report.page.samples import CRASH, DARK, TOWN, dossier, half

MEASURES = """\
measures:
  - {id: spare, name: 予備機, name_en: Spare machine, of: [server], cost: 3000000, yearly: 5,
     status: planned, lead_time: 90d}
  - {id: paper, name: 手書き, cost: 0}
  - {id: gone, name: やめた対策, status: dropped}
"""


def content(*scenarios: str, text: str = TOWN) -> Content:
    return content_of(dossier(text, *scenarios))


# --- the headline ------------------------------------------------------------------------------


def test_headline_counts_scenarios_and_functions() -> None:
    """One of two scenarios makes one of three functions late: so says the first sentence."""
    head = content().headline

    assert head.sentence.ja == (
        "2の被害想定のうち1で、あわせて1業務（全3業務）が目標復旧時間（RTO）に間に合わない。"
    )
    assert head.sentence.en.startswith("In 1 of 2 scenarios, 1 of 3 functions miss")
    assert "故障" in head.worst.ja
    assert "Crash" in head.worst.en


def test_headline_where_all_is_well() -> None:
    """Nothing late: a sentence that says so, and nothing to change."""
    head = content(DARK).headline

    assert "間に合う" in head.sentence.ja
    assert not head.worst
    assert not head.change


def test_headline_without_scenarios_claims_nothing() -> None:
    """Without a scenario nothing is known, and no figure stands there."""
    held = content_of(replace(dossier(), outlooks=()))

    assert "まだない" in held.headline.sentence.ja
    assert held.headline.figures == ()
    assert held.heat.columns == ()
    assert held.curves == ()


def test_empty_inventory_gives_a_page() -> None:
    """An inventory of nothing but a name breaks no part."""
    held = content("scenario: {id: calm, horizon: 1d}", text="organisation: {id: town}\n")

    assert held.map.boxes == ()
    assert held.heat.rows == ()


# --- what is late --------------------------------------------------------------------------------


def test_late_functions_tell_by_how_much_and_what_they_wait_for() -> None:
    """The counter is down for 11 h against 3 h, 10 h of it for one task."""
    (crash,) = content().shortfalls.scenarios
    (desk,) = crash.rows

    assert (crash.missed, crash.beyond, crash.loss) == (1, 1, "8")
    assert (desk.downtime, desk.rto, desk.verdict) == (11 * HOUR, 3 * HOUR, "mtpd")
    assert desk.late_text.ja == "8時間超過"
    assert desk.why.ja == "サーバの再構築（情報課） 10時間 → データのcopy（情報課） 1時間"
    assert desk.why.en.startswith("Server: 再構築 (ICT office), 10 h → ")
    assert "サーバの再構築" in crash.obstacle.ja
    assert crash.often.ja == "約10年に1回"


def test_scenarios_that_harm_nobody_are_named() -> None:
    """A scenario in which all is in time is told, not left out silently."""
    assert content().shortfalls.harmless.ja == "停電"


def test_costliest_scenario_comes_first() -> None:
    """By loss, whatever the order of the files."""
    worse = CRASH.replace("crash", "worse").replace("3d", "30d").replace("server, ", "power, ")
    found = content(DARK, CRASH, worse).shortfalls.scenarios

    assert [one.id for one in found] == ["worse", "crash"]


def test_functions_that_never_come_back_say_so() -> None:
    """Not restored: no figure of hours late, but the horizon."""
    never = CRASH.replace("server, data", "power, data")
    (row, *_) = content(never).shortfalls.scenarios[0].rows

    assert row.verdict == "down"
    assert row.late_text.en == "not back within 3 d"


# --- measures ----------------------------------------------------------------------------------


def test_measures_with_the_most_effect_come_first() -> None:
    """Loss avoided, functions gained and cost are told as they are; the dropped one is not."""
    effects = (
        Effect("paper", {"crash": (Fraction(8), Fraction(8))}, {"crash": ()}, {"crash": ()}),
        Effect("spare", {"crash": (Fraction(8), Fraction(2))}, {"crash": ("desk",)}, {"crash": ()}),
    )
    spare, paper = content_of(dossier(TOWN + MEASURES, effects=effects)).remedies.rows

    assert (spare.id, spare.avoided, spare.gained) == ("spare", Fraction(6), 1)
    assert spare.avoided_text.ja == "6（75%）"
    assert spare.cost.ja == "300万円"
    assert spare.cost.en == "¥3,000,000"
    assert spare.yearly.ja == "5円"
    assert spare.lead_time.ja == "90日"
    assert (paper.avoided, paper.cost.ja) == (Fraction(0), "0円")
    assert not paper.lead_time


def test_without_measures_the_longest_waits_are_told_and_no_cost() -> None:
    """Nobody wrote a measure: where to begin, and nothing invented."""
    held = content().remedies

    assert held.rows == ()
    assert held.starts[0].what.ja.startswith("サーバの再構築")
    assert held.starts[0].sort == "work"
    assert held.unpriced == 0


def test_planned_measures_are_told_together() -> None:
    """Misses and loss, now and then."""
    held = dossier()
    planned = content_of(replace(held, after=half(held.outlooks))).remedies.planned

    assert planned is not None
    assert planned.pairs == (1, 0)
    assert planned.loss == (Fraction(8), Fraction(4))
    assert "50%" in planned.sentence.ja


# --- the other parts ---------------------------------------------------------------------------


def test_order_shows_bars_against_their_limit() -> None:
    """Bars and marks lie on one axis; past its limit counts as late."""
    played = content().order.played
    assert played is not None
    first = next(row for row in played.rows if row.id == "server")

    assert first.bar is not None
    assert first.bar.start == 0.0
    assert first.bar.is_late
    assert first.bar.end is not None
    assert 0 < first.bar.end < 1
    assert played.ticks[0].place == 0.0


def test_heat_holds_the_verdict_of_each_pair() -> None:
    """As many cells as functions times scenarios, the most urgent function first."""
    heat = content().heat

    assert [row.id for row in heat.rows] == ["call", "desk", "tax"]
    assert [[cell.verdict for cell in row.cells] for row in heat.rows] == [
        ["none", "none"],
        ["mtpd", "met"],
        ["met", "met"],
    ]
    assert heat.rows[1].cells[0].text.ja == "11時間"
    assert "RTO 3時間 も MTPD 10時間 も超える" in heat.rows[1].cells[0].sentence.ja
    assert heat.rows[2].rto.ja == "24時間、災害2日"
    assert [column.missed for column in heat.columns] == [1, 0]


def test_curves_end_where_they_began() -> None:
    """Two thirds are lost in the crash; the path begins there and ends at the top."""
    crash, _ = content().curves

    assert crash.finding.ja.startswith("発生直後に33%まで下がる")
    assert crash.now.startswith("M0.0,146.7")
    assert crash.now.endswith("640.0,0.0")
    assert crash.after == ""
    assert crash.band == ""


def test_curve_with_a_band_and_an_after() -> None:
    """Where a range and planned measures are known, both are drawn."""
    held = dossier()
    risks = {"crash": risk(((0, 0.2, 0.5), (HOUR, 0.4, 0.9)))}
    crash = content_of(replace(held, risks=risks, after=held.outlooks)).curves[0]

    assert crash.band.startswith("M0.0,176.0")
    assert crash.band.endswith("Z")
    assert crash.after


def risk(band: tuple[tuple[int, float, float], ...] = ()) -> Risk:
    spread = Spread(8, 7.4, 12.6, 20)
    chances = {"desk": Chance(0.1, 0.25, None, spread), "tax": Chance(0.1, 1.0, None, spread)}
    return Risk("crash", 500, 42, spread, chances, band)


def test_chances_are_told_where_they_are_known() -> None:
    """The function that is least likely in time is named with its chance."""
    (row,) = content_of(replace(dossier(), risks={"crash": risk()})).sureness.risks

    assert (row.p50, row.p90, row.runs, row.seed) == ("7.4", "13", 500, 42)
    assert row.doubtful.ja == "窓口（25%）"


def test_downtimes_close_to_their_target_are_counted() -> None:
    """11 h against 3 h is not close; against 10 h 30 min it is, and missed."""
    near = TOWN.replace("rto: 3h, mtpd: 10h", "rto: 10h30m, mtpd: 20h")

    assert (content().sureness.barely_met, content().sureness.barely_missed) == (0, 0)
    held = content(text=near).sureness
    assert (held.barely_met, held.barely_missed) == (0, 1)
    assert held.close[0].function.ja == "窓口"


def test_map_knows_neighbours_and_what_stops() -> None:
    """The server needs the power, the data need it, and two functions stop with it."""
    held = content().map
    items = {item.id: item for item in held.items}

    assert items["server"].needs[0].providers == ("power",)
    assert items["server"].users == ("data",)
    assert items["server"].stops == ("desk", "tax")
    assert items["server"].others == 1
    assert held.weak[0].functions == 2
    assert {item.box for item in held.items} == {box.id for box in held.boxes}


def test_changes_are_told_only_where_an_earlier_state_is_named() -> None:
    """Results of then and now side by side, and what is written differently."""
    held = dossier()
    before = {one.head.id: one for one in half(held.outlooks)}
    remark = FieldChange("facts.remark", "", "x")
    paper = ItemChange("components", "phone", "changed", (remark,))
    change = ItemChange("functions", "desk", "changed", (remark, FieldChange("rto", "12h", "3h")))
    gone = ItemChange("components", "old", "removed")
    then = Inventory.model_validate(
        {
            "organisation": {"id": "town"},
            "components": [{"id": "old", "name": "旧サーバ", "kind": "server"}],
        }
    )
    changes = Changes("../昨年", then, "0" * 12, before, (paper, change, gone))
    since = content_of(replace(held, changes=changes)).since

    assert content_of(held).since is None
    assert since is not None
    assert since.results[0].missed == (0, 1)
    assert since.results[0].loss == ("4", "8")
    assert since.results[0].newly.ja == "窓口"
    assert [row.name.ja for row in since.items] == ["窓口", "旧サーバ", "電話"]
    assert since.items[0].fields[0][0].en == "RTO"


def test_origin_holds_all_that_is_needed_to_do_it_again() -> None:
    """Digests of everything, the strategy, the version, and the date where there is one."""
    held = content_of(replace(dossier(), date=dt.date(2027, 4, 1))).origin
    facts = " ".join(one.value.ja for one in held.inputs)

    for part in ("town (d16e57d16e57)", "slack", "bcp 1.2.3", "2027-04-01"):
        assert part in facts
    assert [(id_, digest) for _, id_, digest in held.scenarios] == [
        ("crash", "5ce5ce5ce5ce"),
        ("dark", "5ce5ce5ce5ce"),
    ]


def test_scenario_and_function_of_one_id_keep_their_names() -> None:
    """Ids are unique within the inventory only: a scenario may bear that of a function."""
    twin = CRASH.replace("id: crash, name: 故障", "id: desk, name: 窓口の故障")
    (row,) = content(twin).shortfalls.scenarios

    assert row.name.ja == "窓口の故障"
    assert row.rows[0].name.ja == "窓口"


def test_figures_say_the_same_as_the_page() -> None:
    """What a program reads is what a manager reads."""
    held = dossier()
    figures = figures_json(content_of(held), held, "en")

    assert figures["functions_missing_rto"] == ["desk"]
    assert figures["misses"] == 1
    assert figures["loss"] == 8.0
    assert figures["worst_scenario"] == "crash"
    assert [one["missed"] for one in figures["by_scenario"]] == [["desk"], []]
    assert figures["headline"][0].startswith("In 1 of 2 scenarios")


def test_verdict_of_a_function_that_was_never_hit() -> None:
    """No downtime is no verdict."""
    held: FunctionResult = dossier().outlooks[0].functions["call"]

    assert verdict_of(held) == "none"


def test_large_inventories_are_cut_and_counted() -> None:
    """Beyond what a page holds the rest is a number: no function is lost silently."""
    many = "".join(
        f"  - {{id: f{number}, name: 業務{number}, rto: 1h, requires: [data]}}\n"
        for number in range(200)
    )
    held = content(text=TOWN.replace("teams:", f"{many}teams:"))

    assert len(held.heat.rows) == 150
    assert held.heat.left_out == 53
    assert held.heat.columns[0].missed == 201
    shown = sum(row.cells[0].verdict in {"rto", "mtpd"} for row in held.heat.rows)
    assert shown + held.heat.columns[0].rest == 201
    crash = held.shortfalls.scenarios[0]
    assert len(crash.rows) + crash.left_out == crash.missed == 201
