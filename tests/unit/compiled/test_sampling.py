"""What is drawn for a run: the readable dice in machine code, name by name."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest

from bcp.chance.dice import throw, word_of
from bcp.chance.draw import Draw
from bcp.chance.pert import drawn
from bcp.compiled.play import arrays_of
from bcp.compiled.sampling import Sampler, draw_of, sampler_of
from bcp.compiled.tables import compile_chances
from bcp.graph.network import build_network
from tests.support.tiny import inventory_of, scenario_of

HOUR = 3600
TOWN = """
components:
  - {{id: hall, kind: site}}
  - {{id: a, kind: server, within: hall, procedure: fix}}
  - {{id: b, kind: server, within: hall, procedure: fix}}
  - {{id: c, kind: server, procedure: fix}}
  {more}
teams:
  - {{id: ict, size: 5, assembly: {{1h: 20%, 3h: 60%, 9h: 80%}}}}
  - {{id: crowd, size: 100, assembly: {{2h: 50%}}}}
  - {{id: few, size: 4, assembly: {{0h: 1, 2h: 3}}}}
  - {{id: falling, size: 6, assembly: {{0h: 5, 4h: 2, 8h: 6}}}}
  - {{id: vendor, size: 3, vendor: true, assembly: {{4h: 50%}}}}
  - {{id: prompt, size: 3, vendor: true, assembly: {{4h: 50%}}, delay: 0h}}
  - {{id: there, size: 2}}
procedures:
  - id: fix
    tasks:
      - {{id: look, crew: {{ict: 1}}, duration: 1h}}
      - {{id: mend, duration: {{low: 1h, likely: 2h, high: 9h}}, after: [look]}}
"""
NIGHT = """
scenario: {assembly: true}
events:
  - {at: 2h, damage: {select: {id: c}, share: 25%}}
  - {at: 1h, damage: {select: {within: hall}, share: 50%, correlation: site}}
"""


def sampler(more: str = "", scenario: str = NIGHT) -> Sampler:
    inventory = inventory_of(TOWN.format(more=more))
    network = build_network(inventory)
    return sampler_of(compile_chances(network, scenario_of(scenario, inventory)))


@pytest.fixture(scope="module")
def draws() -> list[Draw]:
    """Return many draws of the town."""
    held = sampler()
    return [draw_of(held.compiled, held.draw(7, run)) for run in range(400)]


def moments(draw: Draw, team: str) -> list[int]:
    return [at for at, _ in draw.arrivals[team]]


def heads(draw: Draw, team: str) -> list[int | Fraction]:
    return [number for _, number in draw.arrivals[team]]


def test_machine_code_throws_the_same_dice() -> None:
    """Hits and durations are what the readable dice and quantiles give for their names."""
    held = sampler()
    for run in range(200):
        draw = draw_of(held.compiled, held.draw(2**63 + 5, run))
        hall = throw(2**63 + 5, run, word_of("share", 1, "site", "hall"))[0] < 1 << 61
        alone = throw(2**63 + 5, run, word_of("share", 0, "c"))[0] < 1 << 60
        expected = [*(["c"] if alone else []), *(["a", "b"] if hall else [])]
        assert [hit.component for hit in draw.hits] == expected
        for component in expected:
            work = (component, "fix", "mend")
            number = throw(2**63 + 5, run, word_of("duration", *work))[0]
            assert draw.durations[work] == drawn(HOUR, 2 * HOUR, 9 * HOUR, number)
            assert draw.durations[component, "fix", "look"] == HOUR


def test_what_exists_both_times_is_drawn_alike() -> None:
    """With another component in front of it, everything else meets the same luck."""
    plain, more = sampler(), sampler("- {id: aaa, kind: server, within: hall, procedure: fix}")
    for run in range(50):
        before = draw_of(plain.compiled, plain.draw(3, run))
        after = draw_of(more.compiled, more.draw(3, run))
        assert before.arrivals == after.arrivals
        assert before.durations.items() <= after.durations.items()
        assert {*before.hits} <= {*after.hits}


def test_shares_are_frequencies(draws: list[Draw]) -> None:
    """A component is hit about as often as its share says; those of a site together."""
    hits = [{hit.component for hit in draw.hits} for draw in draws]
    assert sum("c" in hit for hit in hits) == pytest.approx(100, abs=30)
    assert sum("a" in hit for hit in hits) == pytest.approx(200, abs=35)
    assert all(("a" in hit) == ("b" in hit) for hit in hits)
    assert sum({"a", "c"} <= hit for hit in hits) == pytest.approx(50, abs=22)


def test_people_come_one_by_one_around_their_steps(draws: list[Draw]) -> None:
    """On average as many have come by a step as its share says; a fifth never comes."""
    for draw in draws:
        assert heads(draw, "ict") == [*range(1, len(heads(draw, "ict")) + 1)]
        assert moments(draw, "ict") == sorted(moments(draw, "ict"))
        assert all(HOUR / 2 <= at <= 12 * HOUR for at in moments(draw, "ict"))
    whole = sum(len(moments(draw, "ict")) for draw in draws)
    assert whole / len(draws) == pytest.approx(4, abs=0.15)
    early = sum(at < 2 * HOUR for draw in draws for at in moments(draw, "ict"))
    # All of the first step (20 %, by 1h30), and a quarter of the second (40 %, from 2h on: none).
    assert early / len(draws) == pytest.approx(1, abs=0.15)
    middle = [at for draw in draws for at in moments(draw, "ict") if 2 * HOUR <= at < 4 * HOUR]
    assert sum(middle) / len(middle) == pytest.approx(3 * HOUR, rel=0.02)


def test_a_crowd_comes_in_forty_groups(draws: list[Draw]) -> None:
    """Of a hundred people, two or three come at a time, and half of them do."""
    for draw in draws[:50]:
        found = heads(draw, "crowd")
        assert all(b - a >= 2 for a, b in pairwise(found))
    assert sum(heads(draw, "crowd")[-1] for draw in draws) / len(draws) == pytest.approx(50, abs=2)


def test_heads_are_exact(draws: list[Draw]) -> None:
    """Where heads are given, just as many come, and only the moment is a matter of chance."""
    for draw in draws:
        assert draw.arrivals["few"][0] == (0, 1)
        assert heads(draw, "few")[-1] == 3
        assert all(HOUR <= at <= 3 * HOUR for at in moments(draw, "few")[1:])
        assert draw.arrivals["falling"][:2] == ((0, 5), (4 * HOUR, 2))
        assert heads(draw, "falling")[-1] == 6


def test_vendors_are_late_and_never_early(draws: list[Draw]) -> None:
    """Counted from the first damage of the run, a vendor comes from its step on, up to twice it."""
    for draw in draws:
        if not draw.hits:
            assert draw.arrivals["vendor"] == draw.arrivals["prompt"] == ()
            continue
        called = min(hit.at for hit in draw.hits)
        [(at, number)] = draw.arrivals["vendor"]
        assert called + 4 * HOUR <= at <= called + 8 * HOUR
        assert number == Fraction(3, 2)
        assert draw.arrivals["prompt"] == ((called + 4 * HOUR, Fraction(3, 2)),)
    lates = [
        draw.arrivals["vendor"][0][0] - min(hit.at for hit in draw.hits) - 4 * HOUR
        for draw in draws
        if draw.hits
    ]
    assert sum(lates) / len(lates) == pytest.approx(4 * HOUR / 6, rel=0.12)


def test_draws_go_into_arrays_and_back() -> None:
    """What is said of a draw in words, put into arrays again, is the draw."""
    held = sampler()
    for run in range(30):
        draw = draw_of(held.compiled, held.draw(1, run))
        assert draw_of(held.compiled, arrays_of(held.compiled, draw)) == draw


def test_seeds_and_runs_differ() -> None:
    """Another seed or another run is other luck."""
    held = sampler()
    found = [draw_of(held.compiled, held.draw(seed, run)) for seed in (1, 2) for run in (0, 1)]
    assert all(a != b for n, a in enumerate(found) for b in found[n + 1 :])
    assert np.array_equal(held.draw(1, 0).at, held.draw(1, 0).at)
