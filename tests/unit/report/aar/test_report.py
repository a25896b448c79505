"""The report as a document: complete, in both languages, and told by figures that add up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from bcp.drill.review.review import Review, review
from bcp.report.aar import Origin, after_action_report, review_json
from bcp.report.aar.telling import Teller
from bcp.report.document import Cell, Document, Figure, Table, walk
from bcp.report.names import names_of
from bcp.report.spans import exact
from bcp.report.writers import bytes_of
from bcp.words import LANGS, Lang
from tests.support.deeds import BOTH, FAST, work
from tests.support.drills import Hall, hall

ORIGIN = Origin(
    version="1",
    name="drill/20251120-1000",
    recorded_by="1",
    made=dt.datetime(2025, 11, 20, 10, tzinfo=dt.UTC),
    digests=(("inventory", "ab"),),
    entries=12,
)
DRILL = """
drill: {name: 火災訓練, name_en: Fire drill, place: 会議室}
clock: {speed: 60}
objectives:
- {id: fast, text: 早く再開する, text_en: Be quick, criterion: 1時間, measure: {up: library, within: 1h}}
participants: [{name: 係長, role: facilitator, team: ict}]
injects:
- {no: 1, at: 5m, text: "煙 | <b>", expected: 避難, deadline: 10m, to: [ict], from: 市民}
"""


@pytest.fixture(scope="module")
def drill() -> Hall:
    held = work(hall(DRILL), *BOTH, "40 + network/replace", "50 x network/replace")
    work(held, "55 + network/replace", "110 - network/replace")
    held.do("note", text="鍵がない", kind="stumble", who="記録係")
    entry = held.session.state.entries[-1].n
    held.do("correct", entry=entry, text="鍵が見つからない")
    held.do("note", text="間違い")
    held.do("undo")
    held.do("improve", text="鍵を二つ作る", owner="総務課", due="2026-03-31")
    held.do("end")
    held.do("rate", objective="fast", rating="M", text="遅れた")
    return held


@pytest.fixture(scope="module")
def held(drill: Hall) -> Review:
    return review(drill.session.state)


def document(held: Review, lang: Lang, *, charts: bool = False) -> Document:
    return after_action_report(held, ORIGIN, lang, charts=charts)


def tables(made: Document) -> Iterator[Table]:
    for section in walk(made.sections):
        yield from (block for block in section.blocks if isinstance(block, Table))


def text_of(cell: Cell | str) -> str:
    return cell.text if isinstance(cell, Cell) else cell


def everything(made: Document) -> str:
    return bytes_of(made, ".md").decode()


@pytest.mark.parametrize("lang", LANGS)
def test_every_chapter_is_there(held: Review, lang: Lang) -> None:
    """Whoever was not there finds what they look for, by the same ids in both languages."""
    ids = {section.id for section in document(held, lang).sections}

    assert ids >= {"overview", "objectives", "functions", "minutes", "tasks", "strengths"}
    assert ids >= {"difficulties", "hot-wash", "items", "timeline", "record", "injects"}
    assert ids >= {"people", "touched", "corrections", "method"}


def test_it_is_marked_as_an_exercise(held: Review) -> None:
    """In both languages, whichever the report is in."""
    assert document(held, "ja").meta.marks == ("訓練", "EXERCISE")


def test_the_ministrys_columns(held: Review) -> None:
    """時刻, 作業内容・状況, つまづいた工程など; the stumble stands in its column."""
    section = next(one for one in document(held, "ja").sections if one.id == "record")
    table = next(block for block in section.blocks if isinstance(block, Table))

    titles = [column.title for column in table.columns]
    assert titles == ["時刻", "想定時刻", "作業内容・状況", "つまづいた工程など"]
    stumbled = [text_of(row[3]) for row in table.rows if text_of(row[3])]
    assert stumbled == ["No.1 の期限切れ", "中断: network replace", "鍵が見つからない (記録係)"]


def test_shares_in_the_table_add_up(held: Review) -> None:
    """Each row's causes make its gap, as they are printed."""
    lengths = {exact(n * 60, "ja"): n for n in range(2000)}
    lengths |= {f"+{text}": n for text, n in lengths.items()}
    lengths |= {exact(-n * 60, "ja"): -n for n in range(1, 2000)}
    lengths["0"] = 0
    section = next(one for one in document(held, "ja").sections if one.id == "minutes")
    _, table = (block for block in section.blocks if isinstance(block, Table))

    assert table.rows
    for row in table.rows:
        *causes, gap = (lengths[text_of(cell)] for cell in row[1:])
        assert sum(causes) == gap


def test_a_function_is_explained_in_a_sentence(held: Review, drill: Hall) -> None:
    """Target, what was reached, and the largest cause first."""
    library = next(one for one in held.functions if one.id == "library")
    tell = Teller("ja", names_of(drill.setting.inventory, "ja"), None)

    assert tell.tell(library.line()) == (
        "目標1日に対し停止1時間50分（計画1時間）。計画との差の内訳: 判断待ち35分、作業の遅れ15分。"
    )


def test_corrections_are_shown_as_written_and_as_corrected(held: Review) -> None:
    """Nothing is hidden: the original text, and what was taken back."""
    section = next(one for one in document(held, "ja").sections if one.id == "corrections")
    (table,) = (block for block in section.blocks if isinstance(block, Table))
    rows = [" ".join(map(text_of, row)) for row in table.rows]

    assert any("鍵がない" in row and "鍵が見つからない" in row for row in rows)
    assert any("間違い" in row and "取消し" in row for row in rows)


def test_the_improvement_plan_has_owners_and_dates(held: Review) -> None:
    """What opened by itself is there, its owner still to be named; so is what people added."""
    section = next(one for one in document(held, "en").sections if one.id == "items")
    (table,) = (block for block in section.blocks if isinstance(block, Table))
    rows = [tuple(map(text_of, row)) for row in table.rows]

    assert [row[0] for row in rows][:2] == ["objective-fast", "inject-1"]
    assert rows[0][2] == "to be decided"
    assert rows[-1][2:4] == ("総務課", "2026-03-31")


def test_what_a_person_wrote_is_never_markup(held: Review) -> None:
    """A pipe or a tag in an inject is shown as it stands."""
    assert "<b>" not in bytes_of(document(held, "ja"), ".html").decode().partition("煙")[2][:40]


def test_a_table_top_speaks_of_nobodys_minutes() -> None:
    """Where nobody began a task, the chapter says why there is no account."""
    drill = hall(FAST).wait("60s")
    drill.do("end")
    text = everything(document(review(drill.session.state), "ja"))

    assert "作業の着手が記録されていない" in text
    assert "時間の内訳（全業務の合計）" not in text


def test_a_drill_that_was_not_ended_says_so() -> None:
    """A report in between is marked as such."""
    text = everything(document(review(hall(FAST).session.state), "ja"))

    assert "まだ終了していない" in text


def test_pictures_are_in_it_and_say_what_they_show(held: Review) -> None:
    """Two charts, each with words for those who do not see it."""
    figures = [
        block
        for section in walk(document(held, "ja", charts=True).sections)
        for block in section.blocks
        if isinstance(block, Figure)
    ]

    assert len(figures) == 2
    assert all(figure.is_png and figure.alt for figure in figures)


def test_the_same_review_gives_the_same_document(held: Review) -> None:
    """No clock is read for it."""
    made = document(held, "ja", charts=True)

    assert made == document(held, "ja", charts=True)


def test_json_says_the_same(held: Review) -> None:
    """The figures of the report, for programs."""
    made = review_json(held, ORIGIN, "en")

    library = made["functions"]["library"]
    assert library["gap_s"] == 50 * 60 == sum(library["shares_s"].values())
    assert library["text"].startswith("Down for 1 h 50 min; target 1 d, planned 1 h.")
    assert made["objectives"][0]["is_reached"] is False
