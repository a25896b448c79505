"""What changed since an earlier state: results first, then what was written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bcp.outlook.changes import Changes, FieldChange, ItemChange
from bcp.outlook.outlook import Outlook
from bcp.report.dossier import Dossier
from bcp.report.names import called, key_called
from bcp.report.page.voice import Both, Voice, told

__all__ = ["Altered", "ResultChange", "Since", "since_of"]

_ITEMS, _FIELDS = 30, 4
_PLAYED = {"organisation", "components", "functions", "teams", "procedures", "scenarios"}
_REMARKS = {"facts", "name", "name_en", "note", "source", "assumed", "department", "department_en"}
_KNOWN: Mapping[str, Callable[[Voice, str], Both]] = {
    "measures": Voice.measure,
    "scenarios": Voice.scenario,
}


@dataclass(frozen=True, slots=True)
class ResultChange:
    """What a scenario does now, and did then."""

    name: Both
    missed: tuple[int, int]
    """Then, now."""
    loss: tuple[str, str]
    newly: Both
    """Functions that are late now and were not."""
    no_longer: Both


@dataclass(frozen=True, slots=True)
class Altered:
    """An item that was added, removed or changed."""

    name: Both
    section: Both
    kind: Both
    fields: tuple[tuple[Both, Both, Both], ...]
    """(key, then, now)."""
    fields_left: int


@dataclass(frozen=True, slots=True)
class Since:
    """What changed."""

    label: Both
    sentence: Both
    results: tuple[ResultChange, ...]
    new: Both
    """Scenarios that were not there."""
    items: tuple[Altered, ...]
    """What may change results before what only papers show."""
    left_out: int


def since_of(dossier: Dossier, voice: Voice) -> Since | None:
    """Return what changed; None if no earlier state was named."""
    changes = dossier.changes
    if changes is None:
        return None
    known = [one for one in dossier.outlooks if one.head.id in changes.outlooks]
    new = [one.head.id for one in dossier.outlooks if one.head.id not in changes.outlooks]
    then = sum(len(changes.outlooks[one.head.id].missed) for one in known)
    now = sum(len(one.missed) for one in known)
    return Since(
        label=told(changes.label),
        sentence=voice.say("since", items=len(changes.items), then=then, now=now),
        results=tuple(_result(changes.outlooks[one.head.id], one, voice) for one in known),
        new=voice.row(map(voice.scenario, new), 12),
        items=tuple(
            _altered(one, changes, voice) for one in sorted(changes.items, key=_weight)[:_ITEMS]
        ),
        left_out=max(0, len(changes.items) - _ITEMS),
    )


def _is_remark(field: FieldChange) -> bool:
    """Return whether no result depends on a field."""
    return field.key.split(".")[0] in _REMARKS


def _weight(item: ItemChange) -> int:
    """Return 0 for what may change results, 1 for what only papers show."""
    is_remark = item.section not in _PLAYED or bool(
        item.fields and all(map(_is_remark, item.fields))
    )
    return int(is_remark)


def _result(then: Outlook, now: Outlook, voice: Voice) -> ResultChange:
    before, after = set(then.missed), set(now.missed)
    return ResultChange(
        name=voice.scenario(now.head.id),
        missed=(len(before), len(after)),
        loss=(voice.hours(then.loss), voice.hours(now.loss)),
        newly=voice.list(id_ for id_ in now.missed if id_ not in before),
        no_longer=voice.list(
            id_ for id_ in then.missed if id_ not in after and id_ in now.functions
        ),
    )


def _altered(item: ItemChange, changes: Changes, voice: Voice) -> Altered:
    return Altered(
        name=_name(item, changes, voice),
        section=voice.say(f"section-{item.section}")
        if voice.knows(f"section-{item.section}")
        else told(item.section),
        kind=voice.say(f"change-{item.kind}"),
        fields=tuple(
            (_key(one.key), _value(one.before, voice), _value(one.after, voice))
            for one in sorted(item.fields, key=_is_remark)[:_FIELDS]
        ),
        fields_left=max(0, len(item.fields) - _FIELDS),
    )


def _key(key: str) -> Both:
    return Both(key_called(key, "ja"), key_called(key, "en"))


def _value(text: str, voice: Voice) -> Both:
    return told(text) if text else voice.say("nothing")


def _name(item: ItemChange, changes: Changes, voice: Voice) -> Both:
    """Return what an item is called: one that was removed by its name of then."""
    known = _KNOWN.get(item.section)
    if item.kind != "removed":
        return (known or Voice.name)(voice, item.id)
    gone: Mapping[str, object] = {
        one.id: one for one in getattr(changes.inventory, item.section, ()) if hasattr(one, "id")
    }
    held = gone.get(item.id)
    if held is None:
        return voice.name(item.id)
    return told(called(held, "ja"), called(held, "en"))  # type: ignore[arg-type]
