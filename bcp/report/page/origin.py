"""How it was computed: what went in, by which program, and what it does not know."""

from __future__ import annotations

from dataclasses import dataclass

from bcp.report.dossier import Dossier
from bcp.report.page.voice import Both, Voice, told

__all__ = ["Input", "Origin", "origin_of"]

_DIGITS = 12
_STRATEGIES = {"slack", "rank", "optimal"}


@dataclass(frozen=True, slots=True)
class Input:
    """A fact about how it was computed."""

    label: Both
    value: Both


@dataclass(frozen=True, slots=True)
class Origin:
    """Everything needed to compute it again."""

    inputs: tuple[Input, ...]
    scenarios: tuple[tuple[Both, str, str], ...]
    """(name, id, digest) of each."""
    conditions: tuple[Both, ...]
    """Of each: which values counted, and what was left out; empty if neither."""
    outage_weight: str
    """What an hour of outage counts in the loss, against an hour of lateness."""
    limits: tuple[Both, ...]


def origin_of(dossier: Dossier, voice: Voice) -> Origin:
    """Return how it was computed."""
    held = dossier.inventory
    strategies = dict.fromkeys(one.strategy for one in dossier.outlooks)
    seeds = sorted({(risk.seed, risk.runs) for risk in dossier.risks.values()})
    inputs = [
        ("origin-inventory", told(f"{held.organisation.id} ({dossier.digest[:_DIGITS]})")),
        (
            "origin-size",
            voice.say(
                "size",
                components=len(held.components),
                functions=len(held.functions),
                teams=len(held.teams),
                procedures=len(held.procedures),
            ),
        ),
        *(("origin-strategy", _strategy(one, voice)) for one in strategies),
        *(("origin-seed", voice.say("seed", seed=seed, runs=runs)) for seed, runs in seeds),
        ("origin-version", told(f"bcp {dossier.version}")),
        *([("origin-date", told(dossier.date.isoformat()))] if dossier.date else []),
    ]
    return Origin(
        inputs=tuple(Input(voice.say(key), value) for key, value in inputs),
        scenarios=tuple(
            (voice.scenario(one.head.id), one.head.id, one.digest[:_DIGITS])
            for one in dossier.outlooks
        ),
        conditions=tuple(map(voice.conditions, dossier.outlooks)),
        outage_weight=f"{float(held.organisation.outage_weight):g}",
        limits=tuple(voice.say(f"limit-{number}") for number in range(1, 5)),
    )


def _strategy(name: str, voice: Voice) -> Both:
    return voice.say(f"strategy-{name}") if name in _STRATEGIES else told(name)
