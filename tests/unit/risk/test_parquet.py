"""Runs as rows of a Parquet file, read back by the library that others read it with."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bcp.report.files import writing_whole
from bcp.risk import parquet
from bcp.risk.blocks import BLOCK, Job, runs_of
from bcp.risk.parquet import columns_of, frames_of, write_frames
from tests.support.uncertain import job_of

pq = pytest.importorskip("pyarrow.parquet")


def written(*jobs: Job, runs: int, hands: int = 1) -> Any:
    stream = BytesIO()
    frames = (frame for job in jobs for frame in frames_of(job, runs, hands))
    write_frames(stream, frames, ["f"], {"seed": 3})
    stream.seek(0)
    return pq.ParquetFile(stream)


def test_rows_are_the_runs() -> None:
    """Each row holds what the run of its number gave, its targets judged as in results."""
    job, number = job_of(seed=3), BLOCK + 300
    rows = written(job, runs=number).read().to_pydict()
    told = runs_of(job, 0, number)

    assert rows["run"] == [*range(number)]
    assert rows["scenario"] == ["case"] * number
    assert rows["loss_h"] == told.loss.tolist()
    assert rows["f__downtime_s"] == told.downtime[:, 0].tolist()
    assert rows["f__rto_met"] == [down <= 3 * 3600 for down in rows["f__downtime_s"]]
    assert {*rows["f__rto_met"]} == {True, False}
    assert {*rows["f__mtpd_met"]} == {None}


def test_what_is_not_restored_is_empty() -> None:
    """A function that is not back within the horizon has no moment, and met no target."""
    targets = parquet.Targets("case", (100,), (200,))
    figures = np.array([[50], [50], [150]]), np.array([[50], [-1], [150]])
    frame = parquet.Frame(targets, 0, np.zeros(3), *figures)
    stream = BytesIO()

    write_frames(stream, [frame], ["f"], {})

    rows = pq.read_table(stream).to_pydict()
    assert rows["f__restored_s"] == [50, None, 150]
    assert rows["f__rto_met"] == [True, False, False]
    assert rows["f__mtpd_met"] == [True, False, True]


def test_threads_change_no_row() -> None:
    """The rows stand in the order of the runs, however many threads play them."""
    job = job_of(seed=9)

    one, four = (written(job, runs=6 * BLOCK, hands=hands).read() for hands in (1, 4))

    assert one.equals(four)


def test_scenarios_stand_one_after_another(monkeypatch: pytest.MonkeyPatch) -> None:
    """Several scenarios make one file, in groups of rows no larger than they should be."""
    monkeypatch.setattr(parquet, "_MOST_ROWS", 1500)
    file = written(job_of("one"), job_of("two"), runs=2 * BLOCK)
    sizes = [file.metadata.row_group(n).num_rows for n in range(file.num_row_groups)]

    assert file.read()["scenario"].to_pylist() == ["one"] * 2 * BLOCK + ["two"] * 2 * BLOCK
    assert sum(sizes) == 4 * BLOCK
    assert max(sizes) <= 1500


def test_the_file_says_what_made_it() -> None:
    """What made the rows is kept with them, and the columns are named after the functions."""
    file = written(job_of(), runs=3)

    assert json.loads(file.schema_arrow.metadata[b"bcp"]) == {"seed": 3}
    assert file.schema_arrow.names == columns_of(["f"])


def test_a_file_that_fails_is_not_left_behind(tmp_path: Path) -> None:
    """Whatever was at the place stays there when writing breaks off, and nothing is beside it."""
    place = tmp_path / "runs.parquet"
    place.write_bytes(b"before")

    def broken_off() -> None:
        with writing_whole(place) as stream:
            stream.write(b"half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        broken_off()

    assert place.read_bytes() == b"before"
    assert [*tmp_path.iterdir()] == [place]
