"""GraphML (Brandes and others 2002), as networkx, yEd, Gephi and this tool write it.

Read with expat element by element, which knows the line of each; a document type, and with it
every entity, is refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.parsers import expat

from bcp.errors import Fault, InputError
from bcp.exchange.foreign.graph_form import Edge, Graph, Node
from bcp.exchange.foreign.limits import DEPTH, READ, RECORDS
from bcp.reading import read_file, shown

__all__ = ["read_graphml"]

_UNREAD = frozenset({"hyperedge", "port", "endpoint"})


def read_graphml(path: Path) -> Graph:
    """Return the graph of a file.

    Raises
    ------
    InputError
        If it cannot be read, is no GraphML, or is larger than anybody could mean.
    """
    file = str(path)
    data = read_file(path, file, READ)
    reader = _Reader(file)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    reader.parser = parser
    parser.StartDoctypeDeclHandler = reader.doctype
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    isfinal = True
    try:
        parser.Parse(data, isfinal)
    except expat.ExpatError as error:
        raise InputError([Fault(file, error.lineno, "", "foreign-not-xml")]) from None
    except (LookupError, ValueError):  # an encoding that nobody knows
        raise InputError([Fault(file, 1, "", "foreign-not-xml")]) from None
    if not reader.is_graphml:
        raise InputError([Fault(file, 1, "", "foreign-not-graphml")])
    graph = reader.graph
    if graph.faults:
        raise InputError(graph.faults)
    return graph


@dataclass
class _Key:
    name: str
    default: str | None = None


@dataclass
class _Item:
    """A node or an edge that is being read."""

    attributes: dict[str, str]
    line: int
    held: dict[str, str] = field(default_factory=dict)
    inside: str | None = None
    is_directed: bool = True


class _Reader:
    """Takes what the parser finds."""

    def __init__(self, file: str) -> None:
        self.graph = Graph(file)
        self.is_graphml = False
        self.parser: Any = None
        self._path: list[str] = []
        self._keys: dict[tuple[str, str], _Key] = {}
        self._key: _Key | None = None
        self._items: list[_Item] = []
        self._directed: list[bool] = []
        self._data = ""
        self._text: list[str] = []

    def _line(self) -> int:
        line: int = self.parser.CurrentLineNumber
        return line

    def _stop(self, key: str, **values: object) -> InputError:
        fault = Fault(self.graph.file, self._line(), "", key, values)
        return InputError([*self.graph.faults, fault])

    def doctype(self, *_: Any) -> None:
        """Refuse what could define entities."""
        raise self._stop("foreign-doctype")

    def start(self, full: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""
        name = full.rpartition(" ")[2]
        self._path.append(name)
        self._text = []
        if len(self._path) > DEPTH:
            raise self._stop("too-deep", most=DEPTH)
        if len(self._path) == 1:
            self.is_graphml = name == "graphml"
        if "data" not in self._path[:-1]:
            self._open(name, attributes)

    def _open(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element that is not inside of data."""
        if name in _UNREAD:
            self.graph.left_out[name] = self.graph.left_out.get(name, 0) + 1
        elif name == "key":
            self._declare(attributes)
        elif name == "graph":
            self._directed.append(attributes.get("edgedefault", "directed") != "undirected")
        elif name in ("node", "edge"):
            self._begin(attributes)
        elif name == "data":
            self._data = attributes.get("key", "")

    def _declare(self, attributes: dict[str, str]) -> None:
        known = attributes.get("attr.name") or attributes.get("yfiles.type") or ""
        self._key = _Key(known or attributes.get("id", ""))
        for sort in ("node", "edge", "graph"):
            if attributes.get("for", "all") in (sort, "all"):
                self._keys[sort, attributes.get("id", "")] = self._key

    def _begin(self, attributes: dict[str, str]) -> None:
        if len(self.graph.nodes) + len(self.graph.edges) >= RECORDS:
            raise self._stop("foreign-too-many", most=RECORDS)
        inside = self._items[-1].attributes.get("id") if self._items else None
        item = _Item(attributes, self._line(), inside=inside)
        said = attributes.get("directed")
        item.is_directed = said == "true" if said else not self._directed or self._directed[-1]
        self._items.append(item)

    def text(self, text: str) -> None:
        """Take text."""
        self._text.append(text)

    def end(self, full: str) -> None:
        """Take the end of an element."""
        name = full.rpartition(" ")[2]
        text = "".join(self._text).strip()
        self._text = []
        self._path.pop()
        if "data" in self._path:
            # yEd draws a node and writes its name into the drawing.
            if name in ("NodeLabel", "EdgeLabel") and text and self._items:
                self._items[-1].held.setdefault("label", text)
        elif name == "default" and self._key is not None:
            self._key.default = text
        elif name == "data":
            self._take_data(text)
        elif name == "graph" and self._directed:
            self._directed.pop()
        elif name in ("node", "edge") and self._items:
            self._finish(name, self._items.pop())

    def _take_data(self, text: str) -> None:
        parent = self._path[-1] if self._path else ""
        key = self._keys.get((parent, self._data))
        name = key.name if key else self._data
        if parent in ("node", "edge") and self._items and text:
            self._items[-1].held[name] = text
        elif parent == "graph" and name in ("name", "label", "title") and not self._items:
            self.graph.title = text

    def _finish(self, sort: str, item: _Item) -> None:
        defaults = {
            key.name: key.default
            for (of, _), key in self._keys.items()
            if of == sort and key.default is not None
        }
        held = {**defaults, **item.held}
        if sort == "node":
            node = Node(item.attributes.get("id", ""), held, item.line, "", item.inside)
            self.graph.nodes.append(node)
            return
        ends = (item.attributes.get("source", ""), item.attributes.get("target", ""))
        where = shown(" → ".join(ends))
        self.graph.edges.append(Edge(*ends, held, item.is_directed, item.line, where))
