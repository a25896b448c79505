"""Sheets read back change what they say otherwise, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bcp.errors import InputError
from bcp.exchange.book.faulting import checked
from bcp.exchange.book.inventory_files import Base
from bcp.exchange.book.limits import BOOK, LIMITS
from bcp.exchange.book.merging import merge
from bcp.exchange.book.rows import rows_of
from bcp.exchange.grid import Grid, read_grids
from bcp.words import LANGS, Lang, Phrase, render, say
from bcp.words.book import WORDS
from bcp.words.faults import WORDS as FAULTS
from tests.support.books import FILES, Sheets, base, book, inventory_of, merged


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "town.xlsx"


@pytest.fixture
def files(path: Path) -> Callable[..., dict[str, list[str]]]:
    """Return what tells the lines that an edit takes from and adds to each file."""

    def run(edit: Callable[[Sheets], Any], **wishes: bool) -> dict[str, list[str]]:
        difference = merged(base(), path, edit, **wishes).difference
        rows: dict[str, list[str]] = {}
        name = ""
        for line in difference.patch().splitlines():
            if line.startswith("+++"):
                name = line.removeprefix("+++ b/")
            elif line[0] in "+-" and not line.startswith("---"):
                rows.setdefault(name, []).append(line)
        return rows

    return run


@pytest.fixture
def faults(path: Path) -> Callable[[Callable[[Sheets], Any]], list[tuple[str, str]]]:
    """Return what tells where an edit is at fault, and why."""

    def run(edit: Callable[[Sheets], Any]) -> list[tuple[str, str]]:
        with pytest.raises(InputError) as caught:
            merged(base(), path, edit)
        for fault in caught.value.faults:
            assert fault.file == str(path)
            assert all(say(FAULTS, fault.key, lang, **fault.values) for lang in LANGS)
        return [(fault.where, fault.key) for fault in caught.value.faults]

    return run


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_changes_by_itself(path: Path, lang: Lang) -> None:
    """A workbook that nobody touched changes no byte of any file."""
    held = base()
    read = rows_of(read_grids(book(held, path, lang), BOOK, LIMITS))
    difference = merge(held, read, lang).difference

    assert (read.faults, read.notices) == ([], [])
    assert difference.is_empty
    assert difference.before == difference.after


@pytest.mark.parametrize("lang", LANGS)
def test_the_workbook_alone_makes_the_same_inventory(
    tmp_path: Path, path: Path, lang: Lang
) -> None:
    """Without the files, the workbook makes an inventory that is equal to the one it came from."""
    read = rows_of(read_grids(book(base(), path, lang), BOOK, LIMITS))
    made = merge(Base((), ""), read, lang)

    assert checked(made, read.faults, "x").inventory == inventory_of(FILES, tmp_path / "town")


def test_comments_and_notation_stay(files: Callable[..., dict[str, list[str]]]) -> None:
    """A cell changes its own line; comments, quotes and the other keys stay as they are."""

    def edit(sheets: Sheets) -> None:
        sheets.put("components", 2, "name", "系統電力")
        sheets.put("functions", 2, "rto.disaster", "48時間")
        sheets.put("tasks", 3, "duration", "2h / 5h / 12h")

    changed = files(edit)

    assert changed["things.yaml"] == ["-    name: 商用電源", "+    name: 系統電力"]
    assert changed["work.yaml"][:2] == [
        "-    rto: {normal: 3h, disaster: 72h}",
        "+    rto: {normal: 3h, disaster: 48h}",
    ]
    assert "likely: 5h" in changed["work.yaml"][3]


def test_other_words_for_the_same_change_nothing(
    files: Callable[..., dict[str, list[str]]],
) -> None:
    """What means the same is no change: another unit, width, language or order of nothing."""

    def edit(sheets: Sheets) -> None:
        sheets.put("functions", 2, "rto.normal", "180分")
        sheets.put("components", 2, "kind", "Power")
        sheets.put("teams", 3, "vendor", "yes")
        sheets.put("teams", 2, "vendor", "no")
        sheets.put("components", 5, "startup", "1200s")

    assert files(edit) == {}


def test_cleared_cells(files: Callable[..., dict[str, list[str]]], path: Path) -> None:
    """A cell that is emptied takes its value away; with partial sheets it says nothing."""

    def edit(sheets: Sheets) -> None:
        sheets.put("functions", 2, "rpo", None)
        sheets.put("functions", 2, "staff.team", None)
        sheets.put("functions", 2, "staff.at_least", None)

    assert files(edit, is_partial=True) == {}
    assert files(edit)["work.yaml"] == [
        "-    rpo: 24h",
        "-    staff: {team: ict, at_least: 2}",
    ]


def test_new_rows(path: Path, tmp_path: Path) -> None:
    """A new row becomes an item in the file of its kind, its id made where it has none."""

    def edit(sheets: Sheets) -> None:
        row = sheets.sheet("components").max_row + 1
        sheets.put("components", row, "name", "File server")
        sheets.put("components", row, "kind", "サーバー")
        sheets.put("components", row, "within", "サーバ室")
        row = sheets.sheet("procedures").max_row + 1
        sheets.put("procedures", row, "id", "restart")
        row = sheets.sheet("tasks").max_row + 1
        sheets.put("tasks", row, "@of", "restart")
        sheets.put("tasks", row, "id", "go")
        sheets.put("tasks", row, "duration", "10分")
        row = sheets.sheet("people").max_row + 1
        sheets.put("people", row, "name", "山田")

    made = merged(base(), path, edit).difference
    inventory = inventory_of(made.after, tmp_path / "made")

    added = {(whole.sheet.key, whole.item): whole.file for whole in made.added}
    assert added == {
        ("components", "file-server"): "things.yaml",
        ("procedures", "restart"): "work.yaml",
        ("tasks", "restart/go"): "work.yaml",
        ("people", "person-1"): "people/teams.yaml",
    }
    assert inventory.components[-1].within == "room"
    assert inventory.procedures[-1].tasks[0].duration.likely == 600
    assert {notice.key for notice in made.notices} == {"id-given"}


def test_missing_rows(path: Path) -> None:
    """A row that is missing stays and is told, and goes only where that is asked for."""

    def edit(sheets: Sheets) -> None:
        sheets.sheet("people").delete_rows(2)
        sheets.sheet("roles").delete_rows(2)
        sheets.sheet("actions").delete_rows(3)
        sheets.sheet("backups").delete_rows(2)
        sheets.put("actions", 2, "role", None)

    kept = merged(base(), path, edit).difference
    gone = merged(base(), path, edit, delete=True).difference

    assert [whole.sheet.key for whole in kept.kept] == ["people", "roles", "actions", "backups"]
    assert kept.files == ("people/teams.yaml",)  # only the role that was taken from an action
    assert (gone.kept, len(gone.removed)) == ((), 4)
    assert b"chief" not in gone.after["people/teams.yaml"]
    assert gone.after["people/teams.yaml"].count("安否を確かめる".encode()) == 1
    assert b"every: 7d" in gone.after["things.yaml"]
    assert b"every: 24h" not in gone.after["things.yaml"]


def test_a_file_that_holds_nothing_else(path: Path, tmp_path: Path) -> None:
    """A file whose only item is taken away stays, with its comments and an empty list."""
    text = "# people of the town\npeople:\n  - {id: guard, name: 警備}\n"
    held = base({**FILES, "people.yaml": text})

    def edit(sheets: Sheets) -> None:
        row = next(cell.row for cell in sheets.sheet("people")["A"] if cell.value == "guard")
        sheets.sheet("people").delete_rows(row)

    made = merged(held, path, edit, delete=True).difference

    assert made.after["people.yaml"] == b"# people of the town\npeople: []\n"
    assert len(inventory_of(made.after, tmp_path / "made").people) == 2


def test_parts_without_ids_are_known_by_their_marks(path: Path) -> None:
    """Sorted and edited, a row without an id still changes the item that it came from."""

    def edit(sheets: Sheets) -> None:
        sheet = sheets.sheet("backups")
        rows = [[cell.value for cell in sheet[number]] for number in (2, 3)]
        for number, values in zip((3, 2), rows, strict=True):
            for place, value in enumerate(values, 1):
                sheet.cell(number, place).value = value
        sheets.put("backups", 2, "medium", "外付けディスク")

    made = merged(base(), path, edit).difference

    assert [(row.item, row.after) for row in made.changed] == [("db/site", "外付けディスク")]
    assert "medium: 外付けディスク".encode() in made.after["things.yaml"]


def test_part_of_a_workbook(files: Callable[..., dict[str, list[str]]]) -> None:
    """Sheets, columns and the order of columns are free: what is not there does not change."""

    def edit(sheets: Sheets) -> None:
        for sheet in [*sheets.book.worksheets]:
            if sheet.title != "業務":
                sheets.book.remove(sheet)
        sheet = sheets.book["業務"]
        sheets.put("functions", 2, "rank", "S")
        for number in range(sheet.max_column, 0, -1):
            if sheet.cell(1, number).value not in ("ID", "優先ランク"):
                sheet.delete_cols(number)
        sheet.insert_cols(1)
        for row in range(1, sheet.max_row + 1):
            sheet.cell(row, 1).value = sheet.cell(row, 3).value
            sheet.cell(row, 3).value = None

    assert files(edit) == {"work.yaml": ["-    rank: A", "+    rank: S"]}


def test_every_fault_by_its_cell(
    faults: Callable[[Callable[[Sheets], Any]], list[tuple[str, str]]],
) -> None:
    """Cells that mean nothing, and what they would make, are told at once, each by its cell."""
    places: dict[str, str] = {}

    def edit(sheets: Sheets) -> None:
        places["bad-duration"] = sheets.put("functions", 2, "rto.normal", "すぐ")
        places["unknown-rank"] = sheets.put("functions", 3, "rank", "Z")
        places["unknown-id"] = (
            sheets.put("functions", 3, "requires", "certificates; nothing") + " [1]"
        )
        places["not-one-of"] = sheets.put("components", 2, "kind", "橋")
        places["unknown-key"] = sheets.put("components", 3, "@rest", "{flavour: red}") + " flavour"
        places["yaml-bracket"] = sheets.put("components", 5, "requires", "{any_of: [a")
        places["book-owner-unknown"] = sheets.put("tasks", 2, "@of", "nowhere")
        places["book-mark-unknown"] = sheets.put("actions", 2, "@mark", "ffff0000")
        places["bad-bool"] = sheets.put("tasks", 4, "onsite", "多分")
        row = sheets.sheet("components").max_row + 1
        sheets.put("components", row, "id", "half")
        places["missing"] = f"構成要素!D{row}"

    found = {key: where for where, key in faults(edit)}

    assert {key: found.get(key, "") for key in places} == places


def test_headings_that_are_misspelt(
    faults: Callable[[Callable[[Sheets], Any]], list[tuple[str, str]]],
) -> None:
    """A heading that is nearly one of ours, or stands twice, and a stray cell are faults."""

    def edit(sheets: Sheets) -> None:
        sheet = sheets.sheet("people")
        sheet.cell(1, 2).value = "氏名名"
        sheet.cell(1, 3).value = "氏名"
        sheet.cell(1, 4).value = "名称"
        sheets.sheet("plan").cell(3, 1).value = "管理文書番"
        sheets.sheet("roles").cell(2, 40).value = "?"
        sheets.book.create_sheet("要員表")["A1"] = "x"

    assert set(faults(edit)) >= {
        ("連絡先!B1", "book-heading-misspelt"),
        ("計画書!A3", "book-heading-misspelt"),
        ("連絡先!D1", "book-heading-twice"),
        ("役割!AN2", "book-no-heading"),
        ("要員表", "book-sheet-misspelt"),
    }


def test_the_same_item_twice(
    faults: Callable[[Callable[[Sheets], Any]], list[tuple[str, str]]],
) -> None:
    """Two rows of one item are a fault, of an item that is there and of a new one."""

    def edit(sheets: Sheets) -> None:
        sheets.put("components", 3, "id", "grid")
        row = sheets.sheet("teams").max_row + 1
        for number in (row, row + 1):
            sheets.put("teams", number, "id", "new")
            sheets.put("teams", number, "size", 1)

    assert [key for _, key in faults(edit)].count("book-row-twice") == 2


def test_what_is_no_part_of_an_inventory_is_told(path: Path) -> None:
    """Columns and sheets of one's own are passed over, and named."""

    def edit(sheets: Sheets) -> None:
        sheets.book.create_sheet("年度予算")["A1"] = "x"
        sheets.sheet("people").cell(1, 60).value = "血液型"

    notices = merged(base(), path, edit).difference.notices

    assert notices == (
        Phrase("column-passed", {"sheet": "連絡先", "value": "血液型"}),
        Phrase("sheet-passed", {"value": "年度予算"}),
    )
    assert all(render(WORDS, notice, lang, {}) for notice in notices for lang in LANGS)


def test_a_sheet_by_its_headings() -> None:
    """A table with any name is recognised by its headings, in the words of tables from elsewhere."""
    rows = {
        3: {1: "業務名", 2: "担当課", 3: "RTO", 4: "重み"},
        4: {1: "証明書", 2: "住民課", 3: "2時間"},
    }
    read = rows_of([Grid("a.xlsx", "Sheet1", rows)], is_partial=True)
    made = merge(base(), read, "ja").difference

    assert [notice.key for notice in made.notices] == ["took-for-sheet"]
    assert [(row.item, row.column.key, row.after) for row in made.changed] == [
        ("certificates", "rto.normal", "2時間")
    ]


FORM = {
    1: {1: "様式１"},
    2: {1: "対象情報システム", 4: "被害を受ける可能性"},
    3: {
        1: "システム名称",
        2: "システムの概要\n（関連する業務）",
        3: "主管部門",
        4: "庁舎の弱さ",
        5: "耐震固定の有無",
        6: "機種名",
        7: "設置場所",
        8: "保守事業者",
        9: "業務名",
        10: "目標復旧時間（RTO）",
    },
    4: {1: "業務サーバ", 2: "全業務", 5: "有", 6: "X-1", 7: "サーバ室", 9: "証明書", 10: "2時間"},
    5: {1: "公園予約", 3: "都市課", 7: "サーバ室", 8: "保守", 9: "公園の予約", 10: "3日"},
}


def test_form_1_filled_in_by_hand(tmp_path: Path) -> None:
    """The ministry's form changes the systems that are called so, and adds the others."""
    read = rows_of([Grid("form.xlsx", "Sheet1", FORM)])
    made = merge(base(), read, "ja")
    inventory = checked(made, read.faults, "town").inventory
    components = {component.id: component for component in inventory.components}
    functions = {function.id: function for function in inventory.functions}
    app, park = components["app"], components["component-1"]

    assert app.facts is not None
    assert (app.facts.model, app.facts.fixed, app.facts.summary) == ("X-1", True, "全業務")
    assert app.procedure == ("rebuild", "replace")
    assert (park.kind, park.within, park.facts and park.facts.vendor) == (
        "service",
        "room",
        "vendor",
    )
    assert functions["certificates"].rto.normal == 7200
    assert functions["certificates"].requires[0].any_of == ("db",)
    assert functions["function-1"].requires[0].any_of == ("component-1",)
    assert [notice.key for notice in made.difference.notices[:2]] == [
        "took-for-form-1",
        "places-passed",
    ]


def test_sheets_of_an_older_inventory_are_told(path: Path) -> None:
    """If the files changed since the sheets were made, whoever reads them back is told."""
    old = Base(base().files, "old")
    read = rows_of(read_grids(book(old, path), BOOK, LIMITS))
    newer = {**FILES, "things.yaml": FILES["things.yaml"].replace("商用電源", "系統")}
    made = merge(Base(base(newer).files, "new"), read, "ja").difference

    assert [notice.key for notice in made.notices] == ["digest-other"]
    assert [(row.before, row.after) for row in made.changed] == [("系統", "商用電源")]


def test_a_part_without_the_sheet_of_what_it_is_part_of() -> None:
    """A table of tasks alone adds a task to a procedure that only the files hold."""
    cells = [["復旧手順", "ID", "要員", "所要時間"], ["replace", "check", "vendor: 1", "30m"]]
    rows = {number: dict(enumerate(row, 1)) for number, row in enumerate(cells, 1)}
    read = rows_of([Grid("tasks.csv", "作業", rows)], is_partial=True)
    made = merge(base(), read, "ja")

    assert made.faults == ()
    assert [row.item for row in made.difference.added] == ["replace/check"]
