"""Puts the timeline into a file."""

from __future__ import annotations

from pathlib import Path

from bcp.report.charts.timeline.sentences import description, headline
from bcp.report.charts.timeline.view import TimelineView
from bcp.report.charts.writing import described, write_whole

SUFFIXES = (".png", ".svg")
_SETTINGS = {
    "hatch.linewidth": 1.0,
    "path.simplify": False,
    "svg.fonttype": "path",  # letters as shapes: right on machines without Japanese fonts
    "svg.hashsalt": "bcp",  # the same picture, the same bytes
}


def draw_timeline(view: TimelineView, path: Path) -> str:
    """Draw *view* into *path*, the whole of it or nothing; the same view gives the same bytes.

    Parameters
    ----------
    view
        What to show.
    path
        A file ending in ``.png`` or ``.svg``; what it holds is replaced.

    Returns
    -------
    str
        The letters that no font has, drawn as 〓; mostly none.

    Raises
    ------
    ValueError
        If the file ends in anything else.
    OSError
        If the file cannot be written.
    """
    # Not at the top: whoever only wants the numbers does not wait for matplotlib.
    from matplotlib.style import context

    from bcp.report.charts.timeline.page import drawn

    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise ValueError(path.suffix)
    # From the defaults on, so that the user's own settings change no picture.
    with context(["default", _SETTINGS]):
        pen, missing = drawn(view)
        title, text = headline(view), description(view)
        data = pen.png(title, text) if suffix == ".png" else described(pen.svg(), title, text)
    write_whole(path, data)
    return missing
