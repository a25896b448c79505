"""What is uncertain about a case, compiled into the arrays that the sampling kernel reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from bcp.chance.draw import Draw, WorkId
from bcp.chance.pert import KNOTS, mode_of, table_of
from bcp.chance.uncertain import (
    Arrival,
    arrival_of,
    duration_word,
    lateness_of,
)
from bcp.compiled.kernel.sampling import CALLED, FIXED, OWN, PEOPLE, Chances, Luck, sample_into
from bcp.compiled.people import person_of
from bcp.compiled.play import plain
from bcp.compiled.tables import Compiled, DrawArrays
from bcp.inventory.models import Pert, Team

__all__ = ["Sampler", "draw_of", "sampler_of"]

_Words = list[int]


@dataclass(frozen=True, eq=False)
class Sampler:
    """Draws the runs of a compiled case. Shared by every thread."""

    compiled: Compiled
    chances: Chances
    uncertain: tuple[WorkId, ...]
    """The works whose duration is drawn where their component is hit."""
    start: DrawArrays
    """What a plain simulation plays: what chance leaves alone stays as it is there."""

    def blank(self) -> tuple[DrawArrays, Luck]:
        """Return what a run is drawn into: one for each thread."""
        teams = len(self.compiled.teams)
        room = int(np.diff(self.compiled.tables.step_from).max(initial=1))
        luck = Luck(np.full(teams, -1, np.int64), _zeros(room), _zeros(room))
        hit, *rest = self.start
        duration, steps, at, heads = (held.astype(np.int64) for held in rest)
        return DrawArrays(hit.copy(), duration, steps, at, heads), luck

    def draw(self, seed: int, run: int) -> DrawArrays:
        """Return what chance decides for a run."""
        draw, luck = self.blank()
        steps = self.compiled.tables.step_from
        sample_into(self.chances, np.uint64(seed), run, draw, luck, steps)
        return draw


def sampler_of(compiled: Compiled) -> Sampler:
    """Return what draws the runs of *compiled*."""
    strikes = compiled.strikes
    works = _Works(compiled)
    teams = _Teams(compiled)
    pieces = works.pieces()
    shapes = _Shapes()
    chances = Chances(
        strike_at=_ints([strike.hit.at for strike in strikes]),
        strike_word=_words([strike.word for strike in strikes]),
        strike_below=_ints([strike.threshold for strike in strikes]),
        strike_works=_ints([pieces[s.hit.component] for s in strikes]).reshape(-1, 2),
        uncertain=_ints(works.uncertain),
        low=_ints([pert.low for pert in works.perts]),
        span=_ints([pert.high - pert.low for pert in works.perts]),
        shape=_ints([shapes.of(pert) for pert in works.perts]),
        word=_words(works.words),
        mode=_ints(teams.mode),
        person=_ints(teams.person),
        late_low=_ints([pert.low for pert in teams.late]),
        late_span=_ints([pert.high - pert.low for pert in teams.late]),
        late_shape=_ints([shapes.of(pert) for pert in teams.late]),
        late_word=_words(teams.late_word),
        base_from=_ints(teams.base_from),
        base_at=_ints([at for at, _, _ in teams.base]),
        base_heads=_ints([heads for _, heads, _ in teams.base]),
        base_share=_ints([share for _, _, share in teams.base]),
        group_from=_ints(teams.group_from),
        group_size=_ints(teams.group_size),
        group_word=_words(teams.group_word),
        quantiles=shapes.tables(),
    )
    uncertain = tuple(compiled.works[work] for work in works.uncertain)
    return Sampler(compiled, chances, uncertain, plain(compiled))


class _Shapes:
    """The quantiles of every shape of PERT that occurs, each once."""

    def __init__(self) -> None:
        self._number: dict[Fraction, int] = {}

    def of(self, pert: Pert) -> int:
        """Return the number of its shape, -1 where there is nothing to draw."""
        if pert.low == pert.high:
            return -1
        mode = mode_of(pert.low, pert.likely, pert.high)
        return self._number.setdefault(mode, len(self._number))

    def tables(self) -> NDArray[np.int64]:
        """Return the tables of all of them."""
        found = np.zeros((max(1, len(self._number)), 2, KNOTS), np.int64)
        for mode, number in self._number.items():
            found[number] = table_of(mode)
        return found


class _Works:
    """How long the works of a case take."""

    def __init__(self, compiled: Compiled) -> None:
        tasks = compiled.network.tasks
        self.perts = [tasks[procedure, task].duration for _, procedure, task in compiled.works]
        self.uncertain = [n for n, pert in enumerate(self.perts) if pert.low < pert.high]
        drawn = set(self.uncertain)
        self.words = [duration_word(w) if n in drawn else 0 for n, w in enumerate(compiled.works)]
        self._compiled = compiled

    def pieces(self) -> dict[str, tuple[int, int]]:
        """Return where in `uncertain` the works of each component that may be hit are."""
        found = dict.fromkeys((strike.hit.component for strike in self._compiled.strikes), (0, 0))
        for place, number in enumerate(self.uncertain):
            component = self._compiled.works[number][0]
            begin, end = found[component]
            found[component] = (begin if end else place, place + 1)
        return found


class _Teams:
    """How the teams of a case come in."""

    def __init__(self, compiled: Compiled) -> None:
        self._head = compiled.impact.head
        self.mode: list[int] = []
        self.person: list[int] = []
        self.late: list[Pert] = []
        self.late_word: _Words = []
        self.base_from, self.group_from = [0], [0]
        self.base: list[tuple[int, int, int]] = []
        self.group_size: list[int] = []
        self.group_word: _Words = []
        for team in compiled.network.inventory.teams:
            self._add(team)

    def _add(self, team: Team) -> None:
        late = lateness_of(team, self._head)
        arrival = arrival_of(team, self._head)
        self.mode.append(self._mode(team, arrival, is_late=late is not None))
        self.person.append(person_of(team))
        self.late.append(Pert(low=0, likely=0, high=0) if late is None else late.pert)
        self.late_word.append(0 if late is None else late.word)
        if arrival is not None:
            self._add_people(arrival)
        elif self.mode[-1] != FIXED:
            self._add_steps(team)
        self.base_from.append(len(self.base))
        self.group_from.append(len(self.group_size))

    def _mode(self, team: Team, arrival: Arrival | None, *, is_late: bool) -> int:
        if arrival is not None:
            return PEOPLE
        if team.assembly is not None and team.vendor:
            return CALLED
        return OWN if is_late else FIXED

    def _add_people(self, arrival: Arrival) -> None:
        self.group_size += arrival.groups
        self.group_word += arrival.words
        for moment, heads, below in zip(
            arrival.moments, arrival.heads, arrival.thresholds, strict=True
        ):
            self.base.append((moment, max(heads, 0), -1 if heads >= 0 else below))

    def _add_steps(self, team: Team) -> None:
        person = person_of(team)
        self.base += [
            (moment, int(team.base(amount) * person), -1)
            for moment, amount in sorted((team.assembly or {}).items())
        ]


def draw_of(compiled: Compiled, arrays: DrawArrays) -> Draw:
    """Return what chance decided in *arrays* in words, for the readable engine."""
    held = zip(compiled.strikes, arrays.hit, strict=True)
    hits = tuple(strike.hit for strike, is_hit in held if is_hit)
    struck = {hit.component for hit in hits}
    durations = {
        work: int(seconds)
        for work, seconds in zip(compiled.works, arrays.duration, strict=True)
        if work[0] in struck
    }
    teams = compiled.network.inventory.teams
    return Draw(
        hits, durations, {team.id: _arrivals(compiled, arrays, n) for n, team in enumerate(teams)}
    )


def _arrivals(
    compiled: Compiled, arrays: DrawArrays, number: int
) -> tuple[tuple[int, int | Fraction], ...]:
    person = person_of(compiled.network.inventory.teams[number])
    begin = int(compiled.tables.step_from[number])
    end = begin + int(arrays.steps[number])
    return tuple(
        (int(at), Fraction(int(heads), person))
        for at, heads in zip(arrays.at[begin:end], arrays.heads[begin:end], strict=True)
    )


def _zeros(number: int) -> NDArray[np.int64]:
    return np.zeros(number, np.int64)


def _ints(values: Sequence[object]) -> NDArray[np.int64]:
    return np.array(values, np.int64)


def _words(values: Sequence[int]) -> NDArray[np.uint64]:
    return np.array(values, np.uint64)
