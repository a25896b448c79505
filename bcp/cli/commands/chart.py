"""``bcp chart``: pictures."""

from __future__ import annotations

import click

from bcp.cli.command import Group
from bcp.cli.options import lang_option
from bcp.words import Lang

_MODULES = {
    "recovery-priority": "chart_priority",
    "timeline": "timeline",
    "curve": "chart_curve",
    "crews": "chart_crews",
    "heatmap": "chart_heatmap",
    "map": "chart_map",
    "spread": "chart_spread",
    "benefit": "chart_benefit",
    "years": "chart_years",
}


def build(lang: Lang) -> click.Command:
    """Return the commands."""
    modules = {name: f"bcp.cli.commands.{module}" for name, module in _MODULES.items()}
    return Group("chart", lang, modules, params=[lang_option(lang)])
