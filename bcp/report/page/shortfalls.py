"""The functions that miss their target: by scenario, the worst first, and what they wait for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bcp.outlook.outlook import Outlook, Verdict, by_urgency, verdict_of
from bcp.recovery.result import Finding, FunctionResult
from bcp.report.dossier import Dossier
from bcp.report.page.obstacles import obstacles_of, sentence
from bcp.report.page.voice import EMPTY, Both, Voice
from bcp.words.findings import WORDS as FINDINGS

__all__ = ["LateFunction", "Shortfall", "Shortfalls", "shortfalls_of"]

_ROWS = 15
"""How many functions a scenario shows."""
_WORST = 3
_FINDINGS = 12


@dataclass(frozen=True, slots=True)
class LateFunction:
    """A function that misses its target in a scenario."""

    id: str
    name: Both
    department: Both
    verdict: Verdict
    downtime: int
    rto: int
    downtime_text: Both
    rto_text: Both
    late_text: Both
    """By how much it is late."""
    why: Both


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What a scenario makes late."""

    id: str
    name: Both
    often: Both
    """How often it is expected; empty if nobody said."""
    conditions: Both
    """Which values counted, and what was left out; empty if neither."""
    missed: int
    beyond: int
    """How many of those miss their MTPD or are not restored."""
    loss: str
    """In weighted hours."""
    worst: Both
    """The functions that lose most, and how late each is."""
    obstacle: Both
    """What most of the time goes into."""
    rows: tuple[LateFunction, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Shortfalls:
    """All scenarios."""

    total: int
    """How many functions there are."""
    scenarios: tuple[Shortfall, ...]
    """Those in which a function is late, the greatest loss first."""
    harmless: Both
    """The names of the others."""
    findings: tuple[Both, ...]
    """What the check of the inventory found to be serious."""
    findings_left: int


def shortfalls_of(dossier: Dossier, voice: Voice) -> Shortfalls:
    """Return what misses its target."""
    late = sorted((one for one in dossier.outlooks if one.missed), key=lambda one: -one.loss)
    harmless = [one.head.id for one in dossier.outlooks if not one.missed]
    serious = [held for held in dossier.findings if held.severity == "serious"]
    return Shortfalls(
        total=len(dossier.inventory.functions),
        scenarios=tuple(_shortfall(one, dossier, voice) for one in late),
        harmless=voice.row(map(voice.scenario, harmless), 12) if harmless else EMPTY,
        findings=_findings(serious[:_FINDINGS], voice),
        findings_left=max(0, len(serious) - _FINDINGS),
    )


def _findings(findings: Sequence[Finding], voice: Voice) -> tuple[Both, ...]:
    return tuple(voice.phrase(FINDINGS, held.phrase) for held in findings)


def _shortfall(outlook: Outlook, dossier: Dossier, voice: Voice) -> Shortfall:
    missed = outlook.missed
    ordered = _worst_first(outlook, dossier)
    shown = ordered[:_ROWS]
    return Shortfall(
        id=outlook.head.id,
        name=voice.scenario(outlook.head.id),
        often=_often(outlook.head.likelihood, voice),
        conditions=voice.conditions(outlook),
        missed=len(missed),
        beyond=sum(verdict_of(outlook.functions[id_]) in {"mtpd", "down"} for id_ in missed),
        loss=voice.hours(outlook.loss),
        worst=voice.join(_brief(id_, outlook, voice) for id_ in ordered[:_WORST]),
        obstacle=_obstacle(outlook, voice),
        rows=tuple(_row(id_, outlook, voice) for id_ in shown),
        left_out=len(ordered) - len(shown),
    )


def _worst_first(outlook: Outlook, dossier: Dossier) -> list[str]:
    """Return who is late, what loses most first; of equal losses, the more urgent one."""
    urgent = by_urgency(dossier.inventory, outlook.missed)
    return sorted(urgent, key=lambda id_: -outlook.functions[id_].loss)


def _late(held: FunctionResult) -> int:
    return held.downtime - held.rto


def _often(likelihood: float | None, voice: Voice) -> Both:
    if not likelihood:
        return EMPTY
    years = 1 / likelihood
    if years < 2:  # noqa: PLR2004 (below, "every n years" says little)
        return voice.say("times-a-year", number=f"{likelihood:.2g}")
    return voice.say("every-years", number=f"{years:,.0f}")


def _brief(id_: str, outlook: Outlook, voice: Voice) -> Both:
    return voice.say("worst", name=voice.name(id_), late=_lateness(outlook, id_, voice))


def _lateness(outlook: Outlook, id_: str, voice: Voice) -> Both:
    held = outlook.functions[id_]
    if held.restored is None:
        return voice.say("not-back", horizon=voice.span(outlook.horizon))
    return voice.say("late-by", length=voice.span(_late(held)))


def _obstacle(outlook: Outlook, voice: Voice) -> Both:
    """Say what the chains that are known wait for longest."""
    known = [id_ for id_ in outlook.missed if outlook.functions[id_].chain]
    first = next(iter(obstacles_of([outlook], voice)), None)
    if first is None:
        knot = next(iter(outlook.deadlocks), None)
        return voice.say("deadlock", names=voice.list(knot)) if knot else voice.say("no-chain")
    of_each = voice.span(first.seconds // len(first.functions))
    return voice.say(
        "obstacle",
        what=first.text,
        length=of_each,
        number=len(first.functions),
        known=len(known),
    )


def _row(id_: str, outlook: Outlook, voice: Voice) -> LateFunction:
    held = outlook.functions[id_]
    return LateFunction(
        id=id_,
        name=voice.name(id_),
        department=voice.department(id_),
        verdict=verdict_of(held),
        downtime=held.downtime,
        rto=held.rto,
        downtime_text=voice.span(held.downtime),
        rto_text=voice.span(held.rto),
        late_text=_lateness(outlook, id_, voice),
        why=why_of(held, voice),
    )


def why_of(held: FunctionResult, voice: Voice) -> Both:
    """Say why a function is down as long as it is."""
    if held.chain:
        return sentence(held.chain, voice)
    if held.causes:
        return voice.say("causes", names=voice.list(held.causes, _WORST))
    return EMPTY
