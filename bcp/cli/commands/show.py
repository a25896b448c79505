"""``bcp show``: what one thing needs, who needs it, and what stops with it."""

from __future__ import annotations

import click

from bcp.cli.options import Asked, Request, all_option, item_argument
from bcp.words import Lang


def build(lang: Lang) -> click.Command:
    """Return the command."""
    return Asked("show", lang, run, item_argument(lang), all_option(lang))


def run(request: Request, item: str, *, show_all: bool) -> None:
    """Show a component, function, team or procedure."""
    from bcp.advice.importance import if_it_fails
    from bcp.cli.opening import open_inventory
    from bcp.cli.printing import print_json
    from bcp.graph.explain import explain
    from bcp.graph.network import build_network

    opened = open_inventory(request)
    network = build_network(opened.loaded.inventory)
    if item not in network.place:
        from bcp.cli.views.others import other_json, show_other

        if request.as_json:
            print_json(other_json(opened, item))
        else:
            show_other(opened, item)
        return
    explanation = explain(network, item)
    breaks = item in network.components and not network.is_bundle(item)
    importance = if_it_fails(network, item) if breaks else None
    if request.as_json:
        from bcp.report.explain_json import importance_json
        from bcp.report.json import explanation_json

        document = explanation_json(explanation, opened.names)
        if importance is not None:
            document["importance"] = importance_json(importance, opened.names)
        print_json(document)
    else:
        from bcp.cli.views.item import show_item

        show_item(opened, network, explanation, importance, show_all=show_all)
