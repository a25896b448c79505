"""Each scenario against each function: a verdict, a length, and on request the reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bcp.inventory.models import Function
from bcp.outlook.outlook import Outlook, Verdict, by_urgency, verdict_of
from bcp.recovery.result import FunctionResult
from bcp.report.dossier import Dossier
from bcp.report.page.shortfalls import why_of
from bcp.report.page.tally import is_late
from bcp.report.page.voice import EMPTY, Both, Voice

__all__ = ["Cell", "Column", "Heat", "HeatRow", "heat_of"]

_ROWS, _COLUMNS = 150, 40


@dataclass(frozen=True, slots=True)
class Cell:
    """What a scenario does to a function."""

    verdict: Verdict
    downtime: int
    text: Both
    """The downtime, short; empty if it is not hit."""
    sentence: Both
    """What became of it and why; empty if it is not hit."""


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A function."""

    id: str
    name: Both
    rank: str
    rto: Both
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A scenario."""

    id: str
    name: Both
    missed: int
    """Of all functions, those left out included."""
    rest: int
    """How many of those that are left out are late."""
    loss: str


@dataclass(frozen=True, slots=True)
class Heat:
    """The table."""

    columns: tuple[Column, ...]
    rows: tuple[HeatRow, ...]
    """The most urgent function first; where there are too many, those that are late."""
    left_out: int
    """Functions that are not shown."""
    columns_left: int
    """Scenarios that are not shown: those that lose least."""


def heat_of(dossier: Dossier, voice: Voice) -> Heat:
    """Return the table."""
    outlooks = _most_harmful(dossier.outlooks)
    ids = [function.id for function in dossier.inventory.functions]
    shown = _shown(by_urgency(dossier.inventory, ids), outlooks)
    kept = set(shown)
    functions = {function.id: function for function in dossier.inventory.functions}
    sentences = _Sentences(voice)
    rows = tuple(
        HeatRow(
            id=id_,
            name=voice.name(id_),
            rank=functions[id_].rank or "",
            rto=_rto(functions[id_], voice),
            cells=tuple(sentences.cell(id_, outlook) for outlook in outlooks),
        )
        for id_ in shown
    )
    return Heat(
        columns=tuple(_column(outlook, kept, voice) for outlook in outlooks) if rows else (),
        rows=rows,
        left_out=len(ids) - len(shown),
        columns_left=len(dossier.outlooks) - len(outlooks),
    )


def _rto(function: Function, voice: Voice) -> Both:
    normal, disaster = function.rto.normal, function.rto.at("disaster")
    if normal == disaster:
        return voice.brief(normal)
    return voice.say("rto-pair", normal=voice.brief(normal), disaster=voice.brief(disaster))


def _most_harmful(outlooks: Sequence[Outlook]) -> tuple[Outlook, ...]:
    """Return the outlooks there is room for, in the order in which they came."""
    kept = sorted(outlooks, key=lambda one: -one.loss)[:_COLUMNS]
    ids = {one.head.id for one in kept}
    return tuple(one for one in outlooks if one.head.id in ids)


def _shown(ordered: Sequence[str], outlooks: Sequence[Outlook]) -> tuple[str, ...]:
    if len(ordered) <= _ROWS:
        return tuple(ordered)
    late = {
        id_: sum(is_late(verdict_of(outlook.functions[id_])) for outlook in outlooks)
        for id_ in ordered
    }
    kept = set(sorted(ordered, key=lambda id_: -late[id_])[:_ROWS])
    return tuple(id_ for id_ in ordered if id_ in kept)


def _column(outlook: Outlook, kept: set[str], voice: Voice) -> Column:
    return Column(
        id=outlook.head.id,
        name=voice.scenario(outlook.head.id),
        missed=len(outlook.missed),
        rest=sum(id_ not in kept for id_ in outlook.missed),
        loss=voice.hours(outlook.loss),
    )


class _Sentences:
    """Makes cells; what many cells have in common is said once."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._why: dict[tuple[str, ...], Both] = {}
        self._keys: Mapping[Verdict, str] = {
            "met": "cell-met",
            "rto": "cell-rto",
            "mtpd": "cell-mtpd",
            "down": "cell-down",
        }

    def cell(self, id_: str, outlook: Outlook) -> Cell:
        held = outlook.functions[id_]
        verdict = verdict_of(held)
        if verdict == "none":
            return Cell(verdict, 0, EMPTY, EMPTY)
        voice = self._voice
        sentence = voice.say(
            self._keys[verdict],
            downtime=voice.span(held.downtime),
            rto=voice.span(held.rto),
            mtpd=voice.span(held.mtpd),
            horizon=voice.span(outlook.horizon),
        )
        why = self._reason(held)
        if why:
            sentence = voice.say("cell-why", sentence=sentence, why=why)
        return Cell(verdict, held.downtime, voice.brief(held.downtime), sentence)

    def _reason(self, held: FunctionResult) -> Both:
        if held.chain:
            return why_of(held, self._voice)
        if held.causes not in self._why:
            self._why[held.causes] = why_of(held, self._voice)
        return self._why[held.causes]
