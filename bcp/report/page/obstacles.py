"""What a critical chain waits for, as steps of one sentence and as sums over many chains."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bcp.outlook.outlook import Outlook
from bcp.recovery.result import Link
from bcp.report.page.voice import Both, Voice
from bcp.words.recovery import WORDS as RECOVERY

__all__ = ["Obstacle", "Sort", "obstacles_of", "sentence", "steps_of"]

Sort = Literal["people", "work", "outside", "place", "spare", "startup"]
"""Waiting for people; work under way; something that comes back by itself; a place that nobody may
enter; a changeover; a start."""
_STEPS = 3
"""How many steps a sentence tells."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Something that recoveries wait for."""

    id: str
    """The component, ``component/task`` or team that it is about."""
    sort: Sort
    text: Both
    seconds: int
    """How long, in one chain; of several chains, in all."""
    functions: tuple[str, ...] = ()
    """Of several chains: the functions that wait for it."""
    scenarios: tuple[str, ...] = ()
    """Of several chains: in which scenarios."""


def steps_of(chain: Sequence[Link], voice: Voice) -> tuple[Obstacle, ...]:
    """Return what a chain waits for, in the order of time; the same thing twice running is one."""
    found: list[Obstacle] = []
    for link in chain:
        if link.what == "event":
            continue  # Nothing had to be waited for: it was still there.
        step = Obstacle(link.id, _sort(link), _text(link, voice), link.end - link.start)
        if found and (found[-1].id, found[-1].text) == (step.id, step.text):
            step = replace(step, seconds=found.pop().seconds + step.seconds)
        found.append(step)
    return tuple(found)


def _sort(link: Link) -> Sort:
    if link.what == "wait":
        return "place" if link.why.key == "why-access" else "people"
    known: dict[str, Sort] = {"task": "work", "switchover": "spare", "startup": "startup"}
    return known.get(link.what, "outside")


def _text(link: Link, voice: Voice) -> Both:
    why = voice.phrase(RECOVERY, link.why)
    if link.what in {"task", "startup"}:
        return voice.say("step-of", thing=voice.name(link.id.split("/")[0]), what=why)
    return why


def sentence(chain: Sequence[Link], voice: Voice) -> Both:
    """Return a chain as one sentence: its longest steps in the order of time, the rest summed."""
    steps = steps_of(chain, voice)
    longest = sorted(steps, key=lambda step: -step.seconds)[:_STEPS]
    shown = [step for step in steps if any(step is one for one in longest)]
    told = [voice.say("step", what=step.text, length=voice.span(step.seconds)) for step in shown]
    line = Both(*(" → ".join(text.in_(lang) for text in told) for lang in ("ja", "en")))
    rest = sum(step.seconds for step in steps) - sum(step.seconds for step in shown)
    if not rest:
        return line
    number = len(steps) - len(shown)
    return voice.say("steps-and-rest", steps=line, number=number, length=voice.span(rest))


def obstacles_of(outlooks: Iterable[Outlook], voice: Voice) -> tuple[Obstacle, ...]:
    """Return what the chains of all functions that are late wait for, the longest in all first."""
    sums: dict[tuple[str, Sort], Obstacle] = {}
    for outlook in outlooks:
        for id_ in outlook.missed:
            for step in steps_of(outlook.functions[id_].chain, voice):
                key = (step.id, step.sort)
                held = sums.get(key, replace(step, seconds=0))
                sums[key] = replace(
                    held,
                    seconds=held.seconds + step.seconds,
                    functions=_with(held.functions, id_),
                    scenarios=_with(held.scenarios, outlook.head.id),
                )
    return tuple(sorted(sums.values(), key=lambda held: -held.seconds))


def _with(held: tuple[str, ...], id_: str) -> tuple[str, ...]:
    return held if id_ in held else (*held, id_)
