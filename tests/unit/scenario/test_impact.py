from __future__ import annotations

import pytest

from bcp.scenario.impact import Absence, Hit, Impact, Spell, assess
from tests.support.tiny import inventory_of, scenario_of

INVENTORY = inventory_of("""
components: [{id: b, kind: server, within: a}, {id: a, kind: site}, {id: c, kind: server, within: a}]
teams: [{id: ict, size: 5}]
""")


def impact(text: str) -> Impact:
    return assess(scenario_of(text, INVENTORY), INVENTORY)


def test_selections_become_components_in_the_order_of_the_files() -> None:
    """Each event becomes what it does to each component it selects."""
    held = impact("""
- {at: 1h, damage: {select: {within: a}, corrupt_since: 2h}}
- {at: 2h, outage: {select: {id: a}, for: 3h}}
- {at: 3h, access: {select: {kind: site}}}
- {at: 4h, staff: {team: ict, available: 2, for: 1h}}
""")
    assert held.hits == (Hit(3600, "b", 7200), Hit(3600, "c", 7200))
    assert held.outages == (Spell(7200, 18000, "a"),)
    assert held.barred == (Spell(10800, None, "a"),)
    assert held.absences == (Absence(14400, 18000, "ict", 2),)


@pytest.mark.parametrize(
    ("share", "hits"), [("50%", 2), ("49.9%", 0), ("0.5", 2), ("1", 2), ("100%", 2), ("0", 0)]
)
def test_a_share_of_one_half_hits(share: str, hits: int) -> None:
    """A plain simulation draws nothing: one half or more hits all, less none."""
    held = impact(f"[{{at: 0h, damage: {{select: {{kind: server}}, share: {share}}}}}]")

    assert len(held.hits) == hits


def test_what_is_struck_at_the_horizon_is_not_damaged() -> None:
    """The instant of the horizon is not played."""
    text = """
scenario: {horizon: 2h}
events: [{at: 7199s, damage: {select: {id: b}}}, {at: 2h, damage: {select: {id: c}}}]
"""
    assert impact(text).damaged == {"b"}


def test_the_first_damage_calls_the_vendors() -> None:
    """The earliest hit counts, whatever the order of the events; outages are no damage."""
    text = """
- {at: 3h, damage: {select: {id: b}}}
- {at: 2h, damage: {select: {id: c}}}
- {at: 1h, damage: {select: {id: a}, share: 10%}}
- {at: 0h, outage: {select: {id: a}}}
"""
    assert impact(text).first_damage == 7200
    assert impact("[{at: 0h, outage: {select: {id: a}}}]").first_damage is None
