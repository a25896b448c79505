"""The rows of scenarios: what a file nests, beside each other, and back without loss.

An event of a file is ``{at: 0h, outage: {select: {tag: grid-power}, for: 3d}}``; as a row it is
``{at: 0h, happens: outage, select: {tag: grid-power}, for: 3d}``. What no column holds stays under
the key it stood under, so that ``lowered`` undoes ``lifted`` whatever a file holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any, Literal, get_args

from pydantic import Field

from bcp.exchange.book.columns import Column, columns_of
from bcp.fields import Duration, Item, People, Share, Span, Text
from bcp.inventory.models import Kind
from bcp.scenario import written
from bcp.scenario.models import Head

__all__ = [
    "HAPPENINGS",
    "LIFTED",
    "LIKE_EVENT",
    "LIKE_SCENARIO",
    "EventRow",
    "ScenarioRow",
    "event_columns",
    "lifted",
    "lowered",
    "scenario_columns",
    "way_in_row",
]

_KINDS: tuple[str, ...] = get_args(Kind)


class ScenarioRow(Head):
    """A scenario file without its events."""

    parameters: tuple[written.Parameter, ...] = ()
    """Values that can be set anew each time, such as how long the power is out."""
    file: dict[str, Any] = Field(default_factory=dict)
    """What stands at the top of the file beside the scenario."""
    events: Any = None
    """On a sheet of their own."""


class EventRow(Item):
    """One thing that happens, its keys beside each other."""

    at: Duration
    """How long after the incident; `0h` is the moment itself."""
    happens: Literal["damage", "outage", "access", "staff"]
    """What sort of thing it is."""
    select: written.Select | None = None
    """Which components."""
    for_: Annotated[Span | None, Field(alias="for")] = None
    """To the horizon if left out."""
    share: Share | None = None
    """The probability that each is hit."""
    correlation: Text | None = None
    """`site`: the components of one site share one draw."""
    corrupt_since: Duration | None = None
    """How long before the event the data was already spoilt."""
    team: Text | None = None
    """Which team; either this or `teams`."""
    teams: written.Teams | None = None
    """Which teams, by what they are; either this or `team`; not in drills."""
    available: People | None = None
    """A share, or heads, of each team."""
    optional: bool = False
    """Whether it is left out where nothing in the inventory matches; not in drills."""


HAPPENINGS = ("damage", "outage", "access", "staff")
"""What may happen: the keys of an event of which it has one."""
LIKE_SCENARIO: Mapping[str, Any] = {"id": "a", "name": "a"}
LIKE_EVENT: Mapping[str, Any] = {"at": "0h", "happens": "damage"}
"""The least that a row can say: beside it, two spellings of one value are compared."""
LIFTED = tuple(
    field.alias or name
    for name, field in EventRow.model_fields.items()
    if name not in Item.model_fields and name not in ("at", "happens", "optional")
)
"""The keys of what happens that are keys of a row."""
_WIDTHS: Mapping[str, float] = {
    "teaches": 40,
    "teaches_en": 40,
    "likelihood": 10,
    "words": 22,
    "at": 10,
    "share": 9,
    "correlation": 12,
    "available": 10,
}
_TOP = ("scenario", "parameters", "events")


# --- columns -------------------------------------------------------------------------------------


def scenario_columns() -> tuple[Column, ...]:
    """Return the columns of scenarios, explained by the models of their files."""
    found = columns_of(ScenarioRow, ("events", "file"))
    file = Column(("file",), "yaml", ScenarioRow, width=20)
    return (*(_explained(column) for column in found), file)


def _explained(column: Column) -> Column:
    model = Head if column.key in Head.model_fields else written.Scenario
    made = replace(column, model=model, width=_WIDTHS.get(column.key, column.width))
    return replace(made, form="words") if column.key == "words" else made


def event_columns() -> tuple[Column, ...]:
    """Return the columns of events: those of what is selected among the others."""
    return tuple(_fitting(column) for column in columns_of(EventRow, (), (written.Select,)))


def _fitting(column: Column) -> Column:
    if column.path[0] == "select":
        is_kind = column.key == "select.kind"
        is_id = column.key == "select.id"
        return replace(
            column,
            form="words",
            width=22,
            choices=_KINDS if is_kind else (),
            refers="components" if is_id else column.refers,
        )
    column = replace(column, width=_WIDTHS.get(column.key, column.width))
    if column.key == "available":
        return replace(column, form="text")
    if column.key == "team":
        return replace(column, refers="teams")
    return (
        replace(column, model=written.Event) if column.key in written.Event.model_fields else column
    )


# --- a file as rows, and back --------------------------------------------------------------------


def lifted(root: Mapping[str, Any]) -> dict[str, Any]:
    """Return the tree of a scenario file as one item of the section ``scenarios``."""
    item = dict(root["scenario"])
    if "parameters" in root:
        item["parameters"] = root["parameters"]
    if "events" in root:
        events = root["events"]
        item["events"] = events and [_lifted(held) for held in events]
    if rest := {key: held for key, held in root.items() if key not in _TOP}:
        item["file"] = rest
    return {"scenarios": [item]}


def _lifted(event: Mapping[str, Any]) -> dict[str, Any]:
    """Return an event as a row."""
    row: dict[str, Any] = {}
    for key, held in event.items():
        if key not in HAPPENINGS or "happens" in row or not isinstance(held, Mapping):
            row[key] = held
            continue
        row["happens"] = key
        row |= {name: value for name, value in held.items() if name in LIFTED}
        if left := {name: value for name, value in held.items() if name not in LIFTED}:
            row[key] = left
    return row


def lowered(root: Mapping[str, Any]) -> tuple[dict[str, Any] | None, dict[int, Any]]:
    """Return the tree of a scenario file, and of which item each part of it was made.

    Parameters
    ----------
    root
        What :func:`lifted` returns, perhaps changed since.

    Returns
    -------
    tuple
        The tree; ``None`` if the scenario was taken away. And by the ``id()`` of the top, the
        head and each event: the item that it was made of.
    """
    if not root["scenarios"]:
        return None, {}
    item = root["scenarios"][0]
    head = {key: held for key, held in item.items() if key not in ("parameters", "events", "file")}
    made: dict[str, Any] = {"scenario": head}
    of = {id(made): item, id(head): item}
    if "parameters" in item:
        made["parameters"] = item["parameters"]
    if "events" in item:
        rows = item["events"]
        made["events"] = rows and [_lowered(row) for row in rows]
        of |= {id(event): row for event, row in zip(made["events"] or (), rows or (), strict=True)}
    rest = item.get("file", {})
    for key, held in (rest if isinstance(rest, Mapping) else {"file": rest}).items():
        made[f"file.{key}" if key in _TOP else key] = held
    return made, of


def _lowered(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row as an event."""
    happens = row.get("happens")
    body = {key: row[key] for key in row if key in LIFTED}
    left = row.get(str(happens), {}) if happens in HAPPENINGS else {}
    event: dict[str, Any] = {}
    for key, held in row.items():
        if key == "happens":
            # What is no mapping cannot be joined to the rest: it is there to be refused.
            event[str(happens)] = {**body, **left} if isinstance(left, Mapping) else left
        elif key != happens and key not in LIFTED:
            event[key] = held
    return event


def way_in_row(steps: list[str], *, is_event: bool) -> list[str]:
    """Return the way inside a row for the way inside the file."""
    if is_event:
        inner = steps[1:] if steps and steps[0] in HAPPENINGS else steps
        return inner or ["happens"]
    way = [step for step in steps if step]
    return way if not way or way[0] in (*Head.model_fields, *_TOP) else ["file", *way]
