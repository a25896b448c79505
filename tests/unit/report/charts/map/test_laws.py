"""What holds of every layout of the dependency map."""

from __future__ import annotations

from itertools import combinations, pairwise

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcp.graph.network import Network, build_network
from bcp.inventory.models import Inventory
from bcp.report.charts.map import MapLayout, lay_out
from bcp.report.charts.map.heights import settled
from bcp.report.charts.map.links import gathered, links_of
from benchmarks.synthetic import inventory as synthetic
from tests.support.random_cases import random_inventories

Box = tuple[float, float, float, float]
MANY = st.sampled_from([1, 3, 6, 12, 200])
NEAR = 1e-6


def overlap(one: Box, other: Box) -> bool:
    return (
        one[0] < other[2] - NEAR
        and other[0] < one[2] - NEAR
        and one[1] < other[3] - NEAR
        and other[1] < one[3] - NEAR
    )


def inside(box: Box, whole: Box) -> bool:
    is_after = whole[0] <= box[0] + NEAR and whole[1] <= box[1] + NEAR
    return is_after and box[2] <= whole[2] + NEAR and box[3] <= whole[3] + NEAR


def check_places(layout: MapLayout) -> None:
    """Boxes are apart, each in one area, and everything is on the sheet."""
    sheet = (0.0, 0.0, layout.width, layout.height)
    boxes = [node.box for node in layout.nodes]
    regions = [region.box for region in layout.regions]
    assert all(inside(box, sheet) for box in (*boxes, *regions))
    assert not any(overlap(one, other) for one, other in combinations(boxes, 2))
    assert not any(overlap(one, other) for one, other in combinations(regions, 2))
    assert all(sum(inside(box, region) for region in regions) == 1 for box in boxes)


def check_lines(layout: MapLayout) -> None:
    """Lines lead from the side of one box to the side of the other, in one direction."""
    held = {node.id: node.box for node in layout.nodes}
    for edge in layout.edges:
        (x0, y0), (x1, y1) = edge.points[0], edge.points[-1]
        start, end = held[edge.start], held[edge.end]
        is_back = x1 < x0
        assert x0 == pytest.approx(start[0 if is_back else 2])
        assert x1 == pytest.approx(end[2 if is_back else 0])
        assert start[1] < y0 < start[3]
        assert end[1] < y1 < end[3]
        steps = [(b[0] - a[0]) * (-1 if is_back else 1) for a, b in pairwise(edge.points)]
        assert min(steps) > 0
        assert all(0 <= y <= layout.height for _, y in edge.points)


def check_passing(layout: MapLayout) -> None:
    """Where a line passes a column it is level, and no box is in its way."""
    for edge in layout.edges:
        for (x0, y0), (x1, y1) in list(pairwise(edge.points))[1::2]:
            assert y0 == y1
            way = (min(x0, x1), y0 - 0.1, max(x0, x1), y0 + 0.1)
            assert not any(overlap(way, node.box) for node in layout.nodes)


def check_members(layout: MapLayout, network: Network) -> dict[str, str]:
    """Every component and function is in exactly one box; return which."""
    box = {member: node.id for node in layout.nodes for member in node.members}
    assert sorted(m for node in layout.nodes for m in node.members) == sorted(network.nodes())
    return box


def check_needs(layout: MapLayout, network: Network, box: dict[str, str]) -> None:
    """Every need is drawn, or is a hard one that a chain of drawn hard ones implies."""
    links = gathered(links_of(network), box.__getitem__)
    drawn = {(edge.start, edge.end): edge for edge in layout.edges}
    assert set(drawn) <= {(link.start, link.end) for link in links}
    hard = nx.DiGraph(
        (link.start, link.end) for link in links if link.is_hard and (link.start, link.end) in drawn
    )
    for link in links:
        edge = drawn.get((link.start, link.end))
        if edge is not None:
            assert (edge.sort, edge.count) == (link.sort, link.count)
        else:
            assert link.is_hard
            assert nx.has_path(hard, link.start, link.end)


def check(layout: MapLayout, network: Network) -> None:
    check_places(layout)
    check_lines(layout)
    check_passing(layout)
    check_needs(layout, network, check_members(layout, network))


@settings(max_examples=40, deadline=None)
@given(held=random_inventories(), most=MANY)
def test_every_map_is_sound(held: Inventory, most: int) -> None:
    """Boxes apart and on the sheet, lines from side to side, every need drawn or implied."""
    network = build_network(held)

    layout = lay_out(network, "ja", most=most)

    check(layout, network)
    assert layout.is_condensed == (len(layout.nodes) < len(network.place))


@pytest.mark.parametrize("most", [12, 60, 200])
def test_a_large_map_is_condensed(most: int) -> None:
    """Of 1,500 components and their functions, no more boxes are drawn than asked for."""
    network = build_network(synthetic(1500))

    layout = lay_out(network, "en", most=most)

    assert len(layout.nodes) <= most
    assert layout.is_condensed
    check_places(layout)
    check_lines(layout)
    check_needs(layout, network, check_members(layout, network))


@settings(max_examples=15, deadline=None)
@given(held=random_inventories())
def test_only_what_is_asked_for(held: Inventory) -> None:
    """A part of the network is laid out as if there were nothing else."""
    network = build_network(held)
    part = frozenset([*network.nodes()][::2])

    layout = lay_out(network, "ja", only=part)

    assert {member for node in layout.nodes for member in node.members} == part
    check_places(layout)


@settings(max_examples=15, deadline=None)
@given(held=random_inventories())
def test_the_same_map_again(held: Inventory) -> None:
    """The same inventory gives the same map."""
    assert lay_out(build_network(held), "ja") == lay_out(build_network(held), "ja")


@settings(max_examples=200, deadline=None)
@given(
    rows=st.lists(
        st.tuples(st.floats(-50, 150), st.floats(0.1, 9), st.floats(0.5, 9)),
        min_size=1,
        max_size=9,
    )
)
def test_heights_are_as_wanted_where_they_can_be(rows: list[tuple[float, float, float]]) -> None:
    """In order, without touching, inside the area; and what is wanted already stays."""
    wanted, weights, sizes = (list(column) for column in zip(*rows, strict=True))

    found = settled(wanted, weights, sizes, (0.0, 100.0))

    edges = [(y - size / 2, y + size / 2) for y, size in zip(found, sizes, strict=True)]
    assert edges[0][0] >= -NEAR
    assert edges[-1][1] <= 100 + NEAR
    assert all(lower[0] >= upper[1] - NEAR for upper, lower in pairwise(edges))
    assert settled(found, weights, sizes, (0.0, 100.0)) == pytest.approx(found)
