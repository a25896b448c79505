"""What a column and a sheet mean, in the words of the models: one source for pages and sheets."""

from __future__ import annotations

import re

from bcp.exchange.book.columns import Column
from bcp.exchange.book.notation import choice
from bcp.exchange.book.sheets import Sheet
from bcp.words import Lang, say
from bcp.words.book import WORDS
from bcp.words.meanings import JA

__all__ = ["about_sheet", "explained", "meaning"]

_TICKS = re.compile("`+")


def meaning(sheet: Sheet, column: Column, lang: Lang) -> str:
    """Return what the value of a column says."""
    for word in (f"about-{sheet.key}-{column.word}", f"about-{column.word}"):
        if word in WORDS:
            return say(WORDS, word, lang)
    key = column.path[-1]
    if lang == "ja":
        held = {**JA["Named"][1], **JA.get(column.model.__name__, ("", {}))[1]}
        return _plain(held.get(key, ""))
    fields = {field.alias or name: field for name, field in column.model.model_fields.items()}
    return _plain(fields[key].description or "")


def explained(sheet: Sheet, column: Column, lang: Lang) -> str:
    """Return the note of a heading: what the column means, and how it is written."""
    parts = [meaning(sheet, column, lang)]
    if is_required(sheet, column):
        parts.append(say(WORDS, "required", lang))
    parts.append(say(WORDS, f"form-{column.form}", lang))
    if column.choices:
        parts.append(" / ".join(choice(column, word, lang) for word in column.choices))
    if not column.key.startswith("@"):
        parts.append(f"YAML: {column.key}")
    return "\n".join(part for part in parts if part)


def is_required(sheet: Sheet, column: Column) -> bool:
    """Return whether a row has to have a value in a column."""
    if column.key == "@of":
        return True
    fields = {field.alias or name: field for name, field in sheet.model.model_fields.items()}
    return column.key in fields and fields[column.key].is_required()


def about_sheet(sheet: Sheet, lang: Lang) -> str:
    """Return what stands on a sheet."""
    if f"about-sheet-{sheet.key}" in WORDS:
        return say(WORDS, f"about-sheet-{sheet.key}", lang)
    name = sheet.model.__name__
    text = JA.get(name, ("", {}))[0] if lang == "ja" else (sheet.model.__doc__ or "")
    return _plain(" ".join(text.split("\n\n")[0].split()))


def _plain(text: str) -> str:
    return _TICKS.sub("", " ".join(text.split()))
