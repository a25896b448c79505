"""Columns are as wide as their builder wished, but nothing short is broken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcp.report.document import Column, Document, Section, Table
from bcp.report.writers.flow import flow_of, harmless
from bcp.report.writers.grid import Grid, grid_of
from bcp.report.writers.widths import LYING, UPRIGHT, fitted, letters, pieces
from tests.unit.report.writers.samples import document


def grid(columns: tuple[Column, ...], *rows: tuple[str, ...]) -> Grid:
    return grid_of(Table("", columns, rows), harmless)


def test_shares_that_suffice_stay() -> None:
    """Where everything fits the columns are as their builder wished."""
    held = grid((Column("業務", share=3), Column("分", share=1)), ("住民票", "12"))

    assert fitted(held, UPRIGHT) == pytest.approx((0.75, 0.25))


def test_durations_are_not_broken_where_there_is_room() -> None:
    """A narrow column takes what its durations need from a wide one."""
    columns = (Column("説明", share=20), *(Column("復旧", share=1) for _ in range(4)))
    held = grid(columns, ("長い説明の文が続く" * 5, *["13日12時間"] * 4))

    widths = [share * UPRIGHT for share in fitted(held, UPRIGHT)]

    assert all(width >= letters("13日12時間") for width in widths[1:])
    assert widths[0] > 30


def test_words_that_fit_are_not_broken() -> None:
    """Even in a crowd every column is as wide as its longest word, and heads as four letters."""
    rows = (*["説明の文" * 9] * 5, "0296-24-2111", "information", "LTO-9")
    held = grid(tuple(Column("情報機器") for _ in rows), rows)

    widths = [share * UPRIGHT for share in fitted(held, UPRIGHT)]

    assert all(width >= letters(word) for width, word in zip(widths[5:], rows[5:], strict=True))
    assert all(width >= letters("情報機器") for width in widths)


def test_where_nothing_fits_the_widest_give_way() -> None:
    """With more words than there is room the short ones stay whole."""
    rows = ("LTO-9", *["pneumonoultramicroscopic"] * 9)
    held = grid(tuple(Column("x") for _ in rows), rows)

    widths = [share * UPRIGHT for share in fitted(held, UPRIGHT)]

    assert widths[0] >= letters("LTO-9")
    assert max(widths) - min(widths[1:]) < 1e-6


def test_only_long_words_are_broken_behind_a_hyphen() -> None:
    """A telephone number stays whole; the name of a model may be parted."""
    assert pieces("0296-24-2111") == ["0296-24-2111"]
    assert pieces("PRIMERGY-RX2540-M7") == ["PRIMERGY-", "RX2540-", "M7"]


def test_lying_pages_have_more_room() -> None:
    """The same table keeps its shares on a lying page and has to change them on an upright one."""
    columns = (Column("説明", share=9), *(Column("復旧", share=1) for _ in range(5)))
    table = Table("", columns, (("説明の文" * 20, *["3日12時間"] * 5),))
    upright = flow_of(document(table)).grids[0]
    wide = Section("", (table,), is_wide=True)
    lying = flow_of(Document("", sections=(wide,))).grids[0]

    assert lying.shares[0] > upright.shares[0]
    assert lying.shares[1] * LYING >= letters("3日12時間")


@pytest.mark.property
@given(
    st.lists(
        st.tuples(st.floats(0.01, 50), st.text("aA1-日本 \n", max_size=40)), min_size=1, max_size=20
    ),
    st.sampled_from([UPRIGHT, LYING, 30.0]),
)
def test_shares_are_always_a_whole(held: list[tuple[float, str]], across: float) -> None:
    """Whatever the texts, every column has some width and together they fill the table."""
    columns = tuple(Column("x", share=share) for share, _ in held)

    shares = fitted(grid(columns, tuple(text for _, text in held)), across)

    assert sum(shares) == pytest.approx(1.0)
    assert min(shares) > 0
