"""The letters of the pictures."""

from __future__ import annotations

import subprocess
import sys

import matplotlib as mpl
import pytest
from matplotlib.font_manager import FontProperties, findfont

from bcp.report.charts.fonts import drawable, font


def test_every_letter_of_a_japanese_keyboard_is_there() -> None:
    """All that Windows' Japanese letters hold can be drawn: 7,000 and more, 髙 and 﨑 too."""
    letters = []
    for code in range(0xA0, 0x10000):
        try:
            chr(code).encode("cp932")
        except UnicodeEncodeError:
            continue
        if not 0xE000 <= code < 0xF900:  # letters of the users' own making
            letters.append(chr(code))

    assert len(letters) > 7000
    assert {"髙", "﨑", "①", "㈱", "～"} <= set(letters)
    assert drawable("".join(letters))[1] == frozenset()


@pytest.mark.parametrize("text", ["𠮟", "剝", "頰", "İstanbul Łódź Ğ", "≤ 3 µs ✓ ✕"])
def test_rarer_letters_are_there(text: str) -> None:
    """So are the kanji added to the everyday list, other Latin letters, and signs."""
    assert drawable(text) == (text, frozenset())


@pytest.mark.parametrize(
    ("text", "drawn", "missing"),
    [
        ("𠮷野家", "〓野家", {"𠮷"}),
        ("外字\ue000", "外字〓", {"\ue000"}),
        ("💻室", "〓室", {"💻"}),
    ],
)
def test_a_letter_that_no_font_has_is_told(text: str, drawn: str, missing: set[str]) -> None:
    """It is drawn as 〓, as Japanese print does, and named."""
    assert drawable(text) == (drawn, frozenset(missing))


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("か\u3099き\u3099", "がぎ"),  # as macOS writes file names
        ("葛\U000e0100城市", "葛城市"),  # which shape of 葛: cannot be drawn
        ("神", "神"),  # its own letter, not its relative 神
        ("一\n二　三", "一 二 三"),
    ],
)
def test_letters_in_parts_are_joined(text: str, drawn: str) -> None:
    """Marks join their letter, variants fall back, and a line stays one line."""
    assert drawable(text) == (drawn, frozenset())


def test_the_fonts_come_from_packages() -> None:
    """Neither of the fonts is one of the machine."""
    japanese, others = (
        findfont(FontProperties(family=[family]), fallback_to_default=False)
        for family in font(8).get_family()
    )

    assert japanese.endswith("ipaexg.ttf")
    assert "matplotlib_fontja" in japanese
    assert others.startswith(mpl.get_data_path())


def test_nothing_is_changed_for_others() -> None:
    """The package of the font is never imported, as that sets the font of all pictures."""
    code = (
        "import sys, matplotlib; before = dict(matplotlib.rcParams);"
        "from bcp.report.charts.fonts import drawable, font; font(8); drawable('あ');"
        "assert dict(matplotlib.rcParams) == before;"
        "assert 'matplotlib_fontja' not in sys.modules;"
        "assert 'matplotlib.pyplot' not in sys.modules"
    )

    run = subprocess.run([sys.executable, "-W", "error", "-c", code], check=False)

    assert run.returncode == 0
