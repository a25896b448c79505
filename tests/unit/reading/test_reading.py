from __future__ import annotations

import contextlib
import gc
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bcp.errors import InputError
from bcp.memory import paused_gc
from bcp.reading import Limits, read, read_file, where

LOADERS = pytest.mark.parametrize(
    "loader",
    [
        pytest.param(yaml.SafeLoader, id="pure"),
        pytest.param(getattr(yaml, "CSafeLoader", yaml.SafeLoader), id="libyaml"),
    ],
)


def tree(text: str) -> Any:
    return read(text.encode(), "a.yaml").root


def faults(data: bytes, loader: Any = yaml.SafeLoader, **limits: int) -> list[tuple[int, str]]:
    with pytest.raises(InputError) as caught:
        read(data, "a.yaml", Limits(**limits), loader)
    return [(fault.line, fault.key) for fault in caught.value.faults]


@LOADERS
def test_scalars_stay_text(loader: Any) -> None:
    """What YAML would take for numbers, dates or truth stays what a person wrote."""
    text = b"a: no\nb: 09:00\nc: 2026-11-23\nd: 0x10\ne: 1e3\nf: 'null'\ng: \"\"\n"

    assert read(text, "a.yaml", loader=loader).root == {
        "a": "no",
        "b": "09:00",
        "c": "2026-11-23",
        "d": "0x10",
        "e": "1e3",
        "f": "null",
        "g": "",
    }


@LOADERS
def test_nothing_is_none(loader: Any) -> None:
    """Blank, ~ and null are nothing, and so is a file without content."""
    assert read(b"a:\nb: ~\nc: null\nd: [Null, NULL]\n", "a.yaml", loader=loader).root == {
        "a": None,
        "b": None,
        "c": None,
        "d": [None, None],
    }
    assert read(b"", "a.yaml", loader=loader).root is None
    assert read(b"# only a remark\n", "a.yaml", loader=loader).root is None
    assert read(b"---\n", "a.yaml", loader=loader).root is None


LINES = """\
components:
  - id: db
    requires:
      - a
      - {any_of: [b, c],
         holdover: 3h}

  - {id: web}
x-note: here
"""


@LOADERS
@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("components",), 1),
        (("components", 0), 2),
        (("components", 0, "id"), 2),
        (("components", 0, "requires"), 3),
        (("components", 0, "requires", 1), 5),
        (("components", 0, "requires", 1, "any_of", 1), 5),
        (("components", 0, "requires", 1, "holdover"), 6),
        (("components", 1), 8),
        (("x-note",), 9),
    ],
)
def test_lines(path: tuple[str | int, ...], line: int, loader: Any) -> None:
    """Every key and every item of a list knows its line."""
    document = read(LINES.encode(), "a.yaml", loader=loader)

    assert document.locate(path) == (path, line)


def test_locate_goes_as_far_as_the_file() -> None:
    """A path that leads beyond what is written ends at the last thing that is."""
    document = read(LINES.encode(), "a.yaml")

    assert document.locate(("components", 0, "requires", 0, "any_of", 0)) == (
        ("components", 0, "requires", 0),
        4,
    )
    assert document.locate(("components", 7)) == (("components",), 1)
    assert document.locate(("teams", 0)) == ((), 1)


def test_where_names_items_by_id() -> None:
    """A place is told by the id of the item where it has one, else by its number."""
    root = tree(LINES)

    assert where(root, ("components", 0, "requires", 1, "holdover")) == (
        "components[id=db].requires[1].holdover"
    )
    assert where({"a": [{"id": ["x"]}]}, ("a", 0)) == "a[0]"
    assert where(root, ()) == ""
    assert where({"a": [{"id": "x" * 99}]}, ("a", 0)) == f"a[id={'x' * 60}…]"
    assert where({"a\nb": "c"}, ("a\nb",)) == "a?b"


def test_anchors_and_merges() -> None:
    """An alias repeats its anchor; a merge adds only the keys that are not there."""
    root = tree(
        "x-server: &server {kind: server, startup: 5m}\n"
        "x-slow: &slow {startup: 30m, tags: [slow]}\n"
        "components:\n"
        "  - {<<: *server, id: a}\n"
        "  - {id: b, startup: 1h, <<: [*server, *slow]}\n"
        "copy: *slow\n"
    )

    assert root["components"] == [
        {"id": "a", "kind": "server", "startup": "5m"},
        {"id": "b", "kind": "server", "startup": "1h", "tags": ["slow"]},
    ]
    assert root["copy"] == {"startup": "30m", "tags": ["slow"]}


def test_merged_key_has_the_line_where_it_is_written() -> None:
    """A fault in a merged key points to the anchor, where it can be mended."""
    document = read(b"x-a: &a\n  kind: server\nb:\n  <<: *a\n  id: b\n", "a.yaml")

    assert document.locate(("b", "kind")) == (("b", "kind"), 2)
    assert document.locate(("b", "id")) == (("b", "id"), 5)


def test_quoted_merge_sign_is_a_key() -> None:
    """Only a plain << merges."""
    assert tree("'<<': a") == {"<<": "a"}


@LOADERS
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("﻿a: 筑西市\r\nb: 2\r\n".encode(), id="BOM and CRLF"),
        pytest.param("a: 筑西市\nb: 2\n".encode("utf-16"), id="UTF-16 with its mark"),
        pytest.param("%YAML 1.1\n---\na: 筑西市\nb: 2\n...\n".encode(), id="directive"),
    ],
)
def test_encodings(text: bytes, loader: Any) -> None:
    """A byte order mark, Windows line ends and UTF-16 are no obstacle."""
    assert read(text, "a.yaml", loader=loader).root == {"a": "筑西市", "b": "2"}


@pytest.mark.parametrize(
    ("data", "line", "key"),
    [
        ("a: 1\nb: 筑西市役所\n".encode("cp932"), 2, "shift-jis"),
        ("a: 1\nb: 筑西市役所\n".encode("euc-jp"), 2, "euc-jp"),
        (b"a: 1\nb: \x81\n", 2, "not-utf-8"),
        (b"a: 1\nb: \x00\n", 2, "not-text"),
        (b"\xff\x00\x01\x80", 1, "not-text"),
        (b"a: 1\nb: \x1b[31m\n", 2, "control-character"),
        (b'a: 1\nb: "\\e[31m"\n', 2, "control-character"),
        (b'a: 1\n"\\e[31m": b\n', 2, "control-character"),
    ],
)
@LOADERS
def test_not_text(data: bytes, line: int, key: str, loader: Any) -> None:
    """What is no UTF-8 text is named for what it is, with its line."""
    assert faults(data, loader) == [(line, key)]


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ("a:\n\tb: 1\n", 2, "yaml-tab"),
        ("a: b: c\n", 1, "yaml-colon"),
        ("a\nb: 1\n", 2, "yaml-colon"),
        ("a: [1, 2\nb: 3\n", 2, "yaml-bracket"),
        ("a: {b: 1\n", 2, "yaml-bracket"),
        ("a: 'x\nb: c\n", 3, "yaml-quote"),
        ("a: @x\n", 1, "yaml-character"),
        ('a: "\\q"\n', 1, "yaml-escape"),
        ("a:\n  - b\n c: d\n", 3, "yaml-indent"),
        ("a: 1\nb: *c\n", 2, "yaml-alias"),
        ("a: &a [*a]\n", 1, "yaml-alias"),
        ("a: }\n", 1, "yaml-syntax"),
        ("a: 1\n---\nb: 1\n", 2, "second-document"),
        ("a: !!python/object/apply:os.system [ls]\n", 1, "yaml-tag"),
        ("a: !x {b: 1}\n", 1, "yaml-tag"),
        ("a: ! b\n", 1, "yaml-tag"),
        ("{{ name }}: 1\n", 1, "key-not-text"),
        ("a: 1\n? [b, c]\n: 2\n", 2, "key-not-text"),
        ("a: 1\nb: {<<: c}\n", 2, "merge-not-mapping"),
    ],
)
@LOADERS
def test_syntax(text: str, line: int, key: str, loader: Any) -> None:
    """Each way in which text is no YAML of ours has a text of its own and a line."""
    assert (line, key) in faults(text.encode(), loader)


def test_key_twice() -> None:
    """Keys that stand twice are all found at once, each with the line of the first."""
    with pytest.raises(InputError) as caught:
        read(b"a: 1\nb: {c: 1, c: 2}\na: 3\n", "a.yaml")

    found = [(fault.line, fault.where, fault.values) for fault in caught.value.faults]
    assert found == [(2, "c", {"first": 2}), (3, "a", {"first": 1})]


def bomb(levels: int) -> bytes:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [
        f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]" for level in range(1, levels)
    ]
    return "\n".join(rows).encode()


@LOADERS
def test_bomb(loader: Any) -> None:
    """Aliases of aliases of aliases are refused before they are expanded."""
    assert faults(bomb(30), loader) == [(6, "yaml-bomb")]


def test_bounded_aliases_pass() -> None:
    """Aliases within the bound are expanded, and the bound itself is within."""
    text = b"a: &a [x, x, x]\nb: [*a, *a]\n"

    assert read(text, "a.yaml", Limits(expanded=6)).root == {"a": ["x"] * 3, "b": [["x"] * 3] * 2}
    assert faults(text, expanded=5) == [(2, "yaml-bomb")]


@LOADERS
@pytest.mark.parametrize("sign", ["[", "{a: ", "- "])
def test_depth(sign: str, loader: Any) -> None:
    """Ten thousand brackets are refused at the depth allowed, not by the stack."""
    assert faults((sign * 10_000).encode(), loader) == [(1, "too-deep")]


def test_allowed_depth() -> None:
    """The deepest that is allowed is read."""
    assert tree("[" * 64 + "]" * 64)
    assert faults(b"[" * 65 + b"]" * 65) == [(1, "too-deep")]


def test_faults_are_bounded() -> None:
    """A file that is wrong throughout is given up, and the faults found are told."""
    assert len(faults(b"a: 1\n" * 5000)) == 100


def test_size_is_bounded(tmp_path: Path) -> None:
    """A file over the bound is not read into memory; one at the bound is."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\n" * 20)

    assert read_file(path, "a.yaml", Limits(file_bytes=100)) == b"a: 1\n" * 20
    with pytest.raises(InputError) as caught:
        read_file(path, "a.yaml", Limits(file_bytes=99))
    assert [fault.key for fault in caught.value.faults] == ["file-too-large"]


@pytest.mark.parametrize(
    ("error", "key"),
    [
        (FileNotFoundError(), "file-missing"),
        (PermissionError(), "file-forbidden"),
        (OSError(5, "Input/output error"), "file-unreadable"),
    ],
)
def test_unreadable(error: OSError, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system does not let us read is a fault of that file, never a traceback."""

    def refuse(*_: object) -> object:
        raise error

    monkeypatch.setattr(Path, "open", refuse)

    with pytest.raises(InputError) as caught:
        read_file(Path("a.yaml"), "a.yaml")
    assert [fault.key for fault in caught.value.faults] == [key]


def test_folder_named_like_a_file(tmp_path: Path) -> None:
    """A folder in the place of a file is a fault."""
    with pytest.raises(InputError) as caught:
        read_file(tmp_path, "a.yaml")
    assert [fault.key for fault in caught.value.faults] == ["not-a-file"]


@pytest.mark.parametrize("was_on", [True, False])
def test_paused_gc_restores(was_on: bool) -> None:
    """The collector is afterwards as it was before, error or not."""
    before = gc.isenabled()
    try:
        (gc.enable if was_on else gc.disable)()
        with contextlib.suppress(ZeroDivisionError), paused_gc():
            assert not gc.isenabled()
            raise ZeroDivisionError
        assert gc.isenabled() is was_on
    finally:
        (gc.enable if before else gc.disable)()


SCALARS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=8
)
TREES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(SCALARS.filter("<<".__ne__), inner, max_size=4)
    ),
    max_leaves=12,
)


@pytest.mark.property
@given(TREES, st.booleans())
def test_reads_what_was_dumped(value: Any, is_flow: bool) -> None:
    """Whatever tree of text is written as YAML comes back equal, by both parsers."""
    text = yaml.safe_dump(value, default_style='"', default_flow_style=is_flow, allow_unicode=True)

    for loader in (yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        assert read(text.encode(), "a.yaml", loader=loader).root == value


@pytest.mark.property
@given(st.binary(max_size=60) | st.text("ab:-[]{}&*!'\"#,\n\t <>|?%@", max_size=60).map(str.encode))
def test_any_bytes(data: bytes) -> None:
    """Whatever the bytes, there is a tree or there are faults that name a line of the file."""
    found: list[int] = []
    try:
        read(data, "a.yaml")
    except InputError as error:
        found = [fault.line for fault in error.faults] or [-1]

    most = data.count(b"\n") + data.count(b"\r") + 2
    assert all(0 <= line <= most for line in found)
