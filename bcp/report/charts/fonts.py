"""The letters of the pictures: always from packages, never from the machine (decision 0005)."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import matplotlib as mpl
from matplotlib.font_manager import FontEntry, FontProperties, fontManager, get_font

_FAMILIES = ("bcp-japanese", "bcp-others")
"""Names of our own, so that a font of the same name on the machine is never taken instead."""
MISSING = "〓"
"""Stands for a letter that no font has, as in Japanese print."""

_COMPOSED = re.compile("(.[\u0300-\u036f\u3099\u309a]+)", re.DOTALL)
_VARIATIONS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


@cache
def font_files() -> tuple[Path, ...]:
    """Return the two files: Japanese letters, and others where that has none."""
    # Found without importing the package, which would change the user's matplotlib settings.
    spec = find_spec("matplotlib_fontja")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("No module named 'matplotlib_fontja'", name="matplotlib_fontja")
    japanese = Path(spec.submodule_search_locations[0], "fonts", "ipaexg.ttf")
    return japanese, Path(mpl.get_data_path(), "fonts", "ttf", "DejaVuSans.ttf")


@cache
def _register() -> None:
    """Make the two fonts known to matplotlib beside its own: this changes no setting."""
    for family, file in zip(_FAMILIES, font_files(), strict=True):
        fontManager.ttflist.append(FontEntry(fname=str(file), name=family))


@cache
def font(size: float) -> FontProperties:
    """Return the letters at *size* points: Japanese, and others where that font has none."""
    _register()
    return FontProperties(family=list(_FAMILIES), size=size)


@cache
def _known() -> frozenset[int]:
    return frozenset(code for file in font_files() for code in get_font(str(file)).get_charmap())


def drawable(text: str) -> tuple[str, frozenset[str]]:
    """Return *text* as it can be drawn, and the letters in it that no font has.

    Letters written as a base and its marks are joined, as file systems take them apart; which of
    its variants a letter is meant to be cannot be drawn, and the plain one is.
    """
    joined = _COMPOSED.sub(lambda match: unicodedata.normalize("NFC", match[1]), text)
    plain = " ".join(_VARIATIONS.sub("", joined).split())
    missing = frozenset(sign for sign in plain if ord(sign) not in _known())
    return "".join(MISSING if sign in missing else sign for sign in plain), missing
