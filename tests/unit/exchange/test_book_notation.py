"""What stands in a cell means what it was made from, and what people write is understood."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bcp.exchange.book.columns import Column, Form
from bcp.exchange.book.notation import Unreadable, meant, said
from bcp.inventory.models import Component
from bcp.words import LANGS, Lang, say
from bcp.words.faults import WORDS


def column(form: Form, key: str = "a", choices: tuple[str, ...] = ()) -> Column:
    return Column((key,), form, Component, choices)


TEXTS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc")) | st.sampled_from(";,:{}[]'\"\n#&*!|> "),
    max_size=8,
)
TREES: st.SearchStrategy[Any] = st.recursive(
    TEXTS | st.none(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(TEXTS.filter(bool), inner, max_size=3)
    ),
    max_leaves=6,
)
DEEP: tuple[Form, ...] = ("words", "lines", "groups", "pairs", "pert", "hours", "yaml")


@given(TREES.filter(lambda tree: isinstance(tree, (list, dict))), st.sampled_from(DEEP))
def test_nothing_is_lost_in_a_cell(tree: Any, form: Form) -> None:
    """A list or a mapping comes back from every form as it was, whatever its texts hold."""
    assume(form != "groups" or isinstance(tree, list))  # groups are always a list
    for lang in LANGS:
        assert meant(column(form), said(column(form), tree, lang)) == tree


@given(TEXTS.map(str.strip).filter(bool), st.sampled_from(("words", "lines", "groups")))
def test_a_single_text_comes_back_as_a_list_of_one(text: str, form: Form) -> None:
    """Where one value stands for a list of one, its cell is read as that list."""
    assert meant(column(form), said(column(form), text, "en")) == [text]


@pytest.mark.parametrize(
    ("form", "text", "value"),
    [
        (
            "groups",
            "a; {any_of: [b, c], at_least: 1}\nd",
            ["a", {"any_of": ["b", "c"], "at_least": "1"}, "d"],
        ),
        ("groups", "a、b；c, d", ["a", "b", "c", "d"]),
        ("groups", '{any_of: ["x;y"]}; z', [{"any_of": ["x;y"]}, "z"]),
        ("words", "a; b", ["a", "b"]),
        ("lines", "一つ目; まだ一つ目\n\n 二つ目 ", ["一つ目; まだ一つ目", "二つ目"]),
        ("pairs", "0h: 20%; 3h：60%", {"0h": "20%", "3h": "60%"}),
        ("pert", "2h / 4h / 12h", {"low": "2h", "likely": "4h", "high": "12h"}),
        ("pert", "２時間／４時間／半日", {"low": "2h", "likely": "4h", "high": "半日"}),
        ("duration", "3時間", "3h"),
        ("duration", "1日12時間以内", "1d12h"),
        ("duration", "４ｈ", "4h"),
        ("duration", "すぐ", "すぐ"),
        ("day", "2026-11-23T00:00", "2026-11-23"),
        ("day", "2026/4/1", "2026-04-01"),
        ("day", "2026年4月1日", "2026-04-01"),
        ("bool", "はい", "true"),
        ("bool", "YES", "true"),
        ("bool", "×", "false"),
        ("bool", "多分", "多分"),
        ("number", "1,200円", "1200"),
        ("number", "３人", "3"),
        ("text", "", None),
        ("yaml", "[{a: 1}]", [{"a": "1"}]),
        ("hours", "weekdays 09:00-17:30", "weekdays 09:00-17:30"),
    ],
)
def test_what_people_write(form: Form, text: str, value: Any) -> None:
    """Full-width signs, Japanese units and either separator are understood; the rest is left."""
    assert meant(column(form), text) == value


@pytest.mark.parametrize("lang", LANGS)
def test_choices_are_read_in_either_language(lang: Lang) -> None:
    """A word that a key takes is said in the language of the sheet, and read from any."""
    kind = column("choice", "kind", ("server", "data"))

    assert meant(kind, said(kind, "server", lang)) == "server"
    assert meant(kind, "SERVER") == "server"
    assert meant(kind, "サーバー") == "server"
    assert meant(kind, "さーば") == "さーば"


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("groups", "{any_of: [a"),
        ("yaml", "plain"),
        ("pairs", "3h 1"),
        ("pairs", "3h: 1; 3h: 2"),
        ("pert", "1h / 2h"),
        ("yaml", "[&a [*a]]"),
        ("yaml", "[!!python/object/apply:os.system [ls]]"),
    ],
)
def test_what_means_nothing_is_refused_in_words(form: Form, text: str) -> None:
    """A cell that cannot be read says why, in both languages."""
    with pytest.raises(Unreadable) as caught:
        meant(column(form, "peaks"), text)

    assert all(say(WORDS, caught.value.key, lang, **caught.value.values) for lang in LANGS)
