"""The dependency graph in every format: what is in it, how it is cut, and that names stay names."""

from __future__ import annotations

import csv
import io
import json
import re
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from bcp.exchange.graphs.picture import Picture, around, inside, picture_of
from bcp.exchange.graphs.plain import plain_json
from bcp.exchange.graphs.results import ResultTable, csv_bytes, json_bytes, result_tables
from bcp.exchange.graphs.writing import dot_text, graphml_text, mermaid_text, node_link_text
from bcp.graph.network import Network, build_network
from bcp.inventory.models import Inventory
from bcp.recovery.simulate import simulate
from bcp.scenario.models import Scenario

EVIL = 'a"]; evil [x=<b>\\N</b>] --> `"%%{init: {}}%% \n end; &lt; #quot; <img onerror=x> \x1b[2J'


def network(name: str = "名") -> Network:
    inventory = {
        "organisation": {"id": "town", "name": name},
        "components": [
            {"id": "hall", "kind": "site", "name": name},
            {"id": "room", "kind": "room", "within": "hall"},
            {"id": "ups", "kind": "power", "within": "room"},
            {"id": "grid", "kind": "external", "tags": ["grid-power", "x, y"]},
            {"id": "a", "kind": "server", "within": "room", "startup": "20m"},
            {"id": "b", "kind": "server", "within": "room"},
            {
                "id": "app",
                "kind": "service",
                "name": name,
                "requires": [
                    {"any_of": ["a", "b"], "switchover": "5m"},
                    {"any_of": ["grid"], "holdover": "30m", "held_by": "ups"},
                ],
                "starts_with": ["ups"],
            },
        ],
        "functions": [{"id": "desk", "rto": "3h", "requires": ["app"]}],
    }
    return build_network(Inventory.model_validate(inventory))


def picture(name: str = "名", kept: set[str] | None = None) -> Picture:
    held = network(name)
    return picture_of(held, name, dict.fromkeys(held.nodes(), name), kept)


def test_groups_are_nodes_and_reserves_stand_on_edges() -> None:
    """Two providers make a node with `at_least`; one provider is an edge, with its reserve."""
    held = picture()

    (group,) = [node for node in held.nodes if node.sort == "group"]
    assert (group.id, group.label, group.held) == (
        "app/1",
        "1 / 2",
        {"at_least": "1", "switchover": "5m"},
    )
    edges = {(edge.source, edge.target): (edge.role, dict(edge.held)) for edge in held.edges}
    assert edges == {
        ("app", "app/1"): ("requires", {}),
        ("app/1", "a"): ("provider", {}),
        ("app/1", "b"): ("provider", {}),
        ("app", "grid"): ("requires", {"holdover": "30m", "held_by": "ups"}),
        ("app", "ups"): ("starts_with", {}),
        ("desk", "app"): ("requires", {}),
    }
    assert held.cut == 0


def test_a_cut_keeps_what_is_inside_and_counts_the_rest() -> None:
    """What lies outside is left out, each need of it counted."""
    held = network()
    assert inside(held, "room") == {"room", "ups", "a", "b"}
    assert around(held, "desk", 1) == {"desk", "app"}
    assert around(held, "desk", 2) == {"desk", "app", "a", "b", "grid", "ups"}
    assert around(held, "hall", 5) == {"hall"}

    part = picture(kept={"app", "a", "desk"})
    assert {node.id for node in part.nodes} == {"app", "a", "desk", "app/1"}
    assert part.cut == 3  # b, grid, ups


def test_plain_json_tells_needs_as_they_are() -> None:
    """Groups, reserves and targets in seconds, by the language's names."""
    held = network()
    told = plain_json(held, "町", {id_: id_.upper() for id_ in held.nodes()})

    assert told["functions"][0]["rto_s"] == {"normal": 10800, "disaster": 10800}
    assert told["needs"][1] == {
        "of": "app",
        "role": "requires",
        "any_of": ["grid"],
        "at_least": 1,
        "holdover_s": 1800,
        "held_by": "ups",
        "switchover_s": 0,
    }
    assert [c["name"] for c in told["components"]][:2] == ["HALL", "ROOM"]


def test_hostile_names_stay_names_in_xml_and_json() -> None:
    """Parsers of others read the name that was written, but for what no XML can hold."""
    held = picture(EVIL)
    root = ET.fromstring(graphml_text(held))  # noqa: S314 (it is our own)
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    texts = {data.text for data in root.findall(".//g:data[@key='node-label']", space)}
    assert texts == {EVIL.replace("\x1b", ""), "1 / 2"}

    linked = json.loads(node_link_text(held))
    assert {node["label"] for node in linked["nodes"]} == {EVIL, "1 / 2"}
    graph = nx.node_link_graph(linked)
    assert graph.nodes["grid"]["tags"] == ["grid-power", "x, y"]


def test_hostile_names_end_no_label_in_dot() -> None:
    """Without its quoted texts a DOT file has nothing but its own words; no text is an escape."""
    text = dot_text(picture(EVIL))
    quoted = re.findall(r'"((?:[^"\\]|\\.)*)"', text)
    rest = re.sub(r'"(?:[^"\\]|\\.)*"', "", text)

    assert "evil" not in rest
    assert "<" not in rest
    assert all(sign in ('\\"', "\\\\") for one in quoted for sign in re.findall(r"\\.", one))
    assert "\x1b" not in text
    assert not any("<" in one for one in quoted)


def test_hostile_names_end_no_label_in_mermaid() -> None:
    """Between quotes there are letters, digits and numbers of signs; outside of them only ours."""
    text = mermaid_text(picture(EVIL))
    quoted = re.findall(r'"([^"\n]*)"', text)
    rest = re.sub(r'"[^"\n]*"', "", text)

    assert "evil" not in rest
    assert not re.search(r"[`<>%{}]|evil", rest.replace("-->", "").replace("-.->", ""))
    assert not any(re.search(r"[`<>%{}&;\\\x1b]", re.sub(r"#\d+;", "", one)) for one in quoted)
    assert text.count("subgraph ") == text.count("\n" + "  " * 1 + "end") + text.count("    end")


def test_places_become_frames() -> None:
    """What stands in a place is written inside the frame of it, and frames nest."""
    rows = dot_text(picture()).splitlines()
    hall = next(n for n, row in enumerate(rows) if 'subgraph "cluster_hall"' in row)
    room = next(n for n, row in enumerate(rows) if 'subgraph "cluster_room"' in row)
    last = next(n for n, row in enumerate(rows) if row == "  }")
    inner = next(n for n, row in enumerate(rows) if row == "    }")

    assert hall < room < next(n for n, row in enumerate(rows) if '"ups" [' in row) < inner < last


def test_very_deep_places_are_drawn() -> None:
    """Two thousand rooms inside one another are no trouble."""
    rooms = [{"id": "r0", "kind": "site"}]
    rooms += [{"id": f"r{n}", "kind": "room", "within": f"r{n - 1}"} for n in range(1, 2000)]
    inventory = {"organisation": {"id": "town"}, "components": rooms}
    held = build_network(Inventory.model_validate(inventory))
    whole = picture_of(held, "", {id_: id_ for id_ in held.nodes()})

    assert dot_text(whole).count("{") == dot_text(whole).count("}")
    assert mermaid_text(whole).count("[") == mermaid_text(whole).count("]")


# --- results ---------------------------------------------------------------------------------


def results(name: str) -> tuple[ResultTable, ...]:
    inventory = Inventory.model_validate(
        {
            "organisation": {"id": "town"},
            "components": [{"id": "db", "kind": "server", "procedure": "fix"}],
            "functions": [{"id": "desk", "rto": "1h", "mtpd": "3h", "requires": ["db"]}],
            "teams": [{"id": "ict", "size": 1}],
            "procedures": [
                {"id": "fix", "tasks": [{"id": "do", "crew": {"ict": 1}, "duration": "90m"}]}
            ],
        }
    )
    scenario = Scenario.model_validate(
        {
            "scenario": {"id": "crash", "name": "x", "horizon": "2d"},
            "events": [{"at": "0h", "damage": {"select": {"id": "db"}}}],
        }
    )
    result = simulate(inventory, scenario, "slack")
    tables = result_tables(result, {"db": name, "desk": name})
    assert json.loads(json_bytes(tables[0], result))["functions"][0]["downtime_s"] == 5400
    return tables


def test_results_are_tables() -> None:
    """One row for a function, for a task, and for each interval in which something was down."""
    functions, tasks, outages = results("x")

    row = dict(zip(functions.columns, functions.rows[0], strict=True))
    assert (row["downtime_h"], row["rto_met"], row["mtpd_met"]) == (1.5, False, True)
    assert tasks.rows == (("db", "x", "fix", "do", "ict:1", 0, 0.0, 5400, 1.5),)
    assert [row[:6] for row in outages.rows] == [
        ("component", "db", "x", 0, 0.0, 5400),
        ("function", "desk", "x", 0, 0.0, 5400),
    ]


@pytest.mark.parametrize("name", ["=1+1", "+x", "-2", "@a", "'=1", "'@x"])
def test_no_cell_is_a_formula(name: str) -> None:
    """What a spreadsheet program would compute begins with an apostrophe."""
    for table in results(name):
        text = csv_bytes(table, "ja").decode("utf-8-sig")
        cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
        assert f"'{name}" in cells
        assert name not in cells
