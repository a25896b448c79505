"""``bcp report``: one self-contained HTML page for managers."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bcp.cli.command import Complaint
from bcp.cli.completing import complete_scenarios
from bcp.cli.options import Asked, Request, option, read_day, strategy_option
from bcp.words import Lang, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from bcp.cli.opening import Opened
    from bcp.report.page import Content

SUFFIXES = (".html", ".htm")


def build(lang: Lang) -> click.Command:
    """Return the command."""
    file = {"metavar": "FILE", "type": click.Path(path_type=Path)}
    ids = {"multiple": True, "metavar": "ID", "shell_complete": complete_scenarios}
    return Asked(
        "report",
        lang,
        run,
        _option(lang, "--output", "-o", "output", **file),
        _option(lang, "--since", metavar="DIR|REV"),
        _option(lang, "--scenario", "scenarios", **ids),
        _option(lang, "--date", metavar="YYYY-MM-DD", callback=read_day),
        _option(lang, "--risk", **file),
        strategy_option(lang),
        option(lang, "--force", is_flag=True),
    )


def _option(lang: Lang, flag: str, *names: str, **extra: Any) -> click.Option:
    text = say(WORDS, f"option-report-{flag.removeprefix('--')}", lang)
    return click.Option([flag, *names], help=text, **extra)


def run(  # noqa: PLR0913 (the options of the command)
    request: Request,
    output: Path | None,
    *,
    since: str | None,
    scenarios: tuple[str, ...],
    date: dt.date | None,
    risk: Path | None,
    strategy: str,
    force: bool,
) -> None:
    """Gather everything, write the page, and print what it says in short."""
    from bcp.cli.gathering import gather
    from bcp.cli.printing import print_json
    from bcp.report.charts.writing import write_whole
    from bcp.report.page import content_of, figures_json, rendered

    path = _path(_opened(request, scenarios), output, request, force=force)
    gathered = gather(
        request, scenarios=scenarios, since=since, date=date, strategy=strategy, risk=risk
    )
    lang, content = gathered.opened.lang, content_of(gathered.dossier)
    if path is not None:
        try:
            write_whole(path, rendered(content, lang))
        except OSError as error:
            # A temporary file beside it may be what failed; the user named this one.
            raise OSError(error.errno, error.strerror, str(path)) from error
    if request.as_json:
        print_json(figures_json(content, gathered.dossier, lang))
    else:
        _tell(path, content, lang)


def _opened(request: Request, scenarios: tuple[str, ...]) -> Opened:
    """Return the inventory that is meant, so that what cannot be written is refused at once."""
    from bcp.cli.opening import open_at, open_inventory
    from bcp.workspace import resolve

    if not scenarios:
        return open_inventory(request)
    return open_at(request, resolve(request.inventory, scenarios[0])[0])


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
    if path.suffix.lower() not in SUFFIXES:
        raise Complaint("bad-suffix", None, file=path, known=", ".join(SUFFIXES))
    if path.exists() and not force:
        raise Complaint("exists", None, file=path)
    if not path.parent.is_dir():
        raise Complaint("no-folder", None, file=path, folder=path.parent)
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
