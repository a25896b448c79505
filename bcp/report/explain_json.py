"""What ``bcp explain --json`` and ``bcp importance --json`` print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bcp.advice.explained import Explained
from bcp.advice.importance import Importance, Protection
from bcp.advice.remedy import Advice, Remedy, Step
from bcp.advice.saying import change_phrase
from bcp.advice.story import Beat, Rival, Story
from bcp.recovery.result import FunctionResult, PriorityRow
from bcp.report.json import Json, link_json, rounded
from bcp.words import Lang, Names, Phrase, render
from bcp.words.recovery import WORDS as RECOVERY
from bcp.words.story import WORDS

__all__ = ["explained_json", "importance_json", "protection_json"]


def explained_json(held: Explained, lang: Lang, names: Names) -> Json:
    """Return why a component or function came back when it did, and what would change it."""
    result = held.scene.result
    function = result.functions.get(held.id)
    document: Json = {
        "id": held.id,
        "name": names[held.id],
        "kind": "component" if function is None else "function",
        "inventory": result.inventory,
        "scenario": result.scenario,
        "strategy": result.strategy,
        "loss": rounded(result.loss),
        **(_component(held) if function is None else _function(function)),
        "story": _story(held.story, lang, names),
    }
    if function is None:
        row = held.row
        document["order"] = None if row is None else _row(held, row, lang, names)
    else:
        document["advice"] = None if held.advice is None else _advice(held, lang, names)
    return document


def _function(held: FunctionResult) -> Json:
    return {
        "down": [[*interval] for interval in held.down],
        "restored_s": held.restored,
        "downtime_s": held.downtime,
        "rto_s": held.rto,
        "rto_met": held.rto_met,
        "mtpd_s": held.mtpd,
        "mtpd_met": held.mtpd_met,
        "causes": [*held.causes],
    }


def _component(held: Explained) -> Json:
    result = held.scene.result.components[held.id]
    return {
        "damaged": result.damaged,
        "down": [[*interval] for interval in result.down],
        "causes": [*result.causes],
    }


def _row(held: Explained, row: PriorityRow, lang: Lang, names: Names) -> Json:
    return {
        "rank": row.rank,
        "of": len(held.scene.result.order),
        "required_by_s": row.required_by,
        "latest_start_s": row.latest_start,
        "start_s": row.earliest_start,
        "finish_s": row.finish,
        "unlocks": [*row.unlocks],
        "reason": render(RECOVERY, row.reason, lang, names),
        "ahead": [other.component for other in held.ahead],
    }


# --- the story ---------------------------------------------------------------------------------


def _story(story: Story, lang: Lang, names: Names) -> Json:
    return {
        "lead": _said(story.lead, lang, names),
        "beats": [_beat(beat, lang, names) for beat in story.beats],
        "parts": [{"sort": sort, "seconds": seconds} for sort, seconds in story.parts],
    }


def _beat(beat: Beat, lang: Lang, names: Names) -> Json:
    return {
        "from_s": beat.start,
        "to_s": beat.end,
        "sort": beat.sort,
        "text": _said(beat.phrases, lang, names),
        "links": [link_json(link, lang, names) for link in beat.links],
        "meanwhile": [_rival(rival) for rival in beat.rivals],
    }


def _rival(rival: Rival) -> Json:
    work = rival.done.work
    return {
        "component": work.component,
        "task": work.task,
        "start_s": rival.done.start,
        "finish_s": rival.done.finish,
        "functions": [*rival.functions],
    }


def _said(phrases: Iterable[Phrase], lang: Lang, names: Names) -> str:
    return ("" if lang == "ja" else " ").join(
        render(WORDS, phrase, lang, names) for phrase in phrases
    )


# --- what would change it ----------------------------------------------------------------------


def _advice(held: Explained, lang: Lang, names: Names) -> Json:
    advice = held.advice
    assert isinstance(advice, Advice)

    def told(remedy: Remedy) -> Json:
        return _remedy(held, remedy, lang, names)

    return {
        "tried": advice.tried,
        "left_out": advice.left_out,
        "remedies": [told(remedy) for remedy in advice.remedies],
        "nearest": None if advice.nearest is None else told(advice.nearest),
    }


def _remedy(held: Explained, remedy: Remedy, lang: Lang, names: Names) -> Json:
    return {
        "changes": [_change(held, step, lang, names) for step in remedy.steps],
        "rto_met": remedy.rto_met,
        "downtime_s": remedy.downtime,
        "loss": rounded(remedy.loss),
        "gained": [*remedy.gained],
        "spoilt": [*remedy.spoilt],
    }


def _change(held: Explained, step: Step, lang: Lang, names: Names) -> Json:
    return {
        "kind": step.candidate.kind,
        "subject": step.candidate.subject,
        "detail": step.candidate.detail or None,
        "before": step.candidate.before,
        "value": step.value,
        "is_drastic": step.candidate.is_drastic(step.value),
        "text": render(WORDS, change_phrase(step, held.scene), lang, names),
    }


# --- importance --------------------------------------------------------------------------------


def importance_json(held: Importance, names: Names) -> Json:
    """Return what happens if one component alone fails on a normal day."""
    return {
        "component": held.component,
        "name": names[held.component],
        "stops": [*held.stopped],
        "rto_missed": [*held.rto_missed],
        "mtpd_missed": [*held.mtpd_missed],
        "not_restored": [*held.lasting],
        "loss": rounded(held.loss),
        "recoverable": held.is_recoverable,
    }


def protection_json(held: Sequence[Protection], names: Names) -> list[Json]:
    """Return what a scenario would come to with each component spared its damage."""
    return [
        {
            "component": one.component,
            "name": names[one.component],
            "loss_avoided": rounded(one.avoided),
            "gained": [*one.gained],
            "spoilt": [*one.spoilt],
        }
        for one in held
    ]
