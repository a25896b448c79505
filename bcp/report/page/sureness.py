"""How sure all of it is: chances where somebody asked, margins where nobody did, and drills."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bcp.outlook.outlook import Outlook
from bcp.report.dossier import Dossier
from bcp.report.page.voice import EMPTY, Both, Voice
from bcp.report.risk import Risk

__all__ = ["Close", "DrillRow", "RiskRow", "Sureness", "sureness_of"]

_MARGIN = 10
"""Within a tenth of the RTO, more or less, a downtime counts as close."""
_CLOSE, _DRILLS = 8, 8


@dataclass(frozen=True, slots=True)
class RiskRow:
    """What may come of a scenario."""

    name: Both
    runs: int
    seed: int
    p50: str
    p90: str
    """Of the loss, in weighted hours."""
    doubtful: Both
    """The functions least likely to meet their RTO, with the chance of it."""


@dataclass(frozen=True, slots=True)
class Close:
    """A downtime close to its target."""

    function: Both
    scenario: Both
    downtime: Both
    rto: Both
    is_met: bool


@dataclass(frozen=True, slots=True)
class DrillRow:
    """A drill that was held."""

    name: Both
    on: str
    result: Both
    counts: bool
    """Whether people held it to its end."""


@dataclass(frozen=True, slots=True)
class Sureness:
    """What there is to say about it."""

    risks: tuple[RiskRow, ...]
    barely_met: int
    """(scenario, function) that meet their RTO by less than a tenth of it."""
    barely_missed: int
    close: tuple[Close, ...]
    """The closest of both."""
    margin: Both
    sources: tuple[Both, ...]
    """What the durations rest on."""
    drills: tuple[DrillRow, ...]
    """The latest first."""
    drills_left: int
    overdue: Both
    is_judged: bool
    """Whether there was a date to judge drills by."""


def sureness_of(dossier: Dossier, voice: Voice) -> Sureness:
    """Return how sure it is."""
    close = sorted(_close(dossier.outlooks), key=lambda entry: entry[0])
    met = sum(is_met for _, _, _, is_met in close)
    history = dossier.history
    pasts = tuple(reversed(history.pasts)) if history else ()
    return Sureness(
        risks=_risks(dossier, voice),
        barely_met=met,
        barely_missed=len(close) - met,
        close=tuple(_told(entry, voice) for entry in close[:_CLOSE]),
        margin=voice.say("margin", met=met, missed=len(close) - met),
        sources=_sources(dossier, voice),
        drills=tuple(
            DrillRow(
                name=voice.drill(past.head.id),
                on="" if past.on is None else past.on.isoformat(),
                result=voice.say(
                    "drill-result",
                    met=past.met,
                    down=past.down,
                    reached=past.reached,
                    objectives=past.objectives,
                ),
                counts=past.counts,
            )
            for past in pasts[:_DRILLS]
        ),
        drills_left=max(0, len(pasts) - _DRILLS),
        overdue=voice.row(voice.drill(one.drill) for one in history.overdue) if history else EMPTY,
        is_judged=history is not None,
    )


Near = tuple[float, str, Outlook, bool]


def _close(outlooks: Iterable[Outlook]) -> Iterable[Near]:
    """Yield (distance as a share of the RTO, function, scenario, met) of what is close."""
    for outlook in outlooks:
        for id_, held in outlook.functions.items():
            if not held.rto or not held.downtime or held.restored is None:
                continue
            distance = abs(held.downtime - held.rto)
            if distance * _MARGIN <= held.rto:
                yield distance / held.rto, id_, outlook, held.rto_met


def _told(entry: Near, voice: Voice) -> Close:
    _, id_, outlook, is_met = entry
    held = outlook.functions[id_]
    return Close(
        function=voice.name(id_),
        scenario=voice.scenario(outlook.head.id),
        downtime=voice.span(held.downtime),
        rto=voice.span(held.rto),
        is_met=is_met,
    )


def _risks(dossier: Dossier, voice: Voice) -> tuple[RiskRow, ...]:
    known = [one.head.id for one in dossier.outlooks if one.head.id in dossier.risks]
    return tuple(_risk(dossier.risks[id_], voice) for id_ in known)


def _risk(risk: Risk, voice: Voice) -> RiskRow:
    doubtful = sorted(risk.functions, key=lambda id_: risk.functions[id_].p_rto_met)[:3]
    chances = (
        voice.say("chance", name=voice.name(id_), chance=f"{risk.functions[id_].p_rto_met:.0%}")
        for id_ in doubtful
        if risk.functions[id_].p_rto_met < 1
    )
    return RiskRow(
        name=voice.scenario(risk.scenario),
        runs=risk.runs,
        seed=risk.seed,
        p50=voice.hours(risk.loss.p50),
        p90=voice.hours(risk.loss.p90),
        doubtful=voice.join(chances),
    )


def _sources(dossier: Dossier, voice: Voice) -> tuple[Both, ...]:
    held = dossier.inventory
    tasks = {
        (procedure.id, task.id): task.duration
        for procedure in held.procedures
        for task in procedure.tasks
    }
    ranged = sum(one.low < one.high for one in tasks.values())
    measured = {(one.procedure, one.task) for one in held.measurements} & set(tasks)
    items = [*held.components, *held.functions, *held.teams, *held.procedures]
    assumed = sum(bool(item.assumed) for item in items)
    found = [voice.say("source-tasks", number=len(tasks), ranged=ranged, measured=len(measured))]
    if assumed:
        found.append(voice.say("source-assumed", number=assumed, items=len(items)))
    return tuple(found)
