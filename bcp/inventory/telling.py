"""Disagreements between items in the words of faults: the sorts of ids named, the nearest id."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bcp.inventory.checks import Draft, Problem, Sort
from bcp.inventory.faults import Nearest
from bcp.words import Word

__all__ = ["Told", "teller"]

Told = tuple[str, Mapping[str, object]]
"""Which text of ``bcp.words.faults`` says it, and the values of that text."""


def teller(draft: Draft) -> Callable[[Problem], Told]:
    """Return what puts each problem of *draft* into words."""
    nearest = Nearest()
    known: dict[tuple[Sort, ...], Sequence[str]] = {}

    def told(problem: Problem) -> Told:
        key, values = problem.key, dict(problem.values)
        if problem.unknown is not None:
            name, wanted = problem.unknown
            values["wanted"] = Word("sort-" + "-or-".join(wanted))
            if wanted not in known:
                known[wanted] = _names(draft, wanted)
            if "sort" in values:
                values["sort"] = Word(f"sort-{values['sort']}")
            elif meant := nearest(name, known[wanted]):
                key, values["nearest"] = "unknown-id-near", meant
        return key, values

    return told


def _names(draft: Draft, wanted: tuple[Sort, ...]) -> list[str]:
    held = (*draft.sorts.items(), *draft.parts.items())
    return [name for name, sort in held if sort in wanted]
