"""What is meant by the names that are to be compared: inventories, scenarios, measures.

A name is looked for among all three. One that means several things has to be told apart by
``inventory:``, ``scenario:`` or ``measure:`` before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal, get_args

from bcp.advice.weighing import cost_of
from bcp.cli.opening import Opened, open_at, open_inventory
from bcp.cli.options import Request
from bcp.cli.printing import tell
from bcp.cli.trouble import Faulty, fault_text
from bcp.errors import InputError, UsageError
from bcp.inventory.facts import Measure
from bcp.inventory.faults import Nearest
from bcp.inventory.models import Inventory
from bcp.inventory.patch import patched
from bcp.library import scenarios as library
from bcp.outlook.effects import open_measures
from bcp.report.compare_json import Heading
from bcp.report.names import called
from bcp.scenario.load import LoadedScenario, load_scenario
from bcp.scenario.models import Scenario
from bcp.words import Lang, join, say
from bcp.words.cli import WORDS
from bcp.workspace import Workspace, find_workspace, library_scenarios, resolve_inventory
from bcp.workspace.files import SUFFIXES

__all__ = [
    "Side",
    "Sides",
    "headings_of",
    "package_named",
    "read_sides",
    "states_of",
    "titles_of",
]

Sort = Literal["inventory", "scenario", "measure"]
SORTS: tuple[Sort, ...] = get_args(Sort)
NONE, PLANNED, ALL = "none", "planned", "all"
"""Words for packages: nothing; what is planned or under way; whatever is open."""
JOINED = "+"


@dataclass(frozen=True, slots=True)
class Side:
    """What one name means."""

    name: str
    """As it was typed."""
    sort: Sort
    opened: Opened | None = None
    """Of an inventory: it."""
    measures: tuple[Measure, ...] = ()
    """Of measures: which."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Everything that is to be compared."""

    base: Opened
    """The inventory that scenarios are played on and measures are taken in."""
    held: tuple[Side, ...]

    @property
    def are_scenarios(self) -> bool:
        """Whether scenarios are compared; otherwise states of an inventory."""
        return self.held[0].sort == "scenario"


def read_sides(request: Request, names: Sequence[str]) -> Sides:
    """Return what is meant by *names*; one measure or inventory is compared with what is there.

    Raises
    ------
    Faulty
        If the files of an inventory are at fault.
    UsageError
        If a name means nothing or several things, or what is meant cannot be compared.
    """
    known = _Known(request)
    held = [known.side(name) for name in names]
    if len(held) == 1 and held[0].sort != "scenario":
        held.insert(0, Side(NONE, "measure"))
    if len(held) == 1:
        raise UsageError("compare-one-scenario", name=names[0])
    if len({side.sort == "scenario" for side in held}) > 1:
        one = next(side.name for side in held if side.sort == "scenario")
        other = next(side.name for side in held if side.sort != "scenario")
        raise UsageError("compare-mixed", scenario=one, other=other)
    own = next((side.opened for side in held if side.opened is not None), None)
    needs_base = any(side.sort != "inventory" for side in held)
    base = known.base if needs_base or own is None else own
    return Sides(base, tuple(held))


def package_named(inventory: Inventory, name: str) -> tuple[Measure, ...]:
    """Return the measures of *inventory* that *name* means, in the order of the files.

    Raises
    ------
    UsageError
        If there is no such measure, or it does not say what it changes.
    """
    if name == NONE:
        return ()
    if name == ALL:
        return open_measures(inventory.measures)
    if name == PLANNED:
        held = open_measures(inventory.measures)
        return tuple(one for one in held if one.status in ("planned", "doing"))
    wanted = [part.strip() for part in name.split(JOINED)]
    ids = [measure.id for measure in inventory.measures]
    for part in wanted:
        if part not in ids:
            raise _unknown("unknown-measure", part, ids)
    chosen = tuple(one for one in inventory.measures if one.id in wanted)
    for one in chosen:
        if not one.changes:
            raise UsageError("measure-changes-nothing", name=one.id)
    return chosen


def titles_of(sides: Sides) -> list[str]:
    """Return what people call each state."""
    lang = sides.base.lang
    return [_title(side, lang) for side in sides.held]


def _title(side: Side, lang: Lang) -> str:
    if side.opened is not None:
        name = called(side.opened.loaded.inventory.organisation, lang)
        return say(WORDS, "compare-side-inventory", lang, name=name)
    if not side.measures:
        return say(WORDS, "compare-side-none", lang)
    return join((called(measure, lang) for measure in side.measures), lang)


def headings_of(sides: Sides, titles: Sequence[str]) -> list[Heading]:
    """Return what the sides are; *titles* are what people call them."""
    return [
        Heading(
            key=_key(place),
            name=side.name,
            sort=side.sort,
            title=title,
            ids=tuple(measure.id for measure in side.measures),
            cost=_cost(side.measures),
        )
        for place, (side, title) in enumerate(zip(sides.held, titles, strict=True))
    ]


def _key(place: int) -> str:
    """Return A to Z, then A1, B1 and so on."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    turn, letter = divmod(place, len(letters))
    return letters[letter] + (str(turn) if turn else "")


def _cost(measures: Sequence[Measure]) -> int | None:
    costs = [cost_of(measure) for measure in measures]
    known = [cost for cost in costs if cost is not None]
    return sum(known) if measures and len(known) == len(costs) else None


def states_of(
    sides: Sides, chosen: Sequence[LoadedScenario]
) -> list[tuple[Inventory, list[Scenario]]]:
    """Return each state of an inventory with the scenarios that every one of them can be played on.

    A scenario that names what another inventory lacks is told and left out.

    Raises
    ------
    Faulty
        If measures cannot be taken together.
    UsageError
        If no scenario is left.
    """
    lang = sides.base.lang
    inventories = [_inventory(side, sides.base) for side in sides.held]
    read = [_scenarios(side, chosen, lang) for side in sides.held]
    common = [
        place for place in range(len(chosen)) if all(held[place] is not None for held in read)
    ]
    if not common:
        raise UsageError("compare-nothing-common")
    return [
        (inventory, [one for place in common if (one := held[place]) is not None])
        for inventory, held in zip(inventories, read, strict=True)
    ]


def _inventory(side: Side, base: Opened) -> Inventory:
    if side.opened is not None:
        return side.opened.loaded.inventory
    try:
        return patched(base.loaded.inventory, side.measures)
    except InputError as error:
        raise Faulty(error, base.lang) from None


def _scenarios(side: Side, chosen: Sequence[LoadedScenario], lang: Lang) -> list[Scenario | None]:
    """Return the scenarios as they are read for an inventory; nothing for one that does not fit."""
    if side.opened is None:
        return [loaded.scenario for loaded in chosen]
    found: list[Scenario | None] = []
    for loaded in chosen:
        try:
            path = Path(loaded.place.file)
            found.append(load_scenario(path, side.opened.loaded, loaded.asked).scenario)
        except InputError as error:
            found.append(None)
            fault = fault_text(error.faults[0], lang)
            tell(say(WORDS, "compare-left-out", lang, side=side.name, fault=fault))
    return found


class _Known:
    """What names can mean here."""

    def __init__(self, request: Request) -> None:
        self.request = request

    @cached_property
    def base(self) -> Opened:
        return open_inventory(self.request)

    @cached_property
    def workspace(self) -> Workspace | None:
        return find_workspace(Path.cwd())

    def side(self, name: str) -> Side:
        """Return what *name* means."""
        sort, _, rest = name.partition(":")
        if rest and sort in SORTS and not Path(name).exists():
            return self._as(next(one for one in SORTS if one == sort), rest)
        found = [*self._sorts(name)]
        if not found:
            raise _unknown("compare-unknown", name, [*self._all()])
        if len(found) > 1:
            ways = ", ".join(f"{one}:{name}" for one in found)
            raise UsageError("compare-ambiguous", name=name, known=ways)
        return self._as(found[0], name)

    def _sorts(self, name: str) -> Iterator[Sort]:
        if Path(name).is_dir() or name in self._inventories():
            yield "inventory"
        if Path(name).is_file() and Path(name).suffix in SUFFIXES:
            yield "scenario"
            return
        if Path(name).is_dir():
            return  # a path says what it is, whatever else has the same name
        if name in self._scenarios():
            yield "scenario"
        if name in {NONE, PLANNED, ALL} or self._measures() & {*name.split(JOINED)}:
            yield "measure"

    def _as(self, sort: Sort, name: str) -> Side:
        if sort == "inventory":
            folder = resolve_inventory(name, Path.cwd())
            return Side(name, sort, opened=open_at(self.request, folder))
        if sort == "measure":
            measures = package_named(self.base.loaded.inventory, name)
            return Side(name, sort, measures=measures)
        return Side(name, sort)

    def _inventories(self) -> list[str]:
        return [path.name for path in self.workspace.inventories()] if self.workspace else []

    def _scenarios(self) -> list[str]:
        own = self.workspace.scenarios() if self.workspace else ()
        return [held.id for held in (*own, *library_scenarios(self.workspace, library()))]

    def _measures(self) -> set[str]:
        if self.workspace is None and self.request.inventory is None:
            return set()
        return {measure.id for measure in self.base.loaded.inventory.measures}

    def _all(self) -> Iterator[str]:
        yield from (NONE, PLANNED, ALL)
        yield from sorted(self._measures())
        yield from self._scenarios()
        yield from self._inventories()


def _unknown(key: str, name: str, known: Sequence[str]) -> UsageError:
    nearest = Nearest()(name, known)
    values = {"name": name, "known": ", ".join(dict.fromkeys(known))}
    if nearest is None:
        return UsageError(key, **values)
    return UsageError(f"{key}-near", nearest=nearest, **values)
