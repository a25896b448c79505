"""Everything the page says, as frozen objects: no markup, both languages, numbers beside texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bcp.graph.network import Network, build_network
from bcp.report.charts.map.layout import MapLayout
from bcp.report.dossier import Dossier
from bcp.report.page.curves import CurveDrawing, curves_of
from bcp.report.page.headline import Headline, headline_of
from bcp.report.page.heat import Heat, heat_of
from bcp.report.page.network_map import NetworkMap, map_of
from bcp.report.page.order import Order, order_of
from bcp.report.page.origin import Origin, origin_of
from bcp.report.page.remedies import Remedies, remedies_of
from bcp.report.page.shortfalls import Shortfalls, shortfalls_of
from bcp.report.page.since import Since, since_of
from bcp.report.page.sureness import Sureness, sureness_of
from bcp.report.page.tally import Tally, tally_of
from bcp.report.page.voice import Both, Voice
from bcp.words import LANGS, Lang

__all__ = ["Content", "Layouts", "content_of"]

_BOXES = 320
"""How many boxes a map holds that one can zoom."""
Layouts = Mapping[Lang, MapLayout]


@dataclass(frozen=True, slots=True)
class Content:
    """The page."""

    organisation: Both
    date: str
    """Empty if nobody gave one."""
    tally: Tally
    headline: Headline
    shortfalls: Shortfalls
    remedies: Remedies
    order: Order
    heat: Heat
    curves: tuple[CurveDrawing, ...]
    map: NetworkMap
    sureness: Sureness
    since: Since | None
    """None if no earlier state was named."""
    origin: Origin


def content_of(dossier: Dossier, layouts: Layouts | None = None) -> Content:
    """Return what the page says.

    Parameters
    ----------
    dossier
        What there is to tell.
    layouts
        Where everything of the map lies; worked out if left out.
    """
    voice = Voice(dossier)
    held = dossier.inventory
    network = build_network(held)
    tally = tally_of(dossier.outlooks, (one.id for one in held.functions))
    remedies = remedies_of(dossier, tally, voice)
    return Content(
        organisation=voice.organisation,
        date="" if dossier.date is None else dossier.date.isoformat(),
        tally=tally,
        headline=headline_of(dossier, tally, remedies, voice),
        shortfalls=shortfalls_of(dossier, voice),
        remedies=remedies,
        order=order_of(dossier, voice),
        heat=heat_of(dossier, voice),
        curves=curves_of(dossier, voice),
        map=map_of(network, layouts or _layouts(network), voice),
        sureness=sureness_of(dossier, voice),
        since=since_of(dossier, voice),
        origin=origin_of(dossier, voice),
    )


def _layouts(network: Network) -> Layouts:
    from bcp.report.charts.map.lay import lay_out

    return {lang: lay_out(network, lang, most=_BOXES) for lang in LANGS}
