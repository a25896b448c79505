"""An inventory under the looks of an audit: what several of them read, worked out once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from bcp.audit.playing import Rehearsal
from bcp.graph.failures import Failures
from bcp.graph.network import Need, Network
from bcp.inventory.models import Inventory
from bcp.recovery.findings import finding
from bcp.recovery.procedures import Lengths
from bcp.recovery.result import Finding, Severity
from bcp.recovery.targets import Scope, Waiting
from bcp.scenario.impact import Impact, assess
from bcp.scenario.models import Scenario
from bcp.words import Name, Phrase

NAMED = 3
"""How many ids a sentence names before it only counts the rest."""
LARGE = 1500
"""From how many components on the compiled engine looks for failures: it takes time to load."""


@dataclass(frozen=True)
class Audited:
    """An inventory with everything that several findings look at."""

    inventory: Inventory
    scenarios: Sequence[Scenario]
    network: Network
    lengths: Lengths
    day: date | None = None
    """The day on which it is looked at; None: what depends on it is not judged."""

    @cached_property
    def failures(self) -> Failures:
        """What each failure stops."""
        return Failures(self.network)

    @cached_property
    def stopped_by(self) -> Mapping[str, frozenset[str]]:
        """Which components take each node down, each failing alone; itself is one of them."""
        network = self.network
        if len(network.components) >= LARGE:
            from bcp.compiled.failures import single_failures

            found = single_failures(network, tuple(network.nodes())).by_node()
            return {node: frozenset(found[node]) for node in network.nodes()}
        components = tuple(network.components)
        places = self.failures.stopped_by([(component,) for component in components])
        return {node: frozenset(components[p] for p in held) for node, held in places.items()}

    @cached_property
    def stops(self) -> Mapping[str, frozenset[str]]:
        """Which nodes each component takes down by failing alone, itself included."""
        found: dict[str, set[str]] = {component: set() for component in self.network.components}
        for node, components in self.stopped_by.items():
            for component in components:
                found[component].add(node)
        return {component: frozenset(nodes) for component, nodes in found.items()}

    @cached_property
    def waiting(self) -> Waiting:
        """Which functions wait for each node."""
        damaged = frozenset(self.network.components)
        return Waiting(Scope(self.network, self.lengths, damaged, as_listed=True))

    @cached_property
    def impacts(self) -> tuple[Impact, ...]:
        """What each scenario does in a plain simulation."""
        return tuple(assess(scenario, self.inventory) for scenario in self.scenarios)

    @cached_property
    def rehearsal(self) -> Rehearsal:
        """Plays failures, the worst first."""
        return Rehearsal(self.network, self.lengths)

    def all_needs(self) -> Iterator[Need]:
        """Yield every need of a component or function: to be up, then those only to start."""
        network = self.network
        for needs in (*network.needs.values(), *network.start_needs.values()):
            yield from needs

    def in_order(self, nodes: Iterable[str]) -> tuple[str, ...]:
        """Return *nodes* in the order of the files."""
        return tuple(sorted(nodes, key=self.network.place.__getitem__))


def listed(ids: Sequence[str], most: int = NAMED) -> Phrase:
    """Return *ids* as a list of which the first *most* are named and the rest counted."""
    names = tuple(Name(id_) for id_ in ids[:most])
    left = len(ids) - len(names)
    return Phrase("some-of" if left else "all-of", {"names": names, "left": left})


def stopping(functions: Sequence[str]) -> Phrase:
    """Return that so many functions stop, in words."""
    number = len(functions)
    return Phrase("one-stops" if number == 1 else "some-stop", {"number": number})


def found(  # noqa: PLR0913 (each is a field of the finding)
    kind: str,
    ids: tuple[str, ...],
    grade: Severity = "serious",
    /,
    *,
    text: str = "",
    paths: Sequence[tuple[str, ...]] = (),
    functions: tuple[str, ...] = (),
    missed: tuple[str, ...] | None = None,
    values: Mapping[str, object] | None = None,
) -> Finding:
    """Return a finding about *ids* with the ways that explain it and the functions it concerns.

    Parameters
    ----------
    kind
        What sort of finding: a key of ``bcp.audit.codes``.
    ids
        What it is about.
    grade
        How much it matters.
    text
        Which text of ``bcp.words.findings`` says it; that of its kind if left out.
    paths
        The shortest ways that explain it; empty ones are left out.
    functions
        The functions that it concerns.
    missed
        Those that miss their RTO by it, if that was played.
    values
        What its text names besides the ids.
    """
    held = finding(text or kind, ids, grade, **(values or {}))
    ways = tuple(path for path in paths if path)
    return replace(held, kind=kind, paths=ways, functions=functions, missed=missed)
