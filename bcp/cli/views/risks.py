"""What many runs of several scenarios say: each in a line, and what they come to in a year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bcp.cli.chances import amount, percent, times
from bcp.cli.moments import NONE, length
from bcp.cli.opening import Opened
from bcp.cli.paper import Cell, Column, Paper, Row
from bcp.report.names import called
from bcp.risk.result import RiskResult
from bcp.risk.yearly import Yearly
from bcp.scenario.models import Head
from bcp.units import HOUR
from bcp.words import Lang, join, say
from bcp.words.cli import WORDS

__all__ = ["show_risks"]

_ENOUGH, _HALF = 0.9, 0.5
_FUNCTIONS = 8


def show_risks(
    opened: Opened,
    heads: Mapping[str, Head],
    results: Sequence[RiskResult],
    yearly: Yearly | None,
) -> None:
    """Write each scenario in a line, and what they come to in a year.

    Parameters
    ----------
    opened
        The inventory.
    heads
        Of the scenarios that were asked for, by id.
    results
        Of those that were played: fewer after an interruption.
    yearly
        None: it is not known.
    """
    paper, lang = Paper(), opened.lang
    _scenarios(paper, opened, heads, results)
    if yearly is not None:
        _yearly(paper, opened, heads, yearly)
    paper.line()
    paper.text(say(WORDS, "next-risks", lang), "faint")


def _scenarios(
    paper: Paper, opened: Opened, heads: Mapping[str, Head], results: Sequence[RiskResult]
) -> None:
    lang = opened.lang
    organisation = called(opened.loaded.inventory.organisation, lang)
    title = say(WORDS, "risks-title", lang, organisation=organisation, number=len(results))
    paper.text(title, "title")
    first = results[0]
    facts = [
        say(WORDS, "risk-facts", lang, runs=f"{first.runs:,}", seed=first.seed),
        say(WORDS, f"strategy-{first.strategy}", lang),
    ]
    paper.text((" / " if lang == "ja" else " · ").join(facts), "faint")
    if len(results) < len(heads) or not results[-1].is_whole:
        values = {"done": sum(held.is_whole for held in results), "all": len(heads)}
        paper.text(say(WORDS, "risks-broken-off", lang, **values), "fair")
    paper.line()
    columns = [
        Column(say(WORDS, "col-scenario", lang), is_flexible=True),
        Column(say(WORDS, "col-likelihood", lang), is_right=True),
        Column(say(WORDS, "col-all-met", lang), say(WORDS, "col-late", lang), is_right=True),
        Column(say(WORDS, "col-mean", lang), say(WORDS, "col-loss-p90", lang), is_right=True),
        Column(say(WORDS, "col-a-year", lang), is_right=True),
    ]
    ordered = sorted(results, key=lambda held: -(held.likelihood or 0) * held.loss.mean.value)
    paper.table(columns, [_row(heads[held.scenario], held, lang) for held in ordered])


def _row(head: Head, held: RiskResult, lang: Lang) -> Row:
    chance, loss = held.all_rto_met, held.loss
    style = "good" if chance.value >= _ENOUGH else "fair" if chance.value >= _HALF else "bad"
    a_year = NONE if not held.likelihood else amount(held.likelihood * loss.mean.value)
    return Row(
        (
            Cell(called(head, lang)),
            Cell(_how_often(held.likelihood, lang)),
            Cell(times(chance, lang), style, _late(held, lang)),
            Cell(amount(loss.mean.value), "", amount(loss.p90.value)),
            Cell(a_year),
        )
    )


def _late(held: RiskResult, lang: Lang) -> str:
    number = sum(1 - function.rto_met.value for function in held.functions.values())
    return say(WORDS, "late-functions", lang, number=f"{number:.1f}")


def _how_often(likelihood: float | None, lang: Lang) -> str:
    if not likelihood:
        return NONE
    if likelihood > 1:
        return say(WORDS, "times-a-year", lang, number=f"{likelihood:,.3g}")
    return say(WORDS, "every-years", lang, years=f"{1 / likelihood:,.0f}")


def _yearly(paper: Paper, opened: Opened, heads: Mapping[str, Head], held: Yearly) -> None:
    lang = opened.lang
    paper.heading(say(WORDS, "risk-yearly", lang))
    values = {"mean": amount(held.loss.value), "half": amount(held.loss.half)}
    paper.text(say(WORDS, "yearly-loss", lang, **values))
    paper.text(say(WORDS, "yearly-read", lang), "faint")
    if held.left_out:
        names = join((called(heads[id_], lang) for id_ in held.left_out), lang)
        paper.text(say(WORDS, "yearly-left-out", lang, names=names), "faint")
    _exceeded(paper, held, lang)
    _functions(paper, opened, held)


def _exceeded(paper: Paper, held: Yearly, lang: Lang) -> None:
    paper.line()
    paper.text(say(WORDS, "yearly-exceeded", lang))
    rows = [
        Row(
            (
                Cell(percent(chance)),
                Cell(say(WORDS, "every-years", lang, years=f"{1 / chance:,.0f}")),
                Cell(amount(loss)),
            )
        )
        for chance, loss in held.exceeded
        if loss is not None
    ]
    columns = [
        Column(say(WORDS, key, lang), is_right=True)
        for key in ("col-chance", "col-return", "col-exceeded")
    ]
    paper.table(columns, rows)


def _functions(paper: Paper, opened: Opened, held: Yearly) -> None:
    lang = opened.lang
    worst = sorted(held.down.items(), key=lambda pair: -pair[1])[:_FUNCTIONS]
    rows = [
        Row((Cell(opened.names[id_]), Cell(length(round(hours * HOUR), lang))))
        for id_, hours in worst
        if hours * HOUR >= 1
    ]
    if not rows:
        return
    paper.heading(say(WORDS, "yearly-functions", lang))
    columns = [
        Column(say(WORDS, "col-function", lang), is_flexible=True),
        Column(say(WORDS, "col-down-year", lang), is_right=True),
    ]
    paper.table(columns, rows)
