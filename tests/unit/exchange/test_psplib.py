"""The reader of PSPLIB: what it takes from a file, and what it refuses."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcp.errors import InputError
from bcp.exchange.psplib import id_of, inventory_text, read_psplib, scenario_text
from bcp.words.cli_import import FAULTS
from tests.functional.test_import_psplib import SMALL
from tests.support.tiny import inventory_of, scenario_of


def read(text: str, folder: Path, name: str = "tiny_1.sm") -> object:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_psplib(path)


def faults(text: str, folder: Path) -> list[tuple[int, str]]:
    with pytest.raises(InputError) as caught:
        read(text, folder)
    assert all(fault.key in FAULTS for fault in caught.value.faults)
    return [(fault.line, fault.key.removeprefix("psplib-")) for fault in caught.value.faults]


def test_jobs_that_only_mark_start_and_end_are_left_out(tmp_path: Path) -> None:
    """Supersource and sink are no work; what came after them comes after nothing."""
    path = tmp_path / "tiny_1.sm"
    path.write_text(SMALL, encoding="utf-8")
    project = read_psplib(path)

    assert [job.number for job in project.jobs] == [2, 3, 4, 5]
    assert project.jobs[0].successors == (5,)
    assert project.jobs[3].demands == (0, 2)
    assert project.capacities == (3, 2)


def test_the_files_are_in_order(tmp_path: Path) -> None:
    """Inventory and scenario are valid, whatever the file is called."""
    path = tmp_path / 'x" {}: #&.sm'
    path.write_text(SMALL, encoding="utf-8")
    project = read_psplib(path)
    inventory = inventory_of(inventory_text(project, language="en", head=["x"]))

    scenario = scenario_of(scenario_text(project), inventory)
    assert inventory.organisation.name == 'x" {}: #&.sm'
    assert inventory.organisation.hold_back
    assert scenario.scenario.horizon == (3 + 4 + 2 + 1 + 1) * 3600


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("jobs (incl. supersource/sink ):  6", "", [(0, "not-psplib")]),
        ("projects                      :  1", "projects : 2", [(2, "projects")]),
        ("constrained        :  0", "constrained        :  1", [(7, "resource")]),
        ("   5        1          1           6", "   5  1  1  4", []),
        ("   5        1          1           6", "   5  1  1  2", [(0, "circle")]),
        ("   5        1          1           6", "   5  1  1  9", [(15, "bad-job")]),
        ("   5        1          1           6", "   5  2  1  6", [(15, "modes")]),
        (
            "   5        1          1           6",
            "   5  1  1  x",
            [(0, "missing-jobs"), (15, "no-number")],
        ),
        ("   5        1          1           6", "   5  1", [(15, "too-short")]),
        ("  5      1     1       0    2", "  5 1 1 0 3", [(25, "too-many")]),
        ("  5      1     1       0    2", "  5 1 999999 0 2", [(25, "too-long")]),
        ("  5      1     1       0    2", "  4 1 1 0 2", [(0, "missing-jobs"), (25, "bad-job")]),
        ("    3    2", "    3", [(22, "too-short")]),
        ("RESOURCEAVAILABILITIES", "RESOURCES", [(0, "capacities"), (0, "no-section")]),
    ],
)
def test_faults_are_found(
    old: str, new: str, expected: list[tuple[int, str]], tmp_path: Path
) -> None:
    """Each slip is told with its line; a change that is none is read."""
    assert old in SMALL
    text = SMALL.replace(old, new)
    if not expected:
        read(text, tmp_path)
        return
    found = faults(text, tmp_path)
    assert [fault for fault in expected if fault not in found] == []


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_no_file_is_met_with_anything_but_faults(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever is cut out of or put into a file, it is read or its faults are told."""
    begin = data.draw(st.integers(0, len(SMALL)))
    end = data.draw(st.integers(begin, min(begin + 40, len(SMALL))))
    text = SMALL[:begin] + data.draw(st.text("0123456789 :*-\n\tRx", max_size=20)) + SMALL[end:]
    with suppress(InputError):
        read(text, tmp_path_factory.getbasetemp())


def test_ids_are_made_of_any_name() -> None:
    """An id has small letters, digits and hyphens only."""
    assert id_of("J30 1_1.sm") == "j30-1-1"
    assert id_of("作業.sm") == "project"
