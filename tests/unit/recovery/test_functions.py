"""Functions: up and down like everything else, with people, levels, targets and a loss."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.support.tiny import down, downs, levels, play


def outage(id_: str, at: str, length: str) -> str:
    return f"- {{at: {at}, outage: {{select: {{id: {id_}}}, for: {length}}}}}\n"


def absent(available: str, at: str, length: str) -> str:
    return f"- {{at: {at}, staff: {{team: desk, available: {available}, for: {length}}}}}\n"


def with_function(rest: str) -> str:
    return f"""
components: [{{id: a}}, {{id: b}}, {{id: c}}]
teams: [{{id: desk, size: 4}}]
functions: [{{id: f, {rest}}}]
"""


def test_staff_is_one_more_group() -> None:
    """A function is down while fewer of its team are on hand than it needs."""
    inventory = with_function("staff: {team: desk, at_least: 2}")
    # 50% of 4 is just enough; 49% is 1.96, so one.
    result = play(inventory, absent("50%", "1h", "1h") + absent("49%", "3h", "1h"))

    assert downs(result) == {"f": "3h-4h"}
    assert result.functions["f"].causes == ("desk",)


def test_people_at_work_on_tasks_count_as_on_hand() -> None:
    """A task does not take from a function the people who do it."""
    inventory = """
components: [{id: a, procedure: fix}]
teams: [{id: desk, size: 1}]
procedures: [{id: fix, tasks: [{id: do, crew: {desk: 1}, duration: 2h}]}]
functions: [{id: f, staff: {team: desk}}]
"""
    assert downs(play(inventory, "[{at: 0h, damage: {select: {id: a}}}]")) == {"a": "0h-2h"}


def test_staff_is_not_bound_to_hours() -> None:
    """T4: the hours of a team bind its tasks, not the functions it serves."""
    inventory = """
teams: [{id: desk, size: 1, hours: "weekdays 09:00-17:00"}]
functions: [{id: f, staff: {team: desk}}]
"""
    scenario = "{scenario: {starts: 2026-11-21T03:00}}"

    assert downs(play(inventory, scenario)) == {}


def test_a_function_waits_for_its_people_to_assemble() -> None:
    """Off hours the team is not there at the incident, so the function goes down with it."""
    inventory = """
teams: [{id: desk, size: 4, assembly: {1h: 25%, 3h: 50%}}]
functions: [{id: f, staff: {team: desk, at_least: 2}}]
"""
    assert downs(play(inventory, "{scenario: {assembly: true}}")) == {"f": "0h-3h"}
    assert downs(play(inventory, "{scenario: {assembly: false}}")) == {}


def test_a_function_may_require_a_function() -> None:
    """A loss goes from function to function, and so does the return."""
    inventory = """
components: [{id: a, startup: 30m}]
functions: [{id: g, requires: [f]}, {id: f, requires: [a]}]
"""
    result = play(inventory, outage("a", "1h", "1h"))

    assert downs(result) == {"a": "1h-2h30m", "g": "1h-2h30m", "f": "1h-2h30m"}
    assert result.functions["g"].causes == ("a",)


def test_every_provider_that_is_down_is_to_blame() -> None:
    """With a switchover too, what failed first is a cause when its successor fails later."""
    # A generator takes over within a minute and stops at 5h: the blackout is as much to blame.
    inventory = with_function("requires: [{any_of: [a, b], switchover: 1m, holdover: 10m}]")
    events = outage("a", "0h", "9h") + outage("b", "5h", "4h")

    result = play(inventory, events)
    assert result.functions["f"].causes == ("a", "b")


def test_a_changeover_blames_what_it_replaces() -> None:
    """While a spare is being engaged, only what it takes over from is a cause."""
    inventory = with_function("requires: [{any_of: [a, b, c], switchover: 1h}]")
    events = outage("c", "0h", "9h") + outage("a", "2h", "4h")

    result = play(inventory, events)
    assert downs(result)["f"] == "2h-3h"
    assert result.functions["f"].causes == ("a",)


def test_levels_go_by_the_providers_up() -> None:
    """The entry for the largest number not above the providers up counts, engaged or not."""
    inventory = with_function("requires: [{any_of: [a, b, c], levels: {1: 40%, 3: 100%}}]")
    # b missing: two are up, which is the entry for one; all missing: nothing.
    events = outage("b", "1h", "3h") + outage("a", "2h", "1h") + outage("c", "2h", "1h")

    assert levels(play(inventory, events), "f") == "0h:100 1h:40 2h:0 3h:40 4h:100"


def test_the_least_of_the_groups_counts() -> None:
    """With several graded groups the function is as good as the worst."""
    inventory = with_function(
        "requires: [{any_of: [a, b], levels: {1: 40%, 2: 100%}},"
        " {any_of: [b, c], levels: {1: 60%, 2: 90%}}]"
    )
    assert levels(play(inventory, outage("c", "1h", "1h")), "f") == "0h:90 1h:60 2h:90"
    assert levels(play(inventory, outage("b", "1h", "1h")), "f") == "0h:90 1h:40 2h:90"


def test_a_reserve_gives_the_least_level() -> None:
    """On a reserve the level is that of the smallest key, whatever is up."""
    # b and c are up, but no changeover is done before 3h: the reserve carries until then.
    inventory = with_function(
        "requires: [{any_of: [a, b, c], levels: {1: 40%, 2: 80%, 3: 100%},"
        " switchover: 2h, holdover: 2h}]"
    )
    result = play(inventory, outage("a", "1h", "5h"))

    assert downs(result) == {"a": "1h-6h"}
    # 1h-3h on the reserve; 3h-6h b is engaged, two are up; from 6h all three.
    assert levels(result, "f") == "0h:100 1h:40 3h:80 6h:100"


def test_each_outage_starts_the_workaround_anew() -> None:
    """A workaround gives its level from `after` to `after + for` of each outage by itself."""
    inventory = with_function("requires: [a], workaround: {after: 1h, for: 2h, level: 30%}")
    # 0h-5h: 30% from 1h to 3h. 6h-8h: 30% from 7h, cut short by the return.
    events = outage("a", "0h", "5h") + outage("a", "6h", "2h")
    result = play(inventory, events)

    assert levels(result, "f") == "0h:0 1h:30 3h:0 5h:100 6h:0 7h:30 8h:100"
    assert result.functions["f"].downtime == 7 * 3600


def test_a_workaround_without_an_end_lasts_the_outage() -> None:
    """With `for` left out a workaround is kept up to the end."""
    inventory = with_function("requires: [a], workaround: {after: 1h, level: 50%}")

    assert levels(play(inventory, outage("a", "0h", "9d")), "f") == "0h:0 1h:50 9d:100"


def test_a_workaround_never_makes_a_target() -> None:
    """Downtime, and so the RTO, counts as if there were no workaround."""
    inventory = with_function("rto: 1h, requires: [a], workaround: {level: 100%}")
    held = play(inventory, outage("a", "0h", "2h")).functions["f"]

    assert (held.downtime, held.rto_met) == (7200, False)


@pytest.mark.parametrize(
    ("starts", "rto"),
    [
        pytest.param("2026-12-27", 4, id="the day before"),
        pytest.param("2026-12-28", 1, id="the first day"),
        pytest.param("2026-12-31", 1, id="within"),
        pytest.param("2027-01-05", 1, id="the last day, of the next year"),
        pytest.param("2027-01-06", 4, id="the day after"),
        pytest.param("2027-05-01", 2, id="two peaks, the smaller RTO"),
        pytest.param("2027-06-01", 4, id="a peak with a larger RTO"),
    ],
)
def test_in_a_peak_the_smaller_rto_counts(starts: str, rto: int) -> None:
    """A peak holds on its days, ends included, across the year; it never relaxes a target."""
    inventory = with_function(
        "rto: 4h, peaks: [{from: 12-28, to: 01-05, rto: 1h}, {from: 05-01, to: 05-01, rto: 2h},"
        " {from: 04-01, to: 05-31, rto: 3h}, {from: 06-01, to: 06-30, rto: 9h}]"
    )
    result = play(inventory, f"{{scenario: {{starts: {starts}}}}}")

    assert result.functions["f"].rto == rto * 3600


def test_the_severity_chooses_the_target() -> None:
    """Of two targets the one of the scenario's severity counts; a single one counts always."""
    inventory = with_function(
        "rto: {normal: 3h, disaster: 72h}, mtpd: {normal: 4h, disaster: 80h}, requires: [a]"
    )
    for severity, rto, mtpd in (("normal", 3, 4), ("disaster", 72, 80)):
        held = play(inventory, f"{{scenario: {{severity: {severity}}}}}").functions["f"]
        assert (held.rto, held.mtpd) == (rto * 3600, mtpd * 3600)


def test_targets_are_met_by_the_total_of_all_outages() -> None:
    """Downtime is added up over outages, the limit itself is met, and not to return never is."""
    inventory = with_function("rto: 2h, mtpd: 3h, requires: [a]")

    met = play(inventory, outage("a", "0h", "1h") + outage("a", "5h", "1h")).functions["f"]
    assert (met.downtime, met.rto_met, met.restored) == (7200, True, 6 * 3600)
    late = play(inventory, outage("a", "0h", "1h") + outage("a", "5h", "90m")).functions["f"]
    assert (late.rto_met, late.mtpd_met) == (False, True)
    # Down for an hour at the horizon: within the RTO, but not restored.
    cut = play(
        inventory, "{scenario: {horizon: 6h}, events: [{at: 5h, outage: {select: {id: a}}}]}"
    )
    held = cut.functions["f"]
    assert (held.restored, held.downtime, held.rto_met, held.mtpd_met) == (None, 3600, False, False)


def test_never_down_is_restored_at_once() -> None:
    """A function that nothing happened to has zeros, no chain and no cause."""
    held = play(with_function("rto: 0h, requires: [a]"), "").functions["f"]

    assert (held.down, held.restored, held.downtime, held.rto_met) == ((), 0, 0, True)
    assert (held.mtpd_met, held.rpo_met, held.chain, held.causes) == (None, None, (), ())
    assert held.loss == 0


def test_the_loss_is_lateness_and_a_tenth_of_the_outage() -> None:
    """The loss is weight × (max(0, downtime − rto) + 0.1 × ∫ (1 − level)), in hours and exact."""
    inventory = with_function(
        "weight: 10, rto: 1h, requires: [a], workaround: {after: 1h, for: 1h, level: 30%}"
    )
    # Down 4h: 3h late; ∫ = 1 + 0.7 + 2 = 3.7h. 10 × (3 + 0.37) = 33.7.
    result = play(inventory, outage("a", "0h", "4h"))

    assert result.loss == result.functions["f"].loss == Fraction("33.7")
    # Twice the outage weight: 10 × (3 + 0.74).
    twice = "organisation: {id: town, outage_weight: 0.2}" + inventory
    assert play(twice, outage("a", "0h", "4h")).loss == Fraction("37.4")


def test_down_runs_to_the_horizon_in_the_loss() -> None:
    """What is still down at the horizon counts up to it."""
    inventory = with_function("rto: 1h, requires: [a]")
    scenario = "{scenario: {horizon: 11h}, events: [{at: 1h, outage: {select: {id: a}}}]}"

    # 10h down, 9h late: 9 + 1.
    result = play(inventory, scenario)
    assert down(result, "f") == "1h-"
    assert result.loss == 10


def test_a_component_may_require_a_function() -> None:
    """A function is a provider like any other."""
    inventory = "components: [{id: a}, {id: x, requires: [f]}]\nfunctions: [{id: f, requires: [a]}]"

    assert downs(play(inventory, outage("a", "0h", "1h")))["x"] == "0h-1h"
