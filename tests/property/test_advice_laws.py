"""Laws of advice: whoever is told that a change does it can play it and see."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bcp.advice.remedy import Remedy, advise
from bcp.advice.scene import Scene, play_scene
from bcp.advice.setting import Setting, Way, downtime_in, meets, setting_of
from bcp.graph.network import build_network
from bcp.inventory.checks import draft_of, problems
from bcp.recovery.play import build_case
from bcp.recovery.simulate import simulate
from bcp.recovery.strategy import plan_by
from tests.support.random_cases import Both, random_both

pytestmark = pytest.mark.property

STRATEGIES = st.sampled_from(["slack", "rank"])


def late(scene: Scene) -> list[str]:
    return [id_ for id_, held in scene.result.functions.items() if not held.rto_met]


def changed(setting: Setting, remedy: Remedy, *, last: int | None = None) -> Setting:
    """Return *setting* with a remedy, its last step perhaps in another amount."""
    *before, step = remedy.steps
    for one in before:
        setting = one.taken(setting)
    return step.candidate.apply(setting, step.value if last is None else last)


@given(case=random_both(), strategy=STRATEGIES)
def test_playing_until_it_is_too_late_says_what_playing_to_the_end_says(
    case: Both, strategy: str
) -> None:
    """Stopping where a target cannot be met any more changes no answer."""
    result = simulate(case.inventory, case.scenario, strategy)
    setting, network = Setting(case.inventory, Way(strategy)), build_network(case.inventory)

    for id_, held in result.functions.items():
        assert meets(setting, case.scenario, id_, network) == held.rto_met
        assert downtime_in(setting, case.scenario, id_, network) == held.downtime


@given(case=random_both(), strategy=STRATEGIES)
def test_an_order_that_is_kept_is_played_as_it_was(case: Both, strategy: str) -> None:
    """On the inventory for which it was found, the order of a search comes to what it came to."""
    held = build_case(case.inventory, case.scenario)
    way = Way("optimal", kept=plan_by(strategy, held.network, held.impact))
    kept = simulate(case.inventory, case.scenario, way)
    result = simulate(case.inventory, case.scenario, strategy)

    assert kept.tasks == result.tasks
    assert kept.loss == result.loss


@settings(max_examples=25)
@given(case=random_both(), strategy=STRATEGIES, data=st.data())
def test_what_is_advised_has_been_played(case: Both, strategy: str, data: st.DataObject) -> None:
    """Every remedy meets the RTO on an inventory in order; a milder amount of a single one not."""
    scene = play_scene(case.inventory, case.scenario, strategy)
    assume(late(scene))
    function = data.draw(st.sampled_from(late(scene)))
    advice = advise(scene, function, strategy)
    base = setting_of(case.inventory, strategy, scene.planned)

    for remedy in advice.remedies:
        setting = changed(base, remedy)
        assert not [*problems(draft_of(setting.inventory))]
        result = simulate(setting.inventory, case.scenario, setting.way)
        assert remedy.rto_met
        assert result.functions[function].rto_met
        assert (remedy.downtime, remedy.loss) == (
            result.functions[function].downtime,
            result.loss,
        )
        (*_, step) = remedy.steps
        place = step.candidate.values.index(step.value)
        if place and len(remedy.steps) == 1:
            milder = changed(base, remedy, last=step.candidate.values[place - 1])
            assert not meets(milder, case.scenario, function, scene.network)
    if advice.nearest is not None:
        assert not advice.nearest.rto_met
        assert advice.nearest.downtime < scene.result.functions[function].downtime
