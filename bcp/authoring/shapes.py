"""What the models say of keys: which there are, in which order, and what stands below them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, create_model
from pydantic.fields import FieldInfo

from bcp.audit.accepted import Acceptance
from bcp.drill.file.models import Drill
from bcp.inventory.facts import Measure
from bcp.inventory.sections import LISTS, SINGLES
from bcp.scenario.models import Scenario

__all__ = ["ROOTS", "FileKind", "below", "fields_of", "key_order", "kind_of", "model_of", "part_of"]

FileKind = Literal["inventory", "scenario", "drill", "accepted"]
_REMARKS = ("note", "source", "assumed")
_LAST = ("facts", "tasks", "events", "options")
"""Blocks that are so long that a remark behind them would be overlooked."""


def type_of(field: FieldInfo) -> Any:
    """Return what a field was declared as: pydantic keeps the outermost annotations apart."""
    parts = tuple(field.metadata)
    return Annotated[field.annotation, *parts] if parts else field.annotation


@cache
def fields_of(model: type[BaseModel]) -> Mapping[str, tuple[str, Any]]:
    """Return the name and the type of each key, by the key as files write it."""
    return {
        field.alias or name: (name, type_of(field)) for name, field in model.model_fields.items()
    }


@cache
def key_order(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the keys of *model* in the order in which files have them.

    As the model has them; what is said about the item comes behind what it is, and before the
    long blocks that it may have.
    """
    keys = [*fields_of(model)]
    own = [key for key in keys if key not in (*_REMARKS, *_LAST)]
    return (*own, *_REMARKS, *(key for key in keys if key in _LAST))


def model_of(kind: Any) -> type[BaseModel] | None:
    """Return the model of the mapping that a value of *kind* may be written as."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return kind
    if get_origin(kind) in (Annotated, Union, UnionType):
        parts = get_args(kind)[:1] if get_origin(kind) is Annotated else get_args(kind)
        return next((found for part in parts if (found := model_of(part))), None)
    return None


def part_of(kind: Any) -> Any:
    """Return the type of the items of a list, or of the values of a mapping, of *kind*."""
    if get_origin(kind) in (Annotated, Union, UnionType):
        parts = get_args(kind)[:1] if get_origin(kind) is Annotated else get_args(kind)
        return next((found for part in parts if (found := part_of(part)) is not None), None)
    held = get_args(kind)
    if get_origin(kind) is tuple:
        return held[0]
    return held[1] if len(held) == 2 else None  # noqa: PLR2004 (key and value)


def below(kind: Any, key: str) -> Any:
    """Return the type of what stands below *key* in a mapping of *kind*; None: nothing is known."""
    model = model_of(kind)
    if model is None:
        return part_of(kind)
    if model is Measure and key == "changes":
        return CHANGED
    return fields_of(model)[key][1] if key in fields_of(model) else None


_SECTIONS: dict[str, Any] = {name: (model, ...) for name, model in SINGLES.items()}
_SECTIONS |= {name: (tuple[model, ...], ...) for name, model in LISTS.items()}  # type: ignore[valid-type]
_SECTIONS |= dict.fromkeys(_REMARKS, (Any, None))
CHANGED: type[BaseModel] = create_model("Sections", **_SECTIONS)
"""The sections of an inventory in their usual order, as if they were the keys of one item."""
ROOTS: Mapping[FileKind, Any] = {
    "inventory": CHANGED,
    "scenario": Scenario,
    "drill": Drill,
    "accepted": dict[str, tuple[Acceptance, ...]],
}
"""What stands at the top of each kind of file."""


def kind_of(root: object) -> FileKind:
    """Return the kind of a file, by the keys at its top."""
    keys = set(root) if isinstance(root, Mapping) else set()
    kinds: tuple[FileKind, ...] = ("scenario", "drill", "accepted")
    return next((kind for kind in kinds if kind in keys), "inventory")
