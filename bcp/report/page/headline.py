"""The first thing read: what is wrong in a sentence, what would change it, and a few figures."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from bcp.outlook.effects import Effect
from bcp.outlook.outlook import Outlook, verdict_of
from bcp.report.dossier import Dossier
from bcp.report.page.obstacles import obstacles_of
from bcp.report.page.remedies import Remedies
from bcp.report.page.tally import Tally
from bcp.report.page.voice import EMPTY, Both, Voice

__all__ = ["Figure", "Headline", "headline_of"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A key figure."""

    value: Both
    label: Both
    tone: Literal["good", "bad", "plain"]


@dataclass(frozen=True, slots=True)
class Headline:
    """What the page says in short."""

    sentence: Both
    worst: Both
    """Which scenario costs most; empty if none costs anything."""
    change: Both
    """What would change it; empty if nothing has to."""
    figures: tuple[Figure, ...]


def headline_of(dossier: Dossier, tally: Tally, remedies: Remedies, voice: Voice) -> Headline:
    """Return the headline."""
    return Headline(
        sentence=_sentence(tally, voice),
        worst=_worst(tally.worst, voice) if tally.failing else EMPTY,
        change=_change(dossier, tally, remedies, voice) if tally.failing else EMPTY,
        figures=_figures(tally, voice),
    )


def _sentence(tally: Tally, voice: Voice) -> Both:
    if not tally.scenarios:
        return voice.say("headline-no-scenario", functions=tally.functions)
    if not tally.functions:
        return voice.say("headline-no-function")
    key = "headline-late" if tally.failing else "headline-met"
    if tally.scenarios == 1:
        key += "-one"
    elif tally.failing == tally.scenarios:
        key += "-all"
    return voice.say(
        key,
        scenarios=tally.scenarios,
        failing=tally.failing,
        missed=len(tally.missed),
        functions=tally.functions,
    )


def _worst(outlook: Outlook | None, voice: Voice) -> Both:
    assert outlook is not None
    beyond = sum(verdict_of(held) in {"mtpd", "down"} for held in outlook.functions.values())
    values = {"scenario": voice.scenario(outlook.head.id), "missed": len(outlook.missed)}
    if not beyond:
        return voice.say("headline-worst-late", **values)
    return voice.say("headline-worst", **values, beyond=beyond)


def _change(dossier: Dossier, tally: Tally, remedies: Remedies, voice: Voice) -> Both:
    if remedies.planned is not None:
        return remedies.planned.sentence
    best = max(dossier.effects, key=lambda effect: effect.avoided, default=None)
    if best is not None and best.avoided > 0:
        return _best(best, tally, voice)
    obstacles = obstacles_of(dossier.outlooks, voice)
    if not obstacles:
        return EMPTY
    first = obstacles[0]
    return voice.say(
        "headline-look",
        what=first.text,
        functions=len(first.functions),
        advice=voice.say(f"advice-{first.sort}"),
    )


def _best(effect: Effect, tally: Tally, voice: Voice) -> Both:
    share = effect.avoided / tally.loss if tally.loss else Fraction(0)
    gained = {id_ for held in effect.gained.values() for id_ in held}
    return voice.say(
        "headline-best",
        measure=voice.measure(effect.measure),
        share=voice.percent(share),
        gained=len(gained),
    )


def _figures(tally: Tally, voice: Voice) -> tuple[Figure, ...]:
    if not tally.scenarios:
        return ()
    found = [
        _share(tally.failing, tally.scenarios, "figure-scenarios", voice),
        _share(len(tally.missed), tally.functions, "figure-missed", voice),
        _share(len(tally.beyond), tally.functions, "figure-beyond", voice),
    ]
    if tally.losing:
        found.append(_share(len(tally.losing), tally.functions, "figure-losing", voice))
    if tally.longest is not None:
        seconds, function, scenario = tally.longest
        label = voice.say(
            "figure-longest", function=voice.name(function), scenario=voice.scenario(scenario)
        )
        found.append(Figure(voice.span(seconds), label, "bad"))
    return tuple(found)


def _share(number: int, whole: int, key: str, voice: Voice) -> Figure:
    value = voice.say("of-whole", number=number, whole=whole)
    return Figure(value, voice.say(key), "bad" if number else "good")
