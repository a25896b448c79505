"""Many organisations: every run of each counted once, and nothing kept of what is done."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from functools import reduce

import pytest

from bcp.risk.blocks import BLOCK, in_turn
from bcp.risk.many import Errand, fared, gathered
from bcp.risk.pieces import Threads
from bcp.risk.tally import Tally
from tests.support.uncertain import job_of


@pytest.mark.parametrize("hands", [1, 3])
def test_each_errand_comes_once_and_whole(hands: int) -> None:
    """Whatever gets done first, each errand's tally is that of its own runs alone."""
    jobs = {f"town-{seed}": job_of(seed=seed, runs=2 * BLOCK + seed) for seed in range(1, 5)}
    errands = [Errand(name, job, 3) for name, job in jobs.items()]

    found = [*gathered(errands, Threads(hands))]

    assert sorted(name for name, _ in found) == [*jobs]
    for name, tally in found:
        assert tally == reduce(Tally.merge, in_turn(jobs[name], range(3)))


def test_nothing_is_kept_of_what_is_done() -> None:
    """Organisations are asked for one by one, and let go of when they are done."""
    alive: weakref.WeakSet[object] = weakref.WeakSet()
    most = 0

    def errands() -> Iterator[Errand]:
        for seed in range(12):
            job = job_of(seed=seed, runs=1)
            alive.add(job)
            yield Errand(str(seed), job, 1)
            del job

    for _ in gathered(errands(), Threads(1)):
        gc.collect()
        most = max(most, len(alive))

    assert most < 6


def test_figures_of_the_table_are_those_of_the_runs() -> None:
    """Chances and losses of the table are counted over the runs, none left out."""
    job = job_of(seed=3, runs=BLOCK)
    tally = next(in_turn(job, [0]))

    held = fared(job, tally)

    assert held.runs == BLOCK
    assert held.all_met == tally.all_rto_met / BLOCK == held.rto_met["f"] == held.in_time
    assert held.interval[0] < held.all_met < held.interval[1]
    assert held.mean == pytest.approx(tally.loss / 1e6 / BLOCK)
    assert held.loss["p10"] <= held.loss["p50"] <= held.loss["p90"] <= held.loss["p99"]
