"""What all writers share: numbers, labels and text made harmless."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcp.report.document import Column, Document, Figure, Paragraph, Run, Section, Table
from bcp.report.writers.flow import Picture, Words, flow_of, harmless
from bcp.report.writers.grid import Grid
from tests.unit.report.writers.samples import document, png, whole


def test_sections_are_numbered() -> None:
    """Sections count within the one above; a preface has no number, nor has what is in it."""
    inner = (Section("x"), Section("y"))
    sections = (
        Section("preface", sections=inner, is_numbered=False),
        Section("one", sections=inner),
        Section("two", sections=(Section("x", sections=inner),)),
    )

    flow = flow_of(Document("", sections=sections))

    assert [heading.number for heading in flow.headings] == [
        *("", "", ""),
        *("1", "1.1", "1.2"),
        *("2", "2.1", "2.1.1", "2.1.2"),
    ]


def test_links_lead_to_their_section() -> None:
    """A run leads to the heading of the section that it names."""
    flow = flow_of(whole())

    (target,) = {
        run.target
        for item in flow.items
        if isinstance(item, Words)
        for run in item.runs
        if run.target
    }

    assert [h.title for h in flow.headings if h.anchor == target] == ["経過"]


def test_tables_and_figures_are_numbered_apart() -> None:
    """Each sort has its own numbers, and what has no caption takes none."""
    table, figure = Table("t", (Column("a"),), ()), Figure("f", png(), "")
    bare = Table("", (Column("a"),), ())

    flow = flow_of(document(table, figure, bare, table, figure, lang="en"))

    labels = [item.label for item in flow.items if isinstance(item, (Grid, Picture))]
    assert labels == ["Table 1", "Figure 1", "", "Table 2", "Figure 2"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("  a \t b  ", "a b"),
        ("a\r\nb\u2028c", "a\nb\nc"),
        ("\na\n", "a"),
        ("a\x1b[0m\x00b\u202e\u200d\ufeff", "a [0m b"),
        ("\ufffe\uffff\ufdd0a", "a"),
        ("　字下げ　", "　字下げ　"),
        ("𠮷\ue000葛\U000e0100", "𠮷\ue000葛\U000e0100"),
    ],
)
def test_what_steers_is_taken_out(text: str, shown: str) -> None:
    """Letters stay, Japanese spaces and variants too; escapes and turned directions go."""
    assert harmless(text) == shown


@pytest.mark.property
@given(st.text(st.characters()))
def test_harmless_text_stays_as_it_is(text: str) -> None:
    """What has been made harmless is not changed again."""
    assert harmless(harmless(text)) == harmless(text)


def test_spaces_between_runs_stay() -> None:
    """A space that ends one run parts it from the next; those at the ends of a sentence go."""
    runs = (Run(" See "), Run("this", strong=True), Run(" and that. "), Run(" "))

    (words,) = flow_of(document(Paragraph(runs))).items[1:]

    assert isinstance(words, Words)
    assert "".join(run.text for run in words.runs) == "See this and that."
