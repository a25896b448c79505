"""``--fail-on``: what makes a command end with the exit status of a plan that is not good enough."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from bcp.cli.moments import length
from bcp.words import Lang, Names, join, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from bcp.outlook.outlook import Outlook
    from bcp.recovery.result import FunctionResult

__all__ = ["FAIL_ON", "failed_json", "missed", "totals"]

FAIL_ON = ("rto", "mtpd", "rpo", "deadlock")


class Played(Protocol):
    """What came of a scenario."""

    @property
    def functions(self) -> Mapping[str, FunctionResult]:
        """Of each function."""

    @property
    def deadlocks(self) -> tuple[tuple[str, ...], ...]:
        """What waits for itself."""


def missed(played: Played, word: str) -> tuple[str, ...]:
    """Return the functions that miss their *word*: ``rto``, ``mtpd`` or ``rpo``."""
    return tuple(
        id_ for id_, held in played.functions.items() if getattr(held, f"{word}_met") is False
    )


def failed_json(
    outlook: Outlook, words: Sequence[str], lang: Lang, names: Names
) -> list[dict[str, Any]]:
    """Return what of *words* was found in a scenario, as ``bcp check --json`` prints it.

    Parameters
    ----------
    outlook
        What came of the scenario.
    words
        Some of :data:`FAIL_ON`.
    lang
        The language of the texts.
    names
        What scenarios, functions and components are called.
    """
    found: list[dict[str, Any]] = []
    for word in words:
        if word == "deadlock":
            found += (_knot(outlook.head.id, knot, lang, names) for knot in outlook.deadlocks)
        else:
            found += (
                _miss(outlook.head.id, id_, word, outlook.functions[id_])
                | {"text": _text(word, id_, outlook.functions[id_], lang, names)}
                for id_ in missed(outlook, word)
            )
    return found


def _knot(scenario: str, knot: Sequence[str], lang: Lang, names: Names) -> dict[str, Any]:
    values = {"names": join([names.get(id_, id_) for id_ in knot], lang)}
    text = say(WORDS, "failed-deadlock", lang, **values)
    return {"scenario": scenario, "function": None, "on": "deadlock", "ids": [*knot], "text": text}


def _miss(scenario: str, function: str, word: str, held: FunctionResult) -> dict[str, Any]:
    document = {"scenario": scenario, "function": function, "on": word}
    if word == "rpo":
        return document | {"data_loss_s": held.data_loss, "target_s": held.rpo}
    target = held.rto if word == "rto" else held.mtpd
    return document | {"downtime_s": held.downtime, "target_s": target}


def _text(word: str, function: str, held: FunctionResult, lang: Lang, names: Names) -> str:
    """Return in words by how much a target is missed."""
    key, target = f"failed-{word}", held.mtpd if word == "mtpd" else held.rto
    measured: int | None = held.downtime
    if word == "rpo":
        measured, target = held.data_loss, held.rpo
        key = "failed-rpo-lost" if measured is None else key
    elif held.restored is None:
        key = f"failed-{word}-never"
    values = {
        "function": names.get(function, function),
        "measured": "" if measured is None else length(measured, lang),
        "target": "" if target is None else length(target, lang),
    }
    return say(WORDS, key, lang, **values)


def totals(failed: Sequence[Mapping[str, Any]], lang: Lang) -> list[str]:
    """Return how often each word was found, and in how many scenarios; of findings, how many."""
    counted = Counter(str(held["on"]) for held in failed)
    texts = []
    for word in FAIL_ON:
        if counted[word]:
            scenarios = {held["scenario"] for held in failed if held["on"] == word}
            values = {"on": word, "number": counted[word], "scenarios": len(scenarios)}
            texts.append(say(WORDS, "failed-in-all", lang, **values))
    for word, number in counted.items():
        if word not in FAIL_ON:
            texts.append(say(WORDS, "failed-findings-total", lang, on=word, number=number))
    return texts
