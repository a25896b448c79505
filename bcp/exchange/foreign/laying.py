"""A drawing as the files of a workspace: what came from elsewhere, and stubs of what it cannot say.

What is known stands in ``inventory/imported.yaml``. What no tool of another purpose knows (the
functions and their targets, the people, how long a repair takes) stands in
``inventory/to-fill-in.yaml``, with a remark at every value that was made up. One scenario is there
to begin with: everything goes dark for an hour and has to start again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bcp.authoring.spelling import flow, scalar
from bcp.exchange.foreign.drawn import Drawn, Need, Thing
from bcp.exchange.foreign.naming import slug
from bcp.units import exact_duration
from bcp.words import Lang, Phrase, say
from bcp.words.foreign import WORDS

__all__ = ["FUNCTIONS", "SCENARIO", "laid_out", "stub_functions"]

FUNCTIONS = 50
"""Stubs of functions at most."""
SCENARIO = "cold-start"
_REPAIRED = {
    "power": "8h",
    "cooling": "8h",
    "network": "4h",
    "server": "8h",
    "storage": "24h",
    "service": "2h",
    "data": "6h",
}
"""Kinds that somebody repairs, and how long the stub says it takes."""
_TEAM = "ict"


@dataclass(frozen=True, slots=True)
class _Stubs:
    """Ids of the stubs, none of which is anything else's."""

    team: str
    procedures: dict[str, str]
    """By kind."""
    functions: dict[str, str]
    """By the component that the function is for."""


def stub_functions(drawn: Drawn) -> tuple[tuple[str, ...], int]:
    """Return the components for which a function is made up, and for how many none is.

    They are the services that nobody needs, or if there are none the servers, or else everything
    that nobody needs. Where the file has functions of its own none is made up.
    """
    if any(thing.kind == "function" for thing in drawn.things):
        return (), 0
    needed = {id_ for thing in drawn.things for need in thing.needs for id_ in need.any_of}
    free = [thing for thing in drawn.things if thing.id not in needed]
    for kinds in (("service",), ("server",), tuple(_REPAIRED)):
        chosen = [thing.id for thing in free if thing.kind in kinds]
        if chosen:
            return tuple(chosen[:FUNCTIONS]), len(chosen[FUNCTIONS:])
    return tuple(thing.id for thing in drawn.things[:1]), 0


def laid_out(drawn: Drawn, tool: str, lang: Lang) -> dict[str, str]:
    """Return what the files of the workspace hold, by their names.

    Parameters
    ----------
    drawn
        What is known; at least one thing.
    tool
        What the tool calls itself, for the remark at the top.
    lang
        Of the remarks and the names of what is made up.
    """
    stubs = _stubs(drawn)
    return {
        "inventory/imported.yaml": _text(_imported(drawn, stubs, tool, lang)),
        "inventory/to-fill-in.yaml": _text(_to_fill_in(drawn, stubs, lang)),
        f"scenarios/{SCENARIO}.yaml": _text(_scenario(drawn, lang)),
    }


def _text(lines: Iterator[str]) -> str:
    return "\n".join(lines) + "\n"


def _stubs(drawn: Drawn) -> _Stubs:
    taken = {thing.id for thing in drawn.things}

    def free(wanted: str) -> str:
        id_, number = wanted, 2
        while id_ in taken:
            id_, number = f"{wanted}-{number}", number + 1
        taken.add(id_)
        return id_

    kinds = {thing.kind for thing in drawn.things}
    procedures: dict[str, str] = {
        kind: free(f"restore-{kind}") for kind in _REPAIRED if kind in kinds
    }
    functions = {id_: free(f"use-{id_.strip('-')}") for id_ in stub_functions(drawn)[0]}
    return _Stubs(free(_TEAM), procedures, functions)


# --- what came from elsewhere ----------------------------------------------------------------


def _imported(drawn: Drawn, stubs: _Stubs, tool: str, lang: Lang) -> Iterator[str]:
    for number in (1, 2, 3):
        yield "# " + say(WORDS, f"head-{number}", lang, tool=tool)
    title = drawn.title or say(WORDS, "organisation", lang)
    own = {"id": _own_id(title), "name": title, "language": lang}
    yield f"organisation: {flow(own)}  # {say(WORDS, 'fill-in', lang)}"
    components = [thing for thing in drawn.things if thing.kind != "function"]
    functions = [thing for thing in drawn.things if thing.kind == "function"]
    if components:
        yield ""
        yield "components:"
        for thing in components:
            yield from _thing(thing, stubs.procedures.get(thing.kind), lang)
    if functions:
        yield ""
        yield "functions:"
        for thing in functions:
            yield from _thing(thing, None, lang)


def _own_id(title: str) -> str:
    return slug(title) or "organisation"


def _thing(thing: Thing, procedure: str | None, lang: Lang) -> Iterator[str]:
    for note in thing.notes:
        yield f"  # {_said(note, lang)}"
    is_function = thing.kind == "function"
    yield f"  - id: {scalar(thing.id)}"
    for key, text in (("name", thing.name), ("name_en", thing.name_en)):
        if text:
            yield f"    {key}: {scalar(text)}"
    if not is_function:
        yield f"    kind: {thing.kind}"
        if thing.within:
            yield f"    within: {scalar(thing.within)}"
    else:
        yield from _targets(thing, lang)
    if thing.needs:
        yield from _needs("requires", [n for n in thing.needs if not n.only_to_start], lang)
        yield from _needs("starts_with", [n for n in thing.needs if n.only_to_start], lang)
    if thing.startup:
        yield f"    startup: {exact_duration(thing.startup)}"
    if procedure and not thing.is_bundle:
        yield f"    procedure: {procedure}"
    if thing.tags:
        yield f"    tags: {flow(list(thing.tags))}"


def _targets(thing: Thing, lang: Lang) -> Iterator[str]:
    if "rank" in thing.facts:
        yield f"    rank: {scalar(thing.facts['rank'])}"
    if "rto" in thing.facts:
        yield f"    rto: {thing.facts['rto']}"
    else:
        yield f"    rto: 24h  # {say(WORDS, 'fill-in', lang)}"
    if "mtpd" in thing.facts:
        yield f"    mtpd: {thing.facts['mtpd']}"


def _needs(key: str, needs: Sequence[Need], lang: Lang) -> Iterator[str]:
    if needs:
        yield f"    {key}:"
    for need in needs:
        note = f"  # {_said(need.note, lang)}" if need.note else ""
        yield f"      - {_group(need)}{note}"


def _group(need: Need) -> str:
    more = {
        "at_least": str(need.at_least) if need.at_least > 1 else "",
        "holdover": exact_duration(need.holdover) if need.holdover else "",
        "held_by": need.held_by or "",
        "switchover": exact_duration(need.switchover) if need.switchover else "",
    }
    held = {key: value for key, value in more.items() if value}
    if len(need.any_of) == 1 and not held:
        return scalar(need.any_of[0])
    return flow({"any_of": list(need.any_of), **held})


def _said(phrase: Phrase, lang: Lang) -> str:
    return say(WORDS, phrase.key, lang, **phrase.values)


# --- stubs -----------------------------------------------------------------------------------


def _to_fill_in(drawn: Drawn, stubs: _Stubs, lang: Lang) -> Iterator[str]:
    mark = say(WORDS, "fill-in", lang)
    for number in (1, 2):
        yield "# " + say(WORDS, f"stubs-head-{number}", lang)
    names = {thing.id: thing.name or thing.id for thing in drawn.things}
    if stubs.functions:
        yield "functions:"
    for id_, function in stubs.functions.items():
        name = say(WORDS, "function-of", lang, name=names[id_])
        yield f"  - id: {function}"
        yield f"    name: {scalar(name)}  # {mark}"
        yield f"    rank: A  # {mark}"
        yield f"    rto: 24h  # {mark}"
        yield f"    mtpd: 3d  # {mark}"
        yield f"    requires: {flow([id_])}"
    yield ""
    yield "teams:"
    team = scalar(say(WORDS, "team", lang), in_flow=True)
    yield f"  - {{id: {stubs.team}, name: {team}, size: 2}}  # {mark}"
    if stubs.procedures:
        yield ""
        yield "procedures:"
    for kind, procedure in stubs.procedures.items():
        name = scalar(say(WORDS, f"restoring-{kind}", lang), in_flow=True)
        task = flow({"id": "restore", "crew": {stubs.team: "1"}, "duration": _REPAIRED[kind]})
        yield f"  - {{id: {procedure}, name: {name}, tasks: [{task}]}}  # {mark}"


def _scenario(drawn: Drawn, lang: Lang) -> Iterator[str]:
    for number in (1, 2):
        yield "# " + say(WORDS, f"scenario-head-{number}", lang)
    kinds = sorted({thing.kind for thing in drawn.things} - {"function", "site", "room"})
    name = scalar(say(WORDS, "scenario-name", lang), in_flow=True)
    yield f"scenario: {{id: {SCENARIO}, name: {name}, kind: blackout, horizon: 7d}}"
    yield "events:"
    chosen = f"kind: [{', '.join(kinds)}]" if kinds else "kind: [site, room]"
    yield f"  - {{at: 0h, outage: {{select: {{{chosen}}}, for: 1h}}}}"
