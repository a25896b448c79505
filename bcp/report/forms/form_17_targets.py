"""様式17: by when each information system has to be back, and when it would be as things are."""

from __future__ import annotations

from dataclasses import dataclass

from bcp.inventory.models import Severity
from bcp.outlook.outlook import Outlook
from bcp.recovery.result import PriorityRow
from bcp.report.document import Block, Cell, Row, Section, Tone
from bcp.report.forms.laying import Head, lines, listing, missing, note, sheet
from bcp.report.forms.teller import NONE, Teller
from bcp.report.names import called

__all__ = ["Return", "build", "returns", "wanted"]

_NUMBER = 17
_NAMED = 3
_TARGETS = (
    Head("col-order", 0.4, "right", kind="number"),
    Head("col-17-system", 1.6),
    Head("col-17-functions", 2.0),
    Head("col-16-normal", 0.8, group="col-rto"),
    Head("col-16-disaster", 0.8, group="col-rto"),
    Head("col-17-required", 0.9),
    Head("col-17-rpo", 0.7),
)
_NOW = (
    Head("col-17-foremost", 1.3),
    Head("col-17-worst", 1.4),
    Head("col-17-gap", 1.0),
)


@dataclass(frozen=True, slots=True)
class Return:
    """What becomes of a system in a scenario."""

    outlook: Outlook
    back: int | None
    """When it is back for good; None: not within the horizon; 0: it was never down."""
    downtime: int
    rto: int | None
    """The least of the functions that need it other than as a spare; None: there are none."""

    @property
    def is_late(self) -> bool:
        """Whether it misses the target."""
        return self.rto is not None and (self.back is None or self.downtime > self.rto)


def build(teller: Teller, most: int) -> Section | None:
    """Return form 17; None if there are no systems."""
    rows = {row.component: row for row in teller.dossier.priority}
    place = teller.ground.network.place
    last = len(rows) + 1
    ordered = sorted(
        teller.ground.systems,
        key=lambda id_: (rows[id_].rank if id_ in rows else last, place[id_]),
    )
    if not ordered:
        missing(_NUMBER, teller, "components")
    is_played = _is_played(teller)
    blocks: list[Block] = [
        *listing(
            teller,
            (*_TARGETS, *_NOW) if is_played else _TARGETS,
            list(enumerate(ordered, 1)),
            lambda held: _row(*held, rows.get(held[1]), teller),
            most=most,
        )
    ]
    if blocks and is_played:
        head = teller.dossier.outlooks[0].head
        blocks.append(note(teller, "targets-note", scenario=called(head, teller.lang)))
    return sheet(_NUMBER, teller, blocks)


def _row(place: int, id_: str, row: PriorityRow | None, teller: Teller) -> Row:
    ground = teller.ground
    functions = ground.functions_on(id_)
    rpo = min((r for f in functions if (r := ground.functions[f].rpo) is not None), default=None)
    cells: Row = (
        str(place),
        Cell(teller.name(id_), emphasis=True),
        teller.list(functions, _NAMED) or NONE,
        teller.span(wanted(id_, "normal", teller)),
        teller.span(wanted(id_, "disaster", teller)),
        _required(row.required_by if row else None, teller),
        teller.span(rpo),
    )
    return (*cells, *_now(id_, teller)) if _is_played(teller) else cells


def _is_played(teller: Teller) -> bool:
    """Return whether to say how it stands at present: a gap is a weak point, and not for all."""
    return bool(teller.dossier.outlooks) and not teller.is_public


def wanted(id_: str, severity: Severity, teller: Teller) -> int | None:
    """Return the least RTO of the functions that need a system other than as a spare."""
    held = teller.ground.functions
    leaning = teller.ground.leaning_on(id_)
    return min((held[f].rto.at(severity) for f in leaning), default=None)


# --- as things are -------------------------------------------------------------------------------


def returns(id_: str, teller: Teller) -> tuple[Return, ...]:
    """Return what becomes of a system in each scenario."""
    leaning = teller.ground.leaning_on(id_)
    return tuple(
        Return(
            outlook,
            *outlook.systems.get(id_, (0, 0)),
            min(
                (outlook.functions[f].rto for f in leaning if f in outlook.functions), default=None
            ),
        )
        for outlook in teller.dossier.outlooks
    )


def _now(id_: str, teller: Teller) -> Row:
    found = returns(id_, teller)
    worst = max(found, key=lambda one: (one.back is None, one.downtime))
    name = called(worst.outlook.head, teller.lang) if worst.back != 0 else ""
    return (
        _back(found[0], teller),
        Cell(lines([_back(worst, teller).text, name])),
        _gap(found, teller),
    )


def _back(held: Return, teller: Teller) -> Cell:
    tone: Tone = "none" if held.rto is None else "bad" if held.is_late else "good"
    if held.back is None:
        return Cell(teller.say("not-back"), tone=tone)
    if held.back == 0:
        return Cell(teller.say("not-stopped"), tone=tone)
    return Cell(teller.say("back-after", span=teller.span(held.back)), tone=tone)


def _gap(found: tuple[Return, ...], teller: Teller) -> Cell:
    """Return by how much the target is missed in the worst scenario."""
    late = [one for one in found if one.is_late]
    if all(one.rto is None for one in found):
        return Cell(NONE, tone="muted")
    if not late:
        return Cell(teller.say("no-gap"), tone="good")
    most = max(one.downtime - (one.rto or 0) for one in late)
    is_lost = any(one.back is None for one in late)
    text = teller.say("gap-open") if is_lost else teller.say("gap", span=teller.span(most))
    return Cell(lines([text, teller.say("gap-in", number=len(late), of=len(found))]), tone="bad")


def _required(moment: int | None, teller: Teller) -> str:
    """Return by when a system is needed; some would have to be there before it happens."""
    if moment is None or moment >= 0:
        return teller.span(moment)
    return teller.say("before-incident")
