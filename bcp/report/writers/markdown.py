"""Markdown as GitHub reads it: tables with bars, boxes to tick, pictures in a folder beside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import quote

from bcp.report.document import Run
from bcp.report.writers.flow import Flow, Heading, Item, Items, NewPage, Picture, Runs, Turn, Words
from bcp.report.writers.grid import Grid, Spot

_ALWAYS = re.compile(r"[\\`*_{}\[\]<>&|~$@]")
_AT_START = re.compile(r"^([#+=.)-]|\d+(?=[.)](?:\s|$)))", re.MULTILINE)
_ADDRESS = re.compile(r"://|(?<=www)\.", re.IGNORECASE)
_EDGES = re.compile(r"^[^\S ]+|[^\S ]+$")
_RULES = {"left": ":---", "center": ":---:", "right": "---:"}
_BULLETS = {"bullets": "-", "numbers": "{number}.", "checks": "- [{box}]"}


def make(flow: Flow, name: str) -> bytes:
    """Return the file; *name* is the folder of its pictures without ``.files``."""
    parts = [*_opening(flow)]
    parts += [_block(item, flow, name) for item in flow.front]
    if flow.contents:
        parts.append(f"## {escaped(flow.contents)}")
        parts.append("\n".join(map(_entry, flow.headings)))
    parts += [_block(item, flow, name) for item in flow.items]
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def pictures_beside(flow: Flow, name: str) -> Mapping[str, bytes]:
    """Return the pictures by the path that the text names."""
    return {
        f"{name}.files/{_file(number, picture)}": picture.image
        for number, picture in enumerate(flow.pictures, start=1)
    }


def escaped(text: str) -> str:
    """Return *text* as it stands, whatever Markdown would read in it.

    Signs that mean something anywhere are escaped everywhere, those that mean something at the
    start of a line only there, so that dates and prices stay readable in the source.
    """
    return "\n".join(_escaped_line(line) for line in text.split("\n"))


def _escaped_line(line: str) -> str:
    plain = _ALWAYS.sub(r"\\\g<0>", line)
    plain = _ADDRESS.sub(lambda match: match[0].replace(":", r"\:").replace(".", r"\."), plain)
    plain = _AT_START.sub(_escaped_start, plain)
    return _EDGES.sub(lambda match: "".join(f"&#{ord(sign)};" for sign in match[0]), plain)


def _escaped_start(match: re.Match[str]) -> str:
    """Escape the sign, or the one after a number, which would begin a list."""
    start = match[0]
    return f"{start}\\" if start[0].isdigit() else f"\\{start}"


def _opening(flow: Flow) -> Iterator[str]:
    if flow.mark:
        yield f"**{escaped(flow.mark)}**"
    if flow.cover and flow.cover.kicker:
        yield escaped(flow.cover.kicker)
    yield f"# {escaped(flow.title)}"
    if flow.subtitle:
        yield escaped(flow.subtitle)
    if flow.cover:
        yield from map(_grid, flow.cover.grids)
        yield "\\\n".join(escaped(flow.cover.note).split("\n"))
        return
    if flow.facts:
        yield "\n".join(f"- {escaped(label)}: {escaped(value)}" for label, value in flow.facts)


def _entry(heading: Heading) -> str:
    indent = "  " * (heading.level - 1)
    return f"{indent}- [{escaped(_title(heading))}](#{heading.anchor})"


def _title(heading: Heading) -> str:
    return f"{heading.number} {heading.title}".strip()


def _block(item: Item, flow: Flow, name: str) -> str:
    match item:
        case Heading():
            title = escaped(_title(item))
            return f'{"#" * (item.level + 1)} <a id="{item.anchor}"></a>{title}'
        case Words():
            return _words(item)
        case Items():
            return _items(item)
        case Grid():
            return _grid(item)
        case Picture():
            return _picture(item, flow, name)
        case NewPage() | Turn():
            return ""


def _words(words: Words) -> str:
    text = _inline(words.runs)
    if words.style == "lead":
        return f"> {text}".replace("\n", "\n> ")
    return text


def _inline(runs: Runs) -> str:
    text = "".join(_run(run) for run in _joined(runs))
    return "\\\n".join(text.split("\n"))


def _joined(runs: Runs) -> list[Run]:
    """Return *runs* with neighbours that look alike in one: two ``**`` side by side are text."""
    joined: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if joined and replace(joined[-1], text=run.text) == run:
            joined[-1] = replace(run, text=joined[-1].text + run.text)
        else:
            joined.append(run)
    return joined


def _run(run: Run) -> str:
    text = escaped(run.text)
    # Beside Japanese punctuation ** does not end what it began.
    bare = run.text[:1].isalnum() and run.text[-1:].isalnum() and "\n" not in run.text
    if run.strong and text:
        text = f"**{text}**" if bare else f"<strong>{text}</strong>"
    if run.emphasis and text:
        text = f"<u>{text}</u>"
    return f"[{text}](#{run.target})" if run.target else text


def _items(items: Items) -> str:
    rows = []
    for number, (runs, done) in enumerate(zip(items.items, items.done, strict=True), start=1):
        sign = _BULLETS[items.sort].format(number=number, box="x" if done else " ")
        indent = "\n" + " " * (2 if items.sort != "numbers" else len(sign) + 1)
        rows.append(f"{sign} {_inline(runs)}".replace("\n", indent))
    return "\n".join(rows)


def _grid(grid: Grid) -> str:
    """Return a table; where boxes span several places the first of them holds the text."""
    width = len(grid.shares)
    rows = [[""] * width for _ in grid.rows]
    for spot in (spot for row in grid.rows for spot in row):
        rows[spot.row][spot.column] = _cell(spot)
    head = rows[0] if grid.heads else [""] * width
    aligns = ["---"] * width
    for spot in (spot for row in grid.rows[: grid.heads] for spot in row):
        aligns[spot.column] = _RULES[spot.align]
    # A table has one row of heads here: the second one is its first row, in bold.
    table = [head, aligns, *rows[min(grid.heads, 1) :]]
    lines = "\n".join(f"| {' | '.join(row)} |" for row in table)
    if not grid.caption:
        return lines
    return f"**{escaped(grid.label)}** {escaped(grid.caption)}\n\n{lines}"


def _cell(spot: Spot) -> str:
    strong = spot.strong or spot.role == "label" or (spot.role == "head" and spot.row > 0)
    lines = spot.text.split("\n")
    return "<br>".join(_run(Run(line, strong=strong)) for line in lines)


def _picture(picture: Picture, flow: Flow, name: str) -> str:
    number = next(n for n, held in enumerate(flow.pictures, start=1) if held is picture)
    path = quote(f"{name}.files/{_file(number, picture)}")
    shown = f"![{escaped(picture.alt)}]({path})"
    if not picture.caption:
        return shown
    return f"{shown}\n\n**{escaped(picture.label)}** {escaped(picture.caption)}"


def _file(number: int, picture: Picture) -> str:
    return f"figure-{number}{picture.suffix}"
