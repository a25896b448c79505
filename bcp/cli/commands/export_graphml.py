"""``bcp export graphml``: the dependency graph in GraphML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from bcp.cli.graphs import Write, graph_command
from bcp.words import Lang

if TYPE_CHECKING:
    from bcp.graph.network import Network


def build(lang: Lang) -> click.Command:
    """Return the command."""
    return graph_command("graphml", lang, "FILE.graphml", _writer)


def _writer() -> Write:
    from bcp.exchange.graphs.picture import picture_of
    from bcp.exchange.graphs.writing import graphml_text

    def write(
        network: Network, title: str, names: Mapping[str, str], kept: set[str] | None
    ) -> tuple[str, int]:
        picture = picture_of(network, title, names, kept)
        return graphml_text(picture), picture.cut

    return write
