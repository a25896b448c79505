"""What stands in a cell for the value of a key, and what a cell means.

A value is the tree that a YAML file holds: mappings, lists, text. Most forms are what anyone would
write; what cannot be said in one of them is said in YAML on one line, in brackets or braces, and
every form reads that too. So nothing is ever lost in a cell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from unicodedata import normalize

from bcp.authoring.spelling import flow
from bcp.errors import InputError
from bcp.exchange.book.columns import Column, Form
from bcp.reading import read
from bcp.words import LANGS, Lang, say
from bcp.words.book import WORDS

__all__ = ["Unreadable", "meant", "said", "simple"]

_SECTION = re.compile(r"[;；\n]")
_OF_WORDS = re.compile(r"[;；,，、\n]")
_BRACKETS = re.compile(r"[{}\[\]\"']")
_OPENING = frozenset("{[,:")
"""Signs behind which a quote begins a text."""
_COLON = re.compile("[:：]")
_BETWEEN_DURATIONS = re.compile(r"\s*[/／]\s*")
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]00:00(?::00)?)?")
_TRUE = frozenset({"true", "はい", "yes", "○", "〇", "有", "あり", "済", "1"})
_FALSE = frozenset({"false", "いいえ", "no", "×", "無", "なし", "未", "0"})
_UNITS = {
    "秒": "s",
    "分": "m",
    "分間": "m",
    "時間": "h",
    "日": "d",
    "日間": "d",
    "週": "w",
    "週間": "w",
    "か月": "mo",
    "ヶ月": "mo",
    "カ月": "mo",
    "月": "mo",
}
_SPOKEN = re.compile(r"(\d+)\s*(" + "|".join(sorted(_UNITS, key=len, reverse=True)) + ")")
_ENDINGS = re.compile(r"(以内|程度|まで)$")


class Unreadable(Exception):  # noqa: N818 (it is caught where the cell is known)
    """A cell that means nothing: a key of ``bcp.words.faults``, and its values."""

    def __init__(self, key: str, **values: object) -> None:
        self.key, self.values = key, values
        super().__init__(key)


def simple(text: str) -> str:
    """Return *text* as it is compared: in any width and case, without spaces."""
    return "".join(normalize("NFKC", text).casefold().split())


# --- from a value to a cell ----------------------------------------------------------------------


def said(column: Column, value: Any, lang: Lang) -> str:
    """Return what stands in a cell for *value*; nothing for ``None``."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _said_text(column, value, lang)
    plain = _PLAIN.get(column.form)
    text = plain(_in_words(column, value, lang)) if plain else None
    return text if text is not None and _comes_back(column, text, value) else _yaml(value)


def _in_words(column: Column, value: Any, lang: Lang) -> Any:
    """Return a list of words in which those that a key takes are said as people say them."""
    if not column.choices or not isinstance(value, list):
        return value
    return [choice(column, one, lang) if one in column.choices else one for one in value]


def _comes_back(column: Column, text: str, value: Any) -> bool:
    """Return whether *text* is read as *value*: braces and quotes in ids could be mistaken."""
    try:
        return bool(meant(column, text) == value)
    except Unreadable:
        return False


def _said_text(column: Column, text: str, lang: Lang) -> str:
    if text in column.choices:
        return choice(column, text, lang)
    if column.form == "bool" and text in ("true", "false"):
        return say(WORDS, f"is-{text}", lang)
    return flow([text]) if _is_other(column, text) else text


def _is_other(column: Column, text: str) -> bool:
    """Return whether a single text would come back as something else."""
    if column.form == "lines":
        return _lines([text]) is None
    plain = {"groups": _groups, "words": _words}.get(column.form)
    return plain is not None and plain([text]) is None


def choice(column: Column, word: str, lang: Lang) -> str:
    """Return what people call one of the words that a key takes."""
    for key in (f"choice-{column.word}-{word}", f"choice-{word}"):
        if key in WORDS:
            return say(WORDS, key, lang)
    return word


def _yaml(value: Any) -> str:
    if isinstance(value, list) and any(isinstance(item, (dict, list)) for item in value):
        return "[" + ",\n ".join(flow(item) for item in value) + "]"
    return flow(value)


def _words(value: Any) -> str | None:
    """Return a list of plain words in one line; None if it is something else."""
    if not isinstance(value, list) or not value:
        return None
    return "; ".join(value) if all(_is_word(item) for item in value) else None


def _is_word(item: Any) -> bool:
    if not isinstance(item, str) or not item or item != item.strip():
        return False
    return not _OF_WORDS.search(item) and item[0] not in "[{\"'\\"


def _lines(value: Any) -> str | None:
    """Return a list of texts, one a line; None if it is something else."""
    if not isinstance(value, list) or not value:
        return None
    is_plain = all(isinstance(item, str) and item and item == item.strip() for item in value)
    if not is_plain or any("\n" in item or item[0] in "[{\\" for item in value):
        return None
    return "\n".join(value)


def _groups(value: Any) -> str | None:
    """Return groups: an id alone as it is, another in braces, each after a semicolon."""
    if not isinstance(value, list) or not value:
        return None
    words = [item for item in value if not isinstance(item, dict)]
    if not all(_is_word(item) and not _BRACKETS.search(item) for item in words):
        return None
    is_deep = any(isinstance(item, dict) for item in value)
    return (";\n" if is_deep else "; ").join(
        flow(item) if isinstance(item, dict) else item for item in value
    )


def _pairs(value: Any) -> str | None:
    """Return a mapping as ``a: b; c: d``; None if it is something else."""
    if not isinstance(value, dict) or not value:
        return None
    for key, held in value.items():
        is_plain = isinstance(held, str) and held and held == held.strip()
        if not is_plain or not _is_word(key) or ":" in key or "：" in key:
            return None
        if _SECTION.search(held):
            return None
    return "; ".join(f"{key}: {held}" for key, held in value.items())


def _pert(value: Any) -> str | None:
    """Return three durations as ``2h / 4h / 12h``; None if it is something else."""
    if not isinstance(value, dict) or list(value) != ["low", "likely", "high"]:
        return None
    parts = list(value.values())
    is_plain = all(isinstance(part, str) and re.fullmatch(r"[0-9a-z]+", part) for part in parts)
    return " / ".join(parts) if is_plain else None


_PLAIN: Mapping[Form, Callable[[Any], str | None]] = {
    "words": _words,
    "lines": _lines,
    "groups": _groups,
    "pairs": _pairs,
    "pert": _pert,
}


# --- from a cell to a value ----------------------------------------------------------------------


def meant(column: Column, text: str) -> Any:
    """Return the value that the text of a cell means; ``None`` if nothing is written.

    Raises
    ------
    Unreadable
        If it means nothing.
    """
    text = text.strip()
    if not text:
        return None
    if (
        column.form in _DEEP
        and text[0] in "[{"
        and not (column.form == "groups" and text[0] == "{")
    ):
        value = _read(text)
        if column.key == "@rest" and not isinstance(value, dict):
            raise Unreadable("not-mapping", value=text[:60])
        return value
    return _MEANT[column.form](column, text)


_DEEP = frozenset({"yaml", "groups", "words", "lines", "pairs", "pert", "hours"})
"""Forms that may also be said in brackets or braces."""


def _read(text: str) -> Any:
    """Return what YAML in brackets or braces holds."""
    try:
        return read(text.encode(), "").root
    except InputError as error:
        fault = error.faults[0]
        raise Unreadable(fault.key, **fault.values) from None


def _meant_yaml(column: Column, text: str) -> Any:
    """Complain of what is neither in brackets nor in braces."""
    raise Unreadable(
        "book-not-yaml", value=text[:60], example=_EXAMPLES.get(column.path[-1], "[…]")
    )


_EXAMPLES: Mapping[str, str] = {
    "peaks": "[{from: 02-16, to: 03-15, rto: 1h}]",
    "changes": "{components: [{id: line-2, requires: [tower]}]}",
    "answers": "{checklist-1: {answer: yes}}",
}


def _meant_groups(_: Column, text: str) -> list[Any]:
    """Return groups: ids, and mappings in braces, after one another."""
    found: list[Any] = []
    for part in _parts(text):
        if part[0] == "{":
            found.append(_read(part))
        else:
            found += _split(part, _OF_WORDS)
    return found


def _parts(text: str) -> Iterator[str]:
    """Yield what stands between semicolons or line ends outside brackets and quotes."""
    depth, quote, start, before = 0, "", 0, ""
    for place, sign in enumerate(text):
        if quote:
            is_closing = sign == quote and not (quote == '"' and text[place - 1] == "\\")
            quote = "" if is_closing else quote
        elif sign in "\"'" and before in _OPENING:
            quote = sign
        elif sign in "{[":
            depth += 1
        elif sign in "}]":
            depth -= 1
        elif depth == 0 and _SECTION.match(sign):
            if part := text[start:place].strip():
                yield part
            start = place + 1
        before = before if sign.isspace() else sign
    if part := text[start:].strip():
        yield part


def _split(text: str, between: re.Pattern[str]) -> list[str]:
    return [part for one in between.split(text) if (part := one.strip())]


def _meant_pairs(_: Column, text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in _split(text, _SECTION):
        key, colon, held = _COLON.sub(":", part, count=1).partition(":")
        key, held = key.strip(), held.strip()
        if not colon or not key or not held:
            raise Unreadable("book-no-pair", value=part[:60])
        if key in found:
            raise Unreadable("key-twice", first=key, where=key)
        found[key] = held
    return found


def _meant_pert(_: Column, text: str) -> Any:
    parts = [_duration(part) for part in _BETWEEN_DURATIONS.split(text)]
    if len(parts) == 1:
        return parts[0]
    if len(parts) != 3:  # noqa: PLR2004 (low, likely, high)
        raise Unreadable("book-not-pert", value=text[:60])
    return dict(zip(("low", "likely", "high"), parts, strict=True))


def _duration(text: str) -> str:
    """Return a duration in the notation of the files, from ``3時間`` too."""
    plain = _ENDINGS.sub("", normalize("NFKC", text).strip())
    if plain.isascii():
        return plain
    compact = "".join(plain.split())
    spoken = _SPOKEN.sub(lambda found: found[1] + _UNITS[found[2]], compact)
    return spoken if spoken.isascii() else text


def _meant_day(_: Column, text: str) -> str:
    found = _DAY.fullmatch(normalize("NFKC", text))
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else text


def _meant_bool(_: Column, text: str) -> str:
    word = simple(text)
    return "true" if word in _TRUE else "false" if word in _FALSE else text


def _meant_choice(column: Column, text: str) -> str:
    names = {simple(choice(column, word, lang)): word for word in column.choices for lang in LANGS}
    names |= {simple(word): word for word in column.choices}
    return names.get(simple(text), text)


def _meant_words(column: Column, text: str) -> list[str]:
    return [_meant_choice(column, part) for part in _split(text, _OF_WORDS)]


def _as_text(_: Column, text: str) -> str:
    return text


def _as_number(_: Column, text: str) -> str:
    plain = normalize("NFKC", text).replace(",", "")
    found = re.fullmatch(r"(\d+)\s*(?:人|名|円|部|世代|件)?", plain)
    return found[1] if found else text


_MEANT: Mapping[Form, Callable[[Column, str], Any]] = {
    "text": _as_text,
    "number": _as_number,
    "bool": _meant_bool,
    "choice": _meant_choice,
    "day": _meant_day,
    "duration": lambda _, text: _duration(text),
    "pert": _meant_pert,
    "hours": _as_text,
    "words": _meant_words,
    "lines": lambda _, text: _split(text, re.compile("\n")),
    "groups": _meant_groups,
    "pairs": _meant_pairs,
    "yaml": _meant_yaml,
}
