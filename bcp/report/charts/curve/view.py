"""What the picture of the recovery curve shows, as numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from bcp.inventory.models import Inventory
from bcp.outlook.curve import Curve
from bcp.outlook.outlook import Outlook
from bcp.report.charts.axis import AxisKind, TimeAxis, axis_to
from bcp.report.charts.picture import Size, Source
from bcp.report.names import called, clean
from bcp.report.risk import Risk
from bcp.units import DAY, HOUR
from bcp.words import Lang

__all__ = ["MOST", "CurveView", "Mark", "Panel", "curve_view"]

MOST: Mapping[Size, int] = {"a4": 12, "slide": 6}
"""How many scenarios fit on a sheet."""
_ASKED = (3 * DAY, DAY, 3 * HOUR)
"""After which time managers ask how much is back: the longest that the scenario covers."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A scenario."""

    id: str
    name: str
    now: Curve
    after: Curve | None
    """With all planned measures."""
    band: tuple[tuple[int, float, float], ...]
    """From each moment on, the share in a bad and in a good case."""
    runs: int
    """How many runs the band comes from."""

    @property
    def lost(self) -> Fraction:
        """The service lost, in hours of everything."""
        return self.now.lost

    @property
    def back(self) -> int | None:
        """When everything is back for good; 0 if nothing ever stops; None: not within the horizon."""
        moment, share = self.now.points[-1]
        return moment if share == 1 else None

    @property
    def asked(self) -> int:
        """The moment that the title speaks of, in seconds."""
        horizon = self.now.horizon
        return next((moment for moment in _ASKED if moment <= horizon), horizon)


@dataclass(frozen=True, slots=True)
class Mark:
    """An RTO of functions of the best rank."""

    moment: int
    rank: str
    functions: int
    """How many have it."""


@dataclass(frozen=True, slots=True)
class CurveView:
    """Everything the picture says."""

    lang: Lang
    organisation: str
    panels: tuple[Panel, ...]
    axis: TimeAxis
    tiers: tuple[int, ...]
    marks: tuple[Mark, ...]
    """By their moments; of the only scenario, else none."""
    more: int
    """How many scenarios are not shown."""
    source: str


def curve_view(  # noqa: PLR0913 (what is shown, how, and where it comes from)
    outlooks: Sequence[Outlook],
    inventory: Inventory,
    lang: Lang,
    *,
    after: Mapping[str, Curve] | None = None,
    risks: Mapping[str, Risk] | None = None,
    most: int | None = MOST["a4"],
    scale: AxisKind | None = None,
    source: Source | None = None,
) -> CurveView:
    """Return what the picture shows.

    Parameters
    ----------
    outlooks
        The scenarios, in the order of the picture. One fills it; several stand side by side.
    inventory
        Gives names, ranks and tiers.
    lang
        Of the names, and of the words in the picture.
    after
        By scenario: the curve with all planned measures.
    risks
        By scenario: what may come of it.
    most
        How many scenarios to show; all if None.
    scale
        Of the time axis; by what there is to see if left out.
    source
        Where the picture comes from.
    """
    panels = [_panel(one, lang, after or {}, risks or {}) for one in outlooks[:most]]
    horizon = max((panel.now.horizon for panel in panels), default=None)
    organisation = inventory.organisation
    return CurveView(
        lang=lang,
        organisation=clean(called(organisation, lang)),
        panels=tuple(panels),
        axis=axis_to(_ends(panels), horizon, scale),
        tiers=organisation.tiers,
        marks=_marks(outlooks[0], inventory) if len(panels) == 1 else (),
        more=len(outlooks) - len(panels),
        source=source.line(lang) if source else "",
    )


def _panel(
    outlook: Outlook, lang: Lang, after: Mapping[str, Curve], risks: Mapping[str, Risk]
) -> Panel:
    id_ = outlook.head.id
    risk = risks.get(id_)
    return Panel(
        id=id_,
        name=clean(called(outlook.head, lang)),
        now=outlook.curve,
        after=after.get(id_),
        band=risk.band if risk else (),
        runs=risk.runs if risk else 0,
    )


def _ends(panels: Iterable[Panel]) -> Iterator[int]:
    """Yield what the axis has to reach: the last changes, and the moment of the title."""
    for panel in panels:
        for curve in (panel.now, panel.after):
            if curve is not None:
                moment, share = curve.points[-1]
                yield moment if share == 1 else curve.horizon
        yield from (moment for moment, _, _ in panel.band[-1:])
        if panel.back is None or panel.back > panel.asked:
            yield panel.asked


def _marks(outlook: Outlook, inventory: Inventory) -> tuple[Mark, ...]:
    ranks = [function.rank for function in inventory.functions]
    best = next((rank for rank in inventory.organisation.ranks if rank in ranks), None)
    if best is None:
        return ()
    moments = [outlook.functions[f.id].rto for f in inventory.functions if f.rank == best]
    return tuple(Mark(one, clean(best), moments.count(one)) for one in sorted(set(moments)))
