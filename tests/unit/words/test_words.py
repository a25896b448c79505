from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path
from string import Formatter

import pytest

import bcp
import bcp.words
from bcp.words import LANGS, Table, Word, say

TABLES: dict[str, Table] = {
    f"{module.name}.{name}": table
    for module in pkgutil.iter_modules(bcp.words.__path__, "bcp.words.")
    for name, table in vars(importlib.import_module(module.name)).items()
    if name == "WORDS"
}
JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")


def test_tables_are_found() -> None:
    """The tables looked at here are those there are."""
    assert "bcp.words.faults.WORDS" in TABLES


@pytest.fixture(params=sorted(TABLES))
def table(request: pytest.FixtureRequest) -> Table:
    return TABLES[str(request.param)]


def placeholders(text: str) -> list[str]:
    return sorted({name for _, name, _, _ in Formatter().parse(text) if name is not None})


def test_both_languages(table: Table) -> None:
    """Every key has a text in both languages, and in no other."""
    assert {key: sorted(texts) for key, texts in table.items()} == {
        key: sorted(LANGS) for key in table
    }
    assert all(texts[lang].strip() for texts in table.values() for lang in LANGS)


def test_same_placeholders(table: Table) -> None:
    """Both texts of a key name the same values, each by a name."""
    for key, texts in table.items():
        assert placeholders(texts["ja"]) == placeholders(texts["en"]), key
        assert "" not in placeholders(texts["ja"]), key


def test_english_holds_no_japanese(table: Table) -> None:
    """A text under en is not one in Japanese by mistake."""
    wrong = [key for key, texts in table.items() if JAPANESE.search(texts["en"])]

    assert wrong == []


def test_keys_are_spelt_alike(table: Table) -> None:
    """Keys are small letters with hyphens."""
    assert [key for key in table if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key)] == []


HELD: Table = {
    "sort-team": {"ja": "要員", "en": "team"},
    "wrong": {"ja": "「{id}」は{sort}です", "en": "`{id}` is a {sort}"},
}


def test_say_fills_in_words_of_the_table() -> None:
    """A value that is a word is said in the language of the text."""
    values = {"id": "sort-team", "sort": Word("sort-team")}

    assert say(HELD, "wrong", "ja", **values) == "「sort-team」は要員です"
    assert say(HELD, "wrong", "en", **values) == "`sort-team` is a team"


@pytest.mark.parametrize("key", ["none", "wrong"])
def test_say_needs_key_and_values(key: str) -> None:
    """A key that is missing, or a value, is an error and no gap in the text."""
    with pytest.raises(KeyError):
        say(HELD, key, "ja", id="x")


def source() -> str:
    """Return the code of the package, its tables of words aside."""
    folder = Path(bcp.__file__).parent
    paths = [path for path in folder.rglob("*.py") if path.parent.name != "words"]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def test_what_models_reject_has_a_text() -> None:
    """Every reason for which a model rejects a value is told to the user."""
    code = source()
    reasons = set(re.findall(r'PydanticCustomError\(\s*"([^"]+)"', code))
    reasons |= set(re.findall(r'_reader\(\w+, "([^"]+)"', code))

    assert len(reasons) > 15
    assert reasons - set(TABLES["bcp.words.faults.WORDS"]) == set()


def test_no_fault_is_forgotten() -> None:
    """Every text of a fault is used somewhere."""
    code = source()
    told = [key for key in TABLES["bcp.words.faults.WORDS"] if not key.startswith("sort-")]

    assert [key for key in told if f'"{key.removesuffix("-near")}"' not in code] == []
