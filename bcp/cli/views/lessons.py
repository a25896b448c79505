"""What drills measured, on a terminal."""

from __future__ import annotations

from bcp.cli.moments import length
from bcp.cli.opening import Opened
from bcp.cli.paper import Cell, Column, Paper, Row
from bcp.drill.review.learning import Learnt, Lesson
from bcp.report.names import called
from bcp.words import Lang, join, say
from bcp.words.cli import WORDS

__all__ = ["show_lessons"]


def show_lessons(opened: Opened, learnt: Learnt, rehearsals: int) -> None:
    """Write the tasks that were measured beside what was estimated, and what was left out."""
    paper, lang = Paper(), opened.lang
    organisation = called(opened.loaded.inventory.organisation, lang)
    paper.text(say(WORDS, "learn-title", lang, organisation=organisation), "title")
    paper.line()
    if learnt.lessons:
        paper.table(_columns(lang), [_row(one, opened) for one in learnt.lessons])
    else:
        paper.text(say(WORDS, "learn-none", lang))
    reasons = [
        say(WORDS, f"left-{reason}", lang, number=number)
        for reason, number in learnt.left_out.items()
    ]
    if rehearsals:
        reasons.append(say(WORDS, "left-script", lang, number=rehearsals))
    if reasons:
        paper.text(say(WORDS, "learn-left-out", lang, reasons=join(reasons, lang)), "faint")


def _columns(lang: Lang) -> list[Column]:
    def words(key: str) -> str:
        return say(WORDS, key, lang)

    return [
        Column(words("col-task"), is_flexible=True),
        Column(words("col-estimate"), is_right=True),
        Column(words("col-median"), words("col-spread"), is_right=True),
        Column(words("col-count"), is_right=True),
        Column(words("col-last")),
    ]


def _row(one: Lesson, opened: Opened) -> Row:
    lang, names = opened.lang, opened.names
    name = f"{names[one.procedure]} {names[f'{one.procedure}/{one.task}']}"
    spread = f"{length(min(one.took), lang)}–{length(max(one.took), lang)}"
    return Row(
        (
            Cell(name, "title", f"{one.procedure}/{one.task}"),
            Cell(length(one.planned, lang)),
            Cell(length(one.median, lang), "bad" if one.median > one.planned else "", spread),
            Cell(str(one.count)),
            Cell(one.last.isoformat()),
        )
    )
