"""Random drills on random cases, and random teams that act in them."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import strategies as st

from bcp.drill.board.rows import Board
from bcp.drill.board.showing import board_of
from bcp.drill.file.models import Drill
from bcp.drill.live import commands as wish
from bcp.drill.live.forecast import NO_FORECAST
from bcp.drill.live.refusal import Refused
from bcp.drill.live.setting import Setting, prepare
from bcp.drill.live.state import DrillState
from bcp.drill.session import HandClock, MemoryJournal, Session
from bcp.units import format_duration
from tests.support.random_cases import Both, random_both

Deed = tuple[int, wish.Command | None]
"""After how many milliseconds something is done; None: only time goes by."""


class RandomDrill:
    """A drill, and the seed of what its team does."""

    def __init__(self, setting: Setting, seed: int) -> None:
        self.setting, self.seed = setting, seed

    def __repr__(self) -> str:
        return f"RandomDrill(seed={self.seed})"


@st.composite
def random_drills(draw: st.DrawFn, *, tasks: str | None = None) -> RandomDrill:
    """Return a strategy for drills of up to eight injects of every kind."""
    case = draw(random_both())
    seed = draw(st.integers(0, 2**32))
    return RandomDrill(_setting(case, random.Random(seed), tasks), seed)


def _setting(case: Both, rng: random.Random, tasks: str | None) -> Setting:
    ids = [item.id for item in (*case.inventory.components, *case.inventory.functions)]
    injects = [_inject(rng, number, ids, case) for number in range(1, rng.randint(1, 8) + 1)]
    clock: dict[str, Any] = {
        "starts": rng.choice(["0h", "0h", "90m"]),
        "speed": str(rng.choice([1, 7, 60, 600, 3600])),
        "meanwhile": rng.choice(["plan", "nothing"]),
        "tasks": tasks or rng.choice(["by-hand", "planned"]),
        "jumps": [{"at": "3h", "to": "5h"}] if rng.random() < 0.4 else [],
    }
    head = {"id": "drill", "name": "drill", "kind": "functional", "scenario": "x"}
    tree = {"drill": head, "clock": clock, "injects": injects}
    return prepare(Drill.model_validate(tree), case.scenario, case.inventory)


def _inject(rng: random.Random, number: int, ids: list[str], case: Both) -> dict[str, Any]:
    inject: dict[str, Any] = {"no": str(number), "text": f"text {number}"}
    sort = rng.random()
    if sort < 0.5:
        inject["at"] = rng.choice(["0h", "10m", "1h", "1h", "2h", "4h"])
    elif sort < 0.85:
        inject["when"] = _when(rng, number, ids)
    if rng.random() < 0.5:
        inject |= {"expected": "do", "deadline": rng.choice(["1m", "30m", "1h"])}
    if rng.random() < 0.3:
        inject["events"] = [_event(rng, case)]
    if rng.random() < 0.3:
        inject["options"] = [
            {"id": "a", "text": "a", "events": [_event(rng, case)]},
            {"id": "b", "text": "b"},
        ]
    return inject


def _when(rng: random.Random, number: int, ids: list[str]) -> dict[str, str]:
    sorts = ["up", "down"] + (["after", "missed"] if number > 1 else [])
    sort = rng.choice(sorts)
    named = rng.choice(ids) if sort in {"up", "down"} else str(rng.randint(1, number - 1))
    return {sort: named, "delay": rng.choice(["0h", "0h", "5m"])}


def _event(rng: random.Random, case: Both) -> dict[str, Any]:
    at = rng.choice(["0h", "0h", "20m"])
    component = rng.choice(case.inventory.components).id
    if rng.random() < 0.3 and case.inventory.teams:
        team = rng.choice(case.inventory.teams).id
        return {"at": at, "staff": {"team": team, "available": "0", "for": "2h"}}
    if rng.random() < 0.5:
        return {"at": at, "outage": {"select": {"id": component}, "for": "1h"}}
    return {"at": at, "damage": {"select": {"id": component}}}


def lived(drill: RandomDrill, deeds: int = 40) -> Session:
    """Return a session in which a random team has done what it could."""
    rng, clock = random.Random(drill.seed), HandClock()
    session = Session(drill.setting, MemoryJournal(), clock)
    for _ in range(deeds):
        clock.milliseconds += rng.choice([0, 0, 1, 250, 999, 4_000, 60_000])
        if rng.random() < 0.4:
            session.tick()
        else:
            _try(session, _some_command(session, rng))
    return session


def _try(session: Session, command: wish.Command) -> None:
    try:
        session.do(command)
    except Refused:
        return


def _some_command(session: Session, rng: random.Random) -> wish.Command:
    state = session.state
    if state.phase == "ready" and rng.random() < 0.7:
        return wish.Start()
    makers = (_of_clock, _of_inject, _of_task, _of_task, _of_task, _of_log)
    return rng.choice(makers)(state, rng)


def _of_clock(state: DrillState, rng: random.Random) -> wish.Command:
    to = max(0, state.scenario + rng.choice([-60, 60, 3600, 20_000]))
    return _one(
        rng,
        [
            wish.Pause(),
            wish.Resume(),
            wish.Jump(to=to, meanwhile=rng.choice(["plan", "nothing", None])),
            wish.SetSpeed(speed=rng.choice([1, 10, 600])),
        ],
    )


def _of_inject(state: DrillState, rng: random.Random) -> wish.Command:
    no = rng.choice([*state.injects])
    return _one(
        rng,
        [
            wish.Fire(inject=no),
            wish.Postpone(inject=rng.choice([no, None]), by=rng.choice([0, 60, 3600])),
            wish.Decide(inject=no, option=rng.choice("ab")),
            wish.Answer(inject=no, text="done", outcome=rng.choice(["met", "partly", "not"])),
        ],
    )


def _of_task(state: DrillState, rng: random.Random) -> wish.Command:
    works = state.engine.works
    running = [work for *_, work in works.running]
    if running and rng.random() < 0.5:
        work = rng.choice(running)
        names = {"component": work.component, "task": work.task}
        return wish.AbortTask(**names) if rng.random() < 0.3 else wish.FinishTask(**names)
    if works.waiting:
        work = rng.choice([*works.waiting])
        return wish.StartTask(component=work.component, task=work.task)
    return wish.Note(text="nothing to do")


def _of_log(state: DrillState, rng: random.Random) -> wish.Command:
    entries = len(state.entries)
    some = rng.randint(1, entries) if entries else None
    corrected = wish.Correct(
        entry=some or 1,
        text="otherwise",
        exercise=rng.choice([None, rng.randint(0, state.exercise)]),
    )
    return _one(
        rng,
        [
            wish.Note(text="a note", kind=rng.choice(["note", "stumble"])),
            wish.Undo(entry=rng.choice([None, some])),
            corrected,
            wish.Improve(text="better", owner="somebody"),
        ],
    )


def _one(rng: random.Random, commands: list[wish.Command]) -> wish.Command:
    return rng.choice(commands)


def seen(state: DrillState) -> Board:
    """Return what screens show of a state, whatever is forecast."""
    return board_of(state, NO_FORECAST, NO_FORECAST)


def told(state: DrillState) -> list[str]:
    """Return which injects were given and when, for messages."""
    fired = [(no, given.fired) for no, given in state.injects.items() if given.fired is not None]
    return [f"{no} at {format_duration(at)}" for no, at in fired]
