"""Scenarios as lists: what there is, how each fits an inventory, and one of them in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from bcp.cli.finding import Fit
from bcp.cli.paper import Cell, Column, Paper, Row
from bcp.report.names import called
from bcp.scenario.load import Outline
from bcp.scenario.models import Head
from bcp.words import Lang, say
from bcp.words.cli import WORDS
from bcp.workspace import ScenarioFile

__all__ = ["show_outline", "write_scenarios"]

_STYLES: Mapping[str, str] = {"whole": "good", "partly": "fair", "not": "bad"}


def write_scenarios(
    paper: Paper, files: Sequence[ScenarioFile], lang: Lang, fits: Mapping[Path, Fit] | None = None
) -> None:
    """Write a table of *files*, with how each fits where *fits* says so, by file."""
    has_several = len({held.inventory for held in files}) > 1
    columns = [_column("id", lang), _column("kind", lang), _column("name", lang)]
    if has_several:
        columns.insert(1, _column("inventory", lang))
    if fits is not None:
        name = Column(_word("col-name", lang), _word("col-lacking", lang), is_flexible=True)
        columns = [_column("id", lang), _column("fits", lang), name]
    paper.table(
        columns,
        [
            _fit_row(held, fits[held.path], lang)
            if fits is not None
            else _row(held, lang, has_inventory=has_several)
            for held in files
        ],
    )


def _column(key: str, lang: Lang) -> Column:
    return Column(_word(f"col-{key}", lang), is_flexible=key == "name")


def _word(key: str, lang: Lang) -> str:
    return say(WORDS, key, lang)


def _row(held: ScenarioFile, lang: Lang, *, has_inventory: bool) -> Row:
    kind = (held.head.kind if held.head else None) or ""
    inventory = [held.inventory or ""] if has_inventory else []
    return Row(tuple(map(Cell, (held.id, *inventory, kind, _name(held, lang)))))


def _fit_row(held: ScenarioFile, fit: Fit, lang: Lang) -> Row:
    fits = Cell(_word(f"fits-{fit.fits}", lang), _STYLES[fit.fits])
    return Row((Cell(held.id), fits, Cell(_name(held, lang), under=fit.told(lang))))


def _name(held: ScenarioFile, lang: Lang) -> str:
    return _word("unreadable", lang) if held.head is None else called(held.head, lang)


def show_outline(held: ScenarioFile, outline: Outline, lang: Lang, fit: Fit | None) -> None:
    """Write what one scenario says of itself."""
    paper, head = Paper(), outline.head
    paper.text(f"{called(head, lang)} ({held.id})", "title")
    paper.text((" / " if lang == "ja" else " · ").join(_facts(outline, lang)), "faint")
    if teaches := (head.teaches_en if lang == "en" else None) or head.teaches:
        paper.line()
        paper.text(teaches)
    _parameters(paper, outline, lang)
    if fit is not None:
        paper.heading(_word("col-fits", lang))
        told = _word(f"fits-{fit.fits}", lang)
        if what := fit.told(lang):
            told = say(WORDS, "outline-fit", lang, fits=told, what=what)
        paper.text(told, _STYLES[fit.fits], first="  ")
    _notes(paper, head, lang)
    paper.text(say(WORDS, "outline-file", lang, file=str(held.path)), "faint", rest="  ")
    paper.line()
    paper.text(say(WORDS, "outline-try", lang, command=_command(held, outline)))


def _facts(outline: Outline, lang: Lang) -> list[str]:
    head = outline.head
    severity = _word(f"outline-severity-{head.severity}", lang)
    values = {"kind": head.kind or "-", "severity": severity, "number": outline.number}
    facts = [say(WORDS, "outline-facts", lang, **values)]
    if head.starts is not None:
        starts = head.starts.strftime("%Y-%m-%d %H:%M")
        facts.append(say(WORDS, "outline-starts", lang, starts=starts))
    if head.likelihood is not None:
        facts.append(say(WORDS, "outline-likelihood", lang, number=f"{head.likelihood:g}"))
    return facts


def _parameters(paper: Paper, outline: Outline, lang: Lang) -> None:
    if not outline.settings:
        return
    paper.heading(_word("outline-parameters", lang))
    for one in outline.settings:
        paper.text(f"{one.id}={one.value}  {called(one, lang)}", first="  ", rest="    ")


def _notes(paper: Paper, head: Head, lang: Lang) -> None:
    paper.line()
    if head.source:
        paper.text(say(WORDS, "outline-source", lang, text=head.source), "faint", rest="  ")
    for text in head.assumed.values():
        paper.text(say(WORDS, "outline-assumed", lang, text=text), "faint", rest="  ")


def _command(held: ScenarioFile, outline: Outline) -> str:
    sets = "".join(f" --set {one.id}={one.value}" for one in outline.settings[:1])
    return f"bcp simulate {held.id}{sets}"
