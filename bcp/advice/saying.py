"""A change in words: what is done, to what, and how much of it."""

from __future__ import annotations

from bcp.advice.remedy import Step
from bcp.advice.scene import Scene
from bcp.words import Name, Phrase, Span

__all__ = ["change_phrase"]

_HEADS = ("people",)


def change_phrase(step: Step, scene: Scene) -> Phrase:
    """Return the sentence of a change, a key of ``bcp.words.story``.

    Parameters
    ----------
    step
        The change.
    scene
        What it was found for.
    """
    held = step.candidate
    values: dict[str, object] = {"subject": Name(held.subject), "detail": Name(held.detail)}
    if held.kind in _HEADS:
        values |= {"value": step.value, "before": held.before}
    else:
        values |= {"value": Span(step.value), "before": Span(held.before)}
    if held.kind == "duration":
        values["detail"] = Name(held.subject.partition("/")[0])
    return Phrase(_key(step, scene), values)


def _key(step: Step, scene: Scene) -> str:
    held = step.candidate
    key = f"change-{held.kind}"
    if held.kind == "order" and held.subject in scene.network.functions:
        return "change-order-function"
    if held.kind == "hours" and step.value == 1:
        return "change-hours-daily"
    if held.kind == "arrival" and not step.value:
        return "change-arrival-zero"
    if held.kind == "holdover" and held.subject == held.detail:
        return "change-holdover-own"
    if held.kind == "spare" and held.subject not in scene.case.impact.damaged:
        return "change-spare-outage"
    return key
