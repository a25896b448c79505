"""Every run as a row of a Parquet file, for people with tools of their own.

One row a run: which scenario, which run, its loss, and three columns for each function. Rows are
written in groups, so that a million runs need no more memory than a thousand.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from bcp.errors import Unavailable
from bcp.risk.blocks import BLOCK, Job, Runs, prepared, runs_of
from bcp.risk.pieces import AHEAD

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Frame", "Targets", "columns_of", "frames_of", "needed", "write_frames"]

_CELLS = 2_000_000
"""About as many values are held at a time, before a row group is written."""
_MOST_ROWS = 65_536
"""A row group needs no more: readers skip whole groups by what is in them."""


@dataclass(frozen=True, slots=True)
class Targets:
    """What the runs of one scenario are measured by."""

    scenario: str
    rto: tuple[int, ...]
    """In seconds, by function."""
    mtpd: tuple[int | None, ...]
    """In seconds, by function; none: it has no MTPD."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Some runs of one scenario, one after another."""

    targets: Targets
    first: int
    """The number of the first of them."""
    loss: NDArray[np.float64]
    """In weighted hours, by run."""
    downtime: NDArray[np.int64]
    """In seconds, by run and function."""
    restored: NDArray[np.int64]
    """In seconds, by run and function; 0: it was never down, -1: not within the horizon."""


def frames_of(job: Job, runs: int, hands: int) -> Iterator[Frame]:
    """Yield the first *runs* runs of *job* block by block, in their order.

    Parameters
    ----------
    job
        What is played.
    runs
        How many runs there are.
    hands
        How many threads play at a time.
    """
    held = prepared(job)
    mtpd = tuple(None if seconds < 0 else seconds for seconds in held.mtpd.tolist())
    targets = Targets(job.scenario.scenario.id, tuple(held.rto.tolist()), mtpd)
    waiting: deque[tuple[int, Future[Runs]]] = deque()
    with ThreadPoolExecutor(hands, "bcp-rows") as pool:
        try:
            for first in range(0, runs, BLOCK):
                count = min(BLOCK, runs - first)
                waiting.append((first, pool.submit(runs_of, job, first, count)))
                if len(waiting) > AHEAD * hands:
                    yield _frame(targets, *waiting.popleft())
            while waiting:
                yield _frame(targets, *waiting.popleft())
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _frame(targets: Targets, first: int, playing: Future[Runs]) -> Frame:
    played = playing.result()
    return Frame(targets, first, played.loss, played.downtime, played.restored)


def needed() -> None:
    """See that Parquet can be written.

    Raises
    ------
    Unavailable
        If the library for it is not installed.
    """
    try:
        import pyarrow.parquet  # noqa: F401 (only whether it is there)
    except ImportError:
        raise Unavailable("parquet-missing", {}) from None


def columns_of(functions: Sequence[str]) -> list[str]:
    """Return the names of the columns: two underlines part a function from what is said of it."""
    told = ("downtime_s", "restored_s", "rto_met", "mtpd_met")
    return ["scenario", "run", "loss_h", *(f"{id_}__{what}" for id_ in functions for what in told)]


def write_frames(
    stream: IO[bytes],
    frames: Iterable[Frame],
    functions: Sequence[str],
    about: Mapping[str, Any],
) -> int:
    """Write *frames* as they come, in that order, and return the number of rows.

    Parameters
    ----------
    stream
        Where to write.
    frames
        The runs, each scenario's by number.
    functions
        The ids of the functions, in the order of the columns of the frames.
    about
        What made the rows: kept as JSON under the key ``bcp`` of the file.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = _schema(functions, about)
    most = max(1, min(_MOST_ROWS, _CELLS // len(schema)))
    rows = 0
    with pq.ParquetWriter(stream, schema, compression="snappy") as writer:
        for group in _groups(frames, most):
            table = pa.concat_tables(_table(frame, schema) for frame in group)
            writer.write_table(table.combine_chunks(), row_group_size=most)
            rows += len(table)
    return rows


def _schema(functions: Sequence[str], about: Mapping[str, Any]) -> pa.Schema:
    import pyarrow as pa

    kinds = [pa.dictionary(pa.int32(), pa.string()), pa.int64(), pa.float64()]
    kinds += [pa.int64(), pa.int64(), pa.bool_(), pa.bool_()] * len(functions)
    fields = [
        pa.field(name, kind, nullable="__" in name)
        for name, kind in zip(columns_of(functions), kinds, strict=True)
    ]
    held = json.dumps(about, ensure_ascii=False, sort_keys=True).encode()
    return pa.schema(fields, metadata={b"bcp": held})


def _groups(frames: Iterable[Frame], most: int) -> Iterator[list[Frame]]:
    """Yield frames until they have *most* rows together: the last ones may be fewer."""
    held: list[Frame] = []
    rows = 0
    for frame in frames:
        held.append(frame)
        rows += len(frame.loss)
        if rows >= most:
            yield held
            held, rows = [], 0
    if held:
        yield held


def _table(frame: Frame, schema: pa.Schema) -> pa.Table:
    import pyarrow as pa

    targets, rows = frame.targets, len(frame.loss)
    names = pa.DictionaryArray.from_arrays(np.zeros(rows, np.int32), [targets.scenario])
    arrays: list[Any] = [names, np.arange(frame.first, frame.first + rows), frame.loss]
    for place, (rto, mtpd) in enumerate(zip(targets.rto, targets.mtpd, strict=True)):
        down, back = frame.downtime[:, place], frame.restored[:, place]
        arrays += [
            down,
            pa.array(back, mask=back < 0),
            (back >= 0) & (down <= rto),
            pa.nulls(rows, pa.bool_()) if mtpd is None else (back >= 0) & (down <= mtpd),
        ]
    return pa.Table.from_arrays(
        [pa.array(held) if isinstance(held, np.ndarray) else held for held in arrays],
        schema=schema,
    )
