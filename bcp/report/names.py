"""What people call each id, in the language of the output."""

from __future__ import annotations

from itertools import chain
from typing import Protocol

from bcp.inventory.models import Inventory
from bcp.words import Lang


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
    """Return the name of every component, function, team, procedure and ``procedure/task``."""
    items = chain(inventory.components, inventory.functions, inventory.teams, inventory.procedures)
    names = {item.id: called(item, lang) for item in items}
    for procedure in inventory.procedures:
        for task in procedure.tasks:
            names[f"{procedure.id}/{task.id}"] = called(task, lang)
    return names


def called(item: Called, lang: Lang) -> str:
    """Return what *item* is called in *lang*: its id if it has no name."""
    return clean((lang == "en" and item.name_en) or item.name or item.id)
