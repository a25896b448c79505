"""``bcp import netbox``: what the REST API of NetBox returns as a workspace."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bcp.cli.options import Asked, Request
from bcp.cli.taking_in import files_argument, new_workspace, own_option, shared_options
from bcp.words import Lang

if TYPE_CHECKING:
    from bcp.exchange.foreign.drawn import Drawn


def build(lang: Lang) -> click.Command:
    """Return the command."""
    path = click.Path(path_type=Path)
    return Asked(
        "netbox",
        lang,
        run,
        files_argument(lang, "FILE.json", several=True),
        own_option(lang, "option-foreign-map", "--map", "roles", metavar="FILE.yaml", type=path),
        own_option(
            lang,
            "option-foreign-spares",
            "--spares",
            metavar="N",
            type=click.IntRange(min=0),
            default=1,
        ),
        own_option(
            lang,
            "option-foreign-up-to",
            "--up-to",
            type=click.Choice(("access", "distribution", "core", "edge", "circuit")),
            default="circuit",
        ),
        *shared_options(lang),
        key="import-netbox",
        has_inventory=False,
    )


def run(
    request: Request,
    sources: tuple[Path, ...],
    roles: Path | None,
    spares: int,
    up_to: str,
    **given: Any,
) -> None:
    """Write the workspace and tell what is in it."""
    from bcp.exchange.foreign.netbox.draw import draw_netbox

    def draw() -> Drawn:
        return draw_netbox(sources, roles, spares, up_to)

    new_workspace(request, "NetBox", sources, draw, given)
