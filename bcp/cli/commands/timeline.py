"""``bcp chart timeline``: when each function is down and up again, as a picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bcp.cli.command import Complaint
from bcp.cli.options import Asked, Request, all_option, option, scenario_argument, strategy_option
from bcp.words import Lang, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from bcp.report.charts.timeline import TimelineView

SUFFIXES = (".png", ".svg")


def build(lang: Lang) -> click.Command:
    """Return the command."""
    return Asked(
        "timeline",
        lang,
        run,
        scenario_argument(lang),
        option(
            lang,
            "--output",
            "-o",
            "outputs",
            multiple=True,
            metavar="FILE",
            type=click.Path(path_type=Path),
        ),
        strategy_option(lang),
        all_option(lang),
        option(lang, "--force", is_flag=True),
    )


def run(
    request: Request,
    scenario: str,
    outputs: tuple[Path, ...],
    strategy: str,
    *,
    show_all: bool,
    force: bool,
) -> None:
    """Draw the picture into every file that was named."""
    from bcp.cli.opening import open_scenario
    from bcp.cli.printing import print_json, tell

    _refuse_suffixes(outputs)
    opened, loaded = open_scenario(request, scenario)
    paths = outputs or (Path(f"{loaded.scenario.scenario.id}-timeline.png"),)
    for path in paths:
        _refuse_place(path, force=force)
    from bcp.recovery.simulate import simulate
    from bcp.report.charts.timeline import timeline_view

    inventory = opened.loaded.inventory
    result = simulate(inventory, loaded.scenario, strategy)
    view = timeline_view(result, inventory, loaded.scenario, opened.lang, show_all=show_all)
    missing = {letter for path in paths for letter in _draw(view, path)}
    if missing:
        letters = " ".join(sorted(missing))
        tell(say(WORDS, "letters-missing", opened.lang, letters=letters))
    if request.as_json:
        print_json({"files": [str(path) for path in paths]})
    else:
        for path in paths:
            click.echo(str(path))


def _draw(view: TimelineView, path: Path) -> str:
    from bcp.report.charts.timeline import draw_timeline

    try:
        return draw_timeline(view, path)
    except OSError as error:
        # A temporary file beside it may be what failed; the user named this one.
        raise OSError(error.errno, error.strerror, str(path)) from error


def _refuse_suffixes(paths: tuple[Path, ...]) -> None:
    for path in paths:
        if path.suffix.lower() not in SUFFIXES:
            raise Complaint("bad-suffix", None, file=path, known=", ".join(SUFFIXES))


def _refuse_place(path: Path, *, force: bool) -> None:
    """Refuse to overwrite what is there, and to write where nothing can be."""
    if path.exists() and not force:
        raise Complaint("exists", None, file=path)
    if not path.parent.is_dir():
        raise Complaint("no-folder", None, file=path, folder=path.parent)
