"""Tiny timelines: what happens to a few functions that each need one component."""

from __future__ import annotations

from collections.abc import Iterable

from bcp.recovery.simulate import simulate
from bcp.report.charts.timeline.view import MOST_ROWS, Row, Stretch, TimelineView, timeline_view
from bcp.units import format_duration
from bcp.words import Lang
from tests.support.tiny import inventory_of, scenario_of

HIT = "- {at: 0h, outage: {select: {id: db}, for: 2d}}"
FUNCTION = "{id: f, name: 住民票, rank: A, rto: 3h, mtpd: 24h, requires: [db]}"


def view_of(
    functions: Iterable[str] = (FUNCTION,),
    events: Iterable[str] = (HIT,),
    *,
    head: str = "horizon: 30d",
    lang: Lang = "ja",
    show_all: bool = False,
) -> TimelineView:
    """Return the view of functions over the components db, net and spare."""
    inventory = inventory_of(
        "\n".join(
            (
                "organisation: {id: town, name: 町, name_en: Town}",
                "components: [{id: db}, {id: net}, {id: spare}]",
                f"functions: [{', '.join(functions)}]",
            )
        )
    )
    happens = "\n".join(f"  {event}" for event in events)
    text = f"scenario: {{name: 試験, name_en: Test, {head}}}\nevents:\n{happens}"
    scenario = scenario_of(text, inventory)
    result = simulate(inventory, scenario)
    most = None if show_all else MOST_ROWS["a4"]
    return timeline_view(result, inventory, scenario, lang, most=most)


def many(number: int, *, name: str = "住民票の写しの交付") -> list[str]:
    """Return a number of functions that all need the component db."""
    return [
        f"{{id: f{place}, name: {name}{place}, rank: A, rto: 3h, requires: [db]}}"
        for place in range(number)
    ]


def shown(stretch: Stretch) -> str:
    """Return a stretch as ``0h-3h within 0%``."""
    start, end = format_duration(stretch.start), format_duration(stretch.end)
    return f"{start}-{end} {stretch.lateness or 'up'} {float(stretch.level):.0%}"


def stretches(row: Row) -> list[str]:
    """Return all stretches of a row."""
    return [shown(stretch) for stretch in row.stretches]
