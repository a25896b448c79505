"""``bcp risk``: how likely each function meets its targets, from many runs of a scenario."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bcp.cli.command import Argument, Complaint
from bcp.cli.completing import complete_scenarios
from bcp.cli.options import Asked, Request, all_option, option, set_option
from bcp.cli.risk_places import Whole, place_options, refuse_places
from bcp.cli.trouble import INTERRUPTED
from bcp.words import Lang, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from bcp.cli.opening import Opened
    from bcp.risk.blocks import Executor, Job
    from bcp.risk.gather import Reached
    from bcp.risk.pieces import Farm
    from bcp.risk.result import RiskResult
    from bcp.scenario.load import LoadedScenario
    from bcp.scenario.models import Head

_RUNS, _MOST_RUNS = 10_000, 1_000_000
_STRATEGIES = ("slack", "rank")
_FINEST, _COARSEST = 0.0001, 0.5


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the runs are wanted."""

    runs: int
    seed: int
    precision: float | None
    strategy: str


def build(lang: Lang) -> click.Command:
    """Return the command."""
    strategy = click.Option(
        ["--strategy"],
        help=say(WORDS, "option-risk-strategy", lang),
        type=click.Choice(_STRATEGIES),
        default="slack",
    )
    return Asked(
        "risk",
        lang,
        run,
        Argument(
            "scenarios",
            metavar="[SCENARIO]...",
            help=say(WORDS, "argument-scenarios", lang),
            nargs=-1,
            shell_complete=complete_scenarios,
        ),
        set_option(lang),
        option(lang, "--runs", type=Whole(1, 10**9), metavar="N"),
        option(lang, "--seed", type=Whole(0, 2**63 - 1), default=0, metavar="N"),
        option(
            lang,
            "--precision",
            metavar=say(WORDS, "metavar-precision", lang),
            callback=_read_precision,
        ),
        strategy,
        *place_options(lang),
        all_option(lang),
    )


def _read_precision(
    context: click.Context, param: click.Parameter, value: str | None
) -> float | None:
    from bcp.units import parse_share

    if value is None:
        return None
    try:
        share = float(parse_share(value))
    except ValueError:
        share = 0.0
    if not _FINEST <= share <= _COARSEST:
        raise Complaint("bad-precision", context, name=param.opts[0], value=value)
    return share


def run(  # noqa: PLR0913 (one for each option)
    request: Request,
    scenarios: tuple[str, ...],
    *,
    show_all: bool,
    runs: int | None,
    seed: int,
    precision: float | None,
    strategy: str,
    workers: int | None,
    scheduler: str | None,
    inventories: tuple[str, ...],
    parquet: Path | None,
    force: bool,
) -> int:
    """Play the scenarios many times and show what came of them."""
    from bcp.cli.risk_places import cores, farm_of, refuse_with_many

    refuse_places(workers, scheduler)
    most = runs or (_RUNS if precision is None else _MOST_RUNS)
    wanted = Wanted(most, seed, precision, strategy)
    if inventories:
        from bcp.cli.risk_folders import meant
        from bcp.cli.risk_many import run_many
        from bcp.cli.risk_told import Asking

        refuse_with_many(request, precision=precision, parquet=parquet)
        folders = meant(inventories, scenarios)
        _prepare(request.lang)
        with farm_of(workers, scheduler) as farm:
            return run_many(request, folders, Asking(most, seed, strategy), farm)
    if parquet is not None:
        from bcp.cli.risk_rows import refuse_rows

        refuse_rows(parquet, force=force)
    opened, chosen = _chosen(request, scenarios)
    with farm_of(workers, scheduler) as farm:
        results = _results(opened, chosen, wanted, farm)
    _show(request, opened, chosen, (results, wanted), show_all=show_all)
    if len(results) < len(chosen) or not all(held.is_whole for held in results):
        return INTERRUPTED
    if parquet is not None:
        from bcp.cli.risk_rows import write_rows

        played = [
            (_job(opened, one, wanted), held.runs)
            for one, held in zip(chosen, results, strict=True)
        ]
        write_rows(opened, played, parquet, workers or cores())
    return 0


def _chosen(request: Request, names: Sequence[str]) -> tuple[Opened, list[LoadedScenario]]:
    """Return the scenarios that are meant: those named, or all that have a likelihood, or all."""
    from bcp.cli.belonging import belongings
    from bcp.cli.choice import choose
    from bcp.cli.opening import meant, open_at, open_inventory, open_scenario
    from bcp.cli.trouble import Faulty
    from bcp.errors import InputError, UsageError

    if len(names) == 1:
        opened, loaded = open_scenario(request, names[0])
        return opened, [loaded]
    if names:
        opened = open_at(request, meant(request.inventory, names[0])[0])
    else:
        opened = open_inventory(request)
    held = belongings(opened.folder, opened.loaded)
    if held.faults:
        raise Faulty(InputError(held.faults), opened.lang)
    found = choose(opened, held, names)
    if not names:
        found = [one for one in found if one.scenario.scenario.likelihood] or found
    if not found:
        raise UsageError("no-scenarios", folder=str(opened.folder))
    return opened, found


# --- playing -----------------------------------------------------------------------------------


def _results(
    opened: Opened, chosen: Sequence[LoadedScenario], wanted: Wanted, farm: Farm
) -> list[RiskResult]:
    """Return what the runs of each scenario say, as far as one gets before an interruption."""
    _prepare(opened.lang)
    results: list[RiskResult] = []
    with suppress(KeyboardInterrupt):
        for loaded in chosen:
            results += _played(opened, loaded, wanted, farm)
    return results


def _played(
    opened: Opened, loaded: LoadedScenario, wanted: Wanted, farm: Farm
) -> Iterator[RiskResult]:
    """Yield what the runs of a scenario say; after an interruption what those so far say."""
    from bcp.report.names import called
    from bcp.risk.gather import gather
    from bcp.risk.result import result_of

    job = _job(opened, loaded, wanted)
    name = called(loaded.scenario.scenario, opened.lang)
    reached: Reached | None = None
    try:
        steps = gather(job, wanted.runs, wanted.precision, _executor(farm, name))
        for step in _shown(steps, name, wanted.runs):
            reached = step
    except KeyboardInterrupt:
        if reached is not None:
            yield result_of(job, reached)
        raise
    assert reached is not None
    yield result_of(job, reached)


def _job(opened: Opened, loaded: LoadedScenario, wanted: Wanted) -> Job:
    from bcp.risk.blocks import Job

    inventory = opened.loaded.inventory
    return Job(inventory, loaded.scenario, wanted.strategy, wanted.seed, runs=wanted.runs)


def _prepare(lang: Lang) -> None:
    """Say that the first use takes longer, if this is it."""
    from bcp.cli.printing import tell
    from bcp.risk.ready import is_compiled

    if not is_compiled():
        tell(say(WORDS, "risk-preparing", lang))


def _executor(farm: Farm, name: str) -> Executor:
    from bcp.risk.pieces import cut

    return lambda job, numbers: (tally for _, tally in farm(cut(name, job, numbers, farm.hands)))


def _shown(steps: Iterator[Reached], name: str, runs: int) -> Iterator[Reached]:
    """Show how far the runs are to whoever sits at a terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield from steps
        return
    done = 0
    with click.progressbar(length=runs, label=name, file=sys.stderr) as bar:
        for reached in steps:
            bar.update(reached.tally.runs - done)
            done = reached.tally.runs
            yield reached


# --- showing -----------------------------------------------------------------------------------


def _show(
    request: Request,
    opened: Opened,
    chosen: Sequence[LoadedScenario],
    found: tuple[Sequence[RiskResult], Wanted],
    *,
    show_all: bool,
) -> None:
    from bcp.cli.conditions import conditions_json, conditions_json_of, write_conditions
    from bcp.cli.printing import print_json, tell
    from bcp.risk.yearly import yearly_of

    results, wanted = found
    is_whole = len(results) == len(chosen) and all(held.is_whole for held in results)
    yearly = yearly_of(results) if is_whole else None
    if not results:
        tell(say(WORDS, "risk-nothing-yet", opened.lang))
    elif request.as_json:
        from bcp.report.risk_json import risk_json, risks_json

        if len(chosen) > 1:
            print_json(risks_json(results, yearly) | conditions_json_of(chosen))
        else:
            print_json(risk_json(results[0]) | conditions_json(chosen[0]))
    else:
        write_conditions(chosen, opened.lang)
        heads = {loaded.scenario.scenario.id: loaded.scenario.scenario for loaded in chosen}
        _write(opened, heads, results, wanted, show_all=show_all)
        if len(heads) > 1:
            from bcp.cli.views.risks import show_risks

            show_risks(opened, heads, results, yearly)


def _write(
    opened: Opened,
    heads: Mapping[str, Head],
    results: Sequence[RiskResult],
    wanted: Wanted,
    *,
    show_all: bool,
) -> None:
    """Write each scenario function by function, where that is wanted."""
    from bcp.cli.paper import Paper
    from bcp.cli.views.risk import show_risk, status_lines

    for held in results if show_all or len(heads) == 1 else ():
        status = [*status_lines(held, wanted.runs, wanted.precision, opened.lang)]
        show_risk(opened, heads[held.scenario], held, status, show_all=show_all)
        if len(heads) > 1:
            Paper().line()
