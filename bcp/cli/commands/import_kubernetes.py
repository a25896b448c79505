"""``bcp import kubernetes``: manifests of Kubernetes as a workspace."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from bcp.cli.options import Asked, Request
from bcp.cli.taking_in import files_argument, new_workspace, shared_options
from bcp.words import Lang


def build(lang: Lang) -> click.Command:
    """Return the command."""
    sources = files_argument(lang, "FILE.yaml", several=True)
    options = shared_options(lang)
    key = "import-kubernetes"
    return Asked("kubernetes", lang, run, sources, *options, key=key, has_inventory=False)


def run(request: Request, sources: tuple[Path, ...], **given: Any) -> None:
    """Write the workspace and tell what is in it."""
    from bcp.exchange.foreign.kubernetes import draw_kubernetes

    new_workspace(request, "Kubernetes", sources, lambda: draw_kubernetes(sources), given)
