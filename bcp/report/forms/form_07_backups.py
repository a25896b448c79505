"""様式7: the copies of important data: where they are, how old, and whether one event takes all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bcp.inventory.models import Backup, Component
from bcp.outlook.effects import countermeasures
from bcp.report.document import Cell, Row, Section
from bcp.report.forms.laying import Entry, Head, lines, listing, missing, sheet
from bcp.report.forms.teller import NONE, Teller
from bcp.report.names import called
from bcp.words import join

__all__ = ["build", "is_apart"]

_NUMBER = 7
_NAMED = 4
_TOGETHER = 15
"""How many sorts of data a row names."""
_MARKS = "①②③④⑤⑥⑦⑧⑨"
_HEADS = (
    Head("col-7-data", 2.0),
    Head("col-7-systems", 1.3),
    Head("col-7-backups", 2.9),
    Head("col-7-rpo", 0.9),
    Head("col-7-together", 1.5),
    Head("col-7-tested", 1.2),
    Head("col-7-measure", 1.3),
)


@dataclass(frozen=True, slots=True)
class _Kept:
    """Data that is kept in just the same way: it stands in one row."""

    data: tuple[Component, ...]
    rpo: int | None
    """The strictest of the functions above."""
    measures: str

    @property
    def first(self) -> Component:
        """The one that speaks for all."""
        return self.data[0]


def build(teller: Teller, most: int) -> Section | None:
    """Return form 7; None if no data is known."""
    data = [teller.ground.components[id_] for id_ in teller.ground.of_kind("data")]
    if not data:
        missing(_NUMBER, teller, "components")
    rows = list(_rows(data, teller))
    blocks = listing(teller, _HEADS, rows, lambda held: _row(held, teller), most=most)
    return sheet(_NUMBER, teller, blocks)


def _rows(data: Iterable[Component], teller: Teller) -> Iterator[_Kept]:
    """Put together what is kept alike, a handful of names a row."""
    alike: dict[object, list[Component]] = {}
    for held in data:
        copies = tuple(
            (_copy(backup, teller), _distance(held, backup, teller), backup.tested)
            for backup in held.backups
        )
        key = (copies, _rpo(held, teller), _measures(held.id, teller))
        alike.setdefault(key, []).append(held)
    for group in alike.values():
        for start in range(0, len(group), _TOGETHER):
            part = tuple(group[start : start + _TOGETHER])
            yield _Kept(part, _rpo(part[0], teller), _measures(part[0].id, teller))


def _row(kept: _Kept, teller: Teller) -> Row:
    held = kept.first
    names = [teller.name(one.id) for one in kept.data]
    label = teller.list((one.id for one in kept.data), 1)
    entry = Entry(teller, _NUMBER, "components", held.id, label)
    if not held.backups:
        entry.note("col-7-backups", "backups")
    copies = _marked(_copy(backup, teller) for backup in held.backups)
    return (
        Cell(join(names, teller.lang), emphasis=True),
        teller.list(_systems(kept.data, teller), _NAMED) or NONE,
        Cell(copies) if copies else Cell(teller.say("no-copies"), tone="bad"),
        _rpo_cell(kept, teller),
        _together(held, teller),
        _tested(held, entry),
        kept.measures or NONE,
    )


def _systems(data: Iterable[Component], teller: Teller) -> list[str]:
    """Return what needs the data: the components, else the functions that name it."""
    ground = teller.ground
    users = [need.owner for held in data for need in ground.network.users[held.id]]
    found = [user for user in users if user in ground.components]
    return list(dict.fromkeys(found or [user for user in users if user in ground.functions]))


def _marked(texts: Iterable[str]) -> str:
    """Return one line a copy, each with the number of the copy before it."""
    held = list(texts)
    if len(held) == 1:
        return held[0]
    return "\n".join(
        f"{_MARKS[n] if n < len(_MARKS) else f'{n + 1}.'}{text}" for n, text in enumerate(held)
    )


def _copy(backup: Backup, teller: Teller) -> str:
    details = [
        backup.medium,
        teller.say("generations", number=backup.generations) if backup.generations else "",
        teller.say("online") if backup.online else teller.say("offline"),
    ]
    return teller.say(
        "copy",
        every=teller.span(backup.every),
        at=teller.name(backup.at),
        details=join(filter(None, details), teller.lang),
    )


def _rpo(held: Component, teller: Teller) -> int | None:
    """Return the strictest RPO of the functions that need data."""
    ground = teller.ground
    wanted = [ground.functions[id_].rpo for id_ in ground.functions_on(held.id)]
    return min((one for one in wanted if one is not None), default=None)


def _rpo_cell(kept: _Kept, teller: Teller) -> Cell:
    """Return the RPO, against the most frequent copy."""
    if kept.rpo is None:
        return Cell(NONE, tone="muted")
    every = min((backup.every for backup in kept.first.backups), default=None)
    is_kept = every is not None and every <= kept.rpo
    return Cell(teller.span(kept.rpo), tone="good" if is_kept else "bad")


# --- whether one event takes all -----------------------------------------------------------------


def is_apart(data: Component, backup: Backup, teller: Teller) -> bool:
    """Return whether a copy stands in none of the sites and rooms of its data."""
    ground = teller.ground
    at = {backup.at, *ground.places(backup.at)}
    around = {*ground.places(data.id)}
    return at.isdisjoint(around)


def _together(held: Component, teller: Teller) -> Cell:
    if not held.backups:
        return Cell(NONE, tone="muted")
    apart = [is_apart(held, backup, teller) for backup in held.backups]
    safe = [one and not copy.online for one, copy in zip(apart, held.backups, strict=True)]
    texts = [_distance(held, backup, teller) for backup in held.backups]
    return Cell(_marked(texts), tone="good" if any(safe) else "warn" if any(apart) else "bad")


def _distance(held: Component, backup: Backup, teller: Teller) -> str:
    """Return how near a copy stands to its data."""
    ground = teller.ground
    at = (backup.at, *ground.places(backup.at))
    shared = next((p for p in ground.places(held.id) if p in at), None)
    if shared is None:
        key = "apart-online" if backup.online else "apart"
        return teller.say(key)
    kind = ground.components[shared].kind
    return teller.say(f"same-{kind}")


def _tested(held: Component, entry: Entry) -> Cell:
    teller = entry.teller
    days = [backup.tested for backup in held.backups]
    if not any(days):
        return entry.cell("col-7-tested", "", "backups.tested", wanted=bool(days))
    texts = [teller.say("never-tested") if day is None else teller.day(day) for day in days]
    return Cell(_marked(texts))


def _measures(id_: str, teller: Teller) -> str:
    """Return what is planned for the data, with its date."""
    if teller.is_public:
        return ""
    found = [
        teller.say("planned-until", name=called(held, teller.lang), day=teller.day(held.due))
        if held.due
        else called(held, teller.lang)
        for held in countermeasures(teller.ground.inventory.measures)
        if id_ in held.of and held.status in {"idea", "planned", "doing"}
    ]
    return lines(found)
