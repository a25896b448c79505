"""What came of a drill, read off a state: tasks, injects, strengths, difficulties, losses."""

from __future__ import annotations

from bcp.drill.review.review import Review, is_reached, review
from bcp.units import HOUR, MINUTE
from tests.support.deeds import BOTH, FAST, NETWORK, SERVER, work
from tests.support.drills import Hall, hall

OBJECTIVES = """
clock: {speed: 60}
objectives:
- {id: fast, text: 早く, criterion: 2時間, measure: {up: library, within: 2h}}
- {id: slow, text: 遅く, criterion: 30分, measure: {up: library, within: 30m}}
- {id: talk, text: 話す, criterion: 話した}
injects:
- {no: 1, at: 5m, text: 煙, expected: 避難, deadline: 10m}
- {no: 2, at: 6m, text: 電話, expected: 返事, deadline: 30m}
- {no: 3, at: 7m, text: 周知}
- {no: 4, text: 予備}
- {no: 5, at: 8m, text: 点検, expected: 調べる, met_by: {started: network/look}}
"""


def held(drill: Hall) -> Review:
    return review(drill.session.state)


def test_a_function_with_target_plan_best_and_achieved() -> None:
    """The library: 24 h allowed, 1 h by the plan and at best, 1 h 30 min in the drill."""
    late = ("10 + network/replace", "90 - network/replace")
    found = held(work(hall(FAST), *BOTH, *late))

    library = next(one for one in found.functions if one.id == "library")
    assert (library.rto, library.planned.downtime, library.best.downtime) == (24 * HOUR, HOUR, HOUR)
    assert library.achieved.downtime == 90 * MINUTE
    assert (library.is_met, library.is_forecast) == (True, False)


def test_what_is_down_at_the_end_is_forecast() -> None:
    """Ended with the vendor at work: certificates come back if the plan is followed."""
    drill = work(hall(FAST), *BOTH, *NETWORK, "60 + server/repair")
    drill.do("end")
    found = {one.id: one for one in held(drill).functions}

    assert (found["library"].is_forecast, found["certificates"].is_forecast) == (False, True)
    assert found["certificates"].achieved.restored == 190 * MINUTE


def test_tasks_planned_and_actual() -> None:
    """Each go by itself, with since when it could have begun; those nobody began come last."""
    drill = work(hall(FAST), "5 + network/look", "20 x network/look", "30 + network/look")
    rows = held(drill).tasks

    first, second = rows[:2]
    assert (first.ready, first.started, first.aborted) == (0, 5 * MINUTE, 20 * MINUTE)
    assert (second.ready, second.started, second.finished) == (20 * MINUTE, 30 * MINUTE, None)
    assert (first.planned_start, first.planned_finish) == (0, 10 * MINUTE)
    assert all(row.started is None and row.forecast for row in rows[2:])


def test_nobody_waited_while_the_clock_leapt() -> None:
    """The drill begins two hours after the incident with nothing done: the wait counts from then."""
    held_up = "clock: {speed: 60, starts: 2h, meanwhile: nothing}"
    row = held(work(hall(held_up), "125 + network/look")).tasks[0]

    assert (row.ready, row.started) == (120 * MINUTE, 125 * MINUTE)


def test_objectives_are_reached_as_rated_else_as_measured() -> None:
    """People's word counts before the measure; what nobody rated or measured is open."""
    drill = work(hall(OBJECTIVES), *BOTH, *NETWORK)
    drill.do("rate", objective="slow", rating="S", text="よい")
    found = {one.objective.id: is_reached(one) for one in held(drill).objectives}

    assert found == {"fast": True, "slow": True, "talk": None}


def test_injects_with_what_was_made_of_them() -> None:
    """Missed, done in time, told only, never given, and done before it was asked."""
    drill = work(hall(OBJECTIVES), "0 + network/look").wait("20s")
    drill.do("answer", inject="2", text="返事した")
    found = {one.inject.no: one.verdict for one in held(drill).injects}

    assert found == {"1": "missed", "2": "met", "3": "told", "5": "met", "4": "not-given"}


def test_difficulties_are_notes_broken_off_tasks_and_missed_deadlines() -> None:
    """In the order of time, each with its moment."""
    drill = work(hall(OBJECTIVES), "0 + network/look", "8 x network/look")
    drill.do("note", text="鍵がない", kind="stumble", who="記録係")
    drill.wait("30s").do("note", text="落ち着いていた", kind="strength")
    found = held(drill)

    assert [(one.at // MINUTE, one.phrase.key) for one in found.difficulties] == [
        (8, "said"),
        (8, "hard-aborted"),
        (15, "hard-missed"),
        (36, "hard-missed"),
    ]
    assert [one.phrase.values["text"] for one in found.strengths] == ["落ち着いていた"]


def test_a_note_that_was_taken_back_is_no_difficulty() -> None:
    """What was undone did not happen."""
    drill = hall(FAST)
    drill.do("note", text="間違い", kind="stumble")
    drill.do("undo")

    assert held(drill).difficulties == ()


def test_losses_are_counted_over_all_functions_they_delayed() -> None:
    """Half an hour of waiting for the network delays both functions' chain or one: it is one loss."""
    late = ("40 + network/replace", "90 - network/replace")
    found = held(work(hall(FAST), *BOTH, *late)).losses()

    assert [(one.reason.cause, one.functions, one.total) for one in found] == [
        ("waiting", 1, 30 * MINUTE)
    ]


def test_totals_are_the_sum_of_the_shares() -> None:
    """All functions together make the whole gap."""
    drill = work(hall(FAST), *BOTH, *NETWORK, *SERVER)
    found = held(drill)

    assert sum(found.totals().values()) == sum(one.split.gap for one in found.functions)


def test_a_drill_in_which_nobody_began_a_task_accounts_for_nobody() -> None:
    """A table-top: the model has no work of people to speak of."""
    drill = hall(FAST).wait("60s")
    drill.do("end")

    assert not held(drill).is_tracked


def test_what_a_drill_dealt_with() -> None:
    """Components worked on or struck, tasks begun, functions down: by people, not by the plan."""
    drill = work(hall(OBJECTIVES), "0 + network/look")
    drill.do("jump", to=5 * HOUR, meanwhile="plan")
    found = held(drill).touched

    assert found.components == {"network"}
    assert found.tasks == {"swap/look"}
    assert found.functions == {"certificates", "library"}
