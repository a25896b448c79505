"""One kind of change to one thing, in the amounts in which it can be made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, get_args

from bcp.advice.setting import Setting
from bcp.units import HOUR, MINUTE

__all__ = ["KINDS", "Candidate", "Key", "Kind", "down_to", "grain", "up_to"]

Kind = Literal[
    "order",
    "procedure",
    "hours",
    "arrival",
    "duration",
    "startup",
    "switchover",
    "people",
    "holdover",
    "measure",
    "reserve",
    "spare",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""From the least effort on: what is only decided, then what is agreed, practised, staffed, bought."""

Key = tuple[Kind, str, str, int]

_SHORTENED = ("arrival", "duration", "startup", "switchover")
_HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One kind of change to one thing, in several amounts."""

    kind: Kind
    subject: str
    """The id of what is changed; of a task ``procedure/task``."""
    values: tuple[int, ...]
    """The amounts, from the mildest to the most: seconds, heads, or 0 where there is but one."""
    before: int
    """The amount as it is."""
    apply: Callable[[Setting, int], Setting]
    """Returns a setting with the change made in one of the amounts."""
    detail: str = ""
    """A second id: the procedure that is taken, the component that holds a reserve."""

    @property
    def key(self) -> Key:
        """What tells it from every other."""
        return self.kind, self.subject, self.detail, self.before

    def relative(self, value: int) -> Fraction:
        """Return how large a change is: against what there is, or among the amounts there are."""
        if self.before:
            return Fraction(abs(value - self.before), self.before)
        return Fraction(self.values.index(value) + 1, len(self.values))

    def is_drastic(self, value: int) -> bool:
        """Return whether a length is cut by more than half, or anything more than doubled."""
        return self.relative(value) > (_HALF if self.kind in _SHORTENED else 1)


def grain(seconds: int) -> int:
    """Return in which steps people speak of a length of time."""
    if seconds <= 2 * HOUR:
        return 5 * MINUTE
    return 15 * MINUTE if seconds <= 12 * HOUR else HOUR


def down_to(before: int, least: int) -> Iterator[int]:
    """Yield the lengths below *before*, the longest first, in steps that people speak of."""
    step = grain(before)
    value = (before - 1) // step * step
    while value >= least and value >= 0 and before:
        yield value
        value -= step


def up_to(before: int, most: int) -> Iterator[int]:
    """Yield the lengths above *before*, the shortest first, up to about *most*."""
    step = HOUR if most > 12 * HOUR else 15 * MINUTE
    yield from range(before // step * step + step, most + step, step)
