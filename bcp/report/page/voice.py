"""Says everything in both languages at once: the reader chooses in the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from bcp.outlook.outlook import Outlook
from bcp.report.conditions import conditions_of
from bcp.report.dossier import Dossier
from bcp.report.names import Called, called, department_of, names_of
from bcp.report.plain import clean
from bcp.units import DAY, HOUR, MINUTE
from bcp.words import LANGS, Lang, Phrase, Table, join, render, say, show_span
from bcp.words.page import WORDS

__all__ = ["EMPTY", "Both", "Voice", "told"]

_NAMED = 6
"""How many names a sentence holds before it only counts the rest."""
_LEAST = 0.05
_WHOLE = 10
"""From how many hours on tenths are left out."""
_ROUNDED_FROM = 2 * DAY
"""A length from here on is told in days alone where there is little room."""


@dataclass(frozen=True, slots=True)
class Both:
    """A text in both languages."""

    ja: str
    en: str

    def in_(self, lang: Lang) -> str:
        """Return the text in *lang*."""
        return self.en if lang == "en" else self.ja

    def __bool__(self) -> bool:
        return bool(self.ja or self.en)


EMPTY = Both("", "")
NONE = "–"
"""What stands for a length that there is not."""


def told(text: str, text_en: str | None = None) -> Both:
    """Return what a person wrote: as it stands where there is no English."""
    return Both(clean(text), clean(text_en or text))


def _both_names(items: Iterable[Called]) -> dict[str, Both]:
    return {item.id: told(called(item, "ja"), called(item, "en")) for item in items}


class Voice:
    """Says what a dossier holds, in both languages."""

    def __init__(self, dossier: Dossier) -> None:
        held = dossier.inventory
        self._names = {
            lang: {id_: clean(name) for id_, name in names_of(held, lang).items()} for lang in LANGS
        }
        self._scenarios = _both_names(outlook.head for outlook in dossier.outlooks)
        held_drills = dossier.history.pasts if dossier.history else ()
        self._drills = _both_names([*(past.head for past in held_drills), *dossier.drills])
        self._measures = _both_names(held.measures)
        self._departments = {
            function.id: told(department_of(function, "ja"), department_of(function, "en"))
            for function in dossier.inventory.functions
        }

        organisation = dossier.inventory.organisation
        self.organisation = told(called(organisation, "ja"), called(organisation, "en"))
        """Whose page it is."""

    def knows(self, key: str) -> bool:
        """Return whether there is a text *key*."""
        return key in WORDS

    def say(self, key: str, /, **values: object) -> Both:
        """Return the text *key* of the page; values may be in both languages themselves."""
        return Both(*(self._said(key, lang, values) for lang in LANGS))

    def _said(self, key: str, lang: Lang, values: dict[str, object]) -> str:
        held = {
            name: value.in_(lang) if isinstance(value, Both) else value
            for name, value in values.items()
        }
        return say(WORDS, key, lang, **held)

    def name(self, id_: str) -> Both:
        """Return what people call *id_*; of ``procedure/task`` the task."""
        return Both(*(self._names[lang].get(id_, id_) for lang in LANGS))

    def scenario(self, id_: str) -> Both:
        """Return what people call a scenario, whose id an item may have as well."""
        return self._scenarios.get(id_) or told(id_)

    def conditions(self, outlook: Outlook) -> Both:
        """Return what the parameters of a scenario were and what was left out; empty if nothing."""
        return Both(*(conditions_of(outlook, lang) for lang in LANGS))

    def drill(self, id_: str) -> Both:
        """Return what people call a drill."""
        return self._drills.get(id_) or told(id_)

    def measure(self, id_: str) -> Both:
        """Return what people call a measure."""
        return self._measures.get(id_) or told(id_)

    def department(self, function: str) -> Both:
        """Return who is in charge of a function."""
        return self._departments.get(function, EMPTY)

    def phrase(self, table: Table, phrase: Phrase) -> Both:
        """Return a phrase of a calculation."""
        return Both(*(render(table, phrase, lang, self._names[lang]) for lang in LANGS))

    def span(self, seconds: int | None) -> Both:
        """Return a length of time in words."""
        if seconds is None:
            return Both(NONE, NONE)
        return Both(*(show_span(seconds, lang) for lang in LANGS))

    def brief(self, seconds: int) -> Both:
        """Return a length of time in one unit, rounded to the nearest."""
        if seconds < HOUR:
            return self.say("minutes", number=-(-seconds // MINUTE))
        if seconds < _ROUNDED_FROM:
            return self.say("hours", number=_tenths(seconds, HOUR))
        return self.say("days", number=_tenths(seconds, DAY))

    def list(self, ids: Iterable[str], most: int = _NAMED) -> Both:
        """Return names in a row; of more than *most*, the rest as a number."""
        return self.row(map(self.name, ids), most)

    def row(self, texts: Iterable[Both], most: int = _NAMED) -> Both:
        """Return texts in a row; of more than *most*, the rest as a number."""
        held = [*texts]
        shown = self.join(held[:most])
        left = len(held) - most
        return shown if left <= 0 else self.say("and-more", names=shown, number=left)

    def join(self, texts: Iterable[Both]) -> Both:
        """Return texts in a row."""
        held = [*texts]
        return Both(*(join((text.in_(lang) for text in held), lang) for lang in LANGS))

    def percent(self, share: Fraction) -> str:
        """Return a share in whole percent, halves up."""
        return f"{int(share * 100 + Fraction(1, 2))}%"

    def hours(self, value: Fraction | float) -> str:
        """Return weighted hours with their thousands apart: to a tenth below ten, else whole."""
        if 0 < value < _LEAST:
            return "<0.1"
        if value < _WHOLE:
            return f"{float(value):.1f}".removesuffix(".0")
        return f"{round(value):,}"


def _tenths(seconds: int, unit: int) -> str:
    """Return how many of *unit* there are: to a tenth below ten, else whole."""
    tenths = round(10 * seconds / unit)
    if tenths < 100 and tenths % 10:  # noqa: PLR2004 (ten units)
        return f"{tenths // 10}.{tenths % 10}"
    return f"{round(seconds / unit)}"
