"""A drill as the text of its file: what is read back from it is the same drill."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, time
from fractions import Fraction
from typing import Any

import yaml
from pydantic import BaseModel

from bcp.drill.file.models import Drill
from bcp.units import exact_decimal, exact_duration

__all__ = ["SCHEMA", "drill_text", "flow_text", "plain", "tree_text"]

SCHEMA = "../../schemas/drill.schema.json"
"""Where the schema lies, as seen from ``drills/<inventory>/`` of a workspace."""

_NUMBERS = frozenset({"speed", "available"})
"""Whole numbers that are no length of time."""
_TALL = frozenset({"drill", "objectives", "injects", "options"})
"""Keys whose mapping, or whose items, stand with one key a line however short they are."""
_SHORT = 90
_BREAKS = re.compile("[\r\x85\u2028\u2029]")
_TEXT, _NULL = "tag:yaml.org,2002:str", "tag:yaml.org,2002:null"
_MAPPING, _LIST = "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"


def drill_text(drill: Drill, schema: str = SCHEMA) -> str:
    """Return the text of a file that holds *drill*, what is left to its default left out.

    Parameters
    ----------
    drill
        The drill.
    schema
        Where an editor finds the schema, as seen from the file.
    """
    return tree_text(plain(drill), schema)


def tree_text(tree: Mapping[str, Any], schema: str = SCHEMA) -> str:
    """Return the text of a file that holds *tree*: mappings, lists, text and ``None``."""
    first = f"# yaml-language-server: $schema={schema}\n"
    parts = [_dumped(_mapping({key: held})) for key, held in tree.items()]
    return first + "\n".join(parts)


def flow_text(tree: Mapping[str, Any] | Sequence[Any]) -> str:
    """Return *tree* in the short notation, ``{a: b}``; of a list of mappings one a line."""
    if isinstance(tree, list) and any(isinstance(item, dict) for item in tree):
        return "[" + ",\n ".join(flow_text(item) for item in tree) + "]"
    return _dumped(_flow(tree)).rstrip("\n")


# --- from models to text -----------------------------------------------------------------------


def plain(item: BaseModel) -> dict[str, Any]:
    """Return *item* as people write it, what is left to its default left out.

    Raises
    ------
    ValueError
        If a share has no end when written in decimals; none that was read from a file is such.
    """
    fields = sorted(type(item).model_fields.items(), key=lambda field: _is_remark(field[0]))
    return {
        field.alias or name: _written(name, getattr(item, name))
        for name, field in fields
        if getattr(item, name) != field.get_default(call_default_factory=True)
    }


def _is_remark(name: str) -> bool:
    """Return whether a key says something about the item rather than what it is."""
    return name in ("note", "source", "assumed")


def _written(name: str, value: Any) -> Any:
    if isinstance(value, BaseModel):
        return plain(value)
    if isinstance(value, Mapping):
        return {str(key): _written(str(key), held) for key, held in value.items()}
    if isinstance(value, tuple):
        return [_written(name, held) for held in value]
    return _spelt(name, value)


def _spelt(name: str, value: Any) -> str:
    """Return a single value in the notation of the files."""
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds" if value.second else "minutes")
    if isinstance(value, Fraction):
        return f"{exact_decimal(value * 100)}%"
    if isinstance(value, int) and name not in _NUMBERS:
        return exact_duration(value)
    return str(value)


# --- from plain data to YAML -------------------------------------------------------------------


class _Dumper(yaml.SafeDumper):
    """Leaves ``no`` and ``15:10`` without quotes: whoever reads the files takes all for text."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        """Indent lists below their key, as in the files that people write."""
        super().increase_indent(flow, indentless=False)


_Dumper.yaml_implicit_resolvers = {}
_Dumper.add_implicit_resolver(_NULL, re.compile("^(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""])


def _dumped(node: yaml.Node) -> str:
    return yaml.serialize(node, Dumper=_Dumper, allow_unicode=True, width=float("inf"))


def _mapping(held: Mapping[str, Any]) -> yaml.Node:
    """Return a mapping with a key a line."""
    pairs = [(_scalar(key), _node(value, key)) for key, value in held.items()]
    return yaml.MappingNode(_MAPPING, pairs, flow_style=False)


def _node(value: Any, key: str) -> yaml.Node:
    """Return the node of what stands below *key*, in the short notation where that is short."""
    if isinstance(value, dict):
        return _flow(value) if key not in _TALL and _is_short(value) else _mapping(value)
    if isinstance(value, list):
        if not any(isinstance(item, dict) for item in value) and _is_short(value):
            return _flow(value)
        items = [_node(item, key) for item in value]
        return yaml.SequenceNode(_LIST, items, flow_style=False)
    return _scalar(value)


def _is_short(value: Any) -> bool:
    text = flow_text(value)
    return len(text) <= _SHORT and "\\n" not in text


def _flow(value: Any) -> yaml.Node:
    """Return *value* in the short notation, on one line."""
    if isinstance(value, Mapping):
        pairs = [(_scalar(key), _flow(held)) for key, held in value.items()]
        return yaml.MappingNode(_MAPPING, pairs, flow_style=True)
    if isinstance(value, (list, tuple)):
        return yaml.SequenceNode(_LIST, [_flow(item) for item in value], flow_style=True)
    return _scalar(value, lines='"')


def _scalar(text: str | None, lines: str = "|") -> yaml.Node:
    """Return the node of a text, in the style *lines* if it has several."""
    if text is None:
        return yaml.ScalarNode(_NULL, "null")
    return yaml.ScalarNode(_TEXT, text, style=_style(text, lines))


def _style(text: str, lines: str) -> str | None:
    if "\n" not in text and not _BREAKS.search(text):
        return None
    # What other programs take for the end of a line would come back as an ordinary one.
    is_plain = text == text.lstrip() and not text.endswith("\n\n") and not _BREAKS.search(text)
    return lines if is_plain else '"'
