"""What a scenario does, in the few figures that reports show; a whole result is far larger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Literal

from bcp.inventory.models import Inventory
from bcp.outlook.curve import Curve, curve_of
from bcp.recovery.result import Finding, FunctionResult, PriorityRow, Result
from bcp.recovery.works import Done
from bcp.scenario.fitting import Skipped
from bcp.scenario.load import LoadedScenario
from bcp.scenario.models import Head, Scenario
from bcp.scenario.parameters import Setting

__all__ = ["Outlook", "Verdict", "by_urgency", "outlook_of", "verdict_of"]

CHAINS, TASKS, ROWS, FINDINGS, POINTS = 12, 200, 40, 60, 240
"""How much of each sort is kept of a scenario, so that a hundred of them fit into memory."""


Verdict = Literal["none", "met", "rto", "mtpd", "down"]
"""Not hit; met; RTO missed; MTPD missed as well; not restored within the horizon."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is kept of a scenario that was played."""

    scenario: Scenario
    digest: str
    """Of the scenario's file."""
    strategy: str
    horizon: int
    loss: Fraction
    """In weighted hours."""
    bound: Fraction | None
    """A proven lower bound of the loss, where the strategy gives one."""
    functions: Mapping[str, FunctionResult]
    """All functions, in the order of the files. Only the :data:`CHAINS` that lose most keep their
    critical chain; ``levels`` and ``down`` are empty, the curve and the downtime hold their sum."""
    curve: Curve
    """At most :data:`POINTS` points."""
    order: tuple[PriorityRow, ...]
    """The first rows of the recovery order."""
    tasks: tuple[Done, ...]
    """The first tasks, by their start."""
    task_count: int
    """How many tasks there are in all."""
    damaged: int
    """How many components are damaged."""
    down: int
    """How many components are ever down."""
    deadlocks: tuple[tuple[str, ...], ...]
    findings: tuple[Finding, ...]
    finding_count: int
    """How many findings there are in all."""
    systems: Mapping[str, tuple[int | None, int]] = field(default_factory=dict)
    """Of each service, and of what functions name, that was ever down: when it was back for good
    (None: not within the horizon) and how long it was down in all, in seconds."""
    settings: tuple[Setting, ...] = ()
    """The parameters of the scenario's file, with the values that counted."""
    skipped: tuple[Skipped, ...] = ()
    """The optional events for which this inventory has nothing."""

    @property
    def head(self) -> Head:
        """What the scenario is called and when it happens."""
        return self.scenario.scenario

    @property
    def stopped(self) -> tuple[str, ...]:
        """The functions that are ever down."""
        return tuple(id_ for id_, held in self.functions.items() if held.downtime)

    @property
    def missed(self) -> tuple[str, ...]:
        """The functions that miss their RTO, the one that loses most first."""
        late = [id_ for id_, held in self.functions.items() if not held.rto_met]
        return tuple(sorted(late, key=lambda id_: -self.functions[id_].loss))


def outlook_of(result: Result, inventory: Inventory, loaded: LoadedScenario) -> Outlook:
    """Return what reports need of *result*.

    Parameters
    ----------
    result
        What came out of the scenario.
    inventory
        The inventory that it was played on.
    loaded
        The scenario.
    """
    worst = sorted(result.functions, key=lambda id_: -result.functions[id_].loss)
    chains = set(worst[:CHAINS])
    curve = curve_of(inventory.functions, result.functions, result.horizon)
    return Outlook(
        scenario=loaded.scenario,
        digest=loaded.digest,
        strategy=result.strategy,
        horizon=result.horizon,
        loss=result.loss,
        bound=result.bound,
        functions={
            id_: _lighter(held, keeps_chain=id_ in chains) for id_, held in result.functions.items()
        },
        curve=curve.thinned(POINTS),
        order=result.order[:ROWS],
        tasks=result.tasks[:TASKS],
        task_count=len(result.tasks),
        damaged=sum(held.damaged for held in result.components.values()),
        down=sum(bool(held.down) for held in result.components.values()),
        deadlocks=result.deadlocks,
        findings=result.findings[:FINDINGS],
        finding_count=len(result.findings),
        systems=_systems(result, inventory),
        settings=loaded.settings,
        skipped=tuple(one for one, _ in loaded.skipped),
    )


def _systems(result: Result, inventory: Inventory) -> dict[str, tuple[int | None, int]]:
    named = {p for held in inventory.functions for group in held.requires for p in group.any_of}
    return {
        held.id: (down[-1][1], sum((end or result.horizon) - start for start, end in down))
        for held in inventory.components
        if (held.kind == "service" or held.id in named)
        and (down := result.components[held.id].down)
    }


def _lighter(held: FunctionResult, *, keeps_chain: bool) -> FunctionResult:
    chain = held.chain if keeps_chain else ()
    return replace(held, down=(), levels=(), chain=chain, causes=held.causes[:CHAINS])


def verdict_of(held: FunctionResult) -> Verdict:
    """Return how a function does."""
    if held.restored is None:
        return "down"
    if not held.downtime:
        return "none"
    if held.mtpd_met is False:
        return "mtpd"
    return "met" if held.rto_met else "rto"


def by_urgency(inventory: Inventory, functions: Sequence[str]) -> tuple[str, ...]:
    """Return *functions* as they are listed everywhere: by rank, then RTO, then as in the files."""
    ranks = {rank: place for place, rank in enumerate(inventory.organisation.ranks)}
    held = {function.id: function for function in inventory.functions}
    return tuple(
        sorted(
            functions,
            key=lambda id_: (ranks.get(held[id_].rank or "", len(ranks)), held[id_].rto.normal),
        )
    )
