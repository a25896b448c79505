"""What the picture of the recovery priority shows, as numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from bcp.inventory.models import Function, Inventory
from bcp.outlook.outlook import by_urgency
from bcp.recovery.result import FunctionResult, PriorityRow
from bcp.report.charts.axis import AxisKind, TimeAxis, axis_to
from bcp.report.charts.picture import Size, Source
from bcp.report.charts.timeline.view import reached
from bcp.report.names import called, clean, names_of
from bcp.scenario.models import Head
from bcp.words import Lang

__all__ = ["MOST_ROWS", "Bar", "Play", "Played", "PriorityView", "Row", "priority_view"]

MOST_ROWS: Mapping[Size, tuple[int, int]] = {"a4": (14, 22), "slide": (5, 9)}
"""How many functions and how many components fit on a sheet; alone, components take both."""

Part = Literal["within", "late", "beyond"]
Verdict = Literal["met", "late", "beyond", "none"]
"""In time; after it was due; a function beyond its MTPD or not back; nothing to judge."""


class Played(Protocol):
    """A scenario that was played: a result with its head, or an outlook."""

    @property
    def head(self) -> Head:
        """What the scenario is called."""

    @property
    def horizon(self) -> int:
        """Its end, in seconds."""

    @property
    def functions(self) -> Mapping[str, FunctionResult]:
        """What became of each function."""


@dataclass(frozen=True, slots=True)
class Play:
    """A result with the head of its scenario: unlike an outlook, it knows every outage."""

    head: Head
    horizon: int
    functions: Mapping[str, FunctionResult]


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of a row, in seconds since the incident."""

    start: int
    end: int
    part: Part


@dataclass(frozen=True, slots=True)
class Row:
    """A function, or a component."""

    id: str
    name: str
    mark: str
    """The rank of a function, the place of a component in the order."""
    bars: tuple[Bar, ...]
    """In the order of time; none if it takes no time."""
    start: int | None
    """When it stops, or when work on it begins; None: never."""
    end: int | None
    """When it is back; None: not within the horizon, or it never stopped."""
    due: int | None
    """By when it has to be back; before the incident if below 0; None: nobody waits for it."""
    mtpd_at: int | None
    waiting: int
    """How many functions wait for it; 0 of a function."""
    verdict: Verdict

    @property
    def is_open(self) -> bool:
        """Whether it was begun or stopped, and is not back at the end."""
        return self.verdict == "beyond" and self.start is not None and self.end is None


@dataclass(frozen=True, slots=True)
class PriorityView:
    """Everything the picture says."""

    lang: Lang
    organisation: str
    scenario: str
    """Its name; empty if the picture is about no scenario."""
    axis: TimeAxis
    tiers: tuple[int, ...]
    functions: tuple[Row, ...]
    """Those that stop, or the worst of them, by urgency; none without a scenario."""
    components: tuple[Row, ...]
    """In the order of recovery."""
    more_functions: int
    """How many that stop are not shown."""
    more_components: int
    stopped: int
    """How many functions stop, shown or not."""
    missed: int
    """How many of them miss their RTO."""
    total: int
    """How many components there are in the order, shown or not."""
    late: int
    """How many of them come later than they are needed."""
    key: Row | None
    """Of those that come too late, what most functions wait for; of these, the last to finish."""
    source: str


def priority_view(  # noqa: PLR0913 (what is shown, how, and where it comes from)
    rows: Sequence[PriorityRow],
    inventory: Inventory,
    lang: Lang,
    *,
    played: Played | None = None,
    most: tuple[int, int] | None = MOST_ROWS["a4"],
    scale: AxisKind | None = None,
    source: Source | None = None,
) -> PriorityView:
    """Return what the picture shows.

    Parameters
    ----------
    rows
        The recovery order, of a scenario or without one.
    inventory
        Gives names, ranks and tiers.
    lang
        Of the names, and of the words in the picture.
    played
        The scenario that *rows* come from, if they do.
    most
        How many functions and components to show; all if None.
    scale
        Of the time axis; by what there is to see if left out.
    source
        Where the picture comes from.
    """
    names = {id_: clean(name) for id_, name in names_of(inventory, lang).items()}
    stopped = _functions(inventory, played, names) if played else []
    horizon = played.horizon if played else None
    found = [_component(row, names, horizon) for row in rows]
    functions, components = _chosen(stopped, found, most)
    late = [row for row in found if row.verdict in ("late", "beyond")]
    organisation = inventory.organisation
    ends = [bar.end for row in (*functions, *components) for bar in row.bars]
    return PriorityView(
        lang=lang,
        organisation=clean(called(organisation, lang)),
        scenario=clean(called(played.head, lang)) if played else "",
        axis=axis_to(ends, horizon, scale),
        tiers=organisation.tiers,
        functions=tuple(functions),
        components=tuple(components),
        more_functions=len(stopped) - len(functions),
        more_components=len(found) - len(components),
        stopped=len(stopped),
        missed=sum(row.verdict != "met" for row in stopped),
        total=len(found),
        late=len(late),
        key=max(late, key=_weight, default=None),
        source=source.line(lang) if source else "",
    )


def _weight(row: Row) -> tuple[int, float]:
    return row.waiting, float("inf") if row.end is None else row.end


def _chosen(
    functions: list[Row], components: list[Row], most: tuple[int, int] | None
) -> tuple[list[Row], list[Row]]:
    """Return what fits: the functions that miss their RTO first, still in their order."""
    if most is None:
        return functions, components
    for_functions, for_components = most
    free = max(for_components - len(components), 0)
    late = [row for row in functions if row.verdict != "met"]
    rest = [row for row in functions if row.verdict == "met"]
    kept = {row.id for row in (*late, *rest)[: for_functions + free]}
    shown = [row for row in functions if row.id in kept]
    return shown, components[: for_components + for_functions - min(len(shown), for_functions)]


def _functions(inventory: Inventory, played: Played, names: Mapping[str, str]) -> list[Row]:
    held = {function.id: function for function in inventory.functions}
    stopped = [id_ for id_, result in played.functions.items() if result.downtime]
    return [
        _function(held[id_], played.functions[id_], played.horizon, names[id_])
        for id_ in by_urgency(inventory, stopped)
    ]


def _function(function: Function, held: FunctionResult, horizon: int, name: str) -> Row:
    downs = [(start, horizon if end is None else end) for start, end in held.down]
    if not downs:  # an outlook keeps their sum only
        end = horizon if held.restored is None else held.restored
        downs = [(end - held.downtime, end)]
    rto_at = reached(downs, held.rto)
    mtpd_at = None if held.mtpd is None else reached(downs, held.mtpd)
    is_beyond = held.restored is None or held.mtpd_met is False
    return Row(
        id=function.id,
        name=name,
        mark=clean(function.rank or ""),
        bars=tuple(bar for down in downs for bar in _bars(*down, rto_at, mtpd_at)),
        start=downs[0][0],
        end=held.restored,
        due=rto_at,
        mtpd_at=mtpd_at,
        waiting=0,
        verdict="beyond" if is_beyond else "met" if held.rto_met else "late",
    )


def _component(row: PriorityRow, names: Mapping[str, str], horizon: int | None) -> Row:
    start, end = row.earliest_start, row.finish
    if horizon is None:
        end = _earliest_end(row)
    until = horizon if end is None else end
    bars = [] if start is None or until is None else _bars(start, until, row.required_by)
    return Row(
        id=row.component,
        name=names[row.component],
        mark=str(row.rank),
        bars=tuple(bars),
        start=start,
        end=end,
        due=row.required_by,
        mtpd_at=None,
        waiting=len(row.unlocks),
        verdict=_verdict(row.required_by, end, is_played=horizon is not None),
    )


def _earliest_end(row: PriorityRow) -> int | None:
    """Return when a component can be back: its start, and as long as its recovery takes."""
    if row.required_by is None or row.latest_start is None or row.earliest_start is None:
        return None
    return row.earliest_start + row.required_by - row.latest_start


def _verdict(due: int | None, end: int | None, *, is_played: bool) -> Verdict:
    if due is None:
        return "none"
    if end is None:
        return "beyond" if is_played else "none"
    return "met" if end <= due else "late"


def _bars(start: int, end: int, due: int | None, mtpd_at: int | None = None) -> list[Bar]:
    cuts = [end if cut is None else min(max(cut, start), end) for cut in (due, mtpd_at)]
    edges = (start, cuts[0], max(cuts), end)
    parts: tuple[Part, ...] = ("within", "late", "beyond")
    return [
        Bar(low, high, part)
        for low, high, part in zip(edges, edges[1:], parts, strict=False)
        if high > low
    ]
