"""From the events of a file to the plain events of the model, for one inventory.

Places named by tags become ids, groups of teams become one event a team, and what is optional
is left out where nothing matches. Pure: no file is read here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from bcp.fields import Item
from bcp.inventory.checks import Problem
from bcp.inventory.models import Inventory
from bcp.reading import Steps
from bcp.scenario import models, written
from bcp.scenario.checks import Ground, refer, select_problems

__all__ = ["Fitted", "Skipped", "Sort", "fit"]

Sort = Literal["damage", "outage", "access", "staff"]
SORTS: tuple[Sort, ...] = ("damage", "outage", "access", "staff")
_ABOUT_IDS = frozenset({"unknown-id", "wrong-sort"})
"""What is wrong with an id is a slip of the pen, and no reason to leave an event out."""
_UNFIT = frozenset({"unknown-tag"})


@dataclass(frozen=True, slots=True)
class Skipped:
    """An optional event for which the inventory has nothing."""

    number: int
    """Its place among the events of the file, from 0."""
    at: int
    """Seconds after the incident."""
    sort: Sort
    tags: tuple[str, ...]
    """The tags that no component carries; empty if it is for another reason."""


@dataclass
class Fitted:
    """What the events of a file are for one inventory."""

    events: list[tuple[int, models.Event]] = field(default_factory=list)
    """The plain events, each with its place in the file."""
    skipped: list[Skipped] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def fit(events: Sequence[written.Event | None], ground: Ground) -> Fitted:
    """Return what *events* are for the inventory of *ground*; rejected events are ``None``."""
    done = Fitted()
    for number, event in enumerate(events):
        if event is not None:
            _fit_one(number, event, ground, done)
    if done.skipped and not (done.events or done.problems) and None not in events:
        tags = dict.fromkeys(tag for one in done.skipped for tag in one.tags)
        values = {"tags": ", ".join(tags) or "-"}
        done.problems.append(Problem(("scenario",), "scenario-nothing-left", values))
    return done


def _fit_one(number: int, event: written.Event, ground: Ground, done: Fitted) -> None:
    sort = next(one for one in SORTS if getattr(event, one) is not None)
    path: Steps = ("events", number, sort)
    if event.staff is not None:
        made, wrong = _staff(event.staff, ground, path)
    else:
        made, wrong = _struck(getattr(event, sort), sort, ground, path)
    if not wrong:
        done.events += [(number, _plain(event, sort, one)) for one in made]
    elif event.optional and not any(problem.key in _ABOUT_IDS for problem in wrong):
        done.skipped.append(Skipped(number, event.at, sort, _lacking(wrong)))
    else:
        done.problems += wrong


def _lacking(wrong: Sequence[Problem]) -> tuple[str, ...]:
    tags = [str(problem.values["value"]) for problem in wrong if problem.key in _UNFIT]
    return tuple(dict.fromkeys(tags))


def _plain(event: written.Event, sort: Sort, held: Item) -> models.Event:
    return models.Event.model_validate({"at": event.at, sort: held, **_notes(event, models.Event)})


def _notes(item: Item, model: type[Item]) -> dict[str, object]:
    """Return what people noted of *item*, as far as *model* knows the keys."""
    known = {"all"} | {held.alias or name for name, held in model.model_fields.items()}
    assumed = {key: text for key, text in item.assumed.items() if key in known}
    return {"note": item.note, "source": item.source, "assumed": assumed}


# --- people ------------------------------------------------------------------------------------


def _staff(
    change: written.StaffChange, ground: Ground, path: Steps
) -> tuple[list[Item], list[Problem]]:
    """Return one change a team, or why there is none."""
    ids: tuple[str, ...] = ()
    wrong: list[Problem] = []
    if change.team is not None:
        ids = (change.team,)
        wrong += refer(change.team, "team", ground, (*path, "team"))
    elif not (ids := _teams(change.teams, ground.inventory)):
        wrong.append(Problem((*path, "teams"), "no-such-teams", {"value": change.teams}))
    notes = _notes(change, models.StaffChange)
    raw = {"available": change.available, "for": change.for_, **notes}
    return [models.StaffChange.model_validate({"team": id_, **_given(raw)}) for id_ in ids], wrong


def _teams(which: written.Teams | None, inventory: Inventory) -> tuple[str, ...]:
    """Return the ids of the teams that *which* means, in the order of the files."""
    if which == "busiest":
        return _busiest(inventory)
    wanted = {"own": (False,), "vendors": (True,)}.get(which or "", (False, True))
    return tuple(team.id for team in inventory.teams if team.vendor in wanted)


def _busiest(inventory: Inventory) -> tuple[str, ...]:
    """Return the own team that the most tasks call for; the first of the files on a tie."""
    calls = Counter(
        team for held in inventory.procedures for task in held.tasks for team in task.crew
    )
    own = [team.id for team in inventory.teams if not team.vendor and calls[team.id]]
    return (max(own, key=calls.__getitem__),) if own else ()


# --- places and machines -----------------------------------------------------------------------

_STRIKING: Mapping[str, type[Item]] = {
    "damage": models.Damage,
    "outage": models.Outage,
    "access": models.Access,
}


def _struck(
    held: written.Damage | written.Outage | written.Access, sort: Sort, ground: Ground, path: Steps
) -> tuple[list[Item], list[Problem]]:
    """Return the same event with a plain selection, or why it selects nothing."""
    here = (*path, "select")
    wrong = [*_places_lacking(held.select, ground, here)]
    if wrong:
        return [], wrong
    chosen = _plain_select(held.select, ground)
    wrong = [*select_problems(chosen, ground, here)]
    model = _STRIKING[sort]
    keys = {name: key.alias or name for name, key in model.model_fields.items()}
    raw = {key: getattr(held, name) for name, key in keys.items() if name not in Item.model_fields}
    raw |= _notes(held, model) | {"select": chosen}
    return [model.model_validate(_given(raw))], wrong


def _places_lacking(select: written.Select, ground: Ground, path: Steps) -> Iterator[Problem]:
    """Yield the tags of `within_tag`, if no place with any of them is there."""
    tags = select.within_tag
    if tags is not None and not _places(tags, ground):
        for number, tag in enumerate(tags):
            place = (*path, "within_tag", number)
            yield Problem(place, "unknown-tag", {"value": tag}, (tag, ()))


def _places(tags: Sequence[str], ground: Ground) -> tuple[str, ...]:
    return ground.selector(models.Select(tag=tuple(tags)))


def _plain_select(select: written.Select, ground: Ground) -> models.Select:
    within = select.within
    if select.within_tag is not None:
        within = _places(select.within_tag, ground)
    keys = {"id": select.id, "kind": select.kind, "within": within, "tag": select.tag}
    return models.Select.model_validate(_given(keys | _notes(select, models.Select)))


def _given(raw: dict[str, object]) -> dict[str, object]:
    """Return *raw* without what is not given."""
    return {key: value for key, value in raw.items() if value is not None}
