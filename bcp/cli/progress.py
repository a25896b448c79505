"""How far a command is, on standard error, for whoever sits at a terminal and has to wait."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TypeVar

import click

from bcp.words import Lang, say
from bcp.words.cli import WORDS

__all__ = ["PATIENCE", "tracked"]

_Item = TypeVar("_Item")

PATIENCE = 1.0
"""Seconds that people wait without asking themselves what is going on."""


def tracked(
    items: Sequence[_Item],
    label: str,
    lang: Lang,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[_Item]:
    """Yield *items*, and show a bar once the command has taken more than :data:`PATIENCE`.

    It counts from the first thing that the command tracks: of a wait of ten seconds in twelve short
    steps nobody would hear anything if each of them were waited for anew.

    Parameters
    ----------
    items
        What there is to do, one step each.
    label
        The text ``progress-…`` that says what is done.
    lang
        In which language.
    clock
        Counts seconds, from whenever.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield from items
        return
    text, since = say(WORDS, f"progress-{label}", lang), _beginning(clock)
    for done, item in enumerate(items):
        if clock() - since > PATIENCE:
            yield from _with_bar(items, done, text)
            return
        yield item


@cache
def _beginning(clock: Callable[[], float]) -> float:
    """Return when *clock* was first asked."""
    return clock()


def _with_bar(items: Sequence[_Item], done: int, text: str) -> Iterator[_Item]:
    """Yield what is left of *items* beside a bar."""
    with click.progressbar(length=len(items), label=text, file=sys.stderr) as bar:
        bar.update(done)
        for item in items[done:]:
            yield item
            bar.update(1)
