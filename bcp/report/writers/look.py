"""How documents look in every format: colours that stay apart in grey and on paper."""

from __future__ import annotations

from collections.abc import Mapping

INK, SOFT = "1A1A1A", "595959"
ACCENT = "1F3A5F"
"""Of headings and of the mark on every page."""
RULE = "9AA5B1"
HEAD = "E4EAF1"
"""The ground of the head of a table and of the labels of a form."""
GROUNDS: Mapping[str, str] = {"good": "E3F1EA", "warn": "FFF1CF", "bad": "FADFD6"}
"""Behind a cell that is meant well, as a warning or as bad."""
LETTERS: Mapping[str, str] = {
    "good": "00513B",
    "warn": "6B4200",
    "bad": "832705",
    "muted": "595959",
}
"""The letters of such a cell: at least 7 to 1 against its ground."""
