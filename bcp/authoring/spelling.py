"""Values as the text of a YAML file, in the notation that the files of this project use.

What is short stands on one line in brackets or braces; what is long has a line for each key. What
is read back is always the same tree: everything is text, and quotes stand only where YAML needs
them.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

__all__ = ["entry_lines", "flow", "inline", "item_lines", "scalar", "width_of"]

_WIDEST = 100
"""In columns: what is longer stands on several lines."""
_TALL = frozenset({"drill", "scenario", "objectives", "injects", "options", "organisation", "plan"})
"""Keys whose mapping, or whose items, stand with one key a line however short they are."""
_NOTHING = frozenset({"", "~", "null", "Null", "NULL", "<<", "---", "..."})
_FIRST = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`=]")
_INSIDE = re.compile(r":(?:\s|$)|\s#|[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff]")
_IN_FLOW = re.compile(r"[,\[\]{}]|:(?=[,\[\]{}])")
_ESCAPED = re.compile("[\x7f-\xa0\u2028\u2029\ufeff]")
_BLOCK_UNSAFE = re.compile("[\r\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


def scalar(text: str | None, *, in_flow: bool = False) -> str:
    """Return one value on one line, with quotes only if it needs them."""
    if text is None:
        return "null"
    if _is_plain(text, in_flow=in_flow):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _is_plain(text: str, *, in_flow: bool) -> bool:
    if text in _NOTHING or text != text.strip() or _INSIDE.search(text):
        return False
    if _FIRST.match(text) and not re.match(r"[-?:][^\s,\[\]{}:-]", text):
        return False
    # In brackets libyaml takes these two for signs of its own whatever follows them.
    return not (in_flow and (text[0] in "?:" or _IN_FLOW.search(text)))


def flow(value: Any) -> str:
    """Return *value* in the short notation: ``{a: b, c: [d, e]}``."""
    if isinstance(value, Mapping):
        held = (f"{scalar(key, in_flow=True)}: {flow(part)}" for key, part in value.items())
        return "{" + ", ".join(held) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(flow(part) for part in value) + "]"
    return scalar(value, in_flow=True)


def inline(value: Any) -> str:
    """Return *value* on one line, as it stands behind a key."""
    return flow(value) if isinstance(value, (dict, list)) else scalar(value)


def entry_lines(key: str, value: Any, indent: int) -> list[str]:
    """Return the lines of ``key: value``, the first one without its indentation."""
    name = scalar(key)
    below = " " * (indent + 2)
    if isinstance(value, str) and _is_paragraphs(value):
        chomp = "" if value.endswith("\n") else "-"
        rows = value.removesuffix("\n").split("\n")
        return [f"{name}: |{chomp}", *(below + row if row else "" for row in rows)]
    if not isinstance(value, (dict, list)) or not value or _is_short(key, value, indent):
        return [f"{name}: {inline(value)}"]
    if isinstance(value, dict):
        return [f"{name}:", *_mapping_lines(value, indent + 2, below)]
    # At the top of a file a list is a section, and its items are what the file is about.
    items = (item_lines(part, indent + 2, key if indent else "") for part in value)
    return [f"{name}:", *(line for rows in items for line in (below + rows[0], *rows[1:]))]


def item_lines(value: Any, indent: int, key: str = "") -> list[str]:
    """Return the lines of ``- value`` in the list below *key*, the first without its indentation.

    Parameters
    ----------
    value
        The item.
    indent
        The column of the dash.
    key
        What the list is the value of; nothing for the items of a section, which always have a
        line for each key.
    """
    is_tall = isinstance(value, dict) and value and (not key or key in _TALL)
    if isinstance(value, dict) and (is_tall or not _fits(f"- {flow(value)}", indent)):
        rows = _mapping_lines(value, indent + 2, " " * (indent + 2))
        return [f"- {rows[0].lstrip()}", *rows[1:]]
    return [f"- {inline(value)}"]


def _mapping_lines(value: Mapping[str, Any], indent: int, margin: str) -> list[str]:
    entries = (entry_lines(key, held, indent) for key, held in value.items())
    return [line for rows in entries for line in (margin + rows[0], *rows[1:])]


def _is_short(key: str, value: Mapping[str, Any] | Sequence[Any], indent: int) -> bool:
    is_list_of_items = isinstance(value, list) and any(isinstance(part, dict) for part in value)
    return key not in _TALL and not is_list_of_items and _fits(f"{key}: {flow(value)}", indent)


def _fits(text: str, indent: int) -> bool:
    return indent + width_of(text) <= _WIDEST and "\\n" not in text


def width_of(text: str) -> int:
    """Return how many columns *text* takes: two for a full-width sign."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _is_paragraphs(text: str) -> bool:
    """Return whether a text of several lines can stand as such."""
    if "\n" not in text.rstrip("\n") or text.endswith("\n\n") or _BLOCK_UNSAFE.search(text):
        return False
    first = text.split("\n", 1)[0]
    return bool(first) and not first.startswith(" ") and text == text.lstrip()
