"""Findings that somebody has decided to live with: for a reason, in a name, until a day.

The file is strict: whoever accepts a weakness says why, who decided it, and by when it is looked at
again. No clock is read: the day by which acceptances expire is given.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, Field, ValidationError
from pydantic_core import PydanticCustomError

from bcp.audit.audited import found
from bcp.audit.codes import CODES, KINDS
from bcp.errors import Fault, InputError
from bcp.fields import Day, Item, OneOrMany, Text
from bcp.inventory.faults import Nearest, fault_at, faults_of, unknown_key
from bcp.inventory.load import Place
from bcp.reading import FREE, Document, read, read_file, shown
from bcp.recovery.result import Finding
from bcp.words import Name

__all__ = ["Acceptance", "Accepted", "Judged", "accept", "load_accepted", "place_of"]

_TOP = "accepted"
_KEYS = (_TOP, "note", "source", "assumed")


def _written(text: str) -> str:
    if not text:
        raise PydanticCustomError("empty-value", "empty")
    return text


_Written = Annotated[Text, AfterValidator(_written)]


class Acceptance(Item):
    """One entry: which finding is accepted, and on whose word."""

    code: Text
    """The code of the finding."""
    ids: Annotated[tuple[Text, ...], OneOrMany, Field(min_length=1)]
    """What the finding is about: all of its ids, in any order."""
    reason: _Written
    """Why it is accepted."""
    by: _Written
    """Who decided it."""
    expires: Day
    """The last day on which that holds."""

    def covers(self, held: Finding) -> bool:
        """Return whether it is about a finding."""
        return CODES[held.kind] == self.code and set(held.ids) == set(self.ids)


@dataclass(frozen=True)
class Accepted:
    """The acceptances of a file, and where each stands."""

    entries: tuple[Acceptance, ...] = ()
    places: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Judged:
    """Findings, and which of them are accepted."""

    findings: tuple[Finding, ...]
    """All of them, those about acceptances that do not hold any more at the end."""
    accepted: Mapping[int, Acceptance]
    """By position among the findings."""


def load_accepted(path: Path) -> Accepted:
    """Return the acceptances in the file *path*.

    Raises
    ------
    InputError
        With every fault of the file.
    """
    document = read(read_file(path, str(path)), str(path))
    faults: list[Fault] = []
    raw = _entries(document, faults)
    entries = [_entry(document, number, held, faults) for number, held in enumerate(raw)]
    if faults:
        raise InputError(faults)
    lines = document.lines.get(id(raw), ())
    places = tuple(Place(document.file, line) for line in lines)
    return Accepted(tuple(held for held in entries if held is not None), places)


def _entries(document: Document, faults: list[Fault]) -> list[Any]:
    root = document.root
    if not isinstance(root, dict) or _TOP not in root:
        raise InputError([fault_at(document, (), "accepted-missing")])
    for key in root:
        if key not in _KEYS and not key.startswith(FREE):
            text, values = unknown_key(key, _KEYS)
            faults.append(fault_at(document, (key,), text, values=values))
    held = root[_TOP]
    if held is not None and not isinstance(held, list):
        faults.append(fault_at(document, (_TOP,), "section-not-list", name=_TOP))
        return []
    return held or []


def _entry(document: Document, number: int, raw: Any, faults: list[Fault]) -> Acceptance | None:
    path = (_TOP, number)
    try:
        held = Acceptance.model_validate(raw)
    except ValidationError as error:
        faults += faults_of(error, Acceptance, document, path)
        return None
    if held.code not in KINDS:
        nearest = Nearest()(held.code, KINDS)
        key = "accepted-no-code" if nearest is None else "accepted-no-code-near"
        values = {"code": shown(held.code), "nearest": nearest}
        faults.append(fault_at(document, (*path, "code"), key, values=values))
    return held


def place_of(number: int) -> str:
    """Return the id by which the place of an acceptance is told."""
    return f"{_TOP}:{number + 1}"


def accept(findings: Sequence[Finding], accepted: Accepted, day: date | None) -> Judged:
    """Return *findings* with those that are accepted marked, and the acceptances that fail.

    Parameters
    ----------
    findings
        What an audit found.
    accepted
        What was decided about some of it.
    day
        The day it is; None: no acceptance is taken as expired.
    """
    marked: dict[int, Acceptance] = {}
    failing: list[Finding] = []
    for number, entry in enumerate(accepted.entries):
        covered = [place for place, held in enumerate(findings) if entry.covers(held)]
        if not covered:
            failing.append(_failing("acceptance-unused", number, entry))
        elif day is not None and entry.expires < day:
            failing.append(_failing("acceptance-expired", number, entry))
        else:
            marked |= {place: marked.get(place, entry) for place in covered}
    return Judged((*findings, *failing), marked)


def _failing(kind: str, number: int, entry: Acceptance) -> Finding:
    values: dict[str, object] = {"code": entry.code, "by": entry.by, "reason": entry.reason}
    values |= {"about": tuple(map(Name, entry.ids)), "expires": entry.expires.isoformat()}
    return found(
        kind,
        (place_of(number),),
        "warning" if kind == "acceptance-expired" else "note",
        values=values,
    )
