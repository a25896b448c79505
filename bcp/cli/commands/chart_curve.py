"""``bcp chart curve``: how much of all functions is back when, and what is lost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bcp.cli.charting import (
    Wish,
    charting,
    default_name,
    draw_into,
    risk_option,
    scale_option,
    scenarios_argument,
    source_of,
)
from bcp.cli.options import Request, all_option, set_option, strategy_option
from bcp.words import Lang

if TYPE_CHECKING:
    from bcp.cli.gathering import Gathered, Part
    from bcp.report.charts.axis import AxisKind
    from bcp.report.charts.curve import CurveView


def build(lang: Lang) -> click.Command:
    """Return the command."""
    params = (
        set_option(lang),
        strategy_option(lang),
        risk_option(lang),
        scale_option(lang),
        all_option(lang),
    )
    return charting("curve", lang, run, scenarios_argument(lang), *params)


def run(  # noqa: PLR0913 (one for each option)
    request: Request,
    wish: Wish,
    scenarios: tuple[str, ...],
    strategy: str,
    risk: Path | None,
    scale: AxisKind | None,
    *,
    show_all: bool,
) -> None:
    """Draw the picture into every file that was named."""
    default = default_name(scenarios, "curve")
    wish.paths(default)
    from bcp.cli.gathering import gather
    from bcp.report.charts.curve import draw_curve

    after: Part = "after"
    held = gather(request, scenarios=scenarios, strategy=strategy, risk=risk, parts=(after,))
    view = _view(held, wish, strategy, scale, show_all=show_all)
    draw_into(request, held.opened, wish, default, lambda size: draw_curve(view, size))


def _view(
    held: Gathered, wish: Wish, strategy: str, scale: AxisKind | None, *, show_all: bool
) -> CurveView:
    from bcp.report.charts.curve import MOST, curve_view

    dossier = held.dossier
    about: dict[str, object] = {"strategy": strategy}
    if len(dossier.outlooks) == 1:
        about["scenario"] = dossier.outlooks[0].head.id
    risks = [dossier.risks[one.head.id] for one in dossier.outlooks if one.head.id in dossier.risks]
    if len({(one.seed, one.runs) for one in risks}) == 1:
        about |= {"seed": risks[0].seed, "runs": risks[0].runs}
    return curve_view(
        dossier.outlooks,
        dossier.inventory,
        held.opened.lang,
        after={one.head.id: one.curve for one in dossier.after},
        risks=dossier.risks,
        most=None if show_all else MOST[wish.size],
        scale=scale,
        source=source_of(held.opened, wish, **about),
    )
