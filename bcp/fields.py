"""The kinds of value that a file holds, as pydantic fields shared by every file kind.

A scalar arrives as the text a person wrote (the reader resolves no YAML types), so that ``no``
stays a name and ``09:00`` a time of day. A value that cannot be read raises a
``PydanticCustomError`` whose type is a key of ``bcp.words.faults``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from fractions import Fraction
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from bcp.units import Amount, parse_amount, parse_clock, parse_duration, parse_share

__all__ = [
    "Clock",
    "Day",
    "Duration",
    "Heads",
    "Id",
    "Item",
    "LocalTime",
    "MonthDay",
    "OneOrMany",
    "People",
    "Share",
    "Span",
    "Text",
    "Weight",
]


def _reader(parse: Callable[[str], Any], key: str, kept: tuple[type, ...]) -> BeforeValidator:
    """Return a validator that reads text by *parse* and lets values of the *kept* types through."""

    def read(value: Any) -> Any:
        if isinstance(value, kept) and not isinstance(value, bool):
            return value
        if value is None:
            raise PydanticCustomError("empty-value", "empty")
        if isinstance(value, (dict, list)):
            raise PydanticCustomError(key, "bad value", {"value": _shown(value)})
        try:
            return parse(str(value).strip())
        except ValueError:
            raise PydanticCustomError(key, "bad value", {"value": str(value)}) from None

    return BeforeValidator(read)


def _shown(value: Any) -> str:
    return "{…}" if isinstance(value, dict) else "[…]"


def _positive(text: str) -> int:
    seconds = parse_duration(text)
    if seconds == 0:
        raise ValueError(text)
    return seconds


def _month_day(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{1,2})-(\d{1,2})", text)
    longest = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    if not match or not 1 <= int(match[1]) <= len(longest):
        raise ValueError(text)
    month, day = int(match[1]), int(match[2])
    if not 1 <= day <= longest[month - 1]:
        raise ValueError(text)
    return month, day


def _day(text: str) -> date:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise ValueError(text)
    return date.fromisoformat(text)


def _local_time(text: str) -> datetime:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2})?)?", text):
        raise ValueError(text)
    return datetime.fromisoformat(text)


def _weight(text: str) -> Fraction:
    if not re.fullmatch(r"\d{1,9}(\.\d{1,9})?", text):
        raise ValueError(text)
    return Fraction(text)


_DURATION_SCHEMA = {
    "type": "string",
    "pattern": r"^([0-9]+(mo|[smhdw]))+$",
    "examples": ["90s", "30m", "4h", "3d", "2w", "1d12h"],
}
_DURATION_OR_ZERO_SCHEMA = _DURATION_SCHEMA | {
    "type": ["string", "integer"],
    "pattern": r"^(0|([0-9]+(mo|[smhdw]))+)$",
    "maximum": 0,
    "minimum": 0,
}
_SHARE_SCHEMA = {
    "anyOf": [
        {"type": "string", "pattern": r"^[0-9.]+%?$"},
        {"type": "number", "minimum": 0, "maximum": 1},
    ]
}
_AMOUNT_SCHEMA = {
    "anyOf": [{"type": "string", "pattern": r"^[0-9.]+%?$"}, {"type": "number", "minimum": 0}]
}

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$", max_length=200)]
"""The name of a thing inside the files: small letters, digits and hyphens."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=20_000)]
"""What a person wrote for people."""

Duration = Annotated[
    int,
    _reader(parse_duration, "bad-duration", (int,)),
    WithJsonSchema(_DURATION_OR_ZERO_SCHEMA),
]
"""Seconds, written ``4h``; zero allowed, with or without a unit."""

Span = Annotated[int, _reader(_positive, "bad-span", (int,)), WithJsonSchema(_DURATION_SCHEMA)]
"""Seconds, written ``4h``, more than zero."""

Share = Annotated[
    Fraction,
    _reader(parse_share, "bad-share", (Fraction,)),
    PlainSerializer(str),
    WithJsonSchema(_SHARE_SCHEMA),
]
"""An exact share from 0 to 1, written ``30%`` or ``0.3``."""

People = Annotated[
    Amount,
    _reader(parse_amount, "bad-people", (int, Fraction)),
    PlainSerializer(str),
    WithJsonSchema(_AMOUNT_SCHEMA),
]
"""Heads (a whole number) or a share of a team."""

Heads = Annotated[int, Field(ge=1, le=1_000_000)]
"""A whole number of people, at least one."""

Clock = Annotated[
    int,
    _reader(parse_clock, "bad-clock", (int,)),
    WithJsonSchema({"type": "string", "pattern": r"^[0-9]{1,2}:[0-9]{2}$"}),
]
"""Minutes since midnight, written ``HH:MM``."""

MonthDay = Annotated[
    tuple[int, int],
    _reader(_month_day, "bad-month-day", (tuple, list)),
    WithJsonSchema({"type": "string", "pattern": r"^[0-9]{1,2}-[0-9]{1,2}$"}),
]
"""A day of any year as (month, day), written ``02-16``."""


Day = Annotated[
    date,
    _reader(_day, "bad-date", (date,)),
    WithJsonSchema({"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}),
]
"""A date, written ``2026-11-23``."""

LocalTime = Annotated[
    datetime,
    _reader(_local_time, "bad-local-time", (datetime,)),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?)?$",
            "examples": ["2026-11-23T02:00"],
        }
    ),
]
"""A moment by the organisation's own clock, written ``2026-11-23T02:00``."""

Weight = Annotated[
    Fraction,
    _reader(_weight, "bad-weight", (int, Fraction)),
    PlainSerializer(str),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": r"^[0-9]+([.][0-9]+)?$"},
                {"type": "number", "minimum": 0},
            ]
        }
    ),
]
"""What something counts beside others: a number, exact."""


def one_or_many(value: Any) -> Any:
    """Let one value stand for a list of one."""
    return value if isinstance(value, (list, tuple)) else (value,)


OneOrMany = BeforeValidator(one_or_many)


class Item(BaseModel):
    """Anything with keys in a file: frozen, its keys known, its facts traceable."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, defer_build=True
    )

    note: Text | None = None
    """A remark for people."""
    source: Text | None = None
    """Which sentence of which document the facts come from."""
    assumed: dict[str, Text] = Field(default_factory=dict)
    """Which keys hold an assumption, and its basis; ``all`` stands for every key."""

    @model_validator(mode="before")
    @classmethod
    def _drop_free_keys(cls, value: Any) -> Any:
        # A plain loop, because it runs for every item of every file.
        if type(value) is dict:
            for key in value:
                if key[:2] == "x-":
                    value = {key: held for key, held in value.items() if key[:2] != "x-"}
                    break
        return value

    @field_validator("assumed")
    @classmethod
    def _check_assumed(cls, assumed: dict[str, str]) -> dict[str, str]:
        known = {"all"} | {field.alias or name for name, field in cls.model_fields.items()}
        if unknown := sorted(set(assumed) - known):
            raise PydanticCustomError("assumed-unknown", "unknown", {"keys": ", ".join(unknown)})
        return assumed
