"""The columns of the sheet, and how the value of a key is said in a cell and read from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal
from unicodedata import normalize

from bcp.drill.file.writing import flow_text
from bcp.exchange.shield import shielded
from bcp.words import LANGS, Lang, say
from bcp.words.msel import WORDS

__all__ = ["COLUMNS", "HEADINGS", "Column", "said", "simple"]

DIFFICULTIES = ("basic", "standard", "hard")


@dataclass(frozen=True)
class Column:
    """A key of an inject, as a column."""

    key: str
    """As in the YAML file."""
    width: float
    """In letters."""
    form: Literal["text", "lines", "choice", "yaml"] = "text"
    """Text as it is; one of several a line; a difficulty; what YAML says in one line."""
    is_rare: bool = False
    """Whether the column is folded away as long as no inject needs it."""

    @property
    def word(self) -> str:
        """The key of the words about it."""
        return self.key.replace("_", "-")

    @property
    def is_printed(self) -> bool:
        """Whether it is meant for paper: what only the program reads would make it too small."""
        return not self.is_rare or self.key == "when"

    def heading(self, lang: Lang) -> str:
        """Return its heading."""
        return say(WORDS, self.word, lang)


COLUMNS: tuple[Column, ...] = (
    Column("no", 5),
    Column("at", 9),
    Column("from", 11),
    Column("to", 11, "lines"),
    Column("means", 8),
    Column("text", 38),
    Column("expected", 30),
    Column("deadline", 9),
    Column("objective", 10),
    Column("difficulty", 10, "choice"),
    Column("plan", 12),
    Column("when", 16, "yaml", is_rare=True),
    Column("met_by", 24, "yaml", is_rare=True),
    Column("options", 44, "yaml", is_rare=True),
    Column("events", 44, "yaml", is_rare=True),
    Column("text_en", 42, is_rare=True),
    Column("expected_en", 34, is_rare=True),
    Column("note", 24, is_rare=True),
    Column("source", 20, is_rare=True),
    Column("assumed", 24, "yaml", is_rare=True),
)


def simple(text: str) -> str:
    """Return *text* as it is compared: in any width and case, without spaces."""
    return "".join(normalize("NFKC", text).casefold().split())


HEADINGS: Mapping[str, str] = {
    simple(name): column.key
    for column in COLUMNS
    for name in (column.key, *(column.heading(lang) for lang in LANGS))
}
"""The key that each heading stands for, in either language."""
_MEANT: Mapping[str, str] = {
    simple(say(WORDS, f"difficulty-{name}", lang)): name for name in DIFFICULTIES for lang in LANGS
}


def said(column: Column, value: Any, lang: Lang) -> str:
    """Return what stands in a cell for the plain *value* of a key; nothing for ``None``."""
    if column.form == "choice":
        return say(WORDS, f"difficulty-{value or 'standard'}", lang)
    if value is None:
        return ""
    if column.form == "lines" and _are_lines(value):
        return shielded("\n".join(value))
    return shielded(value if isinstance(value, str) else flow_text(value))


def meant(column: Column, text: str) -> Any:
    """Return the value of a key that a cell which is not YAML says."""
    if column.form == "choice":
        return _MEANT.get(simple(text), text)
    if column.form == "lines":
        return [line.strip() for line in text.split("\n") if line.strip()]
    return text


def is_yaml(column: Column, text: str) -> bool:
    """Return whether a cell holds YAML: what several a line cannot say is said so too."""
    return column.form == "yaml" or (column.form == "lines" and _is_list(text))


def _are_lines(names: Sequence[str]) -> bool:
    """Return whether names can stand one a line."""
    text = "\n".join(names)
    return all(names) and len(text.split("\n")) == len(names) and not _is_list(text)


def _is_list(text: str) -> bool:
    return text.startswith("[") and text.endswith("]")
