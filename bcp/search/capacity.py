"""How many of a team can be at work at most, tasks under way when people leave included."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bcp.recovery.play import Case

__all__ = ["Profile", "profile_of"]


@dataclass(frozen=True, slots=True)
class Profile:
    """From `times[i]` on at most `heads[i]` of a team are at work; the last time is the horizon."""

    times: tuple[int, ...]
    heads: tuple[int, ...]

    @property
    def most(self) -> int:
        """How many there ever are."""
        return max(self.heads)

    def gaps(self) -> Iterator[tuple[int, int, int]]:
        """Yield from, to and how many are missing from the most."""
        for (begin, end), heads in zip(pairwise(self.times), self.heads, strict=True):
            if heads < self.most:
                yield begin, end, self.most - heads

    def work_until(self, moment: int) -> int:
        """Return how many seconds of work they can have done by *moment*."""
        spans = zip(pairwise(self.times), self.heads, strict=True)
        return sum(heads * max(0, min(end, moment) - begin) for (begin, end), heads in spans)


def profile_of(case: Case, team: str, longest: int) -> Profile:
    """Return how many of *team* can be at work.

    A fall interrupts no task in progress (T3). Of the tasks under way at a moment the one begun
    last found everyone it needed beside the others, and began less than *longest* seconds before:
    so there are never more than were on hand at some moment since then.

    Parameters
    ----------
    case
        An inventory under a scenario.
    team
        The id of the team.
    longest
        Of its tasks that are looked at, in seconds.
    """
    steps, horizon = case.roster.on_hand[team], case.horizon
    edges = [0, *(time for time in steps.times if 0 < time < horizon), horizon]
    spans = [(begin, end, steps.at(begin)) for begin, end in pairwise(edges)]
    lasting = [(begin, min(end + longest, horizon), heads) for begin, end, heads in spans]
    times = sorted({0, horizon, *(edge for span in lasting for edge in span[:2])})
    heads = [
        max((n for since, until, n in lasting if since <= begin < until), default=0)
        for begin in times[:-1]
    ]
    kept = [i for i in range(len(heads)) if not i or heads[i] != heads[i - 1]]
    return Profile((*(times[i] for i in kept), horizon), tuple(heads[i] for i in kept))
