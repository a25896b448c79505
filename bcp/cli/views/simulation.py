"""What a scenario did: the headline, the functions, what stays down, the order, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcp.cli.moments import both, length, moment
from bcp.cli.opening import Opened
from bcp.cli.paper import Paper
from bcp.cli.views.functions import by_urgency, write_functions
from bcp.cli.views.order import more, write_order
from bcp.cli.views.search import write_search
from bcp.recovery.result import FunctionResult, Link, Result
from bcp.report.json import link_json
from bcp.report.names import called
from bcp.scenario.models import Head, Scenario
from bcp.words import Lang, join, render, say
from bcp.words.cli import WORDS
from bcp.words.findings import WORDS as FINDINGS

if TYPE_CHECKING:
    from bcp.search.optimal import Found

_FINDINGS_SHOWN = 10
_NAMES_SHOWN = 5


def show_simulation(
    opened: Opened,
    scenario: Scenario,
    result: Result,
    found: Found | None = None,
    conditions: str = "",
    *,
    show_all: bool,
) -> None:
    """Write what came out of a simulation, and of the search that made its plan.

    Parameters
    ----------
    opened
        The inventory.
    scenario
        What was played.
    result
        What came out.
    found
        What a search for the best order found, if one was made.
    conditions
        The values of the scenario's parameters in words, if it has any.
    show_all
        Whether nothing is left out.
    """
    paper, lang, head = Paper(), opened.lang, scenario.scenario
    _headline(paper, opened, head, result, conditions)
    if found is not None:
        write_search(paper, opened, scenario, found, result)
    paper.heading(say(WORDS, "functions", lang))
    write_functions(paper, opened, result, head.starts, show_all=show_all)
    _still_down(paper, opened, result)
    _findings(paper, opened, result, show_all=show_all)
    paper.heading(say(WORDS, "order", lang))
    write_order(paper, opened, result.order, head.starts, show_all=show_all, is_played=True)
    _chains(paper, opened, head, result, show_all=show_all)
    paper.line()
    paper.text(say(WORDS, "next-simulate", lang, scenario=head.id), "faint")


def _headline(paper: Paper, opened: Opened, head: Head, result: Result, conditions: str) -> None:
    lang = opened.lang
    functions = result.functions.values()
    paper.text(
        f"{called(head, lang)} — {called(opened.loaded.inventory.organisation, lang)}", "title"
    )
    starts = "" if head.starts is None else head.starts.strftime("%Y-%m-%d %H:%M")
    facts = [
        say(WORDS, "fact-starts", lang, starts=starts) if starts else "",
        say(WORDS, f"severity-{head.severity}", lang),
        say(WORDS, f"strategy-{result.strategy}", lang),
        say(WORDS, "fact-horizon", lang, length=length(result.horizon, lang)),
    ]
    paper.text((" / " if lang == "ja" else " · ").join(filter(None, facts)), "faint")
    if conditions:
        paper.text(conditions, "faint", rest="  ")
    paper.line()
    down = sum(bool(held.down) for held in functions)
    if not down:
        paper.text(say(WORDS, "headline-none", lang, all=len(functions)), "good")
        return
    values = {
        "all": len(functions),
        "down": down,
        "rto": sum(not held.rto_met for held in functions),
        "mtpd": sum(held.mtpd_met is False for held in functions),
        "rpo": sum(held.rpo_met is False for held in functions),
        "loss": f"{float(result.loss):,.1f}",
    }
    paper.text(say(WORDS, "headline", lang, **values), "bad" if values["rto"] else "good")
    paper.text(say(WORDS, "headline-more", lang, **values))
    teaches = (head.teaches_en if lang == "en" else None) or head.teaches
    if teaches:
        paper.text(say(WORDS, "teaches", lang, text=teaches), "faint")


def _still_down(paper: Paper, opened: Opened, result: Result) -> None:
    """Say what is not restored within the horizon."""
    lang, names = opened.lang, opened.names
    functions = [i for i in by_urgency(opened, result) if result.functions[i].restored is None]
    components = [
        id_ for id_, held in result.components.items() if held.down and held.down[-1][1] is None
    ]
    if not functions and not components:
        return
    paper.heading(say(WORDS, "still-down", lang, length=length(result.horizon, lang)))
    for key, ids in (("still-functions", functions), ("still-components", components)):
        if ids:
            shown = join((names[id_] for id_ in ids[:_NAMES_SHOWN]), lang)
            left = len(ids) - _NAMES_SHOWN
            if left > 0:
                shown += say(WORDS, "and-others", lang, number=left)
            paper.text(say(WORDS, key, lang, number=len(ids), names=shown), first="  ", rest="    ")


def _chains(paper: Paper, opened: Opened, head: Head, result: Result, *, show_all: bool) -> None:
    """Write what fixed the restoration of the function that misses its target worst, or of all."""
    missed = [id_ for id_ in by_urgency(opened, result) if not result.functions[id_].rto_met]
    traced = [id_ for id_ in missed if result.functions[id_].chain]
    for id_ in traced if show_all else traced[:1]:
        held = result.functions[id_]
        paper.heading(say(WORDS, "chain", opened.lang, function=opened.names[id_]))
        paper.text(_chain_lead(held, head, opened.lang), first="  ", rest="  ")
        for number, link in enumerate(held.chain, 1):
            _link(paper, opened, head, number, link)
    more(paper, 0 if show_all else len(traced) - 1, opened.lang)


def _chain_lead(held: FunctionResult, head: Head, lang: Lang) -> str:
    late = length(held.downtime - held.rto, lang)
    restored = both(held.restored, head.starts, lang)
    return say(WORDS, "chain-lead", lang, restored=restored, rto=length(held.rto, lang), late=late)


def _link(paper: Paper, opened: Opened, head: Head, number: int, link: Link) -> None:
    lang = opened.lang
    why = link_json(link, lang, opened.names)["why"]
    component = link.id.partition("/")[0]
    values = {
        "start": moment(link.start, lang, is_exact=True),
        "end": both(link.end, head.starts, lang),
        "length": length(link.end - link.start, lang),
        "name": opened.names.get(component, component),
        "why": why,
    }
    key = "link-task" if link.what in ("task", "startup") else "link-wait"
    first = f"  {number:>2}. "
    paper.text(say(WORDS, key, lang, **values), first=first, rest=" " * 6)


def _findings(paper: Paper, opened: Opened, result: Result, *, show_all: bool) -> None:
    if not result.findings:
        return
    lang = opened.lang
    paper.heading(say(WORDS, "findings", lang))
    shown = result.findings if show_all else result.findings[:_FINDINGS_SHOWN]
    for finding in shown:
        text = render(FINDINGS, finding.phrase, lang, opened.names)
        paper.text(text, first="  - ", rest="    ")
    more(paper, len(result.findings) - len(shown), lang)
