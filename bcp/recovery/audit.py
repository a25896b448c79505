"""What `bcp check` finds in an inventory that is free of faults: where the plan is weak."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from bcp.graph.failures import Failures
from bcp.graph.network import Need, Network, Role, build_network
from bcp.inventory.models import Component, Inventory
from bcp.recovery.deadlock import deadlocks
from bcp.recovery.findings import finding
from bcp.recovery.priority import priority
from bcp.recovery.procedures import Lengths, measure
from bcp.recovery.result import Finding, PriorityRow
from bcp.recovery.targets import Scope, Waiting
from bcp.scenario.impact import assess
from bcp.scenario.models import Scenario
from bcp.words import Name, Span

_NAMED = 3
"""How many ids a sentence names before it only counts the rest."""


@dataclass(frozen=True)
class Audited:
    """An inventory with everything that several findings look at."""

    inventory: Inventory
    scenarios: Sequence[Scenario]
    network: Network
    lengths: Lengths

    @cached_property
    def failures(self) -> Failures:
        """What each failure stops."""
        return Failures(self.network)

    @cached_property
    def stopped_by(self) -> Mapping[str, frozenset[str]]:
        """Which components take each node down, each failing alone."""
        components = tuple(self.network.components)
        places = self.failures.stopped_by([(component,) for component in components])
        return {node: frozenset(components[p] for p in held) for node, held in places.items()}

    @cached_property
    def waiting(self) -> Waiting:
        """Which functions wait for each node."""
        damaged = frozenset(self.network.components)
        return Waiting(Scope(self.network, self.lengths, damaged, as_listed=True))


def audit(inventory: Inventory, scenarios: Sequence[Scenario] = ()) -> tuple[Finding, ...]:
    """Return the findings of an inventory and of the scenarios written for it.

    Parameters
    ----------
    inventory
        What the organisation has, free of faults.
    scenarios
        What the plan is rehearsed against; their ids exist in the inventory.

    Returns
    -------
    tuple of Finding
        The most serious first; within a kind, in the order of the files. Empty: nothing found.
    """
    network = build_network(inventory)
    audited = Audited(inventory, scenarios, network, measure(network))
    found = [held for look in LOOKS for held in look(audited)]
    grades = ("serious", "warning", "note")
    return tuple(sorted(found, key=lambda held: grades.index(held.severity)))


def _impossible_targets(audited: Audited) -> Iterator[Finding]:
    """Find targets that cannot be met even on a good day: for each, what is latest for it."""
    functions = audited.network.functions
    worst: dict[str, list[PriorityRow]] = {}
    for row in priority(audited.inventory):
        if row.latest_start is not None and row.latest_start < 0:
            first = min(row.unlocks, key=lambda id_: functions[id_].rto.normal)
            worst.setdefault(first, []).append(row)
    for function, (row, *others) in worst.items():
        values = {"function": Name(function), "late": Span(-(row.latest_start or 0))}
        kind = "target-impossible" if others else "target-impossible-one"
        yield finding(kind, (row.component,), **values, others=len(others))


def _contradictory_targets(audited: Audited) -> Iterator[Finding]:
    """Find targets later than those of who relies on them, or beyond an MTPD."""
    functions = audited.network.functions
    for function in functions.values():
        for need in audited.network.needs[function.id]:
            for other in need.providers:
                if other in functions and functions[other].rto.normal > function.rto.normal:
                    values = {"rto": Span(function.rto.normal), "other": Name(other)}
                    values |= {"other_rto": Span(functions[other].rto.normal)}
                    yield finding("target-later-below", (function.id,), "warning", **values)
        mtpd = function.mtpd
        if mtpd is not None and function.rto.at("disaster") > mtpd.at("disaster"):
            values = {"rto": Span(function.rto.at("disaster")), "mtpd": Span(mtpd.at("disaster"))}
            yield finding("disaster-rto-beyond-mtpd", (function.id,), "warning", **values)


def _cold_starts(audited: Audited) -> Iterator[Finding]:
    """Find knots that close once everything is down, whatever took it down."""
    network, lengths = audited.network, audited.lengths

    def start(node: str) -> list[Need]:
        needs = network.needs[node] + network.start_needs[node]
        return [need for need in needs if need.role is not Role.STAFF]

    def repair(node: str) -> list[Need]:
        procedure = lengths.chosen.get(node)
        tasks = network.procedures[procedure].tasks if procedure else ()
        works = (network.work_needs(node, str(procedure), task.id) for task in tasks)
        return [*start(node), *(need for needs in works for need in needs)]

    cold = deadlocks(network, tuple(network.nodes()), start)
    for knot in cold:
        yield finding("cold-start", knot)
    for knot in deadlocks(network, tuple(network.nodes()), repair):
        if not any(set(knot) <= set(other) for other in cold):
            yield finding("repair-deadlock", knot)


def _backups(audited: Audited) -> Iterator[Finding]:
    """Find data without a backup that survives what strikes it, or with too old a one."""
    network = audited.network
    for data in audited.inventory.components:
        if data.kind != "data":
            continue
        if not data.backups:
            yield finding("no-backup", (data.id,))
            continue
        places = set(network.places_of(data.id)[1:])
        if all(places & set(network.places_of(backup.at)) for backup in data.backups):
            at = tuple(dict.fromkeys(Name(backup.at) for backup in data.backups))
            yield finding("backup-same-place", (data.id,), "warning", at=at)
        if all(backup.online for backup in data.backups):
            yield finding("backup-online-only", (data.id,), "warning")
        yield from _too_old(audited, data)


def _too_old(audited: Audited, data: Component) -> Iterator[Finding]:
    """Say which function's RPO is shorter than the time between two backups."""
    every = min(backup.every for backup in data.backups)
    functions = (audited.network.functions[id_] for id_ in audited.waiting.on(data.id))
    wanted = [(f.rpo, f.id) for f in functions if f.rpo is not None and f.rpo < every]
    if wanted:
        rpo, function = min(wanted, key=lambda pair: pair[0])
        values = {"every": Span(every), "rpo": Span(rpo), "function": Name(function)}
        yield finding("backup-too-rare", (data.id,), "warning", **values)


def _people(audited: Audited) -> Iterator[Finding]:
    """Find work and functions that want more people than there are."""
    teams = {team.id: team for team in audited.inventory.teams}
    for (procedure, id_), task in audited.network.tasks.items():
        for team, number in task.crew.items():
            if number > teams[team].size:
                values = {"task": Name(f"{procedure}/{id_}"), "team": Name(team)}
                sizes = {"number": number, "size": teams[team].size}
                yield finding("crew-too-large", (procedure,), **values, **sizes)
    for function in audited.inventory.functions:
        staff = function.staff
        if staff is None:
            continue
        if staff.at_least > teams[staff.team].size:
            values = {"team": Name(staff.team)}
            sizes = {"number": staff.at_least, "size": teams[staff.team].size}
            yield finding("staff-too-few", (function.id,), **values, **sizes)
        elif teams[staff.team].vendor and teams[staff.team].assembly is not None:
            yield finding("vendor-staff", (function.id,), "warning", team=Name(staff.team))


def _reserves(audited: Audited) -> Iterator[Finding]:
    """Find reserves held by what goes down with the thing they should bridge."""
    held = [need for need in _all_needs(audited.network) if need.held_by and need.holdover]
    stopped_by = audited.failures.stopped_by([need.providers for need in held])
    for place, need in enumerate(held):
        if need.held_by is not None and place in stopped_by[need.held_by]:
            bridged = tuple(Name(p) for p in need.providers)
            values = {"held_by": Name(need.held_by), "bridged": bridged}
            yield finding("reserve-falls-too", (need.owner,), **values)


def _false_redundancy(audited: Audited) -> Iterator[Finding]:
    """Find groups with a spare that one failure takes down whole, though not their owner."""
    network = audited.network
    for need in _all_needs(network):
        if need.role is not Role.REQUIRES or len(need.providers) == need.at_least:
            continue
        shared = _shared(audited, need)
        if shared:
            ids = sorted(_nearest(audited, shared), key=network.place.__getitem__)
            values = {"providers": tuple(Name(p) for p in need.providers)}
            shown = tuple(Name(id_) for id_ in ids[:_NAMED])
            yield finding("false-redundancy", (need.owner,), "warning", shared=shown, **values)


def _shared(audited: Audited, need: Need) -> frozenset[str]:
    """Return what takes all providers of a need down, and its owner by this need only."""
    common = frozenset.intersection(*(audited.stopped_by[p] for p in need.providers))
    common -= {*need.providers, need.owner}
    for other in audited.network.needs[need.owner]:
        if common and other is not need:
            common -= _losing(audited, other)
    return common


def _nearest(audited: Audited, shared: frozenset[str]) -> frozenset[str]:
    """Return those of *shared* that take no other of them down: the common cause itself."""
    above = frozenset(
        c for other in shared for c in audited.stopped_by[other] & shared if c != other
    )
    return shared - above or shared


def _losing(audited: Audited, need: Need) -> frozenset[str]:
    """Return the single failures after which a need is not satisfied."""
    bearable = len(need.providers) - need.at_least
    if need.staff is not None:
        return frozenset()
    if not bearable:
        return frozenset().union(*(audited.stopped_by[p] for p in need.providers))
    counts = Counter(chain.from_iterable(audited.stopped_by[p] for p in need.providers))
    return frozenset(failure for failure, count in counts.items() if count > bearable)


def _all_needs(network: Network) -> Iterator[Need]:
    for needs in (*network.needs.values(), *network.start_needs.values()):
        yield from needs


def _struck_places(audited: Audited) -> Iterator[Finding]:
    """Find places that a scenario strikes although their contents do not depend on them."""
    network = audited.network
    inside: dict[str, list[str]] = {}
    for component in network.components:
        for place in network.places_of(component)[1:]:
            inside.setdefault(place, []).append(component)
    for scenario in audited.scenarios:
        impact = assess(scenario, audited.inventory)
        struck = dict.fromkeys([hit.component for hit in impact.hits])
        struck |= dict.fromkeys([spell.component for spell in impact.outages])
        for place in struck:
            free = [
                c
                for c in inside.get(place, ())
                if place not in audited.stopped_by[c] and c not in struck
            ]
            if free:
                values = {"scenario": Name(scenario.scenario.id), "number": len(free)}
                shown = tuple(Name(id_) for id_ in free[:_NAMED])
                yield finding("place-without-effect", (place,), "warning", inside=shown, **values)
        bare = [c for c in impact.damaged if not network.components[c].procedure]
        for component in sorted(bare, key=network.place.__getitem__):
            scenario_name = Name(scenario.scenario.id)
            yield finding("damaged-without-procedure", (component,), scenario=scenario_name)


def _single_points(audited: Audited) -> Iterator[Finding]:
    """Find components whose failure alone stops functions, those that stop most first."""
    functions: dict[str, list[str]] = {}
    for function in audited.network.functions:
        for component in audited.stopped_by[function]:
            functions.setdefault(component, []).append(function)
    place = audited.network.place
    for component in sorted(functions, key=lambda id_: (-len(functions[id_]), place[id_])):
        stopped = functions[component]
        shown = tuple(Name(id_) for id_ in stopped[:_NAMED])
        yield finding("single-point", (component,), "note", number=len(stopped), functions=shown)


def _loose_ends(audited: Audited) -> Iterator[Finding]:
    """Find functions that need nothing, and levels that nothing reads."""
    for function in audited.inventory.functions:
        if not audited.network.needs[function.id]:
            yield finding("needs-nothing", (function.id,), "note")
    for component in audited.inventory.components:
        if any(group.levels is not None for group in component.requires + component.starts_with):
            yield finding("levels-unread", (component.id,), "note")


LOOKS: tuple[Callable[[Audited], Iterator[Finding]], ...] = (
    _impossible_targets,
    _contradictory_targets,
    _cold_starts,
    _backups,
    _people,
    _reserves,
    _false_redundancy,
    _struck_places,
    _single_points,
    _loose_ends,
)
