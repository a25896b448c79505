"""Laws of the minutes: they add up, and each cause gets what it alone cost."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bcp.drill.file.models import Drill
from bcp.drill.live import commands as wish
from bcp.drill.live.passing import next_moment
from bcp.drill.live.setting import Setting, prepare
from bcp.drill.live.waiting import why_not
from bcp.drill.review.minutes import ladder, splits
from bcp.drill.review.replays import Change, Game, played
from bcp.drill.session import HandClock, MemoryJournal, Session
from bcp.recovery.simulate import simulate
from bcp.recovery.works import Done
from tests.reference.reading import Tree
from tests.support.random_cases import Both, random_both
from tests.support.random_drills import RandomDrill, _event, lived, random_drills

pytestmark = pytest.mark.property


@given(random_drills())
def test_the_shares_add_up_to_the_gap(drill: RandomDrill) -> None:
    """Whatever a team does, planned downtime and all shares make the achieved one, to the second."""
    session = lived(drill)
    for split in splits(ladder(session.state)).values():
        assert split.planned.downtime + sum(split.shares.values()) == split.achieved.downtime
        struck = split.shares["inject"] + split.shares["crew"]
        assert sum(seconds for *_, seconds in split.by_inject) == struck


@given(random_drills())
def test_the_first_rung_is_the_simulation(drill: RandomDrill) -> None:
    """What counts as planned is what `bcp simulate` says."""
    setting = drill.setting
    result = simulate(setting.inventory, setting.scenario, setting.drill.drill.strategy)
    for id_, split in splits(ladder(lived(drill).state)).items():
        held = result.functions[id_]
        assert (split.planned.downtime, split.planned.restored) == (held.downtime, held.restored)
        assert split.rto == held.rto


def _setting(case: Both, seed: int, *, number: int, apart: int = 0) -> Setting:
    """Return a drill whose injects have a time, and strike."""
    rng = random.Random(seed)
    injects = [
        {
            "no": str(n),
            "text": "x",
            "at": f"{rng.choice([0, 10, 60, 180])}m{(n + 1) * apart}s",
            "events": [_event(rng, case)],
        }
        for n in range(number)
    ]
    tree: dict[str, Any] = {
        "drill": {"id": "d", "name": "d", "kind": "functional", "scenario": "x"},
        "clock": {"tasks": "planned", "speed": "1"},
        "injects": injects,
    }
    return prepare(Drill.model_validate(tree), case.scenario, case.inventory)


def _plan_of(setting: Setting) -> list[Done]:
    changes = [
        Change(no, setting.due[no] or 0, inject.events) for no, inject in setting.injects.items()
    ]
    changes.sort(key=lambda change: change.at)
    return played(Game(setting, tuple(changes)))[1].works.done


def _followed(setting: Setting, starts: list[Done]) -> Session:
    """Return a drill in which a team begins tasks at those moments."""
    clock = HandClock()
    session = Session(setting, MemoryJournal(), clock)
    session.do(wish.Start())
    for done in starts:
        clock.milliseconds = done.start * 1000
        session.do(wish.StartTask(component=done.work.component, task=done.work.task))
    return session


def _no_blinks(inventory: Tree, _: Tree) -> None:
    """Let every task take its time: people act after the second in which something strikes."""
    for procedure in inventory.get("procedures", []):
        for task in procedure["tasks"]:
            if task["duration"] == "0h":
                task["duration"] = "1m"


@given(random_both(change=_no_blinks), st.integers(0, 2**32), st.integers(0, 4))
def test_a_team_that_plays_the_plan_loses_nothing(case: Both, seed: int, number: int) -> None:
    """Begun at the plan's moments, in its order, nothing is left to the team's account."""
    setting = _setting(case, seed, number=number)
    plan = _plan_of(setting)
    assume(plan)
    session = _followed(setting, plan)
    for split in splits(ladder(session.state)).values():
        assert [split.shares[cause] for cause in ("leap", "order", "slower", "waiting")] == [0] * 4


@given(random_both(), st.integers(0, 2**32), st.integers(0, 4), st.integers(1, 30))
def test_a_drill_leapt_through_by_the_plan_loses_nothing(
    case: Both, seed: int, number: int, speed: int
) -> None:
    """A leap by the plan follows it, whatever strikes on the way."""
    setting = _setting(case, seed, number=number, apart=7)
    assume(setting.case.horizon > 5 * 3600)
    clock = HandClock()
    session = Session(setting, MemoryJournal(), clock)
    session.do(wish.Start())
    session.do(wish.Jump(to=4 * 3600 + speed, meanwhile="plan"))
    for split in splits(ladder(session.state)).values():
        assert [split.shares[cause] for cause in ("leap", "order", "slower", "waiting")] == [0] * 4


def _one_crew(inventory: Tree, _: Tree) -> None:
    """Let one person, who is always there, do every task."""
    for procedure in inventory.get("procedures", []):
        for task in procedure["tasks"]:
            task["crew"] = {"one": "1"}
    _no_blinks(inventory, {})
    inventory["teams"] = [*inventory.get("teams", []), {"id": "one", "name": "one", "size": "1"}]


@given(random_both(change=_one_crew), st.integers(0, 2**32), st.integers(1, 3600))
def test_a_team_of_one_that_only_waits_has_only_waited(case: Both, seed: int, wait: int) -> None:
    """Where one person does everything in the plan's order, all delay is waiting."""
    setting = _setting(case, seed, number=0)
    plan, clock = _plan_of(setting), HandClock()
    assume(plan and plan[-1].finish + wait * (len(plan) + 1) < setting.case.horizon)
    session = Session(setting, MemoryJournal(), clock)
    session.do(wish.Start())
    for done in plan:
        while not _can_begin(_ticked(session), done):
            moment = next_moment(session.state)
            assume(moment is not None)
            assert moment is not None
            clock.milliseconds = moment * 1000
        clock.milliseconds += wait * 1000
        session.tick()
        assume(_can_begin(session, done))
        session.do(wish.StartTask(component=done.work.component, task=done.work.task))

    for split in splits(ladder(session.state)).values():
        assert split.shares["waiting"] == split.gap


def _can_begin(session: Session, done: Done) -> bool:
    return done.work in session.state.engine.works.waiting and not why_not(session.state, done.work)


def _ticked(session: Session) -> Session:
    session.tick()
    return session
