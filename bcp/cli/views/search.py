"""What a search found: the orders compared, how good the best can be, and what it changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from bcp.cli.moments import length
from bcp.cli.opening import Opened
from bcp.cli.paper import Cell, Column, Paper, Row
from bcp.graph.network import build_network
from bcp.recovery.result import Result
from bcp.recovery.simulate import simulate, verdict
from bcp.scenario.models import Scenario
from bcp.words import join, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from bcp.recovery.strategy import Order
    from bcp.search.optimal import Found

_MOVED_SHOWN = 5
_LEAST = Fraction(1, 1000)


def write_search(
    paper: Paper, opened: Opened, scenario: Scenario, found: Found, result: Result
) -> None:
    """Write what came of a search.

    Parameters
    ----------
    paper
        What to write on.
    opened
        Says names and language.
    scenario
        What was played.
    found
        What the search came to.
    result
        What came out of playing its plan.
    """
    lang, inventory = opened.lang, opened.loaded.inventory
    slack = simulate(inventory, scenario, "slack")
    rank = verdict(inventory, scenario, "rank", build_network(inventory))
    missed = {
        "slack": sum(not held.rto_met for held in slack.functions.values()),
        "rank": sum(not is_met for is_met in rank.rto_met.values()),
        "optimal": sum(not held.rto_met for held in result.functions.values()),
    }
    paper.heading(say(WORDS, "compared", lang))
    _table(paper, opened, found, missed)
    for text in (_gap(opened, found), _repeatable(opened, found)):
        if text:
            paper.text(text)
    _moved(paper, opened, slack, result)
    _procedures(paper, opened, found.rules["slack"], found.plan)
    if not found.is_proven:
        paper.text(say(WORDS, "search-more", lang, scenario=scenario.scenario.id), "faint")


def _table(paper: Paper, opened: Opened, found: Found, missed: Mapping[str, int]) -> None:
    def words(key: str, **values: object) -> str:
        return say(WORDS, key, opened.lang, **values)

    slack = found.losses["slack"]
    rows = []
    for name, loss in [*found.losses.items(), ("bound", found.bound)]:
        style = "good" if name == "optimal" else "faint" if name == "bound" else ""
        number = words("functions-missed", number=missed[name]) if name in missed else ""
        against = "" if name == "slack" else _percent(loss - slack, slack)
        cells = (words(f"compared-{name}"), f"{float(loss):,.1f}", against, number)
        rows.append(Row(tuple(Cell(text, style) for text in cells)))
    columns = [
        Column(words("col-strategy"), is_flexible=True),
        *(Column(words(k), is_right=True) for k in ("col-loss", "col-against", "col-rto-missed")),
    ]
    paper.table(columns, rows)


def _percent(part: Fraction, whole: Fraction) -> str:
    if not part or not whole:
        return "±0%"
    return f"{float(part / whole):+.1%}".replace("-", "−")


def _gap(opened: Opened, found: Found) -> str:
    if found.is_proven:
        return say(WORDS, "gap-none", opened.lang)
    room = found.loss - found.bound
    share = f"{max(float(room / found.loss), float(_LEAST)):.1%}"
    text = say(WORDS, "gap", opened.lang, gap=share, room=f"{float(room):,.1f}")
    if found.loss < min(found.losses["slack"], found.losses["rank"]):
        return text
    space = "" if opened.lang == "ja" else " "
    return say(WORDS, "gap-no-better", opened.lang) + space + text


def _repeatable(opened: Opened, found: Found) -> str:
    if found.is_repeatable:
        return ""
    key = f"not-repeatable-{found.ending}"
    return say(WORDS, key, opened.lang, effort=max(1, found.effort))


def _finishes(result: Result) -> dict[str, int]:
    """Return when the recovery of each component is done; the horizon: it is not by then."""
    return {
        row.component: result.horizon if row.finish is None else min(row.finish, result.horizon)
        for row in result.order
    }


def _moved(paper: Paper, opened: Opened, slack: Result, result: Result) -> None:
    """Say what is there sooner and later than by slack, what gains or loses most first."""
    before, after = _finishes(slack), _finishes(result)
    gains = {id_: after[id_] - before[id_] for id_ in after if after[id_] != before.get(id_)}
    sooner = sorted((id_ for id_ in gains if gains[id_] < 0), key=gains.__getitem__)
    later = sorted((id_ for id_ in gains if gains[id_] > 0), key=lambda id_: -gains[id_])
    if not gains:
        paper.text(say(WORDS, "moved-none", opened.lang))
    for key, ids in (("moved-forward", sooner), ("moved-back", later)):
        if ids:
            shown = [_one(opened, id_, gains[id_]) for id_ in ids[:_MOVED_SHOWN]]
            _write_names(paper, opened, key, shown, len(ids))


def _one(opened: Opened, id_: str, gain: int) -> str:
    values = {"name": opened.names[id_], "length": length(abs(gain), opened.lang)}
    return say(WORDS, "moved-sooner" if gain < 0 else "moved-later", opened.lang, **values)


def _procedures(paper: Paper, opened: Opened, slack: Order, plan: Order) -> None:
    lang, names = opened.lang, opened.names
    changed = [
        say(
            WORDS,
            "other-procedure-one",
            lang,
            name=names[id_],
            before=names[slack.procedures[id_]],
            after=names[plan.procedures[id_]],
        )
        for id_ in dict.fromkeys(component for component, _ in plan.places)
        if slack.procedures[id_] != plan.procedures[id_]
    ]
    if changed:
        _write_names(paper, opened, "other-procedure", changed[:_MOVED_SHOWN], len(changed))


def _write_names(paper: Paper, opened: Opened, key: str, shown: Sequence[str], number: int) -> None:
    text = join(shown, opened.lang)
    if number > len(shown):
        text += say(WORDS, "and-others", opened.lang, number=number - len(shown))
    paper.text(say(WORDS, key, opened.lang, names=text), first="  ", rest="    ")
