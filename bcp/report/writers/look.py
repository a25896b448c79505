"""How documents look in every format: colours that stay apart in grey and on paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

INK, SOFT = "1A1A1A", "595959"
ACCENT = "1F3A5F"
"""Of headings and of the mark on every page, unless the house has its own."""
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
READABLE = 4.5
"""The least contrast of letters: WCAG 2.2, level AA."""
_PAPER, _DARK = "FFFFFF", "14181D"
_DARKEST = 0.03928
"""Below it a part of a colour counts straight, by WCAG."""
_TINT = 0.12
"""How much of the accent is in the ground of a head."""


@dataclass(frozen=True, slots=True)
class Dye:
    """The colours of a house, which differ from one to another."""

    accent: str = ACCENT
    head: str = HEAD
    """The ground of heads and labels."""
    on_dark: str = "9CC3F0"
    """The accent on a dark screen."""


def dye_of(accent: str | None) -> Dye:
    """Return the colours for a house whose own is *accent*, RRGGBB.

    A colour too light to be read on paper is darkened until it can be; its hue stays.

    Raises
    ------
    ValueError
        If *accent* is no colour.
    """
    if accent is None:
        return Dye()
    parts = _parts(accent.removeprefix("#"))
    ink = _towards(parts, _parts("000000"), _PAPER)
    light = _towards(parts, _parts(_PAPER), _DARK)
    tint = tuple(255 - (255 - part) * _TINT for part in _parts(ink))
    return Dye(ink, _hex(tint), light)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, RRGGBB, by WCAG: 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _towards(parts: tuple[float, ...], end: tuple[float, ...], ground: str) -> str:
    """Return the colour nearest to *parts*, on the way to *end*, that can be read on *ground*."""
    mixed = (
        _hex(tuple(a + (b - a) * step / 50 for a, b in zip(parts, end, strict=True)))
        for step in range(51)
    )
    return next(held for held in mixed if contrast(held, ground) >= READABLE)


def _parts(colour: str) -> tuple[float, ...]:
    if len(colour) != len(ACCENT):
        raise ValueError(f"no colour: {colour!r}")
    return tuple(float(part) for part in bytes.fromhex(colour))


def _hex(parts: tuple[float, ...]) -> str:
    return "".join(f"{round(part):02X}" for part in parts)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= _DARKEST else float(((part + 0.055) / 1.055) ** 2.4)
