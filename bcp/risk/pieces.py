"""Pieces of work, large enough to be worth handing out, and those who do them.

A piece is a few blocks of one job. Its tally depends on the job and the numbers of the blocks alone,
and tallies add up in any order: who does a piece, and which is done first, changes no figure.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Protocol

from bcp.risk.blocks import BLOCK, Executor, Job, run_block
from bcp.risk.tally import Tally

__all__ = ["AHEAD", "Farm", "Piece", "Threads", "cut", "done", "executor_of"]

AHEAD = 2
"""Pieces handed out for each who works: one at work, one in waiting."""
_WORK = 2_000_000
"""Components times runs that a core does in about a second: what a piece should hold at least."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Blocks of one job, done together."""

    name: str
    """What the one who asked knows the job by."""
    job: Job
    numbers: tuple[int, ...]
    """Of the blocks."""


class Farm(Protocol):
    """Does pieces, several at a time."""

    @property
    def hands(self) -> int:
        """How many it does at a time."""

    def __call__(self, pieces: Iterable[Piece]) -> Iterator[tuple[Piece, Tally]]:
        """Yield the tally of each piece as it is done; no more are taken than are under way."""


def cut(name: str, job: Job, numbers: Iterable[int], hands: int) -> Iterator[Piece]:
    """Yield the pieces of a job: about a second of work each, fewer blocks towards the end.

    Parameters
    ----------
    name
        What the job is known by.
    job
        What is to be run.
    numbers
        Of the blocks that are wanted.
    hands
        How many work on it, so that none of them is left with much when the others have finished.
    """
    left = list(numbers)
    enough = max(1, _WORK // (BLOCK * max(1, len(job.inventory.components))))
    while left:
        size = max(1, min(enough, len(left) // (AHEAD * hands)))
        yield Piece(name, job, tuple(left[:size]))
        del left[:size]


def executor_of(farm: Farm) -> Executor:
    """Return *farm* as what does the blocks of one job."""

    def execute(job: Job, numbers: Iterable[int]) -> Iterator[Tally]:
        return (tally for _, tally in farm(cut("", job, numbers, farm.hands)))

    return execute


def done(piece: Piece) -> Tally:
    """Return the tally of a piece."""
    first, *rest = piece.numbers
    tally = run_block(piece.job, first)
    for number in rest:
        tally = tally.merge(run_block(piece.job, number))
    return tally


class Threads:
    """Threads of this process: the runs themselves need no lock of the interpreter."""

    def __init__(self, hands: int) -> None:
        self.hands = hands

    def __call__(self, pieces: Iterable[Piece]) -> Generator[tuple[Piece, Tally], None, None]:
        """Yield the tally of each piece as it is done."""
        source = iter(pieces)
        out: dict[Future[Tally], Piece] = {}
        with ThreadPoolExecutor(self.hands, "bcp-risk") as pool:
            try:
                while True:
                    while len(out) < AHEAD * self.hands and (piece := next(source, None)):
                        out[pool.submit(done, piece)] = piece
                    if not out:
                        return
                    for future in wait(out, return_when=FIRST_COMPLETED).done:
                        yield out.pop(future), future.result()
            finally:
                pool.shutdown(wait=True, cancel_futures=True)
