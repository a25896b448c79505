"""The picture of an inventory as text: GraphML, node-link JSON, DOT, Mermaid.

Names are what people wrote; in every format whatever could end a label, begin markup or steer a
reader is written as that format writes the sign itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from bcp.exchange.graphs.picture import Edge, Node, Picture

__all__ = ["WRITERS", "dot_text", "graphml_text", "mermaid_text", "node_link_text"]

_NODE_KEYS = (
    "sort",
    "label",
    "kind",
    "name",
    "name_en",
    "within",
    "tags",
    "startup",
    "rank",
    "rto",
    "rto_disaster",
    "mtpd",
    "mtpd_disaster",
    "at_least",
    "switchover",
)
_EDGE_KEYS = ("role", "holdover", "held_by", "switchover")
_DEEPEST = 50
"""Frames inside each other; what is deeper stands in the last of them."""


def _attributes(node: Node) -> dict[str, str]:
    return {"sort": node.sort, "label": node.label, **node.held}


# --- GraphML ---------------------------------------------------------------------------------

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_XML = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;"}


def _xml(text: str) -> str:
    return "".join(_XML.get(sign, sign) for sign in _NO_XML.sub("", text))


def graphml_text(picture: Picture) -> str:
    """Return the picture as GraphML (Brandes and others 2002)."""
    return "\n".join(_graphml(picture)) + "\n"


def _graphml(picture: Picture) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    yield '  <key id="graph-name" for="graph" attr.name="name" attr.type="string"/>'
    for sort, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        for key in keys:
            type_ = "int" if key == "at_least" else "string"
            yield (f'  <key id="{sort}-{key}" for="{sort}" attr.name="{key}" attr.type="{type_}"/>')
    yield '  <graph id="bcp" edgedefault="directed">'
    yield f'    <data key="graph-name">{_xml(picture.title)}</data>'
    for node in picture.nodes:
        yield f'    <node id="{_xml(node.id)}">'
        yield from _data("node", _NODE_KEYS, _attributes(node))
        yield "    </node>"
    for number, edge in enumerate(picture.edges):
        ends = f'source="{_xml(edge.source)}" target="{_xml(edge.target)}"'
        yield f'    <edge id="e{number}" {ends}>'
        yield from _data("edge", _EDGE_KEYS, {"role": edge.role, **edge.held})
        yield "    </edge>"
    yield "  </graph>"
    yield "</graphml>"


def _data(sort: str, keys: Sequence[str], held: Mapping[str, str]) -> Iterator[str]:
    for key in keys:
        if key in held:
            yield f'      <data key="{sort}-{key}">{_xml(held[key])}</data>'


# --- node-link JSON --------------------------------------------------------------------------


def node_link_text(picture: Picture) -> str:
    """Return the picture as node-link JSON, as networkx has it since 3.6."""
    nodes: list[dict[str, Any]] = []
    for node in picture.nodes:
        held: dict[str, Any] = {"id": node.id, **_attributes(node)}
        if "tags" in held:
            held["tags"] = json.loads(held["tags"])
        if "at_least" in held:
            held["at_least"] = int(held["at_least"])
        nodes.append(held)
    edges = [
        {"source": edge.source, "target": edge.target, "key": key, "role": edge.role, **edge.held}
        for key, edge in enumerate(picture.edges)
    ]
    document = {
        "directed": True,
        "multigraph": True,
        "graph": {"name": picture.title},
        "nodes": nodes,
        "edges": edges,
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


# --- DOT -------------------------------------------------------------------------------------

_SHAPES = {
    "site": "house",
    "room": "house",
    "power": "diamond",
    "network": "hexagon",
    "storage": "cylinder",
    "data": "cylinder",
    "external": "octagon",
    "function": "ellipse",
}
_DOT = {"\\": "\\\\", '"': '\\"', "&": "&amp;", "<": "&lt;", ">": "&gt;"}


def _dot(text: str) -> str:
    """Return *text* in quotes; line breaks become spaces, and nothing in it is an escape."""
    flat = " ".join(text.split())
    return '"' + "".join(_DOT.get(sign, sign) for sign in flat if sign.isprintable()) + '"'


def dot_text(picture: Picture) -> str:
    """Return the picture for Graphviz, places as frames."""
    lines = [
        "digraph bcp {",
        f"  label={_dot(picture.title)};",
        "  rankdir=LR; compound=true;",
        '  node [shape=box, fontname="sans-serif"];',
        '  edge [fontname="sans-serif", fontsize=10];',
    ]

    def frame(place: Node, depth: int) -> tuple[str, str]:
        room = "  " * depth
        return f"{room}subgraph {_dot('cluster_' + place.id)} {{ label={_dot(place.label)};", "}"

    lines += _framed(picture, frame, _dot_node)
    lines += [f"  {_dot_edge(edge)}" for edge in picture.edges]
    return "\n".join([*lines, "}"]) + "\n"


def _dot_node(node: Node) -> str:
    if node.sort == "group":
        return f"{_dot(node.id)} [label={_dot(node.label)}, shape=circle, fontsize=9];"
    shape = _SHAPES.get(node.held.get("kind", ""), "box")
    return f"{_dot(node.id)} [label={_dot(node.label)}, shape={shape}];"


def _dot_edge(edge: Edge) -> str:
    marks = []
    if note := _note(edge):
        marks.append(f"label={_dot(note)}")
    if edge.role == "starts_with":
        marks.append("style=dashed")
    return f"{_dot(edge.source)} -> {_dot(edge.target)}" + (
        f" [{', '.join(marks)}];" if marks else ";"
    )


def _note(edge: Edge) -> str:
    """Return what is written on an edge: how long its owner carries on without it, and by what."""
    return " ".join(filter(None, (edge.held.get("holdover"), edge.held.get("held_by"))))


# --- Mermaid ---------------------------------------------------------------------------------


def _mermaid(text: str) -> str:
    """Return *text* in quotes; signs of ASCII but letters and digits, of which syntax is made, by number."""
    flat = " ".join(text.split())
    return '"' + "".join(_sign(sign) for sign in flat if sign.isprintable()) + '"'


def _sign(sign: str) -> str:
    is_plain = sign.isalnum() or not sign.isascii() or sign in " -_.,"
    return sign if is_plain else f"#{ord(sign)};"


def mermaid_text(picture: Picture) -> str:
    """Return the picture as a Mermaid flowchart, places as frames, ids as numbers."""
    numbers = {node.id: f"n{number}" for number, node in enumerate(picture.nodes)}

    def frame(place: Node, depth: int) -> tuple[str, str]:
        room = "  " * depth
        return f"{room}subgraph p_{numbers[place.id]}[{_mermaid(place.label)}]", "end"

    def shape(node: Node) -> str:
        number, label = numbers[node.id], _mermaid(node.label)
        if node.sort == "group":
            return f"{number}(({label}))"
        kind = node.held.get("kind")
        if kind == "function":
            return f"{number}([{label}])"
        return f"{number}[({label})]" if kind in ("data", "storage") else f"{number}[{label}]"

    lines = ["flowchart LR", *_framed(picture, frame, shape)]
    for edge in picture.edges:
        arrow = "-.->" if edge.role == "starts_with" else "-->"
        note = _note(edge)
        label = f"|{_mermaid(note)}|" if note else ""
        lines.append(f"  {numbers[edge.source]} {arrow}{label} {numbers[edge.target]}")
    return "\n".join(lines) + "\n"


def _framed(
    picture: Picture,
    frame: Callable[[Node, int], tuple[str, str]],
    shape: Callable[[Node], str],
) -> list[str]:
    """Return the lines of all nodes, those in a place inside its frame."""
    nodes = {node.id: node for node in picture.nodes}
    held: dict[str | None, list[Node]] = {}
    for node in picture.nodes:
        place = node.held.get("within")
        if node.sort == "group":
            place = nodes[node.id.rpartition("/")[0]].held.get("within")
        held.setdefault(place if place in nodes else None, []).append(node)
    lines: list[str] = []

    def write(node: Node, depth: int) -> None:
        room = "  " * min(depth, _DEEPEST)
        if node.id not in held:
            lines.append(f"{room}{shape(node)}")
            return
        is_framed = depth <= _DEEPEST
        begin, end = frame(node, depth)
        if is_framed:
            lines.append(begin)
        lines.append(f"{room}  {shape(node)}")
        waiting.append((None, f"{room}{end}" if is_framed else "", depth))
        waiting.extend((child, "", depth + 1) for child in reversed(held[node.id]))

    waiting: list[tuple[Node | None, str, int]] = [
        (node, "", 1) for node in reversed(held.get(None, []))
    ]
    while waiting:
        one, line, depth = waiting.pop()
        if one is not None:
            write(one, depth)
        elif line:
            lines.append(line)
    return lines


WRITERS: Mapping[str, Callable[[Picture], str]] = {
    "graphml": graphml_text,
    "node-link": node_link_text,
    "dot": dot_text,
    "mermaid": mermaid_text,
}
"""By the name of the format."""
