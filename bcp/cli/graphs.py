"""What the exports of the dependency graph share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bcp.cli.command import Complaint
from bcp.cli.completing import complete_items
from bcp.cli.options import Asked, Request, option
from bcp.cli.places import naming, refuse_place
from bcp.cli.taking_in import own_option
from bcp.words import Lang, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from bcp.graph.network import Network

__all__ = ["graph_command"]

_DEPTH = 2
Write = Callable[["Network", str, Mapping[str, str], "set[str] | None"], tuple[str, int]]
"""From an inventory, its name, names and what is kept to text, and how many needs were cut."""


def graph_command(name: str, lang: Lang, metavar: str, write: Callable[[], Write]) -> click.Command:
    """Return the command that writes the graph in one format.

    Parameters
    ----------
    name
        Of the format.
    lang
        Of the help.
    metavar
        What a file is called.
    write
        Loads what writes it.
    """

    def run(request: Request, output: Path | None, *, force: bool, **cut: Any) -> None:
        _run(request, output, write, cut, force=force)

    return Asked(
        name,
        lang,
        run,
        own_option(
            lang,
            "option-export-graph-output",
            "--output",
            "-o",
            metavar=metavar,
            type=click.Path(path_type=Path),
        ),
        own_option(
            lang, "option-export-within", "--within", metavar="ID", shell_complete=complete_items
        ),
        own_option(
            lang, "option-export-around", "--around", metavar="ID", shell_complete=complete_items
        ),
        own_option(lang, "option-export-depth", "--depth", metavar="N", type=click.IntRange(min=0)),
        option(lang, "--force", is_flag=True),
        key=f"export-{name}",
        has_json=False,
    )


def _run(
    request: Request,
    output: Path | None,
    write: Callable[[], Write],
    cut: Mapping[str, Any],
    *,
    force: bool,
) -> None:
    from bcp.cli.opening import open_inventory
    from bcp.cli.printing import tell
    from bcp.graph.network import build_network
    from bcp.report.files import write_whole
    from bcp.report.names import called

    if cut["depth"] is not None and cut["around"] is None:
        raise Complaint("depth-without-around", None)
    if output is not None:
        refuse_place(output, force=force)
    opened = open_inventory(request)
    inventory = opened.loaded.inventory
    network = build_network(inventory)
    kept = _kept(network, cut)
    title = called(inventory.organisation, opened.lang)
    text, left_out = write()(network, title, opened.names, kept)
    if output is None:
        _print(text)
    else:
        with naming(output):
            write_whole(output, text.encode("utf-8"))
        click.echo(str(output))
    if left_out:
        tell(say(WORDS, "graph-cut", opened.lang, number=left_out))


def _kept(network: Network, cut: Mapping[str, Any]) -> set[str] | None:
    """Return the ids that are meant; None for all."""
    from bcp.exchange.graphs.picture import around, inside

    place, centre = cut["within"], cut["around"]
    if place is not None and place not in network.components:
        raise Complaint("not-a-place", None, name=place)
    if centre is not None and centre not in network.place:
        raise Complaint("nobody-around", None, name=centre)
    kept = None if place is None else inside(network, place)
    if centre is None:
        return kept
    depth = _DEPTH if cut["depth"] is None else cut["depth"]
    near = around(network, centre, depth)
    return near if kept is None else near & kept


def _print(text: str) -> None:
    """Write text in UTF-8, whatever the terminal speaks."""
    import io
    import sys

    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    click.echo(text, nl=False)
