"""The smallest single change after which a function meets its RTO, tried by playing it.

Each candidate is tried first in its largest amount; where that helps, the least amount that does is
found by bisection and its effect on every function is played out. Crews can make more help less
(Graham, "Bounds on multiprocessing timing anomalies", SIAM J. Appl. Math. 17, 1969), so a smaller
amount below a larger one that fails may be overlooked; what is named has been played.

The smallest comes first: what is no drastic change before what is (:meth:`Candidate.is_drastic`),
then by kind (:data:`KINDS`), then by the amount against what there is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from bcp.advice.candidate import KINDS, Candidate, Key
from bcp.advice.candidates import candidates_of
from bcp.advice.scene import Scene, play_scene
from bcp.advice.setting import Setting, downtime_in, meets, setting_of
from bcp.recovery.strategy import Strategy

__all__ = ["MOST", "STARTS", "Advice", "Remedy", "Step", "advise"]

_Item = TypeVar("_Item")
Track = Callable[[Sequence[_Item]], Iterable[_Item]]
"""Hands on what it is given, perhaps telling how far it is."""

_SHOWN = 5
"""How many ways are played out to the end: the smallest of each kind."""
STARTS = 5
"""From how many single changes, the most helpful ones, a second one is looked for."""
MOST = 100
"""How many single changes are tried at most, and how many second ones beside each."""
_PAIRS = 8
"""How many pairs are made as small as they can be."""


@dataclass(frozen=True, slots=True)
class Step:
    """A change, in the least amount that does it."""

    candidate: Candidate
    value: int

    @property
    def size(self) -> tuple[bool, int, Fraction]:
        """By which changes are sorted, the smallest first."""
        held = self.candidate
        return held.is_drastic(self.value), KINDS.index(held.kind), held.relative(self.value)

    def taken(self, setting: Setting) -> Setting:
        """Return *setting* with the change made."""
        return self.candidate.apply(setting, self.value)


@dataclass(frozen=True, slots=True)
class Remedy:
    """One change, or two together, and what comes of it, played to the end."""

    steps: tuple[Step, ...]
    downtime: int
    """Of the function, in seconds, to the horizon."""
    rto_met: bool
    loss: Fraction
    """Of the whole scenario, in weighted hours."""
    gained: tuple[str, ...]
    """Other functions that meet their RTO with it and not without it."""
    spoilt: tuple[str, ...]
    """Functions that meet their RTO without it and not with it."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What would bring a function back within its RTO."""

    remedies: tuple[Remedy, ...]
    """Single changes, the smallest first, one of a kind; or pairs, where no single one does it."""
    tried: int
    """How many things a single change was tried on."""
    left_out: int
    """How many more there were, further from the chain, that were not tried."""
    nearest: Remedy | None = None
    """Where nothing does it: the single change that helps most, if any helps."""


def advise(
    scene: Scene, function: str, strategy: Strategy, track: Track[Candidate] = lambda held: held
) -> Advice:
    """Return what would bring *function*, which misses its RTO in *scene*, back in time.

    Parameters
    ----------
    scene
        As it was played by *strategy*.
    function
        One that misses its RTO.
    strategy
        Who goes first: a rule makes its plan anew for every change, a plan found by a search is
        kept as it is.
    track
        Is handed the candidates, and hands them on.
    """
    search = _Search(scene, function, setting_of(scene.inventory, strategy, scene.planned))
    every = candidates_of(scene, function)
    candidates = _foremost(every)
    left_out = len(every) - len(candidates)
    found = [step for one in track(candidates) if (step := search.least(one)) is not None]
    if found:
        chosen = _one_of_a_kind(sorted(found, key=lambda step: step.size))
        remedies = tuple(search.played((step,)) for step in chosen)
        return Advice(remedies, len(candidates), left_out)
    return search.beyond_one(candidates, left_out, track)


def _foremost(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return what is tried: the first, which are those of the chain, and what people thought of."""
    measures = [one for one in candidates if one.kind == "measure"][: MOST // 2]
    others = [one for one in candidates if one.kind != "measure"]
    return (*others[: MOST - len(measures)], *measures)


def _one_of_a_kind(steps: Iterable[Step]) -> list[Step]:
    """Return the smallest steps, each the first of its kind."""
    found: dict[str, Step] = {}
    for step in steps:
        found.setdefault(step.candidate.kind, step)
    return [*found.values()][:_SHOWN]


class _Search:
    """Tries changes for one function of one scene."""

    def __init__(self, scene: Scene, function: str, setting: Setting) -> None:
        self.scene, self.function, self.setting = scene, function, setting

    def does_it(self, setting: Setting) -> bool:
        """Return whether the function meets its RTO in *setting*."""
        return meets(setting, self.scene.scenario, self.function, self.scene.network)

    def least(self, candidate: Candidate, setting: Setting | None = None) -> Step | None:
        """Return the least amount of *candidate* that does it in *setting*, if the largest does."""
        base = self.setting if setting is None else setting
        values = candidate.values
        if not self.does_it(candidate.apply(base, values[-1])):
            return None
        low, high = 0, len(values) - 1
        while low < high:
            middle = (low + high) // 2
            if self.does_it(candidate.apply(base, values[middle])):
                high = middle
            else:
                low = middle + 1
        return Step(candidate, values[high])

    def played(self, steps: tuple[Step, ...]) -> Remedy:
        """Return what comes of *steps*, played to the end."""
        setting = self.setting
        for step in steps:
            setting = step.taken(setting)
        after = play_scene(setting.inventory, self.scene.scenario, setting.way).result
        before = self.scene.result.functions
        now = {id_: held.rto_met for id_, held in after.functions.items() if id_ in before}
        held = after.functions[self.function]
        return Remedy(
            steps,
            held.downtime,
            held.rto_met,
            after.loss,
            gained=tuple(f for f in now if now[f] and not before[f].rto_met and f != self.function),
            spoilt=tuple(f for f in now if before[f].rto_met and not now[f]),
        )

    def beyond_one(
        self, candidates: tuple[Candidate, ...], left_out: int, track: Track[Candidate]
    ) -> Advice:
        """Return what to say where no single change does it."""
        largest = [*map(_largest, candidates)]
        downs = [
            (self._downtime(step), place)
            for place, step in enumerate(map(_largest, track(candidates)))
        ]
        helped = [largest[place] for _, place in sorted(downs)]
        pairs = self._pairs(helped, candidates)
        if pairs:
            remedies = tuple(self.played(pair) for pair in pairs[:_SHOWN])
            return Advice(remedies, len(candidates), left_out)
        was = self.scene.result.functions[self.function].downtime
        does_help = bool(downs) and min(downs)[0] < was
        nearest = self.played((helped[0],)) if does_help else None
        return Advice((), len(candidates), left_out, nearest)

    def _downtime(self, step: Step) -> int:
        setting, scene = step.taken(self.setting), self.scene
        return downtime_in(setting, scene.scenario, self.function, scene.network)

    def _pairs(
        self, helped: list[Step], candidates: tuple[Candidate, ...]
    ) -> list[tuple[Step, Step]]:
        found: list[tuple[Step, Step]] = []
        tried: set[frozenset[Key]] = set()
        for one in helped[:STARTS]:
            base = one.taken(self.setting)
            for two in map(_largest, self._others(one, base, candidates)):
                key = _key((one, two))
                if key not in tried and self.does_it(two.taken(base)):
                    found.append((one, two))
                tried.add(key)
        found.sort(key=_size_of_pair)
        small = {_key(pair): pair for pair in map(self._smaller, found[:_PAIRS])}
        return sorted(small.values(), key=_size_of_pair)

    def _others(
        self, one: Step, base: Setting, candidates: tuple[Candidate, ...]
    ) -> list[Candidate]:
        """Return what could go with *one*: what binds once it is made, and what reaches anywhere."""
        left = play_scene(base.inventory, self.scene.scenario, base.way)
        wide = (
            held for held in candidates if held.kind == "measure" or held.subject == self.function
        )
        binding = candidates_of(left, self.function, is_wide=False)
        found = {held.key: held for held in (*binding, *wide)}
        return [*_foremost([two for key, two in found.items() if key != one.candidate.key])]

    def _smaller(self, pair: tuple[Step, Step]) -> tuple[Step, Step]:
        """Return a pair with each change in the least amount beside the other."""
        one, two = pair
        one = self._least_beside(one, two) or one
        two = self._least_beside(two, one) or two
        return one, two

    def _least_beside(self, step: Step, other: Step) -> Step | None:
        return self.least(step.candidate, other.taken(self.setting))


def _largest(candidate: Candidate) -> Step:
    return Step(candidate, candidate.values[-1])


def _key(pair: tuple[Step, Step]) -> frozenset[Key]:
    return frozenset(step.candidate.key for step in pair)


def _size_of_pair(pair: tuple[Step, Step]) -> tuple[bool, int, Fraction]:
    sizes = [step.size for step in pair]
    drastic, kinds, relative = zip(*sizes, strict=True)
    return any(drastic), sum(kinds), sum(relative, Fraction(0))
