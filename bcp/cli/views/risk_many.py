"""Many organisations in one table: how sure the recovery of each is, the least sure first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bcp.cli.moments import NONE
from bcp.cli.paper import Cell, Column, Paper, Row
from bcp.cli.risk_told import Asking, Organisation
from bcp.report.names import called
from bcp.words import Lang, say
from bcp.words.cli import WORDS

__all__ = ["show_many"]

_WELL, _FAIRLY = 0.9, 0.5
"""From which share of functions in time on it is shown as good, and as fair."""
_TENTH = 0.001
"""A tenth of a point: the least that is told of a chance."""


def show_many(done: Sequence[Organisation], asking: Asking, lang: Lang) -> None:
    """Write the table."""
    paper = Paper()
    values = {"runs": f"{asking.runs:,}", "seed": asking.seed, "strategy": asking.strategy}
    paper.text(say(WORDS, "many-title", lang, number=len(done)), "title")
    paper.text(say(WORDS, "many-lead", lang, **values))
    paper.line()
    namesakes = {name for name, number in Counter(held.name for held in done).items() if number > 1}
    rows = [_row(held, lang, is_namesake=held.name in namesakes) for held in done]
    paper.table(_columns(lang), rows)
    rated = [held.year for held in done if held.year is not None]
    if rated:
        paper.line()
        paper.text(say(WORDS, "many-total", lang, hours=_hours(sum(rated))))
    if len(rated) < len(done):
        paper.text(say(WORDS, "many-unrated", lang), "faint")


def _columns(lang: Lang) -> list[Column]:
    def words(key: str) -> str:
        return say(WORDS, key, lang)

    return [
        Column(words("col-organisation"), words("col-worst"), is_flexible=True),
        Column(words("col-in-time"), words("col-of-all"), is_right=True),
        Column(words("col-all-rto"), words("col-interval"), is_right=True),
        Column(words("col-mean-loss"), words("col-p90-loss"), is_right=True),
        Column(words("col-loss-year"), is_right=True),
    ]


def _row(held: Organisation, lang: Lang, *, is_namesake: bool) -> Row:
    worst = held.worst
    name = say(WORDS, "many-namesake", lang, name=held.name, folder=held.folder)
    low, high = worst.interval
    style = "good" if worst.in_time >= _WELL else "fair" if worst.in_time >= _FAIRLY else "bad"
    number = len(worst.rto_met)
    of_all = say(WORDS, "many-of", lang, number=number)
    return Row(
        (
            Cell(name if is_namesake else held.name, "title", called(worst.head, lang)),
            Cell(f"{worst.in_time * number:.1f}", style, of_all),
            Cell(_percent(worst.all_met), "", f"{_percent(low)}–{_percent(high)}"),
            Cell(_hours(worst.mean), "", _hours(worst.loss["p90"])),
            Cell(NONE if held.year is None else _hours(held.year)),
        )
    )


def _percent(share: float) -> str:
    """Return a share, with a digit more where it is close to nothing or all.

    Examples
    --------
    >>> _percent(0.624), _percent(0.9942), _percent(0), _percent(1), _percent(0.9999)
    ('62%', '99.4%', '0%', '100%', '>99.9%')
    """
    if share in (0, 1):
        return f"{100 * share:.0f}%"
    if not _TENTH <= share <= 1 - _TENTH:
        return "<0.1%" if share < _TENTH else ">99.9%"
    is_close = share < 10 * _TENTH or share > 1 - 10 * _TENTH
    return f"{100 * share:.1f}%" if is_close else f"{100 * share:.0f}%"


def _hours(hours: float) -> str:
    """Return weighted hours, to three digits.

    Examples
    --------
    >>> _hours(0.0421), _hours(12.34), _hours(12345.6)
    ('0.04', '12.3', '12,346')
    """
    return f"{hours:.2f}" if hours < 10 else f"{hours:.1f}" if hours < 100 else f"{hours:,.0f}"  # noqa: PLR2004
