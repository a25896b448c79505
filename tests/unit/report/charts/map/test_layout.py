"""The dependency map of tiny towns, worked out by hand."""

from __future__ import annotations

import pytest

from bcp.graph.network import Network, build_network
from bcp.report.charts.map import MapLayout, Node, lay_out
from bcp.report.charts.map.labels import ems, room_of, two_lines
from bcp.words import Lang
from tests.support.tiny import inventory_of

TOWN = """
components:
  - {id: hall, name: 本庁舎, name_en: City hall, kind: site}
  - {id: branch, name: 支所, kind: site}
  - {id: room, name: サーバ室, kind: room, within: hall}
  - {id: grid, name: 商用電力, kind: power}
  - {id: ups, name: 無停電電源装置, kind: power, within: room}
  - {id: switch-a, kind: network, within: room, requires: [grid]}
  - {id: switch-b, kind: network, within: room, requires: [grid]}
  - id: server
    kind: server
    within: room
    requires: [grid, {any_of: [switch-a, switch-b]}, {any_of: [room], holdover: 1h, held_by: ups}]
    starts_with: [branch]
  - {id: database, kind: data, within: server, requires: [server, grid]}
functions:
  - {id: desk, name: 窓口, department: 市民課, rank: A, requires: [database]}
  - {id: web, name: 広報, department: 秘書課, rank: S, requires: [desk, server]}
"""


def town(text: str = TOWN) -> Network:
    return build_network(inventory_of(text))


def laid(text: str = TOWN, lang: Lang = "ja", *, most: int = 200) -> MapLayout:
    return lay_out(town(text), lang, most=most)


def boxes(layout: MapLayout) -> dict[str, Node]:
    return {node.id: node for node in layout.nodes}


def test_each_sort_of_need_is_a_line() -> None:
    """The first of a choice is required, the other a spare; what only starts or bridges is so."""
    sorts = {(edge.start, edge.end): edge.sort for edge in laid().edges}

    assert sorts["switch-a", "server"] == "requires"
    assert sorts["switch-b", "server"] == "spare"
    assert sorts["branch", "server"] == "starts"
    assert sorts["ups", "server"] == "held"


def test_what_others_imply_is_left_out() -> None:
    """The grid is needed by the database through the server, and by that in spite of its choice."""
    drawn = {(edge.start, edge.end) for edge in laid().edges}
    whole = {(edge.start, edge.end) for edge in lay_out(town(), "ja", has_implied=True).edges}

    assert whole - drawn == {("grid", "database"), ("server", "web")}
    assert ("grid", "server") in drawn


def test_needs_stand_left_and_functions_right() -> None:
    """Who needs something stands right of it, and functions right of every component."""
    held = boxes(laid())

    order = ["grid", "switch-a", "server", "database", "desk", "web"]
    lefts = [held[id_].box[0] for id_ in order]
    assert lefts == sorted(set(lefts))
    components = [node.box[2] for node in held.values() if node.kind != "function"]
    assert max(components) < held["desk"].box[0]


def test_areas_are_the_outermost_places() -> None:
    """A room and what stands in a server are in the city hall; a grid stands nowhere."""
    layout = laid()
    held = boxes(layout)

    assert {id_: node.site for id_, node in held.items()} == {
        **dict.fromkeys(["hall", "room", "ups", "switch-a", "switch-b"], "hall"),
        **dict.fromkeys(["server", "database"], "hall"),
        "branch": "branch",
        **dict.fromkeys(["grid", "desk", "web"], ""),
    }
    labels = [region.label for region in layout.regions]
    assert labels == ["本庁舎", "場所を定めないもの（外部を含む）", "支所", "業務"]
    assert laid(lang="en").regions[0].label == "City hall"


def test_a_circle_has_one_line_back() -> None:
    """Two that need each other stand side by side, with a line each way."""
    text = "components: [{id: a, requires: [b]}, {id: b, requires: [a]}]"
    layout = laid(text)
    ends = {edge.start: (edge.points[0][0], edge.points[-1][0]) for edge in layout.edges}

    assert sorted(x1 > x0 for x0, x1 in ends.values()) == [False, True]


def test_nothing_is_a_map_too() -> None:
    """An inventory without anything gives a map without anything."""
    layout = laid("{}")

    assert (layout.nodes, layout.edges, layout.regions) == ((), (), ())


def test_the_largest_groups_are_put_together_first() -> None:
    """Two switches of one room become one box before anything else does."""
    layout = laid(most=10)
    held = boxes(layout)

    assert held["hall/network"].members == ("switch-a", "switch-b")
    assert held["hall/network"].label == "ネットワーク（2）"
    assert len(held) == 10
    assert {(e.start, e.end, e.count) for e in layout.edges if e.start == "hall/network"} == {
        ("hall/network", "server", 2)
    }


def test_at_last_kinds_and_ranks_are_left() -> None:
    """The fewest boxes there can be: one a kind wherever it stands, one a rank."""
    held = boxes(laid(most=1))

    assert held["*/power"].members == ("grid", "ups")
    assert held["*/site"].members == ("hall", "branch")
    functions = [node for node in held.values() if node.kind == "function"]
    assert sorted(node.label for node in functions) == ["広報", "窓口"]  # one of each rank


def test_functions_are_put_together_by_department() -> None:
    """Several functions of a department become one box that is named after it."""
    functions = ", ".join(
        f"{{id: f{n}, department: {'市民課' if n % 2 else '税務課'}}}" for n in range(10)
    )
    held = boxes(laid(f"functions: [{functions}]", most=3))

    assert sorted(node.label for node in held.values()) == ["市民課（5）", "税務課（5）"]


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize(
    "name",
    [
        "住民記録データベース",
        "Resident record database",
        "後期高齢者医療被保険者証及び限度額適用・標準負担額減額認定証の再交付申請の受付",
        "Donaudampfschifffahrtsgesellschaftskapitän",
        "か\u3099",
        "",
        "…",
    ],
)
def test_labels_fit_into_their_boxes(name: str, lang: Lang) -> None:
    """Two lines at most, none wider than the box; what does not fit ends in an ellipsis."""
    room = room_of(name, lang)
    lines = two_lines(name, room)

    assert 1 <= len(lines) <= 2
    assert max(ems(line) for line in lines) <= room
    told = "".join(lines).replace(" ", "")
    assert told == name.replace(" ", "") or told.endswith("…")


def test_words_are_not_broken() -> None:
    """English words stay whole where there is room for them."""
    assert two_lines("Server room air conditioner 1", 9) == ("Server room air", "conditioner 1")
    assert two_lines("Storage (12)", room_of("Storage (12)", "en")) == ("Storage", "(12)")
