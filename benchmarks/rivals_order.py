"""The same projects given to plain CP-SAT and to PyJobShop: what a planner has without bcp.

Both are handed the project itself, with every due date; an hour is one of their steps where all
times are whole hours. Their schedules may keep crews waiting; so may the orders of bcp in the cases
of the library, and in those shaped like ours unless told otherwise.
"""

from __future__ import annotations

from fractions import Fraction
from math import gcd

from bcp.search.project import Project

HOUR = 3600


def step_of(project: Project) -> int:
    """Return the largest step in seconds in which every time of a project is whole."""
    times = [project.horizon, *project.duration.tolist(), *project.release.tolist()]
    times += [*project.lag.tolist(), *project.delay.tolist(), *project.rto.tolist()]
    return gcd(*times)


def _pairs(project: Project) -> list[tuple[int, int, int]]:
    """Return (earlier, later, lag) of all activities."""
    cuts = project.before_from.tolist()
    before, lags = project.before.tolist(), project.lag.tolist()
    return [
        (before[i], later, lags[i])
        for later in range(project.size)
        for i in range(cuts[later], cuts[later + 1])
    ]


def _waits(project: Project, function: int) -> list[tuple[int, int]]:
    cut = slice(project.back_from[function], project.back_from[function + 1])
    return [*zip(project.back[cut].tolist(), project.delay[cut].tolist(), strict=True)]


def by_cp_sat(project: Project, seconds: float, workers: int) -> tuple[Fraction | None, Fraction]:
    """Return the loss of the best schedule that CP-SAT finds, and its bound."""
    from ortools.sat.python import cp_model

    step, model = step_of(project), cp_model.CpModel()
    most = project.horizon // step
    starts = [model.new_int_var(0, most, "") for _ in range(project.size)]
    lengths = [length // step for length in project.duration.tolist()]
    for earlier, later, lag in _pairs(project):
        model.add(starts[later] >= starts[earlier] + lengths[earlier] + lag // step)
    for k in range(len(project.teams)):
        users = [a for a in range(project.size) if project.crew[a, k]]
        bars = [model.new_fixed_size_interval_var(starts[a], lengths[a], "") for a in users]
        demands = [int(project.crew[a, k]) for a in users]
        model.add_cumulative(bars, demands, int(project.heads[project.step_from[k]]))
    terms = []
    for f, function in enumerate(project.functions):
        late = model.new_int_var(0, most, "")
        for a, lag in _waits(project, f):
            due = int(project.rto[f]) // step
            model.add(late >= starts[a] + lengths[a] + lag // step - due)
        terms.append(int(function.weight) * late)
    model.minimize(sum(terms))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = workers
    status = solver.solve(model)
    bound = Fraction(round(solver.best_objective_bound)) * step / HOUR
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None, bound
    ends = [
        (solver.value(start) + length) * step for start, length in zip(starts, lengths, strict=True)
    ]
    return project.loss(ends), bound


def by_pyjobshop(project: Project, seconds: float, workers: int) -> Fraction | None:
    """Return the loss of the best schedule that PyJobShop finds (with CP-SAT below it)."""
    from pyjobshop import Model

    step, model = step_of(project), Model()
    teams = [
        model.add_renewable(capacity=int(project.heads[project.step_from[k]]))
        for k in range(len(project.teams))
    ]
    tasks = [model.add_task() for _ in range(project.size)]
    for a, task in enumerate(tasks):
        used = [k for k in range(len(teams)) if project.crew[a, k]]
        model.add_mode(
            task,
            [teams[k] for k in used],
            duration=int(project.duration[a]) // step,
            demands=[int(project.crew[a, k]) for k in used],
        )
    for earlier, later, lag in _pairs(project):
        model.add_end_before_start(tasks[earlier], tasks[later], delay=lag // step)
    nobody = model.add_renewable(capacity=0)
    for f, function in enumerate(project.functions):
        job = model.add_job(weight=int(function.weight), due_date=int(project.rto[f]) // step)
        back = model.add_task(job=job)
        model.add_mode(back, [nobody], duration=0, demands=[0])
        for a, lag in _waits(project, f):
            model.add_end_before_start(tasks[a], back, delay=lag // step)
    model.set_objective(weight_total_tardiness=1)
    result = model.solve(solver="ortools", time_limit=seconds, display=False, num_workers=workers)
    if result.status.value not in ("Optimal", "Feasible"):
        return None
    return project.loss([task.end * step for task in result.best.tasks[: project.size]])
