"""Where the runs of ``bcp risk`` are played: threads of this machine, or a cluster."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bcp.cli.command import Complaint
from bcp.cli.options import Request, option
from bcp.words import Lang, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from bcp.risk.pieces import Farm

__all__ = ["Whole", "cores", "farm_of", "place_options", "refuse_places", "refuse_with_many"]

_ADDRESS = re.compile(r"(tcp://|tls://)?[^\s/:]+(:[^\s/:]+)*:[0-9]{1,5}/?")


class Whole(click.IntRange):
    """A whole number whose bounds go without saying."""

    def _describe_range(self) -> str:
        return ""


def place_options(lang: Lang) -> tuple[click.Option, ...]:
    """Return ``--workers``, ``--scheduler``, ``--inventories``, ``--parquet`` and ``--force``."""

    def metavar(key: str) -> str:
        return say(WORDS, f"metavar-{key}", lang)

    return (
        option(lang, "--workers", type=Whole(1, 1024), metavar="N"),
        option(lang, "--scheduler", metavar=metavar("address"), callback=_read_address),
        option(lang, "--inventories", multiple=True, metavar=metavar("folders")),
        option(
            lang,
            "--parquet",
            type=click.Path(dir_okay=False, path_type=Path),
            metavar=metavar("file"),
        ),
        option(lang, "--force", is_flag=True),
    )


def _read_address(context: click.Context, _: click.Parameter, value: str | None) -> str | None:
    if value is not None and not _ADDRESS.fullmatch(value):
        raise Complaint("bad-address", context, value=value)
    return value


def refuse_places(workers: int | None, scheduler: str | None) -> None:
    """Complain of two places at once."""
    if workers is not None and scheduler is not None:
        raise Complaint("workers-or-scheduler")


def refuse_with_many(request: Request, *, precision: float | None, parquet: Path | None) -> None:
    """Complain of what goes with one organisation only."""
    given = {"--inventory": request.inventory, "--precision": precision, "--parquet": parquet}
    for name, value in given.items():
        if value is not None:
            raise Complaint("many-without", name=name)


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def farm_of(workers: int | None, scheduler: str | None) -> Iterator[Farm]:
    """Open the place where runs are played.

    Parameters
    ----------
    workers
        How many threads of this machine; as many as there are cores, if left out.
    scheduler
        The address of a Dask scheduler: its workers do it.

    Raises
    ------
    Unavailable
        If the cluster cannot.
    """
    if scheduler is None:
        from bcp.risk.pieces import Threads

        yield Threads(workers or cores())
        return
    from bcp.risk.cluster import connected

    with connected(scheduler) as cluster:
        yield cluster
