"""T3 and T4: who is on hand, and who is at work."""

from __future__ import annotations

import pytest

from bcp.recovery.crews import build_roster
from bcp.scenario.impact import assess
from tests.support.tiny import inventory_of, play, scenario_of, tasks


def on_hand(team: str, events: str = "[]", head: str = "", hours: float = 0.0) -> int:
    """Return how many of a team are on hand so many hours after the incident."""
    inventory = inventory_of(f"components: [{{id: x}}]\nteams: [{{id: ict, {team}}}]")
    scenario = scenario_of(f"{{scenario: {{{head}}}, events: {events}}}", inventory)
    return build_roster(inventory, assess(scenario, inventory)).present("ict", int(hours * 3600))


def staff(available: str, at: str = "0h", length: str = "9h") -> str:
    return f"{{at: {at}, staff: {{team: ict, available: {available}, for: {length}}}}}"


@pytest.mark.parametrize(
    ("team", "events", "expected"),
    [
        pytest.param("size: 100", staff("0.29"), 29, id="0.29 × 100 is exactly 29"),
        pytest.param("size: 5, assembly: {0h: 60%}", staff("60%"), 1, id="floor(5 × 0.6 × 0.6)"),
        pytest.param("size: 5, assembly: {0h: 0.6}", staff("100%"), 3, id="a share as a decimal"),
        pytest.param("size: 5, assembly: {0h: 1}", staff("100%"), 1, id="a whole number is heads"),
        pytest.param("size: 5, assembly: {0h: 9}", staff("100%"), 5, id="heads up to the size"),
        pytest.param("size: 5, assembly: {0h: 100%}", staff("2"), 2, id="available in heads"),
        pytest.param("size: 5, assembly: {0h: 30%}", staff("2"), 1, id="no more than have come"),
        pytest.param("size: 5, assembly: {0h: 4}", staff("50%"), 2, id="a share of those come"),
        pytest.param(
            "size: 10", f"{staff('50%')}, {staff('60%')}", 5, id="of several the least counts"
        ),
        pytest.param(
            "size: 10", f"{staff('4')}, {staff('50%')}", 4, id="heads and shares compared"
        ),
        pytest.param(
            "size: 3, assembly: {0h: 50%}", staff("70%"), 1, id="floored once, at the end"
        ),
        pytest.param("size: 0", "", 0, id="a team of nobody"),
    ],
)
def test_how_many_are_on_hand(team: str, events: str, expected: int) -> None:
    """floor(size × assembly × available), exactly, and never more than the heads given."""
    assert on_hand(team, f"[{events}]", "assembly: true") == expected


@pytest.mark.parametrize(
    ("hours", "expected"), [(0, 0), (0.99, 0), (1, 1), (2.99, 1), (3, 5), (99, 5)]
)
def test_a_step_of_assembly_counts_from_its_moment_on(hours: float, expected: int) -> None:
    """Before the first entry nobody is there; each entry holds until the next."""
    team = "size: 5, assembly: {3h: 100%, 1h: 20%}"

    assert on_hand(team, head="assembly: true", hours=hours) == expected


def test_own_teams_assemble_only_off_hours() -> None:
    """Without `assembly: true` everyone of an own team is there from the start."""
    assert on_hand("size: 5, assembly: {3h: 100%}") == 5


def test_an_absence_holds_from_its_start_to_its_end() -> None:
    """`for` is counted from `at`, the end not included."""
    event = f"[{staff('0%', '2h', '3h')}]"

    assert [on_hand("size: 5", event, hours=h) for h in (1.99, 2, 4.99, 5)] == [5, 0, 0, 5]


def test_vendors_are_called_with_the_first_damage() -> None:
    """A vendor assembles from the first damage on, in every scenario; without one, nobody comes."""
    vendor = "size: 2, vendor: true, assembly: {0h: 0%, 6h: 100%}"
    struck = "[{at: 3h, damage: {select: {id: x}}}, {at: 2h, outage: {select: {id: x}}}]"

    assert [on_hand(vendor, struck, hours=h) for h in (6, 8.99, 9)] == [0, 0, 2]
    assert on_hand(vendor, "[{at: 2h, outage: {select: {id: x}}}]", hours=200) == 0


def test_a_share_that_does_not_hit_calls_nobody() -> None:
    """Damage of less than one half is none, so no vendor is called."""
    vendor = "size: 2, vendor: true, assembly: {6h: 100%}"

    assert on_hand(vendor, "[{at: 0h, damage: {select: {id: x}, share: 49%}}]", hours=99) == 0
    assert on_hand(vendor, "[{at: 0h, damage: {select: {id: x}, share: 50%}}]", hours=6) == 2


def test_vendors_without_assembly_are_always_there() -> None:
    """A vendor with people on the spot needs no call."""
    assert on_hand("size: 2, vendor: true") == 2


WORK = """
organisation: {id: town, holidays: [2026-11-23]}
components: [{id: x, procedure: fix}, {id: y, procedure: fix}]
teams: [{id: ict, size: 2%s}]
procedures: [{id: fix, tasks: [{id: do, crew: {ict: %s}, duration: 2h}]}]
"""
BOTH = "- {at: 0h, damage: {select: {id: [x, y]}}}\n"


def test_a_crew_is_free_at_once_or_not_at_all() -> None:
    """Two who need one each work side by side; two who need both, one after the other."""
    assert tasks(play(WORK % ("", 1), BOTH)) == ["x/do 0h-2h", "y/do 0h-2h"]
    assert tasks(play(WORK % ("", 2), BOTH)) == ["x/do 0h-2h", "y/do 2h-4h"]


def test_a_fall_interrupts_nothing_but_lets_nothing_start() -> None:
    """Work in progress goes on with the people it has; who is left beyond them may start."""
    # At 1h one of two is left: x and y go on; at 2h they end, and one by one both are done again.
    events = BOTH + "- {at: 1h, staff: {team: ict, available: 1, for: 9h}}\n"
    events += "- {at: 3h, damage: {select: {id: [x, y]}}}"

    result = play(WORK % ("", 1), events)
    assert tasks(result) == ["x/do 0h-2h", "y/do 0h-2h", "x/do 3h-5h", "y/do 5h-7h"]


def test_with_fewer_on_hand_than_at_work_nobody_is_free() -> None:
    """People at work count against those on hand."""
    # x has one of two from 0h; at 1h one is left, so y, struck at 1h, waits until x is done.
    events = "- {at: 0h, damage: {select: {id: x}}}\n- {at: 1h, damage: {select: {id: y}}}\n"
    events += "- {at: 1h, staff: {team: ict, available: 1, for: 9h}}"

    assert tasks(play(WORK % ("", 1), events)) == ["x/do 0h-2h", "y/do 2h-4h"]


@pytest.mark.parametrize(
    ("hours", "starts", "begin"),
    [
        pytest.param("weekdays 09:00-17:30", "2026-11-24T09:00", "0h", id="from, included"),
        pytest.param("weekdays 09:00-17:30", "2026-11-24T08:59", "1m", id="a minute early"),
        pytest.param("weekdays 09:00-17:30", "2026-11-24T17:29", "0h", id="the last minute"),
        pytest.param("weekdays 09:00-17:30", "2026-11-24T17:30", "15h30m", id="to, not included"),
        pytest.param("weekdays 09:00-17:30", "2026-11-21T12:00", "2d21h", id="weekend, holiday"),
        pytest.param("weekdays 09:00-17:30", "2026-11-23T09:00", "1d", id="a holiday"),
        pytest.param("daily 09:00-17:30", "2026-11-21T12:00", "0h", id="daily, on a Saturday"),
        pytest.param("daily 09:00-17:30", "2026-11-23T12:00", "0h", id="daily, on a holiday"),
        pytest.param("daily 22:00-06:00", "2026-11-24T05:59", "0h", id="overnight, the morning"),
        pytest.param("daily 22:00-06:00", "2026-11-24T06:00", "16h", id="overnight, in the day"),
        pytest.param("weekdays 22:00-06:00", "2026-11-21T03:00", "0h", id="Friday's night goes on"),
        pytest.param("weekdays 22:00-06:00", "2026-11-23T03:00", "1d19h", id="no Sunday's night"),
        pytest.param("weekdays 22:00-06:00", "2026-11-24T03:00", "19h", id="no holiday's night"),
        pytest.param("weekdays 09:00-24:00", "2026-11-24T23:59", "0h", id="up to midnight"),
        pytest.param("weekdays 00:00-24:00", "2026-11-20T23:00", "0h", id="all day on Friday"),
        pytest.param("weekdays 00:00-24:00", "2026-11-21T00:00", "3d", id="all day, from Tuesday"),
    ],
)
def test_hours(hours: str, starts: str, begin: str) -> None:
    """Tasks start within the hours of every team of the crew, by the local clock of `starts`."""
    inventory = WORK % (f", hours: {hours}", 1)
    scenario = (
        f"{{scenario: {{starts: {starts}}}, events: [{{at: 0h, damage: {{select: {{id: x}}}}}}]}}"
    )

    assert tasks(play(inventory, scenario))[0].split()[1].split("-")[0] == begin


def test_work_goes_on_after_hours() -> None:
    """A task begun in the last minute is finished; the next waits for the morning."""
    scenario = f"""
scenario: {{starts: 2026-11-24T17:00}}
events:
{BOTH}"""
    result = play(WORK % (', hours: "daily 09:00-17:30"', 2), scenario)

    # 17:00-19:00, then from 09:00, sixteen hours after the incident.
    assert tasks(result) == ["x/do 0h-2h", "y/do 16h-18h"]
