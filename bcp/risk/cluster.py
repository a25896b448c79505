"""Runs on other machines: pieces of jobs as tasks of Dask distributed.

Dask does a piece again if its worker is lost before the result has arrived here. That changes no
figure, since a piece gives the same tally wherever and how often it is done; what must not happen is
that one is counted twice. Each has one key and one future, which is given back once.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from functools import cache
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from pickle import HIGHEST_PROTOCOL, dumps, loads
from typing import Any, TypeVar
from zlib import compress, decompress

import bcp
from bcp.errors import Unavailable
from bcp.risk.blocks import Job
from bcp.risk.pieces import AHEAD, Piece, done
from bcp.risk.tally import Tally

__all__ = ["Cluster", "connected", "edition"]

_Answer = TypeVar("_Answer")
_WAIT = 10
"""Seconds to wait for a scheduler to answer, and for a first worker to be there."""


@cache
def edition() -> str:
    """Return which program this is: its version, and a digest of its very source.

    Two machines whose editions differ might give different figures for the same run.
    """
    total = blake2b(digest_size=8)
    here = Path(bcp.__file__).parent
    for path in sorted(here.rglob("*.py")):
        total.update(path.relative_to(here).as_posix().encode() + b"\0" + path.read_bytes())
    return f"{bcp.__version__}+{total.hexdigest()}"


@contextmanager
def connected(address: str) -> Iterator[Cluster]:
    """Connect to the scheduler at *address*, and let go of it at the end.

    Parameters
    ----------
    address
        ``tcp://host:port``, or ``tls://host:port`` with the certificates of Dask's own settings.

    Raises
    ------
    Unavailable
        If Dask is not installed, nobody answers, there is no worker, or one of them runs another
        edition of this program.
    """
    dask = _dask()
    _certified(dask, address)
    with _quiet():
        try:
            client = dask.Client(address, timeout=_WAIT, set_as_default=False)
        except (OSError, ValueError, TypeError, RuntimeError, ImportError) as error:
            why = str(error).split("\n")[0] or type(error).__name__
            raise Unavailable("cluster-unreachable", {"address": address, "why": why}) from None
        try:
            _check(client, address)
            yield Cluster(client)
        finally:
            client.close(timeout=_WAIT)


def _dask() -> Any:
    """Return Dask distributed; half of it has types, so none of them are relied on."""
    try:
        return import_module("distributed")
    except ImportError:
        raise Unavailable("cluster-missing", {}) from None


def _certified(dask: Any, address: str) -> None:
    """See that TLS, where it is asked for, has the certificates it needs."""
    if not address.startswith("tls://"):
        return
    try:
        held = dask.Security().get_connection_args("client")
    except OSError as error:
        values = {"address": address, "why": str(error)}
        raise Unavailable("cluster-unreachable", values) from None
    if held.get("ssl_context") is None:
        raise Unavailable("cluster-uncertified", {"address": address})


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep Dask from writing its own notes between our lines: what matters is said by us."""
    logger = logging.getLogger("distributed")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        finally:
            logger.setLevel(level)


def _check(client: Any, address: str) -> None:
    """See that there is a worker, and that everybody runs this very program."""
    try:
        client.wait_for_workers(1, timeout=_WAIT)
    except TimeoutError:
        raise Unavailable("cluster-idle", {"address": address}) from None
    try:
        found = {"scheduler": client.run_on_scheduler(edition)}
    except Exception as error:  # noqa: BLE001 (whatever a foreign machine raised)
        found = {"scheduler": error}
    found |= client.run(edition, on_error="return")
    for place, held in found.items():
        _same(place, held)


def _same(place: str, held: object) -> None:
    if held != edition():
        values = {"place": place, "theirs": str(held).split("\n")[0], "ours": edition()}
        raise Unavailable("cluster-editions", values)


class Cluster:
    """The workers of a Dask cluster; a :class:`bcp.risk.pieces.Farm`."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._jobs = _Jobs(client)

    @property
    def hands(self) -> int:
        """How many pieces it does at a time: workers may come and go meanwhile."""
        threads: int = sum(self._client.nthreads().values())
        return max(1, threads)

    def __call__(self, pieces: Iterable[Piece]) -> Iterator[tuple[Piece, Tally]]:
        """Yield the tally of each piece as it is done.

        So few are handed out at a time that neither they nor their results pile up anywhere.

        Raises
        ------
        Unavailable
            If the cluster gives up.
        """
        dask = _dask()
        out: dict[Any, Piece] = {}
        source = iter(pieces)
        try:
            while self._hand_out(source, out):
                with self._client.as_current():
                    ready = _told(lambda: dask.wait([*out], return_when="FIRST_COMPLETED").done)
                for future in ready:
                    tally = _told(future.result)
                    yield out.pop(future), tally
        finally:
            self._client.cancel([*out])

    def _hand_out(self, source: Iterator[Piece], out: dict[Any, Piece]) -> bool:
        """Keep everybody busy; return whether anything is out."""
        room = AHEAD * self.hands
        while len(out) < room and (piece := next(source, None)) is not None:
            key, job = self._jobs.sent(piece.job)
            which = blake2b(repr(piece.numbers).encode(), digest_size=8).hexdigest()
            future = self._client.submit(
                _worked, edition(), job, piece.numbers, key=f"{key}-{which}", pure=True
            )
            out[future] = piece
        return bool(out)


class _Jobs:
    """Jobs on their way: each is sent once, and again by whoever has it."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._last: tuple[Job, str, Any] | None = None

    def sent(self, job: Job) -> tuple[str, Any]:
        """Return the key of a job and the job as the workers will have it.

        It is a task rather than data put somewhere: if its only holder dies, it is made again.
        """
        if self._last is None or self._last[0] is not job:
            packed = compress(dumps(job, HIGHEST_PROTOCOL))
            digest = blake2b(edition().encode() + packed, digest_size=12).hexdigest()
            key = f"bcp-{digest}"
            self._last = job, key, self._client.submit(_unpacked, packed, key=key, pure=True)
        return self._last[1:]


# --- on the workers ----------------------------------------------------------------------------


def _unpacked(packed: bytes) -> Job:
    job: Job = loads(decompress(packed))  # noqa: S301 (whoever reaches a worker may run anything)
    return job


def _worked(theirs: str, job: Job, numbers: tuple[int, ...]) -> Tally:
    """Return the tally of some blocks."""
    if theirs != edition():  # a worker that came later
        values = {"place": "worker", "theirs": edition(), "ours": theirs}
        raise Unavailable("cluster-editions", values)
    return done(Piece("", job, numbers))


def _told(act: Callable[[], _Answer]) -> _Answer:
    """Do what asks the cluster, and say in our words what it could not do."""
    dask = _dask()
    try:
        return act()
    except dask.KilledWorker as error:
        raise Unavailable("cluster-killed", {"number": error.allowed_failures + 1}) from None
    except (CancelledError, OSError) as error:
        why = str(error).split("\n")[0] or type(error).__name__
        raise Unavailable("cluster-lost", {"why": why}) from None
