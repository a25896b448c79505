"""What people call each id, in the language of the output."""

from __future__ import annotations

from itertools import chain
from typing import Protocol

from bcp.inventory.models import Function, Inventory
from bcp.report.plain import clean
from bcp.words import Lang
from bcp.words.keys import WORDS as KEYS

__all__ = ["called", "clean", "department_of", "key_called", "names_of"]


class Called(Protocol):
    """Whatever has an id and perhaps names."""

    @property
    def id(self) -> str:
        """What files call it."""

    @property
    def name(self) -> str:
        """What people call it, if that is known."""

    @property
    def name_en(self) -> str | None:
        """The same in English."""


def names_of(inventory: Inventory, lang: Lang) -> dict[str, str]:
    """Return the name of every component, function, team, procedure and ``procedure/task``.

    Parts and people are found as ``roles:ID`` and ``people:ID``, as where they stand is.
    """
    items = chain(inventory.components, inventory.functions, inventory.teams, inventory.procedures)
    names = {item.id: called(item, lang) for item in items}
    for procedure in inventory.procedures:
        for task in procedure.tasks:
            names[f"{procedure.id}/{task.id}"] = called(task, lang)
    names |= {f"roles:{role.id}": called(role, lang) for role in inventory.roles}
    names |= {f"people:{person.id}": called(person, lang) for person in inventory.people}
    return names


def called(item: Called, lang: Lang) -> str:
    """Return what *item* is called in *lang*: its id if it has no name."""
    return (item.name_en if lang == "en" else None) or item.name or item.id


def department_of(function: Function, lang: Lang) -> str:
    """Return who is in charge of *function*, in *lang* where that is known."""
    return (function.department_en if lang == "en" else None) or function.department


def key_called(key: str, lang: Lang) -> str:
    """Return what people call the key of a file, part by part; a part without a name stays.

    Examples
    --------
    >>> key_called("rto.disaster", "ja"), key_called("facts.entry", "en")
    ('目標復旧時間（RTO）／災害時', 'facts / entry')
    """
    names = ((part, part.replace("_", "-")) for part in key.split("."))
    parts = (KEYS[name][lang] if name in KEYS else part for part, name in names)
    return ("／" if lang == "ja" else " / ").join(parts)
