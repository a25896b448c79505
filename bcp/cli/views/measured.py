"""How often drills measured what a plan takes for granted, in a few words."""

from __future__ import annotations

from collections.abc import Sequence

from bcp.cli.moments import length
from bcp.inventory.measured import Measurement
from bcp.inventory.models import Component, Inventory, Procedure
from bcp.words import Lang, say
from bcp.words.cli import WORDS

__all__ = ["measured_component", "measured_procedure", "measured_task"]


def measured_task(inventory: Inventory, procedure: str, task: str, lang: Lang) -> str:
    """Return how often a task was measured and when last; empty: never."""
    found = _of(inventory, procedure, task)
    if not found:
        return ""
    shortest, longest = min(held.took for held in found), max(held.took for held in found)
    took = length(shortest, lang)
    if longest != shortest:
        took = f"{took}–{length(longest, lang)}"
    return say(WORDS, "measured-task", lang, text=_times(found, lang), took=took)


def measured_procedure(inventory: Inventory, procedure: Procedure, lang: Lang) -> str:
    """Return how often every task of a procedure was measured, or how many of them were."""
    by_task = [_of(inventory, procedure.id, task.id) for task in procedure.tasks]
    done = [found for found in by_task if found]
    if not done:
        return ""
    if len(done) == len(by_task):
        return _times(min(done, key=len), lang)
    values = {
        "number": len(done),
        "all": len(by_task),
        "last": _last([one for found in done for one in found]),
    }
    return say(WORDS, "measured-some", lang, **values)


def measured_component(inventory: Inventory, component: Component, lang: Lang) -> str:
    """Return the same of the first procedure of a component that was measured."""
    procedures = {held.id: held for held in inventory.procedures}
    texts = (measured_procedure(inventory, procedures[id_], lang) for id_ in component.procedure)
    return next((text for text in texts if text), "")


def _of(inventory: Inventory, procedure: str, task: str) -> list[Measurement]:
    return [
        held for held in inventory.measurements if (held.procedure, held.task) == (procedure, task)
    ]


def _times(found: Sequence[Measurement], lang: Lang) -> str:
    key = {1: "measured-once", 2: "measured-twice"}.get(len(found), "measured-often")
    return say(WORDS, key, lang, number=len(found), last=_last(found))


def _last(found: Sequence[Measurement]) -> str:
    return f"{max(held.on for held in found):%Y-%m}"
