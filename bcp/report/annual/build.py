"""The plan put together, and its forms as a workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from bcp.report.annual.annex import method, self_checks, to_do
from bcp.report.annual.author import FORMS, Author
from bcp.report.annual.basics import basics
from bcp.report.annual.compare import compared
from bcp.report.annual.cover import control, cover, facts_of, summary, title_of
from bcp.report.annual.damage import damage
from bcp.report.annual.figures import FIGURES
from bcp.report.annual.importance import importance
from bcp.report.annual.own import OwnChapter, behind
from bcp.report.annual.people import contacts, organisation, upkeep
from bcp.report.annual.resources import resources, response, weaknesses
from bcp.report.annual.training import training
from bcp.report.document import Document, House, Meta, Section
from bcp.report.dossier import Dossier, Edition
from bcp.report.forms.teller import Blank
from bcp.report.names import called
from bcp.words import Lang

__all__ = ["Written", "annual_plan", "forms_workbook", "written_plan"]

_CHAPTERS = (
    basics,
    organisation,
    damage,
    importance,
    resources,
    weaknesses,
    response,
    contacts,
    training,
    upkeep,
)
"""Chapters 1 to 10."""
_LAST = 20
"""What ``after`` of a chapter can be at most."""


Steps = Callable[[Sequence[str]], Iterable[str]]
"""Hands out names one by one, and may show how far it is."""


@dataclass(frozen=True, slots=True)
class Written:
    """The plan, and what nobody has filled in of it."""

    document: Document
    blanks: tuple[Blank, ...]
    """In the order of the document; none in the public edition."""


def annual_plan(
    dossier: Dossier,
    lang: Lang,
    edition: Edition = "internal",
    *,
    house: House | None = None,
    chapters: Sequence[OwnChapter] = (),
    steps: Steps | None = iter,
) -> Document:
    """Return the annual ICT-BCP as one frozen document.

    Parameters
    ----------
    dossier
        What there is to tell; for the public edition what :func:`bcp.report.public.published`
        leaves of it.
    lang
        The language of the document; what people wrote in files stays as they wrote it.
    edition
        For whom it is.
    house
        How it looks.
    chapters
        Chapters of one's own.
    steps
        Goes through the pictures to draw, which take most of the time, and may show how far it is;
        None: draw none.
    """
    written = written_plan(dossier, lang, edition, house=house, chapters=chapters, steps=steps)
    return written.document


def written_plan(
    dossier: Dossier,
    lang: Lang,
    edition: Edition = "internal",
    *,
    house: House | None = None,
    chapters: Sequence[OwnChapter] = (),
    steps: Steps | None = iter,
) -> Written:
    """Return what :func:`annual_plan` returns, and what is not filled in."""
    author = Author(dossier, lang, edition)
    for name in steps([*FIGURES]) if steps else ():
        if figure := FIGURES[name](author):
            author.figures[name] = figure
    first = cover(author)
    front = control(author)
    body = _body(author, chapters)
    annexes: list[Section | None] = [*self_checks(author), compared(author)]
    # Only now is everything known that nobody has filled in.
    annexes += [to_do(author), method(author)]
    fronts = [one for one in (front, summary(author)) if one is not None]
    document = Document(
        title=title_of(author),
        subtitle=author.tell("subtitle-public") if edition == "public" else "",
        lang=lang,
        meta=_meta(author),
        sections=(*fronts, *body, *_annexes(author, annexes)),
        contents=True,
        cover=first,
        house=house or House(),
    )
    return Written(document, () if author.is_public else tuple(author.blanks))


def _body(author: Author, chapters: Sequence[OwnChapter]) -> list[Section]:
    """Return the numbered chapters, one's own behind those that they name."""
    sections = behind(chapters, 0, 0)
    for number, write in enumerate(_CHAPTERS, 1):
        written = write(author)
        sections += [] if written is None else [written]
        sections += behind(chapters, number, number)
    return [*sections, *behind(chapters, len(_CHAPTERS) + 1, _LAST)]


def _meta(author: Author) -> Meta:
    held = author.dossier
    return Meta(
        organisation=called(held.inventory.organisation, author.lang),
        date=held.date,
        version=facts_of(author).version,
        inputs=held.digest[:12],
        marks=() if author.is_public else (author.tell("mark-internal"),),
    )


def _annexes(author: Author, sections: Sequence[Section | None]) -> list[Section]:
    """Return the annexes with their numbers before their titles."""
    held = [one for one in sections if one is not None]
    return [
        replace(one, title=author.tell("annex", number=number, title=one.title), is_numbered=False)
        for number, one in enumerate(held, 1)
    ]


def forms_workbook(
    dossier: Dossier, lang: Lang, edition: Edition = "internal", house: House | None = None
) -> Document:
    """Return only the forms, each to be a sheet of a workbook."""
    author = Author(dossier, lang, edition)
    first = cover(author)
    forms = [author.form(number) for number in FORMS]
    return Document(
        title=title_of(author),
        subtitle=author.tell("subtitle-forms"),
        lang=lang,
        meta=_meta(author),
        sections=tuple(one for one in forms if one is not None),
        cover=first,
        house=house or House(),
    )
