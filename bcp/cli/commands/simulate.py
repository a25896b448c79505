"""``bcp simulate``: what a scenario stops, and in which order it is recovered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bcp.cli.failing import FAIL_ON, missed
from bcp.cli.options import (
    Asked,
    Request,
    all_option,
    scenario_argument,
    search_options,
    set_option,
    several_option,
    strategy_option,
)
from bcp.cli.trouble import FAILED_ON
from bcp.words import Lang, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from bcp.recovery.result import Result


def build(lang: Lang) -> click.Command:
    """Return the command."""
    return Asked(
        "simulate",
        lang,
        run,
        scenario_argument(lang),
        set_option(lang),
        strategy_option(lang),
        *search_options(lang),
        several_option(lang, "--fail-on", FAIL_ON),
        all_option(lang),
    )


def run(
    request: Request,
    scenario: str,
    strategy: str,
    fail_on: tuple[str, ...],
    *,
    show_all: bool,
    **asked: Any,
) -> int:
    """Simulate and show what came out."""
    from bcp.cli.conditions import conditions, conditions_json
    from bcp.cli.opening import open_scenario
    from bcp.cli.planning import Asking, Searching, search_json, strategy_of
    from bcp.cli.printing import print_json, tell
    from bcp.recovery.simulate import simulate

    asking = Asking(**asked)
    asking.refuse_unless(strategy)

    opened, loaded = open_scenario(request, scenario)
    inventory = opened.loaded.inventory
    chosen = strategy_of(strategy, opened.lang, asking)
    result = simulate(inventory, loaded.scenario, chosen)
    found = chosen.found[-1] if isinstance(chosen, Searching) else None
    if request.as_json:
        from bcp.report.json import simulation_json

        document = simulation_json(result, inventory, opened.lang, opened.names)
        document |= conditions_json(loaded)
        print_json(document | (search_json(found) if found else {}))
    else:
        from bcp.cli.views.simulation import show_simulation

        told = conditions(loaded, opened.lang)
        show_simulation(opened, loaded.scenario, result, found, told, show_all=show_all)
    failed = [(word, count) for word in fail_on if (count := failures(result, word))]
    for word, count in failed:
        tell(say(WORDS, f"failed-on-{word}", opened.lang, number=count))
    return FAILED_ON if failed else 0


def failures(result: Result, word: str) -> int:
    """Return how many functions miss a target, or how many deadlocks there are."""
    if word == "deadlock":
        return len(result.deadlocks)
    return len(missed(result, word))
