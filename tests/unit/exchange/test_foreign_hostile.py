"""Files of other tools are hostile until read: each trap ends in a fault that says where."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bcp.errors import InputError
from bcp.exchange.foreign.compose import draw_compose
from bcp.exchange.foreign.csv_file import read_table
from bcp.exchange.foreign.graphml import read_graphml
from bcp.exchange.foreign.itop import draw_itop
from bcp.exchange.foreign.json_file import read_json
from bcp.exchange.foreign.kubernetes import draw_kubernetes
from bcp.exchange.foreign.node_link import read_node_link
from bcp.exchange.foreign.yaml_file import read_parts


def fault(read: Callable[[Path], Any], folder: Path, data: bytes | str) -> list[tuple[int, str]]:
    path = folder / "file.dat"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    with pytest.raises(InputError) as caught:
        read(path)
    return [(fault.line, fault.key) for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        ("{", (1, "foreign-not-json")),
        ('{"a": 1,\n "b": }', (2, "foreign-not-json")),
        ('{"a":\n NaN}', (2, "foreign-no-number")),
        ('{"a": 1e999}', (0, "foreign-no-number")),
        ('{"a": ' + "9" * 5000 + "}", (0, "foreign-no-number")),
        ('{"a": 1, "a": 2}', (0, "foreign-key-twice")),
        (b'{"a": "\xff"}', (1, "foreign-not-utf-8")),
        ("[" * 70 + "]" * 70, (0, "too-deep")),
        ("[" * 200_000 + "]" * 200_000, (0, "too-deep")),
    ],
)
def test_json(tmp_path: Path, data: bytes | str, wanted: tuple[int, str]) -> None:
    """Broken, endless, doubled or deep JSON is refused."""
    assert fault(read_json, tmp_path, data) == [wanted]


@pytest.mark.parametrize("read", [read_json, read_graphml, read_table, read_parts])
def test_what_is_too_large_is_not_read(tmp_path: Path, read: Callable[[Path], Any]) -> None:
    """A file beyond the limit is refused by its size, before anything in it is looked at."""
    path = tmp_path / "large"
    with path.open("wb") as stream:
        stream.truncate(20 * 2**20 + 1)
    with pytest.raises(InputError) as caught:
        read(path)
    assert [one.key for one in caught.value.faults] == ["file-too-large"]


LAUGHS = """<?xml version="1.0"?>
<!DOCTYPE graphml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>
<graphml><graph><node id="&b;"/></graph></graphml>"""
OUTSIDE = """<!DOCTYPE graphml SYSTEM "file:///etc/hostname"><graphml/>"""


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (LAUGHS, (2, "foreign-doctype")),
        (OUTSIDE, (1, "foreign-doctype")),
        (LAUGHS.replace("?>", ' encoding="UTF-16"?>', 1).encode("utf-16"), (2, "foreign-doctype")),
        ("<graphml>\n<graph>", (2, "foreign-not-xml")),
        ("<?xml version='1.0' encoding='nonsense'?><graphml/>", (1, "foreign-not-xml")),
        ("<html/>", (1, "foreign-not-graphml")),
        ("<graphml>" + "<a>" * 80 + "</a>" * 80 + "</graphml>", (1, "too-deep")),
        ("<graphml>&undefined;</graphml>", (1, "foreign-not-xml")),
    ],
)
def test_graphml(tmp_path: Path, data: bytes | str, wanted: tuple[int, str]) -> None:
    """No document type, hence no entity, is ever read; neither is what is broken or deep."""
    assert fault(read_graphml, tmp_path, data) == [wanted]


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        ("a: &a [1,1]\nb: !!python/object:os.system x\n", (2, "yaml-tag")),
        ("services:\n  a: 1\n  a: 2\n", (3, "key-twice")),
        ("a: 1\n---\nb: [\n", (4, "yaml-syntax")),
        (b"a: \xff\n", (1, "foreign-not-utf-8")),
    ],
)
def test_yaml(tmp_path: Path, data: bytes | str, wanted: tuple[int, str]) -> None:
    """Tags are refused, and lines are counted through all documents of a file."""
    assert fault(read_parts, tmp_path, data)[0] == wanted


def test_yaml_bomb(tmp_path: Path) -> None:
    """What aliases expand to is bounded."""
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    assert [key for _, key in fault(read_parts, tmp_path, "\n".join(rows))] == ["yaml-bomb"]


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        ("name", (1, "foreign-not-table")),
        ("", (1, "foreign-not-table")),
        ('a,b\n1,"2', (2, "foreign-quote")),
        ("a,b\n1,2\n1,2,3\n", (3, "foreign-row-length")),
        (b"a,b\n\x00,2\n", (0, "foreign-not-csv-text")),
        (b"a,b\n\x81\xff\xfd,2\n", (0, "foreign-not-csv-text")),
    ],
)
def test_csv(tmp_path: Path, data: bytes | str, wanted: tuple[int, str]) -> None:
    """What is no table is refused, with the line."""
    assert fault(read_table, tmp_path, data) == [wanted]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
def test_separators_and_encodings(tmp_path: Path, mark: str, encoding: str) -> None:
    """Comma, semicolon and tab, UTF-8, UTF-16 and CP932: the same table."""
    path = tmp_path / "Server.csv"
    path.write_bytes(f"name{mark}id\n住基サーバ{mark}7\n".encode(encoding))
    (thing,) = draw_itop([path]).things

    assert (thing.id, thing.name, thing.kind) == ("server-7", "住基サーバ", "server")


def test_relations_of_itop(tmp_path: Path) -> None:
    """What impacts is needed by what is impacted; a column may name several needs."""
    texts = {
        "Server.csv": "name,id,dependson\ndb,1,\napp,2,db|web\nweb,3,\n",
        "impacts.csv": "source,impacted\ndb,web\n",
    }
    paths = [tmp_path / name for name in texts]
    for path in paths:
        path.write_text(texts[path.name], encoding="utf-8")
    needs = {thing.id: [need.any_of for need in thing.needs] for thing in draw_itop(paths).things}

    assert needs == {"db": [], "app": [("db",), ("web",)], "web": [("db",)]}


def test_node_link_faults_are_all_told(tmp_path: Path) -> None:
    """Every node and edge that is wrong is told by its place."""
    held = {"nodes": [3, {"id": True}, {"id": "a"}], "links": [{"source": "a"}, 4]}
    path = tmp_path / "graph.json"
    path.write_text(json.dumps(held), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_node_link(path)

    assert [one.where for one in caught.value.faults] == [
        "links[0].target",
        "links[1]",
        "nodes[0]",
        "nodes[1].id",
    ]


def test_compose_faults_are_all_told_by_line(tmp_path: Path) -> None:
    """Services that are not there are named at their lines, all at once."""
    text = "services:\n  a:\n    depends_on: [b,\n      c]\n  d: 4\n"
    path = tmp_path / "compose.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        draw_compose(path)

    assert [(one.line, one.key) for one in caught.value.faults] == [
        (3, "foreign-no-service"),
        (4, "foreign-no-service"),
        (5, "foreign-not-object"),
    ]


def test_kubernetes_faults_are_told_by_line_of_the_file(tmp_path: Path) -> None:
    """A template that was not rendered, and an object twice, in the second and third document."""
    pod = "kind: Pod\nmetadata: {name: a}\n"
    path = tmp_path / "all.yaml"
    path.write_text(f"{pod}---\nnope: 1\n---\n{pod}", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        draw_kubernetes([path])

    assert [(one.line, one.key) for one in caught.value.faults] == [
        (3, "foreign-no-kind"),
        (7, "foreign-object-twice"),
    ]


def test_needs_are_bounded(tmp_path: Path) -> None:
    """Services that all select all pods would make millions of needs: refused in good time."""
    rows = [
        f"kind: Service\nmetadata: {{name: s{n}}}\nspec: {{selector: {{app: a}}}}\n"
        for n in range(1000)
    ]
    rows += [f"kind: Pod\nmetadata: {{name: p{n}, labels: {{app: a}}}}\n" for n in range(600)]
    path = tmp_path / "all.yaml"
    path.write_text("---\n".join(rows), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        draw_kubernetes([path])

    assert [one.key for one in caught.value.faults] == ["foreign-too-many-needs"]


@pytest.mark.parametrize("value", ["3", "[1]", "{a: 1}", "null", "text"])
def test_values_of_wrong_types_never_break_manifests(tmp_path: Path, value: str) -> None:
    """Anything may stand where a list or a mapping was to stand."""
    keys = ("template", "volumeClaimTemplates", "replicas", "selector", "rules", "type")
    spec = "\n".join(f"  {key}: {value}" for key in keys)
    rows = [
        f"kind: {kind}\nmetadata: {{name: x}}\nspec:\n{spec}\n"
        for kind in ("Deployment", "Service", "Ingress", "StatefulSet")
    ]
    rows.append(f"kind: Pod\nmetadata: {{name: y}}\nspec: {value}\n")
    path = tmp_path / "all.yaml"
    path.write_text("---\n".join(rows), encoding="utf-8")

    assert len(draw_kubernetes([path]).things) >= 5
