"""States of an inventory, or scenarios, side by side: one table of figures, then what differs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from bcp.advice.comparing import Case, Comparison, Difference
from bcp.advice.played import Fate, Played
from bcp.advice.weighing import YEARS
from bcp.cli.moments import NONE, length
from bcp.cli.money import money
from bcp.cli.opening import Opened
from bcp.cli.paper import Cell, Column, Paper, Row
from bcp.cli.views.order import SHOWN, more
from bcp.recovery.result import Finding
from bcp.report.compare_json import Heading
from bcp.report.names import called
from bcp.words import Lang, join, render, say
from bcp.words.cli import WORDS
from bcp.words.findings import WORDS as FINDINGS

__all__ = ["show_comparison"]

_FINDINGS = 5
"""How many findings of a sort are shown unless all are asked for."""
_PAIR = 2

Figure = Callable[[Played], Fraction | int]


def show_comparison(
    opened: Opened, headings: Sequence[Heading], comparison: Comparison, *, show_all: bool
) -> None:
    """Write a comparison: what is compared, the figures, the functions, the findings."""
    paper, lang = Paper(), opened.lang
    organisation = called(opened.loaded.inventory.organisation, lang)
    are_scenarios = headings[0].sort == "scenario"
    key = "compare-title-scenarios" if are_scenarios else "compare-title"
    paper.text(say(WORDS, key, lang, organisation=organisation), "title")
    for held in headings:
        _write_heading(paper, held, lang)
    paper.line()
    same = [case for case in comparison.cases if case.is_same]
    if len(same) == len(comparison.cases):
        key = "compare-all-same-scenarios" if are_scenarios else "compare-all-same"
        paper.text(say(WORDS, key, lang, number=len(same)), "good")
    else:
        _write_figures(paper, headings, comparison, lang)
        if same and not are_scenarios:
            names = join((called(case.head, lang) for case in same if case.head), lang)
            paper.text(say(WORDS, "compare-same", lang, names=names), "faint")
    _write_functions(paper, opened, headings, comparison, show_all=show_all)
    _write_findings(paper, opened, headings, comparison, show_all=show_all)
    paper.line()
    key = "next-compare-scenarios" if are_scenarios else "next-compare"
    paper.text(say(WORDS, key, lang), "faint")


def _write_heading(paper: Paper, held: Heading, lang: Lang) -> None:
    values: dict[str, object] = {"name": held.name}
    key = "compare-named"
    if held.cost is not None:
        key, values = "compare-cost", values | {"cost": money(held.cost, lang), "years": YEARS}
    paper.text(held.title + say(WORDS, key, lang, **values), first=f"  {held.key}  ")


# --- figures -----------------------------------------------------------------------------------


def _write_figures(
    paper: Paper, headings: Sequence[Heading], comparison: Comparison, lang: Lang
) -> None:
    rows = [
        *_block("compare-loss", comparison, lambda held: held.loss, lang),
        *_expected(comparison, lang),
        *_block("compare-rto", comparison, lambda held: len(held.failing("rto")), lang),
        *_block("compare-mtpd", comparison, lambda held: len(held.failing("mtpd")), lang),
        *_block("compare-rpo", comparison, lambda held: len(held.failing("rpo")), lang),
        *_block("compare-never", comparison, lambda held: len(held.never_back), lang),
        *_block("compare-deadlocks", comparison, lambda held: len(held.deadlocks), lang),
        *_finding_counts(comparison, lang),
    ]
    columns = [Column("", is_flexible=True)]
    columns += [Column(held.key, is_right=True) for held in headings]
    if len(headings) == _PAIR:
        columns.append(Column(say(WORDS, "compare-change", lang), is_right=True))
    paper.table(columns, rows)


def _block(key: str, comparison: Comparison, figure: Figure, lang: Lang) -> Iterator[Row]:
    """Yield a figure by scenario, as far as it differs; of scenarios always."""
    label = say(WORDS, key, lang)
    cases = comparison.cases
    if len(cases) == 1 and cases[0].head is None:
        yield _row(Cell(label), [figure(held) for held in cases[0].sides], judged=False)
        return
    found = [(case, [figure(held) for held in case.sides]) for case in cases]
    differing = [(case, values) for case, values in found if len(set(values)) > 1]
    if not differing:
        return
    width = len(cases[0].sides) + (len(cases[0].sides) == _PAIR)
    yield Row((Cell(label, "title"), *(Cell("") for _ in range(width))))
    for case, values in differing:
        assert case.head is not None
        yield _row(Cell("  " + called(case.head, lang)), values)


def _expected(comparison: Comparison, lang: Lang) -> Iterator[Row]:
    if comparison.expected is not None and len(set(comparison.expected)) > 1:
        label = "  " + say(WORDS, "compare-expected", lang)
        yield _row(Cell(label, "title"), comparison.expected)


def _finding_counts(comparison: Comparison, lang: Lang) -> Iterator[Row]:
    if comparison.findings is not None:
        counts = [len(held) for held in comparison.findings]
        if len(set(counts)) > 1:
            yield _row(Cell(say(WORDS, "compare-findings", lang), "title"), counts)


def _row(label: Cell, values: Sequence[Fraction | int], *, judged: bool = True) -> Row:
    """Return a row; what is better than on the first side is green, what is worse red."""
    first = values[0]
    cells = [Cell(_shown(value), _style(value - first) if judged else "") for value in values]
    if len(values) == _PAIR:
        cells.append(Cell(_signed(values[1] - first), _style(values[1] - first) if judged else ""))
    return Row((label, *cells))


def _style(change: Fraction | int) -> str:
    return "good" if change < 0 else "bad" if change > 0 else ""


def _shown(value: Fraction | int) -> str:
    return f"{value:,}" if isinstance(value, int) else f"{float(value):,.1f}"


def _signed(value: Fraction | int) -> str:
    if not value:
        return "±0"
    return f"−{_shown(-value)}" if value < 0 else f"+{_shown(value)}"


# --- functions ---------------------------------------------------------------------------------


def _write_functions(
    paper: Paper,
    opened: Opened,
    headings: Sequence[Heading],
    comparison: Comparison,
    *,
    show_all: bool,
) -> None:
    """Write the functions that fare differently, those whose loss changes most first."""
    lang = opened.lang
    found = [(case, held) for case in comparison.cases for held in case.differences()]
    if not found:
        return
    found.sort(key=lambda pair: -_weight(pair[1]))
    paper.heading(say(WORDS, "compare-functions", lang))
    shown = found if show_all else found[:SHOWN]
    columns = [Column(say(WORDS, "col-function", lang), is_flexible=True)]
    if comparison.cases[0].head is not None:
        columns[0] = Column(
            say(WORDS, "col-function", lang),
            say(WORDS, "col-scenario", lang),
            is_flexible=True,
        )
    columns += [Column(held.key, is_right=True) for held in headings]
    paper.table(columns, [_function(opened, case, held) for case, held in shown])
    more(paper, len(found) - len(shown), lang)
    paper.text(say(WORDS, "compare-marks", lang), "faint")
    alone = dict.fromkeys(held.function for _, held in found if None in held.fates)
    if alone:
        names = join((opened.names.get(id_, id_) for id_ in alone), lang)
        paper.text(say(WORDS, "compare-one-sided", lang, names=names), "faint")


def _weight(held: Difference) -> Fraction:
    """Return how far the losses differ; what is not there loses nothing."""
    losses = [Fraction(0) if fate is None else fate.loss for fate in held.fates]
    return max(losses) - min(losses)


def _function(opened: Opened, case: Case, held: Difference) -> Row:
    name = opened.names.get(held.function, held.function)
    under = "" if case.head is None else called(case.head, opened.lang)
    return Row((Cell(name, "", under), *(_fate(fate, opened.lang) for fate in held.fates)))


def _fate(fate: Fate | None, lang: Lang) -> Cell:
    if fate is None:
        return Cell(say(WORDS, "compare-not-there", lang), "faint")
    under = ""
    if fate.rpo_met is False:
        key = "compare-data-gone" if fate.data_loss is None else "compare-data-lost"
        under = say(WORDS, key, lang, lost=length(fate.data_loss, lang))
    if not fate.downtime:
        return Cell(NONE, "good" if not under else "", under)
    mark, style = "○", "good"
    if not fate.rto_met:
        mark, style = "△", "fair"
    if fate.mtpd_met is False or fate.restored is None:
        mark, style = "×", "bad"
    return Cell(f"{mark} {length(fate.downtime, lang)}", style, under)


# --- findings ----------------------------------------------------------------------------------


def _write_findings(
    paper: Paper,
    opened: Opened,
    headings: Sequence[Heading],
    comparison: Comparison,
    *,
    show_all: bool,
) -> None:
    for place, heading in enumerate(headings[1:], start=1):
        for key, found, style in (
            ("compare-fixed", comparison.fixed(place), "good"),
            ("compare-new", comparison.new(place), "bad"),
        ):
            if found:
                values = {"side": heading.key, "first": headings[0].key, "number": len(found)}
                paper.heading(say(WORDS, key, opened.lang, **values))
                _write_list(paper, opened, found, style, show_all=show_all)


def _write_list(
    paper: Paper, opened: Opened, found: Sequence[Finding], style: str, *, show_all: bool
) -> None:
    shown = found if show_all else found[:_FINDINGS]
    sign = "−" if style == "good" else "+"
    for held in shown:
        text = render(FINDINGS, held.phrase, opened.lang, opened.names)
        paper.text(text, first=f"  {sign} ")
    more(paper, len(found) - len(shown), opened.lang)
