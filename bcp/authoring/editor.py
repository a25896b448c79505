"""Which characters of a YAML text have to change so that it holds something else.

Only entries and items that differ are touched. A change that cannot be made inside a value is
made to the value as a whole; what an anchor said moves to the first alias that stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any

from bcp.authoring.nodes import Node, comments_of, nodes_of, walk
from bcp.authoring.spelling import entry_lines, flow, inline, item_lines, scalar

__all__ = ["Change", "Editor", "Unable", "applied"]


@dataclass(frozen=True, slots=True)
class Change:
    """Characters that take the place of others."""

    start: int
    end: int
    text: str


class Unable(Exception):  # noqa: N818 (never leaves this room)
    """A change cannot be written in this way; in a coarser one, perhaps."""


def applied(text: str, changes: Sequence[Change]) -> str:
    """Return *text* with *changes*, none of which overlap; at one place, in the order given.

    Raises
    ------
    Unable
        If two overlap.
    """
    parts, position = [], 0
    for change in _in_order(changes):
        parts += [text[position : change.start], change.text]
        position = change.end
    return "".join([*parts, text[position:]])


def _in_order(changes: Sequence[Change]) -> list[Change]:
    ordered = sorted(changes, key=lambda held: (held.start, held.end))
    if any(later.start < earlier.end for earlier, later in pairwise(ordered)):
        raise Unable
    return ordered


class Editor:
    """Collects the changes that turn one text into another."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.newline = "\r\n" if "\r\n" in text else "\n"
        self.root = nodes_of(text)
        nodes = [] if self.root is None else [*walk(self.root)]
        self.aliases = [held for held in nodes if held.kind == "alias"]
        self.defined = [held for held in nodes if held.anchor and held.kind != "alias"]
        self.named = {held.anchor for held in self.aliases}
        self.changes: list[Change] = []

    def amend(self, held: Any, wanted: Any) -> list[Change]:
        """Return the changes after which the file holds *wanted* in the place of *held*."""
        if self.root is None:
            if not isinstance(wanted, dict):
                raise Unable
            lines = [line for key, part in wanted.items() for line in entry_lines(key, part, 0)]
            end = len(self.text)
            first = "" if not end or self.text.endswith("\n") else self.newline
            self._put(end, end, first + self._joined([*lines, ""]))
            return self.changes
        self._value(self.root, held, wanted)
        self._keep_anchors(held)
        return self.changes

    def append(self, section: str, lines: Sequence[str]) -> list[Change]:
        """Return the changes after which an item of several lines ends a list at the top."""
        keys = self.root.keys if self.root else []
        number = next((at for at, key in enumerate(keys) if key.value == section), None)
        if self.root is None or number is None:
            end = len(self.text)
            first = "" if not end or self.text.endswith("\n") else self.newline
            gap = self.newline if keys else ""
            rows = [f"{section}:", *(f"  {line}" for line in lines), ""]
            self._put(end, end, first + gap + self._joined(rows))
            return self.changes
        key, node = self.root.keys[number], self.root.values[number]
        if node.kind == "scalar" and not node.value:
            place, margin = self._line_end(self._colon(key)), "  "
        elif node.is_block and node.kind == "sequence":
            dash = self._dash(node.values[0])
            place, margin = self._line_end(node.end), " " * (dash - self._line_start(dash))
        else:
            raise Unable
        self._put(place, place, self.newline + self._joined([margin + line for line in lines]))
        return self.changes

    # --- values ----------------------------------------------------------------------------------

    def _inside(self, node: Node, held: Any, wanted: Any) -> bool:
        """Change the value *node* in its place; if that cannot be, change nothing and say so."""
        noted = len(self.changes)
        try:
            self._value(node, held, wanted)
            _in_order(self.changes[noted:])
        except Unable:
            del self.changes[noted:]
            return False
        return True

    def _value(self, node: Node, held: Any, wanted: Any) -> None:
        """Change the value *node* in its place; raise if it needs more room than that."""
        if held == wanted:
            return
        if not self._can_go_inside(node):
            raise Unable
        if node.kind == "mapping" and isinstance(wanted, dict):
            if node.is_flow and [*held] != [*wanted]:
                self._flow(node, wanted)
            else:
                self._mapping(node, held, wanted)
        elif node.kind == "sequence" and isinstance(wanted, list):
            if node.is_flow and not held:
                raise Unable  # nothing was said yet of how its items are written
            if node.is_flow:
                self._flow_items(node, held, wanted)
            else:
                self._items(node, held, wanted)
        else:
            raise Unable

    def _can_go_inside(self, node: Node) -> bool:
        """Return whether a change in *node* changes nothing else, and stands in its text."""
        is_shared = node.anchor is not None and node.anchor in self.named
        has_merge = any(key.value == "<<" and not key.style for key in node.keys)
        return node.kind in ("mapping", "sequence") and not is_shared and not has_merge

    def _flow(self, node: Node, wanted: Any) -> None:
        if any(node.start <= start < node.end for start, _ in comments_of(self.text, self.root)):
            raise Unable  # in brackets there is no line of its own for a comment to stay on
        self._put(node.start, node.end, flow(wanted))

    def _flow_items(self, node: Node, held: list[Any], wanted: list[Any]) -> None:
        if len(held) != len(wanted):
            self._flow(node, wanted)
            return
        for part, before, after in zip(node.values, held, wanted, strict=True):
            self._in_flow(part, before, after)

    def _in_flow(self, node: Node, held: Any, wanted: Any) -> None:
        """Change what stands between brackets or braces."""
        if held == wanted:
            return
        if self._can_go_inside(node) and type(held) is type(wanted):
            self._value(node, held, wanted)
        else:
            self._put(node.start, node.end, flow(wanted))

    # --- mappings --------------------------------------------------------------------------------

    def _mapping(self, node: Node, held: dict[str, Any], wanted: dict[str, Any]) -> None:
        entries = {
            key.value: (key, value) for key, value in zip(node.keys, node.values, strict=True)
        }
        if not any(key in wanted for key in entries):
            raise Unable
        for name, (key, value) in entries.items():
            if name not in wanted:
                self._drop_entry(key, value, [entries[x][0] for x in entries if x in wanted])
            elif node.is_flow:
                self._in_flow(value, held[name], wanted[name])
            else:
                self._entry(node, key, value, held[name], wanted[name])
        self._new_entries(node, entries, wanted)

    def _entry(self, node: Node, key: Node, value: Node, held: Any, wanted: Any) -> None:
        """Change what stands behind a key: inside if that can be, else as a whole."""
        if held == wanted:
            return
        if self._inside(value, held, wanted):
            return
        is_small = value.kind in ("scalar", "alias") or value.is_flow
        lines = entry_lines(key.value, wanted, node.column)
        if (
            is_small
            and len(lines) == 1
            and value.style not in ("|", ">")
            and value.end > value.start
        ):
            self._put(value.start, value.end, inline(wanted))
            return
        lines[0] = self.text[key.start : key.end] + lines[0][len(scalar(key.value)) :]
        self._put(key.start, max(value.end, self._colon(key) + 1), self._joined(lines))

    def _colon(self, key: Node) -> int:
        found = re.compile(r"\s*:").match(self.text, key.end)
        if found is None:
            raise Unable
        return found.end() - 1

    def _drop_entry(self, key: Node, value: Node, kept: Sequence[Node]) -> None:
        """Take an entry away: its lines, or what stands before the next one behind a dash."""
        end = max(value.end, self._colon(key) + 1)
        if self._is_first_on_line(key.start):
            if not any(held.start <= key.start < held.end for held in self.changes):
                self._put(self._line_start(key.start), self._next_line(end), "")
            return
        after = min((other.start for other in kept if other.start > key.start), default=0)
        if not after or any(key.start < at < after for at, _ in comments_of(self.text, self.root)):
            raise Unable
        self._put(key.start, after, "")

    def _new_entries(
        self, node: Node, entries: Mapping[str, tuple[Node, Node]], wanted: dict[str, Any]
    ) -> None:
        """Write keys that were not there, each behind the one that it follows in *wanted*."""
        margin = " " * node.column
        before: str | None = None
        for name, part in wanted.items():
            if name in entries:
                before = name
                continue
            lines = entry_lines(name, part, node.column)
            if node.is_flow:
                raise Unable
            if before is None:
                place = next(key for given, (key, _) in entries.items() if given in wanted)
                self._put(place.start, place.start, self._joined([*lines, margin]))
                continue
            key, value = entries[before]
            place_end = self._line_end(max(value.end, self._colon(key) + 1))
            self._put(
                place_end, place_end, self.newline + self._joined([margin + lines[0], *lines[1:]])
            )

    # --- lists -----------------------------------------------------------------------------------

    def _items(self, node: Node, held: list[Any], wanted: list[Any]) -> None:
        if not wanted:
            raise Unable
        names, aims = [_name(item) for item in held], [_name(item) for item in wanted]
        if len(names) == len(aims) and not any(name.startswith("id:") for name in names):
            aims = names  # a list of nameless items of the same length: each becomes its own
        matcher = SequenceMatcher(None, names, aims, autojunk=False)
        for tag, a, b, c, d in matcher.get_opcodes():
            if tag == "equal" or b - a == d - c:
                for number in range(b - a):
                    self._item(node, a + number, held[a + number], wanted[c + number])
                continue
            if d > c:
                self._new_items(node, a, wanted[c:d])
            for number in range(a, b):
                self._drop_item(node.values[number])

    def _drop_item(self, item: Node) -> None:
        dash = self._dash(item)
        if not self._is_first_on_line(dash):
            raise Unable
        self._put(self._line_start(dash), self._next_line(item.end), "")

    def _item(self, node: Node, number: int, held: Any, wanted: Any) -> None:
        if held == wanted:
            return
        item = node.values[number]
        if not self._inside(item, held, wanted):
            dash = self._dash(item)
            lines = item_lines(wanted, dash - self._line_start(dash))
            self._put(dash, max(item.end, dash + 1), self._joined(lines))

    def _new_items(self, node: Node, number: int, items: Sequence[Any]) -> None:
        """Write new items before the one of that *number*, or behind the last."""
        first = self._dash(node.values[0])
        column = first - self._line_start(first)
        margin = " " * column
        rows = [item_lines(item, column) for item in items]
        if number == 0:
            place = self._line_start(first)
            if self.text[place:first].strip():
                raise Unable
            lines = [line for held in rows for line in (margin + held[0], *held[1:])]
            self._put(place, place, self._joined([*lines, ""]))
            return
        lines = [line for held in rows for line in (margin + held[0], *held[1:])]
        place = self._line_end(node.values[number - 1].end)
        self._put(place, place, self.newline + self._joined(lines))

    def _dash(self, item: Node) -> int:
        """Return where the dash of an item stands."""
        start = self._line_start(item.start)
        while True:
            line = self.text[start : min(item.start, self._line_end(start))]
            bare = line.split(" #")[0]
            if bare.strip() and not bare.lstrip().startswith("#"):
                at = bare.rfind("-")
                if at < 0 or bare[at + 1 :].strip():
                    raise Unable
                return start + at
            if start == 0:
                raise Unable
            start = self._line_start(start - 1)

    # --- anchors ---------------------------------------------------------------------------------

    def _keep_anchors(self, held: Any) -> None:
        """Let the first alias that stays say what a removed anchor said."""
        assert self.root is not None
        removed = [node for node in self.defined if self._is_removed(node)]
        trees = dict(_trees(self.root, held)) if removed else {}
        for node in removed:
            following = [
                other.start
                for other in self.defined
                if other.anchor == node.anchor and other.start > node.start
            ]
            until = min(following, default=len(self.text))
            left = [
                alias
                for alias in self.aliases
                if alias.anchor == node.anchor
                and node.start < alias.start < until
                and not self._is_removed(alias)
            ]
            if left:
                said = f"&{node.anchor} {flow(trees[node.start])}"
                self._put(left[0].start, left[0].end, said)

    def _is_removed(self, node: Node) -> bool:
        return any(held.start <= node.start < held.end for held in self.changes)

    # --- places ----------------------------------------------------------------------------------

    def _put(self, start: int, end: int, text: str) -> None:
        self.changes.append(Change(start, end, text))

    def _joined(self, lines: Sequence[str]) -> str:
        return self.newline.join(lines)

    def _line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def _line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        end = len(self.text) if end < 0 else end
        return end - 1 if self.text[at:end].endswith("\r") else end

    def _next_line(self, at: int) -> int:
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end + 1

    def _is_first_on_line(self, at: int) -> bool:
        return not self.text[self._line_start(at) : at].strip()


def _trees(node: Node, held: Any) -> Iterator[tuple[int, Any]]:
    """Yield where each value of a file begins, and what it is; what is merged in aside."""
    yield node.start, held
    if node.kind == "mapping":
        for key, value in zip(node.keys, node.values, strict=True):
            if key.value in held:
                yield from _trees(value, held[key.value])
    elif node.kind == "sequence":
        for value, part in zip(node.values, held, strict=True):
            yield from _trees(value, part)


def _name(item: Any) -> str:
    """Return by what an item of a list is known again: its id, or all that it holds."""
    for key in ("id", "no"):
        if isinstance(item, dict) and isinstance(item.get(key), str):
            return f"id:{item[key]}"
    return flow(item)
