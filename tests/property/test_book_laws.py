"""Whatever an inventory holds: as sheets and back it is the same, to the byte."""

from __future__ import annotations

import random
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bcp.exchange.book.faulting import checked
from bcp.exchange.book.inventory_files import Base, with_scenarios
from bcp.exchange.book.limits import BOOK, LIMITS
from bcp.exchange.book.merging import merge
from bcp.exchange.book.rows import rows_of
from bcp.exchange.book.tables import tables_of
from bcp.exchange.book.workbook import workbook_bytes
from bcp.exchange.csv_files import csv_texts, read_csv
from bcp.exchange.grid import Grid, read_grids
from bcp.inventory.load import load_inventory
from bcp.scenario.load import LoadedScenario, load_scenario
from bcp.words import Lang
from tests.reference.cases import random_case
from tests.support.books import base, inventory_of, whole
from tests.support.random_scenarios import random_town


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


def scenarios_of(
    files: Mapping[str, bytes], scenarios: Mapping[str, bytes], folder: Path
) -> dict[str, LoadedScenario]:
    """Return what scenario files mean for an inventory, by id."""
    for name, data in files.items():
        (folder / "town" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "town" / name).write_bytes(data)
    loaded = load_inventory(folder / "town")
    held = {}
    for number, data in enumerate(scenarios.values()):
        path = folder / f"{number}.yaml"
        path.write_bytes(data)
        one = load_scenario(path, loaded)
        held[one.scenario.scenario.id] = one
    return held


@settings(max_examples=12, phases=(Phase.reuse, Phase.generate))
@given(
    st.integers(0, 2**32),
    st.integers(3, 6),
    st.sampled_from(("ja", "en")),
    st.sampled_from(("excel", "csv")),
)
def test_scenarios_there_and_back(seed: int, size: int, lang: Lang, kind: str) -> None:
    """Scenarios on sheets change nothing in their files, and alone make equal scenarios."""
    files, scenarios = random_town(seed, size)
    held = whole(files, scenarios)
    with TemporaryDirectory() as made, TemporaryDirectory() as one, TemporaryDirectory() as two:
        read = rows_of(grids(held, lang, kind, Path(made)))
        onto = merge(held, read, lang)
        alone = merge(with_scenarios(Base((), ""), "scenarios", {}), read, lang)
        checked(alone, (), "x")
        after = alone.difference.after

        assert (read.faults, onto.faults, alone.faults) == ([], (), ())
        assert onto.difference.before == onto.difference.after
        was = scenarios_of(*_apart(onto.difference.before), Path(one))
        now = scenarios_of(*_apart(after), Path(two))
        assert {name: held.scenario for name, held in was.items()} == {
            name: held.scenario for name, held in now.items()
        }
        assert [held.settings for _, held in sorted(was.items())] == [
            held.settings for _, held in sorted(now.items())
        ]


def _apart(files: Mapping[str, bytes]) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return the files of an inventory, and those of its scenarios."""
    scenarios = {name: data for name, data in files.items() if name.startswith("../")}
    return {name: data for name, data in files.items() if name not in scenarios}, scenarios
