"""What comes out of a simulation (model.md section 5): frozen, in no language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from bcp.recovery.works import Done
from bcp.words import Phrase

Severity = Literal["serious", "warning", "note"]
"""How much a finding matters: something will fail; something may; something to know."""

Interval = tuple[int, int | None]
"""From, to (not included), in seconds; None: still open at the horizon."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the planner should know, which no figure says."""

    kind: str
    """A key of ``bcp.words.findings``: deadlock, no-procedure, data-lost …"""
    ids: tuple[str, ...]
    """What it is about."""
    phrase: Phrase
    severity: Severity = "serious"
    paths: tuple[tuple[str, ...], ...] = ()
    """The shortest ways that explain it: ids, each needing the next."""
    functions: tuple[str, ...] = ()
    """The functions that it concerns, in the order of the files."""
    missed: tuple[str, ...] | None = None
    """Those of them that miss their RTO by it; None: that was not played."""


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a critical chain."""

    start: int
    end: int
    what: str
    """task, startup, switchover, wait (for people or permission), outage, event (not yet hit)."""
    id: str
    """The component, ``component/task``, team or function that it is about."""
    why: Phrase


@dataclass(frozen=True, slots=True)
class ComponentResult:
    """What became of a component."""

    damaged: bool
    """Whether the scenario ever damaged it."""
    down: tuple[Interval, ...]
    causes: tuple[str, ...]
    """What was struck directly: components, and teams of which too few were on hand."""
    data_loss: int | None
    """Seconds of data lost; None: there was no usable backup. 0 if it was not damaged data."""


@dataclass(frozen=True, slots=True)
class FunctionResult:
    """What became of a function."""

    down: tuple[Interval, ...]
    restored: int | None
    """When it came up for good; None: not within the horizon; 0: it was never down."""
    downtime: int
    """The total length of its down intervals, to the horizon."""
    rto: int
    rto_met: bool
    mtpd: int | None
    mtpd_met: bool | None
    """None if it has no MTPD."""
    rpo: int | None
    data_loss: int | None
    """Seconds of data lost below it; None: data without a usable backup."""
    rpo_met: bool | None
    """None if it has no RPO."""
    causes: tuple[str, ...]
    chain: tuple[Link, ...]
    """From the incident to the restoration without a gap; empty if it was never down or never
    restored."""
    levels: tuple[tuple[int, Fraction], ...]
    """Its level from each moment on, the first at 0."""
    loss: Fraction
    """What it adds to the loss, in weighted hours."""


@dataclass(frozen=True, slots=True)
class PriorityRow:
    """One row of the recovery priority table."""

    rank: int
    """From 1."""
    component: str
    tier: int | None
    """The band of `required_by`, as its upper end in seconds; -1 beyond the last; None: a spare."""
    required_by: int | None
    latest_start: int | None
    earliest_start: int | None
    """When work on it can begin (no scenario: with unlimited crews) or did begin."""
    finish: int | None
    """With a scenario: when its recovery was finished."""
    unlocks: tuple[str, ...]
    """The functions that wait for it."""
    reason: Phrase

    @property
    def slack(self) -> int | None:
        """Return the seconds between the earliest and the latest start."""
        if self.latest_start is None or self.earliest_start is None:
            return None
        return self.latest_start - self.earliest_start


@dataclass(frozen=True, slots=True)
class Result:
    """What comes out of a scenario played by a strategy."""

    scenario: str
    inventory: str
    strategy: str
    horizon: int
    loss: Fraction
    bound: Fraction | None
    """A proven lower bound of the loss, where the strategy gives one."""
    components: Mapping[str, ComponentResult]
    functions: Mapping[str, FunctionResult]
    order: tuple[PriorityRow, ...]
    tasks: tuple[Done, ...]
    crews: Mapping[tuple[str, str], Mapping[str, int]]
    """The crew of (procedure, task)."""
    deadlocks: tuple[tuple[str, ...], ...]
    findings: tuple[Finding, ...]
