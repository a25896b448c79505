"""What is certainly down, whatever people do: a claim for each node, drawn from earlier claims only.

Crews are counted as if nobody else wanted them. ``docs/bounds.md`` argues for every rule. A claim
``[a, b)`` says that under every plan the node is down from the first state of the instant `a` in
which losses, gains and reserves are settled, until before the instant `b`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bcp.graph.network import Need
from bcp.inventory.models import Procedure
from bcp.recovery.play import Case
from bcp.recovery.procedures import in_order
from bcp.search.fallen import short_staffed
from bcp.search.windows import Span, Windows, free_of, joined, unmet

__all__ = ["Certain", "certain_of"]

_MOST_LOOKS = 40
"""How often a node is looked at before it is left as it is: circles with start-ups creep."""
_MOST_MOMENTS = 50
"""At how many moments knots are looked for."""


def certain_of(case: Case) -> Certain:
    """Return what is certainly down in *case*."""
    found = Certain(case)
    found.follow(found.struck())
    while sunk := found.knots():
        found.follow(sunk)
    return found


class Certain:
    """Claims about the nodes of a case; all of them hold at any time, and they only grow."""

    def __init__(self, case: Case) -> None:
        self.case, self.network, self.horizon = case, case.network, case.horizon
        self.down: dict[str, tuple[Span, ...]] = {}
        """By node: the claims, in order; where two touch, the node may come up in between for no
        length of time."""
        self.hit: dict[str, int] = {}
        """When a component is damaged for the first time."""
        self._windows = Windows(case)
        self._held: dict[str, list[Span]] = {}
        self._sunk: dict[str, int] = {}
        self._looks: dict[str, int] = {}
        self._wanting: dict[Need, list[str]] = {}
        self._ordered: dict[str, list[str]] = {}
        self._read()

    def _read(self) -> None:
        horizon = self.horizon
        for hit in self.case.impact.hits:
            if hit.at < horizon:
                self.hit[hit.component] = min(hit.at, self.hit.get(hit.component, horizon))
        for spell in self.case.impact.outages:
            end = horizon if spell.end is None else min(spell.end, horizon)
            self._held.setdefault(spell.component, []).append((spell.start, end))
        for function in self.network.functions:
            for need in self.network.needs[function]:
                if need.staff is not None:
                    self._held.setdefault(function, []).extend(short_staffed(self.case, need))
        self._read_tasks()

    def _read_tasks(self) -> None:
        """Find out whose recovery wants which need."""
        for component in self.hit:
            for procedure in self._procedures(component):
                for task in procedure.tasks:
                    for need in self.network.work_needs(component, procedure.id, task.id):
                        self._wanting.setdefault(need, []).append(component)

    def struck(self) -> list[str]:
        """Return what the scenario strikes directly, in the order of the files."""
        return sorted({*self.hit, *self._held}, key=self.network.place.__getitem__)

    def follow(self, nodes: Iterable[str]) -> None:
        """Look at *nodes*, and at whatever depends on those whose claims grow."""
        waiting = deque(dict.fromkeys(nodes))
        queued = set(waiting)
        while waiting:
            node = waiting.popleft()
            queued.discard(node)
            looks = self._looks[node] = self._looks.get(node, 0) + 1
            if looks > _MOST_LOOKS:
                continue
            claims = tuple(self._claims(node))
            if claims != self.down.get(node, ()):
                self.down[node] = claims
                for other in self._depending(node):
                    if other not in queued:
                        queued.add(other)
                        waiting.append(other)

    def _depending(self, node: str) -> Iterator[str]:
        for need in (*self.network.users[node], *self.network.bridged[node]):
            if need.owner in self.network.place:
                yield need.owner
            yield from self._wanting.get(need, ())

    # One node.

    def unmet(self, need: Need) -> list[Span]:
        """Return when *need* is certainly not satisfied by providers (people apart)."""
        return unmet(need, [self.down[p] for p in need.providers if p in self.down])

    def _claims(self, node: str) -> Iterator[Span]:
        """Yield when *node* is certainly down, by the claims about others."""
        own = [*self._held.get(node, ())]
        if node in self.hit:
            own.append((self.hit[node], self._repaired(node)))
        if node in self._sunk:
            own.append((self._sunk[node], self.horizon))
        needs = self.network.needs[node]
        missing = {need: self.unmet(need) for need in needs + self.network.start_needs[node]}
        seeds = [(begin, end) for begin, end in own if begin < end]
        for need in needs:
            seeds += [(fall, end) for fall, end in self._falls(need, missing[need])]
        blocks = _Blocks(joined(own), [span for spans in missing.values() for span in spans])
        startup, up = self.network.startup(node), -1
        for begin, end in sorted(seeds):
            if begin >= up and begin < self.horizon:
                up = min(blocks.since(end, startup) + startup, self.horizon)
                yield begin, up

    def _falls(self, need: Need, missing: Sequence[Span]) -> Iterator[Span]:
        """Yield from when on the loss of *need* has certainly brought its owner down (R2)."""
        holders = self.down.get(need.held_by, ()) if need.held_by is not None else ()
        for begin, end in missing:
            over = begin + need.holdover
            for since, until in holders:
                if since < end and begin < until:
                    over = min(over, max(begin, since))
            if over < end:
                yield over, end

    def _procedures(self, component: str) -> Iterator[Procedure]:
        for id_ in self.network.components[component].procedure:
            yield self.network.procedures[id_]

    def _repaired(self, component: str) -> int:
        """Return before when a component cannot be repaired; the horizon: it cannot be."""
        ends = (self._finished(component, held) for held in self._procedures(component))
        return min(ends, default=self.horizon)

    def _finished(self, component: str, procedure: Procedure) -> int:
        """Return before when a procedure cannot be finished, with nobody to wait for."""
        end: dict[str, int] = {}
        if procedure.id not in self._ordered:
            self._ordered[procedure.id] = in_order(procedure)
        for id_ in self._ordered[procedure.id]:
            task = self.network.tasks[procedure.id, id_]
            since = max((end[earlier] for earlier in task.after), default=self.hit[component])
            start = self.earliest(component, procedure.id, id_, since)
            if start is None:
                return self.horizon
            end[id_] = start + task.duration.mean
        return min(max(end.values()), self.horizon)

    def earliest(self, component: str, procedure: str, task: str, since: int) -> int | None:
        """Return the first moment from *since* on at which a task might start; None: never."""
        needs = self.network.work_needs(component, procedure, task)
        missing = joined(span for need in needs for span in self.unmet(need))
        spans = self._windows.of(component, self.network.tasks[procedure, task])
        return free_of(spans, missing, since)

    # Knots.

    def knots(self) -> list[str]:
        """Sink nodes that all wait for one another at some moment, and return them."""
        moments = {span[0] for spans in self.down.values() for span in spans}
        found: list[str] = []
        for moment in sorted(moments)[:_MOST_MOMENTS]:
            for node in self._knot(moment):
                if self._sunk.get(node, self.horizon) > moment:
                    self._sunk[node] = moment
                    self._looks[node] = 0
                    found.append(node)
        return sorted(set(found), key=self.network.place.__getitem__)

    def _knot(self, moment: int) -> set[str]:
        """Return the nodes down at *moment* of which none can be the first to come up again."""
        down = {
            node
            for node, spans in self.down.items()
            if any(begin <= moment < end for begin, end in spans)
        }
        hasty = [*down]
        while hasty:
            node = hasty.pop()
            if node in down and not self._is_caught(node, down, moment):
                down.discard(node)
                hasty += [other for other in self._depending(node) if other in down]
        return {node for node in down if self._end(node, moment) < self.horizon}

    def _end(self, node: str, moment: int) -> int:
        return next(end for begin, end in self.down[node] if begin <= moment < end)

    def _is_caught(self, node: str, down: set[str], moment: int) -> bool:
        """Return whether *node* cannot come up before another of *down* does."""
        needs = self.network.needs[node] + self.network.start_needs[node]
        if any(_needs_one_of(need, down) for need in needs):
            return True
        if self.hit.get(node) != moment:
            return False
        return all(
            any(
                _needs_one_of(need, down)
                for task in procedure.tasks
                for need in self.network.work_needs(node, procedure.id, task.id)
            )
            for procedure in self._procedures(node)
        )


def _needs_one_of(need: Need, down: set[str]) -> bool:
    return bool(need.providers) and sum(p not in down for p in need.providers) < need.at_least


class _Blocks:
    """When a node cannot be allowed to start (R4)."""

    def __init__(self, own: Sequence[Span], missing: Sequence[Span]) -> None:
        self._own = own
        """Damage, outages, too few people: they begin before anything is gained."""
        self._missing = missing
        """Needs not satisfied: where one begins, the node may have come up before, in passing."""

    def since(self, moment: int, startup: int) -> int:
        """Return the first moment from *moment* on from which a whole start can be gone through."""
        while True:
            ends = [end for begin, end in self._own if begin <= moment + startup and moment < end]
            ends += [
                end for begin, end in self._missing if moment < end and begin < moment + startup
            ]
            if not ends:
                return moment
            moment = max(ends)


def spans_of(down: Mapping[str, Sequence[Span]], node: str) -> list[Span]:
    """Return when *node* is down, spans that touch joined."""
    return joined(down.get(node, ()))
