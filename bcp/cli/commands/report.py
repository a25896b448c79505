"""``bcp report``: one self-contained HTML page for managers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bcp.cli.options import Asked, Request
from bcp.cli.places import naming, refuse_place, refuse_suffix
from bcp.cli.wishes import Wishes, wish_options
from bcp.words import Lang, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from bcp.cli.opening import Opened
    from bcp.report.page import Content

SUFFIXES = (".html", ".htm")


def build(lang: Lang) -> click.Command:
    """Return the command."""
    output = click.Option(
        ["--output", "-o"],
        metavar="FILE",
        type=click.Path(path_type=Path),
        help=say(WORDS, "option-report-output", lang),
    )
    return Asked("report", lang, run, output, *wish_options(lang, "report"))


def run(request: Request, output: Path | None, *, force: bool, **given: Any) -> None:
    """Gather everything, write the page, and print what it says in short."""
    from bcp.cli.printing import print_json
    from bcp.report.files import write_whole
    from bcp.report.page import content_of, figures_json, rendered

    wishes = Wishes.of(given)
    path = _path(wishes.opened(request), output, request, force=force)
    gathered = wishes.gathered(request)
    lang, content = gathered.opened.lang, content_of(gathered.dossier)
    if path is not None:
        with naming(path):
            write_whole(path, rendered(content, lang))
    if request.as_json:
        print_json(figures_json(content, gathered.dossier, lang))
    else:
        _tell(path, content, lang)


def _path(opened: Opened, output: Path | None, request: Request, *, force: bool) -> Path | None:
    """Return the file to write; None if only figures are wanted.

    Raises
    ------
    Complaint
        If it is no HTML file, exists and may not be overwritten, or has no folder to lie in.
    """
    if output is None and request.as_json:
        return None
    path = output or Path(f"{opened.loaded.inventory.organisation.id}-report.html")
    refuse_suffix(path, SUFFIXES)
    refuse_place(path, force=force)
    return path


def _tell(path: Path | None, content: Content, lang: Lang) -> None:
    """Name the file, then say what the page says first."""
    from bcp.cli.paper import Paper

    click.echo(str(path))
    paper = Paper()
    paper.line()
    head = content.headline
    for text in (head.sentence, head.worst, head.change):
        if text:
            paper.text(text.in_(lang))
