"""What would change it and what that costs: measures with their effects, or where to look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from bcp.inventory.facts import Measure
from bcp.outlook.effects import Effect, countermeasures
from bcp.report.dossier import Dossier
from bcp.report.page.obstacles import Sort, obstacles_of
from bcp.report.page.tally import Tally, tally_of
from bcp.report.page.voice import EMPTY, Both, Voice, told

__all__ = ["Planned", "Remedies", "Remedy", "Starting", "remedies_of"]

_MEASURES, _STARTS, _NAMES = 20, 6, 3


@dataclass(frozen=True, slots=True)
class Remedy:
    """A measure."""

    id: str
    name: Both
    about: Both
    """What is weak without it."""
    avoided: Fraction | None
    """The loss that it avoids, in weighted hours; None: nobody worked that out."""
    avoided_text: Both
    gained: int
    """Functions that meet their RTO with it in a scenario where they do not without."""
    gained_text: Both
    spoilt: int
    """Functions that miss it with the measure alone."""
    spoilt_text: Both
    cost: Both
    """Empty where nobody wrote it."""
    yearly: Both
    lead_time: Both
    owner: Both
    status: Both


@dataclass(frozen=True, slots=True)
class Planned:
    """What all planned measures together would change."""

    pairs: tuple[int, int]
    """(scenario, function) that are late: now, then."""
    loss: tuple[Fraction, Fraction]
    sentence: Both


@dataclass(frozen=True, slots=True)
class Starting:
    """Where a measure could begin, as no measure has been written."""

    what: Both
    sort: Sort
    advice: Both
    time: Both
    """How long functions that are late wait for it in all."""
    functions: int
    scenarios: int


@dataclass(frozen=True, slots=True)
class Remedies:
    """All measures."""

    rows: tuple[Remedy, ...]
    """The most loss avoided first."""
    left_out: int
    unpriced: int
    """Measures whose cost nobody wrote."""
    planned: Planned | None
    starts: tuple[Starting, ...]
    """Only where there is no measure."""


def remedies_of(dossier: Dossier, tally: Tally, voice: Voice) -> Remedies:
    """Return what would change it."""
    effects = {effect.measure: effect for effect in dossier.effects}
    meant = countermeasures(dossier.inventory.measures)
    held = [one for one in meant if one.status != "dropped"]
    rows = [_remedy(one, effects, tally, voice) for one in held]
    rows.sort(key=lambda row: -1 if row.avoided is None else float(-row.avoided) - 2)
    return Remedies(
        rows=tuple(rows[:_MEASURES]),
        left_out=max(0, len(rows) - _MEASURES),
        unpriced=sum(one.cost is None for one in held),
        planned=_planned(dossier, tally, voice),
        starts=() if rows else _starts(dossier, voice),
    )


def _remedy(measure: Measure, effects: Mapping[str, Effect], tally: Tally, voice: Voice) -> Remedy:
    effect = effects.get(measure.id)
    gained = _over(effect.gained) if effect else ()
    spoilt = _over(effect.spoilt) if effect else ()
    return Remedy(
        id=measure.id,
        name=voice.measure(measure.id),
        about=voice.list(measure.of, _NAMES),
        avoided=effect.avoided if effect else None,
        avoided_text=_avoided(effect, tally, voice),
        gained=len(gained),
        gained_text=voice.list(gained, _NAMES),
        spoilt=len(spoilt),
        spoilt_text=voice.list(spoilt, _NAMES),
        cost=_money(measure.cost, voice),
        yearly=_money(measure.yearly, voice),
        lead_time=EMPTY if measure.lead_time is None else voice.span(measure.lead_time),
        owner=told(measure.owner),
        status=voice.say(f"status-{measure.status}"),
    )


def _over(by_scenario: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id_ for held in by_scenario.values() for id_ in held))


def _avoided(effect: Effect | None, tally: Tally, voice: Voice) -> Both:
    if effect is None:
        return voice.say("no-effect")
    share = effect.avoided / tally.loss if tally.loss else Fraction(0)
    hours = voice.hours(effect.avoided)
    return voice.say("avoided", hours=hours, share=voice.percent(share))


def _money(amount: int | None, voice: Voice) -> Both:
    """Return an amount: in Japanese in units of ten thousand where that leaves nothing out."""
    if amount is None:
        return EMPTY
    exact = voice.say("money", number=f"{amount:,}")
    if amount and amount % 10_000 == 0:
        return Both(voice.say("ten-thousands", number=f"{amount // 10_000:,}").ja, exact.en)
    return exact


def _planned(dossier: Dossier, tally: Tally, voice: Voice) -> Planned | None:
    if not dossier.after:
        return None
    then = tally_of(dossier.after, (one.id for one in dossier.inventory.functions))
    less = (tally.loss - then.loss) / tally.loss if tally.loss else Fraction(0)
    return Planned(
        pairs=(tally.pairs, then.pairs),
        loss=(tally.loss, then.loss),
        sentence=voice.say(
            "planned",
            before=tally.pairs,
            after=then.pairs,
            lost=voice.hours(tally.loss),
            left=voice.hours(then.loss),
            share=voice.percent(less),
        ),
    )


def _starts(dossier: Dossier, voice: Voice) -> tuple[Starting, ...]:
    found = obstacles_of(dossier.outlooks, voice)[:_STARTS]
    return tuple(
        Starting(
            what=held.text,
            sort=held.sort,
            advice=voice.say(f"advice-{held.sort}"),
            time=voice.span(held.seconds),
            functions=len(held.functions),
            scenarios=len(held.scenarios),
        )
        for held in found
    )
