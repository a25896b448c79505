"""``bcp import compose``: a file of Docker Compose as a workspace."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from bcp.cli.options import Asked, Request
from bcp.cli.taking_in import files_argument, new_workspace, shared_options
from bcp.words import Lang


def build(lang: Lang) -> click.Command:
    """Return the command."""
    sources = files_argument(lang, "FILE.yaml", several=False)
    options = shared_options(lang)
    key = "import-compose"
    return Asked("compose", lang, run, sources, *options, key=key, has_inventory=False)


def run(request: Request, sources: Path, **given: Any) -> None:
    """Write the workspace and tell what is in it."""
    from bcp.exchange.foreign.compose import draw_compose

    new_workspace(request, "Docker Compose", [sources], lambda: draw_compose(sources), given)
