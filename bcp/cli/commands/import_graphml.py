"""``bcp import graphml``: a graph in GraphML as a workspace."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bcp.cli.options import Asked, Request
from bcp.cli.taking_in import files_argument, new_workspace, own_option, shared_options
from bcp.words import Lang

if TYPE_CHECKING:
    from bcp.exchange.foreign.drawn import Drawn
    from bcp.exchange.foreign.graph_draw import Direction


def build(lang: Lang) -> click.Command:
    """Return the command."""
    choice = click.Choice(("needs", "feeds"))
    return Asked(
        "graphml",
        lang,
        run,
        files_argument(lang, "FILE.graphml", several=False),
        own_option(lang, "option-foreign-edges", "--edges", type=choice, default="needs"),
        *shared_options(lang),
        key="import-graphml",
        has_inventory=False,
    )


def run(request: Request, sources: Path, edges: Direction, **given: Any) -> None:
    """Write the workspace and tell what is in it."""
    from bcp.exchange.foreign.graph_draw import draw_graph
    from bcp.exchange.foreign.graphml import read_graphml

    def draw() -> Drawn:
        return draw_graph(read_graphml(sources), edges)

    new_workspace(request, "GraphML", [sources], draw, given)
