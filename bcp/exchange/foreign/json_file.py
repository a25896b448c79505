"""JSON of other tools, opened with care: bounded in size and depth, no key twice, no NaN."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bcp.errors import Fault, InputError
from bcp.exchange.foreign.limits import DEPTH, READ
from bcp.reading import read_file, shown

__all__ = ["read_json"]

_CONSTANT = re.compile(r"[:\[,]\s*(-?Infinity|NaN)")


class _NoNumberError(Exception):
    """A number that JSON does not know, or that is none any more."""


def read_json(path: Path) -> Any:
    """Return what a JSON file holds.

    Raises
    ------
    InputError
        If it cannot be read, is too large or too deep, is no JSON, or has a key twice.
    """
    file = str(path)
    data = read_file(path, file, READ)
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError([Fault(file, line, "", "foreign-not-utf-8")]) from None
    held = _parsed(text, file)
    if _depth(held) > DEPTH:
        raise InputError([Fault(file, 0, "", "too-deep", {"most": DEPTH})])
    return held


def _parsed(text: str, file: str) -> Any:
    twice: list[str] = []

    def pairs(held: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(held)
        if len(made) < len(held):
            counts = Counter(key for key, _ in held)
            twice.extend(key for key, number in counts.items() if number > 1)
        return made

    try:
        root = json.loads(
            text, object_pairs_hook=pairs, parse_constant=_refuse, parse_float=_finite
        )
    except json.JSONDecodeError as error:
        raise InputError([Fault(file, error.lineno, "", "foreign-not-json")]) from None
    except RecursionError:
        raise InputError([Fault(file, 0, "", "too-deep", {"most": DEPTH})]) from None
    except (_NoNumberError, ValueError):
        found = _CONSTANT.search(text)
        line = text.count("\n", 0, found.start(1)) + 1 if found else 0
        raise InputError([Fault(file, line, "", "foreign-no-number")]) from None
    if twice:
        keys = sorted(set(twice))
        faults = [Fault(file, 0, shown(key), "foreign-key-twice") for key in keys]
        raise InputError(faults)
    return root


def _refuse(_: str) -> Any:
    raise _NoNumberError


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise _NoNumberError
    return number


def _depth(root: Any) -> int:
    """Return how many lists and objects are inside each other, without calling itself."""
    depth, level = 0, [root]
    while level := [node for node in level if isinstance(node, (dict, list))]:
        depth += 1
        if depth > DEPTH:
            return depth
        level = [child for node in level for child in _children(node)]
    return depth


def _children(node: Any) -> Iterable[Any]:
    return node.values() if isinstance(node, dict) else node
