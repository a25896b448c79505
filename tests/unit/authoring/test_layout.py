from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bcp.authoring.layout import formatted
from bcp.authoring.nodes import comments_of, nodes_of
from bcp.inventory.load import load_inventory
from bcp.reading import read

ROOT = Path(__file__).parents[3]
FILES = [
    path
    for place in ("inventory/chikusei", "scenarios/chikusei", "drills/chikusei")
    for path in sorted((ROOT / place).glob("*.yaml"))
]


def fmt(text: str) -> str:
    return formatted(text.encode(), "a.yaml").decode()


def comments(text: str) -> Counter[str]:
    return Counter(text[start:end].rstrip() for start, end in comments_of(text, nodes_of(text)))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_files_of_chikusei_keep_comments_and_meaning(path: Path) -> None:
    """Every comment is still there, the file holds the same, and a second time changes nothing."""
    before = path.read_bytes()

    after = formatted(before, path.name)

    assert comments(after.decode()) == comments(before.decode())
    assert read(after, path.name).root == read(before, path.name).root
    assert formatted(after, path.name) == after


def test_keys_stand_in_the_order_of_the_model() -> None:
    """Keys and sections are sorted, what the model does not know comes last, and comments follow."""
    text = """\
# head

teams: [{size: 1, id: ict}]
components:
  # about the server
  - kind: server   # a kind
    x-mine: 1
    # its name
    name: サーバ
    id: server
"""

    assert (
        fmt(text)
        == """\
# head

components:
  # about the server
  - id: server
    # its name
    name: サーバ
    kind: server  # a kind
    x-mine: 1

teams: [{id: ict, size: 1}]
"""
    )


def test_notation_is_made_alike() -> None:
    """Indentation, brackets and needless quotes; quotes that keep a text a text stay."""
    text = """\
components:
- id: "a"
  name: 'no'
  tags:  [ x,y ,
     z ]
  requires:
  -   b
  -   { any_of: [c,d],at_least: 1 }
  note: 'it''s'
"""

    assert (
        fmt(text)
        == """\
components:
  - id: a
    name: "no"
    requires:
      - b
      - {any_of: [c, d], at_least: 1}
    tags: [x, y, z]
    note: it's
"""
    )


def test_blank_lines_stay_one_each() -> None:
    """Several blank lines become one, none appear, and the end has one line break."""
    text = "functions:\n\n  - id: a\n    rto: 1h\n\n\n\n  # next\n  - id: b\n    rto: 1h\n\n\n"

    expected = "functions:\n  - id: a\n    rto: 1h\n\n  # next\n  - id: b\n    rto: 1h\n"
    assert fmt(text) == expected


def test_long_texts_and_comments_in_brackets_stay_as_they_are() -> None:
    """Paragraphs keep their lines, and what has comments inside keeps its own lines too."""
    text = """\
components:
    - id: a
      note: |
          one

            two
      tags: [x,  # why x
             y]
      # the end of a
# the end of all
"""

    assert (
        fmt(text)
        == """\
components:
  - id: a
    tags: [x,  # why x
      y]
    note: |
      one

        two
    # the end of a
# the end of all
"""
    )


def test_an_anchor_stays_before_its_aliases() -> None:
    """Keys are not sorted where an alias would come to stand before what it stands for."""
    text = "components:\n  - note: &n text\n    id: a\n    name: *n\n"

    made = fmt(text)

    assert read(made.encode(), "a").root == read(text.encode(), "a").root
    assert made.index("&n") < made.index("*n")


def test_windows_lines_stay() -> None:
    """A file of Windows is formatted as one."""
    assert (
        formatted(b"teams:\r\n- {id: a,size: 1}\r\n", "a") == b"teams:\r\n  - {id: a, size: 1}\r\n"
    )


@pytest.mark.parametrize("text", ["", "# only a comment\n", "{organisation: {id: a}}\n"])
def test_what_has_no_lines_to_arrange_is_left_alone(text: str) -> None:
    """An empty file, or one in a single pair of braces, stays as it is."""
    assert fmt(text) == text


def test_the_inventory_of_chikusei_is_the_same_formatted(tmp_path: Path) -> None:
    """Every item is equal and stands where it stood: no result can differ."""
    folder = ROOT / "inventory/chikusei"
    for path in folder.glob("*.yaml"):
        (tmp_path / path.name).write_bytes(formatted(path.read_bytes(), path.name))

    assert load_inventory(tmp_path).inventory == load_inventory(folder).inventory
