"""Where the minutes went, on a drill that can be worked out by hand.

By the plan the network is looked at and replaced by 1h; the vendor is there at 1h and repairs the
server until 3h, which starts by 3h10m: the library is back at 1h, certificates at 3h10m.
"""

from __future__ import annotations

import pytest

from bcp.drill.review.culprits import Culprits, Reason
from bcp.drill.review.minutes import CAUSES, Split, best_of, ladder, splits
from bcp.drill.review.waits import Waits
from bcp.units import MINUTE, format_duration
from bcp.words import Span
from tests.support.deeds import BOTH, FAST, NETWORK, SERVER, work
from tests.support.drills import Hall, hall, setting_of


def split(held: Hall, function: str) -> Split:
    found = splits(ladder(held.session.state))[function]
    assert sum(found.shares.values()) == found.gap
    return found


def shares(held: Hall, function: str) -> dict[str, str]:
    """Return what is not nothing, as files write lengths."""
    found = split(held, function).shares
    return {
        cause: ("-" if found[cause] < 0 else "") + format_duration(abs(found[cause]))
        for cause in CAUSES
        if found[cause]
    }


def reasons(held: Hall, function: str) -> list[Reason]:
    state = held.session.state
    steps = ladder(state)
    waits = Waits(steps.actual.case, steps.actual.end, state.attempts)
    return list(Culprits(state, steps, waits).of(splits(steps)[function]))


def test_who_keeps_to_the_plan_loses_nothing() -> None:
    """Every task at its minute and as long as planned: nothing to account for."""
    held = work(hall(FAST), *BOTH, *NETWORK, *SERVER)

    assert shares(held, "certificates") == shares(held, "library") == {}
    assert split(held, "certificates").achieved.restored == 190 * MINUTE


def test_work_that_could_have_begun_and_was_not_is_waiting() -> None:
    """The vendor is there at 1h and begins at 1h30m: 30 minutes, and the task is named."""
    late = ("90 + server/repair", "210 - server/repair")
    held = work(hall(FAST), *BOTH, *NETWORK, *late)

    assert shares(held, "certificates") == {"waiting": "30m"}
    assert shares(held, "library") == {}
    (reason,) = reasons(held, "certificates")
    values = reason.phrase.values
    assert (reason.cause, reason.seconds) == ("waiting", 30 * MINUTE)
    assert (values["ready"], values["begun"]) == (Span(60 * MINUTE), Span(90 * MINUTE))


def test_nobody_waits_for_a_decision_while_the_crew_is_not_there() -> None:
    """Until the vendor comes at 1h, the repair could not begin: those 50 minutes are the plan's."""
    held = work(hall(FAST), *BOTH, *NETWORK, *SERVER)

    assert reasons(held, "certificates") == []


def test_a_task_that_takes_longer_is_slower_than_planned() -> None:
    """Looking at the network takes 25 minutes instead of 10: the library is 15 minutes later."""
    slow = ("0 + network/look", "25 - network/look", "25 + network/replace")
    held = work(hall(FAST), *slow, "75 - network/replace")

    assert shares(held, "library") == {"slower": "15m"}
    assert reasons(held, "library")[0].phrase.values["took"] == Span(25 * MINUTE)


def test_a_task_that_takes_less_wins_time() -> None:
    """Replaced in 20 minutes instead of 50: half an hour won, told as less than nothing."""
    held = work(hall(FAST), *BOTH, "10 + network/replace", "30 - network/replace")

    assert shares(held, "library") == {"slower": "-30m"}
    assert split(held, "library").gap == -30 * MINUTE


def test_what_was_broken_off_counts_with_the_go_that_followed() -> None:
    """20 minutes of replacing in vain make the task take 70: slower, not waiting."""
    held = work(hall(FAST), *BOTH, "10 + network/replace", "30 x network/replace")
    work(held, "30 + network/replace", "80 - network/replace")

    assert shares(held, "library") == {"slower": "20m"}


def test_time_after_an_attempt_in_vain_is_waiting() -> None:
    """Ten minutes pass before somebody tries again."""
    held = work(hall(FAST), *BOTH, "10 + network/replace", "30 x network/replace")
    work(held, "40 + network/replace", "90 - network/replace")

    assert shares(held, "library") == {"slower": "20m", "waiting": "10m"}
    found = {reason.cause: reason.seconds for reason in reasons(held, "library")}
    assert found == {"slower": 20 * MINUTE, "waiting": 10 * MINUTE}


def test_what_an_inject_strikes_is_the_injects() -> None:
    """The power fails from 30m to 1h30m: nobody can do anything about that."""
    cut = """
    clock: {speed: 60}
    injects:
    - {no: 1, at: 2h, text: x, events: [{at: 0h, outage: {select: {id: power}, for: 3h}}]}
    """
    held = work(hall(cut), *BOTH, *NETWORK, "60 + server/repair").wait("150s")
    held.do("finish-task", component="server", task="repair")

    found = split(held, "library")
    assert found.shares["inject"] == 180 * MINUTE
    assert found.by_inject == (("inject", "1", 180 * MINUTE),)
    assert split(held, "certificates").shares["inject"] > 0


def test_people_whom_an_inject_takes_away_are_a_shortage() -> None:
    """The vendor cannot come before 2h: an hour of shortage, told by the inject."""
    late = """
    clock: {speed: 60}
    injects:
    - {no: 7, at: 5m, text: x, events: [{at: 0h, staff: {team: vendor, available: 0, for: 115m}}]}
    """
    held = work(hall(late), *BOTH, *NETWORK, "120 + server/repair", "240 - server/repair")

    assert shares(held, "certificates") == {"crew": "1h"}
    assert split(held, "certificates").by_inject == (("crew", "7", 60 * MINUTE),)


ONE_CREW = """
components: [{id: a, procedure: short}, {id: b, procedure: long}]
functions: [{id: fa, requires: [a], rto: 1h}, {id: fb, requires: [b], rto: 9h}]
teams: [{id: ict, size: 1}]
procedures:
- {id: short, tasks: [{id: do, crew: {ict: 1}, duration: 1h}]}
- {id: long, tasks: [{id: do, crew: {ict: 1}, duration: 2h}]}
"""
FIRE = "[{at: 0h, damage: {select: {id: [a, b]}}}]"


def test_the_wrong_order_costs_what_it_costs() -> None:
    """One person mends b before a: two hours lost for fa, one won for fb, and nothing else."""
    held = hall(FAST, inventory=ONE_CREW, scenario=FIRE)
    work(held, "0 + b/do", "120 - b/do", "120 + a/do", "180 - a/do")

    assert shares(held, "fa") == {"order": "2h"}
    assert shares(held, "fb") == {"order": "-1h"}
    values = reasons(held, "fa")[0].phrase.values
    assert (values["by_plan"], values["by_team"]) == (Span(0), Span(120 * MINUTE))


def test_another_procedure_counts_as_order() -> None:
    """Borrowing a server takes 4 hours instead of the 3h that the vendor needs."""
    held = hall(FAST)
    held.do("start-task", component="server", task="fetch", procedure="borrow")
    work(held, "0 + network/look", "10 - network/look", *NETWORK, "240 - server/fetch")

    assert shares(held, "certificates") == {"order": "1h"}


def test_a_leap_without_work_is_told_apart() -> None:
    """The clock leaps an hour in which nothing is begun: nobody waited for a decision."""
    held = hall(FAST)
    held.do("jump", to=60 * MINUTE, meanwhile="nothing")
    work(held, "60 + network/look", "70 - network/look", "70 + network/replace")
    work(held, "120 - network/replace")

    assert shares(held, "library") == {"leap": "1h"}


def test_a_leap_by_the_plan_costs_nothing() -> None:
    """What was begun while the plan was followed counts as the plan's."""
    held = hall(FAST)
    held.do("jump", to=240 * MINUTE, meanwhile="plan")

    assert shares(held, "library") == shares(held, "certificates") == {}


def test_a_drill_that_ends_early_is_played_on_by_the_plan() -> None:
    """Ended at 30m with the network begun in time: nothing is lost, and it is a forecast."""
    held = work(hall(FAST), *BOTH, "10 + network/replace").wait("20s")
    held.do("end")

    assert shares(held, "library") == {}
    assert split(held, "library").achieved.restored == 60 * MINUTE


def test_before_the_start_there_is_no_gap() -> None:
    """A drill that was never started is its plan."""
    held = Hall(setting_of(FAST))

    assert shares(held, "certificates") == {}


@pytest.mark.parametrize("strategy", ["slack", "rank"])
def test_the_best_possible_is_the_better_strategy(strategy: str) -> None:
    """Rank would mend b first: whichever counts as the plan, the better one is found for each."""
    inventory = ONE_CREW.replace("id: fb,", "id: fb, rank: S,")
    drill = f"drill: {{strategy: {strategy}}}\n{FAST}"
    best = best_of(hall(drill, inventory=inventory, scenario=FIRE).session.state)

    assert (best["fa"][0].downtime, best["fa"][1]) == (60 * MINUTE, "slack")
    assert (best["fb"][0].downtime, best["fb"][1]) == (120 * MINUTE, "rank")
