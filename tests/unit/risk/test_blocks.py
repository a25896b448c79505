"""Blocks of runs: cases worked out by hand, and the same figures whoever does them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from pickle import dumps, loads
from typing import TypeVar

import numpy as np
import pytest

from bcp.chance.playing import figures_of, play_draw
from bcp.compiled.sampling import draw_of, sampler_of
from bcp.compiled.tables import compile_chances
from bcp.graph.network import build_network
from bcp.inventory.load import load_inventory
from bcp.recovery.simulate import simulate
from bcp.risk.blocks import BLOCK, Job, blocks_of, in_turn, losses, run_block, runs_of
from bcp.risk.gather import gather
from bcp.risk.result import RiskResult, result_of
from bcp.risk.tally import Tally
from bcp.scenario.load import load_scenario
from tests.support.tiny import inventory_of, scenario_of

HOUR = 3600
COIN = """
components:
  - {id: hall, kind: site}
  - {id: a, kind: server, within: hall, procedure: fix}
  - {id: b, kind: server, within: hall, procedure: fix}
functions:
  - {id: desk, rto: 1h, mtpd: 3h, weight: 2, requires: [a]}
  - {id: both, rto: 3h, requires: [a, b]}
teams: [{id: ict, size: 1}]
procedures: [{id: fix, tasks: [{id: mend, crew: {ict: 1}, duration: 2h}]}]
"""


def job(events: str, inventory: str = COIN, *, seed: int = 0, runs: int | None = None) -> Job:
    held = inventory_of(inventory)
    return Job(held, scenario_of(events, held), seed=seed, runs=runs)


def risk(held: Job, runs: int) -> RiskResult:
    *_, reached = gather(held, runs)
    return result_of(held, reached)


def hit(select: str, share: str, rest: str = "") -> str:
    return f"[{{at: 0h, damage: {{select: {select}, share: {share}{rest}}}}}]"


def test_one_coin() -> None:
    """A component hit in half of the runs: its function is two hours down in half of them."""
    found = risk(job(hit("{id: a}", "50%")), 4000)
    desk = found.functions["desk"]
    assert desk.down.low <= 0.5 <= desk.down.high
    assert desk.rto_met.value == pytest.approx(1 - desk.down.value)
    assert desk.mtpd_met is not None
    assert desk.mtpd_met.value == 1
    assert desk.downtime.mean.value == pytest.approx(desk.down.value * 2 * HOUR)
    assert (desk.downtime.p10.value, desk.downtime.p90.value) == (0, 2 * HOUR)
    assert found.functions["both"].rto_met.value == 1
    assert desk.parts == 2 * HOUR


def test_two_coins_and_one_crew() -> None:
    """Two components for one crew: all four cases come with a quarter, and one waits for the other."""
    found = runs_of(job(hit("{kind: server}", "50%")), 0, 4000)
    cases, counts = np.unique(found.downtime, axis=0, return_counts=True)
    assert cases.tolist() == [[0, 0], [0, 2 * HOUR], [2 * HOUR, 2 * HOUR], [2 * HOUR, 4 * HOUR]]
    assert counts.tolist() == pytest.approx([1000] * 4, abs=110)
    late = np.maximum(found.downtime - np.array([HOUR, 3 * HOUR]), 0) + 0.1 * found.downtime
    assert found.loss.tolist() == pytest.approx((late @ [2, 1] / HOUR).tolist(), abs=1e-6)


def test_a_pair_that_falls_together() -> None:
    """With `correlation: site` both are hit or neither is."""
    found = runs_of(job(hit("{kind: server}", "50%", ", correlation: site")), 0, 2000)
    cases, counts = np.unique(found.downtime, axis=0, return_counts=True)
    assert cases.tolist() == [[0, 0], [2 * HOUR, 4 * HOUR]]
    assert counts.tolist() == pytest.approx([1000, 1000], abs=90)


def test_the_band_counts_functions_by_weight() -> None:
    """While one function of weight 1 out of 3 is down, two thirds are there, to half a percent."""
    assert risk(job(hit("{id: b}", "100%")), 100).band == (
        (0, 0.665, 0.665),
        (2 * HOUR, 1, 1),
    )
    assert risk(job(hit("{id: b}", "50%")), 1000).band == ((0, 0.665, 1), (2 * HOUR, 1, 1))


def test_what_drives_a_coin() -> None:
    """With one thing uncertain, it explains all of the spread."""
    drivers = risk(job(hit("{id: a}", "30%")), 2000).drivers
    assert drivers is not None
    assert [(d.factor.ids, d.raises) for d in drivers.drivers] == [(("a",), True)]
    assert drivers.drivers[0].share == pytest.approx(1)
    assert drivers.rest == pytest.approx(0, abs=1e-9)


def test_what_drives_two_durations() -> None:
    """Of two independent durations added up, each explains its part of the variance."""
    text = """
    components: [{id: a, procedure: fix}]
    functions: [{id: desk, rto: 0h, requires: [a]}]
    procedures:
      - id: fix
        tasks:
          - {id: long, duration: {low: 2h, likely: 8h, high: 14h}}
          - {id: short, duration: {low: 1h, likely: 4h, high: 7h}, after: [long]}
    """
    drivers = risk(job(hit("{id: a}", "100%"), text), 5000).drivers
    assert drivers is not None
    shares = {driver.factor.ids[2]: driver.share for driver in drivers.drivers}
    assert shares == {"long": pytest.approx(0.8, abs=0.03), "short": pytest.approx(0.2, abs=0.03)}
    assert drivers.rest == pytest.approx(0, abs=0.03)


def test_nothing_uncertain_is_a_simulation(root: Path) -> None:
    """A scenario without chance gives in every run what `bcp simulate` gives."""
    loaded = load_inventory(root / "inventory" / "chikusei")
    path = root / "scenarios" / "chikusei" / "rolling-power-cuts.yaml"
    scenario = load_scenario(path, loaded).scenario
    expected = simulate(loaded.inventory, scenario)
    found = runs_of(Job(loaded.inventory, scenario), 0, 3)
    for row in range(3):
        assert found.downtime[row].tolist() == [f.downtime for f in expected.functions.values()]
        backs = [-1 if f.restored is None else f.restored for f in expected.functions.values()]
        assert found.restored[row].tolist() == backs
        assert found.loss[row] == pytest.approx(float(expected.loss), abs=1e-6)


def test_every_run_is_what_the_readable_engine_plays(root: Path) -> None:
    """Run by run, for the earthquake of Chikusei: the same downtimes for the same draw."""
    loaded = load_inventory(root / "inventory" / "chikusei")
    path = root / "scenarios" / "chikusei" / "quake-holiday-night.yaml"
    scenario = load_scenario(path, loaded).scenario
    network = build_network(loaded.inventory)
    sampler = sampler_of(compile_chances(network, scenario))
    found = runs_of(Job(loaded.inventory, scenario, seed=11), 40, 4)
    for row in range(4):
        draw = draw_of(sampler.compiled, sampler.draw(11, 40 + row))
        figures = figures_of(*play_draw(network, scenario, draw))
        assert found.downtime[row].tolist() == [held.down for held in figures.values()]
        loss = sum(held.loss for held in figures.values())
        assert found.loss[row] == pytest.approx(float(loss), abs=1e-6)


@pytest.fixture(scope="module")
def coins() -> Job:
    """Return a job of two and a half blocks."""
    return job(hit("{kind: server}", "40%"), runs=2 * BLOCK + 500)


def test_the_last_block_is_shorter(coins: Job) -> None:
    """A job of 2,500 runs has three blocks, and no fourth."""
    assert coins.runs is not None
    assert blocks_of(coins.runs) == 3
    assert [run_block(coins, number).runs for number in range(3)] == [1000, 1000, 500]
    with pytest.raises(ValueError, match="3"):
        run_block(coins, 3)


def test_order_and_place_do_not_matter(coins: Job) -> None:
    """Blocks done backwards, in threads, or by a copy of the job add up to the same, bit by bit."""
    forward, backward = (merged(coins, numbers) for numbers in ((0, 1, 2), (2, 1, 0)))
    assert forward == backward
    with ThreadPoolExecutor(3) as pool:
        tallies = [*pool.map(lambda number: run_block(coins, number), range(3))]
    assert tallies[1].merge(tallies[2]).merge(tallies[0]) == forward
    assert merged(travelled(coins), (1, 0, 2)) == forward
    assert travelled(forward) == forward


T = TypeVar("T")


def travelled(held: T) -> T:
    """Return what arrives on another machine."""
    found: T = loads(dumps(held))  # noqa: S301 (our own bytes)
    return found


def merged(held: Job, numbers: tuple[int, ...]) -> Tally:
    first, *rest = in_turn(held, numbers)
    for tally in rest:
        first = first.merge(tally)
    return first


def test_runs_are_those_of_the_blocks(coins: Job) -> None:
    """The losses of single runs add up to the tally of their block; seeds differ."""
    found = losses(coins, BLOCK, BLOCK)
    assert found.sum() == pytest.approx(run_block(coins, 1).loss / 1e6)
    other = Job(coins.inventory, coins.scenario, seed=1)
    assert not np.array_equal(found, losses(other, BLOCK, BLOCK))


def test_a_precision_is_reached_at_the_same_run_everywhere() -> None:
    """Runs stop at the first look at which chances and mean loss are known well enough."""
    held = job(hit("{id: a}", "50%"))

    def backwards(asked: Job, numbers: Iterable[int]) -> Iterator[Tally]:
        return in_turn(asked, reversed([*numbers]))

    *_, one = gather(held, 50_000, 0.02)
    *_, other = gather(held, 50_000, 0.02, backwards)
    assert one.is_precise
    assert one.tally.runs == 12_000
    assert one.tally == other.tally
    assert [point.runs for point in one.points] == [1000, 2000, 3000, 4000, 6000, 8000, 12_000]


def test_a_precision_that_is_out_of_reach() -> None:
    """Where the runs are not enough, it is said."""
    *_, reached = gather(job(hit("{id: a}", "50%"), runs=1500), 1500, 0.001)
    assert (reached.is_done, reached.is_precise, reached.tally.runs) == (True, False, 1500)
