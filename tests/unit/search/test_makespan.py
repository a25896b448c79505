"""The search for the shortest project, held against every schedule and its own figures."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest

from bcp.compiled.kernel.crossing import breed, file_in, is_full, new_elders, take_in
from bcp.compiled.kernel.makespan import Packed, Walk, new_walk, wander, welcome
from bcp.recovery.play import Case, build_case
from bcp.recovery.strategy import plan_by
from bcp.search.activities import Ints, Project
from bcp.search.lists import in_turn, listing_of
from bcp.search.optimal import Optimal
from bcp.search.packing import packed_of
from bcp.search.project import project_of
from tests.support.tiny import inventory_of, scenario_of

LENGTHS = (3, 5, 2, 6, 4, 1)
CREWS = ((2, 0), (1, 1), (1, 2), (2, 1), (0, 2), (1, 1))
AFTER = ((), (0,), (), (1,), (2,), (0, 2))
"""Jobs of which two waves compete for two teams."""
EVERY = [*range(len(LENGTHS))]


def _text() -> str:
    lines = ["organisation: {id: town, hold_back: true}", "components:"]
    lines += [
        f"  - {{id: c{j}, procedure: p{j}, requires: [{', '.join(f'c{i}' for i in AFTER[j])}]}}"
        for j in EVERY
    ]
    needs = ", ".join(f"c{j}" for j in EVERY)
    lines += [f"functions:\n  - {{id: all, weight: 1, rto: 1h, requires: [{needs}]}}"]
    lines += ["teams:", "  - {id: a, size: 3}", "  - {id: b, size: 2}", "procedures:"]
    lines += [
        f"  - {{id: p{j}, tasks: [{{id: t, crew: {{{_crew(j)}}}, duration: {LENGTHS[j]}h}}]}}"
        for j in EVERY
    ]
    return "\n".join(lines) + "\n"


def _crew(job: int) -> str:
    return ", ".join(
        f"{team}: {heads}" for team, heads in zip("ab", CREWS[job], strict=True) if heads
    )


@pytest.fixture(scope="module")
def case() -> Case:
    """Return jobs that wait for each other and for two teams, and one function that wants all."""
    inventory = inventory_of(_text())
    struck = ", ".join(f"c{j}" for j in EVERY)
    return build_case(
        inventory, scenario_of(f"[{{at: 0h, damage: {{select: {{id: [{struck}]}}}}}}]", inventory)
    )


@pytest.fixture(scope="module")
def project(case: Case) -> Project:
    """Return the jobs as a project."""
    return project_of(case, plan_by("slack", case.network, case.impact).procedures)


@pytest.fixture(scope="module")
def packed(project: Project) -> Packed:
    """Return the project packed, of which no bound is known, so that the search does not stop."""
    found = packed_of(project, listing_of(project))
    assert found is not None
    return found._replace(bound=0)


def length_of(packed: Packed, listed: list[int]) -> int:
    """Return how long a project is by a list, in plain arithmetic."""
    free = np.full(packed.limit + 1, packed.full)
    ends = dict.fromkeys(listed, 0)
    for j in listed:
        rows = range(packed.before_from[j], packed.before_from[j + 1])
        held = [ends[int(packed.before[r])] + int(packed.before_lag[r]) for r in rows]
        start, length = max([int(packed.head[j]), *held]), int(packed.duration[j])
        while (
            (free[start : start + length] - packed.need[j]) & packed.guard != packed.guard
        ).any():
            start += 1
        free[start : start + length] -= packed.need[j]
        ends[j] = start + length
    return max(ends[j] + int(packed.tail[j]) for j in listed)


def is_in_turn(packed: Packed, listed: list[int]) -> bool:
    """Return whether every activity stands behind what it waits for."""
    place = {j: k for k, j in enumerate(listed)}
    return all(
        place[int(packed.before[row])] < place[j]
        for j in listed
        for row in range(packed.before_from[j], packed.before_from[j + 1])
    )


def walked(packed: Packed, tries: int, seed: int = 1, stop: Ints | None = None) -> Walk:
    """Return a search that went so far."""
    walk = new_walk(packed, seed)
    wander(packed, walk, tries, 60, np.zeros(1, np.int64) if stop is None else stop)
    return walk


def test_finds_the_shortest_of_all(project: Project, packed: Packed) -> None:
    """No list of a small project is shorter than what the search comes to."""
    moments = range(len(EVERY), len(packed.duration))
    every = {
        tuple(in_turn(project, np.array([*p, *moments])).tolist()) for p in permutations(EVERY)
    }
    shortest = min(length_of(packed, [*listed]) for listed in every)

    assert len(every) > 50
    assert walked(packed, 500).counts[0] == shortest


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("tries", [1, 7, 300])
def test_best_list_has_the_length_that_is_told(packed: Packed, tries: int, seed: int) -> None:
    """The best list can be gone through from the front, and is as long as the search says."""
    walk = walked(packed, tries, seed)
    listed = walk.best.tolist()

    assert is_in_turn(packed, listed)
    assert length_of(packed, listed) == walk.counts[0]


def test_pauses_change_nothing(packed: Packed) -> None:
    """A search that is told to go on comes to what one without a pause comes to."""
    whole, pieces = walked(packed, 60), new_walk(packed, 1)
    for tries in (1, 9, 50):
        wander(packed, pieces, tries, 60, np.zeros(1, np.int64))

    assert pieces.counts.tolist() == whole.counts.tolist()
    assert pieces.now.tolist() == whole.now.tolist()
    assert pieces.elders.lists.tolist() == whole.elders.lists.tolist()
    assert pieces.best.tolist() == whole.best.tolist()
    assert pieces.dice == whole.dice


def test_stops_when_told_and_at_the_bound(packed: Packed) -> None:
    """Neither a search that is told to stop nor one at the bound tries anything."""
    told = walked(packed, 10, stop=np.ones(1, np.int64))
    assert told.counts[0] == packed.limit + 1

    length = int(walked(packed, 500).counts[0])
    done = walked(packed._replace(bound=length), 500)
    before = done.dice.copy()
    wander(packed._replace(bound=length), done, 10, 60, np.zeros(1, np.int64))
    assert done.counts[0] == length
    assert done.dice == before


def test_bound_is_one(project: Project, packed: Packed) -> None:
    """The bound that stops a search is never above the shortest length."""
    found = packed_of(project, listing_of(project))
    assert found is not None
    assert 0 < found.bound <= walked(packed, 500).counts[0]


def test_lead_is_what_comes_before(packed: Packed) -> None:
    """An activity cannot start before the longest path to it is over."""
    for j, lead in enumerate(packed.lead.tolist()):
        rows = range(packed.before_from[j], packed.before_from[j + 1])
        causes = [(int(packed.before[r]), int(packed.before_lag[r])) for r in rows]
        paths = [int(packed.lead[c] + packed.duration[c]) + lag for c, lag in causes]
        assert lead == max([int(packed.head[j]), *paths])


def test_command_search_comes_to_that_length(case: Case, packed: Packed) -> None:
    """What ``--strategy optimal`` returns loses what the shortest project does."""
    found, length = Optimal(effort=30).search(case), int(walked(packed, 500).counts[0])
    # An hour late costs one, an hour down a tenth of that; the RTO is one hour.
    assert float(found.loss) == pytest.approx(length - 1 + length / 10)


def test_bred_list_is_one(packed: Packed) -> None:
    """A list bred from two holds every activity once, behind all that it waits for."""
    elders, walk, dice = new_elders(len(packed.duration)), new_walk(packed, 5), walked(packed, 1)
    while not is_full(elders):
        wander(packed, walk, 1, 60, np.zeros(1, np.int64))
        file_in(elders, walk.best, int(walk.counts[0]))
    child, mark, seen = walk.best.copy(), walk.mark.copy(), set()
    for _ in range(200):
        breed(elders, child, mark, dice.dice)
        assert sorted(child.tolist()) == [*range(len(child))]
        assert is_in_turn(packed, child.tolist())
        seen.add(tuple(child.tolist()))
    assert len(seen) > 1 or len({tuple(row) for row in elders.lists.tolist()}) == 1


def test_kept_lists_have_the_length_that_is_told(packed: Packed) -> None:
    """What lists are bred from is as long as the search says, and can be gone through."""
    walk = walked(packed, 400)

    assert is_full(walk.elders)
    for row, span in zip(walk.elders.lists.tolist(), walk.elders.spans.tolist(), strict=True):
        assert is_in_turn(packed, row)
        assert length_of(packed, row) <= span


@pytest.mark.parametrize("tries", [0, 400])
def test_better_list_from_elsewhere_is_remembered(packed: Packed, tries: int) -> None:
    """A search that is told of a list never ends with a longer one than that."""
    walk, other = walked(packed, tries), walked(packed, 500, seed=2)
    now = walk.now.copy()
    walk.counts[0] = packed.limit + 1
    walk.elders.spans[: walk.elders.heir[0]] = packed.limit
    welcome(packed, walk, other.best)

    assert walk.counts[0] == length_of(packed, walk.best.tolist()) <= other.counts[0]
    assert (walk.counts[0] in walk.elders.spans) == (tries > 0)
    assert walk.now.tolist() == now.tolist()


def test_longest_gives_way_and_only_to_the_shortest() -> None:
    """A list from elsewhere takes the place of the longest, unless one is as short as it."""
    elders, listed = new_elders(3), np.arange(3, dtype=np.int64)
    for row in range(len(elders.spans)):
        file_in(elders, listed, 20 + row)
    take_in(elders, listed[::-1].copy(), 20)
    assert not (elders.lists == listed[::-1]).all(axis=1).any()

    take_in(elders, listed[::-1].copy(), 19)
    assert elders.spans.tolist() == [*range(20, 20 + len(elders.spans) - 1), 19]
    assert elders.lists[-1].tolist() == [2, 1, 0]
