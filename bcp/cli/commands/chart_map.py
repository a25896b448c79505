"""``bcp chart map``: who needs whom, as a picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bcp.cli.charting import Wish, charting, draw_into, source_of
from bcp.cli.completing import complete_items, complete_scenarios
from bcp.cli.options import Request, set_option
from bcp.errors import UsageError
from bcp.words import Lang, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from bcp.cli.opening import Opened
    from bcp.recovery.result import Result
    from bcp.scenario.models import Head

_LEAST, _MOST = 10, 600


def build(lang: Lang) -> click.Command:
    """Return the command."""
    return charting(
        "map",
        lang,
        run,
        _option(lang, "--scenario", metavar="SCENARIO", shell_complete=complete_scenarios),
        set_option(lang),
        _option(lang, "--of", metavar="ID", shell_complete=complete_items),
        _option(lang, "--most", metavar="N", type=click.IntRange(_LEAST, _MOST), default=200),
    )


def _option(lang: Lang, flag: str, **extra: Any) -> click.Option:
    text = say(WORDS, f"option-chart-map-{flag.removeprefix('--')}", lang)
    return click.Option([flag], help=text, **extra)


def run(request: Request, wish: Wish, scenario: str | None, of: str | None, most: int) -> None:
    """Draw the map into every file that was named."""
    parts = (scenario and Path(scenario).stem, of, "map")
    default = f"{'-'.join(part for part in parts if part)}.png"
    wish.paths(default)
    from bcp.graph.network import build_network
    from bcp.report.charts.map import draw_map, map_view

    opened, played = _opened(request, scenario)
    network = build_network(opened.loaded.inventory)
    if of is not None and of not in network.place:
        raise _unknown(of, [*network.place])
    about = {} if played is None else {"scenario": played[0].id, "strategy": played[1].strategy}
    source = source_of(opened, wish, **about)
    view = map_view(network, opened.lang, of=of, played=played, most=most, source=source)
    draw_into(request, opened, wish, default, lambda size: draw_map(view, size))


def _opened(request: Request, scenario: str | None) -> tuple[Opened, tuple[Head, Result] | None]:
    """Return the inventory, and what came of the scenario if one was named."""
    from bcp.cli.conditions import refuse_settings
    from bcp.cli.opening import open_inventory, open_scenario

    if scenario is None:
        refuse_settings(request)
        return open_inventory(request), None
    from bcp.recovery.simulate import simulate

    opened, loaded = open_scenario(request, scenario)
    result = simulate(opened.loaded.inventory, loaded.scenario)
    return opened, (loaded.scenario.scenario, result)


def _unknown(name: str, known: list[str]) -> UsageError:
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=3)
    if near:
        return UsageError("no-item-near", name=name, nearest=", ".join(near))
    return UsageError("no-item", name=name)
