"""Laws of the drill: a record and the life it records are one, and time is played exactly once."""

from __future__ import annotations

import random
from collections import Counter
from functools import reduce

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bcp.drill.file.models import Clock, Drill
from bcp.drill.live import commands as wish
from bcp.drill.live.events import InjectFired, Ticked
from bcp.drill.live.fold import evolve, fold
from bcp.drill.live.forecast import forecast_of, planned_of
from bcp.drill.live.refusal import Refused
from bcp.drill.live.setting import prepare
from bcp.drill.live.state import DrillState, opening
from bcp.drill.session import HandClock, MemoryJournal, Session
from bcp.outage.timeline import downtimes
from bcp.recovery.play import advance, play
from tests.support.random_cases import Both, random_both
from tests.support.random_drills import RandomDrill, lived, random_drills, seen

pytestmark = pytest.mark.property


def reopened(session: Session) -> DrillState:
    """Return the state of a session that goes on from the record of another."""
    setting, entries = session.state.setting, session.state.entries
    return Session(setting, MemoryJournal(), HandClock(), entries).state


@given(random_drills())
def test_replay_equals_live(drill: RandomDrill) -> None:
    """Who opens the record sees what those saw who were there."""
    session = lived(drill)
    clock_only = fold(session.state.setting, session.state.entries)

    live, again = session.state, reopened(session)
    assume(live.exercise == again.exercise)
    assert seen(again) == seen(live)
    assert again.attempts == live.attempts
    assert again.injects == live.injects
    assert len(again.entries) == len(clock_only.entries) == len(live.entries)


@given(random_drills(), st.data())
def test_folding_in_pieces_equals_at_once(drill: RandomDrill, data: st.DataObject) -> None:
    """Wherever a record is cut, going on from there leads to the same state."""
    entries = lived(drill).state.entries
    cut = data.draw(st.integers(0, len(entries)))

    begun = fold(drill.setting, entries[:cut])
    went_on = reduce(evolve, entries[cut:], begun)

    assert seen(went_on) == seen(fold(drill.setting, entries))


@given(random_drills())
def test_every_prefix_of_a_record_is_a_record(drill: RandomDrill) -> None:
    """A drill that was cut off anywhere can go on, and gives each inject once."""
    session = lived(drill, deeds=15)
    for cut in range(len(session.state.entries) + 1):
        clock = HandClock()
        resumed = Session(drill.setting, MemoryJournal(), clock, session.state.entries[:cut])
        clock.milliseconds = 3_600_000
        resumed.tick()
        assert max(given_once(resumed.state).values(), default=0) <= 1


def given_once(state: DrillState) -> Counter[str]:
    taken = {e.event.entry for e in state.entries if e.event.event == "undone"}
    events = [entry.event for entry in state.entries if entry.n not in taken]
    return Counter(event.inject for event in events if isinstance(event, InjectFired))


@given(random_drills(), st.lists(st.integers(1, 90_000), max_size=30))
def test_how_often_the_clock_is_looked_at_changes_nothing(
    drill: RandomDrill, steps: list[int]
) -> None:
    """One long tick gives the same injects at the same moments as many short ones."""
    ends = []
    for ticks in (steps, [sum(steps)]):
        clock = HandClock()
        session = Session(drill.setting, MemoryJournal(), clock)
        session.do(wish.Start())
        for length in ticks:
            clock.milliseconds += length
            session.tick()
        ends.append(session.state)

    many, once = ends
    assert many.injects == once.injects
    assert many.attempts == once.attempts
    assert recorded(many) == recorded(once)


def recorded(state: DrillState) -> list[tuple[int, int, str]]:
    kept = [entry for entry in state.entries if not isinstance(entry.event, Ticked)]
    return [(entry.exercise, entry.scenario, repr(entry.event)) for entry in kept]


@given(random_drills(), st.integers(1, 10**9))
def test_a_pause_adds_no_exercise_time(drill: RandomDrill, length: int) -> None:
    """However long a pause lasts, both clocks stand."""
    clock = HandClock()
    session = Session(drill.setting, MemoryJournal(), clock)
    session.do(wish.Start())
    clock.milliseconds += 5_000
    session.do(wish.Pause())
    before = seen(session.state)
    clock.milliseconds += length
    session.tick()
    assert seen(session.state) == before
    session.do(wish.Resume())

    assert (session.state.exercise, session.state.scenario) == (before.exercise, before.scenario)


@given(random_drills())
def test_injects_are_given_in_order_of_time_then_of_the_file(drill: RandomDrill) -> None:
    """The clock gives injects by their moments, and those of one moment as the file has them."""
    clock = HandClock()
    session = Session(drill.setting, MemoryJournal(), clock)
    session.do(wish.Start())
    clock.milliseconds += 10**7
    session.tick()

    order = [*drill.setting.injects]
    entries = [e for e in session.state.entries if isinstance(e.event, InjectFired)]
    timed = [
        (drill.setting.due[e.event.inject], order.index(e.event.inject))
        for e in entries
        if isinstance(e.event, InjectFired) and drill.setting.due[e.event.inject] is not None
    ]
    assert timed == sorted(timed, key=lambda one: (one[0] or 0, one[1]))
    assert [e.scenario for e in entries] == sorted(e.scenario for e in entries)


@given(random_drills())
def test_what_is_undone_and_redone_is_as_it_was(drill: RandomDrill) -> None:
    """Taking back and bringing back leaves the drill as it was, but for the log."""
    session = lived(drill)
    session.tick()
    before = session.state
    try:
        (undone,) = session.do(wish.Undo())[-1:]
    except Refused:
        return
    assume(undone.event.event == "undone")
    try:
        session.do(wish.Undo(entry=undone.n))
    except Refused as refused:
        pytest.fail(f"cannot redo: {refused.phrase}")
    after = session.state
    assert after.attempts == before.attempts
    assert after.injects == before.injects
    assert intervals(after.engine) == intervals(before.engine)


@given(random_both(), st.sampled_from(["slack", "rank"]))
def test_a_team_that_keeps_to_the_plan_gets_what_the_plan_gets(case: Both, strategy: str) -> None:
    """A drill leapt through by the plan is the simulation."""
    head = {"id": "d", "name": "d", "kind": "functional", "scenario": "x", "strategy": strategy}
    drill = Drill.model_validate({"drill": head})
    setting = prepare(drill, case.scenario, case.inventory)
    assume(setting.case.horizon > 1)
    session = Session(setting, MemoryJournal(), HandClock())
    session.do(wish.Start())
    session.do(wish.Jump(to=setting.case.horizon - 1))

    expected = play(setting.case, setting.order)
    ended = advance(setting.case, session.state.engine, setting.order, setting.case.horizon)
    assert intervals(ended) == intervals(expected)


def intervals(state: object) -> dict[str, list[tuple[int, int | None]]]:
    changes = state.condition.changes  # type: ignore[attr-defined]
    return {n: [(d.start, d.end) for d in downs] for n, downs in downtimes(changes).items()}


@given(random_drills(tasks="planned"))
def test_the_forecast_is_what_following_the_plan_leads_to(drill: RandomDrill) -> None:
    """Leaping to the horizon by the plan brings every function back when the forecast said."""
    session = lived(drill, deeds=12)
    session.tick()
    assume(session.state.phase in {"running", "paused"} and session.state.leap is None)
    without_injects = {no for no, given_ in session.state.injects.items() if given_.fired is None}
    assume(not any(drill.setting.injects[no].events for no in without_injects))
    assume(session.state.scenario < session.state.case.horizon - 2)
    assume(not any(j.at >= session.state.scenario for j in drill.setting.drill.clock.jumps))
    forecast = forecast_of(session.state).restored
    horizon = session.state.case.horizon
    session.do(wish.Jump(to=horizon - 1, meanwhile="plan"))

    downs = downtimes(session.state.engine.condition.changes)
    for function, back in forecast.items():
        if back is not None and back < horizon - 1:
            held = downs.get(function, ())
            assert (held[-1].end if held else 0) == back, function


@given(random_both())
def test_before_the_start_the_forecast_is_the_plan(case: Both) -> None:
    """Nothing has been played: the forecast is what the plan makes of the scenario."""
    head = {"id": "d", "name": "d", "kind": "functional", "scenario": "x"}
    setting = prepare(Drill.model_validate({"drill": head}), case.scenario, case.inventory)

    assert forecast_of(opening(setting)) == planned_of(setting)


@pytest.mark.parametrize("speed", [1, 7, 60, 3600])
def test_every_moment_between_two_ticks_is_met(speed: int) -> None:
    """At any speed an inject is given at its own second, not at that of the tick."""
    rng = random.Random(speed)
    due = sorted(rng.sample(range(1, 20 * speed), min(15, 20 * speed - 1)))
    injects = [{"no": str(n), "at": f"{second}s", "text": "x"} for n, second in enumerate(due)]
    drill = Drill.model_validate(
        {
            "drill": {"id": "d", "name": "d", "kind": "functional", "scenario": "x"},
            "clock": Clock(speed=speed).model_dump(),
            "injects": injects,
        }
    )
    both = Both({}, {}, _EMPTY.inventory, _EMPTY.scenario)
    clock = HandClock()
    session = Session(prepare(drill, both.scenario, both.inventory), MemoryJournal(), clock)
    session.do(wish.Start())
    clock.milliseconds += 20_000
    session.tick()

    assert [given_.fired for given_ in session.state.injects.values()] == due


def _empty() -> Both:
    from bcp.inventory.models import Inventory
    from bcp.scenario.models import Scenario

    organisation = {"id": "town"}
    component = {"id": "box", "kind": "server"}
    return Both(
        {},
        {},
        Inventory.model_validate({"organisation": organisation, "components": [component]}),
        Scenario.model_validate({"scenario": {"id": "x"}}),
    )


_EMPTY = _empty()
