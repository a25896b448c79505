"""``bcp init``: a new workspace from a sample."""

from __future__ import annotations

from pathlib import Path

import click

from bcp.cli.command import Argument
from bcp.cli.options import Asked, Request, option
from bcp.words import Lang, say
from bcp.words.cli import WORDS


def build(lang: Lang) -> click.Command:
    """Return the command."""
    target = Argument(
        "target",
        metavar=say(WORDS, "metavar-dir", lang),
        help=say(WORDS, "argument-target", lang),
        type=click.Path(path_type=Path),
    )
    sample = option(lang, "--from", "source", default="chikusei", metavar="chikusei")
    return Asked("init", lang, run, target, sample, has_json=False, has_inventory=False)


def run(request: Request, target: Path, source: str) -> None:
    """Make the workspace and say what to do in it."""
    from bcp.cli.paper import Paper
    from bcp.library import create_workspace

    paths = create_workspace(target, source)
    lang = request.lang
    paper = Paper()
    paper.text(say(WORDS, "init-done", lang, target=target, number=len(paths)))
    paper.heading(say(WORDS, "start-try", lang))
    paper.line("  cd ", str(target))
    paper.line("  bcp")
