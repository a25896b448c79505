"""``bcp explain``: why something is back when it is in a scenario, and what would change that."""

from __future__ import annotations

from typing import Any

import click

from bcp.cli.command import Argument
from bcp.cli.completing import complete_items
from bcp.cli.options import (
    Asked,
    Request,
    all_option,
    scenario_argument,
    search_options,
    set_option,
    strategy_option,
)
from bcp.words import Lang, say
from bcp.words.cli import WORDS


def build(lang: Lang) -> click.Command:
    """Return the command."""
    item = Argument(
        "item",
        metavar="ID",
        help=say(WORDS, "argument-explain-id", lang),
        shell_complete=complete_items,
    )
    return Asked(
        "explain",
        lang,
        run,
        item,
        scenario_argument(lang),
        set_option(lang),
        strategy_option(lang),
        *search_options(lang),
        all_option(lang),
    )


def run(
    request: Request, item: str, scenario: str, strategy: str, *, show_all: bool, **search: Any
) -> None:
    """Explain a function or a component."""
    from bcp.advice.explained import explain
    from bcp.advice.scene import play_scene
    from bcp.cli.conditions import conditions_json, write_conditions
    from bcp.cli.opening import open_scenario
    from bcp.cli.planning import Asking, strategy_of
    from bcp.cli.printing import print_json
    from bcp.cli.progress import tracked
    from bcp.cli.views.others import wrong_item
    from bcp.report.names import called

    asking = Asking(**search)
    asking.refuse_unless(strategy)
    opened, loaded = open_scenario(request, scenario)
    inventory = opened.loaded.inventory
    if not any(held.id == item for held in (*inventory.functions, *inventory.components)):
        raise wrong_item(inventory, item)
    chosen = strategy_of(strategy, opened.lang, asking)
    scene = play_scene(inventory, loaded.scenario, chosen)
    held = explain(scene, item, chosen, lambda changes: tracked(changes, "changes", opened.lang))
    measures = {one.id: called(one, opened.lang) for one in inventory.measures}
    names = {**measures, **opened.names}
    if request.as_json:
        from bcp.report.explain_json import explained_json

        print_json(explained_json(held, opened.lang, names) | conditions_json(loaded))
    else:
        from bcp.cli.views.explain import show_explained

        write_conditions([loaded], opened.lang)
        show_explained(opened, names, held, show_all=show_all)
