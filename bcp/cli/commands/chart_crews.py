"""``bcp chart crews``: who does what when, and how busy each team is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bcp.cli.charting import Wish, charting, draw_into, scale_option, source_of
from bcp.cli.options import Request, all_option, scenario_argument, set_option, strategy_option
from bcp.words import Lang

if TYPE_CHECKING:
    from bcp.report.charts.axis import AxisKind


def build(lang: Lang) -> click.Command:
    """Return the command."""
    params = (set_option(lang), strategy_option(lang), scale_option(lang), all_option(lang))
    return charting("crews", lang, run, scenario_argument(lang), *params)


def run(
    request: Request,
    wish: Wish,
    scenario: str,
    strategy: str,
    scale: AxisKind | None,
    *,
    show_all: bool,
) -> None:
    """Draw the picture into every file that was named."""
    from bcp.cli.opening import open_scenario
    from bcp.cli.planning import strategy_of

    opened, loaded = open_scenario(request, scenario)
    default = f"{loaded.scenario.scenario.id}-crews.png"
    wish.paths(default)
    from bcp.recovery.simulate import simulate
    from bcp.report.charts.crews import MOST_ROWS, crews_view, draw_crews

    inventory = opened.loaded.inventory
    result = simulate(inventory, loaded.scenario, strategy_of(strategy, opened.lang))
    view = crews_view(
        result.tasks,
        inventory,
        loaded.scenario,
        opened.lang,
        most=None if show_all else MOST_ROWS[wish.size],
        scale=scale or "linear",
        source=source_of(opened, wish, scenario=result.scenario, strategy=strategy),
    )
    draw_into(request, opened, wish, default, lambda size: draw_crews(view, size))
