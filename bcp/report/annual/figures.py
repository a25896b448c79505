"""The pictures of the plan, each drawn from what the chapters say in words too."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from bcp.graph.network import build_network
from bcp.report.annual.author import Author
from bcp.report.charts.picture import Source, picture_of
from bcp.report.document import Figure

if TYPE_CHECKING:
    from bcp.report.charts.picture import Drawn

__all__ = ["FIGURES"]

_WIDEST, _HIGHEST = 0.8, 0.54
"""Of the width of a lying page: so there is room for heading, picture and caption on one."""


def _source(author: Author, *, is_of_scenario: bool = False) -> Source:
    """Return where a picture comes from; the public edition names no digest."""
    held = author.dossier
    first = held.outlooks[0] if is_of_scenario else None
    return Source(
        inventory=" ".join(filter(None, (held.inventory.organisation.id, held.digest[:8]))),
        version=held.version,
        scenario=first.head.id if first else "",
        strategy=first.strategy if first else "",
        date=held.date,
    )


def _figure(author: Author, caption: str, draw: Callable[[], Drawn]) -> Figure:
    picture = picture_of(draw, ".png")
    text = f"{picture.title}\n{picture.text}"
    return Figure(author.tell(caption), picture.data, text, width=_width(picture.data))


def _width(data: bytes) -> float:
    """Return how wide a picture is to be: as wide as its height allows beside its heading.

    The sides stand in the first chunk of a PNG, behind the eight bytes of its signature.
    """
    across: int
    down: int
    across, down = struct.unpack(">II", data[16:24])
    return round(min(_WIDEST, _HIGHEST * across / down), 3)


def _priority(author: Author) -> Figure | None:
    """Return how recovery goes in the foremost scenario; in no public edition."""
    from bcp.report.charts import priority

    held = author.dossier
    if author.is_public or not held.outlooks or not held.outlooks[0].order:
        return None
    first = held.outlooks[0]
    source = _source(author, is_of_scenario=True)
    view = priority.priority_view(
        first.order, held.inventory, author.lang, played=first, source=source
    )
    return _figure(author, "fig-order", lambda: priority.draw_priority(view))


def _curve(author: Author) -> Figure | None:
    """Return the recovery curve of the foremost scenario, now and with the planned measures."""
    from bcp.report.charts import curve

    held = author.dossier
    if not held.outlooks or not held.inventory.functions:
        return None
    first = held.outlooks[0]
    view = curve.curve_view(
        [first],
        held.inventory,
        author.lang,
        after={one.head.id: one.curve for one in held.after},
        risks=held.risks,
        source=_source(author, is_of_scenario=True),
    )
    return _figure(author, "fig-curve", lambda: curve.draw_curve(view))


def _map(author: Author) -> Figure | None:
    """Return what depends on what; in no public edition."""
    from bcp.report.charts import map as maps

    held = author.dossier
    if author.is_public or not held.inventory.functions:
        return None
    view = maps.map_view(build_network(held.inventory), author.lang, source=_source(author))
    return _figure(author, "fig-map", lambda: maps.draw_map(view))


def _benefit(author: Author) -> Figure | None:
    """Return cost against benefit of the measures, if any of them has a cost."""
    from bcp.report.charts import benefit

    held = author.dossier
    priced = {one.id for one in held.inventory.measures if one.cost is not None}
    if not any(one.measure in priced for one in held.effects):
        return None
    likelihoods = {one.head.id: one.head.likelihood for one in held.outlooks}
    view = benefit.benefit_view(
        held.effects, held.inventory, likelihoods, author.lang, source=_source(author)
    )
    return _figure(author, "fig-benefit", lambda: benefit.draw_benefit(view))


FIGURES: Mapping[str, Callable[[Author], Figure | None]] = {
    "order": _priority,
    "map": _map,
    "curve": _curve,
    "benefit": _benefit,
}
"""What draws each picture, if there is anything to draw."""
