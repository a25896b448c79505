"""The columns of the sheets: one for every key, called and explained in both languages."""

from __future__ import annotations

import re

import pytest

from bcp.exchange.book.columns import columns_of
from bcp.exchange.book.meanings import about_sheet, explained, meaning
from bcp.exchange.book.notation import choice, simple
from bcp.exchange.book.sheets import Sheet, heading, sheets
from bcp.inventory.models import Component, Function
from bcp.inventory.sections import LISTS, SINGLES
from bcp.words import LANGS, Lang
from tests.support.books import whole

JAPANESE = re.compile("[぀-ヿ一-鿿]")


@pytest.mark.parametrize("sheet", sheets(), ids=lambda sheet: str(sheet.key))
@pytest.mark.parametrize("lang", LANGS)
def test_every_column_has_a_heading_of_its_own(sheet: Sheet, lang: Lang) -> None:
    """No two columns of a sheet are called alike, and none by its bare key for lack of a word."""
    names = [heading(sheet, column, lang) for column in sheet.columns]

    assert len({simple(name) for name in names}) == len(names)
    assert [name for name in names if re.search(r"[._@]", name)] == []


@pytest.mark.parametrize("sheet", sheets(), ids=lambda sheet: str(sheet.key))
@pytest.mark.parametrize("lang", LANGS)
def test_every_column_is_explained(sheet: Sheet, lang: Lang) -> None:
    """Every heading has a note in its language: what it means and how it is written."""
    assert about_sheet(sheet, lang)
    for column in sheet.columns:
        assert meaning(sheet, column, lang), column.key
        assert meaning(sheet, column, lang) in explained(sheet, column, lang)
        if lang == "ja":
            assert JAPANESE.search(meaning(sheet, column, lang)), column.key


def test_every_choice_has_a_name() -> None:
    """A word that people choose is said in their language, and read back from either."""
    for sheet in sheets():
        for column in sheet.columns:
            names = [choice(column, word, "ja") for word in column.choices if len(word) > 2]
            assert all(JAPANESE.search(name) for name in names), column.key


def test_every_section_has_a_sheet() -> None:
    """What a file can hold stands on a sheet, and each sheet has a name of its own."""
    keys = {sheet.key for sheet in sheets()}
    titles = [simple(sheet.title(lang)) for sheet in sheets() for lang in LANGS]

    assert {*SINGLES, *LISTS} <= keys
    assert len({*titles}) == len(titles)


def test_forms_follow_from_the_models() -> None:
    """How a value is written follows from its type, inside small models too."""
    forms = {column.key: column.form for column in (*columns_of(Component), *columns_of(Function))}

    assert forms["requires"] == "groups"
    assert forms["rto.disaster"] == forms["workaround.for"] == "duration"
    assert forms["facts.verdict"] == "choice"
    assert forms["facts.fixed"] == "bool"
    assert forms["impact"] == forms["assumed"] == "pairs"


def test_the_case_of_the_tests_has_every_sort() -> None:
    """The inventory that the other tests use has a row on every sheet."""
    held = whole()

    assert [sheet.key for sheet in sheets() if not [*held.entries(sheet)]] == []
