"""What an item is called, and how it names the others that it needs."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Annotated, Any

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from bcp.fields import Duration, Id, Item, Share, Text

__all__ = ["OWN", "Group", "Named"]

OWN = "own"
"""In the requirements of a task: whatever the component itself requires."""


class Named(Item):
    """An item that others refer to by its id."""

    id: Id
    """Unique over components, functions, teams and procedures of all files."""
    name: Text = ""
    """As people call it; the id if left out."""
    name_en: Text | None = None
    """The same in English, for English output."""

    @property
    def label(self) -> str:
        """The name, or the id where there is none."""
        return self.name or self.id


class Group(Item):
    """A group of providers of which `at_least` must be up (rule R1)."""

    any_of: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Ids of components or functions, in order of preference, none twice."""
    at_least: Annotated[int, Field(ge=1)] = 1
    """How many of them must be up and engaged."""
    holdover: Duration = 0
    """How long whoever needs the group carries on without it (rule R2)."""
    held_by: Id | None = None
    """What must be up for that reserve to last: a UPS, a generator."""
    switchover: Duration = 0
    """How long a spare takes to replace an engaged provider."""
    levels: Mapping[Annotated[int, Field(ge=1)], Share] | None = None
    """Of a function: its level by the number of providers up."""

    @model_validator(mode="before")
    @classmethod
    def _expand(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"any_of": (value,)}
        if isinstance(value, dict) and "at_least" not in value:
            levels = value.get("levels")
            numbers = [str(key) for key in levels] if isinstance(levels, dict) else []
            if numbers and all(number.isdigit() for number in numbers):
                return {**value, "at_least": min(map(int, numbers))}
        return value

    @model_validator(mode="after")
    def _agree(self) -> Group:
        if len(set(self.any_of)) < len(self.any_of):
            twice = sorted({x for x in self.any_of if self.any_of.count(x) > 1})
            raise PydanticCustomError("provider-twice", "twice", {"ids": ", ".join(twice)})
        if self.at_least > len(self.any_of):
            numbers = {"at_least": self.at_least, "number": len(self.any_of)}
            raise PydanticCustomError("at-least-too-large", "too large", numbers)
        if self.levels is not None:
            self._check_levels(self.levels)
        return self

    def _check_levels(self, levels: Mapping[int, Fraction]) -> None:
        if not levels or min(levels) != self.at_least:
            numbers = {"at_least": self.at_least, "least": min(levels, default=0)}
            raise PydanticCustomError("levels-at-least", "levels", numbers)
        if max(levels) > len(self.any_of):
            numbers = {"most": max(levels), "number": len(self.any_of)}
            raise PydanticCustomError("levels-too-many", "levels", numbers)
