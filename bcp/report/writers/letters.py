"""The letters that are put into a file: those of the charts, never the machine's own."""

from __future__ import annotations

import re
from functools import cache
from unicodedata import category

import typst

from bcp.report.charts.fonts import MISSING, drawable, font_files

FAMILIES = ("IPAexGothic", "DejaVu Sans")
"""What the two fonts call themselves."""


@cache
def fonts() -> typst.Fonts:
    """Return the fonts that typst may use: neither the machine's nor its own."""
    folders = list(dict.fromkeys(file.parent for file in font_files()))
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


def printable(text: str) -> str:
    """Return *text* with 〓 for each letter that no font has, or that means nothing elsewhere."""
    return "".join(map(_printable, re.split(r"(\s)", text)))


def _printable(word: str) -> str:
    if word.isascii() or word.isspace():
        return word
    shown, _ = drawable(word)
    return "".join(MISSING if category(sign) == "Co" else sign for sign in shown)
