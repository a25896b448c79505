"""The self-assessment: the ICT-BCP checklist and the six elements, with what was found beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bcp.inventory.facts import Answer
from bcp.report.document import Block, Cell, Row, Section, Tone
from bcp.report.forms.evidence import Evidence, Subject, evidence
from bcp.report.forms.laying import Head, lines, listing, note
from bcp.report.forms.teller import Teller

__all__ = ["checklist", "six_elements"]

SUBJECTS: tuple[Subject, ...] = ("people", "site", "power", "lines", "backups", "functions")
"""Of the elements, in the order of the Cabinet Office; the checklist is taken to mirror them."""
_HEADS = (
    Head("col-number", 0.4, "right", kind="number"),
    Head("col-ask-text", 3.0),
    Head("col-ask-answer", 1.4),
    Head("col-ask-evidence", 2.6),
)
_ANSWERS: dict[str, Tone] = {"yes": "good", "partly": "warn", "no": "bad"}
_STANDINGS: dict[str, Tone] = {"good": "good", "fair": "warn", "poor": "bad", "unknown": "none"}


@dataclass(frozen=True, slots=True)
class _Question:
    number: int
    key: str
    """Of the answers of the plan."""
    text: str
    answer: Answer | None
    found: Evidence

    @property
    def is_at_odds(self) -> bool:
        """Whether the answer says more than what was found bears out."""
        return self.answer is not None and (
            (self.answer.answer == "yes" and self.found.standing in {"fair", "poor"})
            or (self.answer.answer == "partly" and self.found.standing == "poor")
        )


def checklist(teller: Teller) -> Section:
    """Return the ICT-BCP checklist (2024) with the answers and what was found."""
    blocks = (*_table(_questions("checklist", teller), teller), note(teller, "checklist-note"))
    return Section(teller.say("checklist"), blocks, id="checklist", is_numbered=False)


def six_elements(teller: Teller) -> Section:
    """Return the six elements of the Cabinet Office with the answers and what was found."""
    blocks = (*_table(_questions("element", teller), teller), note(teller, "elements-note"))
    return Section(teller.say("elements"), blocks, id="six-elements", is_numbered=False)


def _questions(sort: str, teller: Teller) -> list[_Question]:
    plan = teller.ground.inventory.plan
    answers = plan.answers if plan else {}
    return [
        _Question(
            number,
            f"{sort}-{number}",
            teller.say(f"{sort}-{number}"),
            answers.get(f"{sort}-{number}"),
            evidence(subject, teller),
        )
        for number, subject in enumerate(SUBJECTS, 1)
    ]


def _table(questions: Sequence[_Question], teller: Teller) -> tuple[Block, ...]:
    return listing(teller, _HEADS, questions, lambda held: _row(held, teller))


def _row(held: _Question, teller: Teller) -> Row:
    return (
        str(held.number),
        held.text,
        _answer(held, teller),
        Cell(lines(held.found.texts), tone=_STANDINGS[held.found.standing]),
    )


def _answer(held: _Question, teller: Teller) -> Cell:
    if held.answer is None:
        title = teller.say("checklist" if held.key.startswith("checklist") else "elements")
        field = teller.say("ask-number", number=held.number)
        return teller.fill("", title, field, f"plan: answers: {held.key}")
    text = teller.say(f"answer-{held.answer.answer}")
    odds = teller.say("at-odds") if held.is_at_odds else ""
    tone = "warn" if held.is_at_odds else _ANSWERS[held.answer.answer]
    return Cell(lines([text, held.answer.remark, odds]), tone=tone)
