"""An inventory under a scenario, compiled into the arrays that kernels read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from bcp.chance.draw import WorkId
from bcp.chance.uncertain import Strike, strikes_of
from bcp.compiled.kernel.arrays import DrawArrays, Figures, Ints, OrderArrays, Tables
from bcp.compiled.links import ints
from bcp.compiled.numbering import Numbering
from bcp.compiled.people import People
from bcp.compiled.strikes import Strikes
from bcp.compiled.wanted import Wanted
from bcp.graph.network import Network
from bcp.scenario.impact import Impact, assess
from bcp.scenario.models import Scenario

__all__ = [
    "Compiled",
    "DrawArrays",
    "Figures",
    "OrderArrays",
    "Tables",
    "compile_case",
    "compile_chances",
]


@dataclass(frozen=True, eq=False)
class Compiled:
    """A network with everything that may happen to it, ready to be played."""

    network: Network
    impact: Impact
    """What a plain simulation plays."""
    tables: Tables
    strikes: tuple[Strike, ...]
    """What may be damaged: one for each event and component, in the order of the events."""
    works: tuple[WorkId, ...]
    """(component, procedure, task) by the number of the work, for every procedure of every
    component that may be damaged, in the order of the files."""
    teams: tuple[str, ...]
    """By number."""
    functions: tuple[str, ...]
    """By number."""


def compile_case(network: Network, impact: Impact) -> Compiled:
    """Return *network* as arrays, with what happens to it for certain.

    Parameters
    ----------
    network
        Who needs whom.
    impact
        What happens.
    """
    hits = enumerate(impact.hits)
    return _compiled(
        network, impact, tuple(Strike(hit, number, Fraction(1), None) for number, hit in hits), ()
    )


def compile_chances(network: Network, scenario: Scenario, grid: Sequence[int] = ()) -> Compiled:
    """Return *network* under *scenario* as arrays, with whatever it may damage.

    Parameters
    ----------
    network
        Who needs whom.
    scenario
        What happens, every share of it.
    grid
        Moments in seconds, rising, at which the levels of all functions are summed up.
    """
    impact = assess(scenario, network.inventory)
    return _compiled(network, impact, strikes_of(network, scenario), grid)


def _compiled(
    network: Network, impact: Impact, struck: tuple[Strike, ...], grid: Sequence[int]
) -> Compiled:
    strikes = Strikes(network, impact, tuple(strike.hit for strike in struck))
    people = People(network, impact)
    numbers = Numbering(network, strikes.damageable, impact.head.horizon)
    return Compiled(
        network,
        impact,
        _tables(network, strikes, people, numbers, ints(grid)),
        struck,
        numbers.work_ids,
        tuple(team.id for team in network.inventory.teams),
        tuple(network.functions),
    )


def _tables(
    network: Network, strikes: Strikes, people: People, numbers: Numbering, grid: Ints
) -> Tables:
    teams, crew_links = numbers.with_crews(people.teams)
    wanted = Wanted(network, strikes.impact, numbers)
    staffing = frozenset(numbers.team[team] for team in people.staffing)
    moments, acts = strikes.acts(people.acts(), staffing)
    return Tables(
        horizon=strikes.impact.head.horizon,
        unit=numbers.unit,
        nodes=numbers.nodes,
        needs=numbers.needs,
        places=numbers.places,
        kinds=numbers.kinds,
        options=numbers.options,
        works=numbers.works,
        crews=numbers.crews,
        teams=teams,
        absences=people.absences,
        functions=wanted.functions,
        moments=moments,
        acts=acts,
        need_links=numbers.to_needs.array(),
        node_links=numbers.to_nodes.array(),
        crew_links=crew_links,
        plain_links=numbers.plain.array(),
        staffed=numbers.staffed,
        strike_at=ints([hit.at for hit in strikes.hits]),
        strike_component=ints([network.place[hit.component] for hit in strikes.hits]),
        step_from=people.step_from,
        shortest=numbers.shortest,
        ranks=wanted.ranks,
        efforts=wanted.efforts,
        demands=wanted.demands,
        edges=wanted.edges,
        weights=wanted.weights,
        outage_weight=float(network.inventory.organisation.outage_weight),
        grid=grid,
    )
