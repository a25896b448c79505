"""What a user reads, in Japanese and English: one table a room, both languages side by side.

A table maps a key to its text in each language; values are filled in with :func:`say`. The
calculations speak no language: they return a :class:`Phrase`, which a screen or file renders.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Lang = Literal["ja", "en"]
LANGS: tuple[Lang, ...] = ("ja", "en")
Table = Mapping[str, Mapping[Lang, str]]
Entry = Mapping[Lang, str]
"""One sentence in every language."""
Names = Mapping[str, str]
"""What people call each id, in the language of the output."""


class Word(str):
    """A value that is itself a key of the same table, such as the sort of a thing."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Name:
    """An id, shown by its name."""

    id: str


@dataclass(frozen=True, slots=True)
class Told:
    """What a person wrote, in Japanese and perhaps in English too."""

    text: str
    text_en: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time in seconds, shown in words."""

    seconds: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence not yet in any language: a key of a table, and what it names."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)


def say(table: Table, key: str, lang: Lang, **values: object) -> str:
    """Return the text of *key* in *lang* with *values* filled in.

    Raises
    ------
    KeyError
        If the table lacks the key, or a value that the text names is missing.
    """
    words = {
        name: table[value][lang] if isinstance(value, Word) else value
        for name, value in values.items()
    }
    return table[key][lang].format(**words)


def render(table: Table, phrase: Phrase, lang: Lang, names: Names) -> str:
    """Return a phrase in *lang*, ids shown by their names and spans in words."""
    shown = {key: _shown(value, lang, names, table) for key, value in phrase.values.items()}
    return say(table, phrase.key, lang, **shown)


def _shown(value: object, lang: Lang, names: Names, table: Table) -> object:
    if isinstance(value, Name):
        return names.get(value.id, value.id)
    if isinstance(value, Span):
        return show_span(value.seconds, lang)
    if isinstance(value, Told):
        return (value.text_en if lang == "en" else None) or value.text
    if isinstance(value, Phrase):
        return render(table, value, lang, names)
    if isinstance(value, (tuple, list)):
        return join((str(_shown(one, lang, names, table)) for one in value), lang)
    return value


def join(texts: Iterable[str], lang: Lang) -> str:
    """Return a list as people write it."""
    return ("、" if lang == "ja" else ", ").join(texts)


_UNITS: Mapping[Lang, tuple[tuple[int, str], ...]] = {
    "ja": ((86400, "日"), (3600, "時間"), (60, "分"), (1, "秒")),
    "en": ((86400, " d"), (3600, " h"), (60, " min"), (1, " s")),
}


def show_span(seconds: int, lang: Lang) -> str:
    """Return a length of time in words, its two largest units.

    Examples
    --------
    >>> show_span(5400, "ja"), show_span(5400, "en"), show_span(-90000, "en"), show_span(0, "ja")
    ('1時間30分', '1 h 30 min', '-1 d 1 h', '0時間')
    """
    rest, parts = abs(seconds), []
    for size, unit in _UNITS[lang]:
        number, rest = divmod(rest, size)
        if number:
            parts.append(f"{number}{unit}")
    if not parts:
        return f"0{_UNITS[lang][1][1]}"
    return ("-" if seconds < 0 else "") + ("" if lang == "ja" else " ").join(parts[:2])
