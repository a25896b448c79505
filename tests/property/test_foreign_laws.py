"""Whatever a graph of another tool holds, what is written loads; what this tool wrote comes back."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bcp.errors import InputError
from bcp.exchange.foreign.drawn import Drawn
from bcp.exchange.foreign.graph_draw import draw_graph
from bcp.exchange.foreign.graphml import read_graphml
from bcp.exchange.foreign.laying import laid_out
from bcp.exchange.foreign.node_link import read_node_link
from bcp.exchange.graphs.picture import picture_of
from bcp.exchange.graphs.writing import graphml_text, node_link_text
from bcp.graph.network import build_network
from bcp.inventory.load import load_inventory
from bcp.inventory.models import Component, Function, Inventory
from bcp.scenario.load import load_scenario
from tests.support.random_cases import random_inventories

pytestmark = pytest.mark.property

NAMES = st.one_of(
    st.sampled_from(
        ["a", "b", "own", "null", "---", "x: y", "#", "住基", "=1+1", "\x1b[2J", "a\nb"]
    ),
    st.text(max_size=12),
)
KINDS = st.sampled_from(["server", "function", "room", "site", "UPS", "nonsense", ""])


@st.composite
def node_links(draw: st.DrawFn) -> dict[str, Any]:
    ids = draw(st.lists(NAMES.filter(bool), min_size=1, max_size=8, unique=True))
    nodes = [
        {
            "id": id_,
            "kind": draw(KINDS),
            "name": draw(NAMES),
            "within": draw(st.sampled_from([*ids, "elsewhere"])),
            "tags": draw(st.one_of(NAMES, st.lists(NAMES, max_size=2))),
        }
        for id_ in ids
    ]
    ends = st.sampled_from(ids)
    roles = st.sampled_from(["requires", "starts_with", "provider", "else"])
    edges = draw(
        st.lists(
            st.fixed_dictionaries(
                {"source": ends, "target": ends},
                optional={"role": roles, "holdover": st.sampled_from(["30m", "0", "1d12h"])},
            ),
            max_size=12,
        )
    )
    nodes.append({"id": "at least one component", "kind": "server"})
    return {"nodes": nodes, "edges": edges, "graph": {"name": draw(NAMES)}}


def laid(drawn: Drawn, folder: Path) -> Inventory:
    for name, text in laid_out(drawn, "tool", "ja").items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    loaded = load_inventory(folder / "inventory")
    load_scenario(folder / "scenarios" / "cold-start.yaml", loaded)
    return loaded.inventory


NULL = {
    "nodes": [{"id": "null", "kind": "room"}, {"id": "a", "kind": "server", "within": "null"}],
    "edges": [{"source": "a", "target": "null"}],
}
"""An id that YAML takes for nothing, wherever an id may stand."""


@example(NULL, "needs")
@given(node_links(), st.sampled_from(["needs", "feeds"]))
def test_whatever_is_written_loads(held: dict[str, Any], direction: Any) -> None:
    """Names and ids of any signs, places in circles, loops: the files are without fault."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "graph.json"
        path.write_text(json.dumps(held), encoding="utf-8")
        drawn = draw_graph(read_node_link(path), direction)
        inventory = laid(drawn, Path(name))

    assert len(inventory.components) + len(inventory.functions) >= len(held["nodes"])


def shape(inventory: Inventory) -> dict[str, Any]:
    """Return what the graph holds of an inventory."""
    items: list[Component | Function] = [*inventory.components, *inventory.functions]
    return {item.id: _item(item) for item in items}


def _item(item: Component | Function) -> tuple[Any, ...]:
    # Nothing needs itself in files without fault; the random cases are not all without.
    needs = [
        (role, others, min(group.at_least, len(others)), group.switchover, *reserve)
        for role in ("requires", "starts_with")
        for group in getattr(item, role, ())
        for others in [tuple(id_ for id_ in group.any_of if id_ != item.id)]
        for reserve in [(group.holdover, group.held_by) if role == "requires" else ()]
        if others
    ]
    unique = tuple(dict.fromkeys(needs))
    if isinstance(item, Function):
        mtpd = item.mtpd and (item.mtpd.normal, item.mtpd.disaster)
        return ("function", item.rto.normal, item.rto.disaster, mtpd, item.tags, unique)
    return (item.kind, item.within, item.startup, item.tags, unique)


@settings(max_examples=40)
@given(random_inventories())
def test_what_is_exported_comes_back(inventory: Inventory) -> None:
    """GraphML and node-link JSON, read again: the same kinds, places, targets, groups and reserves."""
    network = build_network(inventory)
    names = {id_: f'名 <{id_}> & "x"' for id_ in network.nodes()}
    picture = picture_of(network, "町 & <b>", names)
    wanted = shape(inventory)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "a.graphml").write_text(graphml_text(picture), encoding="utf-8")
        (folder / "a.json").write_text(node_link_text(picture), encoding="utf-8")
        for place, graph in (
            ("one", read_graphml(folder / "a.graphml")),
            ("two", read_node_link(folder / "a.json")),
        ):
            back = shape(laid(draw_graph(graph, "needs"), folder / place))
            assert {id_: back[id_] for id_ in wanted} == wanted
        theirs = nx.read_graphml(folder / "a.graphml")
        linked = nx.node_link_graph(json.loads((folder / "a.json").read_text("utf-8")))
    assert set(theirs) == set(linked) == {node.id for node in picture.nodes}
    assert theirs.number_of_edges() == linked.number_of_edges() == len(picture.edges)


def test_a_graph_without_nodes_is_a_fault(tmp_path: Path) -> None:
    """Nothing is no inventory."""
    path = tmp_path / "graph.json"
    path.write_text('{"nodes": [], "edges": []}', encoding="utf-8")
    with pytest.raises(InputError):
        draw_graph(read_node_link(path), "needs")
