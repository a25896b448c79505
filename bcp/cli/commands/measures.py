"""``bcp measures``: which measures are worth their money, alone and together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from bcp.cli.completing import complete_scenarios
from bcp.cli.money import read_money
from bcp.cli.options import Asked, Request, all_option, set_option, strategy_option
from bcp.errors import InputError, UsageError
from bcp.words import Lang, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from bcp.cli.opening import Opened
    from bcp.scenario.load import LoadedScenario

RUNS = 500
MOST_RUNS = 1_000_000
RULES = ("slack", "rank")
"""The strategies that make their order anew in each of many runs."""


def build(lang: Lang) -> click.Command:
    """Return the command."""
    return Asked(
        "measures",
        lang,
        run,
        _option(
            lang,
            "--scenario",
            "scenarios",
            multiple=True,
            metavar="SCENARIO",
            shell_complete=complete_scenarios,
        ),
        set_option(lang),
        strategy_option(lang),
        _option(lang, "--budget", metavar="YEN", callback=read_money),
        _option(lang, "--given", metavar="MEASURE+...", default=""),
        _option(lang, "--years", type=click.IntRange(1, 100), default=5),
        _option(lang, "--runs", type=click.IntRange(0, MOST_RUNS)),
        _option(lang, "--seed", type=click.IntRange(0, 2**63 - 1), default=1),
        all_option(lang),
    )


def _option(lang: Lang, flag: str, *names: str, **extra: object) -> click.Option:
    text = say(WORDS, f"option-measures-{flag.removeprefix('--')}", lang)
    return click.Option([flag, *names], help=text, **extra)  # type: ignore[arg-type]


def run(  # noqa: PLR0913 (the options of the command)
    request: Request,
    *,
    scenarios: tuple[str, ...],
    strategy: str,
    budget: int | None,
    given: str,
    years: int,
    runs: int | None,
    seed: int,
    show_all: bool,
) -> None:
    """Rank the measures, and find the best package."""
    from bcp.advice.counsel import Question, counsel_on
    from bcp.advice.estimate import LEAST_RUNS
    from bcp.cli.conditions import conditions_json_of, write_conditions
    from bcp.cli.opening import open_inventory
    from bcp.cli.planning import strategy_of_many
    from bcp.cli.printing import print_json
    from bcp.cli.progress import tracked
    from bcp.cli.sides import package_named
    from bcp.cli.trouble import Faulty

    if runs is None:
        runs = RUNS if strategy in RULES else 0
    if runs and strategy not in RULES:
        raise UsageError("measures-no-draws", strategy=strategy)
    if 0 < runs < LEAST_RUNS:
        raise UsageError("measures-few-runs", number=runs, least=LEAST_RUNS)
    opened = open_inventory(request)
    inventory, lang = opened.loaded.inventory, opened.lang
    settled = package_named(inventory, given) if given else ()
    planner = strategy_of_many(strategy, lang)
    question = Question(planner, years, runs, seed, budget, settled)
    chosen = _chosen(opened, scenarios)
    played = [loaded.scenario for loaded in chosen]
    try:
        counsel = counsel_on(
            inventory, played, question, lambda steps, what: tracked(steps, what, lang)
        )
    except InputError as error:
        raise Faulty(error, lang) from None
    if request.as_json:
        from bcp.report.measures_json import counsel_json

        print_json(counsel_json(counsel, strategy, lang) | conditions_json_of(chosen))
    else:
        from bcp.cli.views.measures import show_counsel

        write_conditions(chosen, lang)
        show_counsel(opened, counsel, show_all=show_all)


def _chosen(opened: Opened, names: Sequence[str]) -> Sequence[LoadedScenario]:
    from bcp.cli.belonging import belongings
    from bcp.cli.choice import choose

    chosen = choose(opened, belongings(opened.folder, opened.loaded), names)
    if not chosen:
        raise UsageError("compare-no-scenarios", folder=str(opened.folder))
    return chosen
