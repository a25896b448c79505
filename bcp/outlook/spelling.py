"""Values of items as people write them in the files: ``4h``, ``30%``, ``{any_of: [a, b]}``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from bcp.fields import Duration, Item, MonthDay, OneOrMany, Span, Weight
from bcp.inventory.models import Group, Hours, Pert, Target
from bcp.units import exact_decimal, exact_duration

__all__ = ["entry_hint", "hints_of", "is_short", "key_of", "pieces", "remarks_last", "spelt"]

_LENGTHS = (get_args(Duration)[1], get_args(Span)[1])
_MONTH_DAY = get_args(MonthDay)[1]
_WEIGHT = get_args(Weight)[1]
_SIGNS = ',:[]{}"'
"""Inside a list or mapping a text that holds one of these stands in quotes."""
_REMARKS = tuple(Item.model_fields)


@cache
def remarks_last(model: type[Item]) -> tuple[str, ...]:
    """Return the names of the fields of *model*, those that only remark on it at the end."""
    own = [name for name in model.model_fields if name not in _REMARKS]
    return (*own, *_REMARKS)


def key_of(model: type[Item], name: str) -> str:
    """Return the key under which files write the field *name*."""
    return model.model_fields[name].alias or name


@cache
def hints_of(model: type[Item]) -> Mapping[str, Any]:
    """Return the type of each field of *model*, with all that tells seconds from numbers."""
    return {
        name: Annotated[(field.annotation, None, *field.metadata)]
        for name, field in model.model_fields.items()
    }


def is_short(item: object) -> bool:
    """Return whether *item* has a notation of its own, in which it is compared as a whole."""
    return isinstance(item, (Group, Hours, Pert)) or (
        isinstance(item, Target) and item.disaster is None and not _remarks(item)
    )


def spelt(value: object, hint: Any = None) -> str:
    """Return *value* as a file would write it, on one line where the text itself has one.

    Parameters
    ----------
    value
        A value of a field, or a part of one.
    hint
        Its type, which tells seconds from other numbers.
    """
    if isinstance(value, Item):
        return _item(value)
    if isinstance(value, Mapping):
        keys, held = _inside(hint, 2)
        pairs = (f"{spelt(key, keys)}: {_nested(one, held)}" for key, one in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, (tuple, list)) and not _has(hint, _MONTH_DAY):
        return ", ".join(pieces(value, hint))
    return _single(value, hint)


def pieces(value: tuple[Any, ...] | list[Any], hint: Any = None) -> tuple[str, ...]:
    """Return the text of each entry of a list."""
    (entries, *_) = _inside(hint, 2)
    return tuple(_nested(one, entries) for one in value)


def entry_hint(hint: Any) -> Any:
    """Return the type of what stands under each name of a mapping of type *hint*."""
    return _inside(hint, 2)[1]


def _nested(value: object, hint: Any) -> str:
    """Return a value that stands inside another one."""
    if isinstance(value, str) and (not value or any(sign in value for sign in _SIGNS)):
        return '"' + value.replace("\\", r"\\").replace('"', r"\"") + '"'
    if isinstance(value, tuple) and len(value) == 1 and _has(hint, OneOrMany):
        return _nested(value[0], _inside(hint, 1)[0])
    is_list = isinstance(value, (tuple, list)) and not _has(hint, _MONTH_DAY)
    return f"[{spelt(value, hint)}]" if is_list else spelt(value, hint)


def _item(item: Item) -> str:
    if isinstance(item, Hours):
        start, end = (f"{minutes // 60:02}:{minutes % 60:02}" for minutes in (item.start, item.end))
        return f"{item.days} {start}-{end}"
    if isinstance(item, Pert) and item.low == item.high and not _remarks(item):
        return exact_duration(item.low)
    if isinstance(item, Target) and is_short(item):
        return exact_duration(item.normal)
    model, hints = type(item), hints_of(type(item))
    pairs = {
        key_of(model, name): _nested(getattr(item, name), hints[name])
        for name in remarks_last(model)
        if getattr(item, name) != model.model_fields[name].get_default(call_default_factory=True)
    }
    if isinstance(item, Group) and len(pairs) == 1:
        return item.any_of[0] if len(item.any_of) == 1 else f"{{any_of: {pairs['any_of']}}}"
    return "{" + ", ".join(f"{key}: {text}" for key, text in pairs.items()) + "}"


def _remarks(item: Item) -> bool:
    return any(getattr(item, name) for name in _REMARKS)


def _single(value: object, hint: Any) -> str:
    """Return a value without parts."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, tuple):
        return "-".join(f"{part:02}" for part in value)
    if isinstance(value, dt.datetime):
        return value.isoformat(timespec="seconds" if value.second else "minutes")
    return _number(value, hint) if isinstance(value, (int, Fraction)) else str(value)


def _number(value: int | Fraction, hint: Any) -> str:
    if isinstance(value, Fraction):
        return exact_decimal(value) if _has(hint, _WEIGHT) else f"{exact_decimal(value * 100)}%"
    is_length = any(_has(hint, marker) for marker in _LENGTHS)
    return exact_duration(value) if is_length else str(value)


# --- types -------------------------------------------------------------------------------------


def _has(hint: Any, marker: object) -> bool:
    """Return whether *hint*, or one of several it allows, carries *marker*."""
    if get_origin(hint) is Annotated:
        own, *marks = get_args(hint)
        return marker in marks or _has(own, marker)
    return get_origin(hint) in (Union, UnionType) and any(
        _has(part, marker) for part in get_args(hint)
    )


def _inside(hint: Any, most: int) -> tuple[Any, ...]:
    """Return the types of what stands inside a mapping or list; nothing known: ``None``."""
    origin = get_origin(hint)
    if origin is Annotated:
        return _inside(get_args(hint)[0], most)
    if origin in (Union, UnionType):
        parts = (_inside(part, most) for part in get_args(hint))
        return next((held for held in parts if held[0] is not None), (None,) * most)
    held = tuple(part for part in get_args(hint) if part is not Ellipsis)
    return (*held, *[None] * most)[:most]
