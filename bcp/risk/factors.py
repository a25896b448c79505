"""Which uncertain things there are, each with a row of sums, so that its share can be told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

import numpy as np

from bcp.compiled.kernel.runs import Factors
from bcp.compiled.kernel.sampling import PEOPLE
from bcp.compiled.sampling import Sampler

__all__ = ["Factor", "Sort", "factors_of"]


class Sort(Enum):
    """What is uncertain about a factor."""

    DAMAGE = "damage"
    """Whether a component is hit."""
    SITE = "site"
    """Whether the components of a site that share one draw are hit."""
    DURATION = "duration"
    """How long a task takes."""
    ARRIVAL = "arrival"
    """When the people of a team, or the whole team, come."""


@dataclass(frozen=True, slots=True)
class Factor:
    """One uncertain thing."""

    sort: Sort
    event: int | None
    """Of damage: the number of the event, from 0."""
    ids: tuple[str, ...]
    """The component; the site and the components; component, procedure and task; or the team."""


def factors_of(sampler: Sampler) -> tuple[tuple[Factor, ...], Factors]:
    """Return the uncertain things of a case, and the row of each by what the kernel knows it by."""
    rows: list[Factor] = []
    strikes = list(_strikes(sampler, rows))
    first = len(rows)
    rows += [Factor(Sort.DURATION, None, work) for work in sampler.uncertain]
    works = np.arange(first, len(rows), dtype=np.int64)
    teams = list(_teams(sampler, rows))
    return tuple(rows), Factors(np.array(strikes, np.int64), works, np.array(teams, np.int64))


def _strikes(sampler: Sampler, rows: list[Factor]) -> Iterator[int]:
    """Yield the row of each strike; of those that share a draw only the first has one."""
    together: dict[int, list[str]] = {}
    for strike in sampler.compiled.strikes:
        together.setdefault(strike.word, []).append(strike.hit.component)
    for strike in sampler.compiled.strikes:
        ids = together.pop(strike.word, None)
        if ids is None or strike.share == 1:
            yield -1
            continue
        yield len(rows)
        if strike.site is None or len(ids) == 1:
            rows.append(Factor(Sort.DAMAGE, strike.event, (strike.hit.component,)))
        else:
            rows.append(Factor(Sort.SITE, strike.event, (strike.site, *ids)))


def _teams(sampler: Sampler, rows: list[Factor]) -> Iterator[int]:
    chances = sampler.chances
    for number, team in enumerate(sampler.compiled.teams):
        if chances.mode[number] != PEOPLE and chances.late_shape[number] < 0:
            yield -1
            continue
        yield len(rows)
        rows.append(Factor(Sort.ARRIVAL, None, (team,)))
