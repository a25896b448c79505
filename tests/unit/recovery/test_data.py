"""Data: the youngest usable backup, and what is lost since."""

from __future__ import annotations

import pytest

from tests.support.tiny import kinds, play

HOUR = 3600
INVENTORY = """
components:
- {id: site}
- {id: vault, within: site}
- {id: cloud}
- {id: db, kind: data, backups: %s}
functions: [{id: f, rpo: 24h, requires: [db]}]
"""
VAULT = "{at: vault, every: 24h, age: 6h}"
CLOUD = "{at: cloud, every: 48h, age: 10h, online: true}"
HIT = "{at: 0h, damage: {select: {id: db}}}"


def spoilt(since: str, at: str = "0h") -> str:
    return f"{{at: {at}, damage: {{select: {{id: db}}, corrupt_since: {since}}}}}"


def hit(id_: str, at: str = "0h") -> str:
    return f"{{at: {at}, damage: {{select: {{id: {id_}}}}}}}"


@pytest.mark.parametrize(
    ("backups", "events", "hours"),
    [
        pytest.param(f"[{VAULT}]", HIT, 6, id="the age of the youngest copy"),
        pytest.param("[{at: vault, every: 24h}]", HIT, 24, id="age left out: the worst, every"),
        pytest.param(f"[{VAULT}, {CLOUD}]", HIT, 6, id="the youngest of several"),
        pytest.param(f"[{VAULT}, {CLOUD}]", f"{HIT}, {hit('vault')}", 10, id="one place damaged"),
        pytest.param(f"[{VAULT}, {CLOUD}]", f"{HIT}, {hit('site')}", 10, id="what it stands in"),
        pytest.param(f"[{VAULT}]", f"{HIT}, {hit('site', '9d')}", None, id="damaged ever, later"),
        pytest.param(f"[{VAULT}]", f"{HIT}, {hit('site', '10d')}", 6, id="not at the horizon"),
        pytest.param("[]", HIT, None, id="no backup"),
        pytest.param(f"[{VAULT}]", hit("vault"), 0, id="the data itself is whole"),
        pytest.param(f"[{CLOUD}]", spoilt("1h"), None, id="an online copy is spoilt too"),
        pytest.param(f"[{VAULT}, {CLOUD}]", spoilt("1h"), 6, id="taken before it was spoilt"),
        pytest.param(f"[{VAULT}]", spoilt("6h"), 30, id="before is strict: as old is too young"),
        pytest.param(f"[{VAULT}]", spoilt("21599s"), 6, id="a second older is old enough"),
        pytest.param(f"[{VAULT}]", spoilt("14d"), 342, id="as many whole `every` as it takes"),
        # Struck at 4h, spoilt 10h before that, so 6h before the incident: 6h is too young.
        pytest.param(f"[{VAULT}]", spoilt("10h", "4h"), 30, id="counted back from that event"),
        pytest.param(f"[{VAULT}]", spoilt("1h", "4h"), 6, id="spoilt after the incident"),
        pytest.param(f"[{CLOUD}]", spoilt("1h", "4h"), None, id="online, spoilt afterwards"),
        pytest.param(
            f"[{VAULT}]", f"{spoilt('1h')}, {spoilt('40h', '8h')}", 54, id="older than each"
        ),
        pytest.param(f"[{CLOUD}]", f"{HIT}, {spoilt('1h', '1h')}", None, id="damaged already"),
    ],
)
def test_how_much_data_is_lost(backups: str, events: str, hours: int | None) -> None:
    """The time from the youngest usable backup to the incident; None if there is none."""
    result = play(INVENTORY % backups, f"[{events}]")

    expected = None if hours is None else hours * HOUR
    assert result.components["db"].data_loss == expected
    assert result.functions["f"].data_loss == expected
    assert result.functions["f"].rpo_met == (hours is not None and hours <= 24)
    assert ("data-lost: db" in kinds(result.findings)) == (hours is None)


REPLICA = """
components:
- {id: one, kind: data}
- {id: two, kind: data}
- {id: three, kind: data}
- {id: app, requires: [{any_of: [one, two, three], at_least: %s}]}
- {id: reader, starts_with: [one]}
functions: [{id: f, rpo: 0h, requires: [app]}, {id: g, requires: [reader]}]
"""


def test_a_surviving_replica_saves_the_data() -> None:
    """Of a group, the providers that lose least count, as many as it needs."""
    two_hit = "[{at: 0h, damage: {select: {id: [one, three]}}}]"

    assert play(REPLICA % 1, two_hit).functions["f"].data_loss == 0
    assert play(REPLICA % 2, two_hit).functions["f"].data_loss is None
    assert play(REPLICA % 2, hit("one").join("[]")).functions["f"].rpo_met is True


def test_what_is_needed_only_to_start_loses_nothing() -> None:
    """Lost data goes upwards through `requires` alone; without an RPO there is nothing to meet."""
    held = play(REPLICA % 1, "[{at: 0h, damage: {select: {id: one}}}]").functions["g"]

    assert (held.data_loss, held.rpo_met) == (0, None)


def test_lost_data_goes_round_a_circle() -> None:
    """In a circle of components that need each other, all lose what one loses."""
    inventory = """
components:
- {id: db, kind: data, requires: [a], backups: [{at: a, every: 6h}]}
- {id: a, requires: [b]}
- {id: b, requires: [db]}
functions: [{id: f, requires: [a]}]
"""
    assert play(inventory, f"[{HIT}]").functions["f"].data_loss == 6 * HOUR
