"""Scenarios for any inventory: optional events, places by tag, groups of teams."""

from __future__ import annotations

import pytest

from bcp.errors import InputError
from bcp.scenario.models import Select

from .conftest import Faults, Load

HEAD = "scenario: {id: quake}\nevents:\n"
INVENTORY = """\
organisation: {id: town}
components:
- {id: hall, kind: site, tags: [main-site]}
- {id: room, kind: room, within: hall, tags: [server-room]}
- {id: web, kind: server, within: room, tags: [windows], procedure: mend}
- {id: line, kind: network, tags: [wan-line]}
functions:
- {id: desk, rto: 1h, requires: [web]}
teams:
- {id: desk-team, size: 3}
- {id: ict, size: 3}
- {id: vendor-a, size: 1, vendor: true}
- {id: vendor-b, size: 1, vendor: true}
procedures:
- id: mend
  tasks:
  - {id: a, crew: {ict: 1, vendor-a: 1}, duration: 1h}
  - {id: b, crew: {ict: 1}, duration: 1h}
"""


def test_optional_events_without_a_match_are_left_out(load: Load) -> None:
    """They are named with their place, their moment and the tags that are lacking."""
    held = load(
        HEAD
        + "- {at: 1h, optional: true, outage: {select: {tag: [water, gas]}}}\n"
        + "- {at: 2h, optional: true, damage: {select: {tag: windows}}}\n"
        + "- {at: 3h, optional: true, access: {select: {kind: storage}, for: 1h}}\n",
        INVENTORY,
    )

    assert [event.at for event in held.scenario.events] == [7200]
    assert [place.line for place in held.events] == [4]
    told = [(one.number, one.at, one.sort, one.tags, place.line) for one, place in held.skipped]
    assert told == [
        (0, 3600, "outage", ("water", "gas"), 3),
        (2, 10800, "access", (), 5),
    ]


def test_optional_forgives_no_slip_of_the_pen(faults: Faults) -> None:
    """An id that does not exist is a fault, optional or not."""
    found = faults(
        HEAD
        + "- {at: 0h, optional: true, damage: {select: {id: wbe}}}\n"
        + "- {at: 0h, optional: true, staff: {team: itc, available: 0}}\n",
        INVENTORY,
    )

    assert found == [
        (3, "events[0].damage.select.id", "unknown-id-near"),
        (4, "events[1].staff.team", "unknown-id-near"),
    ]


def test_without_optional_nothing_is_forgiven(faults: Faults) -> None:
    """What matches nothing stays a fault, as in the contract."""
    assert faults(HEAD + "- {at: 0h, damage: {select: {tag: water}}}\n", INVENTORY) == [
        (3, "events[0].damage.select.tag", "unknown-tag")
    ]
    assert faults(HEAD + "- {at: 0h, damage: {select: {within_tag: wet}}}\n", INVENTORY) == [
        (3, "events[0].damage.select.within_tag", "unknown-tag")
    ]


def test_nothing_left_is_a_fault(load: Load) -> None:
    """A scenario of which every event is left out says which tags the inventory lacks."""
    with pytest.raises(InputError) as caught:
        load(
            HEAD
            + "- {at: 0h, optional: true, outage: {select: {tag: water}}}\n"
            + "- {at: 0h, optional: true, outage: {select: {tag: [gas, water]}}}\n",
            INVENTORY,
        )

    (fault,) = caught.value.faults
    assert (fault.key, fault.values["tags"]) == ("scenario-nothing-left", "water, gas")


def test_an_empty_scenario_stays_empty(load: Load) -> None:
    """Without any events there is nothing to leave out."""
    assert load("scenario: {id: calm}\n", INVENTORY).scenario.events == ()


@pytest.mark.parametrize(
    ("which", "teams"),
    [
        ("own", ["desk-team", "ict"]),
        ("vendors", ["vendor-a", "vendor-b"]),
        ("all", ["desk-team", "ict", "vendor-a", "vendor-b"]),
        ("busiest", ["ict"]),
    ],
)
def test_teams_become_one_event_each(load: Load, which: str, teams: list[str]) -> None:
    """In the order of the files, each at the same moment and line, as if written by hand."""
    text = HEAD + f"- {{at: 5h, staff: {{teams: {which}, available: 40%, for: 2h}}}}\n"
    by_hand = HEAD + "".join(
        f"- {{at: 5h, staff: {{team: {team}, available: 40%, for: 2h}}}}\n" for team in teams
    )

    held = load(text, INVENTORY)
    assert [place.line for place in held.events] == [3] * len(teams)
    assert held.scenario == load(by_hand, INVENTORY).scenario


def test_no_such_teams(faults: Faults, load: Load) -> None:
    """Where there are no vendors, an event about them is a fault, or left out if optional."""
    alone = "organisation: {id: town}\ncomponents: [{id: web, kind: server}]\n"
    event = "staff: {teams: vendors, available: 0}}\n"

    assert faults(HEAD + "- {at: 0h, " + event, alone) == [
        (3, "events[0].staff.teams", "no-such-teams")
    ]
    more = "- {at: 0h, damage: {select: {id: web}}}\n"
    held = load(HEAD + "- {at: 0h, optional: true, " + event + more, alone)
    assert [one.sort for one, _ in held.skipped] == ["staff"]


def test_places_by_tag_are_places_by_id(load: Load) -> None:
    """`within_tag` is `within` with the ids of the places that carry the tag."""
    held = load(
        HEAD + "- {at: 0h, damage: {select: {within_tag: [main-site, x], kind: server}}}\n",
        INVENTORY,
    )

    (event,) = held.scenario.events
    assert event.damage is not None
    assert event.damage.select == Select(within=("hall",), kind=("server",))


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (
            "damage: {select: {within: hall, within_tag: main-site}}",
            ("events[0].damage.select", "within-twice"),
        ),
        ("damage: {select: {}}", ("events[0].damage.select", "select-empty")),
        (
            "staff: {team: ict, teams: own, available: 0}",
            ("events[0].staff", "staff-one-team"),
        ),
        ("staff: {available: 0}", ("events[0].staff", "staff-one-team")),
        ("staff: {teams: mine, available: 0}", ("events[0].staff.teams", "not-one-of")),
        (
            "outage: {select: {id: web}}, damage: {select: {id: web}}",
            ("events[0]", "event-one-kind"),
        ),
    ],
)
def test_contradictions(faults: Faults, event: str, expected: tuple[str, str]) -> None:
    """What is said twice, or not at all, is one fault where it stands."""
    assert faults(HEAD + f"- {{at: 0h, {event}}}\n", INVENTORY) == [(3, *expected)]


def test_notes_survive(load: Load) -> None:
    """What people noted of an event stays with the plain event."""
    held = load(
        HEAD
        + "- {at: 0h, optional: true, note: 夜, source: 計画, assumed: {all: 仮},"
        + " staff: {teams: busiest, available: 0, assumed: {teams: 仮, available: 仮}}}\n",
        INVENTORY,
    )

    (event,) = held.scenario.events
    assert (event.note, event.source, event.assumed) == ("夜", "計画", {"all": "仮"})
    assert event.staff is not None
    assert event.staff.assumed == {"available": "仮"}
