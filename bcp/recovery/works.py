"""The work of recovery at one moment: which tasks wait, which are under way, who is busy."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple, Protocol

from bcp.graph.network import Need, Network
from bcp.inventory.models import Task
from bcp.outage.condition import Condition
from bcp.recovery.crews import Roster


class Work(NamedTuple):
    """A task to be done on a component that was damaged for the `attempt`-th time, from 1."""

    component: str
    procedure: str
    task: str
    attempt: int


@dataclass(frozen=True, slots=True)
class Done:
    """A work that was started, and when it finishes: perhaps beyond the horizon."""

    work: Work
    start: int
    finish: int


class Plan(Protocol):
    """What a strategy decides (T5): by which procedure, and who goes first."""

    def procedure(self, component: str) -> str | None:
        """Return the id of the procedure that *component* is recovered by, if it has one."""

    def place(self, work: Work) -> int:
        """Return the position of *work* in the order: the smallest goes first."""

    def duration(self, work: Work) -> int:
        """Return how many seconds *work* takes."""

    @property
    def holds_back(self) -> bool:
        """Whether a crew is kept for what comes first in the order, even while it cannot start."""


@dataclass(slots=True)
class Works:
    """The state of rules T1 to T3. Changed only by :class:`Workshop`, on a copy of its own."""

    attempts: dict[str, int] = field(default_factory=dict)
    """How often a component was damaged while it was whole."""
    listed: dict[tuple[str, int], int] = field(default_factory=dict)
    """When the tasks of (component, attempt) were listed."""
    unfinished: dict[str, int] = field(default_factory=dict)
    """How many tasks a damaged component still has to go through."""
    waiting: dict[Work, int] = field(default_factory=dict)
    """Works not started, and how many they come after are not finished."""
    waiting_for: dict[Need, set[Work]] = field(default_factory=dict)
    """Which waiting works want a need."""
    running: list[tuple[int, int, Work]] = field(default_factory=list)
    """A heap of (finish, number of the start, work)."""
    busy: dict[str, int] = field(default_factory=dict)
    """How many of a team are at work on tasks."""
    done: list[Done] = field(default_factory=list)
    """Every work started, in the order of the starts."""
    barred: dict[str, int] = field(default_factory=dict)
    """How many access events bar a place."""
    queues: dict[tuple[tuple[str, int], ...], list[tuple[int, Work]]] = field(default_factory=dict)
    """By crew, a heap of works that may be able to start, by their place in the order."""
    queued: set[Work] = field(default_factory=set)

    def copy(self) -> Works:
        """Return works that can be changed without touching these."""
        return replace(
            self,
            attempts=dict(self.attempts),
            listed=dict(self.listed),
            unfinished=dict(self.unfinished),
            waiting=dict(self.waiting),
            waiting_for={need: set(works) for need, works in self.waiting_for.items()},
            running=list(self.running),
            busy=dict(self.busy),
            done=list(self.done),
            barred=dict(self.barred),
            queues={crew: list(heap) for crew, heap in self.queues.items()},
            queued=set(self.queued),
        )


class Workshop:
    """Rules T1 to T4 at one moment, on works that this object may change."""

    def __init__(
        self,
        network: Network,
        roster: Roster,
        condition: Condition,
        works: Works,
        plan: Plan,
        now: int,
    ) -> None:
        self.network, self.roster, self.condition = network, roster, condition
        self.works, self.plan, self.now = works, plan, now

    # T1

    def list_tasks(self, component: str) -> None:
        """List the tasks of a component that has just been damaged."""
        works = self.works
        attempt = works.attempts[component] = works.attempts.get(component, 0) + 1
        works.listed[component, attempt] = self.now
        procedure = self.plan.procedure(component)
        if procedure is not None:
            self._list(component, procedure, attempt)

    def _list(self, component: str, procedure: str, attempt: int) -> None:
        works = self.works
        tasks = self.network.procedures[procedure].tasks
        works.unfinished[component] = len(tasks)
        for task in tasks:
            work = Work(component, procedure, task.id, attempt)
            works.waiting[work] = len(set(task.after))
            for need in self.network.work_needs(component, procedure, task.id):
                works.waiting_for.setdefault(need, set()).add(work)
            self._queue(work)

    def finish_due(self) -> list[tuple[str, int]]:
        """Finish the tasks that end now; return (component, attempt) of each recovered one."""
        works, recovered = self.works, []
        while works.running and works.running[0][0] <= self.now:
            _, _, work = heapq.heappop(works.running)
            for team, number in self.task(work).crew.items():
                works.busy[team] -= number
            works.unfinished[work.component] -= 1
            if not works.unfinished[work.component]:
                del works.unfinished[work.component]
                recovered.append((work.component, work.attempt))
            self._release_successors(work)
        return recovered

    def _release_successors(self, finished: Work) -> None:
        for task in self.network.procedures[finished.procedure].tasks:
            if finished.task in task.after:
                follower = finished._replace(task=task.id)
                self.works.waiting[follower] -= 1
                self._queue(follower)

    def bar(self, place: str) -> None:
        """Begin an access event."""
        self.works.barred[place] = self.works.barred.get(place, 0) + 1

    def unbar(self, place: str) -> None:
        """End an access event."""
        self.works.barred[place] -= 1
        if not self.works.barred[place]:
            del self.works.barred[place]
            for work in self.works.waiting:
                self._queue(work)

    def reconsider(self, needs: Iterable[Need]) -> None:
        """Look again at the works that waited for *needs*, now satisfied."""
        for need in needs:
            for work in self.works.waiting_for.get(need, ()):
                self._queue(work)

    # T2

    def task(self, work: Work) -> Task:
        """Return the task of a work."""
        return self.network.tasks[work.procedure, work.task]

    def is_open(self, work: Work) -> bool:
        """Return whether nothing but its crew keeps a waiting work from starting."""
        if self.works.waiting.get(work) != 0:
            return False
        needs = self.network.work_needs(*work[:3])
        if not self.condition.short.isdisjoint(needs):
            return False
        return not (self.works.barred and self.task(work).onsite and self._is_barred(work))

    def _is_barred(self, work: Work) -> bool:
        return any(place in self.works.barred for place in self.network.places_of(work.component))

    def has_crew(self, crew: Iterable[tuple[str, int]]) -> bool:
        """Return whether a whole crew is at work and free (T3, T4)."""
        return all(
            self.roster.at_work(team, self.now)
            and self.roster.present(team, self.now) - self.works.busy.get(team, 0) >= number
            for team, number in crew
        )

    def can_start(self, work: Work) -> bool:
        """Return whether T2 lets *work* start now."""
        return self.is_open(work) and self.has_crew(self.task(work).crew.items())

    def start(self, work: Work) -> bool:
        """Start a work that can start; return whether it takes no time."""
        works, task = self.works, self.task(work)
        finish = self.now + self.plan.duration(work)
        del works.waiting[work]
        for need in self.network.work_needs(*work[:3]):
            works.waiting_for[need].discard(work)
        for team, number in task.crew.items():
            works.busy[team] = works.busy.get(team, 0) + number
        heapq.heappush(works.running, (finish, len(works.done), work))
        works.done.append(Done(work, self.now, finish))
        return finish == self.now

    # People, in a drill.

    def running(self, component: str, task: str) -> Work | None:
        """Return the work under way on *task* of *component*, if it is."""
        return next(
            (w for *_, w in self.works.running if (w.component, w.task) == (component, task)), None
        )

    def finish(self, work: Work, at: int) -> None:
        """Let a work under way finish at *at*, now or later; its own end no longer counts."""
        works = self.works
        works.running = [(at if held == work else end, n, held) for end, n, held in works.running]
        heapq.heapify(works.running)
        works.done = [replace(d, finish=at) if d.work == work else d for d in works.done]

    def abort(self, work: Work) -> None:
        """Break off a work under way: its crew is free, and it waits from its beginning."""
        works = self.works
        works.running = [entry for entry in works.running if entry[2] != work]
        heapq.heapify(works.running)
        works.done = [held for held in works.done if held.work != work]
        for team, number in self.task(work).crew.items():
            works.busy[team] -= number
        works.waiting[work] = 0
        for need in self.network.work_needs(*work[:3]):
            works.waiting_for.setdefault(need, set()).add(work)
        self._queue(work)

    def change_procedure(self, component: str, procedure: str) -> None:
        """Let *component*, none of whose tasks was begun, go through another procedure."""
        works = self.works
        attempt = works.attempts[component]
        for work in [held for held in works.waiting if held.component == component]:
            del works.waiting[work]
            works.queued.discard(work)
            for need in self.network.work_needs(*work[:3]):
                works.waiting_for[need].discard(work)
        self._list(component, procedure, attempt)

    def queue_again(self) -> None:
        """Queue every waiting work anew, for a plan with another order."""
        self.works.queues.clear()
        self.works.queued.clear()
        for work in self.works.waiting:
            self._queue(work)

    # T5

    def _queue(self, work: Work) -> None:
        if work in self.works.queued or self.works.waiting.get(work) != 0:
            return
        crew = tuple(sorted(self.task(work).crew.items()))
        heapq.heappush(self.works.queues.setdefault(crew, []), (self.plan.place(work), work))
        self.works.queued.add(work)

    def start_in_order(self) -> bool:
        """R5 (5): start whatever can start, in the order of the plan.

        Within one pass a crew only gets scarcer, so where the first of those who want the same
        crew cannot have it, none of them can. Returns whether a task of no duration was started.
        """
        if self.plan.holds_back:
            return self._start_holding_back()
        instantly = False
        heads = [(heap[0], crew) for crew, heap in self.works.queues.items() if heap]
        heapq.heapify(heads)
        while heads:
            (_, work), crew = heapq.heappop(heads)
            if not self.has_crew(crew):
                continue
            heap = self.works.queues[crew]
            heapq.heappop(heap)
            self.works.queued.discard(work)
            if self.is_open(work):
                instantly |= self.start(work)
            if heap:
                heapq.heappush(heads, (heap[0], crew))
        return instantly

    def _start_holding_back(self) -> bool:
        """Start what can start and shares no team with an earlier work that cannot start yet."""
        instantly = False
        kept: set[str] = set()
        for work in sorted(self.works.waiting, key=self.plan.place):
            crew = self.task(work).crew
            if kept.isdisjoint(crew) and self.can_start(work):
                instantly |= self.start(work)
            else:
                kept.update(crew)
        return instantly


Starter = Callable[[Workshop], bool]
"""R5 (5): starts works at one moment; returns whether one of no duration was among them."""


Deed = Callable[[Workshop], object]
"""What people do to works before anything else happens in an instant."""


def by_plan(workshop: Workshop) -> bool:
    """Start whatever can start, in the order of the plan: the strategies' way."""
    return workshop.start_in_order()


def by_order_of(works: Iterable[Work]) -> Starter:
    """Return a starter that starts the named *works* where they can start: people's way."""

    def starter(workshop: Workshop) -> bool:
        instantly = False
        for work in works:
            if workshop.can_start(work):
                instantly |= workshop.start(work)
        return instantly

    return starter
