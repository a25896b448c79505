"""The compiled engine and the readable one, given the same draw and order, must not differ."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcp.chance.playing import case_of_draw
from bcp.compiled.kernel.order import order_into
from bcp.compiled.kernel.play import loss_float, play_into
from bcp.compiled.play import RULES, blank_figures, blank_order, loss_of, new_room, plain
from bcp.compiled.tables import Compiled, compile_case
from bcp.inventory.load import LoadedInventory, load_inventory
from bcp.recovery.simulate import simulate
from bcp.scenario.impact import assess
from bcp.scenario.load import load_scenario
from tests.support.drawn import Engines, random_draw, random_order
from tests.support.random_cases import Both, random_both

ROOT = Path(__file__).resolve().parents[2]
SCENARIOS = sorted((ROOT / "scenarios" / "chikusei").glob("*.yaml"))


@pytest.fixture(scope="module")
def chikusei() -> LoadedInventory:
    """Return the sample city, really loaded."""
    return load_inventory(ROOT / "inventory" / "chikusei")


@pytest.mark.property
@settings(max_examples=150)
@given(case=random_both(largest=14), seed=st.integers(0, 2**32))
def test_the_same_draw_comes_out_the_same_to_the_second(case: Both, seed: int) -> None:
    """Downtimes, restorations, levels and loss are those of the readable engine, by any order."""
    rng = random.Random(seed)
    engines = Engines(case.inventory, case.scenario)
    for _ in range(3):
        draw = random_draw(engines.compiled, rng)
        played = case_of_draw(engines.network, case.scenario, draw)
        for strategy in ("slack", "rank", random_order(played, rng)):
            assert engines.by_machine(draw, strategy) == engines.by_reading(draw, strategy)


@pytest.mark.property
@settings(max_examples=60)
@given(case=random_both(largest=14), rule=st.sampled_from(sorted(RULES)))
def test_the_plain_draw_is_the_plain_simulation(case: Both, rule: str) -> None:
    """What a plain simulation draws gives what a plain simulation says, compiled either way."""
    engines = Engines(case.inventory, case.scenario)
    _compare_with_simulation(engines, engines.compiled, rule)
    certain = compile_case(engines.network, assess(case.scenario, case.inventory))
    _compare_with_simulation(engines, certain, rule)


@pytest.mark.property
@pytest.mark.parametrize("rule", sorted(RULES))
@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_chikusei_is_played_as_it_is_simulated(
    path: Path, rule: str, chikusei: LoadedInventory
) -> None:
    """Each scenario of the sample city comes out the same, plainly and by chance."""
    engines = Engines(chikusei.inventory, load_scenario(path, chikusei).scenario)
    _compare_with_simulation(engines, engines.compiled, rule)
    draw = random_draw(engines.compiled, random.Random(path.stem))
    assert engines.by_machine(draw, rule) == engines.by_reading(draw, rule)


def _compare_with_simulation(engines: Engines, compiled: Compiled, rule: str) -> None:
    tables, room = compiled.tables, new_room(compiled.tables)
    draw, order, figures = plain(compiled), blank_order(compiled), blank_figures(compiled)
    order_into(tables, draw, RULES[rule], order, room)
    play_into(tables, draw, order, room, figures)

    result = simulate(engines.network.inventory, engines.scenario, rule, engines.network)
    expected = [
        (held.downtime, -1 if held.restored is None else held.restored)
        for held in result.functions.values()
    ]
    assert list(zip(figures.down.tolist(), figures.back.tolist(), strict=True)) == expected
    assert loss_of(compiled, figures) == result.loss
    assert loss_float(tables, figures) == pytest.approx(float(result.loss))
