"""``bcp export mermaid``: the dependency graph in Mermaid."""

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
    return graph_command("mermaid", lang, "FILE.mmd", _writer)


def _writer() -> Write:
    from bcp.exchange.graphs.picture import picture_of
    from bcp.exchange.graphs.writing import mermaid_text

    def write(
        network: Network, title: str, names: Mapping[str, str], kept: set[str] | None
    ) -> tuple[str, int]:
        picture = picture_of(network, title, names, kept)
        return mermaid_text(picture), picture.cut

    return write
