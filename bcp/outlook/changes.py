"""What changed since an earlier state of the inventory: items, targets and results."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pydantic_core import PydanticUndefined

from bcp.fields import Item
from bcp.inventory.models import Inventory
from bcp.outlook.outlook import Outlook
from bcp.outlook.spelling import (
    entry_hint,
    hints_of,
    is_short,
    key_of,
    pieces,
    remarks_last,
    spelt,
)
from bcp.scenario.models import Scenario

__all__ = ["Changes", "FieldChange", "ItemChange", "changes_between", "scenario_changes"]

LONGEST = 160
"""How much of a list or text is shown whole; of a longer one only the part that changed."""
_AROUND = 12
"""How many letters before and after a change are shown with it."""
_CUT = "…"
_NAMED = (
    "components",
    "functions",
    "teams",
    "procedures",
    "people",
    "roles",
    "contracts",
    "measures",
)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One key of an item that says something else than before."""

    key: str
    """The key as files write it, such as ``rto`` or ``facts.model``."""
    before: str
    """As a file would write it, short; empty: it was not there."""
    after: str


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An item that was added, removed or changed."""

    section: str
    """``organisation``, ``components``, ``functions``, ``teams``, ``procedures``, ``people`` …;
    ``plan``, whose id is ``plan``; ``actions``, whose id is what is done; ``scenarios``."""
    id: str
    kind: Literal["added", "removed", "changed"]
    fields: tuple[FieldChange, ...] = ()
    """Of a changed item, in the order of its keys."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The earlier state, and how the present one differs from it."""

    label: str
    """What the earlier state is called: a folder or a revision, as it was asked for."""
    inventory: Inventory
    """As it was."""
    digest: str
    """Of the earlier inventory."""
    outlooks: Mapping[str, Outlook]
    """By scenario id: what the scenarios of then did to the inventory of then."""
    items: tuple[ItemChange, ...]
    """By section, in the order of the files; the removed ones of a section after its others.
    The scenarios come last: one that was added or removed can be compared with nothing."""


def changes_between(before: Inventory, after: Inventory) -> tuple[ItemChange, ...]:
    """Return what is different in *after*; what drills measured is left out.

    Parameters
    ----------
    before
        The earlier state.
    after
        The later one.
    """
    found = [*_in_section("organisation", *_single(before.organisation, after.organisation))]
    for section in _NAMED:
        held = ({item.id: item for item in getattr(one, section)} for one in (before, after))
        found += _in_section(section, *held)
    found += _in_section("actions", _actions(before), _actions(after))
    plans = ({} if one.plan is None else {"plan": one.plan} for one in (before, after))
    return (*found, *_in_section("plan", *plans))


def scenario_changes(
    before: Iterable[Scenario], after: Iterable[Scenario]
) -> tuple[ItemChange, ...]:
    """Return which scenarios were added, removed or changed, the later ones in their order."""
    held = ({one.scenario.id: one for one in scenarios} for scenarios in (before, after))
    return tuple(_in_section("scenarios", *held))


def _single(before: Item, after: Any) -> tuple[Mapping[str, Item], Mapping[str, Item]]:
    """Return what stands once in all files under the id that it has now."""
    return {after.id: before}, {after.id: after}


def _actions(inventory: Inventory) -> dict[str, Item]:
    """Return the actions by what is done: they have no other name."""
    found: dict[str, Item] = {}
    for action in inventory.actions:
        name, number = action.what, 1
        while name in found:
            number += 1
            name = f"{action.what} ({number})"
        found[name] = action
    return found


def _in_section(
    section: str, before: Mapping[str, Item], after: Mapping[str, Item]
) -> Iterator[ItemChange]:
    for id_, item in after.items():
        if id_ not in before:
            yield ItemChange(section, id_, "added")
        elif fields := tuple(_differences(type(item), before[id_], item, "")):
            yield ItemChange(section, id_, "changed", fields)
    yield from (ItemChange(section, id_, "removed") for id_ in before if id_ not in after)


# --- one item ----------------------------------------------------------------------------------


def _differences(
    model: type[Item], before: Item | None, after: Item | None, above: str
) -> Iterator[FieldChange]:
    """Yield the keys of an item that differ; one that is not there differs by all it would say."""
    for name in remarks_last(model):
        one, two = _held(model, before, name), _held(model, after, name)
        if one != two:
            key = f"{above}{key_of(model, name)}"
            yield from _compared(one, two, hints_of(model)[name], key)


def _held(model: type[Item], item: Item | None, name: str) -> Any:
    """Return what *item* holds under *name*; ``None`` where it holds nothing of its own."""
    default = model.model_fields[name].get_default(call_default_factory=True)
    value = default if item is None else getattr(item, name)
    return None if value is PydanticUndefined or value == default else value


def _compared(before: Any, after: Any, hint: Any, key: str) -> Iterator[FieldChange]:
    """Yield how two values of a key differ, each part of them by itself where it has a name."""
    held = [value for value in (before, after) if value is not None]
    if all(isinstance(value, Item) for value in held) and not all(map(is_short, held)):
        # `rto: 3h` beside `rto: {normal: 3h, disaster: 72h}` too: the longer notation tells more.
        yield from _differences(type(held[0]), before, after, f"{key}.")
    elif all(_is_named(value) for value in held):
        yield from _by_name(_named(before), _named(after), hint, key)
    elif all(isinstance(value, tuple) for value in held):
        one, two = (() if value is None else pieces(value, hint) for value in (before, after))
        yield FieldChange(key, *(", ".join(shown) for shown in _trimmed(one, two, around=0)))
    else:
        one, two = (() if value is None else (*spelt(value, hint),) for value in (before, after))
        yield FieldChange(key, *("".join(shown) for shown in _trimmed(one, two, _AROUND)))


def _is_named(value: Any) -> bool:
    """Return whether *value* is a mapping by words, or a list of items with ids."""
    if isinstance(value, Mapping):
        return all(isinstance(key, str) for key in value)
    return isinstance(value, tuple) and all(isinstance(item, Item) and _id(item) for item in value)


def _id(item: Item) -> str | None:
    return getattr(item, "id", None)


def _named(value: Any) -> Mapping[str, Any]:
    if value is None:
        return {}
    return value if isinstance(value, Mapping) else {item.id: item for item in value}


def _by_name(
    before: Mapping[str, Any], after: Mapping[str, Any], hint: Any, key: str
) -> Iterator[FieldChange]:
    """Yield how two lists of named things differ; their order, if it is all that does."""
    entries = entry_hint(hint)
    if before == after:
        yield FieldChange(key, ", ".join(before), ", ".join(after))
    for name in (*after, *(name for name in before if name not in after)):
        if before.get(name) == after.get(name):
            continue
        below = f"{key}.{name}"
        if name in before and name in after:
            yield from _compared(before[name], after[name], entries, below)
        else:
            texts = (spelt(held[name], entries) if name in held else "" for held in (before, after))
            yield FieldChange(below, *texts)


def _trimmed(
    one: Sequence[str], two: Sequence[str], around: int
) -> tuple[Sequence[str], Sequence[str]]:
    """Return two lists, or two texts by letters; of long ones only where they differ."""
    if max(sum(map(len, held)) for held in (one, two)) <= LONGEST:
        return one, two
    start = _alike(one, two)
    end = _alike(one[: start - 1 if start else None : -1], two[: start - 1 if start else None : -1])
    start, end = max(0, start - around), max(0, end - around)
    return _middle(one, start, end), _middle(two, start, end)


def _alike(one: Sequence[str], two: Sequence[str]) -> int:
    """Return how many entries two lists begin with in common."""
    pairs = enumerate(zip(one, two, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(two)))


def _middle(held: Sequence[str], start: int, end: int) -> Sequence[str]:
    cut = (_CUT,)
    return (
        *cut[: start > 0],
        *held[start : len(held) - end],
        *cut[: end > 0 and start < len(held)],
    )
