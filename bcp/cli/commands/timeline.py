"""``bcp chart timeline``: when each function is down and up again, as a picture."""

from __future__ import annotations

import click

from bcp.cli.charting import Wish, charting, draw_into, source_of
from bcp.cli.options import Request, all_option, scenario_argument, set_option, strategy_option
from bcp.words import Lang


def build(lang: Lang) -> click.Command:
    """Return the command."""
    params = (scenario_argument(lang), set_option(lang), strategy_option(lang), all_option(lang))
    return charting("timeline", lang, run, *params)


def run(request: Request, wish: Wish, scenario: str, strategy: str, *, show_all: bool) -> None:
    """Draw the picture into every file that was named."""
    from bcp.cli.opening import open_scenario
    from bcp.cli.planning import strategy_of

    opened, loaded = open_scenario(request, scenario)
    default = f"{loaded.scenario.scenario.id}-timeline.png"
    wish.paths(default)
    from bcp.recovery.simulate import simulate
    from bcp.report.charts.timeline import MOST_ROWS, draw_timeline, timeline_view

    inventory = opened.loaded.inventory
    result = simulate(inventory, loaded.scenario, strategy_of(strategy, opened.lang))
    view = timeline_view(
        result,
        inventory,
        loaded.scenario,
        opened.lang,
        most=None if show_all else MOST_ROWS[wish.size],
        source=source_of(opened, wish, scenario=result.scenario, strategy=strategy),
    )
    draw_into(request, opened, wish, default, lambda size: draw_timeline(view, size))
