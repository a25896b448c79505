"""Whatever an inventory holds: as sheets and back it is the same, to the byte."""

from __future__ import annotations

import random
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bcp.exchange.book.faulting import checked
from bcp.exchange.book.inventory_files import Base
from bcp.exchange.book.limits import BOOK, LIMITS
from bcp.exchange.book.merging import merge
from bcp.exchange.book.rows import rows_of
from bcp.exchange.book.tables import tables_of
from bcp.exchange.book.workbook import workbook_bytes
from bcp.exchange.csv_files import csv_texts, read_csv
from bcp.exchange.grid import Grid, read_grids
from bcp.words import Lang
from tests.reference.cases import random_case
from tests.support.books import base, inventory_of


def grids(held: Base, lang: Lang, kind: str, folder: Path) -> tuple[Grid, ...]:
    """Return the sheets of a base after they were files."""
    tables = tables_of(held, lang)
    if kind == "excel":
        path = folder / "a.xlsx"
        path.write_bytes(BytesIO(workbook_bytes(tables, "x", "", lang)).getvalue())
        return read_grids(path, BOOK, LIMITS)
    for name, data in csv_texts(tables, "", lang).items():
        (folder / name).write_bytes(data)
    return read_csv(folder, LIMITS)


@settings(max_examples=8, phases=(Phase.reuse, Phase.generate))  # a case takes long to shrink
@given(
    st.integers(0, 2**32),
    st.integers(3, 9),
    st.sampled_from(("ja", "en")),
    st.sampled_from(("excel", "csv")),
)
def test_there_and_back(seed: int, size: int, lang: Lang, kind: str) -> None:
    """Sheets change nothing in the files they came from, and alone make an equal inventory."""
    files, _ = random_case(random.Random(seed), size)
    held = base(files)
    with TemporaryDirectory() as made, TemporaryDirectory() as other:
        read = rows_of(grids(held, lang, kind, Path(made)))
        onto = merge(held, read, lang)
        alone = merge(Base((), ""), read, lang)

        assert (read.faults, onto.faults, alone.faults) == ([], (), ())
        assert onto.difference.before == onto.difference.after
        assert checked(alone, (), "x").inventory == inventory_of(files, Path(other))
