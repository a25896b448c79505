"""Puts neutral words in the place of what must not be named, however deep it is mentioned."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel

from bcp.fields import Item
from bcp.inventory.facts import Person
from bcp.inventory.models import Component, Function, Inventory, Procedure, Team
from bcp.report.dossier import CONFIDENTIAL
from bcp.words import Phrase, Word

__all__ = ["Hideable", "Veil"]

Hideable = Component | Function | Team | Procedure
T = TypeVar("T")

_NAMES: Mapping[str, tuple[str, str]] = {
    "component": ("非公開の設備", "undisclosed item"),
    "function": ("非公開の業務", "undisclosed function"),
    "team": ("非公開の要員", "undisclosed team"),
    "procedure": ("非公開の手順", "undisclosed procedure"),
}
_GONE = "（非公開）"
"""Stands where the name or number of a person stood in a sentence."""
_WORDS = frozenset({"kind", "key", "strategy", "severity", "what", "by", "trends"})
"""Fields of dataclasses that hold a word of the program, not of a person."""
_REMARKS: dict[str, Any] = {"note": None, "source": None, "assumed": {}}
"""What every item may say of itself to those who keep the files."""
_SHORTEST = 2
"""Letters: a shorter name stands in many a word that means something else."""


@dataclass(frozen=True)
class Veil:
    """Puts neutral words in the place of what must not be named."""

    aliases: Mapping[str, tuple[str, str, str]]
    """By id: the neutral id, and the neutral name in Japanese and English."""
    words: Mapping[str, str]
    """What must not be read: ids, names and numbers, and what stands in their place."""
    pattern: re.Pattern[str] | None
    """Finds any of them; nothing to be found: none."""

    @classmethod
    def of(cls, *states: Inventory) -> Veil:
        """Return what hides the secrets of several states of an inventory, the present one first."""
        taken = {id_ for held in states for _, item in _items(held) for id_ in (item.id,)}
        aliases: dict[str, tuple[str, str, str]] = {}
        words: dict[str, str] = {}
        counts: dict[str, int] = {}
        for sort, item in chain.from_iterable(map(_hidden, states)):
            alias = aliases.get(item.id) or _alias(sort, counts, taken)
            aliases[item.id] = alias
            words[item.id] = alias[0]
            words |= {name: alias[1] for name in (item.name,) if name}
            words |= {name: alias[2] for name in (item.name_en,) if name}
        for text in chain.from_iterable(map(_private, states)):
            words.setdefault(text, _GONE)
        return cls(aliases, words, _pattern(words, aliases))

    def over(self, value: T) -> T:
        """Return *value* with neutral words in it and without remarks, however deep it is nested."""
        veiled: T = self._over(value)
        return veiled

    def _over(self, value: Any) -> Any:  # noqa: PLR0911 (a case each)
        if isinstance(value, Word):
            return value
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, Phrase):
            return Phrase(value.key, {key: self._over(one) for key, one in value.values.items()})
        if isinstance(value, BaseModel):
            kept = _literals(type(value))
            held = {name: getattr(value, name) for name in type(value).model_fields}
            changed = {name: self._over(one) for name, one in held.items() if name not in kept}
            return value.model_copy(update=changed | (_REMARKS if isinstance(value, Item) else {}))
        if is_dataclass(value) and not isinstance(value, type):
            names = [field.name for field in fields(value) if field.init]
            changed = {n: self._over(getattr(value, n)) for n in names if n not in _WORDS}
            return replace(value, **changed)
        if isinstance(value, Mapping):
            return {self._over(key): self._over(one) for key, one in value.items()}
        if isinstance(value, tuple) and hasattr(value, "_fields"):
            return type(value)(*map(self._over, value))
        if isinstance(value, tuple | list | frozenset | set):
            return type(value)(map(self._over, value))
        return value

    def text(self, text: str) -> str:
        """Return *text* with neutral words in it."""
        if self.pattern is None:
            return text
        return self.pattern.sub(lambda found: self._word(found[0]), text)

    def _word(self, found: str) -> str:
        # Letters of either case are found; what stands in their place is known by one of them.
        if found in self.words:
            return self.words[found]
        return next(
            (to for word, to in self.words.items() if word.casefold() == found.casefold()), _GONE
        )


def _alias(sort: str, counts: dict[str, int], taken: set[str]) -> tuple[str, str, str]:
    while True:
        counts[sort] = number = counts.get(sort, 0) + 1
        if (id_ := f"undisclosed-{sort}-{number}") not in taken:
            ja, en = _NAMES[sort]
            return id_, f"{ja}{number}", f"{en} {number}"


def _pattern(words: Mapping[str, str], ids: Mapping[str, object]) -> re.Pattern[str] | None:
    """Return what finds *words*: ids as whole words, the longest of several first."""
    found = [word for word in words if word in ids or len(word) >= _SHORTEST]
    if not found:
        return None
    longest = sorted(found, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(_alone, longest)), re.IGNORECASE)


def _alone(word: str) -> str:
    """Return the pattern of a word: one of Latin letters is not found within a longer one."""
    before = r"(?<![A-Za-z0-9-])" if re.match(r"[A-Za-z0-9]", word) else ""
    after = r"(?![A-Za-z0-9-])" if re.search(r"[A-Za-z0-9]$", word) else ""
    return f"{before}{re.escape(word)}{after}"


@lru_cache(maxsize=256)
def _literals(model: type[BaseModel]) -> frozenset[str]:
    """Return the fields of *model* that hold one of a few words of the program."""
    return frozenset(
        name for name, field in model.model_fields.items() if _is_literal(field.annotation)
    )


def _is_literal(annotation: Any) -> bool:
    if get_origin(annotation) is Literal:
        return True
    return any(get_origin(one) is Literal for one in get_args(annotation))


def _items(inventory: Inventory) -> list[tuple[str, Hideable]]:
    return [
        *(("component", item) for item in inventory.components),
        *(("function", item) for item in inventory.functions),
        *(("team", item) for item in inventory.teams),
        *(("procedure", item) for item in inventory.procedures),
    ]


def _hidden(inventory: Inventory) -> list[tuple[str, Hideable]]:
    """Return what is tagged, and the procedures that nothing else is recovered by."""
    tagged = {
        item.id
        for _, item in _items(inventory)
        if not isinstance(item, Procedure) and CONFIDENTIAL in item.tags
    }
    secret = {id_ for item in inventory.components if item.id in tagged for id_ in item.procedure}
    known = {
        id_ for item in inventory.components if item.id not in tagged for id_ in item.procedure
    }
    hidden = tagged | (secret - known)
    return [(sort, item) for sort, item in _items(inventory) if item.id in hidden]


def _private(inventory: Inventory) -> list[str]:
    """Return what identifies or reaches people, wherever it is repeated."""
    texts = [
        text
        for person in inventory.people
        for text in (
            *(() if _is_post(person) else (person.name, person.name_en)),
            *(person.phone, person.mobile, person.mail, person.address),
        )
    ]
    texts += [
        text for contract in inventory.contracts for text in (contract.contact, contract.emergency)
    ]
    texts += [item.facts.address for item in inventory.components if item.facts]
    return [text for text in texts if text and len(text) >= _SHORTEST]


def _is_post(person: Person) -> bool:
    """Return whether somebody is called by their post or office, which is no secret."""
    if person.sort in ("office", "authority"):
        return True
    return bool(person.title) and person.name.endswith(person.title)
