"""An id changed everywhere it is named, and nothing else.

Places are found by the models (:mod:`bcp.authoring.references`); at each of them only the
characters of the id are replaced. What comes out is read again and has to hold the same, but for
the id.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bcp.authoring.editor import Change, applied
from bcp.authoring.nodes import Node, nodes_of, walk
from bcp.authoring.references import Reference, Space, references
from bcp.authoring.shapes import FileKind
from bcp.authoring.text import copied, decoded, encoded
from bcp.errors import UsageError
from bcp.inventory.sections import SORTS
from bcp.reading import FREE, Document, Steps, read

__all__ = ["Meaning", "Rewritten", "Written", "meanings", "rename"]


@dataclass(frozen=True)
class Written:
    """A file that may name things."""

    file: str
    """As the user would name it."""
    kind: FileKind
    """What it holds."""
    data: bytes
    """As it is."""


@dataclass(frozen=True)
class Rewritten:
    """A file after a change."""

    file: str
    """As the user would name it."""
    data: bytes
    """As it is to be."""
    lines: tuple[int, ...]
    """Which of its lines changed, from 1."""


@dataclass(frozen=True, order=True)
class Meaning:
    """What an id stands for."""

    sort: str
    """``component``, ``team``, ``role``, ``scenario`` …"""
    space: Space
    """Among which ids it is one."""


def meanings(files: Sequence[Written], name: str) -> tuple[Meaning, ...]:
    """Return everything that has the id *name*, each sort once.

    Raises
    ------
    InputError
        If a file cannot be read.
    """
    found = {
        Meaning(_sort(reference), reference.space)
        for held in files
        for reference in references(read(held.data, held.file).root, held.kind)
        if reference.is_own and reference.name == name
    }
    return tuple(sorted(found))


def _sort(reference: Reference) -> str:
    sections = [step for step in reference.path if step in SORTS]
    return SORTS[str(sections[-1])] if sections else str(reference.space)


def rename(files: Sequence[Written], old: str, new: str, meaning: Meaning) -> list[Rewritten]:
    """Return the files in which *old* is named, with *new* in its place.

    Parameters
    ----------
    files
        Every file that may name it, free of faults.
    old, new
        Ids; *new* is not yet one of the same kind.
    meaning
        Which of the things called *old* is meant.

    Raises
    ------
    InputError
        If a file cannot be read.
    UsageError
        ``text-not-editable``, if the id is spelt in a way that cannot be replaced.
    """
    spaces: set[Space] = {meaning.space}
    if meaning.sort == "team":
        spaces.add("team")
    made = (_renamed(held, old, new, spaces) for held in files)
    return [held for held in made if held is not None]


def _renamed(held: Written, old: str, new: str, spaces: set[Space]) -> Rewritten | None:
    document = read(held.data, held.file)
    places = [
        reference
        for reference in references(document.root, held.kind)
        if reference.name == old and reference.space in spaces
    ]
    if not places:
        return None
    text, encoding = decoded(held.data)
    finder = _Finder(text)
    spots = {_spot(finder.node(place), text, old, held.file) for place in places}
    data = encoded(applied(text, [Change(at, at + len(old), new) for at in spots]), encoding)
    if _said(read(data, held.file).root) != _said(_aim(document, places, old, new)):
        raise UsageError("text-not-editable", file=held.file)
    lines = {text.count("\n", 0, at) + 1 for at in spots}
    return Rewritten(held.file, data, tuple(sorted(lines)))


def _spot(node: Node | None, text: str, old: str, file: str) -> int:
    """Return where the id is written in a scalar that is, or begins with, it."""
    if node is None or node.kind != "scalar" or node.style in ("|", ">"):
        raise UsageError("text-not-editable", file=file)
    # An anchor may have the same name, and stands before the value.
    value = text.rfind(node.value, node.start, node.end)
    if value < 0 or not node.value.startswith(old):
        raise UsageError("text-not-editable", file=file)
    return value


def _aim(document: Document, places: Sequence[Reference], old: str, new: str) -> Any:
    """Return what the file is to hold."""
    root = copied(document.root)
    # Keys last: they are on the way to other places.
    for place in sorted(places, key=lambda held: held.is_key):
        holder = root
        for step in place.path[:-1]:
            holder = holder[step]
        last = place.path[-1]
        if place.is_key:
            holder[new] = holder.pop(last)
        else:
            holder[last] = new + holder[last].removeprefix(old)
    return root


def _said(tree: Any) -> Any:
    """Return *tree* without the user's own keys: what is shared with them changes there too."""
    if isinstance(tree, dict):
        return {key: _said(held) for key, held in tree.items() if not key.startswith(FREE)}
    return [_said(held) for held in tree] if isinstance(tree, list) else tree


class _Finder:
    """Finds where the value on a path is written: behind aliases and merged keys too."""

    def __init__(self, text: str) -> None:
        self.root = nodes_of(text)
        self.defined: dict[str, list[Node]] = {}
        for node in walk(self.root) if self.root else ():
            if node.anchor and node.kind != "alias":
                self.defined.setdefault(node.anchor, []).append(node)

    def node(self, reference: Reference) -> Node | None:
        """Return the scalar that names the thing."""
        *way, last = reference.path
        holder = self._at(tuple(way))
        if holder is None:
            return None
        return self._entry(holder, last, is_key=reference.is_key)

    def _at(self, path: Steps) -> Node | None:
        node = self._real(self.root)
        for step in path:
            node = None if node is None else self._entry(node, step)
        return node

    def _real(self, node: Node | None) -> Node | None:
        """Return what an alias stands for: the last of that name before it."""
        if node is None or node.kind != "alias":
            return node
        before = [held for held in self.defined[str(node.anchor)] if held.start < node.start]
        return self._real(before[-1])

    def _entry(self, node: Node, step: str | int, *, is_key: bool = False) -> Node | None:
        if isinstance(step, int):
            return self._real(node.values[step])
        for key, value in zip(node.keys, node.values, strict=True):
            real = self._real(key)
            if real is not None and real.value == step:
                return real if is_key else self._real(value)
        merged = [
            self._real(value)
            for key, value in zip(node.keys, node.values, strict=True)
            if key.value == "<<" and not key.style
        ]
        for source in merged:
            parts = source.values if source and source.kind == "sequence" else [source]
            for part in map(self._real, parts):
                found = self._entry(part, step, is_key=is_key) if part else None
                if found is not None:
                    return found
        return None
