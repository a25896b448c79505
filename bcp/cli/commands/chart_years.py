"""``bcp chart years``: an earlier state of the inventory against the present one."""

from __future__ import annotations

import click

from bcp.cli.charting import Wish, charting, default_name, draw_into, source_of
from bcp.cli.command import Complaint
from bcp.cli.options import Request, all_option, scenario_argument, strategy_option
from bcp.words import Lang, say
from bcp.words.cli import WORDS


def build(lang: Lang) -> click.Command:
    """Return the command."""
    scenario = scenario_argument(lang, required=False)
    text = say(WORDS, "option-chart-years-since", lang)
    since = click.Option(["--since"], help=text, metavar="DIR|REVISION")
    return charting("years", lang, run, scenario, since, strategy_option(lang), all_option(lang))


def run(
    request: Request,
    wish: Wish,
    scenario: str | None,
    since: str | None,
    strategy: str,
    *,
    show_all: bool,
) -> None:
    """Draw the picture into every file that was named."""
    if since is None:
        raise Complaint("years-no-since", None)
    scenarios = () if scenario is None else (scenario,)
    default = default_name(scenarios, "years")
    wish.paths(default)
    from bcp.cli.gathering import gather
    from bcp.report.charts.years import MOST_ROWS, draw_years, years_view

    held = gather(request, scenarios=scenarios, since=since, strategy=strategy, parts=())
    changes, outlooks = held.dossier.changes, held.dossier.outlooks
    assert changes is not None
    one = {"scenario": outlooks[0].head.id} if len(outlooks) == 1 else {}
    view = years_view(
        changes,
        outlooks,
        held.dossier.inventory,
        held.opened.lang,
        most=None if show_all else MOST_ROWS[wish.size],
        source=source_of(held.opened, wish, strategy=strategy, **one),
    )
    draw_into(request, held.opened, wish, default, lambda size: draw_years(view, size))
