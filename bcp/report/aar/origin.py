"""Where a review comes from: what a report says of its record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bcp.drill.record.records import OpenedRecord

__all__ = ["Origin", "origin_of"]


@dataclass(frozen=True, slots=True)
class Origin:
    """The record that was reviewed."""

    version: str
    """Of the program that computes the report."""
    name: str = ""
    """Of the record, ``<drill>/<local start>``; empty: it was kept in memory only."""
    recorded_by: str = ""
    """The version of the program that wrote it."""
    made: dt.datetime | None = None
    """When it was begun, local time."""
    by: Literal["people", "script"] = "people"
    digests: tuple[tuple[str, str], ...] = ()
    """Of what was read: ``inventory``, ``scenario`` and ``drill``."""
    entries: int = 0
    broken_at: int | None = None
    """The first line that is not as it was written."""
    faults: tuple[str, ...] = ()
    """What shows that somebody tampered with it, in words."""


def origin_of(record: OpenedRecord, version: str, faults: Sequence[str] = ()) -> Origin:
    """Return what a report says of *record*.

    Parameters
    ----------
    record
        The record.
    version
        Of the program that computes the report.
    faults
        What shows that somebody tampered with the record, in words.
    """
    head, folder = record.head, record.folder.resolve()
    return Origin(
        version=version,
        name=f"{folder.parent.name}/{folder.name}",
        recorded_by=head.bcp,
        made=_moment(head.made),
        by=head.by,
        digests=tuple(head.inputs.model_dump().items()),
        entries=len(record.entries),
        broken_at=record.broken_at,
        faults=tuple(faults),
    )


def _moment(text: str) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        return None
