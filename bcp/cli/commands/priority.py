"""``bcp priority``: the recovery priority table (復旧優先順位)."""

from __future__ import annotations

import click

from bcp.cli.options import (
    Asked,
    Request,
    all_option,
    scenario_argument,
    set_option,
    strategy_option,
)
from bcp.words import Lang


def build(lang: Lang) -> click.Command:
    """Return the command."""
    return Asked(
        "priority",
        lang,
        run,
        scenario_argument(lang, required=False),
        set_option(lang),
        strategy_option(lang),
        all_option(lang),
    )


def run(request: Request, scenario: str | None, strategy: str, *, show_all: bool) -> None:
    """Show in which order to recover what."""
    from bcp.cli.conditions import conditions_json, refuse_settings, write_conditions
    from bcp.cli.opening import open_inventory, open_scenario
    from bcp.cli.printing import print_json

    loaded = None
    if scenario is None:
        refuse_settings(request)
        from bcp.recovery.priority import priority

        opened, played = open_inventory(request), None
        rows = priority(opened.loaded.inventory)
    else:
        from bcp.cli.planning import strategy_of
        from bcp.recovery.simulate import simulate

        opened, loaded = open_scenario(request, scenario)
        played = loaded.scenario.scenario
        chosen = strategy_of(strategy, opened.lang)
        rows = simulate(opened.loaded.inventory, loaded.scenario, chosen).order
    if request.as_json:
        from bcp.report.json import priority_json

        name = None if played is None else played.id
        inventory = opened.loaded.inventory
        document = priority_json(rows, inventory, name, opened.lang, opened.names)
        print_json(document | (conditions_json(loaded) if loaded else {}))
    else:
        from bcp.cli.views.order import show_priority

        write_conditions([loaded] if loaded else [], opened.lang)
        show_priority(opened, rows, played, show_all=show_all)
