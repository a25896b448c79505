"""``bcp chart recovery-priority``: from start to restoration, against when it is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bcp.cli.charting import Wish, charting, draw_into, scale_option, source_of
from bcp.cli.options import Request, all_option, scenario_argument, set_option, strategy_option
from bcp.words import Lang

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcp.inventory.models import Inventory
    from bcp.recovery.result import PriorityRow
    from bcp.recovery.strategy import Strategy
    from bcp.report.charts.axis import AxisKind
    from bcp.report.charts.priority import Play
    from bcp.scenario.load import LoadedScenario


def build(lang: Lang) -> click.Command:
    """Return the command."""
    scenario = scenario_argument(lang, required=False)
    params = (
        scenario,
        set_option(lang),
        strategy_option(lang),
        scale_option(lang),
        all_option(lang),
    )
    return charting("recovery-priority", lang, run, *params)


def run(
    request: Request,
    wish: Wish,
    scenario: str | None,
    strategy: str,
    scale: AxisKind | None,
    *,
    show_all: bool,
) -> None:
    """Draw the picture into every file that was named."""
    from bcp.cli.conditions import refuse_settings
    from bcp.cli.opening import open_inventory, open_scenario
    from bcp.cli.planning import strategy_of
    from bcp.report.charts.priority import MOST_ROWS, draw_priority, priority_view

    if scenario is None:
        refuse_settings(request)
        opened, loaded, default = open_inventory(request), None, "recovery-priority.png"
    else:
        opened, loaded = open_scenario(request, scenario)
        default = f"{loaded.scenario.scenario.id}-recovery-priority.png"
    wish.paths(default)
    inventory = opened.loaded.inventory
    rows, played = _played(inventory, loaded, strategy_of(strategy, opened.lang))
    about = {"scenario": played.head.id, "strategy": strategy} if played else {}
    view = priority_view(
        rows,
        inventory,
        opened.lang,
        played=played,
        most=None if show_all else MOST_ROWS[wish.size],
        scale=scale,
        source=source_of(opened, wish, **about),
    )
    draw_into(request, opened, wish, default, lambda size: draw_priority(view, size))


def _played(
    inventory: Inventory, loaded: LoadedScenario | None, strategy: Strategy
) -> tuple[Sequence[PriorityRow], Play | None]:
    from bcp.recovery.priority import priority
    from bcp.recovery.simulate import simulate
    from bcp.report.charts.priority.view import Play

    if loaded is None:
        return priority(inventory), None
    result = simulate(inventory, loaded.scenario, strategy)
    return result.order, Play(loaded.scenario.scenario, result.horizon, result.functions)
