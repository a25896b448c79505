"""One component or function in its surroundings, as small trees."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from bcp.advice.importance import Importance
from bcp.cli.moments import NONE, length
from bcp.cli.opening import Opened
from bcp.cli.paper import Paper
from bcp.cli.views.importance import importance_text
from bcp.cli.views.measured import measured_component
from bcp.graph.explain import Explanation
from bcp.graph.network import Need, Network
from bcp.inventory.models import Component, Function, Target
from bcp.report.names import department_of
from bcp.words import Lang, Word, say
from bcp.words.cli import WORDS

SHOWN = 12
"""How many branches of a tree are shown unless all are asked for."""


def show_item(
    opened: Opened,
    network: Network,
    held: Explanation,
    importance: Importance | None,
    *,
    show_all: bool,
) -> None:
    """Write what there is to say about a component or function."""
    paper, lang, names = Paper(), opened.lang, opened.names
    model = network.components.get(held.id) or network.functions[held.id]
    paper.text(f"{names[held.id]} ({held.id})", "title")
    for fact in _facts(opened, held, model):
        paper.text(fact, first="  ", rest="    ")
    limit = None if show_all else SHOWN

    def tree(key: str, branches: Sequence[str], **values: object) -> None:
        if branches:
            paper.heading(say(WORDS, key, lang, number=len(branches), **values))
            write_tree(paper, branches, lang, limit)

    tree("show-needs", [need_text(need, opened) for need in held.needs])
    tree("show-start-needs", [need_text(need, opened) for need in held.start_needs])
    tree("show-repair-needs", [_repair(task, need, opened) for task, need in held.repair_needs])
    label = _labels(opened, network)
    tree("show-needed-by", [*map(label, held.needed_by)])
    tree("show-repairs", [*map(label, held.repairs)])
    tree("show-holds", [*map(label, held.holds)])
    tree("show-contains", [*map(label, held.contains)])
    functions = [id_ for id_ in held.stops if id_ in network.functions]
    others = len(held.stops) - len(functions)
    tree("show-stops", [*map(label, functions)], others=others)
    if not functions:
        paper.line()
        key = "show-stops-components" if others else "show-stops-nothing"
        paper.text(say(WORDS, key, lang, others=others), "faint" if others else "good")
    if importance is not None and (text := importance_text(importance, lang)):
        paper.line()
        paper.text(text, "fair" if importance.rto_missed else "")


def write_tree(paper: Paper, branches: Sequence[str], lang: Lang, limit: int | None) -> None:
    """Write *branches* as a tree of one level."""
    shown = branches if limit is None or len(branches) <= limit else branches[:limit]
    left = len(branches) - len(shown)
    lines = [*shown, *([say(WORDS, "more", lang, number=left)] if left else [])]
    for number, line in enumerate(lines, 1):
        is_last = number == len(lines)
        paper.text(line, first="└─ " if is_last else "├─ ", rest="   " if is_last else "│  ")


def need_text(need: Need, opened: Opened) -> str:
    """Return a group in words."""
    lang, names = opened.lang, opened.names
    if need.staff is not None:
        team = names[need.staff.team]
        return say(WORDS, "need-staff", lang, team=team, number=need.at_least)
    named = [f"{names[id_]} ({id_})" for id_ in need.providers]
    text = named[0]
    if len(named) > 1:
        listed = " / ".join(named)
        is_all = need.at_least == len(named)
        key = "need-all" if is_all else "need-some"
        text = say(WORDS, key, lang, names=listed, number=need.at_least, all=len(named))
    extras = []
    if need.switchover:
        extras.append(say(WORDS, "need-switchover", lang, length=length(need.switchover, lang)))
    if need.holdover:
        key = "need-held-by" if need.held_by else "need-holdover"
        by = names.get(need.held_by or "", "")
        extras.append(say(WORDS, key, lang, length=length(need.holdover, lang), by=by))
    return say(WORDS, "need-extras", lang, text=text, extras=" / ".join(extras)) if extras else text


def _repair(task: str, need: Need, opened: Opened) -> str:
    values = {"task": opened.names[task], "need": need_text(need, opened)}
    return say(WORDS, "need-task", opened.lang, **values)


def _labels(opened: Opened, network: Network) -> Callable[[str], str]:
    def label(id_: str) -> str:
        function = network.functions.get(id_)
        if function is None:
            return f"{opened.names[id_]} ({id_})"
        facts = [
            function.rank or "",
            department_of(function, opened.lang),
            f"RTO {length(function.rto.normal, opened.lang)}",
        ]
        return f"{opened.names[id_]} ({id_}) — {_listed(facts)}"

    return label


def _listed(facts: Iterable[str]) -> str:
    return " · ".join(fact for fact in facts if fact)


def _facts(opened: Opened, held: Explanation, model: Component | Function) -> list[str]:
    """Return what the files say of it, a line each."""
    lang = opened.lang
    place = opened.loaded.places[held.id]
    of_sort = _of_component if isinstance(model, Component) else _of_function
    facts = of_sort(opened, held, model)  # type: ignore[arg-type]
    lines = [_listed(facts), say(WORDS, "fact-place", lang, file=place.file, line=place.line)]
    for key, value in (("fact-note", model.note), ("fact-source", model.source)):
        if value:
            lines.append(say(WORDS, key, lang, text=value))
    if model.assumed:
        lines.append(say(WORDS, "fact-assumed", lang, keys=", ".join(model.assumed)))
    return [line for line in lines if line]


def _of_component(opened: Opened, held: Explanation, component: Component) -> list[str]:
    lang, names = opened.lang, opened.names
    places = " < ".join(names[id_] for id_ in held.stands_in)
    procedures = ", ".join(component.procedure)
    return [
        say(WORDS, "fact-kind", lang, kind=Word(f"kind-{component.kind}")),
        say(WORDS, "fact-within", lang, places=places) if places else "",
        say(WORDS, "fact-startup", lang, length=length(component.startup, lang))
        if component.startup
        else "",
        say(WORDS, "fact-procedure", lang, names=procedures)
        if procedures
        else say(WORDS, "fact-no-procedure", lang),
        measured_component(opened.loaded.inventory, component, lang),
    ]


def _of_function(opened: Opened, _: Explanation, function: Function) -> list[str]:
    lang = opened.lang
    around = function.workaround
    facts = [
        department_of(function, lang),
        say(WORDS, "fact-rank", lang, rank=function.rank) if function.rank else "",
        f"RTO {_target(function.rto, lang)}",
        f"MTPD {_target(function.mtpd, lang)}" if function.mtpd else "",
        f"RPO {length(function.rpo, lang)}" if function.rpo is not None else "",
    ]
    if around is not None:
        values = {
            "name": around.name or NONE,
            "after": length(around.after, lang),
            "for_": length(around.for_, lang) if around.for_ else say(WORDS, "no-end", lang),
            "level": f"{float(around.level):.0%}",
        }
        facts.append(say(WORDS, "fact-workaround", lang, **values))
    return facts


def _target(target: Target, lang: Lang) -> str:
    if target.disaster is None:
        return length(target.normal, lang)
    values = {"normal": length(target.normal, lang), "disaster": length(target.disaster, lang)}
    return say(WORDS, "target-pair", lang, **values)
