"""Text in columns, lines broken where Japanese and English allow it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcp.cli.wrapping import cells, wrapped


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("復旧", 4), ("ﾊﾟｿｺﾝ", 5), ("か\u3099", 2), ("○", 1), ("", 0)],
)
def test_cells_are_counted_as_a_terminal_does(text: str, columns: int) -> None:
    """Full-width signs take two columns, combining marks none."""
    assert cells(text) == columns


def test_english_breaks_at_spaces() -> None:
    """A line of English ends between words."""
    assert wrapped("one two three four five", 20) == "one two three four\nfive"


def test_japanese_breaks_between_signs_but_not_before_a_stop() -> None:
    """A full stop and a small kana never begin a line."""
    assert wrapped("あいうえおかきくけこ。さ", 20) == "あいうえおかきくけ\nこ。さ"
    assert wrapped("あいうえおかきくけしゃ", 20) == "あいうえおかきくけ\nしゃ"


def test_a_bracket_opens_on_the_line_of_what_it_holds() -> None:
    """An opening bracket never ends a line."""
    assert wrapped("あいうえおかきくけ「こ」", 20) == "あいうえおかきくけ\n「こ」"


def test_later_lines_are_indented_as_asked() -> None:
    """What stands before the first line is spaces before the others."""
    assert wrapped("one two three four five six", 24, first="  - ") == (
        "  - one two three four\n    five six"
    )


def test_a_word_longer_than_the_line_is_cut() -> None:
    """Nothing is wider than the paper, a path without spaces neither."""
    assert wrapped("x" * 45, 20) == f"{'x' * 20}\n{'x' * 20}\n{'x' * 5}"


@given(st.text(alphabet="ab cd、。「」漢字かなｶﾅッー（）.,-\n", max_size=200), st.integers(20, 60))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, width: int) -> None:
    """Every line fits, stops that hang on aside, and only spaces and breaks come or go."""
    lines = wrapped(text, width).split("\n")

    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
