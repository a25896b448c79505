"""Values put into the tree of an item, in its place among the keys; nothing else of it changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError

from bcp.exchange.book.columns import Column
from bcp.exchange.book.sheets import Sheet, rest_of, value_at
from bcp.inventory.models import Target

__all__ = ["copied", "means_the_same", "put", "put_rest"]


def copied(tree: Any) -> Any:
    """Return *tree* with containers of its own."""
    if isinstance(tree, Mapping):
        return {key: copied(held) for key, held in tree.items()}
    return [copied(held) for held in tree] if isinstance(tree, (list, tuple)) else tree


def put(raw: dict[str, Any], sheet: Sheet, column: Column, value: Any) -> None:
    """Put *value* where *column* says; ``None`` takes it away, and what it leaves empty."""
    first, *rest = column.path
    if not rest:
        _set(raw, first, value, _order(sheet.model))
        return
    held = raw.get(first)
    inner = dict(held) if isinstance(held, Mapping) else {}
    if held is not None and not isinstance(held, Mapping):
        inner = {"normal": held}
    _set(inner, rest[0], value, _order(column.model))
    is_short = (
        column.model is Target and list(inner) == ["normal"] and not isinstance(held, Mapping)
    )
    _set(raw, first, (inner["normal"] if is_short else inner) or None, _order(sheet.model))


def put_rest(raw: dict[str, Any], sheet: Sheet, rest: Mapping[str, Any]) -> None:
    """Put what no column holds in the place of what no column held."""
    for key, held in rest_of(raw, sheet).items():
        inner = raw[key]
        is_part = isinstance(inner, dict) and isinstance(held, Mapping) and len(held) < len(inner)
        _set(raw, key, _without(inner, held) if is_part else None, ())
    for key, held in rest.items():
        inner = raw.get(key)
        if isinstance(inner, dict) and isinstance(held, Mapping):
            held = {**inner, **held}  # noqa: PLW2901 (what no column holds, beside what one does)
        _set(raw, key, held, _order(sheet.model))


def _without(held: Mapping[str, Any], taken: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in held.items() if key not in taken}


def _order(model: type[BaseModel]) -> Sequence[str]:
    """Return the keys of a model in the order in which people write them, remarks last."""
    names = [field.alias or name for name, field in model.model_fields.items()]
    remarks = [name for name in names if name in ("note", "source", "assumed")]
    return [*(name for name in names if name not in remarks), *remarks]


def _set(held: dict[str, Any], key: str, value: Any, order: Sequence[str]) -> None:
    """Set a key in its place; a new one stands behind those that come before it in *order*."""
    if value is None:
        held.pop(key, None)
    elif key in held or key not in order:
        held[key] = value
    else:
        before = set(order[: order.index(key)])
        names = [*held]
        place = max((n + 1 for n, name in enumerate(names) if name in before), default=0)
        items = [*held.items()]
        held.clear()
        held.update([*items[:place], (key, value), *items[place:]])


def means_the_same(sheet: Sheet, raw: Mapping[str, Any], column: Column, value: Any) -> bool:
    """Return whether an item stays what it is if *value* is written otherwise in one column."""
    held = value_at(raw, column)
    if value == held:
        return True
    if sheet.like is not None:
        # What stands beside it may be `$name`, which means nothing until the scenario is played.
        least = copied(sheet.like)
        put(least, sheet, column, held)
        raw = least
    other = copied(raw)
    put(other, sheet, column, value)
    try:
        return bool(sheet.model.model_validate(other) == sheet.model.model_validate(raw))
    except ValidationError:
        return False
