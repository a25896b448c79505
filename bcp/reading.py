"""YAML text to a plain tree with lines: the only door through which files come in.

Every scalar stays the text a person wrote, so that ``no`` and ``09:00`` survive; what it means is
for the models to say. A file can never run code, fill the memory or exhaust the stack: tags are
refused, and size, depth and what aliases expand to are bounded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from bcp.errors import Fault, InputError
from bcp.memory import paused_gc

__all__ = ["FREE", "Document", "Limits", "Steps", "Tree", "read", "read_file", "shown", "where"]

Tree = dict[str, Any] | list[Any] | str | None
"""What a file holds: mappings, lists, text, and ``None`` where nothing is written."""
Steps = tuple[str | int, ...]
"""The way from the top of a file to a value: keys of mappings and indices of lists."""

FREE = "x-"
"""Keys that begin so are notes of the user's own."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MOST_FAULTS = 100
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_SHOWN = 60
_UNSHOWN = re.compile("[\x00-\x1f]")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Signs that no text may hold."""


@dataclass(frozen=True)
class Limits:
    """How much a person could mean to write; more is an accident or an attack."""

    file_bytes: int = 40 * 2**20
    """Of one file."""
    total_bytes: int = 200 * 2**20
    """Of all files of an inventory."""
    depth: int = 64
    """Of mappings and lists inside each other."""
    expanded: int = 200_000
    """Values that aliases add to those written out."""


LIMITS = Limits()


@dataclass(frozen=True)
class Document:
    """One file, read: its tree, and on which line everything stands."""

    file: str
    """The file as the user would name it."""
    root: Tree
    """What it holds."""
    lines: Mapping[int, Sequence[int]]
    """The line (from 1) of each entry of a container, in order, by the container's ``id()``."""

    def locate(self, path: Steps) -> tuple[Steps, int]:
        """Return the part of *path* that is in the file, and the line where that stands."""
        node: Any = self.root
        line = 1
        for depth, step in enumerate(path):
            index = _index(node, step)
            if index is None:
                return path[:depth], line
            line = self.lines[id(node)][index]
            node = node[step]
        return path, line


def _index(node: Any, step: str | int) -> int | None:
    if isinstance(node, dict) and step in node:
        return list(node).index(step)
    if isinstance(node, list) and isinstance(step, int) and step < len(node):
        return step
    return None


def where(root: Any, path: Steps) -> str:
    """Return *path* in the user's words, items named by their id where they have one.

    Examples
    --------
    >>> where({"components": [{"id": "db", "requires": ["a"]}]}, ("components", 0, "requires", 0))
    'components[id=db].requires[0]'
    """
    node, text = root, ""
    for step in path:
        node = node[step]
        if isinstance(step, str):
            text += f".{shown(step)}" if text else shown(step)
            continue
        held = node if isinstance(node, dict) else {}
        names = [(key, held[key]) for key in ("id", "no") if isinstance(held.get(key), str)]
        text += f"[{names[0][0]}={shown(names[0][1])}]" if names else f"[{step}]"
    return text


def shown(value: object) -> str:
    """Return *value* short and on one line, as it can be repeated to the user."""
    if value is None:
        return ""
    if isinstance(value, (dict, list, tuple)):
        return "{…}" if isinstance(value, dict) else "[…]"
    text = _UNSHOWN.sub("?", str(value)[: _SHOWN + 1])
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def read_file(path: Path, file: str, limits: Limits = LIMITS) -> bytes:
    """Return the bytes of *path*, which the user calls *file*.

    Raises
    ------
    InputError
        If it is too large, no ordinary file, or cannot be read.
    """
    try:
        if path.exists() and not path.is_file():
            raise InputError([Fault(file, 0, "", "not-a-file")])
        with path.open("rb") as stream:
            data = stream.read(limits.file_bytes + 1)
    except OSError as error:
        raise InputError([unreadable(error, file)]) from None
    if len(data) > limits.file_bytes:
        most = limits.file_bytes // 2**20
        raise InputError([Fault(file, 0, "", "file-too-large", {"most": most})])
    return data


def unreadable(error: OSError, file: str) -> Fault:
    """Return the fault for what the system would not let us read."""
    if isinstance(error, FileNotFoundError):
        return Fault(file, 0, "", "file-missing")
    if isinstance(error, PermissionError):
        return Fault(file, 0, "", "file-forbidden")
    return Fault(file, 0, "", "file-unreadable", {"why": error.strerror or type(error).__name__})


def read(data: bytes, file: str, limits: Limits = LIMITS, loader: Any = _LOADER) -> Document:
    """Return the tree of the YAML text *data*, found in *file*.

    Raises
    ------
    InputError
        With every fault that could be found.
    """
    text = _decode(data, file)
    builder = _Builder(file, limits)
    try:
        with paused_gc():
            root = builder.document(loader(text))
    except yaml.YAMLError as error:
        raise InputError([*builder.faults, _syntax(error, text, file)]) from None
    if builder.faults:
        raise InputError(builder.faults)
    return Document(file, root, builder.lines)


def _decode(data: bytes, file: str) -> str:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError([Fault(file, line, "", _foreign(data))]) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise InputError([Fault(file, line, "", "not-text")])
    return text


def _foreign(data: bytes) -> str:
    """Return the fault of bytes that are not UTF-8, by what they seem to be."""
    if b"\0" in data:
        return "not-text"
    for encoding, key in (("euc-jp", "euc-jp"), ("cp932", "shift-jis")):
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return key
    return "not-utf-8"


def _no_event() -> Any:
    raise AssertionError


class _Builder:
    """Makes the tree from libyaml's events; one call a container, so the depth is bounded."""

    def __init__(self, file: str, limits: Limits) -> None:
        self.next: Callable[[], Any] = _no_event
        self.file, self.limits = file, limits
        self.lines: dict[int, list[int]] = {}
        self.faults: list[Fault] = []
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.values = 0
        self.expanded = 0

    def document(self, loader: Any) -> Tree:
        """Return the only document of the stream, or ``None`` if there is none."""
        self.next = loader.get_event
        root: Tree = None
        documents = 0
        while not isinstance(event := self.next(), StreamEndEvent):
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self.fatal(event, "second-document")
            elif isinstance(event, ScalarEvent | SequenceStartEvent | MappingStartEvent):
                root = self.node(event, 1)
            elif isinstance(event, AliasEvent):
                raise self.fatal(event, "yaml-alias")
            elif isinstance(event, StreamStartEvent):
                continue
        return root

    def node(self, event: Any, depth: int) -> Any:
        """Return the value that *event* begins."""
        kind = type(event)
        if kind is AliasEvent:
            return self.alias(event)
        if event.tag is not None:
            self.fault(event, "yaml-tag", tag=event.tag[:60])
        before = self.values
        value: Any
        if kind is ScalarEvent:
            value = self.scalar(event)
        elif depth > self.limits.depth:
            raise self.fatal(event, "too-deep", most=self.limits.depth)
        elif kind is MappingStartEvent:
            value = self.mapping(depth)
        else:
            value = self.sequence(depth)
        if event.anchor is not None:
            self.anchors[event.anchor] = (value, self.values - before + 1)
        return value

    def scalar(self, event: Any) -> str | None:
        """Return the text of a scalar; ``None`` for what is plain and empty or null."""
        value: str = event.value
        if not event.style:
            return None if value in _NOTHING else value
        if event.style == '"' and CONTROL.search(value):
            self.fault(event, "control-character")
            return CONTROL.sub("?", value)
        return value

    def sequence(self, depth: int) -> list[Any]:
        """Return the list whose first event comes next."""
        items: list[Any] = []
        lines: list[int] = []
        take = self.next
        while type(event := take()) is not SequenceEndEvent:
            lines.append(event.start_mark.line + 1)
            is_plain = type(event) is ScalarEvent and event.tag is None and event.anchor is None
            items.append(self.scalar(event) if is_plain else self.node(event, depth + 1))
        self.values += len(items)
        self.lines[id(items)] = lines
        return items

    def mapping(self, depth: int) -> dict[str, Any]:
        """Return the mapping whose first event comes next."""
        held: dict[str, Any] = {}
        lines: list[int] = []
        merged: list[tuple[Any, Any]] = []
        take = self.next
        while type(event := take()) is not MappingEndEvent:
            key = self.key(event, depth)
            is_merge = key == "<<" and not event.style
            event_of_key, event = event, take()
            if type(event) is ScalarEvent and event.tag is None and event.anchor is None:
                value = self.scalar(event)
            else:
                value = self.node(event, depth + 1)
            if is_merge:
                merged.append((event_of_key, value))
            elif key in held:
                first = lines[list(held).index(key)]
                self.fault(event_of_key, "key-twice", where=key, first=first)
            else:
                held[key] = value
                lines.append(event_of_key.start_mark.line + 1)
        self.lines[id(held)] = lines
        for at, value in merged:
            self.merge(held, lines, at, value)
        self.values += len(held)
        return held

    def key(self, event: Any, depth: int) -> str:
        """Return the text of a key."""
        if type(event) is ScalarEvent and event.value and event.tag is None:
            text = str(self.scalar(event) if event.style else event.value)
            if event.anchor is not None:
                self.anchors[event.anchor] = (text, 1)
            return text
        value = self.node(event, depth + 1)
        if isinstance(value, str) and value:
            return value
        self.fault(event, "key-not-text")
        return "?"

    def merge(self, held: dict[str, Any], lines: list[int], event: Any, value: Any) -> None:
        """Add to *held* the keys that it lacks of the mapping, or the mappings, in *value*."""
        for source in value if isinstance(value, list) else [value]:
            if not isinstance(source, dict):
                self.fault(event, "merge-not-mapping", where="<<")
                return
            for key, line in zip(source, self.lines[id(source)], strict=True):
                if key not in held:
                    held[key] = source[key]
                    lines.append(line)

    def alias(self, event: Any) -> Any:
        """Return what the anchor of an alias names, once it is known to be no bomb."""
        if event.anchor not in self.anchors:
            raise self.fatal(event, "yaml-alias", anchor=event.anchor[:60])
        value, size = self.anchors[event.anchor]
        self.expanded += size - 1
        self.values += size - 1
        if self.expanded > self.limits.expanded:
            raise self.fatal(event, "yaml-bomb", most=self.limits.expanded)
        return value

    def fault(self, event: Any, key: str, *, where: str = "", **values: object) -> None:
        """Note a fault and carry on, unless there are so many that this is no such file."""
        self.faults.append(Fault(self.file, event.start_mark.line + 1, where, key, values))
        if len(self.faults) >= _MOST_FAULTS:
            raise InputError(self.faults)

    def fatal(self, event: Any, key: str, **values: object) -> InputError:
        """Return the error of a fault after which reading cannot go on."""
        self.faults.append(Fault(self.file, event.start_mark.line + 1, "", key, values))
        return InputError(self.faults)


_PROBLEMS = (
    ("mapping values are not allowed", "yaml-colon"),
    ("could not find expected ':'", "yaml-no-colon"),
    ("expected ',' or ']'", "yaml-bracket"),
    ("expected ',' or '}'", "yaml-bracket"),
    ("unexpected end of stream", "yaml-quote"),
    ("unexpected document indicator", "yaml-quote"),
    ("undefined alias", "yaml-alias"),
    ("escape", "yaml-escape"),
    ("cannot start any token", "yaml-character"),
    ("expected '-' indicator", "yaml-indent"),
    ("expected <block end>", "yaml-indent"),
    ("did not find expected key", "yaml-indent"),
)
"""What libyaml (and the pure parser) say, and which of our texts says it to the user."""


def _syntax(error: yaml.YAMLError, text: str, file: str) -> Fault:
    """Return the fault for text that is no YAML."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        control = CONTROL.search(text)
        line = text.count("\n", 0, control.start()) + 1 if control else 0
        return Fault(file, line, "", "control-character")
    problem = str(getattr(error, "problem", ""))
    key = next((key for part, key in _PROBLEMS if part in problem), "yaml-syntax")
    rows = text.splitlines()
    row = rows[mark.line] if mark.line < len(rows) else ""
    if "\t" in row[: mark.column + 1] and not row[: mark.column].strip():
        key = "yaml-tab"
    opened = getattr(error, "context_mark", None) or mark
    values = {"opened": opened.line + 1, "character": row[mark.column : mark.column + 1]}
    return Fault(file, mark.line + 1, "", key, values)
