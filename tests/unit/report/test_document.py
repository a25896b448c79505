"""What a document may be: mistakes of its builder show where it is built."""

from __future__ import annotations

import pytest

from bcp.report.document import (
    Box,
    Bullets,
    Column,
    Document,
    Figure,
    FormGrid,
    Paragraph,
    Run,
    Section,
    Table,
)


def test_rows_have_a_cell_for_each_column() -> None:
    """A row too short or too long is refused, in the totals too."""
    columns = (Column("a"), Column("b"))

    Table("", columns, (("1", "2"),))
    for rows, totals in (((("1",),), ()), ((), (("1", "2", "3"),))):
        with pytest.raises(ValueError, match="2 columns"):
            Table("", columns, rows, totals)


def test_a_table_has_columns() -> None:
    """A table without columns is refused."""
    with pytest.raises(ValueError, match="0 columns"):
        Table("", (), ())


def test_boxes_are_placed_where_there_is_room() -> None:
    """A box goes beside one that comes down from above."""
    form = FormGrid("", (1, 1), ((Box("a", rows=2), Box("b")), (Box("c"),)))

    assert [(box.text, row, column) for box, row, column in form.placed()] == [
        ("a", 0, 0),
        ("b", 0, 1),
        ("c", 1, 1),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ((Box("too few"),),),
        ((Box(), Box(), Box("too many")),),
        ((Box(rows=2), Box()), (Box(columns=2),)),
        ((Box(), Box(rows=2)),),
    ],
)
def test_boxes_fill_a_form_exactly(rows: tuple[tuple[Box, ...], ...]) -> None:
    """A form with a hole, a box over another or one that sticks out is refused."""
    with pytest.raises(ValueError, match="do not fill"):
        FormGrid("form", (1, 1), rows)


def test_a_figure_is_png_or_svg() -> None:
    """Other pictures are refused before any writer meets them."""
    assert not Figure("", b"<?xml version='1.0'?><svg/>", "").is_png
    with pytest.raises(ValueError, match="neither PNG nor SVG"):
        Figure("", b"GIF89a", "")


def test_sections_go_three_levels_deep() -> None:
    """A fourth level is refused, wherever it is."""
    third = Section("1.1.1")
    Document("", sections=(Section("1", sections=(Section("1.1", sections=(third,)),)),))
    fourth = Section("1.1.1", sections=(Section("1.1.1.1"),))

    with pytest.raises(ValueError, match="more than 3 levels"):
        Document("", sections=(Section("1", sections=(Section("1.1", sections=(fourth,)),)),))


def test_links_lead_somewhere() -> None:
    """A run that leads to no section is refused, in lists and before the first section too."""
    link = (Run("see", target="there"),)
    there = Section("There", id="there")

    Document("", front=(Bullets((link,)),), sections=(there,))
    with pytest.raises(ValueError, match="there"):
        Document("", front=(Paragraph(link),))


def test_sections_have_ids_of_their_own() -> None:
    """Two sections of one id are refused: a link could lead to either."""
    with pytest.raises(ValueError, match="named twice"):
        Document("", sections=(Section("a", id="x"), Section("b", id="x")))
