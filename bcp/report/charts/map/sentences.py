"""The dependency map in words: the finding, how to read it, and all of it for those who hear it."""

from __future__ import annotations

from collections.abc import Iterator

from bcp.report.charts.frame import Head
from bcp.report.charts.map.layout import MapLayout
from bcp.report.charts.map.view import Centre, MapView, Struck
from bcp.words import join, say
from bcp.words.chart_map import WORDS

__all__ = ["description", "head_of"]

_MOST_NAMED = 3
_MOST_SPOKEN = 30


def head_of(view: MapView, layout: MapLayout) -> Head:
    """Return what stands around the map."""
    return Head(
        lang=view.lang,
        title=headline(view),
        facts=_facts(view),
        notes=tuple(_notes(view, layout)),
        source=view.source,
        names=tuple(node.label for node in layout.nodes),
    )


def headline(view: MapView) -> str:
    """Return the finding."""
    finding = _finding(view)
    return say(WORDS, "headline", view.lang, organisation=view.organisation, finding=finding)


def _finding(view: MapView) -> str:
    if view.struck is not None:
        return _of_scenario(view, view.struck)
    if view.centre is not None:
        return _of_centre(view, view.centre)
    if not view.components and not view.functions:
        return say(WORDS, "finding-empty", view.lang)
    if not view.worst:
        return say(WORDS, "finding-none", view.lang, total=view.functions)
    name, more = view.names[view.worst[0]], len(view.worst) - 1
    values = {"name": name, "number": view.stops[view.worst[0]], "total": view.functions}
    key = "finding-worst-several" if more else "finding-worst"
    return say(WORDS, key, view.lang, more=more, **values)


def _of_scenario(view: MapView, struck: Struck) -> str:
    key = "finding-struck" if struck.stopped else "finding-struck-none"
    values = {"damaged": struck.damaged, "down": struck.down, "late": struck.late}
    return say(WORDS, key, view.lang, scenario=struck.name, stopped=struck.stopped, **values)


def _of_centre(view: MapView, centre: Centre) -> str:
    key = "finding-function" if centre.is_function else "finding-component"
    return say(
        WORDS,
        key,
        view.lang,
        name=centre.name,
        needs=centre.needs,
        alone=centre.alone,
        functions=centre.functions,
        stops=centre.stops,
    )


def _facts(view: MapView) -> str:
    values = {"components": view.components, "functions": view.functions}
    if view.only is not None:
        return say(WORDS, "facts-part", view.lang, shown=len(view.only), **values)
    return say(WORDS, "facts", view.lang, **values)


def _notes(view: MapView, layout: MapLayout) -> Iterator[str]:
    lang = view.lang
    yield say(WORDS, "note-reading", lang)
    if layout.is_condensed:
        members = [node for node in layout.nodes if len(node.members) > 1]
        number = sum(len(node.members) for node in members)
        yield say(WORDS, "note-condensed", lang, number=number, boxes=len(members))
    if len(view.worst) > 1 and view.centre is None and view.struck is None:
        names = [view.names[id_] for id_ in view.worst[:_MOST_NAMED]]
        more = len(view.worst) - len(names)
        key = "note-worst-more" if more else "note-worst"
        yield say(WORDS, key, lang, names=join(names, lang), more=more)


def description(view: MapView, layout: MapLayout) -> str:
    """Return the map in words."""
    lang = view.lang
    lines = [headline(view), _facts(view)]
    lines += [say(WORDS, "spoken-region", lang, region=held.label) for held in layout.regions]
    ranked = sorted(view.stops, key=lambda id_: -view.stops[id_])
    for id_ in ranked[:_MOST_SPOKEN]:
        values = {"name": view.names[id_], "number": view.stops[id_]}
        lines.append(say(WORDS, "spoken-stops", lang, **values))
    if view.struck is not None:
        for id_, state in [*view.struck.states.items()][: 2 * _MOST_SPOKEN]:
            told = say(WORDS, f"state-{state}", lang)
            lines.append(say(WORDS, "spoken-state", lang, name=view.names[id_], state=told))
    return "\n".join(lines)
