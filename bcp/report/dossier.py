"""Everything that the managers' page and the annual plan are written from, computed before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bcp.drill.file.models import Head as DrillHead
from bcp.drill.review.history import History
from bcp.inventory.models import Inventory
from bcp.outlook.changes import Changes
from bcp.outlook.effects import Effect
from bcp.outlook.outlook import Outlook
from bcp.recovery.result import Finding, PriorityRow
from bcp.report.risk import Risk

__all__ = ["CONFIDENTIAL", "Dossier", "Edition"]

Edition = Literal["internal", "public"]
CONFIDENTIAL = "confidential"
"""The tag of what no public edition may show."""


@dataclass(frozen=True)
class Dossier:
    """What there is to tell. Only ``inventory`` is always there; the rest may be empty."""

    inventory: Inventory
    digest: str
    """Of the inventory's files."""
    version: str
    """Of this program."""
    date: dt.date | None
    """The date to print; none if nobody gave one: no clock is read."""
    outlooks: tuple[Outlook, ...]
    """One a scenario, the foremost of the plan first."""
    priority: tuple[PriorityRow, ...]
    """The recovery priority without a scenario."""
    findings: tuple[Finding, ...]
    """What ``bcp check`` finds."""
    after: tuple[Outlook, ...] = ()
    """The same scenarios with all planned measures; empty if none is planned."""
    effects: tuple[Effect, ...] = ()
    """What each measure changes alone."""
    drills: tuple[DrillHead, ...] = ()
    """The drills there are files of."""
    history: History | None = None
    """The drills that were held; none if there is no date to judge them by."""
    risks: Mapping[str, Risk] = field(default_factory=dict)
    """By scenario: what `bcp risk` found, where it was asked."""
    changes: Changes | None = None
    """Since an earlier state, where one was named."""
