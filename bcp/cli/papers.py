"""What an organisation's papers are made with: logo, Word template, chapters of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from bcp.cli.opening import Opened
from bcp.cli.trouble import Faulty
from bcp.errors import Fault, InputError
from bcp.report.annual import OwnChapter, values_of
from bcp.report.chapters import chapter_sections, read_beside, text_of
from bcp.report.document import House
from bcp.report.public import veil_of

if TYPE_CHECKING:
    from bcp.report.dossier import Dossier, Edition
    from bcp.words import Lang

__all__ = ["Papers", "own_chapters", "read_papers"]

LOGO, TEMPLATE, CHAPTER = 4 * 2**20, 16 * 2**20, 2**20
"""The largest files that are read, in bytes."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Text:
    """A chapter as it was written, its values not yet filled in."""

    after: int
    name: str
    """The file as its user calls it."""
    source: str


@dataclass(frozen=True, slots=True)
class Papers:
    """What was read."""

    house: House
    texts: tuple[Text, ...]


def read_papers(opened: Opened, edition: Edition) -> Papers:
    """Return what the plan of an inventory names.

    Raises
    ------
    Faulty
        With every file that cannot be read or lies outside the inventory.
    """
    plan = opened.loaded.inventory.plan
    if plan is None:
        return Papers(House(), ())
    folder, faults = _folder(opened), list[Fault]()

    def read(name: str | None, limit: int) -> bytes | None:
        return _tried(partial(read_beside, folder, name, limit), faults) if name else None

    logo, template = read(plan.house.logo, LOGO), read(plan.house.word_template, TEMPLATE)
    texts = []
    for chapter in plan.chapters:
        data = read(chapter.file, CHAPTER) if chapter.public or edition == "internal" else None
        name = str(folder / chapter.file)
        text = None if data is None else _tried(partial(text_of, data, name), faults)
        texts += [Text(chapter.after, name, text)] if text else []
    if faults:
        raise Faulty(InputError(faults), opened.lang)
    accent = plan.house.colour.removeprefix("#") if plan.house.colour else None
    return Papers(House(logo, accent, template), tuple(texts))


def _folder(opened: Opened) -> Path:
    """Return the folder of the file that holds the plan: what it names lies beside it."""
    place = opened.loaded.places.get("plan:")
    return Path(place.file).parent if place else opened.folder


def _tried(step: Callable[[], T], faults: list[Fault]) -> T | None:
    """Return what *step* does; what is at fault is kept, so that all of it is told at once."""
    try:
        return step()
    except InputError as error:
        faults += error.faults
        return None


def own_chapters(
    texts: Sequence[Text], whole: Dossier, shown: Dossier, edition: Edition, lang: Lang
) -> tuple[OwnChapter, ...]:
    """Return the chapters with their values filled in.

    Parameters
    ----------
    texts
        The chapters.
    whole
        The dossier with all it holds: in the public edition nothing secret of it may be named.
    shown
        The dossier that the document is written from; says the values.
    edition
        For whom it is.
    lang
        Of the values.

    Raises
    ------
    Faulty
        With the faults of all chapters.
    """
    values, faults = values_of(shown, lang, edition), list[Fault]()
    chapters = []
    for text in texts:
        found = _tried(partial(chapter_sections, text.source, values, text.name), faults)
        chapters += [] if found is None else [OwnChapter(text.after, found)]
    if faults:
        raise Faulty(InputError(faults), lang)
    return veil_of(whole).over(tuple(chapters)) if edition == "public" else tuple(chapters)
