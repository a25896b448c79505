"""Components by how much they matter: if each fails alone, or if each had been spared."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from bcp.advice.importance import HOUR_OF_FAILURE, Importance, Protection
from bcp.cli.opening import Opened
from bcp.cli.paper import Cell, Column, Paper, Row
from bcp.cli.views.order import SHOWN, more
from bcp.report.names import called
from bcp.scenario.models import Head
from bcp.words import Lang, say
from bcp.words.cli import WORDS

__all__ = ["importance_text", "show_importance", "show_protections"]


def show_importance(
    opened: Opened, held: Sequence[Importance], bundles: int, *, show_all: bool
) -> None:
    """Write the components in the order of *held*; what stops nothing, and bundles, are counted."""
    paper, lang = Paper(), opened.lang
    organisation = called(opened.loaded.inventory.organisation, lang)
    paper.text(say(WORDS, "importance-title", lang, organisation=organisation), "title")
    paper.text(say(WORDS, "importance-lead", lang, hour=HOUR_OF_FAILURE))
    paper.line()
    harmful = [one for one in held if one.stopped]
    shown = harmful if show_all else harmful[:SHOWN]
    if shown:
        paper.table(_columns(lang), [_row(opened, one) for one in shown])
        more(paper, len(harmful) - len(shown), lang)
    if len(held) > len(harmful):
        number = len(held) - len(harmful)
        paper.text(say(WORDS, "importance-harmless", lang, number=number), "faint")
    if bundles:
        paper.text(say(WORDS, "importance-bundles", lang, number=bundles), "faint")
    if shown:
        paper.line()
        paper.text(say(WORDS, "next-importance", lang, id=shown[0].component), "faint")


def _columns(lang: Lang) -> list[Column]:
    keys = ("col-stops", "col-misses-rto", "col-misses-mtpd", "col-loss-alone")
    figures = [Column(say(WORDS, key, lang), is_right=True) for key in keys]
    return [Column(say(WORDS, "col-component", lang), is_flexible=True), *figures]


def _row(opened: Opened, one: Importance) -> Row:
    note = "" if one.is_recoverable else say(WORDS, "importance-no-procedure", opened.lang)
    under = f"{one.component} · {note}" if note else one.component
    style = "bad" if one.mtpd_missed else "fair" if one.rto_missed else ""
    return Row(
        (
            Cell(opened.names[one.component], style, under),
            Cell(str(len(one.stopped))),
            Cell(str(len(one.rto_missed))),
            Cell(str(len(one.mtpd_missed))),
            Cell(_loss(one.loss)),
        )
    )


def show_protections(
    opened: Opened, head: Head, loss: Fraction, held: Sequence[Protection], *, show_all: bool
) -> None:
    """Write what a scenario would come to with each component spared, in the order of *held*."""
    paper, lang = Paper(), opened.lang
    scenario = called(head, lang)
    paper.text(say(WORDS, "importance-title-scenario", lang, scenario=scenario), "title")
    if not held:
        paper.text(say(WORDS, "importance-none-damaged", lang), "good")
        return
    values = {"number": len(held), "loss": _loss(loss)}
    paper.text(say(WORDS, "importance-lead-scenario", lang, **values))
    paper.line()
    helpful = [one for one in held if one.avoided > 0 or one.gained]
    shown = helpful if show_all else helpful[:SHOWN]
    if shown:
        paper.table(_columns_spared(lang), [_row_spared(opened, one) for one in shown])
        more(paper, len(helpful) - len(shown), lang)
    if len(held) > len(helpful):
        number = len(held) - len(helpful)
        paper.text(say(WORDS, "importance-useless", lang, number=number), "faint")
    if shown:
        paper.line()
        values = {"id": shown[0].component, "scenario": head.id}
        paper.text(say(WORDS, "next-importance-scenario", lang, **values), "faint")


def _columns_spared(lang: Lang) -> list[Column]:
    keys = ("col-loss-avoided", "col-gained", "col-spoilt")
    figures = [Column(say(WORDS, key, lang), is_right=True) for key in keys]
    return [Column(say(WORDS, "col-component", lang), is_flexible=True), *figures]


def _row_spared(opened: Opened, one: Protection) -> Row:
    return Row(
        (
            Cell(opened.names[one.component], "good" if one.gained else "", one.component),
            Cell(_loss(one.avoided)),
            Cell(str(len(one.gained))),
            Cell(str(len(one.spoilt))),
        )
    )


def importance_text(one: Importance, lang: Lang) -> str:
    """Return in a sentence what it means if a component alone fails; empty if it stops nothing."""
    if not one.stopped:
        return ""
    sort = "misses" if one.rto_missed else "meets"
    key = sort if one.is_recoverable else "stays"
    values = {"stopped": len(one.stopped), "missed": len(one.rto_missed)}
    return say(WORDS, f"show-importance-{key}", lang, **values)


def _loss(value: Fraction) -> str:
    return f"{float(value):,.1f}"
