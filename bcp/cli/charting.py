"""What every ``bcp chart`` command shares: where the picture goes, its size, and its source."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bcp.cli.command import Argument
from bcp.cli.completing import complete_scenarios
from bcp.cli.options import Asked, Request, read_day
from bcp.cli.places import naming, refuse_place, refuse_suffix
from bcp.words import Lang, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from bcp.cli.opening import Opened
    from bcp.report.charts.picture import Drawn, Picture, Size, Source

__all__ = [
    "SIZES",
    "SUFFIXES",
    "Wish",
    "charting",
    "default_name",
    "draw_into",
    "risk_option",
    "scale_option",
    "scenarios_argument",
    "source_of",
]

SIZES: tuple[Size, ...] = ("a4", "slide")
SUFFIXES = (".png", ".svg", ".pdf")


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for of the picture itself."""

    outputs: tuple[Path, ...] = ()
    """Each ends in one of :data:`SUFFIXES`."""
    size: Size = "a4"
    date: dt.date | None = None
    """The date to print; no clock is read."""
    force: bool = False
    """Whether files that exist are overwritten."""

    def paths(self, default: str) -> tuple[Path, ...]:
        """Return the files to draw into, *default* if none was named.

        To be asked before anything is computed, as it refuses what cannot be written.

        Raises
        ------
        Complaint
            If a file exists and may not be overwritten, or its folder does not exist.
        """
        paths = self.outputs or (Path(default),)
        for path in paths:
            refuse_place(path, force=self.force)
        return paths


def charting(
    name: str, lang: Lang, run: Callable[..., None], *params: click.Parameter
) -> click.Command:
    """Return the command ``bcp chart NAME``.

    Parameters
    ----------
    name
        Its texts are ``help-chart-NAME``, ``short-chart-NAME`` and ``example-chart-NAME``.
    lang
        Of its help.
    run
        Called with the :class:`Request`, the :class:`Wish` and its own *params* by name.
    params
        What it takes besides the picture's own options.
    """

    def called(request: Request, **given: Any) -> None:
        own = {key: given.pop(key) for key in ("outputs", "size", "date", "force")}
        run(request, Wish(**own), **given)

    return Asked(name, lang, called, *params, *_options(lang), key=f"chart-{name}")


def _options(lang: Lang) -> Iterable[click.Option]:
    files: Any = {"multiple": True, "metavar": "FILE", "type": click.Path(path_type=Path)}
    yield _option(lang, "--output", "-o", "outputs", callback=_with_suffix, **files)
    yield _option(lang, "--size", type=click.Choice(SIZES), default="a4")
    yield _option(lang, "--date", metavar="YYYY-MM-DD", callback=read_day)
    yield click.Option(["--force"], is_flag=True, help=say(WORDS, "option-force", lang))


def _option(lang: Lang, flag: str, *names: str, **extra: Any) -> click.Option:
    text = say(WORDS, f"option-chart-{flag.removeprefix('--')}", lang)
    return click.Option([flag, *names], help=text, **extra)


def _with_suffix(
    _context: click.Context, _param: click.Parameter, paths: tuple[Path, ...]
) -> tuple[Path, ...]:
    for path in paths:
        refuse_suffix(path, SUFFIXES)
    return paths


def scale_option(lang: Lang) -> click.Option:
    """Return ``--scale``: of the time axis; by what there is to see if left out."""
    return _option(lang, "--scale", type=click.Choice(("log", "linear")))


def risk_option(lang: Lang) -> click.Option:
    """Return ``--risk``: what ``bcp risk --json`` printed."""
    path = click.Path(path_type=Path)
    return _option(lang, "--risk", metavar="FILE", type=path)


def scenarios_argument(lang: Lang) -> Argument:
    """Return SCENARIO...: ids or files; all of the inventory if none is named."""
    return Argument(
        "scenarios",
        metavar="[SCENARIO]...",
        help=say(WORDS, "argument-chart-scenarios", lang),
        nargs=-1,
        shell_complete=complete_scenarios,
    )


def default_name(scenarios: Sequence[str], chart: str) -> str:
    """Return the file to draw into if none was named: after the scenario, if it is only one."""
    return f"{Path(scenarios[0]).stem}-{chart}.png" if len(scenarios) == 1 else f"{chart}.png"


def source_of(opened: Opened, wish: Wish, **more: Any) -> Source:
    """Return the source of a picture of the inventory *opened*.

    Parameters
    ----------
    opened
        The inventory.
    wish
        Holds the date.
    more
        ``scenario``, ``strategy``, ``seed``, ``runs``, as far as the picture is about them.
    """
    import bcp
    from bcp.report.charts.picture import Source

    held = opened.loaded.inventory.organisation.id
    settings = [f"{name}={value}" for name, value in opened.settings]
    return Source(
        inventory=" ".join([held, opened.loaded.digest[:8], *settings]),
        version=bcp.__version__,
        date=wish.date,
        **more,
    )


def draw_into(
    request: Request,
    opened: Opened,
    wish: Wish,
    default: str,
    draw: Callable[[Size], Drawn],
) -> None:
    """Draw a picture into every file that was asked for, and tell where it is.

    Parameters
    ----------
    request
        Says whether to print JSON: ``files`` and the ``title`` of the picture.
    opened
        The inventory; says which language to speak.
    wish
        What was asked for of the picture.
    default
        The file to draw into if none was named.
    draw
        Draws the picture on a sheet of a size.

    Raises
    ------
    Complaint
        If a file exists and may not be overwritten, or its folder does not exist.
    OSError
        If a file cannot be written.
    """
    from bcp.cli.printing import print_json, tell

    paths = wish.paths(default)
    pictures = [_drawn(lambda: draw(wish.size), path) for path in paths]
    missing = {letter for picture in pictures for letter in picture.missing}
    if missing:
        letters = " ".join(sorted(missing))
        tell(say(WORDS, "letters-missing", opened.lang, letters=letters))
    if request.as_json:
        print_json({"files": [str(path) for path in paths], "title": pictures[0].title})
        return
    for path in paths:
        click.echo(str(path))


def _drawn(draw: Callable[[], Drawn], path: Path) -> Picture:
    from bcp.report.charts.picture import save_picture

    with naming(path):
        return save_picture(draw, path)
