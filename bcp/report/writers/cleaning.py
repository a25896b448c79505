"""Text made harmless: what every format can hold, and nothing that steers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bcp.report.document import Run
from bcp.report.plain import clean

_NEW_LINE = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile("[ \t]+")
_NO_SIGNS = re.compile("[\ufdd0-\ufdef]")
_LAST_OF_PLANE = 0xFFFE
"""The last two codes of every plane are no signs, and XML cannot hold those of the first."""


def harmless(text: str) -> str:
    """Return *text* as every format can hold it: lines of signs, with single spaces in between.

    What steers (escapes, turned directions, joiners without width) is taken out, and so is what XML
    cannot hold.
    """
    return "\n".join(_harmless_line(line) for line in _NEW_LINE.split(text)).strip("\n")


def _harmless_line(line: str) -> str:
    plain = _NO_SIGNS.sub("", _SPACES.sub(" ", clean(line))).strip(" ")
    return "".join(sign for sign in plain if ord(sign) & _LAST_OF_PLANE != _LAST_OF_PLANE)


def one_line(text: str) -> str:
    """Return *text* harmless and in one line."""
    return harmless(text).replace("\n", " ")


def without_edges(runs: Sequence[Run]) -> Iterator[Run]:
    """Yield *runs* without the spaces before the first letter and after the last."""
    inked = [place for place, run in enumerate(runs) if run.text.strip(" ")]
    for place in range(inked[0], inked[-1] + 1) if inked else ():
        text = runs[place].text
        text = text.lstrip(" ") if place == inked[0] else text
        text = text.rstrip(" ") if place == inked[-1] else text
        if text:
            yield replace(runs[place], text=text)


def between(text: str) -> str:
    """Return *text* harmless, with the space that parts it from its neighbours."""
    plain = harmless(text)
    before = " " if text[:1] in {" ", "\t"} and plain else ""
    after = " " if text[-1:] in {" ", "\t"} else ""
    return f"{before}{plain}{after}"
