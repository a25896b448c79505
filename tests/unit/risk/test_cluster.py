"""Pieces of jobs, and how a cluster that cannot do them is told."""

from __future__ import annotations

import pickle
import socket
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import reduce

import pytest

from bcp.errors import Unavailable
from bcp.risk import cluster
from bcp.risk.blocks import BLOCK, Job, in_turn
from bcp.risk.pieces import Piece, Threads, cut, done, executor_of
from bcp.risk.tally import Tally
from tests.support.uncertain import job_of


@pytest.fixture(scope="module")
def job() -> Job:
    return job_of(seed=3, runs=7 * BLOCK + 250)


def merged(tallies: Iterable[Tally]) -> Tally:
    return reduce(Tally.merge, tallies)


def played(job: Job, hands: int) -> Tally:
    return merged(tally for _, tally in Threads(hands)(cut("x", job, range(8), hands)))


def test_however_many_threads_the_figures_are_the_same(job: Job) -> None:
    """Pieces done by one thread or five add up to the blocks done one after another."""
    expected = merged(in_turn(job, range(8)))

    assert expected.runs == 7250
    assert played(job, 1) == expected
    assert played(job, 5) == expected
    assert merged(executor_of(Threads(2))(job, range(8))) == expected


def test_figures_that_differ_are_noticed(job: Job) -> None:
    """A run more, or another seed, is another tally: the comparison above could fail."""
    other = Job(job.inventory, job.scenario, seed=4, runs=job.runs)

    assert played(job, 2) != played(other, 2)
    assert played(job, 2) != merged(in_turn(job, range(7)))


@pytest.mark.parametrize("hands", [1, 3])
def test_pieces_hold_every_block_once(job: Job, hands: int) -> None:
    """Whatever the pieces are like, every block is in one of them."""
    pieces = [*cut("x", job, range(100), hands)]

    assert [number for piece in pieces for number in piece.numbers] == [*range(100)]
    assert len(pieces) >= hands


def test_no_more_pieces_are_taken_than_are_under_way(job: Job) -> None:
    """Pieces are asked for when somebody is free: a country is not cut up beforehand."""
    taken: list[int] = []

    def pieces() -> Iterator[Piece]:
        for number in range(50):
            taken.append(number)
            yield Piece("x", job, (0,))

    with closing(Threads(2)(pieces())) as farm:
        next(farm)

    assert len(taken) < 10


def test_a_job_survives_the_journey(job: Job) -> None:
    """A job that was packed and sent gives what it gives here."""
    sent = pickle.loads(pickle.dumps(job))  # noqa: S301 (just packed)

    assert done(Piece("x", sent, (2, 3))) == done(Piece("x", job, (2, 3)))


def test_another_edition_is_refused(job: Job) -> None:
    """A worker that runs another program says so and computes nothing."""
    with pytest.raises(Unavailable) as refused:
        cluster._worked("0.0+other", job, (0,))

    assert refused.value.key == "cluster-editions"
    again = pickle.loads(pickle.dumps(refused.value))  # noqa: S301 (just packed)
    assert again.values == refused.value.values


def test_an_edition_is_the_source_not_only_its_version() -> None:
    """The edition names the version and goes on with a digest."""
    version, digest = cluster.edition().split("+")

    assert version
    assert len(digest) == 16


def test_nobody_there_is_told_with_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """A port on which nobody listens is an address that cannot be reached."""
    pytest.importorskip("distributed")
    monkeypatch.setattr(cluster, "_WAIT", 0.3)
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{held.getsockname()[1]}"
        with pytest.raises(Unavailable) as refused, cluster.connected(address):
            pass

    assert refused.value.key == "cluster-unreachable"
    assert refused.value.values["address"] == address


def test_without_dask_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Dask is not installed, asking for a cluster is answered with what to install."""

    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(cluster, "import_module", missing)
    with pytest.raises(Unavailable) as refused, cluster.connected("tcp://127.0.0.1:1"):
        pass

    assert refused.value.key == "cluster-missing"
