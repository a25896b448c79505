"""A relaxation of a case as a constraint model: a bound that counts crews, and an order to try.

Every play of the case, whatever the order and whoever is held back, is a solution of the model that
costs no more than the play loses; so what the solver proves about the model is true of the case.
``docs/bounds.md`` has the argument. The model leaves out what would not fit: later damage, the
second and later outages of a node, changeovers and falling numbers of people where a crew is under
way. Solved by OR-Tools CP-SAT; the formulation by optional intervals and cumulative resources is
that of Laborie, Rogerie, Shaw and Vilím (2018).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor, gcd, lcm
from typing import Any

from ortools.sat.python import cp_model

from bcp.chance.draw import WorkId
from bcp.graph.network import Need
from bcp.inventory.models import Function
from bcp.recovery.play import Case, State
from bcp.recovery.strategy import targets
from bcp.search.capacity import profile_of
from bcp.search.certain import Certain
from bcp.search.limits import Limit, Relaxed
from bcp.search.windows import Span, Windows, joined, without
from bcp.units import HOUR

__all__ = ["Limit", "Relaxed", "relax"]

_LARGEST = 2**50
"""Of the objective, so that the solver's integers hold it."""


def relax(case: Case, certain: Certain, hint: State, most: Fraction, limit: Limit) -> Relaxed:
    """Return what the relaxation of *case* comes to.

    Parameters
    ----------
    case
        An inventory under a scenario.
    certain
        What is certainly down in it.
    hint
        Some play of the case, for the solver to begin from.
    most
        The loss of that play: solutions that cost more are not looked at.
    limit
        How long to look.
    """
    held = _Model(case, certain)
    held.bring_up()
    held.share_crews()
    held.count(most)
    held.hint(hint)
    return held.solve(limit)


@dataclass(frozen=True, slots=True)
class _Event:
    """Something at a moment, if it comes about within the horizon at all."""

    at: Any
    """A variable, or a sum of one and a number."""
    happens: cp_model.IntVar
    earliest: int
    """In units of the model."""
    is_task: bool


@dataclass(frozen=True, slots=True)
class _Activity:
    """A task of the first recovery of a component."""

    start: cp_model.IntVar
    event: _Event
    duration: int


class _Model:
    """The model of one case, in steps of `unit` seconds."""

    def __init__(self, case: Case, certain: Certain) -> None:
        self.case, self.network, self.certain = case, case.network, certain
        self.outage = {n: self._main(n, spans) for n, spans in certain.down.items() if spans}
        self.windows = Windows(case)
        self.spans: dict[WorkId, list[Span]] = {}
        self.nodes = self._needed()
        for node in self.nodes:
            for work in self._works(node):
                self.spans[work] = self._spans(work)
        self.profiles = {
            team.id: profile_of(case, team.id, self._longest(team.id))
            for team in self.network.inventory.teams
        }
        self.rto = targets(self.network, case.impact)
        self.unit = self._unit()
        self.horizon = case.horizon // self.unit
        self.model = cp_model.CpModel()
        self.activities: dict[WorkId, _Activity] = {}
        self.ups: dict[str, _Event] = {}

    # What is in it.

    def _main(self, node: str, spans: Sequence[Span]) -> Span:
        """Return the claim that a node's return is counted from: that of its first damage."""
        hit = self.certain.hit.get(node)
        for span in spans:
            if hit is not None and span[0] <= hit < span[1]:
                return span
        return max(spans, key=lambda span: span[1] - span[0])

    def _needed(self) -> list[str]:
        """Return the nodes with claims that functions wait for, the functions among them."""
        functions = [f.id for f in self.network.functions.values() if f.weight]
        found: dict[str, None] = {}
        waiting = [f for f in functions if f in self.outage]
        while waiting:
            node = waiting.pop()
            if node in found:
                continue
            found[node] = None
            needs = [*self.network.needs[node], *self.network.start_needs[node]]
            for work in self._works(node):
                needs += self.network.work_needs(*work)
            waiting += [p for need in needs for p in need.providers if p in self.outage]
        return sorted(found, key=self.network.place.__getitem__)

    def _is_hit(self, node: str) -> bool:
        begin, end = self.outage[node]
        return begin <= self.certain.hit.get(node, -1) < end

    def _works(self, node: str) -> Iterator[WorkId]:
        if self._is_hit(node):
            for procedure in self.network.components[node].procedure:
                for task in self.network.procedures[procedure].tasks:
                    yield node, procedure, task.id

    def _spans(self, work: WorkId) -> list[Span]:
        """Return when a work may start, as far as claims and the clock decide."""
        component, procedure, task = work
        needs = self.network.work_needs(*work)
        missing = joined(span for need in needs for span in self.certain.unmet(need))
        spans = without(self.windows.of(component, self.network.tasks[procedure, task]), missing)
        hit = self.certain.hit[component]
        return [(max(begin, hit), end) for begin, end in spans if end > hit]

    def _length(self, work: WorkId) -> int:
        return self.network.tasks[work[1:]].duration.mean

    def _longest(self, team: str) -> int:
        works = (w for w in self.spans if team in self.network.tasks[w[1:]].crew)
        return max((self._length(work) for work in works), default=0)

    def _unit(self) -> int:
        """Return the largest step in which every time of the model is whole."""
        times = [self.case.horizon]
        times += [edge for spans in self.spans.values() for span in spans for edge in span]
        times += [self._length(work) for work in self.spans]
        for profile in self.profiles.values():
            times += profile.times
        for node in self.nodes:
            times += [*self.outage[node], self.network.startup(node)]
            if node in self.rto:
                around = self.network.functions[node].workaround
                times.append(self.rto[node])
                times += [end - begin for begin, end in self.certain.down[node]]
                times += [] if around is None else [around.after, around.for_ or 0]
        return gcd(*times)

    # Constraints.

    def bring_up(self) -> None:
        """Say what every task and every node waits for."""
        for node in self.nodes:
            self._add_node(node)
        for node in self.nodes:
            for work in self._works(node):
                if work in self.activities:
                    needs = self.network.work_needs(*work)
                    self._satisfy(needs, self.activities[work].event)
            if self._is_hit(node):
                self._repair(node)
            needs = self.network.needs[node] + self.network.start_needs[node]
            startup = self.network.startup(node) // self.unit
            up = self.ups[node]
            since = _Event(up.at - startup, up.happens, up.earliest - startup, is_task=False)
            self._satisfy(needs, since)

    def _add_node(self, node: str) -> None:
        earliest = self.outage[node][1] // self.unit
        happens = self.model.new_bool_var(f"{node} is up again")
        up = self.model.new_int_var(min(earliest, self.horizon), self.horizon, f"{node} up")
        self.model.add(up <= self.horizon - 1).only_enforce_if(happens)
        self.model.add(up == self.horizon).only_enforce_if(~happens)
        self.ups[node] = _Event(up, happens, earliest, is_task=False)
        for work in self._works(node):
            if self.spans[work]:
                self._add_work(work)

    def _add_work(self, work: WorkId) -> None:
        spans = [(begin // self.unit, end // self.unit - 1) for begin, end in self.spans[work]]
        name = "/".join(work)
        start = self.model.new_int_var_from_domain(
            cp_model.Domain.from_intervals([list(span) for span in spans]), name
        )
        happens = self.model.new_bool_var(f"{name} is begun")
        event = _Event(start, happens, spans[0][0], is_task=True)
        self.activities[work] = _Activity(start, event, self._length(work) // self.unit)

    def _repair(self, node: str) -> None:
        """Let a damaged component be up only after the whole of one of its procedures (T1)."""
        up, startup = self.ups[node], self.network.startup(node) // self.unit
        ways = []
        for id_ in self.network.components[node].procedure:
            tasks = self.network.procedures[id_].tasks
            way = [self.activities.get((node, id_, task.id)) for task in tasks]
            chosen = self.model.new_bool_var(f"{node} by {id_}")
            ways.append(chosen)
            for task, activity in zip(tasks, way, strict=True):
                if activity is None:
                    self.model.add(chosen == 0)
                    continue
                self.model.add_implication(activity.event.happens, chosen)
                self.model.add(
                    up.at >= activity.start + activity.duration + startup
                ).only_enforce_if(up.happens, chosen)
                self.model.add_bool_or(activity.event.happens, ~up.happens, ~chosen)
                for other in dict.fromkeys(task.after):
                    self._after(activity, self.activities.get((node, id_, other)))
        self.model.add_at_most_one(ways)
        self.model.add_bool_or(*ways, ~up.happens)

    def _after(self, later: _Activity, earlier: _Activity | None) -> None:
        if earlier is None:
            self.model.add(later.event.happens == 0)
            return
        self.model.add_implication(later.event.happens, earlier.event.happens)
        self.model.add(later.start >= earlier.start + earlier.duration).only_enforce_if(
            later.event.happens
        )

    def _satisfy(self, needs: Iterable[Need], event: _Event) -> None:
        """Enough providers of each need are up when *event* happens."""
        for need in needs:
            struck = [provider for provider in need.providers if provider in self.ups]
            missing = need.at_least - (len(need.providers) - len(struck))
            if need.staff is not None or missing <= 0:
                continue
            literals = [self._is_up(provider, event, missing == len(struck)) for provider in struck]
            if missing < len(struck):
                found = [literal for literal in literals if literal is not None]
                self.model.add(sum(found) >= missing).only_enforce_if(event.happens)

    def _is_up(self, provider: str, event: _Event, must: bool) -> cp_model.IntVar | None:
        """Make a literal that says that *provider* is up at *event*; or, if it *must* be, say so."""
        up, begin = self.ups[provider], self.outage[provider][0] // self.unit
        literal = event.happens if must else self.model.new_bool_var("")
        last = begin - 1 if event.is_task else begin
        if event.earliest > last:
            self.model.add(event.at >= up.at).only_enforce_if(literal)
            self.model.add_implication(literal, up.happens)
        else:
            before = self.model.new_bool_var("")
            self.model.add(event.at <= last).only_enforce_if(literal, before)
            self.model.add(event.at >= up.at).only_enforce_if(literal, ~before)
            self.model.add_bool_or(up.happens, before, ~literal)
        return None if must else literal

    def share_crews(self) -> None:
        """T3: no more of a team are at work than can be."""
        for team, profile in self.profiles.items():
            intervals, demands = [], []
            for work, activity in self.activities.items():
                heads = self.network.tasks[work[1:]].crew.get(team)
                if heads is not None and activity.duration:
                    intervals.append(
                        self.model.new_optional_fixed_size_interval_var(
                            activity.start, activity.duration, activity.event.happens, ""
                        )
                    )
                    demands.append(heads)
            for begin, end, absent in profile.gaps():
                length = (end - begin) // self.unit
                intervals.append(
                    self.model.new_fixed_size_interval_var(begin // self.unit, length, "")
                )
                demands.append(absent)
            if intervals:
                self.model.add_cumulative(intervals, demands, profile.most)

    # The loss.

    def count(self, most: Fraction) -> None:
        """Minimise the loss; coefficients that are not whole are rounded down."""
        weight = self.network.inventory.organisation.outage_weight
        terms: list[tuple[Fraction, cp_model.LinearExprT]] = []
        for node in self.nodes:
            function = self.network.functions.get(node)
            if function is not None and function.weight:
                terms.append((function.weight, self._late(function)))
                if weight:
                    terms += self._missing(function, function.weight * weight)
        denominator = lcm(*(coefficient.denominator for coefficient, _ in terms))
        total = sum(abs(coefficient) for coefficient, _ in terms) * self.horizon
        scale = Fraction(min(denominator, max(1, floor(_LARGEST / max(total, 1)))))
        self.scale = scale * HOUR / self.unit
        cost = sum(floor(coefficient * scale) * expression for coefficient, expression in terms)
        self.model.minimize(cost)
        if terms:
            self.model.add(cost <= floor(most * self.scale))

    def _late(self, function: Function) -> cp_model.LinearExprT:
        begin, _ = self.outage[function.id]
        spans = joined(self.certain.down[function.id])
        before = sum(max(0, min(end, begin) - since) for since, end in spans)
        free = (self.rto[function.id] + begin - before) // self.unit
        late = self.model.new_int_var(0, max(0, self.horizon - free), f"{function.id} late")
        self.model.add(late >= self.ups[function.id].at - free)
        return late

    def _missing(
        self, function: Function, weight: Fraction
    ) -> list[tuple[Fraction, cp_model.LinearExprT]]:
        """Return the terms of ∫ (1 - level) over the outage; see `bound.py` for the workaround."""
        begin, _ = self.outage[function.id]
        up, around = self.ups[function.id].at, function.workaround
        terms: list[tuple[Fraction, cp_model.LinearExprT]] = [(weight, up - begin // self.unit)]
        if around is None:
            return terms
        lasts = self.case.horizon if around.for_ is None else around.for_
        first = max(begin, around.after)
        longest = min(lasts, begin + around.after + lasts - first, self.case.horizon - first)
        if longest <= 0:
            return terms
        bridged = self.model.new_int_var(0, longest // self.unit, f"{function.id} worked around")
        works = self.model.new_bool_var("")
        self.model.add(bridged <= up - first // self.unit).only_enforce_if(works)
        self.model.add(bridged == 0).only_enforce_if(~works)
        short = self.model.new_int_var(-(longest // self.unit), 0, "")
        self.model.add(short == -bridged)
        # Rounded down with its sign, so that the whole stays a bound.
        return [*terms, (weight * around.level, short)]

    # Solving.

    def hint(self, state: State) -> None:
        """Begin from a play."""
        begun = {d.work[:3]: d.start for d in state.works.done if d.work.attempt == 1}
        for work, activity in self.activities.items():
            self.model.add_hint(activity.event.happens, work in begun)
            if work in begun:
                self.model.add_hint(activity.start, begun[work] // self.unit)
        rises: dict[str, int] = {}
        for change in state.condition.changes:
            node = change.node
            if change.rise is not None and node in self.ups and change.at >= self.outage[node][1]:
                rises.setdefault(node, change.at)
        for node, up in self.ups.items():
            self.model.add_hint(up.happens, node in rises)
            self.model.add_hint(up.at, rises.get(node, self.case.horizon) // self.unit)

    def solve(self, limit: Limit) -> Relaxed:
        """Return the solver's bound and its best solution."""
        solver = cp_model.CpSolver()
        solver.parameters.max_deterministic_time = limit.effort
        solver.parameters.num_workers = limit.workers
        solver.parameters.random_seed = limit.seed
        # Its own handler would stay behind, and the next Ctrl-C kill the program.
        solver.parameters.catch_sigint_signal = False
        if limit.seconds is not None:
            solver.parameters.max_time_in_seconds = limit.seconds
        status = solver.solve(self.model)
        if status == cp_model.UNKNOWN:
            return Relaxed(self._bound(solver), {})
        assert status in (cp_model.OPTIMAL, cp_model.FEASIBLE), solver.status_name(status)
        starts = {
            work: solver.value(activity.start) * self.unit
            for work, activity in self.activities.items()
            if solver.value(activity.event.happens)
        }
        return Relaxed(self._bound(solver), starts)

    def _bound(self, solver: cp_model.CpSolver) -> Fraction:
        """Return the bound in weighted hours: the objective is whole, so nothing is lost."""
        value = solver.best_objective_bound
        whole = (
            round(value) if abs(value - round(value)) < 1e-6 * max(1, abs(value)) else floor(value)
        )
        return Fraction(whole) / self.scale
