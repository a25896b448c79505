"""``bcp chart heatmap``: every scenario against every function."""

from __future__ import annotations

import click

from bcp.cli.charting import (
    Wish,
    charting,
    default_name,
    draw_into,
    scenarios_argument,
    source_of,
)
from bcp.cli.options import Request, all_option, set_option, strategy_option
from bcp.words import Lang


def build(lang: Lang) -> click.Command:
    """Return the command."""
    params = (scenarios_argument(lang), set_option(lang), strategy_option(lang), all_option(lang))
    return charting("heatmap", lang, run, *params)


def run(
    request: Request, wish: Wish, scenarios: tuple[str, ...], strategy: str, *, show_all: bool
) -> None:
    """Draw the picture into every file that was named."""
    default = default_name(scenarios, "heatmap")
    wish.paths(default)
    from bcp.cli.gathering import gather
    from bcp.report.charts.heatmap import MOST, draw_heatmap, heatmap_view

    held = gather(request, scenarios=scenarios, strategy=strategy, parts=())
    view = heatmap_view(
        held.dossier.outlooks,
        held.dossier.inventory,
        held.opened.lang,
        most=None if show_all else MOST[wish.size],
        source=source_of(held.opened, wish, strategy=strategy),
    )
    draw_into(request, held.opened, wish, default, lambda size: draw_heatmap(view, size))
