"""The form that everything foreign is brought into before it is written as an inventory.

A drawing collects things and what they need, and keeps a ledger of how sure each piece is: *taken*
as it stood, *derived* from something that was there, *guessed* where nothing said it, or *left
out*. Nothing of the file disappears without a line in the ledger.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from bcp.errors import Fault, InputError
from bcp.exchange.foreign.limits import PROVIDERS, THINGS
from bcp.exchange.foreign.naming import Ids, clean_name, slug
from bcp.inventory.models import Kind
from bcp.words import Phrase

__all__ = ["SURE", "Drawing", "Drawn", "Entry", "Need", "Sure", "Thing"]

Sure = Literal["taken", "derived", "guessed", "left-out"]
SURE: tuple[Sure, ...] = ("taken", "derived", "guessed", "left-out")


@dataclass(frozen=True, slots=True)
class Need:
    """A group of providers, as rule R1 has it."""

    any_of: tuple[str, ...]
    at_least: int = 1
    holdover: int = 0
    """Seconds."""
    held_by: str | None = None
    switchover: int = 0
    """Seconds."""
    only_to_start: bool = False
    note: Phrase | None = None
    """What is written behind it."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A component, or a function."""

    id: str
    kind: Kind | Literal["function"]
    name: str = ""
    name_en: str | None = None
    within: str | None = None
    tags: tuple[str, ...] = ()
    startup: int = 0
    """Seconds."""
    needs: tuple[Need, ...] = ()
    notes: tuple[Phrase, ...] = ()
    """What is written above it."""
    is_bundle: bool = False
    """Whether it is only a name for what it needs: nothing in it is repaired."""
    facts: Mapping[str, str] = field(default_factory=dict)
    """Of a function: ``rto``, ``mtpd`` and ``rank``, as the files write them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger."""

    sure: Sure
    what: Phrase
    """A sort of piece, and for what is guessed or left out the reason."""
    number: int
    names: tuple[str, ...]
    """Which ones."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What came out of the files."""

    title: str
    """What the organisation is called until somebody fills it in."""
    things: tuple[Thing, ...]
    entries: tuple[Entry, ...]

    def count(self, sure: Sure) -> int:
        """Return how many pieces are so sure."""
        return sum(entry.number for entry in self.entries if entry.sure == sure)


class Drawing:
    """Collects things and needs; told of everything else that a file held.

    Parameters
    ----------
    title
        What the organisation is called, if the file says so.
    """

    def __init__(self, title: str) -> None:
        self._title = clean_name(title)
        self._ids = Ids()
        self._things: dict[str, Thing] = {}
        self._needs: dict[str, dict[Need, Need]] = {}
        self._providers = 0
        self._once: set[tuple[str, str]] = set()
        self._told: dict[tuple[Sure, str, tuple[tuple[str, object], ...]], list[str]] = {}

    def __contains__(self, id_: object) -> bool:
        return id_ in self._things

    def kind_of(self, id_: str) -> str:
        """Return the kind of what was drawn as *id_*."""
        return self._things[id_].kind

    def has_components(self) -> bool:
        """Return whether anything but functions was drawn."""
        return any(thing.kind != "function" for thing in self._things.values())

    def name_of(self, id_: str) -> str:
        """Return what people call what was drawn as *id_*."""
        return self._things[id_].name or id_

    def claim(self, label: object, fallback: str) -> str:
        """Return a free id for *label*, and tell if it had to be another than its name says."""
        name = clean_name(label)
        if self._ids.keep(name):
            return name
        id_, wanted = self._ids.claim(name, fallback)
        if id_ != wanted and slug(name):
            self.tell("guessed", "id-changed", f"{name} → {id_}")
        return id_

    def add(self, thing: Thing) -> str:
        """Draw a thing and return its id, which was claimed before.

        Raises
        ------
        InputError
            If there are more than an inventory can mean.
        """
        if len(self._things) >= THINGS:
            raise InputError([Fault("", 0, "", "foreign-too-many-things", {"most": THINGS})])
        self._things[thing.id] = replace(thing, needs=())
        for need in thing.needs:
            self.need(thing.id, need)
        return thing.id

    def put(self, id_: str, **changed: object) -> None:
        """Change what was drawn."""
        self._things[id_] = replace(self._things[id_], **changed)  # type: ignore[arg-type]

    def need(self, owner: str, need: Need) -> bool:
        """Let *owner* need a group; return whether that was new and of something else.

        Raises
        ------
        InputError
            If there are more needs than an inventory can mean.
        """
        providers = tuple(dict.fromkeys(id_ for id_ in need.any_of if id_ != owner))
        held = self._needs.setdefault(owner, {})
        kept = replace(need, any_of=providers, at_least=max(1, min(need.at_least, len(providers))))
        bare = replace(kept, note=None)
        if not providers or bare in held:
            return False
        self._providers += len(providers)
        if self._providers > PROVIDERS:
            raise InputError([Fault("", 0, "", "foreign-too-many-needs", {"most": PROVIDERS})])
        held[bare] = kept
        return True

    def needs_of(self, owner: str) -> tuple[Need, ...]:
        """Return what *owner* needs so far."""
        return tuple(self._needs.get(owner, {}).values())

    def tell(self, sure: Sure, key: str, *names: str, **values: object) -> None:
        """Note pieces in the ledger: one for each name, or one without a name."""
        held = self._told.setdefault((sure, key, tuple(sorted(values.items()))), [])
        held.extend(map(clean_name, names or ("",)))

    def tell_once(self, sure: Sure, key: str, name: str) -> None:
        """Note a piece that may be met several times."""
        if (key, name) not in self._once:
            self._once.add((key, name))
            self.tell(sure, key, name)

    def drawn(self) -> Drawn:
        """Return the things with what they need, and the ledger in the order of sureness."""
        self._straighten_places()
        things = (
            replace(thing, needs=tuple(self._known(self.needs_of(thing.id))))
            for thing in self._things.values()
        )
        entries = [
            Entry(sure, Phrase(key, dict(values)), len(names), tuple(filter(None, names)))
            for (sure, key, values), names in self._told.items()
        ]
        ordered = sorted(entries, key=lambda entry: SURE.index(entry.sure))
        return Drawn(self._title, tuple(things), tuple(ordered))

    def _known(self, needs: Iterable[Need]) -> Iterable[Need]:
        for need in needs:
            providers = tuple(id_ for id_ in need.any_of if id_ in self._things)
            if providers:
                least = min(need.at_least, len(providers))
                held_by = need.held_by if need.held_by in self._things else None
                yield replace(need, any_of=providers, at_least=least, held_by=held_by)

    def _straighten_places(self) -> None:
        """Take things out of places that are not there, or that are in each other in a circle."""
        for thing in list(self._things.values()):
            if thing.within is None:
                continue
            place = self._things.get(thing.within)
            if place is None or place.kind == "function":
                self._leave(thing, "place-missing")
            elif self._is_in_circle(thing.id):
                self._leave(thing, "place-circle")

    def _leave(self, thing: Thing, key: str) -> None:
        self.tell("left-out", key, f"{thing.id} → {thing.within}")
        self.put(thing.id, within=None)

    def _is_in_circle(self, id_: str) -> bool:
        seen: set[str] = set()
        place: str | None = id_
        while place is not None and place not in seen:
            seen.add(place)
            thing = self._things.get(place)
            place = thing.within if thing else None
        return place == id_
