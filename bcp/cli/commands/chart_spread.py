"""``bcp chart spread``: how recovery times spread over many runs, against each RTO."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bcp.cli.charting import Wish, charting, default_name, draw_into, risk_option, source_of
from bcp.cli.command import Complaint
from bcp.cli.options import Request, all_option, scenario_argument
from bcp.errors import InputError, UsageError
from bcp.words import Lang

if TYPE_CHECKING:
    from bcp.report.risk import Risk


def build(lang: Lang) -> click.Command:
    """Return the command."""
    scenario = scenario_argument(lang, required=False)
    return charting("spread", lang, run, scenario, risk_option(lang), all_option(lang))


def run(
    request: Request, wish: Wish, scenario: str | None, risk: Path | None, *, show_all: bool
) -> None:
    """Draw the picture into every file that was named."""
    if risk is None:
        raise Complaint("spread-no-risk", None)
    wish.paths(default_name(() if scenario is None else (scenario,), "spread"))
    from bcp.cli.opening import open_scenario
    from bcp.report.charts.spread import MOST_ROWS, draw_spread, spread_view

    held = _read(request, risk)
    opened, loaded = open_scenario(request, _chosen(held, scenario, risk))
    head = loaded.scenario.scenario
    found = held.get(head.id)
    if found is None:
        raise _not_in(head.id, held, risk)
    source = source_of(opened, wish, scenario=head.id, runs=found.runs, seed=found.seed)
    view = spread_view(
        found,
        head,
        opened.loaded.inventory,
        opened.lang,
        most=None if show_all else MOST_ROWS[wish.size],
        source=source,
    )
    default = default_name((head.id,), "spread")
    draw_into(request, opened, wish, default, lambda size: draw_spread(view, size))


def _read(request: Request, path: Path) -> dict[str, Risk]:
    from bcp.cli.trouble import Faulty
    from bcp.report.risk_file import read_risks

    try:
        return read_risks(path)
    except InputError as error:
        raise Faulty(error, request.lang) from None


def _chosen(held: dict[str, Risk], scenario: str | None, path: Path) -> str:
    """Return the scenario that is meant: the one named, or the only one there is."""
    if scenario is not None:
        return scenario
    if len(held) > 1:
        raise UsageError("risk-which", file=str(path), known=", ".join(held))
    return next(iter(held))


def _not_in(scenario: str, held: dict[str, Risk], path: Path) -> UsageError:
    return UsageError("risk-other", name=scenario, file=str(path), known=", ".join(held))
