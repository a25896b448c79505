"""HTML in one file: nothing is fetched, nothing runs, and it prints on A4."""

from __future__ import annotations

from base64 import b64encode
from functools import cache, partial

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from bcp.report.writers import look
from bcp.report.writers.flow import Flow, Picture
from bcp.report.writers.grid import Grid, Spot
from bcp.words import say
from bcp.words.document import WORDS

_TYPES = {".png": "image/png", ".svg": "image/svg+xml"}
_NAMED = {"center", "right", "good", "warn", "bad", "muted"}


def make(flow: Flow, name: str) -> bytes:  # noqa: ARG001 (other formats name files by it)
    """Return the file."""
    templates = _templates()
    style = Markup(templates.get_template("document.css").render(flow=flow, look=look))  # noqa: S704
    page = templates.get_template("document.html.j2")
    return page.render(
        flow=flow, style=style, words_of=partial(say, WORDS, lang=flow.lang)
    ).encode()


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=PackageLoader("bcp.report.writers", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    templates.filters |= {
        "lines": _lines,
        "css": _css,
        "classes": _classes,
        "scope": _scope,
        "totals": _totals,
        "data": _data,
    }
    return templates


def _lines(text: str) -> Markup:
    """Return *text* escaped, with its lines apart."""
    return Markup("<br>").join(text.split("\n"))


def _css(text: str) -> Markup:
    """Return *text* as a string of a style sheet: every sign by its number, so that none ends it."""
    return Markup(f'"{"".join(f"{chr(92)}{ord(sign):06X} " for sign in text)}"')  # noqa: S704


def _classes(spot: Spot) -> str:
    strong = "strong" if spot.strong and spot.role == "body" else ""
    return " ".join(name for name in (spot.align, spot.tone, strong) if name in _NAMED | {"strong"})


def _scope(spot: Spot, row: tuple[Spot, ...]) -> str:
    """Return for which cells *spot* is the head: nothing if it is none."""
    if spot.role == "head":
        return "colgroup" if spot.columns > 1 else "col"
    if spot.role != "label":
        return ""
    beside = any(other.role == "body" and other.column > spot.column for other in row)
    return "row" if beside else "col"


def _totals(grid: Grid) -> tuple[tuple[Spot, ...], ...]:
    return tuple(row for row in grid.rows if row and row[0].role == "total")


def _data(picture: Picture) -> str:
    return f"data:{_TYPES[picture.suffix]};base64,{b64encode(picture.image).decode()}"
