"""The injects of a drill go to an Excel sheet and come back without loss."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl import Workbook, load_workbook

from bcp.drill.file.models import Drill
from bcp.drill.file.writing import drill_text, tree_text
from bcp.errors import InputError, UsageError
from bcp.inventory.load import LoadedInventory
from bcp.report.msel import Changes, read_sheet, sheet_bytes
from bcp.report.msel.columns import COLUMNS
from bcp.report.msel.grid import Limits, grid_of
from bcp.words import LANGS, Lang, say
from bcp.words.faults import WORDS
from tests.support.drill_files import EVERY_KEY, HEAD, drill_in, town, trees

Edit = Callable[[Any], None]
FIRST = 6
"""The row of the first inject."""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> LoadedInventory:
    """Return the small town."""
    return town(tmp_path_factory.mktemp("town"))


@pytest.fixture
def back(tmp_path: Path, loaded: LoadedInventory) -> Callable[..., Changes]:
    """Return what writes the sheet of a drill, edits it and reads it back."""

    def went(edit: Edit = lambda _: None, text: str = EVERY_KEY, lang: Lang = "ja") -> Changes:
        drill, sheet = tmp_path / "drill.yaml", tmp_path / "msel.xlsx"
        drill.write_text(text, encoding="utf-8", newline="")
        sheet.write_bytes(sheet_bytes(drill_in(text), "地震", lang))
        book = load_workbook(sheet)
        edit(book.active)
        book.save(sheet)
        return read_sheet(sheet, drill, loaded, HEAD)

    return went


@pytest.fixture
def faults(back: Callable[..., Changes]) -> Callable[..., list[tuple[str, str, str]]]:
    """Return what gives (file, where, key) of every fault after an edit; each can be said."""

    def found(edit: Edit, text: str = EVERY_KEY) -> list[tuple[str, str, str]]:
        with pytest.raises(InputError) as caught:
            back(edit, text)
        for fault in caught.value.faults:
            assert all(say(WORDS, fault.key, lang, **fault.values) for lang in LANGS)
        return [(Path(f.file).name, f.where, f.key) for f in caught.value.faults]

    return found


def column(key: str) -> int:
    return next(number for number, held in enumerate(COLUMNS, 1) if held.key == key)


def put(row: int, key: str, value: object) -> Edit:
    """Return an edit that writes *value* as a person would who types into the cell."""

    def edit(sheet: Any) -> None:
        sheet.cell(row, column(key)).value = value

    return edit


# --- there and back ----------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_every_key_comes_back(back: Callable[..., Changes], lang: Lang) -> None:
    """A drill that uses every key comes back as it was, in either language."""
    changes = back(lang=lang)

    assert changes.drill == drill_in(EVERY_KEY)
    assert (changes.added, changes.changed, changes.removed) == ((), (), ())


def test_what_is_written_is_the_drill(back: Callable[..., Changes]) -> None:
    """The tree to write holds the same drill, in the notation that its author used."""
    changes = back()

    assert drill_in(tree_text(changes.tree)) == changes.drill
    assert changes.tree["injects"][0]["events"][4]["staff"]["available"] == "100%"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(tree=trees())
def test_whatever_it_says(tmp_path: Path, loaded: LoadedInventory, tree: dict[str, Any]) -> None:
    """The injects of any drill, added to one that has none, are the same injects again."""
    drill, sheet = tmp_path / "drill.yaml", tmp_path / "msel.xlsx"
    wanted = Drill.model_validate(tree)
    drill.write_text(drill_text(wanted.model_copy(update={"injects": ()})), encoding="utf-8")
    sheet.write_bytes(sheet_bytes(wanted, "a", "ja"))

    assert read_sheet(sheet, drill, loaded, HEAD).drill == wanted


def test_same_drill_same_bytes() -> None:
    """The file carries no time of day."""
    drill = drill_in(EVERY_KEY)

    assert sheet_bytes(drill, "a", "ja") == sheet_bytes(drill, "a", "ja")


def test_notes_of_ones_own_are_kept(back: Callable[..., Changes]) -> None:
    """Keys that begin with x- stay with their inject and with the drill, changed or not."""
    text = (
        "drill: {id: a, kind: tabletop, scenario: quake, x-a: 1}\nx-b: [c]\n"
        "injects:\n- {no: 1, text: a, deadline: 90m, expected: b, x-d: 2}\n"
        "- {no: 2, text: a, x-e: {f: g}}\n"
    )

    tree = back(put(FIRST + 1, "text", "新しい"), text).tree

    assert (tree["drill"]["x-a"], tree["x-b"]) == ("1", ["c"])
    assert tree["injects"][0] == {
        "no": "1",
        "text": "a",
        "deadline": "90m",
        "expected": "b",
        "x-d": "2",
    }
    assert tree["injects"][1] == {"no": "2", "text": "新しい", "x-e": {"f": "g"}}


# --- what people do to it ----------------------------------------------------------------------


def test_changes_are_told(back: Callable[..., Changes]) -> None:
    """A row that was added, changed or removed is an inject that was."""

    def edit(sheet: Any) -> None:
        put(FIRST, "from", "税務課")(sheet)
        sheet.delete_rows(FIRST + 8)
        sheet.append(["20", "2h", None, "広報\n首長", "電話", "追加"])

    changes = back(edit)

    assert (changes.added, changes.changed, changes.removed) == (("20",), ("1",), ("bench",))
    assert changes.drill.injects[0].from_ == "税務課"
    assert changes.drill.injects[-1].to == ("広報", "首長")


def test_what_a_spreadsheet_makes_of_input(back: Callable[..., Changes]) -> None:
    """Numbers, times of day and dates that were typed mean what they show."""

    def edit(sheet: Any) -> None:
        put(FIRST + 1, "at", time(15, 10))(sheet)
        put(FIRST + 2, "at", datetime(2026, 11, 25, 10, 0))(sheet)  # noqa: DTZ001 (local)
        put(FIRST + 8, "no", 12)(sheet)
        put(FIRST + 8, "plan", 3.5)(sheet)
        sheet.cell(FIRST + 8, column("note")).value = True

    injects = back(edit).drill.injects

    assert injects[1].at == time(15, 10)
    assert injects[2].at == datetime(2026, 11, 25, 10)  # noqa: DTZ001 (local by contract)
    assert (injects[8].no, injects[8].plan, injects[8].note) == ("12", "3.5", "true")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("難", "hard"),
        ("Hard ", "hard"),
        ("ＢＡＳＩＣ", "basic"),
        ("標準", "standard"),
        (None, "standard"),
    ],
)
def test_difficulties(back: Callable[..., Changes], typed: str | None, meant: str) -> None:
    """A difficulty may be given in either language; none is the standard one."""
    assert back(put(FIRST, "difficulty", typed)).drill.injects[0].difficulty == meant


def test_headings_in_either_language(back: Callable[..., Changes]) -> None:
    """Headings may be mixed, moved, spaced and left out."""

    def edit(sheet: Any) -> None:
        sheet.delete_rows(1, 20)
        sheet.append(["", "Inject", "番 号", "expected\naction", "DEADLINE"])
        sheet.append(["", "何か", "1", "する", "5m"])

    text = "drill: {id: a, kind: tabletop, scenario: quake}\n"
    (inject,) = back(edit, text).drill.injects

    assert (inject.no, inject.text, inject.expected, inject.deadline) == ("1", "何か", "する", 300)


def test_empty_rows(back: Callable[..., Changes]) -> None:
    """Rows that are empty, or of which only the difficulty was left, are no injects."""

    def edit(sheet: Any) -> None:
        sheet.insert_rows(FIRST + 1)
        for number in range(1, len(COLUMNS) + 1):
            if number != column("difficulty"):
                sheet.cell(FIRST + 9, number).value = None

    assert back(edit).removed == ("bench",)


# --- faults ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "value", "cell", "fault"),
    [
        ("no", "A1", "A6", "bad-id"),
        ("no", "2b", "A8", "inject-twice"),
        ("no", None, "A6", "missing"),
        ("text", None, "F6", "missing"),
        ("at", "noon", "B6", "bad-moment"),
        ("deadline", time(0, 30), "H6", "bad-span"),
        ("expected", None, "H6", "deadline-no-expected"),
        ("objective", "isolat", "I6", "unknown-objective-near"),
        ("difficulty", "超難", "J6", "not-one-of"),
        ("when", "{after: 3}", "A6", "inject-at-and-when"),
        ("when", "after 3", "L6", "not-mapping"),
        ("when", "{after: 3", "L6", "yaml-bracket"),
        ("met_by", "{started: web/instal}", "M6 met_by.started", "unknown-work-near"),
        ("options", "[{id: cut}]", "N6 options[id=cut]", "missing"),
        ("options", "[!!python/name:a b]", "N6", "yaml-tag"),
        ("events", "[{at: 0h}]", "O6 events[0]", "event-one-kind"),
        ("text", "=1+1", "F6", "msel-formula"),
        ("text", "#N/A", "F6", "msel-formula"),
        ("text", '\\"a\\u0007"', "F6", "control-character"),
    ],
)
def test_faults_name_the_cell(
    faults: Callable[..., list[tuple[str, str, str]]],
    key: str,
    value: object,
    cell: str,
    fault: str,
) -> None:
    """Every mistake is told with sheet and cell."""
    assert ("msel.xlsx", f"MSEL!{cell}", fault) in faults(put(FIRST, key, value))


def test_all_faults_at_once(faults: Callable[..., list[tuple[str, str, str]]]) -> None:
    """The mistakes of all rows are told together; what the file itself misses is in the file."""

    def edit(sheet: Any) -> None:
        put(FIRST, "no", "xyz")(sheet)
        put(FIRST + 8, "at", "soon")(sheet)

    assert faults(edit) == [
        ("drill.yaml", "objectives[id=isolate].measure.answered", "unknown-inject"),
        ("msel.xlsx", "MSEL!B14", "bad-moment"),
        ("msel.xlsx", "MSEL!L12 when.missed", "unknown-inject"),
        ("msel.xlsx", "MSEL!L13 when.chosen", "unknown-inject"),
        ("msel.xlsx", "MSEL!L9 when.after", "unknown-inject"),
    ]


def test_unknown_headings(faults: Callable[..., list[tuple[str, str, str]]]) -> None:
    """A heading that is unknown or stands twice, and a cell without one, are told."""

    def edit(sheet: Any) -> None:
        sheet.cell(5, column("plan")).value = "期待する行動"
        sheet.cell(5, column("source")).value = "出　典"
        sheet.cell(5, column("note")).value = "出典"
        sheet.cell(5, column("assumed")).value = "血液型"
        sheet.cell(FIRST, len(COLUMNS) + 2).value = "迷子"

    assert faults(edit) == [
        ("msel.xlsx", "MSEL!K5", "msel-heading-near"),
        ("msel.xlsx", "MSEL!S5", "msel-heading-twice"),
        ("msel.xlsx", "MSEL!T5", "msel-heading"),
        ("msel.xlsx", "MSEL!V6", "msel-no-heading"),
    ]


def test_sheet_of_another_drill(faults: Callable[..., list[tuple[str, str, str]]]) -> None:
    """The sheet of another drill is not taken for this one's."""

    def edit(sheet: Any) -> None:
        sheet.cell(3, 3).value = "other"

    assert faults(edit) == [("msel.xlsx", "MSEL!C3", "msel-other-drill")]


def test_no_headings(faults: Callable[..., list[tuple[str, str, str]]]) -> None:
    """A sheet without the headings is not guessed at."""
    assert faults(lambda sheet: sheet.delete_rows(5)) == [("msel.xlsx", "MSEL", "msel-no-headings")]


# --- files from elsewhere ----------------------------------------------------------------------


def refused(path: Path, limits: Limits | None = None) -> list[str]:
    with pytest.raises(InputError) as caught:
        grid_of(path, "MSEL", limits or Limits())
    for fault in caught.value.faults:
        assert all(say(WORDS, fault.key, lang, **fault.values) for lang in LANGS)
    return [fault.key for fault in caught.value.faults]


def packed(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize(
    "data", [b"", b"no,text\n1,a\n", b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0"]
)
def test_no_excel_file(tmp_path: Path, data: bytes) -> None:
    """Text, a broken or an encrypted file is refused as no Excel file."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)

    assert refused(path) == ["msel-not-xlsx"]


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is a fault."""
    assert refused(tmp_path / "no.xlsx") == ["file-missing"]


def test_any_archive_is_no_excel_file(tmp_path: Path) -> None:
    """An archive without a workbook is refused, whatever is missing of it."""
    assert refused(packed(tmp_path / "a.xlsx", {"a.txt": b"a"})) == ["msel-not-xlsx"]
    assert refused(packed(tmp_path / "b.xlsx", {"[Content_Types].xml": b"<a/>"})) == [
        "msel-not-xlsx"
    ]


def test_bomb(tmp_path: Path) -> None:
    """A small file that would unpack to a huge one is refused before anything is read of it."""
    path = packed(tmp_path / "a.xlsx", {f"xl/{n}.xml": bytes(10 * 2**20) for n in range(6)})

    assert path.stat().st_size < 2**20
    assert refused(path) == ["msel-too-large"]
    assert refused(path, Limits(members=5)) == ["msel-too-large"]
    assert refused(path, Limits(file_bytes=100)) == ["msel-too-large"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_entities(tmp_path: Path, encoding: str) -> None:
    """A file that defines entities, which could grow without end, is refused."""
    bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode(encoding)
    source = tmp_path / "a.xlsx"
    source.write_bytes(sheet_bytes(drill_in(EVERY_KEY), "a", "ja"))
    with zipfile.ZipFile(source) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}

    path = packed(tmp_path / "b.xlsx", {**members, "xl/sharedStrings.xml": bomb})
    assert refused(path) == ["msel-not-xlsx"]


def test_too_many_rows(tmp_path: Path) -> None:
    """Cells far below the last row that anyone needs are told, not left out."""
    book = Workbook()
    book.active.append(["番号", "付与内容"])
    book.active.cell(300, 1).value = "1"
    book.save(tmp_path / "a.xlsx")

    (fault,) = grid_of(tmp_path / "a.xlsx", "MSEL", Limits(rows=200)).faults

    assert (fault.key, fault.where) == ("msel-too-long", "Sheet!A300")


def test_first_sheet_if_none_is_called_so(tmp_path: Path) -> None:
    """A sheet that was renamed is read, and named as it is now."""
    book = Workbook()
    book.active.title = "案"
    book.active["B2"] = "a"
    book.save(tmp_path / "a.xlsx")

    grid = grid_of(tmp_path / "a.xlsx", "MSEL")

    assert (grid.rows, grid.cell(2, 2)) == ({2: {2: "a"}}, "案!B2")


# --- the sheet itself --------------------------------------------------------------------------


@pytest.fixture
def sheet(tmp_path: Path) -> Any:
    """Return the sheet of the drill with every key, opened as a program would."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(sheet_bytes(drill_in(EVERY_KEY), "震度6強", "ja"))
    return load_workbook(path)["MSEL"]


def test_head(sheet: Any) -> None:
    """The head says which drill it is, of what kind, when, where, and what it rehearses."""
    held = [cell.value for row in sheet.iter_rows(max_row=3) for cell in row if cell.value]

    assert held == [
        "【訓練】状況付与計画表（MSEL）",
        "訓練名",
        "全部入りの訓練",
        "実施日時: 2026-11-25 10:00",
        "実施場所: 会議室",
        "訓練ID",
        "all",
        "種別: 机上訓練",
        "被害想定: 震度6強",
    ]


def test_nothing_is_a_formula(sheet: Any) -> None:
    """Text that begins like a formula is text, and stays text when it is edited."""
    for row, text in ((9, "=1+1"), (10, "+81"), (11, "@here"), (12, "-x")):
        cell = sheet.cell(row, column("text"))
        assert (cell.value, cell.data_type, bool(cell.quotePrefix)) == (text, "s", True)
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert all(sheet.cell(FIRST, number).number_format == "@" for number in range(1, 21))


def test_lists_to_choose_from(sheet: Any) -> None:
    """Difficulty and objective are chosen from lists, in new rows too."""
    rules = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}

    assert rules == {"J6:J214": '"基本,標準,難"', "I6:I214": '"isolate,up,begun,done"'}


def test_long_lists(tmp_path: Path) -> None:
    """Objectives too many for a rule stand on a hidden sheet."""
    goals = "".join(f"- {{id: {'a' * 40}-{n}, text: a, criterion: b}}\n" for n in range(9))
    text = f"drill: {{id: a, kind: tabletop, scenario: quake}}\nobjectives:\n{goals}"
    (tmp_path / "a.xlsx").write_bytes(sheet_bytes(drill_in(text), "a", "en"))
    book = load_workbook(tmp_path / "a.xlsx")

    rules = {rule.formula1 for rule in book["MSEL"].data_validations.dataValidation}
    assert rules == {'"basic,standard,hard"', "lists!$A$1:$A$9"}
    assert (book["lists"].sheet_state, book["lists"]["A9"].value) == ("hidden", "a" * 40 + "-8")


def test_ready_to_edit_and_print(sheet: Any) -> None:
    """Headings stay in sight, explain themselves, and print on each page across A4."""
    assert sheet.freeze_panes == "B6"
    assert all(sheet.cell(5, number).comment.text for number in range(1, len(COLUMNS) + 1))
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$5:$5"
    assert sheet.print_area == "'MSEL'!$A$1:$L$14"
    assert sheet.oddHeader.left.text == "訓練"
    assert sheet.cell(FIRST, column("text")).alignment.wrap_text


def test_rare_columns_are_folded_away(tmp_path: Path) -> None:
    """A column that no inject needs is folded away, and one that is needed shows."""
    text = "drill: {id: a, kind: tabletop, scenario: quake}\ninjects: [{no: 1, text: a, note: b}]\n"
    (tmp_path / "a.xlsx").write_bytes(sheet_bytes(drill_in(text), "a", "en"))
    held = load_workbook(tmp_path / "a.xlsx")["MSEL"].column_dimensions

    assert (held["N"].hidden, held["N"].outlineLevel) == (True, 1)  # options
    assert (held["R"].hidden, held["R"].outlineLevel) == (False, 1)  # note
    assert not held["F"].hidden


def test_more_than_a_cell_holds() -> None:
    """What a cell cannot hold is refused: nothing is cut off in silence."""
    option = "{id: a%d, text: '" + "あ" * 15_000 + "'}"
    options = ", ".join(option % number for number in range(3))
    text = f"drill: {{id: a, kind: tabletop, scenario: b}}\ninjects: [{{no: 1, text: a, options: [{options}]}}]"

    with pytest.raises(UsageError) as caught:
        sheet_bytes(drill_in(text), "a", "ja")

    assert (caught.value.key, caught.value.values["name"]) == ("msel-cell-too-long", "options")
