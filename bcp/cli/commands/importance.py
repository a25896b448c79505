"""``bcp importance``: which components matter most if they fail, or would if they were spared."""

from __future__ import annotations

import click

from bcp.cli.command import Argument
from bcp.cli.completing import complete_scenarios
from bcp.cli.options import Asked, Request, all_option, set_option
from bcp.words import Lang, say
from bcp.words.cli import WORDS

_RULES = ("slack", "rank")


def build(lang: Lang) -> click.Command:
    """Return the command."""
    scenario = Argument(
        "scenario",
        metavar="[SCENARIO]",
        help=say(WORDS, "argument-importance-scenario", lang),
        required=False,
        shell_complete=complete_scenarios,
    )
    # A search for every component would take hours; the rules answer in seconds.
    strategy = click.Option(
        ["--strategy"],
        type=click.Choice(_RULES),
        default=_RULES[0],
        help=say(WORDS, "option-importance-strategy", lang),
    )
    params = (scenario, set_option(lang), strategy, all_option(lang))
    return Asked("importance", lang, run, *params)


def run(request: Request, scenario: str | None, strategy: str, *, show_all: bool) -> None:
    """Sort the components by how much they matter."""
    from bcp.cli.conditions import refuse_settings

    if scenario is None:
        refuse_settings(request)
        _alone(request, strategy, show_all=show_all)
    else:
        _spared(request, scenario, strategy, show_all=show_all)


def _alone(request: Request, strategy: str, *, show_all: bool) -> None:
    from bcp.advice.importance import if_they_fail
    from bcp.cli.opening import open_inventory
    from bcp.cli.printing import print_json
    from bcp.cli.progress import tracked
    from bcp.graph.network import build_network

    opened = open_inventory(request)
    network = build_network(opened.loaded.inventory)
    bundles = [id_ for id_ in network.components if network.is_bundle(id_)]
    alone = [id_ for id_ in network.components if id_ not in set(bundles)]
    components = tracked(alone, "failures", opened.lang)
    held = sorted(if_they_fail(network, components, strategy), key=lambda one: one.weight)
    held.reverse()
    if request.as_json:
        from bcp.report.explain_json import importance_json

        inventory = opened.loaded.inventory.organisation.id
        rows = [importance_json(one, opened.names) for one in held]
        document = {"inventory": inventory, "strategy": strategy, "components": rows}
        print_json(document | {"bundles": bundles})
    else:
        from bcp.cli.views.importance import show_importance

        show_importance(opened, held, len(bundles), show_all=show_all)


def _spared(request: Request, name: str, strategy: str, *, show_all: bool) -> None:
    from bcp.advice.importance import protections
    from bcp.cli.conditions import conditions_json, write_conditions
    from bcp.cli.opening import open_scenario
    from bcp.cli.printing import print_json
    from bcp.cli.progress import tracked
    from bcp.graph.network import build_network
    from bcp.recovery.simulate import verdict
    from bcp.report.json import rounded
    from bcp.scenario.impact import assess

    opened, loaded = open_scenario(request, name)
    inventory = opened.loaded.inventory
    network = build_network(inventory)
    struck = assess(loaded.scenario, inventory).damaged
    damaged = sorted(struck, key=network.place.__getitem__)
    tried = tracked(damaged, "failures", opened.lang)
    held = sorted(
        protections(network, loaded.scenario, tried, strategy), key=lambda one: -one.avoided
    )
    loss = verdict(inventory, loaded.scenario, strategy, network).loss
    head = loaded.scenario.scenario
    if request.as_json:
        from bcp.report.explain_json import protection_json

        document = {"inventory": inventory.organisation.id, "scenario": head.id}
        document |= {"strategy": strategy, "loss": rounded(loss)}  # type: ignore[dict-item]
        rows = protection_json(held, opened.names)
        print_json({**document, "components": rows, **conditions_json(loaded)})
    else:
        from bcp.cli.views.importance import show_protections

        write_conditions([loaded], opened.lang)
        show_protections(opened, head, loss, held, show_all=show_all)
