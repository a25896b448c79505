"""Where everything stands in the text of a YAML file, by the character.

:func:`bcp.reading.read` says what a file means; this says from where to where each part of it
is written, so that one part can be changed while every other character stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

__all__ = ["Node", "comments_of", "nodes_of", "walk"]

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BLOCK_SCALARS = ("|", ">")


@dataclass(slots=True)
class Node:
    """One value of a file, and where it is written."""

    kind: Literal["scalar", "mapping", "sequence", "alias"]
    start: int
    """Its first character, that of its anchor if it has one."""
    end: int
    """Behind its last character."""
    column: int
    """Of its first character, or of the first key or dash in it."""
    is_flow: bool = False
    """Whether it is written with brackets or braces."""
    anchor: str | None = None
    """The name that it defines, or that it stands for if it is an alias."""
    value: str = ""
    """The text of a scalar."""
    style: str = ""
    """Of a scalar: a quote, ``|``, ``>``, or nothing."""
    keys: list[Node] = field(default_factory=list)
    """Of a mapping."""
    values: list[Node] = field(default_factory=list)
    """Of a mapping or a sequence."""

    @property
    def is_block(self) -> bool:
        """Whether it has a line for each entry or item."""
        return self.kind in ("mapping", "sequence") and not self.is_flow


def nodes_of(text: str) -> Node | None:
    """Return the top of the YAML *text*, or ``None`` if nothing is written in it.

    Parameters
    ----------
    text
        Of one document that :func:`bcp.reading.read` accepts, so that its depth is bounded.
    """
    take = _LOADER(text).get_event
    root = None
    event: Any
    while not isinstance(event := take(), StreamEndEvent):
        if isinstance(event, ScalarEvent | MappingStartEvent | SequenceStartEvent | AliasEvent):
            root = _node(event, take, text)
    return root


def _node(event: Any, take: Callable[[], Any], text: str) -> Node:
    start, end = event.start_mark.index, event.end_mark.index
    column = event.start_mark.column
    if isinstance(event, AliasEvent):
        return Node("alias", start, end, column, anchor=event.anchor)
    if isinstance(event, ScalarEvent):
        style = event.style or ""
        if style in _BLOCK_SCALARS:
            end = start + len(text[start:end].rstrip("\r\n " if "+" not in text[start:end] else ""))
        return Node(
            "scalar", start, end, column, anchor=event.anchor, value=event.value, style=style
        )
    kind: Literal["mapping", "sequence"] = (
        "mapping" if isinstance(event, MappingStartEvent) else "sequence"
    )
    node = Node(kind, start, end, column, is_flow=bool(event.flow_style), anchor=event.anchor)
    _fill(node, take, text)
    return node


def _fill(node: Node, take: Callable[[], Any], text: str) -> None:
    """Read what the container *node* holds, and find where it ends."""
    event: Any
    while not isinstance(event := take(), MappingEndEvent | SequenceEndEvent):
        if node.kind == "mapping":
            node.keys.append(_node(event, take, text))
            event = take()
        node.values.append(_node(event, take, text))
    if node.is_flow:
        close: Any = event
        node.end = close.end_mark.index
        return
    # The end of a block is marked where the next thing begins, behind comments not its own.
    last = [*node.keys[-1:], *node.values[-1:]]
    node.end = max((held.end for held in last), default=node.end)
    if node.anchor is not None and last:
        first = (node.keys or node.values)[0].start
        node.column = first - (text.rfind("\n", 0, first) + 1)


def walk(node: Node) -> Iterator[Node]:
    """Yield *node* and everything in it, in the order of the text."""
    yield node
    for number, value in enumerate(node.values):
        if node.keys:
            yield from walk(node.keys[number])
        yield from walk(value)


def comments_of(text: str, root: Node | None) -> list[tuple[int, int]]:
    """Return from where to where each comment of *text* stands, in order."""
    scalars = [] if root is None else [held for held in walk(root) if held.kind == "scalar"]
    found: list[tuple[int, int]] = []
    position = 0
    for start, end in [*((held.start, held.end) for held in scalars), (len(text), len(text))]:
        found += _comments_between(text, position, start)
        position = max(position, end)
    return found


def _comments_between(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the comments of a stretch in which no scalar is written."""
    at = start
    while (at := text.find("#", at, end)) >= 0:
        if at and text[at - 1] not in " \t\r\n\ufeff":
            at += 1
            continue
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        yield at, at + len(text[at:stop].rstrip("\r"))
        at = stop
