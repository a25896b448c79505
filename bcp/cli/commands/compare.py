"""``bcp compare``: states of an inventory, or scenarios, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bcp.cli.command import Argument
from bcp.cli.completing import complete_compared, complete_scenarios
from bcp.cli.options import Asked, Request, all_option, set_option, strategy_option
from bcp.errors import UsageError
from bcp.words import Lang, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcp.advice.comparing import Comparison
    from bcp.cli.sides import Sides
    from bcp.report.compare_json import Heading
    from bcp.scenario.load import LoadedScenario

    Compared = tuple[list[Heading], Comparison, list[LoadedScenario], dict[str, str]]


def build(lang: Lang) -> click.Command:
    """Return the command."""
    names = Argument(
        "names",
        metavar="NAME...",
        help=say(WORDS, "argument-compare-names", lang),
        nargs=-1,
        required=True,
        shell_complete=complete_compared,
    )
    scenario = click.Option(
        ["--scenario", "scenarios"],
        multiple=True,
        metavar="SCENARIO",
        help=say(WORDS, "option-compare-scenario", lang),
        shell_complete=complete_scenarios,
    )
    params = (names, scenario, set_option(lang), strategy_option(lang), all_option(lang))
    return Asked("compare", lang, run, *params)


def run(
    request: Request,
    names: tuple[str, ...],
    scenarios: tuple[str, ...],
    strategy: str,
    *,
    show_all: bool,
) -> None:
    """Show two or more things side by side."""
    from dataclasses import replace

    from bcp.cli.conditions import conditions_json_of, write_conditions
    from bcp.cli.printing import print_json
    from bcp.cli.sides import read_sides

    sides = read_sides(request, names)
    if sides.are_scenarios:
        if scenarios:
            raise UsageError("compare-scenario-twice")
        headings, comparison, chosen, known = _of_scenarios(sides, strategy)
    else:
        headings, comparison, chosen, known = _of_states(sides, scenarios, strategy)
    base = replace(sides.base, names=known)
    if request.as_json:
        from bcp.report.compare_json import comparison_json

        document = comparison_json(headings, comparison, strategy, base.lang, base.names)
        print_json(document | conditions_json_of(chosen))
    else:
        from bcp.cli.views.compare import show_comparison

        write_conditions(chosen, base.lang)
        show_comparison(base, headings, comparison, show_all=show_all)


def _of_scenarios(sides: Sides, strategy: str) -> Compared:
    from bcp.advice.comparing import compare_scenarios
    from bcp.cli.belonging import belongings
    from bcp.cli.choice import choose
    from bcp.cli.planning import strategy_of_many
    from bcp.cli.progress import tracked
    from bcp.cli.sides import headings_of
    from bcp.report.names import called

    base = sides.base
    names = [side.name for side in sides.held]
    chosen = choose(base, belongings(base.folder, base.loaded), names)
    if len(chosen) < 2:  # noqa: PLR2004 (two names may mean one file)
        raise UsageError("compare-one-scenario", name=names[0])
    scenarios = [loaded.scenario for loaded in chosen]
    titles = [called(held.scenario, base.lang) for held in scenarios]
    comparison = compare_scenarios(
        base.loaded.inventory,
        tracked(scenarios, "scenarios", base.lang),
        strategy_of_many(strategy, base.lang),
    )
    return headings_of(sides, titles), comparison, chosen, base.names


def _of_states(sides: Sides, names: Sequence[str], strategy: str) -> Compared:
    from bcp.advice.comparing import compare_states
    from bcp.audit.audit import audit
    from bcp.cli.belonging import belongings
    from bcp.cli.choice import choose
    from bcp.cli.planning import strategy_of_many
    from bcp.cli.progress import tracked
    from bcp.cli.sides import headings_of, states_of, titles_of
    from bcp.report.names import names_of

    first = sides.held[0].opened or sides.base
    chosen = choose(first, belongings(first.folder, first.loaded), names)
    if not chosen:
        raise UsageError("compare-no-scenarios", folder=str(first.folder))
    states = states_of(sides, chosen)
    comparison = compare_states(
        states,
        strategy_of_many(strategy, sides.base.lang),
        audit,
        lambda steps: tracked(steps, "scenarios", sides.base.lang),
    )
    # What stands on another side only, such as the system that a change brings, has its name there.
    others = [names_of(inventory, sides.base.lang) for inventory, _ in states]
    known = {id_: name for held in (*others, sides.base.names) for id_, name in held.items()}
    return headings_of(sides, titles_of(sides)), comparison, chosen, known
