"""Which columns the sheets of an inventory have: derived from the models, so that none is missing.

A key that holds one value, or a list of words, is a column; so are the keys of the small models
inside an item, such as ``facts``. What is deeper stands in its column as YAML, in one line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from bcp.fields import Day, Duration, Id, Item, Span, Text
from bcp.inventory.facts import Facts, FunctionFacts
from bcp.inventory.groups import Group
from bcp.inventory.models import Staff, Target, Workaround
from bcp.inventory.papers import House
from bcp.inventory.teams import Hours, Pert

__all__ = ["FLAT", "Column", "Form", "columns_of"]

Form = Literal[
    "text",
    "number",
    "bool",
    "choice",
    "day",
    "duration",
    "pert",
    "hours",
    "words",
    "lines",
    "groups",
    "pairs",
    "yaml",
]
"""How the value of a key is written in a cell; ``bcp.exchange.book.notation`` says each."""

FLAT: tuple[type[BaseModel], ...] = (Target, Staff, Workaround, Facts, FunctionFacts, House)
"""Models inside an item whose keys are columns of the item's own sheet."""
_REFERS: Mapping[str, str] = {
    "within": "components",
    "at": "components",
    "covers": "components",
    "team": "teams",
    "vendor": "teams",
    "procedure": "procedures",
    "lead": "people",
    "deputies": "people",
    "role": "roles",
}
"""Keys that hold ids, and the section whose items they name."""
_SHORT_WORDS = frozenset({"tags", "ranks"})
"""Lists of text whose texts are words rather than sentences."""
_LONG = frozenset({"note", "source", "assumed", "duties", "weakness", "left", "effects", "outcome"})
_WIDTHS: Mapping[Form, float] = {
    "number": 8,
    "bool": 8,
    "choice": 11,
    "day": 12,
    "duration": 10,
    "pert": 16,
    "words": 22,
    "lines": 36,
    "groups": 36,
    "pairs": 24,
    "yaml": 36,
}
_REMARKS = ("note", "source", "assumed")


@dataclass(frozen=True)
class Column:
    """A column of a sheet."""

    path: tuple[str, ...]
    """The keys that lead to the value inside the item."""
    form: Form
    model: type[BaseModel]
    """The model that explains it."""
    choices: tuple[str, ...] = ()
    """The words of which it takes one, as they are written in YAML."""
    refers: str | None = None
    """The section whose ids it takes, or lists."""
    width: float = 16
    """In letters."""

    @property
    def key(self) -> str:
        """The path as it is written in a heading: ``facts.model``."""
        return ".".join(self.path)

    @property
    def word(self) -> str:
        """The key of the words about it."""
        return "-".join(self.path).replace("_", "-").lstrip("@")


def columns_of(
    model: type[BaseModel], apart: tuple[str, ...] = (), flat: tuple[type[BaseModel], ...] = FLAT
) -> tuple[Column, ...]:
    """Return the columns of the items of *model*; remarks come last.

    Parameters
    ----------
    model
        Of the items.
    apart
        Keys that are no columns.
    flat
        Models inside an item whose keys are columns of the item's own sheet.
    """
    found = [held for held in _columns(model, (), flat) if held.path[0] not in apart]
    return tuple(sorted(found, key=lambda held: held.path[0] in _REMARKS))


def _columns(
    model: type[BaseModel], above: tuple[str, ...], flat: tuple[type[BaseModel], ...]
) -> Iterator[Column]:
    hints = get_type_hints(model, include_extras=True)
    for name, field in model.model_fields.items():
        if above and name in Item.model_fields:
            continue  # of a model inside an item they are rare, and stand in the last column
        path = (*above, field.alias or name)
        hint = _without_none(hints[name])
        inner = _plain(hint)
        if isinstance(inner, type) and issubclass(inner, flat):
            yield from _columns(inner, path, flat)
        else:
            yield _column(path, hint, model)


def _column(path: tuple[str, ...], hint: Any, model: type[BaseModel]) -> Column:
    key, inner = path[-1], _plain(hint)
    form = _form(key, hint)
    choices = get_args(inner) if form == "choice" else ()
    width = 32 if key in _LONG else 24 if key == "name" else _WIDTHS.get(form, 16)
    refers = "components" if form == "groups" else _REFERS.get(key) if _names_ids(hint) else None
    return Column(path, form, model, tuple(map(str, choices)), refers, width)


def _form(key: str, hint: Any) -> Form:
    inner = _plain(hint)
    origin = get_origin(inner)
    if origin is tuple:
        return _form_of_list(key, get_args(inner)[0])
    if origin is Literal:
        return "choice"
    if origin is not None:
        return "pairs" if _is_scalar(get_args(inner)[1]) else "yaml"
    if isinstance(inner, type) and issubclass(inner, BaseModel):
        return "pert" if inner is Pert else "hours" if inner is Hours else "yaml"
    return _form_of_scalar(hint, inner)


def _form_of_list(key: str, element: Any) -> Form:
    inner = _plain(element)
    if inner is Group:
        return "groups"
    if not _is_scalar(element):
        return "yaml"
    return "lines" if element == Text and key not in _SHORT_WORDS else "words"


def _form_of_scalar(hint: Any, inner: Any) -> Form:
    if hint in (Duration, Span):
        return "duration"
    if hint == Day:
        return "day"
    if get_origin(hint) is Annotated and get_args(hint)[0] in (Duration | None, Span | None):
        return "duration"
    return "bool" if inner is bool else "number" if inner is int else "text"


def _is_scalar(hint: Any) -> bool:
    inner = _plain(hint)
    return get_origin(inner) in (None, Literal, UnionType, Union) and not (
        isinstance(inner, type) and issubclass(inner, BaseModel)
    )


def _without_none(hint: Any) -> Any:
    """Return *hint* without the ``None`` that it allows."""
    if get_origin(hint) in (UnionType, Union):
        held = [part for part in get_args(hint) if part is not NoneType]
        return held[0] if len(held) == 1 else hint
    return hint


def _plain(hint: Any) -> Any:
    """Return the type itself, without what it is annotated with."""
    while get_origin(hint) is Annotated:
        hint = _without_none(get_args(hint)[0])
    return hint


def _names_ids(hint: Any) -> bool:
    """Return whether a value is the id of something, or a list of such."""
    inner = _plain(hint)
    element = get_args(inner)[0] if get_origin(inner) is tuple else hint
    return bool(element == Id)
