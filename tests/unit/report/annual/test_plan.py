"""The annual plan: which chapters it has, what they say, what is still to be filled in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcp.drill.file.models import Head as DrillHead
from bcp.outlook.changes import ItemChange
from bcp.report.annual import OwnChapter, forms_workbook
from bcp.report.annual import annual_plan as drawn_plan
from bcp.report.annual import written_plan as drawn_written
from bcp.report.document import (
    Bullets,
    Cell,
    Document,
    Figure,
    House,
    KeyValues,
    Paragraph,
    Section,
    Table,
    runs_of,
    walk,
)
from bcp.report.public import published
from bcp.report.risk import Chance, Risk, Spread
from bcp.report.writers import bytes_of
from bcp.words import LANGS, Lang
from bcp.words.annual import WORDS
from tests.unit.report.annual import dossiers

annual_plan = partial(drawn_plan, steps=None)
written_plan = partial(drawn_written, steps=None)

LARGE = (
    dossiers.TINY.replace("rank: S,", "rank: S, impact: {0h: 1, 3h: 3},")
    + """
people: [{id: taro, name: 情報課長, title: 課長, phone: 0299-11-1111}]
roles:
  - {id: head, name: 統括責任者, lead: taro, duties: [指揮する]}
  - {id: keeper, name: 事務局, when: maintenance, lead: taro}
contracts: [{id: care, name: 保守, vendor: staff, covers: [server]}]
measures:
  - {id: spare, name: 要員の追加, of: [server], status: planned, cost: 1000000,
     changes: {procedures: [{id: mend, tasks: [{id: fix, crew: {staff: 1}, duration: 1h}]}]}}
actions: [{phase: initial, what: 参集する, within: 1h, role: head, refers: 様式9}]
plan:
  number: P-1
  version: "2.0"
  purpose: [町の業務を続ける。]
  revisions: [{version: "1.0", on: 2025-04-01, what: 初版}, {version: "2.0", on: 2026-04-01, what: 見直し}]
"""
)


def titles(document: Document) -> list[str]:
    """Return the titles of the first level."""
    return [section.title for section in document.sections]


def section(document: Document, id_: str) -> Section:
    """Return the section called *id_*."""
    return next(one for one in walk(document.sections) if one.id == id_)


def texts(held: Section) -> Iterator[str]:
    """Yield all text of a section and those within."""
    for one in walk((held,)):
        yield one.title
        for block in one.blocks:
            if isinstance(block, Paragraph):
                yield "".join(run.text for run in runs_of(block.text))
            elif isinstance(block, Bullets):
                yield from ("".join(run.text for run in runs_of(item)) for item in block.items)
            elif isinstance(block, Table):
                yield from (cell_text(cell) for row in block.rows for cell in row)
            elif isinstance(block, KeyValues):
                yield from (f"{label}: {cell_text(cell)}" for label, cell in block.pairs)


def cell_text(cell: Cell | str) -> str:
    """Return the text of a cell."""
    return cell.text if isinstance(cell, Cell) else cell


def test_the_chapters_stand_in_the_order_of_the_guideline() -> None:
    """A plan with everything has all ten chapters, and the annexes behind them."""
    drill = DrillHead(id="walk", name="机上訓練", kind="tabletop", scenario="quake")
    dossier = dossiers.dossier(
        LARGE,
        drills=(drill,),
        history=dossiers.history(drill, "手順を直す"),
        effects=(dossiers.effect("spare"),),
        changes=dossiers.changes(dossiers.TINY, "旧型"),
    )
    assert titles(annual_plan(dossier, "ja")) == [
        "文書管理",
        "本計画の要点",
        "趣旨・基本方針",
        "運用体制と役割",
        "被害想定",
        "重要業務・重要システム",
        "必要資源・外部事業者",
        "現状の脆弱性と事前対策",
        "緊急時対応・復旧計画",
        "連絡先・参照文書",
        "教育・訓練",
        "維持管理・見直し",
        "付録1　ICT-BCPチェックリスト（令和6年）",
        "付録2　業務継続計画の特に重要な6要素",
        "付録3　前回からの変更",
        "付録4　未記入項目一覧",
        "付録5　計算の方法と限界",
    ]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("edition", ["internal", "public"])
def test_no_chapter_is_empty(lang: Lang, edition: str) -> None:
    """What has nothing to say is left out, in a five-component inventory too."""
    dossier = dossiers.dossier()
    shown = published(dossier) if edition == "public" else dossier
    document = annual_plan(shown, lang, edition)  # type: ignore[arg-type]
    assert all(one.blocks or one.sections for one in walk(document.sections))
    assert not any("連絡先" in title for title in titles(document))


def test_without_scenarios_there_is_still_a_plan() -> None:
    """An inventory without a single scenario gives a document that says so."""
    dossier = replace(dossiers.dossier(), outlooks=(), after=())
    document = annual_plan(dossier, "ja")
    assert "被害想定はまだない" in "".join(texts(section(document, "summary")))


def test_the_summary_states_the_figures() -> None:
    """One of one scenario makes the one function late: repairs take 4 h, the RTO is 3 h."""
    said = [*texts(section(annual_plan(dossiers.dossier(), "ja"), "summary"))]
    assert said[1] == (
        "1の被害想定のうち1で、あわせて1業務（全1業務）が目標復旧時間（RTO）に間に合わない。"
    )


def test_what_is_late_is_told_with_its_chain() -> None:
    """The reason is the critical chain: two people begin both repairs at once, each takes 4 h."""
    said = [*texts(section(annual_plan(dossiers.dossier(), "ja"), "missed-quake"))]
    row = said[said.index("窓口") :]
    assert row[1:4] == ["S", "3時間", "4時間"]
    assert row[4] == "電源の修理（職員） 4時間"


def test_planned_measures_stand_beside_the_present() -> None:
    """With the measure both repairs take an hour: nothing is late any more."""
    document = annual_plan(dossiers.dossier(LARGE), "ja")
    said = [*texts(section(document, "summary"))]
    assert any("延べ1から0に" in text for text in said)
    table = next(b for b in section(document, "results").blocks if isinstance(b, Table))
    assert [cell_text(cell) for cell in table.rows[0]][3] == "1"
    assert cell_text(table.rows[0][6]) == "0"


def test_a_text_that_is_missing_is_a_draft_and_a_thing_to_do() -> None:
    """Purpose and criteria are there from the first day on, marked as a draft, and listed."""
    written = written_plan(dossiers.dossier(), "ja")
    assert all("（案）" in text for text in [*texts(section(written.document, "purpose"))][1:])
    assert {"plan: purpose", "plan: activation"} <= {blank.where for blank in written.blanks}
    told = written_plan(dossiers.dossier(LARGE), "ja")
    assert [*texts(section(told.document, "purpose"))] == ["趣旨・目的", "町の業務を続ける。"]
    assert "plan: purpose" not in {blank.where for blank in told.blanks}


def test_every_blank_is_listed() -> None:
    """The numbers of the to-do annex add up to what was noted, each under its form."""
    written = written_plan(dossiers.dossier(), "ja")
    (table,) = [
        block for block in section(written.document, "to-do").blocks if isinstance(block, Table)
    ]
    assert sum(int(cell_text(row[2])) for row in table.rows) == len(written.blanks)
    forms = [cell_text(row[0]) for row in table.rows]
    assert len(set(forms)) == 1 + sum(a != b for a, b in pairwise(forms))


def test_the_public_edition_has_no_blanks() -> None:
    """What is still to be done is nobody's business."""
    written = written_plan(published(dossiers.dossier()), "ja", "public")
    assert not written.blanks
    assert "（未記入）" not in "".join(
        text for one in written.document.sections for text in texts(one)
    )


def test_own_chapters_stand_where_they_want() -> None:
    """0 is before chapter 1; a number behind that chapter, left out or not; 20 at the end."""
    own = [
        OwnChapter(after, (Section(f"own {after}", (Paragraph("text"),)),)) for after in (0, 8, 20)
    ]
    document = annual_plan(dossiers.dossier(), "ja", chapters=own)
    held = titles(document)
    assert held.index("own 0") + 1 == held.index("趣旨・基本方針")
    assert held.index("own 8") == held.index("緊急時対応・復旧計画") + 1
    assert held.index("own 20") + 1 == held.index("付録1　ICT-BCPチェックリスト（令和6年）")


def test_cover_and_house_are_taken_over() -> None:
    """Number, version and date stand on the cover; what is missing says so."""
    house = House(accent="123456")
    document = annual_plan(dossiers.dossier(LARGE), "ja", house=house)
    assert document.house == house
    assert document.cover is not None
    facts = dict(document.cover.facts)
    assert (facts["管理文書番号"], facts["版"]) == ("P-1", "2.0")
    assert (facts["作成・改定日"], facts["所管"]) == ("2026-04-01", "（未記入）")
    assert document.meta.version == "2.0"
    assert document.meta.date == dt.date(2026, 4, 1)


def test_old_stands_beside_new() -> None:
    """Changed, added and removed items, and the revisions since, are in the annex on changes."""
    more = (
        ItemChange("components", "resident", "added"),
        ItemChange("functions", "gone", "removed"),
    )
    before = LARGE.replace(', {version: "2.0", on: 2026-04-01, what: 見直し}', "")
    changes = dossiers.changes(before, "旧型", *more)
    document = annual_plan(dossiers.dossier(LARGE, changes=changes), "ja")
    (log,) = section(document, "change-log").blocks
    assert isinstance(log, Bullets)
    assert log.items == ("2.0（2026-04-01）: 見直し",)
    said = [*texts(section(document, "change-components"))]
    assert said[1:6] == ["サーバ", "記載事項／model", "旧型", "–", ""]
    assert "追加" in said
    assert "廃止" in [*texts(section(document, "change-functions"))]


def test_results_of_then_and_now_are_compared() -> None:
    """A function that was back after 1 h and now takes 4 h is listed, and marked as worse."""
    before = dossiers.TINY.replace("duration: 4h", "duration: 1h")
    changes = dossiers.changes(before, "x")
    document = annual_plan(dossiers.dossier(changes=changes), "ja")
    (table,) = [b for b in section(document, "change-targets").blocks if isinstance(b, Table)]
    assert [cell_text(cell) for cell in table.rows[0]] == [
        "地震",
        "窓口",
        "3時間",
        "3時間",
        "1時間",
        "4時間",
    ]
    (table,) = [b for b in section(document, "change-outcome").blocks if isinstance(b, Table)]
    assert table.rows[0][2] == Cell("1", tone="bad")


def test_chances_are_shown_where_they_are_known() -> None:
    """How sure we are is a chapter only if somebody asked `bcp risk`."""
    spread = Spread(1.0, 3600.0, 7200.0, 9000.0)
    chance = Chance(0.9, 0.25, None, spread)
    risk = Risk("quake", 1000, 1, spread, {"desk": chance})
    document = annual_plan(dossiers.dossier(risks={"quake": risk}), "ja")
    assert [*texts(section(document, "certainty"))][2:] == [
        "地震",
        "窓口",
        "25%",
        "1時間",
        "2時間",
    ]
    assert "certainty" not in {
        one.id for one in walk(annual_plan(dossiers.dossier(), "ja").sections)
    }


def test_pictures_are_drawn_one_by_one() -> None:
    """Whoever waits is told of each picture; what there is nothing to draw of is left out."""
    seen: list[str] = []

    def steps(names: Sequence[str]) -> Iterator[str]:
        for name in names:
            seen.append(name)
            yield name

    document = drawn_plan(dossiers.dossier(), "ja", steps=steps)
    assert seen == ["order", "map", "curve", "benefit"]
    drawn = [
        block
        for one in walk(document.sections)
        for block in one.blocks
        if isinstance(block, Figure)
    ]
    assert len(drawn) == 3
    assert all(one.alt and one.is_png for one in drawn)


def test_the_workbook_holds_the_forms_only() -> None:
    """Each section of the workbook is an official form."""
    book = forms_workbook(dossiers.dossier(LARGE), "ja")
    assert all(one.form for one in book.sections)
    assert book.sections[0].form == "様式1"


def test_the_same_dossier_gives_the_same_bytes() -> None:
    """Nothing in the document depends on when or how often it is made."""
    first, second = (
        bytes_of(annual_plan(dossiers.dossier(LARGE), "ja"), ".docx") for _ in range(2)
    )
    assert first == second


@settings(max_examples=15, deadline=None)
@given(st.text(min_size=1, max_size=30).filter(str.strip))
def test_hostile_names_are_shown_as_they_stand(name: str) -> None:
    """Whatever a thing is called, the document can be built, and no two sections clash."""
    dossier = dossiers.dossier()
    components = tuple(
        item.model_copy(update={"name": name}) for item in dossier.inventory.components
    )
    inventory = dossier.inventory.model_copy(update={"components": components})
    hostile = replace(dossier, inventory=inventory, outlooks=(), after=())
    said = "".join(texts(section(annual_plan(hostile, "en"), "scope")))
    assert name in said


def test_all_words_are_in_both_languages() -> None:
    """Every text of the plan is there in Japanese and English, with the same values in it."""
    for key, held in WORDS.items():
        assert set(held) == set(LANGS), key


def test_each_function_stands_against_each_scenario() -> None:
    """A cell says how long a function is down, and by its tone whether that is in time."""
    document = annual_plan(dossiers.dossier(), "ja", steps=None)
    (table,) = (one for one in section(document, "heatmap").blocks if isinstance(one, Table))
    outlook = dossiers.dossier().outlooks[0]

    assert [column.title for column in table.columns][1:] == [outlook.head.name]
    for (name, cell), id_ in zip(table.rows, outlook.functions, strict=True):
        held = outlook.functions[id_]
        assert isinstance(cell, Cell)
        assert (cell.tone == "good") == (bool(held.downtime) and held.rto_met), name
    assert table.totals[0][1] == str(len(outlook.missed))
