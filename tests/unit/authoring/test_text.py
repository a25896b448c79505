from __future__ import annotations

from typing import Any

import pytest

from bcp.authoring.text import amended, copied, with_item, with_lines, with_value, without_item
from bcp.errors import UsageError
from bcp.reading import read

FILE = "a.yaml"
TEXT = """\
# head

components:
  # ---- places ----
  - id: room   # here
    kind: room
    tags: [a,  b]   # odd spaces stay
    # a comment inside
    note: "quoted"

  - id: db
    kind: data
    requires:
      - room
      - {any_of: [x, y]}   # either
    assumed: &guess {all: 'a guess'}
  - id: app
    kind: service
    assumed: *guess
# tail
functions: []
"""


def tree(text: str) -> Any:
    return copied(read(text.encode(), FILE).root)


def changed(text: str, wanted: Any) -> str:
    return amended(text.encode(), FILE, wanted).decode()


def test_what_did_not_change_keeps_every_byte() -> None:
    """One new value changes its own characters and no others."""
    wanted = tree(TEXT)
    wanted["components"][0]["kind"] = "site"

    assert changed(TEXT, wanted) == TEXT.replace("kind: room", "kind: site")


def test_the_same_tree_is_the_same_file() -> None:
    """What a file holds already does not touch it."""
    assert changed(TEXT, tree(TEXT)) == TEXT


def test_new_items_stand_at_the_end_of_their_section() -> None:
    """An item is added behind the last, and the section that is missing is begun."""
    one = with_item(TEXT.encode(), FILE, "components", {"id": "new", "kind": "server"}).decode()
    two = with_item(TEXT.encode(), FILE, "teams", {"id": "ict", "size": 5}).decode()

    assert one == TEXT.replace("*guess\n", "*guess\n  - id: new\n    kind: server\n")
    assert two == TEXT + "teams:\n  - id: ict\n    size: 5\n"


def test_an_empty_section_is_begun_where_it_stands() -> None:
    """A list that is announced and empty takes its first item there."""
    made = with_item(TEXT.encode(), FILE, "functions", {"id": "f", "rto": "1h"}).decode()

    assert made == TEXT.replace("functions: []", "functions:\n  - id: f\n    rto: 1h")


def test_an_item_goes_with_its_lines_and_no_others() -> None:
    """Comments above what is removed stay: they may speak of what follows."""
    made = without_item(TEXT.encode(), FILE, "components", 0).decode()

    assert "# ---- places ----\n\n  - id: db" in made
    assert "a comment inside" not in made
    assert tree(made)["components"] == tree(TEXT)["components"][1:]


def test_what_an_anchor_said_moves_to_the_first_alias_that_stays() -> None:
    """Taking away the item with the anchor leaves what its aliases said."""
    made = without_item(TEXT.encode(), FILE, "components", 1).decode()

    assert "assumed: &guess {all: a guess}" in made
    assert tree(made)["components"][1]["assumed"] == {"all": "a guess"}


def test_a_change_of_one_that_shares_is_not_a_change_of_all() -> None:
    """A new value of an anchored mapping leaves its aliases as they were, and the other way."""
    first, second = tree(TEXT), tree(TEXT)
    first["components"][1]["assumed"] = {"all": "known"}
    second["components"][2]["assumed"]["all"] = "known"

    assert tree(changed(TEXT, first)) == first
    assert "assumed: &guess {all: 'a guess'}\n" in changed(TEXT, second)
    assert tree(changed(TEXT, second)) == second


def test_new_keys_stand_behind_those_they_follow() -> None:
    """The order of keys in what is wanted says where a new one goes."""
    wanted = tree(TEXT)
    room = wanted["components"][0]
    wanted["components"][0] = {"id": room["id"], "name": "部屋, 1", **room}

    assert "- id: room   # here\n    name: 部屋, 1\n    kind: room\n" in changed(TEXT, wanted)


def test_a_key_is_taken_away_with_its_line() -> None:
    """``None`` takes a key away; the others stay as they are."""
    made = with_value(TEXT.encode(), FILE, ("components", 1, "requires"), None).decode()

    assert "kind: data\n    assumed: &guess" in made


def test_first_key_behind_the_dash_can_go() -> None:
    """The next key takes its place behind the dash."""
    made = with_value(
        b"components:\n  - kind: site\n    id: a\n", FILE, ("components", 0, "kind"), None
    )

    assert made == b"components:\n  - id: a\n"


def test_windows_lines_and_byte_order_marks_stay() -> None:
    """A file that Windows wrote is written as Windows would."""
    data = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
    wanted = copied(read(data, FILE).root)
    wanted["components"].append({"id": "new", "kind": "server"})

    made = amended(data, FILE, wanted)

    assert made.startswith(b"\xef\xbb\xbf# head\r\n")
    assert b"\n" not in made.replace(b"\r\n", b"")
    assert read(made, FILE).root == wanted


@pytest.mark.parametrize(
    "value",
    ["", "null", "a: b", "# no", "- x", "{a", "x #y", " led", "two\nlines", "a\n\n b\n", "'", '"', "\x85", "yes",
     "*a", "&a", "!a", "%a", "@a", "`a", "?", "? a", ":", "-", "<<", "a:", "\ufeffa", "あ：い", ["a, b", None], {}, []],
)  # fmt: skip
def test_any_text_comes_back_as_it_was_given(value: Any) -> None:
    """Whatever is written, as a value or an item, is read back as the same."""
    wanted = tree(TEXT)
    wanted["components"][0]["note"] = value
    wanted["components"][1]["requires"].append(value)

    assert tree(changed(TEXT, wanted)) == wanted


def test_numbers_and_truth_values_are_written_as_people_would() -> None:
    """A tree may hold numbers: what is read back is their text."""
    made = with_value(
        b"teams: [{id: a}]\n", FILE, ("teams", 0), {"id": "a", "size": 5, "vendor": True}
    )

    assert read(made, FILE).root == {"teams": [{"id": "a", "size": "5", "vendor": "true"}]}


def test_what_cannot_be_changed_without_loss_is_refused() -> None:
    """In a file that is all one pair of braces there is no line for a comment to stay on."""
    text = "{organisation: {id: a},  # one\n teams: []}\n"

    with pytest.raises(UsageError) as caught:
        changed(text, {"organisation": {"id": "a"}})
    assert caught.value.key == "text-not-editable"


def test_lines_with_comments_can_be_added() -> None:
    """A stub is put at the end of its section with its comments."""
    made = with_lines(TEXT.encode(), FILE, "components", ["- id: new  # its id", "  # kind: site"])

    assert b"*guess\n  - id: new  # its id\n    # kind: site\n# tail" in made
