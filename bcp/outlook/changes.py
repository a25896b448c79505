"""What changed since an earlier state of the inventory: items, targets and results."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bcp.inventory.models import Inventory
from bcp.outlook.outlook import Outlook

__all__ = ["Changes", "FieldChange", "ItemChange"]


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
    """``organisation``, ``components``, ``functions``, ``teams``, ``procedures``, ``people`` …"""
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
    """By section, in the order of the files; the removed ones after the others."""
