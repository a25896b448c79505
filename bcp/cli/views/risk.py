"""What many runs of a scenario say: chances first, then what they depend on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bcp.cli.chances import amount, percent, times, times_range, times_told
from bcp.cli.moments import length
from bcp.cli.opening import Opened
from bcp.cli.paper import Cell, Column, Paper, Row
from bcp.cli.views.order import SHOWN, more
from bcp.inventory.models import Function
from bcp.report.names import called, department_of
from bcp.risk.drivers import Driver
from bcp.risk.factors import Sort
from bcp.risk.gather import Point
from bcp.risk.interval import Estimate
from bcp.risk.result import FunctionRisk, RiskResult
from bcp.scenario.models import Head
from bcp.units import MINUTE
from bcp.words import Lang, say
from bcp.words.cli import WORDS

__all__ = ["show_risk", "status_lines"]

_ENOUGH, _HALF = 0.9, 0.5
_DRIVERS, _POINTS = 8, 6
_CAUSES = 2


def show_risk(
    opened: Opened,
    head: Head,
    held: RiskResult,
    status: Sequence[str],
    *,
    show_all: bool,
) -> None:
    """Write what the runs of a scenario say.

    Parameters
    ----------
    opened
        The inventory.
    head
        Of the scenario.
    held
        What the runs say.
    status
        What there is to say about how many there are.
    show_all
        Whether nothing is left out.
    """
    paper, lang = Paper(), opened.lang
    _headline(paper, opened, head, held, status)
    paper.heading(say(WORDS, "risk-functions", lang))
    _functions(paper, opened, held, show_all=show_all)
    _drivers(paper, opened, held, show_all=show_all)
    _convergence(paper, held, lang)
    paper.line()
    paper.text(say(WORDS, "next-risk", lang, scenario=head.id), "faint")


def _headline(
    paper: Paper, opened: Opened, head: Head, held: RiskResult, status: Sequence[str]
) -> None:
    lang = opened.lang
    organisation = called(opened.loaded.inventory.organisation, lang)
    paper.text(f"{called(head, lang)} — {organisation}", "title")
    facts = [
        say(WORDS, "risk-facts", lang, runs=f"{held.runs:,}", seed=held.seed),
        say(WORDS, f"severity-{head.severity}", lang),
        say(WORDS, f"strategy-{held.strategy}", lang),
        say(WORDS, "fact-horizon", lang, length=length(held.horizon, lang)),
    ]
    paper.text((" / " if lang == "ja" else " · ").join(facts), "faint")
    for text in status:
        paper.text(text, "fair")
    paper.line()
    if held.drivers is None:
        paper.text(say(WORDS, "risk-certain", lang), "fair")
    for key, chance in (("risk-all-rto", held.all_rto_met), ("risk-all-mtpd", held.all_mtpd_met)):
        paper.text(_all(key, chance, lang), _style(chance.value))
    loss = held.loss
    values = {key: amount(getattr(loss, key).value) for key in ("p50", "p90", "p99")}
    mean, half = amount(loss.mean.value), amount(loss.mean.half)
    paper.text(say(WORDS, "risk-loss", lang, mean=mean, half=half, **values))


def _all(key: str, chance: Estimate, lang: Lang) -> str:
    """Return in how many runs all functions fare well."""
    if chance.value in {0, 1}:
        return say(WORDS, f"{key}-{'always' if chance.value else 'never'}", lang)
    return say(WORDS, key, lang, times=times_told(chance, lang))


def status_lines(
    held: RiskResult, asked: int, precision: float | None, lang: Lang
) -> Iterator[str]:
    """Yield what there is to say about how many runs there are."""
    runs = f"{held.runs:,}"
    if not held.is_whole:
        yield say(WORDS, "risk-broken-off", lang, runs=runs, asked=f"{asked:,}")
    elif precision is not None:
        key = "risk-precise" if held.is_precise else "risk-imprecise"
        yield say(WORDS, key, lang, precision=f"{precision * 100:g}%", runs=runs)


def _style(chance: float) -> str:
    if chance >= _ENOUGH:
        return "good"
    return "fair" if chance >= _HALF else "bad"


# --- functions ---------------------------------------------------------------------------------


def _functions(paper: Paper, opened: Opened, held: RiskResult, *, show_all: bool) -> None:
    lang, inventory = opened.lang, opened.loaded.inventory
    ranks = {rank: place for place, rank in enumerate(inventory.organisation.ranks)}

    def key(function: Function) -> tuple[float, int]:
        return held.functions[function.id].rto_met.value, ranks.get(function.rank or "", len(ranks))

    ordered = sorted(inventory.functions, key=key)
    doubtful = [f for f in ordered if held.functions[f.id].rto_met.value < 1]
    shown = ordered if show_all else doubtful[:SHOWN]
    if shown:
        rows = [_row(opened, function, held.functions[function.id]) for function in shown]
        paper.table(_columns(lang), rows)
    if not show_all:
        more(paper, len(doubtful) - len(shown), lang)
        if len(ordered) > len(doubtful):
            number = len(ordered) - len(doubtful)
            paper.text(say(WORDS, "risk-fine", lang, number=number), "faint")
    if shown:
        for note in ("risk-read", "risk-parts"):
            paper.text(say(WORDS, note, lang), "faint")


def _columns(lang: Lang) -> list[Column]:
    def words(key: str) -> str:
        return say(WORDS, key, lang)

    return [
        Column(words("col-rto-met"), words("col-rto-interval"), is_right=True),
        Column(words("col-rank")),
        Column(words("col-function"), is_flexible=True),
        Column(words("col-p50"), words("col-parts"), is_right=True),
        Column(words("col-p90"), words("col-p99"), is_right=True),
        Column(words("col-rto"), words("col-mtpd"), is_right=True),
    ]


def _row(opened: Opened, function: Function, held: FunctionRisk) -> Row:
    lang = opened.lang
    name, department = opened.names[function.id], department_of(function, lang)
    if department:
        name = say(WORDS, "title-department", lang, name=name, department=department)
    spread = held.downtime
    return Row(
        (
            Cell(times(held.rto_met, lang), _style(held.rto_met.value), _interval(held, lang)),
            Cell(function.rank or ""),
            Cell(name, "", "\n".join(_notes(held, lang))),
            Cell(_span(spread.p50.value, lang), "", _span(held.parts, lang)),
            Cell(_span(spread.p90.value, lang), "", _span(spread.p99.value, lang)),
            Cell(length(held.rto, lang), "", length(held.mtpd, lang)),
        )
    )


def _interval(held: FunctionRisk, lang: Lang) -> str:
    return times_range(held.rto_met, lang)


def _notes(held: FunctionRisk, lang: Lang) -> Iterator[str]:
    if held.mtpd_met is not None and held.mtpd_met.value < 1:
        yield say(WORDS, "beyond-mtpd", lang, times=times(held.mtpd_met.complement, lang))
    if held.lost.value:
        yield say(WORDS, "risk-not-back", lang, times=times(held.lost, lang))


def _span(seconds: float, lang: Lang) -> str:
    """Return a length of time to the minute: no estimate knows more."""
    return length(round(seconds / MINUTE) * MINUTE, lang)


# --- what it depends on ------------------------------------------------------------------------


def _drivers(paper: Paper, opened: Opened, held: RiskResult, *, show_all: bool) -> None:
    drivers, lang = held.drivers, opened.lang
    if drivers is None:
        return
    paper.heading(say(WORDS, "risk-drivers", lang))
    by_sort = drivers.by_sort
    shares = {
        "damage": percent(by_sort[Sort.DAMAGE] + by_sort[Sort.SITE]),
        "duration": percent(by_sort[Sort.DURATION]),
        "arrival": percent(by_sort[Sort.ARRIVAL]),
        "rest": percent(drivers.rest),
    }
    paper.text(say(WORDS, "risk-drivers-by", lang, **shares), first="  ", rest="  ")
    shown = drivers.drivers if show_all else drivers.drivers[:_DRIVERS]
    for driver in shown:
        paper.text(_told(opened, driver), first=f"  {percent(driver.share):>5}  ", rest=" " * 9)
    more(paper, len(drivers.drivers) - len(shown), lang)
    paper.text(say(WORDS, "risk-drivers-read", lang), "faint")


def _told(opened: Opened, driver: Driver) -> str:
    lang, names, ids = opened.lang, opened.names, driver.factor.ids
    values = {"name": names.get(ids[0], ids[0])}
    if driver.factor.sort is Sort.SITE:
        components = [names.get(id_, id_) for id_ in ids[1:]]
        listed = ("、" if lang == "ja" else ", ").join(components[:_CAUSES])
        left = len(components) - _CAUSES
        values["name"] = listed + (say(WORDS, "and-others", lang, number=left) if left > 0 else "")
    if driver.factor.sort is Sort.DURATION:
        values["task"] = names.get("/".join(ids[1:]), ids[2])
    text = say(WORDS, f"driver-{driver.factor.sort.value}", lang, **values)
    return text if driver.raises else text + say(WORDS, "driver-falls", lang)


def _convergence(paper: Paper, held: RiskResult, lang: Lang) -> None:
    if held.drivers is None or len(held.points) < 2:  # noqa: PLR2004 (nothing to compare with)
        return
    paper.heading(say(WORDS, "risk-convergence", lang))
    columns = [
        Column(say(WORDS, key, lang), is_right=True)
        for key in ("col-runs", "col-loss-mean", "col-loss-half", "col-widest")
    ]
    paper.table(columns, [_point(point, lang) for point in _picked(held.points)])


def _picked(points: Sequence[Point]) -> list[Point]:
    """Return as many points as a table needs, about as far apart as they double, the last among them."""
    found = [points[-1]]
    for point in reversed(points[:-1]):
        if point.runs * 2 <= found[-1].runs:
            found.append(point)
    return found[:_POINTS][::-1]


def _point(point: Point, lang: Lang) -> Row:
    widest = say(WORDS, "points", lang, number=f"{point.widest * 100:.1f}")
    texts = (
        f"{point.runs:,}",
        amount(point.loss.value),
        f"±{amount(point.loss.half)}",
        f"±{widest}",
    )
    return Row(tuple(Cell(text) for text in texts))
