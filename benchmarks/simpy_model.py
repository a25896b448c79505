"""One run as people write it in SimPy: components, tasks and crews as processes.

It says what the inventories of :mod:`benchmarks.shaken` hold and no more: everything that is lost is
lost in the first instant, so that a process only ever waits for things to come back. What it is
spared (reserves, changeovers, working hours, levels, the loss) and given (the draw, and the order
of the tasks) makes it faster than a model of all rules would be.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import simpy
from simpy.events import AllOf, Condition, Event, EventPriority

from bcp.chance.draw import Draw
from bcp.graph.network import Network
from bcp.inventory.models import Task
from bcp.recovery.procedures import measure
from bcp.scenario.models import Scenario

__all__ = ["World", "downtimes", "world_of"]

_LAST = EventPriority(2)
"""Comes after everything else of its moment: SimPy's own events have priority 0 or 1."""

Steps = Generator[Event, Any, None]
Groups = tuple[tuple[tuple[str, ...], int], ...]
"""Providers, and how many of them have to be up."""
Place = Callable[[str, str], int]
"""The position of (component, task) in the order of recovery."""


@dataclass(frozen=True, slots=True)
class World:
    """What is the same in every run."""

    functions: tuple[str, ...]
    needs: Mapping[str, Groups]
    """By component or function."""
    users: Mapping[str, tuple[str, ...]]
    startups: Mapping[str, int]
    tasks: Mapping[str, Sequence[Task]]
    """By component: those of its procedure."""
    procedures: Mapping[str, str]
    held: Mapping[str, int]
    """Components that are held down, until when."""
    horizon: int


def world_of(network: Network, scenario: Scenario) -> World:
    """Return what every run of *scenario* on *network* shares."""
    needs = {
        node: tuple((need.providers, need.at_least) for need in held)
        for node, held in network.needs.items()
    }
    users: dict[str, dict[str, None]] = {node: {} for node in needs}
    for node, groups in needs.items():
        for provider in (provider for providers, _ in groups for provider in providers):
            users[provider][node] = None
    outages = [event for event in scenario.events if event.outage is not None]
    chosen = measure(network).chosen
    return World(
        functions=tuple(network.functions),
        needs=needs,
        users={node: tuple(found) for node, found in users.items()},
        startups={id_: item.startup for id_, item in network.components.items()},
        tasks={id_: network.procedures[procedure].tasks for id_, procedure in chosen.items()},
        procedures=chosen,
        held={
            id_: event.at + (event.outage.for_ or 0)
            for event in outages
            if event.outage is not None
            for id_ in event.outage.select.id or ()
        },
        horizon=scenario.scenario.horizon,
    )


def downtimes(world: World, draw: Draw, place: Place) -> dict[str, int]:
    """Return the seconds that each function is down in the run that *draw* describes."""
    return _Run(world, draw, place).downtimes()


def _some(env: simpy.Environment, events: Sequence[Event], number: int) -> Event:
    """Return what happens when so many of *events* have."""
    return Condition(env, lambda _, count: count >= number, events)


class _Crews:
    """Who is free, and the tasks that wait for people, the first of the order first."""

    def __init__(self, env: simpy.Environment, place: Place) -> None:
        self.env, self.place = env, place
        self.free: dict[str, int] = {}
        self.queues: dict[tuple[str, ...], list[tuple[int, Event, Task]]] = {}
        self.is_rung = False

    def ask(self, component: str, task: Task) -> Event:
        """Return what happens when the whole crew of a task is free and it is its turn."""
        begun = self.env.event()
        queue = self.queues.setdefault(tuple(task.crew), [])
        heapq.heappush(queue, (self.place(component, task.id), begun, task))
        self.ring()
        return begun

    def give(self, team: str, number: int) -> None:
        """Add people who have arrived, or have finished."""
        self.free[team] = self.free.get(team, 0) + number
        self.ring()

    def ring(self) -> None:
        """See who can start, once everything else of this moment has happened."""
        if not self.is_rung:
            self.is_rung = True
            bell = Event(self.env)
            bell.callbacks = [self.serve]
            bell._ok, bell._value = True, None  # noqa: SLF001 (as `Event.succeed` sets them)
            self.env.schedule(bell, priority=_LAST)

    def serve(self, _bell: Event) -> None:
        """Let tasks start in their order, as far as people reach."""
        self.is_rung = False
        heads = [(queue[0][0], crew) for crew, queue in self.queues.items() if queue]
        heapq.heapify(heads)
        while heads:
            _, crew = heapq.heappop(heads)
            _, begun, task = self.queues[crew][0]
            if any(self.free.get(team, 0) < number for team, number in task.crew.items()):
                continue
            heapq.heappop(self.queues[crew])
            for team, number in task.crew.items():
                self.free[team] -= number
            begun.succeed()
            if self.queues[crew]:
                heapq.heappush(heads, (self.queues[crew][0][0], crew))


class _Run:
    """One run: its environment and what is down in it."""

    def __init__(self, world: World, draw: Draw, place: Place) -> None:
        self.world, self.draw = world, draw
        self.env = simpy.Environment()
        self.crews = _Crews(self.env, place)
        self.damaged = {hit.component for hit in draw.hits}
        self.up: dict[str, Event] = {node: self.env.event() for node in self._lost()}
        self.back: dict[str, int] = {}

    def downtimes(self) -> dict[str, int]:
        """Play the run to the horizon."""
        for team, arrivals in self.draw.arrivals.items():
            self.env.process(self._team(team, arrivals))
        for node in [*self.up]:
            self.env.process(self._component(node))
        self.env.run(until=self.world.horizon)
        never = dict.fromkeys(self.up, self.world.horizon)
        return {id_: (never | self.back).get(id_, 0) for id_ in self.world.functions}

    def _lost(self) -> list[str]:
        """Return whatever goes down at once: what is hit, and what cannot do without it."""
        down = dict.fromkeys([*self.damaged, *self.world.held])
        found = [*down]
        while found:
            for user in self.world.users[found.pop()]:
                if user not in down and any(
                    sum(provider not in down for provider in providers) < number
                    for providers, number in self.world.needs[user]
                ):
                    down[user] = None
                    found.append(user)
        return [*down]

    def _there(self, node: str) -> list[Event]:
        """Return what has to happen until everything that *node* requires is up."""
        waits: list[Event] = []
        for providers, number in self.world.needs[node]:
            lost = [self.up[provider] for provider in providers if provider in self.up]
            short = number - (len(providers) - len(lost))
            if short == len(lost):
                waits += lost
            elif short > 0:
                waits.append(_some(self.env, lost, short))
        return waits

    def _team(self, team: str, arrivals: Sequence[tuple[int, int | Fraction]]) -> Steps:
        here = 0
        for moment, number in arrivals:
            yield self.env.timeout(moment - self.env.now)
            self.crews.give(team, int(number) - here)
            here = int(number)

    def _component(self, node: str) -> Steps:
        """Repair a component, or wait for a function, and start as soon as everything is there."""
        waits = self._there(node)
        if node in self.damaged:
            waits.append(self.env.process(self._repair(node)))
        if node in self.world.held:
            waits.append(self.env.timeout(self.world.held[node]))
        if waits:
            yield AllOf(self.env, waits)
        if self.world.startups.get(node):
            yield self.env.timeout(self.world.startups[node])
        self.back[node] = int(self.env.now)
        self.up[node].succeed()

    def _repair(self, component: str) -> Steps:
        tasks: dict[str, Event] = {}
        for task in self.world.tasks[component]:
            waits = [tasks[id_] for id_ in task.after]
            if task.requires:
                waits += self._there(component)
            tasks[task.id] = self.env.process(self._task(component, task, waits))
        yield AllOf(self.env, tasks.values())

    def _task(self, component: str, task: Task, waits: Sequence[Event]) -> Steps:
        if waits:
            yield AllOf(self.env, waits)
        yield self.crews.ask(component, task)
        work = component, self.world.procedures[component], task.id
        yield self.env.timeout(self.draw.durations[work])
        for team, number in task.crew.items():
            self.crews.give(team, number)
