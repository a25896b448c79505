"""Chapters of one's own: what they may hold, and that nothing can happen in them."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcp.errors import Fault, InputError
from bcp.report.chapters import MOST_LETTERS, chapter_sections, read_beside, text_of
from bcp.report.chapters.template import MOST_MADE, MOST_STEPS
from bcp.report.document import (
    Block,
    Bullets,
    Check,
    CheckList,
    Document,
    Numbered,
    PageBreak,
    Paragraph,
    Run,
    Section,
    Table,
    runs_of,
    walk,
)
from bcp.report.writers.flow import flow_of
from bcp.words import say
from bcp.words.faults import WORDS
from tests.unit.report.writers.samples import HOSTILE

VALUES = {
    "city": "筑西市",
    "count": 3,
    "share": 0.5,
    "on": dt.date(2026, 4, 1),
    "none": None,
    "yes": True,
    "plan": {"version": "3.2", "items": "品目"},
    "functions": ({"name": "住民票", "rto": "3日"}, {"name": "税 | 収納", "rto": "*7日*"}),
    "names": ("甲", "乙"),
}


def faults(source: str, values: dict[str, object] | None = None) -> list[Fault]:
    with pytest.raises(InputError) as caught:
        chapter_sections(source, VALUES if values is None else values, "plan.md")
    for fault in caught.value.faults:
        assert fault.file == "plan.md"
        assert say(WORDS, fault.key, "ja", **fault.values)
    return list(caught.value.faults)


def blocks(source: str) -> tuple[Block, ...]:
    (section,) = chapter_sections(f"# 章\n\n{source}", VALUES, "plan.md")
    return section.blocks


def plain(block: Block) -> str:
    assert isinstance(block, Paragraph)
    return "".join(run.text for run in runs_of(block.text))


# --- what a chapter may hold ---------------------------------------------------------------------


def test_headings_become_sections() -> None:
    """The highest heading is the first level, whatever it is; others lie within."""
    sections = chapter_sections("## 一\n文\n\n### 二\n\n#### 三\n\n## 四\n", {}, "plan.md")

    assert [(held.title, held.depth) for held in walk(sections)] == [
        ("一", 3),
        ("二", 2),
        ("三", 1),
        ("四", 1),
    ]


def test_paragraphs_and_lists_become_blocks() -> None:
    """Emphasis, steps, bullets, boxes, quotes and rules have a block each."""
    held = blocks(
        "**太** と *強*\n\n- 一\n- 二\n\n1. 甲\n2. 乙\n\n> 要点\n\n---\n\n- [ ] 未\n- [x] 済\n"
    )

    assert [type(block) for block in held] == [
        Paragraph,
        Bullets,
        Numbered,
        Paragraph,
        PageBreak,
        CheckList,
    ]
    assert isinstance(held[0], Paragraph)
    assert held[0].text == (Run("太", strong=True), Run(" と "), Run("強", emphasis=True))
    assert isinstance(held[3], Paragraph)
    assert held[3].style == "lead"
    assert held[5] == CheckList((Check((Run("未"),)), Check((Run("済"),), is_done=True)))


def test_lists_in_lists_are_lines_of_their_item() -> None:
    """A list within an item is kept, as lines with a dash."""
    (held,) = blocks("- 親\n  - 子\n  - 孫\n")

    assert isinstance(held, Bullets)
    assert ["".join(run.text for run in runs_of(item)) for item in held.items] == ["親\n– 子\n– 孫"]


def test_lines_of_japanese_are_joined_without_a_space() -> None:
    """A line end parts words of English only."""
    assert plain(blocks("本文は\n続く。\nEnglish\nwords")[0]) == "本文は続く。English words"


def test_tables_have_captions_and_sides() -> None:
    """A table takes the paragraph before it as its caption if that says so."""
    (held,) = blocks("表: 連絡先\n\n| 氏名 | 電話 |\n|:-:|--:|\n| 筑西 | 0296 |\n")

    assert isinstance(held, Table)
    assert (held.caption, held.rows) == ("連絡先", (("筑西", "0296"),))
    assert [(column.title, column.align) for column in held.columns] == [
        ("氏名", "center"),
        ("電話", "right"),
    ]


def test_links_show_their_address() -> None:
    """Paper leads nowhere: the address stands behind the words, once."""
    text = plain(blocks("[市](https://例.jp/あ) と <https://a.jp>")[0])

    assert text == "市 (https://例.jp/あ) と https://a.jp"


def test_values_are_filled_in() -> None:
    """Texts, numbers, dates, items of mappings and lists; a missing one can be told otherwise."""
    source = (
        "{{ city }} {{ count }} {{ share }} {{ on }} {{ plan.version }} {{ plan['items'] }}"
        "{{ none }} {{ names|join('、') }} {{ functions|length }} {{ nothing|default('未定') }}"
        "{% if yes and count > 2 %} 可{% endif %}"
    )

    assert plain(blocks(source)[0]) == ("筑西市 3 0.5 2026-04-01 3.2 品目 甲、乙 2 未定 可")


def test_loops_make_rows() -> None:
    """A loop over rows leaves no empty line that would end the table."""
    (held,) = blocks(
        "| 業務 | RTO |\n|---|---|\n{% for f in functions %}\n| {{ f.name }} | {{ f.rto }} |\n{% endfor %}\n"
    )

    assert isinstance(held, Table)
    assert held.rows == (("住民票", "3日"), ("税 | 収納", "*7日*"))


@pytest.mark.parametrize("text", HOSTILE)
def test_values_are_never_markup(text: str) -> None:
    """Whatever a value holds, it is text: in a sentence, a heading, a list, a table or a link."""
    source = (
        "# {{ v }}\n\n{{ v }}\n\n- {{ v }}\n\n| a |\n|---|\n| {{ v }} |\n\n**{{ v }}** `{{ v }}` "
        "[x]({{ v }})\n"
    )
    (section,) = chapter_sections(source, {"v": text}, "plan.md")

    assert section.title == text
    first, bullets, table, last = section.blocks
    assert plain(first) == text
    assert isinstance(bullets, Bullets)
    assert bullets.items == (((Run(text),) if text else ()),)
    assert isinstance(table, Table)
    assert table.rows == ((text,),)
    assert plain(last) == (f"{text} {text} x ({text})" if text else "  x")


@pytest.mark.property
@given(st.text(st.sampled_from("#*-`|{}%<>[]()!:_=+~\\ \n\t.1ab字x表"), max_size=60))
def test_any_text_is_a_chapter_or_at_fault(text: str) -> None:
    """Whatever someone writes, it becomes sections that a document takes, or faults with a line."""
    made: tuple[Section, ...] = ()
    told: tuple[Fault, ...] = ()
    try:
        made = chapter_sections(f"# a\n{text}", VALUES, "plan.md")
    except InputError as error:
        told = error.faults

    assert bool(made) is not bool(told)
    assert all(fault.file == "plan.md" and fault.key in WORDS for fault in told)
    assert len(flow_of(Document("", sections=made)).headings) == sum(1 for _ in walk(made))


# --- what it may not -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "line", "what"),
    [
        ("文だけ", 1, "chapter-no-heading"),
        ("# a\n\n![図](a.png)", 3, "chapter-no-block"),
        ("# a\n\n<script>x</script>", 3, "chapter-no-block"),
        ("# a\n\n文<b>太</b>", 3, "chapter-no-block"),
        ("# a\n\n```\ncode\n```", 3, "chapter-no-block"),
        ("# a\n\n- a\n\n      code", 5, "chapter-no-block"),
        ("# a\n\n> - a", 3, "chapter-no-block"),
        ("# a\n\n#### b", 3, "chapter-too-many-levels"),
        ("# a\n{% for f in functions %}\n文\n{% endfor %}\n\n<b>", 6, "chapter-no-block"),
    ],
)
def test_what_has_no_block_is_told_with_its_line(source: str, line: int, what: str) -> None:
    """The line is that of the file, also behind loops that make it many lines."""
    assert (faults(source)[0].line, faults(source)[0].key) == (line, what)


def test_comments_are_left_out() -> None:
    """A note to oneself is no fault."""
    assert blocks("<!-- あとで -->\n\n文 <!-- x -->")[-1] is not None


@pytest.mark.parametrize(
    ("source", "key"),
    [
        ("{{ ''.__class__ }}", "chapter-no-value"),
        ("{{ ''['__class__'] }}", "chapter-no-value"),
        ("{{ city.__class__.__mro__ }}", "chapter-no-value"),
        ("{{ plan.items }}{{ plan.keys }}", "chapter-no-value"),
        ("{{ cycler.__init__.__globals__ }}", "chapter-no-value"),
        ("{{ self.__init__ }}", "chapter-no-value"),
        ("{{ request }}{{ config }}", "chapter-no-value"),
        ("{{ lipsum() }}", "chapter-forbidden"),
        ("{{ range(9) }}", "chapter-forbidden"),
        ("{{ city.upper() }}", "chapter-forbidden"),
        ("{{ '%s' % city }}", "chapter-forbidden"),
        ("{{ 9 ** 9 ** 9 }}", "chapter-forbidden"),
        ("{{ 'a' * 999999999 }}", "chapter-forbidden"),
        ("{{ city ~ city }}", "chapter-forbidden"),
        ("{{ names[0:99] }}", "chapter-forbidden"),
        ("{% include '/etc/passwd' %}", "chapter-forbidden"),
        ("{% import 'os' as os %}", "chapter-forbidden"),
        ("{% from 'os' import path %}", "chapter-forbidden"),
        ("{% extends 'x' %}", "chapter-forbidden"),
        ("{% set x = 1 %}", "chapter-forbidden"),
        ("{% macro m() %}{{ m() }}{% endmacro %}", "chapter-forbidden"),
        ("{% for f in functions recursive %}{{ loop(f) }}{% endfor %}", "chapter-forbidden"),
        ("{{ city|attr('__class__') }}", "chapter-no-filter"),
        ("{{ functions|map('x') }}", "chapter-no-filter"),
        ("{{ functions|counted }}", "chapter-no-filter"),
        ("{{ city is callable }}", "chapter-no-filter"),
        ("{{ functions }}", "chapter-not-text"),
        ("{{ plan }}", "chapter-not-text"),
        ("{{ yes }}", "chapter-not-text"),
        ("{{ functions|join }}", "chapter-not-text"),
        ("{% for f in functions %}{{ loop }}{% endfor %}", "chapter-not-text"),
        ("{{ city|join('x') }}", "chapter-not-list"),
        ("{% for letter in city %}{% endfor %}", "chapter-not-list"),
        ("{{ city", "chapter-syntax"),
        ("{% if %}{% endif %}", "chapter-syntax"),
        ("{% for f in functions %}", "chapter-syntax"),
        ("{{ city < count }}", "chapter-syntax"),
        ("{{ " + "9" * 5000 + " }}", "chapter-syntax"),
        ("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}", "chapter-too-deep"),
        ("{{ 1" + " and 1" * 5000 + " }}", "chapter-too-deep"),
        ("{% if 1 %}" * 2000 + "{% endif %}" * 2000, "chapter-too-deep"),
        ("{% for f in functions %}" * 30 + "{% endfor %}" * 30, "chapter-too-deep"),
    ],
)
def test_the_sandbox_holds(source: str, key: str) -> None:
    """No attribute, call, file, sum or recursion; each is refused with a sentence, not a traceback."""
    (fault,) = faults(f"# a\n\n{source}")

    assert fault.key == key
    assert fault.line in {0, 3}


def test_loops_are_counted() -> None:
    """Loops within loops that show nothing end soon; so do those that show much."""
    values: dict[str, object] = {"n": tuple(range(1000)), "long": "長" * 10_000}
    silent = "{% for a in n %}{% for b in n %}{% for c in n %}{% endfor %}{% endfor %}{% endfor %}"

    (steps,) = faults(f"# a\n{silent}", values)
    (much,) = faults("# a\n{% for a in n %}{{ long }}{% endfor %}", values)
    (chain,) = faults("# a\n{{ n|join(long) }}", values)

    assert (steps.key, steps.line, steps.values) == (
        "chapter-too-many-steps",
        2,
        {"most": MOST_STEPS},
    )
    assert (much.key, much.values) == ("chapter-too-much", {"most": MOST_MADE})
    assert chain.key == "chapter-too-much"


def test_a_missing_value_is_told_with_those_there_are() -> None:
    """A name that is wrong is told with its line and with the names there are."""
    (fault,) = faults("# a\n\n{{ city }}\n{{ citty }}", {"city": "x", "plan": {}})

    assert (fault.line, fault.key, fault.values) == (
        4,
        "chapter-no-value",
        {"name": "citty", "known": "city, plan"},
    )


def test_only_plain_data_gets_in() -> None:
    """An object of the program is a mistake of whoever gives it."""
    with pytest.raises(TypeError, match="Path"):
        chapter_sections("# a", {"plan": {"file": Path()}}, "plan.md")


def test_chapters_have_a_length() -> None:
    """A file too long for a chapter is not even looked at."""
    (fault,) = faults("# " + "a" * MOST_LETTERS)

    assert fault.key == "chapter-too-long"


# --- files beside --------------------------------------------------------------------------------


def test_files_beside_are_read(tmp_path: Path) -> None:
    """A file in the folder, or in one within it, is read whole."""
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "章.md").write_bytes(b"\xef\xbb\xbf# a\r\n")

    data = read_beside(tmp_path, "plan/章.md", 100)

    assert text_of(data, "章.md") == "# a\n"


def test_nothing_outside_is_read(tmp_path: Path) -> None:
    """Neither by its name nor by links does a file lead out of the folder."""
    inside = tmp_path / "inside"
    inside.mkdir()
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    (inside / "link.md").symlink_to(secret)
    (inside / "folder").symlink_to(tmp_path)
    (inside / "good.md").write_text("ok", encoding="utf-8")
    (inside / "alias.md").symlink_to(inside / "good.md")

    for name in (
        "../secret.txt",
        str(secret),
        "link.md",
        "folder/secret.txt",
        str(inside / "good.md"),
    ):
        with pytest.raises(InputError) as caught:
            read_beside(inside, name, 100)
        assert [fault.key for fault in caught.value.faults] == ["beside-outside"]
    assert read_beside(inside, "alias.md", 100) == b"ok"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("none.md", "file-missing"),
        ("folder", "beside-not-file"),
        (".", "beside-not-file"),
        ("pipe", "beside-not-file"),
        ("long.md", "file-too-large"),
        ("a\0b", "beside-outside"),
        ("a" * 5000, "file-unreadable"),
        ("round.md", "beside-not-file"),
    ],
)
def test_what_is_no_file_is_told(tmp_path: Path, name: str, key: str) -> None:
    """Missing, too large, a folder, a pipe, a link in a circle: a sentence each."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "long.md").write_bytes(b"x" * 2**21)
    (tmp_path / "round.md").symlink_to("round.md")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
    else:
        (tmp_path / "pipe").mkdir()

    with pytest.raises(InputError) as caught:
        read_beside(tmp_path, name, 2**20)

    (fault,) = caught.value.faults
    assert fault.key == key
    assert say(WORDS, fault.key, "en", **fault.values)


def test_text_is_utf8() -> None:
    """Other bytes are told with their line."""
    with pytest.raises(InputError) as caught:
        text_of("# a\n筑西".encode("cp932"), "plan.md")

    (fault,) = caught.value.faults
    assert (fault.line, fault.key) == (2, "not-utf-8")


@pytest.mark.parametrize("page", ["docs/house-style.md", "docs/ja/house-style.md"])
def test_the_chapter_of_the_manual_is_one(page: str) -> None:
    """The example that users copy makes what is said beside it."""
    text = (Path(__file__).parents[4] / page).read_text(encoding="utf-8")
    source = text.partition("```markdown\n")[2].partition("```")[0]
    values = {"organisation": "筑西市", "functions": ({"name": "住民票", "rto": "3日"},)}

    (section,) = chapter_sections(source, values, page)

    assert [type(block) for block in section.blocks] == [Paragraph, Table, CheckList]
