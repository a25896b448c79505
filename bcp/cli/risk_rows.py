"""``bcp risk --parquet``: every run as a row of a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import bcp
from bcp.cli.opening import Opened
from bcp.cli.places import naming, refuse_place
from bcp.cli.printing import tell
from bcp.cli.progress import tracked
from bcp.report.files import writing_whole
from bcp.risk.blocks import Job, blocks_of
from bcp.risk.parquet import Frame, frames_of, needed, write_frames
from bcp.words import say
from bcp.words.cli import WORDS

__all__ = ["refuse_rows", "write_rows"]

Played = tuple[Job, int]
"""A job, and how many runs of it there were."""


def refuse_rows(path: Path, *, force: bool) -> None:
    """Complain, before anything is played, of a file that could not be written.

    Raises
    ------
    Complaint
        If it exists, or its folder does not.
    Unavailable
        If what writes Parquet is not installed.
    """
    refuse_place(path, force=force)
    needed()


def write_rows(opened: Opened, played: Sequence[Played], path: Path, hands: int) -> None:
    """Write the runs of one or more scenarios, and say so.

    Parameters
    ----------
    opened
        The inventory.
    played
        What was played, in the order of the rows.
    path
        The file: it is there as a whole when all runs are written.
    hands
        How many threads play the runs once more.
    """
    functions = [function.id for function in opened.loaded.inventory.functions]

    def frames() -> Iterator[Frame]:
        for job, runs in played:
            steps = tracked(range(blocks_of(runs)), "parquet", opened.lang)
            for _, frame in zip(steps, frames_of(job, runs, hands), strict=True):
                yield frame

    with naming(path), writing_whole(path) as stream:
        rows = write_frames(stream, frames(), functions, _about(opened, played))
    tell(say(WORDS, "parquet-written", opened.lang, file=path, rows=f"{rows:,}"))


def _about(opened: Opened, played: Sequence[Played]) -> dict[str, Any]:
    """Return what made the rows."""
    first = played[0][0]
    return {
        "version": bcp.__version__,
        "inventory": opened.loaded.inventory.organisation.id,
        "inventory_digest": opened.loaded.digest,
        "strategy": first.strategy,
        "seed": first.seed,
        "scenarios": [{"scenario": job.scenario.scenario.id, "runs": runs} for job, runs in played],
    }
