"""Why something is back when it is: a story to read aloud, and what would change it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bcp.advice.explained import Explained
from bcp.advice.lead import exact
from bcp.advice.remedy import STARTS, Advice, Remedy
from bcp.advice.saying import change_phrase
from bcp.cli.opening import Opened
from bcp.cli.paper import Paper
from bcp.cli.views.item import write_tree
from bcp.report.names import called
from bcp.words import Lang, Phrase, Span, join, render, say
from bcp.words.cli import WORDS
from bcp.words.recovery import WORDS as RECOVERY
from bcp.words.story import WORDS as STORY

__all__ = ["show_explained"]

_NAMED = 3
"""How many functions or components a sentence names unless all are asked for."""
_WAITING = 12
_PAIR = 2


class _View:
    """What everything that is written is written with."""

    def __init__(
        self, opened: Opened, names: Mapping[str, str], held: Explained, *, show_all: bool
    ) -> None:
        self.paper, self.lang, self.held = Paper(), opened.lang, held
        self.names, self.show_all = names, show_all

    def told(self, phrases: Iterable[Phrase]) -> str:
        """Return sentences as one paragraph."""
        space = "" if self.lang == "ja" else " "
        return space.join(render(STORY, phrase, self.lang, self.names) for phrase in phrases)

    def said(self, key: str, **values: object) -> str:
        """Return a text of the command line."""
        return say(WORDS, key, self.lang, **values)

    def lasting(self, seconds: int) -> str:
        """Return a length of time to the minute."""
        return render(STORY, exact(seconds), self.lang, self.names)

    def named(self, ids: Iterable[str]) -> str:
        """Return the names of *ids*, the first few unless all are asked for."""
        held = [*ids]
        shown = held if self.show_all else held[:_NAMED]
        left = len(held) - len(shown)
        text = join((self.names.get(id_, id_) for id_ in shown), self.lang)
        return text + (self.said("and-others", number=left) if left else "")


def show_explained(
    opened: Opened, names: Mapping[str, str], held: Explained, *, show_all: bool
) -> None:
    """Write why a component or function is back when it is, and what would change that."""
    view = _View(opened, names, held, show_all=show_all)
    paper = view.paper
    scenario = called(held.scene.scenario.scenario, opened.lang)
    paper.text(
        view.said("explain-title", name=names[held.id], id=held.id, scenario=scenario), "title"
    )
    paper.line()
    paper.text(view.told(held.story.lead))
    _course(view)
    if held.row is not None:
        _place(view)
    if held.id in held.scene.result.components:
        _waiting(view)
    if held.advice is not None:
        _advice(view, held.advice)


def _course(view: _View) -> None:
    story, paper = view.held.story, view.paper
    if not story.beats:
        return
    paper.heading(view.said("explain-course"))
    for number, beat in enumerate(story.beats, 1):
        paper.text(view.told(beat.phrases), first=f"  {number:>2}. ", rest=" " * 6)
    parts = [
        Phrase("part", {"sort": Phrase(f"sort-{sort}"), "length": Span(seconds)})
        for sort, seconds in story.parts
    ]
    if len(parts) > 1:
        text = join((render(STORY, part, view.lang, view.names) for part in parts), view.lang)
        paper.text(view.said("explain-parts", parts=text), "faint", first="  ", rest="  ")


def _place(view: _View) -> None:
    held, row = view.held, view.held.row
    assert row is not None
    view.paper.heading(view.said("explain-order"))
    reason = render(RECOVERY, row.reason, view.lang, view.names)
    everything = len(held.scene.result.order)
    text = view.said("explain-rank", rank=row.rank, all=everything, reason=reason)
    view.paper.text(text, first="  ", rest="  ")
    if held.ahead:
        named = view.named(other.component for other in reversed(held.ahead))
        text = view.said("explain-ahead", number=len(held.ahead), names=named)
        view.paper.text(text, first="  ", rest="  ")


def _waiting(view: _View) -> None:
    """Write which functions wait for a component that is recovered."""
    row = view.held.row
    if row is None:
        return
    if not row.unlocks:
        view.paper.line()
        view.paper.text(view.said("explain-no-one-waits"), "faint")
        return
    view.paper.heading(view.said("explain-waiting", number=len(row.unlocks)))
    functions = view.held.scene.result.functions
    lines = []
    for id_ in row.unlocks:
        held = functions[id_]
        key = "verdict-met" if held.rto_met else "verdict-rto"
        lines.append(f"{view.names[id_]} ({id_}) — RTO {view.lasting(held.rto)}: {view.said(key)}")
    write_tree(view.paper, lines, view.lang, None if view.show_all else _WAITING)


# --- what would change it ----------------------------------------------------------------------


def _advice(view: _View, advice: Advice) -> None:
    paper = view.paper
    if not advice.remedies:
        _nothing(view, advice)
        _footing(view, advice)
        return
    smallest, *others = advice.remedies
    is_pair = len(smallest.steps) == _PAIR
    paper.heading(view.said("explain-pair" if is_pair else "explain-smallest"))
    paper.text(_changes(view, smallest), "good", first="  → ", rest="    ")
    paper.text(_effect(view, smallest), first="    ", rest="    ")
    if others:
        paper.heading(view.said("explain-others"))
    for remedy in others if view.show_all else others[:_NAMED]:
        paper.text(_changes(view, remedy), first="  - ", rest="    ")
        values = {"after": view.lasting(remedy.downtime), "now": _loss(remedy.loss)}
        effect = [view.said("explain-effect-short", **values), *_sides(view, remedy)]
        paper.text(_joined(effect, view.lang), "faint", first="    ", rest="    ")
    _footing(view, advice)


def _nothing(view: _View, advice: Advice) -> None:
    paper = view.paper
    paper.heading(view.said("explain-none"))
    paper.text(
        view.said("explain-none-lead", tried=advice.tried, starts=STARTS), first="  ", rest="  "
    )
    if advice.nearest is not None:
        before = view.held.scene.result.functions[view.held.id].downtime
        values = {"before": view.lasting(before)}
        values |= {"after": view.lasting(advice.nearest.downtime)}
        paper.text(view.said("explain-nearest", **values), first="  ", rest="  ")
        paper.text(_changes(view, advice.nearest), first="  - ", rest="    ")


def _footing(view: _View, advice: Advice) -> None:
    view.paper.line()
    view.paper.text(view.said("explain-how"), "faint")
    if advice.left_out:
        values = {"tried": advice.tried, "number": advice.left_out}
        view.paper.text(view.said("explain-left-out", **values), "faint")
    if view.held.scene.result.strategy == "optimal":
        view.paper.text(view.said("explain-kept"), "faint")


def _changes(view: _View, remedy: Remedy) -> str:
    told = [
        render(STORY, change_phrase(step, view.held.scene), view.lang, view.names)
        for step in remedy.steps
    ]
    told[0] = told[0][:1].upper() + told[0][1:]
    if len(told) == _PAIR:
        return view.said("explain-both", one=told[0], other=told[1])
    return view.said("explain-one", one=told[0])


def _effect(view: _View, remedy: Remedy) -> str:
    result = view.held.scene.result
    before = result.functions[view.held.id]
    values = {
        "before": view.lasting(before.downtime),
        "after": view.lasting(remedy.downtime),
        "rto": view.lasting(before.rto),
        "was": _loss(result.loss),
        "now": _loss(remedy.loss),
    }
    return _joined([view.said("explain-effect", **values), *_sides(view, remedy)], view.lang)


def _sides(view: _View, remedy: Remedy) -> list[str]:
    pairs = (("explain-gained", remedy.gained), ("explain-spoilt", remedy.spoilt))
    return [view.said(key, number=len(ids), names=view.named(ids)) for key, ids in pairs if ids]


def _joined(texts: Iterable[str], lang: Lang) -> str:
    return ("" if lang == "ja" else " ").join(texts)


def _loss(value: object) -> str:
    return f"{float(value):,.1f}"  # type: ignore[arg-type]
