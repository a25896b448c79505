"""The tables of columns on the pages about sheets; the words around them are written by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bcp.exchange.book.columns import Column, Form
from bcp.exchange.book.meanings import about_sheet, is_required, meaning
from bcp.exchange.book.notation import choice
from bcp.exchange.book.sheets import Sheet, heading, sheets
from bcp.words import Lang

PATHS: dict[Lang, str] = {"en": "docs/excel.md", "ja": "docs/ja/excel.md"}
BEGIN, END = "<!-- columns: made by make reference -->\n", "<!-- end of columns -->\n"
HEADS: dict[Lang, str] = {
    "en": "| heading | 見出し | key | form | meaning |",
    "ja": "| 見出し | English | キー | 形 | 意味 |",
}
TALL: dict[Lang, str] = {
    "en": "A row a key: key, value, meaning.",
    "ja": "1行に1項目（項目、値、意味）。",
}
NEEDED: dict[Lang, str] = {"en": "**R** ", "ja": "**必** "}
OTHER: dict[Lang, Lang] = {"en": "ja", "ja": "en"}
FORMS: dict[Form, tuple[str, str]] = {
    "text": ("text", "文字列"),
    "number": ("number", "整数"),
    "bool": ("yes or no", "はい・いいえ"),
    "choice": ("choice", "選択"),
    "day": ("date", "日付"),
    "duration": ("time", "時間"),
    "pert": ("duration of a task", "作業の所要時間"),
    "hours": ("working hours", "勤務時間"),
    "words": ("words", "語の並び"),
    "lines": ("lines", "文の並び"),
    "groups": ("requirements", "必要とするもの"),
    "pairs": ("pairs", "対応"),
    "yaml": ("YAML", "YAML"),
}


def sheet_pages(root: Path) -> dict[Path, str]:
    """Return the pages about sheets by their paths, their tables made anew."""
    made = {}
    for lang, name in PATHS.items():
        path = root / name
        before, rest = path.read_text(encoding="utf-8").split(BEGIN)
        after = rest.split(END)[1]
        made[path] = f"{before}{BEGIN}\n{tables(lang)}\n{END}{after}"
    return made


def tables(lang: Lang) -> str:
    """Return the tables of all sheets."""
    return "\n".join(line for sheet in sheets() for line in _table(sheet, lang))


def _table(sheet: Sheet, lang: Lang) -> Iterator[str]:
    yield f"## {sheet.title(lang)} ({sheet.title(OTHER[lang])}, `{sheet.key}`)"
    yield f"\n{about_sheet(sheet, lang)}\n"
    if sheet.is_tall:
        yield f"{TALL[lang]}\n"
    yield f"{HEADS[lang]}\n|---|---|---|---|---|"
    yield from (_row(sheet, column, lang) for column in sheet.columns)
    yield ""


def _row(sheet: Sheet, column: Column, lang: Lang) -> str:
    key = "" if column.key.startswith("@") else f"`{column.key}`"
    form = FORMS[column.form][lang == "ja"]
    if column.choices:
        words = " / ".join(choice(column, word, lang) for word in column.choices)
        form = f"{form}: {words}" if column.form == "words" else words
    needed = NEEDED[lang] if is_required(sheet, column) else ""
    text = meaning(sheet, column, lang).replace("|", "\\|")
    names = [heading(sheet, column, one) for one in (lang, OTHER[lang])]
    return f"| {names[0]} | {names[1]} | {key} | {form} | {needed}{text} |"
