"""Measures on a terminal: what each is worth for its money, and the best package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bcp.advice.buying import Purchase, Rung
from bcp.advice.counsel import Counsel
from bcp.advice.estimate import Estimate
from bcp.advice.played import TARGETS, Gains
from bcp.advice.ranking import Effect, Standing
from bcp.advice.weighing import cost_of
from bcp.cli.moments import NONE, length
from bcp.cli.money import money
from bcp.cli.opening import Opened
from bcp.cli.paper import Cell, Column, Paper, Row
from bcp.inventory.facts import Measure
from bcp.outlook.outlook import by_urgency
from bcp.report.names import called
from bcp.scenario.models import Head
from bcp.units import MONTH
from bcp.words import Lang, join, say
from bcp.words.cli import WORDS
from bcp.words.page import WORDS as PAGE

__all__ = ["show_counsel"]

_NAMED = 3
"""How many functions or scenarios a sentence names before it only counts the rest."""
_RUNGS = 8
"""How many steps of the ladder are shown unless all are asked for."""


def show_counsel(opened: Opened, counsel: Counsel, *, show_all: bool) -> None:
    """Write the ranking, and the package if one was asked for."""
    paper = Paper()
    view = _View(paper, opened, counsel, show_all=show_all)
    view.head()
    if counsel.ranked or counsel.aside:
        view.ranking()
    else:
        paper.line()
        paper.text(say(WORDS, "measures-empty", opened.lang))
    view.left_out()
    if counsel.purchase is not None and counsel.ranked:
        view.package(counsel.purchase)
    if counsel.ladder:
        view.ladder(counsel.ladder)
    paper.line()
    bought = counsel.purchase.measures if counsel.purchase is not None else ()
    key = "next-measures-package" if bought else "next-measures"
    package = "+".join(held.id for held in bought)
    # As it is, however long: a command that is broken into lines cannot be copied.
    paper.line(Cell(say(WORDS, key, opened.lang, package=package), "faint"))


class _View:
    """What is told, in one language, on one paper."""

    def __init__(self, paper: Paper, opened: Opened, counsel: Counsel, *, show_all: bool) -> None:
        self.paper, self.opened, self.counsel = paper, opened, counsel
        self.lang: Lang = opened.lang
        self.show_all = show_all

    def say(self, key: str, **values: object) -> str:
        return say(WORDS, key, self.lang, **values)

    # --- the head ------------------------------------------------------------------------------

    def head(self) -> None:
        """Write what is compared, and how."""
        held, question = self.counsel, self.counsel.question
        organisation = called(self.opened.loaded.inventory.organisation, self.lang)
        self.paper.text(self.say("measures-title", organisation=organisation), "title")
        key = "measures-expected" if held.weighing.is_expected else "measures-once"
        values = {
            "number": len(held.scenarios),
            "years": held.weighing.years,
            "loss": _hours(held.loss.mean),
        }
        self.paper.text(self.say(key, **values))
        if held.has_draws:
            text = self.say("measures-drawn", runs=f"{question.runs:,}", seed=question.seed)
        else:
            text = self.say("measures-plain")
        self.paper.text(text, "faint")
        if question.given:
            names = join((called(one, self.lang) for one in question.given), self.lang)
            self.paper.text(self.say("measures-given", names=names))

    # --- the ranking ---------------------------------------------------------------------------

    def ranking(self) -> None:
        """Write the measures with a cost, then those without."""
        if self.counsel.ranked:
            self.paper.line()
            rows = [
                self._row(held, str(place))
                for place, held in enumerate(self.counsel.ranked, start=1)
            ]
            self.paper.table(self._columns(), rows)
        if self.counsel.aside:
            self.paper.heading(self.say("measures-aside"))
            rows = [self._row(held, "") for held in self.counsel.aside]
            self.paper.table(self._columns(), rows)
        self.paper.line()
        self.paper.text(self.say("measures-alone"), "faint")

    def left_out(self) -> None:
        """Write which measures were not judged."""
        if self.counsel.unjudged:
            names = join((called(one, self.lang) for one in self.counsel.unjudged), self.lang)
            self.paper.text(self.say("measures-unjudged", names=names), "faint")
        if self.counsel.over:
            self.paper.text(self.say("measures-over", number=self.counsel.over), "faint")
        if self.counsel.changes:
            self.paper.heading(self.say("measures-changes"))
            for held in self.counsel.changes:
                self.paper.text(f"{called(held, self.lang)} [{held.id}]")
            self.paper.text(self.say("measures-changes-why"), "faint")

    def _columns(self) -> list[Column]:
        years = self.counsel.weighing.years
        return [
            Column("#", is_right=True),
            Column(self.say("measures-col-name"), "ID", is_flexible=True),
            Column(self.say("measures-col-cost", years=years), is_right=True),
            Column(self.say("measures-col-avoided"), self.say("measures-col-share"), is_right=True),
            Column(self.say("measures-col-per"), is_right=True),
        ]

    def _row(self, held: Standing, place: str) -> Row:
        avoided, per = held.effect.avoided, held.per_million
        style = "" if avoided.low > 0 else "bad" if avoided.high < 0 else "faint"
        share = _share(avoided.mean, self.counsel.loss.mean)
        return Row(
            (
                Cell(place),
                Cell(called(held.measure, self.lang), "title", held.measure.id),
                Cell(NONE if held.cost is None else money(held.cost, self.lang)),
                Cell(_plus_minus(avoided), style, share),
                Cell(NONE if per is None else _plus_minus(per)),
            ),
            "\n".join(self._notes(held)),
        )

    def _notes(self, held: Standing) -> Iterator[str]:
        yield self._state(held.measure)
        if doubt := self._doubt(held):
            yield doubt
        yield from self._functions(held.effect)

    def _state(self, measure: Measure) -> str:
        status = say(PAGE, f"status-{measure.status}", self.lang)
        if measure.lead_time is None:
            return self.say("measures-state", status=status)
        lead = self._lead(measure.lead_time)
        return self.say("measures-state-lead", status=status, lead=lead)

    def _lead(self, seconds: int) -> str:
        months, rest = divmod(seconds, MONTH)
        if rest or not months:
            return length(seconds, self.lang)
        return self.say("measures-months", number=months)

    def _doubt(self, held: Standing) -> str:
        avoided = held.effect.avoided
        if held.effect.is_nothing:
            return self.say("measures-nothing")
        if not any(held.effect.sums) and any(held.gained for held in held.effect.gains["data"]):
            return self.say("measures-data-only")
        if avoided.mean < 0 and avoided.high < 0:
            return self.say("measures-worse")
        if avoided.error and avoided.low <= 0:
            return self.say("measures-unsure")
        return self.say("measures-same-worth") if held.is_clear is False else ""

    def _functions(self, effect: Effect) -> Iterator[str]:
        """Yield which functions are bought back, and which are spoilt, by target."""
        for target in TARGETS:
            for sort in ("gained", "spoilt"):
                functions, heads = self._concerned(effect.gains, target, sort)
                if functions:
                    label = self.say(f"measures-{sort}-{target}")
                    values = {"functions": functions, "scenarios": heads, "label": label}
                    yield self.say("measures-functions", **values)

    def _concerned(
        self, gains: Mapping[str, Sequence[Gains]], target: str, sort: str
    ) -> tuple[str, str]:
        """Return the names of the functions, and of the scenarios in which it is so."""
        functions: dict[str, None] = {}
        heads: list[Head] = []
        for head, held in zip(self.counsel.scenarios, gains[target], strict=True):
            found: tuple[str, ...] = getattr(held, sort)
            functions |= dict.fromkeys(found)
            heads += [head] if found else []
        known = {function.id for function in self.opened.loaded.inventory.functions}
        urgent = by_urgency(
            self.opened.loaded.inventory, [id_ for id_ in functions if id_ in known]
        )
        names = [self.opened.names[id_] for id_ in urgent]
        names += [id_ for id_ in functions if id_ not in known]
        return self._few(names), self._scenarios(heads)

    def _few(self, names: Sequence[str]) -> str:
        shown = names if self.show_all else names[:_NAMED]
        text = join(shown, self.lang)
        left = len(names) - len(shown)
        return self.say("measures-many", names=text, number=left) if left else text

    def _scenarios(self, heads: Sequence[Head]) -> str:
        if len(heads) > _NAMED - 1 and not self.show_all:
            return self.say("measures-scenarios", number=len(heads))
        names = join((called(head, self.lang) for head in heads), self.lang)
        return self.say("measures-scenario", name=names)

    # --- the package ---------------------------------------------------------------------------

    def package(self, bought: Purchase) -> None:
        """Write what to buy with the budget, what it does, and how sure it is the best."""
        budget = money(bought.budget, self.lang)
        self.paper.heading(self.say("package-title", budget=budget))
        if not bought.measures:
            self.paper.text(self.say("package-none"))
        for held in bought.measures:
            cost = money(cost_of(held, self.counsel.weighing.years) or 0, self.lang)
            name = called(held, self.lang)
            self.paper.text(self.say("package-item", name=name, cost=cost), first="  ・")
        if bought.measures:
            self._worth(bought)
        self._proof(bought)

    def _worth(self, bought: Purchase) -> None:
        avoided = bought.effect.avoided
        values = {
            "cost": money(bought.cost, self.lang),
            "left": money(bought.budget - bought.cost, self.lang),
            "avoided": _plus_minus(avoided),
            "share": _share(avoided.mean, self.counsel.loss.mean),
        }
        self.paper.text(self.say("package-sum", **values))
        alone = {held.measure.id: held.effect.avoided.mean for held in self.counsel.ranked}
        parts = sum(alone[held.id] for held in bought.measures)
        if len(bought.measures) > 1 and _hours(parts) != _hours(bought.avoided):
            text = self.say("package-add", sum=_hours(parts), avoided=_hours(bought.avoided))
            self.paper.text(text)
        leads = [held.lead_time for held in bought.measures if held.lead_time is not None]
        if leads:
            self.paper.text(self.say("package-lead", lead=self._lead(max(leads))))
        for text in self._functions(bought.effect):
            self.paper.text(text, first="  ")

    def _proof(self, bought: Purchase) -> None:
        values = {
            "packages": f"{bought.packages:,}",
            "tried": f"{bought.tried:,}",
            "most": _hours(bought.most),
            "avoided": _hours(bought.avoided),
        }
        key = "package-gap"
        if bought.is_proven:
            key = "package-proven-drawn" if self.counsel.has_draws else "package-proven"
        self.paper.text(self.say(key, **values), "faint")

    # --- the ladder ----------------------------------------------------------------------------

    def ladder(self, rungs: Sequence[Rung]) -> None:
        """Write what each sum of money buys at best."""
        steps = [held for held in rungs if held.measures]
        shown = steps if self.show_all or len(steps) <= _RUNGS else steepest(steps)
        if not shown:
            return
        self.paper.heading(self.say("ladder-title"))
        columns = [
            Column(self.say("ladder-col-cost", years=self.counsel.weighing.years), is_right=True),
            Column(self.say("ladder-col-avoided"), is_right=True),
            Column(self.say("ladder-col-package"), is_flexible=True),
        ]
        places = {
            held.measure.id: str(place) for place, held in enumerate(self.counsel.ranked, start=1)
        }
        rows = [
            Row(
                (
                    Cell(money(held.cost, self.lang)),
                    Cell(_hours(held.avoided)),
                    Cell(" + ".join(places[one.id] for one in held.measures)),
                )
            )
            for held in shown
        ]
        self.paper.table(columns, rows)
        if len(shown) < len(steps):
            self.paper.text(self.say("ladder-shown", number=len(steps)), "faint")


def steepest(rungs: Sequence[Rung]) -> list[Rung]:
    """Return the rungs that no mix of a cheaper and a dearer one betters: the convex hull."""
    kept: list[Rung] = []
    for held in rungs:
        while len(kept) > 1 and _slope(kept[-2], kept[-1]) <= _slope(kept[-1], held):
            kept.pop()
        kept.append(held)
    while len(kept) > 1 and _slope(None, kept[0]) <= _slope(kept[0], kept[1]):
        kept.pop(0)
    return kept


def _slope(low: Rung | None, high: Rung) -> float:
    cost, avoided = (0, 0.0) if low is None else (low.cost, low.avoided)
    return (high.avoided - avoided) / max(high.cost - cost, 1)


def _hours(value: float) -> str:
    """Return weighted hours as they stand in a table.

    Examples
    --------
    >>> _hours(1622.31), _hours(-0.04), _hours(-12.5)
    ('1,622.3', '0.0', '−12.5')
    """
    text = f"{abs(value):,.1f}"
    return f"−{text}" if value < 0 and float(text.replace(",", "")) else text


def _plus_minus(held: Estimate) -> str:
    text = _hours(held.mean)
    return text if held.error is None else f"{text}±{_hours(held.error)}"


def _share(part: float, whole: float) -> str:
    return f"{part / whole:.1%}".replace("-", "−") if whole else ""
