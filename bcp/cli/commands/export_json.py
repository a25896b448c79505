"""``bcp export json``: components, functions and needs as plain JSON."""

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
    return graph_command("json", lang, "FILE.json", _writer)


def _writer() -> Write:
    import json

    from bcp.exchange.graphs.picture import picture_of
    from bcp.exchange.graphs.plain import plain_json

    def write(
        network: Network, title: str, names: Mapping[str, str], kept: set[str] | None
    ) -> tuple[str, int]:
        held = plain_json(network, title, names, kept)
        text = json.dumps(held, ensure_ascii=False, indent=1) + "\n"
        return text, picture_of(network, title, names, kept).cut

    return write
