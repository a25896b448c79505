"""Which inject, task and team the minutes of a drill went to, as far as its replays tell. Pure.

What delayed a function is looked for on its critical chain: the tasks that its return waited for,
and those that kept their crews busy before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bcp.drill.live.state import Attempt, DrillState
from bcp.drill.review.minutes import Cause, Ladder, Rung, Split
from bcp.drill.review.waits import Waits
from bcp.recovery.chain import Tracer
from bcp.recovery.works import Done
from bcp.words import Name, Phrase, Span

__all__ = ["Culprits", "Reason"]

_MOST = 3
"""How many are named a cause."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that cost a function time, or won it."""

    cause: Cause
    seconds: int
    """How long it was itself; of an inject, what it added. Several do not add up to a share."""
    phrase: Phrase
    """A text of ``bcp.words.aar``."""


class Culprits:
    """Looks for what is behind the shares of a drill."""

    def __init__(self, state: DrillState, held: Ladder, waits: Waits) -> None:
        self._ladder, self._waits = held, waits
        self._attempts: dict[tuple[str, str, int], Attempt] = {
            (a.work.component, a.work.task, a.started): a
            for a in state.attempts
            if a.aborted is None and not a.by_plan
        }
        self._tracers: dict[int, Tracer] = {}
        self._others: dict[int, Waits] = {}

    def of(self, split: Split) -> tuple[Reason, ...]:
        """Return what cost a function time, a few for each cause, the largest first."""
        found: list[Reason] = [_of_inject(*one) for one in split.by_inject]
        makers = (("order", self._order), ("slower", self._slower), ("waiting", self._waiting))
        for cause, maker in makers:
            share = split.shares[cause]  # type: ignore[index]
            same_way = [r for r in maker(split.function) if r.seconds * share > 0]
            found += sorted(same_way, key=lambda reason: -abs(reason.seconds))[:_MOST]
        return tuple(found)

    def _order(self, function: str) -> Iterator[Reason]:
        rung, below = self._ladder.last("order"), self._ladder.before("order")
        if rung is None or below is None:
            return
        before = {done.work: done.start for done in below.end.works.done}
        late = 0
        for done, busy in self._chain(rung, function):
            start = before.get(done.work)
            if start is not None and done.start - start != late:
                values: dict[str, object] = {"by_plan": Span(start), "by_team": Span(done.start)}
                more, late = done.start - start - late, done.start - start
                yield _reason("order", more, done, **values, **(busy if more > 0 else {}))

    def _slower(self, function: str) -> Iterator[Reason]:
        rung, below = self._ladder.last("slower"), self._ladder.before("slower")
        if rung is None or below is None:
            return
        planned = {done.work: done.finish - done.start for done in below.end.works.done}
        for done in self._delaying(rung, function):
            took, length = done.finish - done.start, planned.get(done.work)
            if length is not None and took != length:
                values = {"planned": Span(length), "took": Span(took)}
                yield _reason("slower", took - length, done, **values)

    def _waiting(self, function: str) -> Iterator[Reason]:
        for done in self._delaying(self._ladder.actual, function):
            work = done.work
            attempt = self._attempts.get((work.component, work.task, done.start))
            if attempt is not None:
                ready = self._waits.ready(attempt)
                values = {"ready": Span(ready), "begun": Span(done.start)}
                yield _reason("waiting", done.start - ready, done, **values)

    def _delaying(self, rung: Rung, function: str) -> Iterable[Done]:
        """Return the critical chain of *function*, and the work that kept its crews busy before."""
        is_actual = rung is self._ladder.actual
        waits = self._waits if is_actual else self._others.get(id(rung))
        if waits is None:
            waits = self._others[id(rung)] = Waits(rung.case, rung.end, ())
        done = {held.work: held for held in rung.end.works.done}
        found: dict[Done, None] = {}
        left = [held for held, _ in self._chain(rung, function)]
        while left:
            held = left.pop()
            if held not in found:
                found[held] = None
                blocker = waits.blocker(held)
                left += [blocker] if blocker is not None else []
                task = rung.case.network.tasks[held.work.procedure, held.work.task]
                left += [done[held.work._replace(task=other)] for other in task.after]
        return found

    def _chain(self, rung: Rung, function: str) -> Sequence[tuple[Done, dict[str, object]]]:
        """Return the tasks on the critical chain of *function*, if it came back, in order.

        With each, which team it had to wait for and what that was at, if it had to.
        """
        downs = rung.downs.get(function, ())
        rise = downs[-1].rise if downs else None
        if rise is None:
            return ()
        if id(rung) not in self._tracers:
            self._tracers[id(rung)] = Tracer(rung.case, rung.end)
        links = self._tracers[id(rung)].chain(rise)
        named: dict[tuple[str, int], dict[str, object]] = {
            (link.id, link.start): {} for link in links if link.what == "task"
        }
        for link, after in pairwise(links):
            if after.what == "task" and "other" in link.why.values:
                named[after.id, after.start] = {k: link.why.values[k] for k in ("team", "other")}
        works = [
            (done, (f"{done.work.component}/{done.work.task}", done.start))
            for done in rung.end.works.done
        ]
        return [(done, named[key]) for done, key in works if key in named]


def _of_inject(cause: Cause, no: str, seconds: int) -> Reason:
    return Reason(cause, seconds, Phrase(f"reason-{cause}", {"no": no, "length": Span(seconds)}))


def _reason(cause: Cause, seconds: int, done: Done, **values: object) -> Reason:
    work = done.work
    named = {"component": Name(work.component), "task": Name(f"{work.procedure}/{work.task}")}
    length = {"length": Span(seconds)}
    key = f"reason-{cause}-busy" if "other" in values else f"reason-{cause}"
    return Reason(cause, seconds, Phrase(key, named | values | length))
