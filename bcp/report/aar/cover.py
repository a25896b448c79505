"""The first page of a report: which drill it was, and half a page for managers."""

from __future__ import annotations

from bcp.drill.review.review import Review, is_reached
from bcp.report.aar.origin import Origin
from bcp.report.aar.telling import NONE, Teller
from bcp.report.document import (
    Block,
    Box,
    Bullets,
    FormGrid,
    KeyValues,
    Paragraph,
    Run,
    Section,
)
from bcp.report.names import called
from bcp.words import join, say
from bcp.words.msel import WORDS as MSEL

__all__ = ["front", "overview", "signatures", "verdicts"]

_MOST = 3
"""How many losses and improvements managers are told."""


def front(held: Review, origin: Origin, tell: Teller) -> tuple[Block, ...]:
    """Return what stands below the title."""
    head = held.state.setting.drill.drill
    people = held.state.setting.drill.participants
    pairs = [
        (tell.say("name"), called(head, tell.lang)),
        (tell.say("kind"), say(MSEL, f"kind-{head.kind}", tell.lang)),
        (tell.say("on"), _held_on(held, origin)),
        (tell.say("place"), head.place or NONE),
        (tell.say("scenario"), called(held.state.setting.scenario.scenario, tell.lang)),
        (tell.say("lasted"), _lasted(held, tell)),
        (tell.say("people"), tell.say("people-text", number=len(people)) if people else NONE),
    ]
    blocks: list[Block] = [KeyValues(tuple(pairs))]
    if origin.faults:
        text = tell.say("tampered", faults=" ".join(origin.faults))
        blocks.append(Paragraph(text, "lead"))
    if not held.is_over:
        at = tell.at(held.state.scenario)
        blocks.append(Paragraph(tell.say("not-over", scenario=at), "lead"))
    return (*blocks, *_summary(held, tell))


def _held_on(held: Review, origin: Origin) -> str:
    if origin.made is not None:
        return f"{origin.made:%Y-%m-%d %H:%M}"
    on = held.state.setting.drill.drill.on
    return NONE if on is None else f"{on:%Y-%m-%d %H:%M}"


def _lasted(held: Review, tell: Teller) -> str:
    exercise = tell.length(held.state.exercise // 1000)
    text = tell.say("lasted-text", exercise=exercise, scenario=tell.length(held.state.scenario))
    planned = held.state.setting.drill.drill.length
    if planned is None:
        return text
    return f"{text} / {tell.say('planned-length', length=tell.length(planned))}"


def signatures(tell: Teller) -> FormGrid:
    """Return the boxes in which a report is signed."""
    keys = ("made-by", "seen-by", "approved-by")
    heads = tuple(Box(tell.say(key), is_label=True, align="center") for key in keys)
    return FormGrid("", (1.0, 1.0, 1.0), (heads, tuple(Box(lines=2) for _ in keys)))


# --- the summary -------------------------------------------------------------------------------


def _summary(held: Review, tell: Teller) -> list[Block]:
    """Return what a manager reads: figures first, then what to do."""
    blocks: list[Block] = [Paragraph("\n".join(verdicts(held, tell)), "lead")]
    if not held.is_tracked:
        blocks.append(Paragraph(tell.say("untracked"), "note"))
    losses = [_loss(held, number, tell) for number in range(min(_MOST, len(held.losses())))]
    if losses and held.is_tracked:
        blocks += [_heading(tell.say("sum-losses")), Bullets(tuple(losses))]
    items = [_item(held, number, tell) for number, item in enumerate(held.items) if not item.done]
    if items:
        blocks += [_heading(tell.say("sum-items")), Bullets(tuple(items[:_MOST]))]
    return blocks


def _heading(text: str) -> Paragraph:
    return Paragraph((Run(text, strong=True),))


def verdicts(held: Review, tell: Teller) -> list[str]:
    """Return the sentences that say how the drill went."""
    texts = [_of_objectives(held, tell), _of_functions(held, tell)]
    gap = sum(function.split.gap for function in held.functions)
    if held.is_tracked:
        key = "sum-gap" if gap > 0 else "sum-gap-won" if gap else "sum-gap-none"
        texts.append(tell.say(key, gap=tell.length(abs(gap))))
    return texts


def _of_objectives(held: Review, tell: Teller) -> str:
    if not held.objectives:
        return tell.say("sum-objectives-none")
    found = [is_reached(one) for one in held.objectives]
    unrated = found.count(None)
    return tell.say(
        "sum-objectives",
        total=len(found),
        reached=found.count(True),
        open=tell.say("sum-open", number=unrated) if unrated else "",
    )


def _of_functions(held: Review, tell: Teller) -> str:
    down = [function for function in held.functions if function.achieved.downtime]
    if not down:
        return tell.say("sum-functions-none")
    forecast = sum(function.is_forecast for function in down)
    key = "sum-functions-forecast" if forecast else "sum-functions"
    met = sum(function.is_met for function in down)
    return tell.say(key, total=len(down), met=met, forecast=forecast)


def _loss(held: Review, number: int, tell: Teller) -> str:
    loss = held.losses()[number]
    return tell.say(
        "sum-loss",
        cause=tell.say(f"cause-{loss.reason.cause}"),
        reason=tell.tell(loss.reason.phrase),
        functions=loss.functions,
        total=tell.length(loss.total),
    )


def _item(held: Review, number: int, tell: Teller) -> str:
    item = held.items[number]
    undecided = tell.say("undecided")
    return tell.say(
        "sum-item",
        text=item.text or (tell.logged(item.phrase) if item.phrase else item.id),
        owner=item.owner or undecided,
        due=item.due.isoformat() if item.due else undecided,
    )


# --- the overview ------------------------------------------------------------------------------


def overview(held: Review, origin: Origin, tell: Teller) -> Section:
    """Return what the drill was for and how it was run."""
    drill = held.state.setting.drill
    head = drill.drill
    pairs = [
        (tell.say("purpose"), tell.both(head.purpose, head.purpose_en)),
        (tell.say("begun"), tell.at(drill.clock.starts)),
        (tell.say("ended"), tell.at(held.state.scenario) if held.is_over else NONE),
        (tell.say("speed"), _clocks(held, tell)),
        (tell.say("documents"), join(head.documents, tell.lang)),
        (tell.say("safety"), head.safety or ""),
        (tell.say("stop-when"), head.stop_when or ""),
        (tell.say("record"), origin.name),
    ]
    shown = tuple((label, text) for label, text in pairs if text)
    return Section(tell.say("ch-overview"), (KeyValues(shown),), id="overview")


def _clocks(held: Review, tell: Teller) -> str:
    speeds = sorted({anchor.speed for anchor in held.state.anchors})
    texts = [
        tell.say("speed-real")
        if speeds == [1]
        else tell.say("speed-text", speeds=", ".join(map(str, speeds)))
    ]
    texts.append(tell.say("by-hand" if held.state.is_by_hand else "by-clock"))
    return ("" if tell.lang == "ja" else " ").join(texts)
