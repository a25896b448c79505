from __future__ import annotations

from fractions import Fraction

from bcp.advice.importance import if_it_fails, if_they_fail, normal_day, protections
from bcp.graph.network import build_network
from tests.support.tiny import inventory_of, scenario_of

TOWN = """
organisation: {id: town, holidays: ["2024-05-13"]}
components:
  - {id: server, procedure: rebuild}
  - {id: spare-a}
  - {id: spare-b}
  - {id: bare}
functions:
  - {id: quick, rto: 1h, mtpd: 3h, weight: 2, requires: [server]}
  - {id: patient, rto: 2h, requires: [server]}
  - {id: either, rto: 1h, requires: [{any_of: [spare-a, spare-b], levels: {1: 50%, 2: 100%}}]}
  - {id: stuck, rto: 1h, mtpd: 1d, requires: [bare], peaks: [{from: 05-01, to: 05-20, rto: 0h}]}
teams: [{id: ict, size: 1, hours: "weekdays 09:00-17:00"}]
procedures: [{id: rebuild, tasks: [{id: restore, crew: {ict: 1}, duration: 2h}]}]
"""


def test_what_one_failure_does_is_counted() -> None:
    """A server that takes 2h stops two functions; one of them has less time."""
    found = if_it_fails(build_network(inventory_of(TOWN)), "server")

    assert found.stopped == ("quick", "patient")
    assert (found.rto_missed, found.mtpd_missed, found.lasting) == (("quick",), (), ())
    assert found.is_recoverable
    assert float(found.loss) == 2 * (1 + 0.1 * 2) + 0.1 * 2


def test_what_has_no_procedure_stays_down() -> None:
    """It misses everything for good."""
    found = if_it_fails(build_network(inventory_of(TOWN)), "bare")

    assert found.stopped == found.rto_missed == found.mtpd_missed == found.lasting == ("stuck",)
    assert not found.is_recoverable


def test_less_than_all_of_a_function_is_a_loss_though_nothing_stops() -> None:
    """One of two spares stops nothing, but half the function is gone."""
    found = if_it_fails(build_network(inventory_of(TOWN)), "spare-a")

    assert found.stopped == ()
    assert found.loss > 0


def test_a_normal_day_is_a_working_day_outside_peaks() -> None:
    """The Monday is a holiday, and the week after it a peak."""
    day = normal_day(inventory_of(TOWN))

    assert (day.month, day.day, day.hour) == (5, 21, 10)
    assert day.weekday() < 5


def test_components_are_sorted_by_what_hurts_most() -> None:
    """What misses an MTPD comes before what misses an RTO, and that before the rest."""
    network = build_network(inventory_of(TOWN))
    found = sorted(
        if_they_fail(network, network.components), key=lambda one: one.weight, reverse=True
    )

    assert [one.component for one in found] == ["bare", "server", "spare-a", "spare-b"]


def test_what_is_spared_leaves_its_crew_to_the_others() -> None:
    """Of two servers and one person, sparing one saves it, and its time for the other."""
    inventory = inventory_of("""
    components:
      - {id: one, procedure: rebuild}
      - {id: two, procedure: rebuild}
      - {id: idle, procedure: rebuild}
    functions:
      - {id: first, rto: 1h, requires: [one]}
      - {id: desk, rto: 2h, requires: [two]}
    teams: [{id: ict, size: 1}]
    procedures: [{id: rebuild, tasks: [{id: restore, crew: {ict: 1}, duration: 2h}]}]
    """)
    scenario = scenario_of("[{at: 0h, damage: {select: {id: [one, two]}}}]", inventory)
    found = {
        held.component: held
        for held in protections(build_network(inventory), scenario, ["one", "two", "idle"])
    }

    assert found["one"].gained == ("first", "desk")
    assert found["one"].avoided == Fraction(34, 10)  # first: 1 + 0.2; desk: 2 + 0.4 - 0.2
    assert (found["two"].avoided, found["two"].gained) == (Fraction(24, 10), ("desk",))
    assert found["idle"].avoided == 0
    assert (found["idle"].gained, found["idle"].spoilt) == ((), ())
