"""``bcp chart benefit``: what each measure costs against the loss that it avoids."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bcp.cli.charting import (
    Wish,
    charting,
    default_name,
    draw_into,
    scenarios_argument,
    source_of,
)
from bcp.cli.options import Request, set_option, strategy_option
from bcp.words import Lang

if TYPE_CHECKING:
    from bcp.cli.gathering import Part


def build(lang: Lang) -> click.Command:
    """Return the command."""
    params = (scenarios_argument(lang), set_option(lang), strategy_option(lang))
    return charting("benefit", lang, run, *params)


def run(request: Request, wish: Wish, scenarios: tuple[str, ...], strategy: str) -> None:
    """Draw the picture into every file that was named."""
    default = default_name(scenarios, "benefit")
    wish.paths(default)
    from bcp.cli.gathering import gather
    from bcp.report.charts.benefit import benefit_view, draw_benefit

    wanted: Part = "effects"
    held = gather(request, scenarios=scenarios, strategy=strategy, parts=(wanted,))
    outlooks = held.dossier.outlooks
    one = {"scenario": outlooks[0].head.id} if len(outlooks) == 1 else {}
    view = benefit_view(
        held.dossier.effects,
        held.dossier.inventory,
        {outlook.head.id: outlook.head.likelihood for outlook in outlooks},
        held.opened.lang,
        source=source_of(held.opened, wish, strategy=strategy, **one),
    )
    draw_into(request, held.opened, wish, default, lambda size: draw_benefit(view, size))
