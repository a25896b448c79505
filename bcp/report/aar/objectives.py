"""What was to be shown, what was given to the players, and who took part."""

from __future__ import annotations

from bcp.drill.review.review import InjectReview, ObjectiveReview, Review, is_reached
from bcp.report.aar.telling import NONE, Teller
from bcp.report.document import Block, Cell, Column, Paragraph, Row, Section, Table, Tone
from bcp.report.names import called

__all__ = ["injects", "objectives", "people"]


def objectives(held: Review, tell: Teller) -> Section:
    """Return the objectives with what was measured and how they were rated."""
    title = tell.say("ch-objectives")
    if not held.objectives:
        return Section(title, (Paragraph(tell.say("no-objectives")),), id="objectives")
    columns = (
        Column(tell.say("col-objective"), share=2.4),
        Column(tell.say("col-criterion"), share=2.2),
        Column(tell.say("col-measured"), share=1.8),
        Column(tell.say("col-rating"), share=1.6),
        Column(tell.say("col-reason"), share=2.4),
    )
    rows = tuple(_objective(one, tell) for one in held.objectives)
    return Section(title, (Table(title, columns, rows),), id="objectives")


def _objective(one: ObjectiveReview, tell: Teller) -> Row:
    objective = one.objective
    return (
        tell.both(objective.text, objective.text_en),
        tell.both(objective.criterion, objective.criterion_en),
        _measured(one, tell),
        _rating(one, tell),
        one.rated.text if one.rated is not None else "",
    )


def _measured(one: ObjectiveReview, tell: Teller) -> str:
    measured = one.measured
    if measured.within is None:
        return tell.say("measured-people")
    within = tell.length(measured.within)
    if measured.reached is not None:
        return tell.say("measured-met", reached=tell.length(measured.reached), within=within)
    key = "measured-none" if measured.is_met is False else "measured-open"
    return tell.say(key, within=within)


def _rating(one: ObjectiveReview, tell: Teller) -> Cell:
    reached = is_reached(one)
    tone: Tone = "none" if reached is None else "good" if reached else "bad"
    if one.rated is not None:
        tones: dict[str, Tone] = {"P": "good", "S": "warn"}
        tone = tones.get(one.rated.rating, "bad")
        return Cell(tell.say(f"rating-{one.rated.rating.lower()}"), tone=tone)
    key = {None: "rating-none", True: "rating-met", False: "rating-missed"}[reached]
    return Cell(tell.say(key), tone=tone)


# --- injects -----------------------------------------------------------------------------------


def injects(held: Review, tell: Teller) -> Section:
    """Return the MSEL with its results."""
    title = tell.say("ch-injects")
    if not held.injects:
        return Section(title, (Paragraph(tell.say("no-injects")),), id="injects")
    columns = (
        Column(tell.say("col-no"), share=0.6),
        Column(tell.say("col-given"), share=1.3),
        Column(tell.say("col-inject"), share=3.4),
        Column(tell.say("col-expected"), share=2.8),
        Column(tell.say("col-answer"), share=1.9),
        Column(tell.say("col-result"), share=1.3),
    )
    rows = tuple(_inject(one, tell) for one in held.injects)
    return Section(title, (Table(tell.say("cap-injects"), columns, rows),), id="injects")


def _inject(one: InjectReview, tell: Teller) -> Row:
    inject, given = one.inject, one.given
    expected = tell.both(inject.expected, inject.expected_en)
    if inject.deadline is not None:
        expected += f" ({tell.length(inject.deadline)})"
    receivers = ", ".join(tell.name(name) for name in inject.to)
    return (
        inject.no,
        tell.at(given.fired),
        f"【{inject.from_ or NONE} → {receivers or NONE}】\n{tell.both(inject.text, inject.text_en)}",
        expected or NONE,
        _answer(one, tell) or NONE,
        _result(one, tell),
    )


def _answer(one: InjectReview, tell: Teller) -> str:
    given = one.given
    option = next((held for held in one.inject.options if held.id == given.option), None)
    texts = []
    if option is not None:
        texts.append(tell.say("decided", option=tell.both(option.text, option.text_en)))
    texts += [text for text in (given.answer, given.why) if text]
    if given.who:
        texts.append(f"({given.who})")
    if given.met is not None and given.fired is not None and one.inject.expected:
        later = given.met - given.fired
        key = "after" if later >= 0 else "before"
        texts.append(tell.say(key, length=tell.length(later)))
    return "\n".join(texts)


def _result(one: InjectReview, tell: Teller) -> Cell:
    tones: dict[str, Tone] = {
        "met": "good",
        "late": "warn",
        "partly": "warn",
        "missed": "bad",
        "not": "bad",
        "open": "muted",
        "told": "muted",
        "not-given": "muted",
    }
    return Cell(tell.say(f"inject-{one.verdict}"), tone=tones[one.verdict])


# --- people ------------------------------------------------------------------------------------


def people(held: Review, tell: Teller) -> Section:
    """Return who took part."""
    setting = held.state.setting
    title, listed = tell.say("ch-people"), setting.drill.participants
    blocks: tuple[Block, ...] = (Paragraph(tell.say("no-people")),)
    if listed:
        home = called(setting.inventory.organisation, tell.lang)
        keys = ("who", "role", "team", "organisation")
        columns = tuple(Column(tell.say(f"col-{key}")) for key in keys)
        rows = tuple(
            (
                called_person,
                tell.say(f"role-{one.role}"),
                tell.name(one.team) if one.team else NONE,
                one.organisation or home,
            )
            for one in listed
            for called_person in (tell.both(one.name, one.name_en),)
        )
        blocks = (Table(title, columns, rows),)
    return Section(title, blocks, id="people")
