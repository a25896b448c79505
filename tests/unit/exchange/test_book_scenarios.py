"""Sheets of scenarios read back change the row's text in its file, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bcp.errors import InputError
from bcp.exchange.book.faulting import checked
from bcp.exchange.book.inventory_files import SCENARIOS as PREFIX
from bcp.exchange.book.limits import BOOK, LIMITS
from bcp.exchange.book.merging import merge
from bcp.exchange.book.rows import rows_of
from bcp.exchange.book.scenario_rows import lifted, lowered
from bcp.exchange.book.tables import tables_of
from bcp.exchange.csv_files import csv_texts
from bcp.exchange.grid import Grid, read_grids
from bcp.words import LANGS, Lang, say
from bcp.words.faults import WORDS as FAULTS
from tests.support.books import FILES, SCENARIOS, Sheets, base, book, merged, whole

CUT, CLOSED = (f"{PREFIX}{name}" for name in SCENARIOS)
Edit = Callable[[Sheets], Any]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "town.xlsx"


@pytest.fixture
def lines(path: Path) -> Callable[..., dict[str, list[str]]]:
    """Return what tells the lines that an edit takes from and adds to each file."""

    def run(edit: Edit, **wishes: bool) -> dict[str, list[str]]:
        difference = merged(whole(), path, edit, **wishes).difference
        rows: dict[str, list[str]] = {}
        name = ""
        for line in difference.patch().splitlines():
            if line.startswith("+++"):
                name = line.removeprefix("+++ ").removeprefix("b/")
            elif line[0] in "+-" and not line.startswith("---"):
                rows.setdefault(name, []).append(line)
        return rows

    return run


@pytest.fixture
def faults(path: Path) -> Callable[[Edit], list[tuple[str, str]]]:
    """Return what tells where an edit is at fault, and why."""

    def run(edit: Edit) -> list[tuple[str, str]]:
        with pytest.raises(InputError) as caught:
            merged(whole(), path, edit)
        for fault in caught.value.faults:
            assert fault.file == str(path)
            assert all(say(FAULTS, fault.key, lang, **fault.values) for lang in LANGS)
        return [(fault.where, fault.key) for fault in caught.value.faults]

    return run


def append(sheets: Sheets, key: str, **cells: str) -> int:
    """Add a row to a sheet; return its number."""
    row = int(sheets.sheet(key).max_row) + 1
    for column, value in cells.items():
        sheets.put(key, row, "@of" if column == "of" else column.replace("__", "."), value)
    return row


def test_nothing_changes_by_itself(path: Path) -> None:
    """A workbook that nobody touched changes no byte, and leaves nothing to be told."""
    difference = merged(whole(), path).difference

    assert difference.is_empty
    assert (difference.notices, difference.kept) == ((), ())


def test_one_cell_changes_its_own_value(lines: Callable[..., Any]) -> None:
    """A changed cell changes its value, comments and the use of parameters stay."""

    def edit(sheets: Sheets) -> None:
        sheets.put("scenarios", 2, "horizon", "30日")
        sheets.put("events", 3, "share", "40%")
        sheets.put("events", 3, "select.kind", "サーバー、ネットワーク")
        sheets.put("events", 6, "for", "8h")

    assert lines(edit) == {
        "scenarios/town/cut.yaml": [
            "-  horizon: 14d",
            "+  horizon: 30d",
            "-      share: 30%",
            "-      select: {kind: [server, data], note: 選び方}",
            "+      share: 40%",
            "+      select: {kind: [server, network], note: 選び方}",
        ],
        "scenarios/town/more/closed.yaml": [
            "-  - {at: 0h, access: {select: {id: site}, for: 6h}}",
            "+  - {at: 0h, access: {select: {id: site}, for: 8h}}",
        ],
    }


def test_another_spelling_changes_nothing(lines: Callable[..., Any]) -> None:
    """What means the same changes nothing, also beside a parameter that means nothing yet."""

    def edit(sheets: Sheets) -> None:
        sheets.put("events", 2, "select.id", "商用電源")
        sheets.put("events", 4, "for", "180分")
        sheets.put("events", 4, "happens", "staff")
        sheets.put("events", 2, "optional", "いいえ")
        sheets.put("scenarios", 3, "severity", "通常時")

    assert lines(edit) == {}


def test_what_happens_changes(lines: Callable[..., Any]) -> None:
    """Another sort of event takes over what was selected."""

    def edit(sheets: Sheets) -> None:
        sheets.put("events", 6, "happens", "停止")

    assert lines(edit)["scenarios/town/more/closed.yaml"] == [
        "-  - {at: 0h, access: {select: {id: site}, for: 6h}}",
        "+  - {at: 0h, outage: {select: {id: site}, for: 6h}}",
    ]


def test_a_new_scenario_is_a_new_file(path: Path) -> None:
    """A new row makes a file of its id, with the events that are its own."""

    def edit(sheets: Sheets) -> None:
        append(sheets, "scenarios", id="storm", name="台風", starts="2026-09-01T03:00")
        append(sheets, "events", of="台風", at="0h", happens="停止", select__id="商用電源")
        append(sheets, "events", of="cut", at="1h", happens="staff", teams="own", available="2")

    difference = merged(whole(), path, edit).difference

    assert difference.files == (CUT, f"{PREFIX}storm.yaml")
    assert [held.file for held in difference.added][:2] == [
        "scenarios/town/storm.yaml",
        "scenarios/town/storm.yaml",
    ]
    assert difference.after[f"{PREFIX}storm.yaml"].decode() == (
        "# opening\nscenario:\n  id: storm\n  name: 台風\n  starts: 2026-09-01T03:00\n"
        "events:\n  - at: 0h\n    outage: {select: {id: [grid]}}\n"
    )
    assert (
        difference.after[CUT].decode()
        == SCENARIOS["cut.yaml"] + "  - at: 1h\n    staff: {teams: own, available: 2}\n"
    )


def test_a_component_that_is_new_too(path: Path) -> None:
    """An event may strike what another sheet of the same workbook adds."""

    def edit(sheets: Sheets) -> None:
        append(sheets, "components", id="line", name="回線", kind="network")
        append(sheets, "events", of="cut", at="0h", happens="outage", select__id="回線")

    assert len(merged(whole(), path, edit).difference.added) == 2


def test_missing_rows_stay(lines: Callable[..., Any], path: Path) -> None:
    """A scenario or an event without a row stays, unless it is to be taken away."""

    def edit(sheets: Sheets) -> None:
        sheets.sheet("scenarios").delete_rows(3)
        sheets.sheet("events").delete_rows(4, 3)

    assert lines(edit) == {}
    difference = merged(whole(), path, edit, delete=True).difference
    assert difference.dropped == (CLOSED,)
    assert difference.files == (CUT, CLOSED)
    assert "+++ /dev/null" in difference.patch()
    assert b"staff" not in difference.after[CUT]
    assert b"# \xe5\xa3\x8a\xe3\x82\x8c\xe3\x82\x8b" in difference.after[CUT]


def test_an_event_without_a_mark_is_known_by_what_it_says() -> None:
    """A row without a mark that says all that an event says is that event; another one is new."""
    held = whole()
    cells = [["被害想定", "発災からの時間", "起きること", "対象（ID）", "続く長さ", "出典"]]
    cells.append(["closed", "0h", "立入不可", "site", "6h", "聞き取り"])
    cells.append(["closed", "0h", "立入不可", "room", "6h", ""])
    rows = {
        number: {column: text for column, text in enumerate(row, 1) if text}
        for number, row in enumerate(cells, 1)
    }
    read = rows_of([Grid("a.csv", "出来事", rows)], is_partial=True)
    difference = merge(held, read, "ja").difference

    assert [(row.item, row.after) for row in difference.changed] == [
        ("closed/0h access site", "聞き取り")
    ]
    assert [row.item for row in difference.added] == ["closed/0h access room"]


def test_every_fault_by_its_cell(faults: Callable[[Edit], list[tuple[str, str]]]) -> None:
    """What is wrong is told by the cell, wherever in the file it would have stood."""
    places: dict[str, str] = {}

    def edit(sheets: Sheets) -> None:
        places["starts"] = sheets.put("scenarios", 2, "starts", "昨日")
        places["default"] = sheets.put("scenarios", 2, "parameters", "[{id: power, name: x}]")
        places["file"] = sheets.put("scenarios", 3, "file", "{foo: bar}")
        places["kind"] = sheets.put("events", 3, "select.kind", "車")
        places["sort"] = sheets.put("events", 4, "happens", "地震")
        places["for"] = sheets.put("events", 5, "for", "長い")
        places["none"] = sheets.put("events", 6, "happens", None)
        row = append(sheets, "events", of="nowhere", at="0h", happens="outage")
        places["of"] = f"{sheets.sheet('events').title}!A{row}"

    found = faults(edit)
    assert sorted(found) == sorted(
        [
            (places["starts"], "bad-local-time"),
            (f"{places['default']} [power]", "missing"),
            (f"{places['file']} foo", "unknown-key"),
            (f"{places['kind']} [0]", "not-one-of"),
            (places["sort"], "not-one-of"),
            ("出来事!I2", "parameter-unknown"),
            (places["for"], "bad-span"),
            (places["none"], "event-one-kind"),
            (places["of"], "book-owner-unknown"),
        ]
    )


def test_what_no_longer_fits_is_told(faults: Callable[[Edit], list[tuple[str, str]]]) -> None:
    """A key that a sort of event does not have, an unknown id and an unknown parameter are told."""
    places: dict[str, str] = {}

    def edit(sheets: Sheets) -> None:
        places["id"] = sheets.put("events", 2, "select.id", "nothing")
        places["for"] = sheets.put("events", 4, "for", "$nix")
        places["share"] = sheets.put("events", 6, "share", "30%")

    assert sorted(faults(edit)) == sorted(
        [
            (f"{places['id']} [0]", "unknown-id"),
            (places["for"], "parameter-unknown"),
            (places["share"], "unknown-key"),
        ]
    )


@pytest.mark.parametrize("name", ["../../../etc/x", "a/b", "", "Ａ", "x" * 150])
def test_no_id_leads_out_of_the_folder(path: Path, name: str) -> None:
    """Whatever a row is called, its file would stand in the folder of the scenarios."""

    def edit(sheets: Sheets) -> None:
        append(sheets, "scenarios", id=name, name="x")

    book(whole(), path)
    sheets = Sheets(path)
    edit(sheets)
    sheets.save()
    made = merge(whole(), rows_of(read_grids(path, BOOK, LIMITS)), "ja")
    new = [file for file in made.difference.files if file not in (CUT, CLOSED)]
    assert len(new) == 1
    assert "/" not in new[0].removeprefix(PREFIX)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("scenarios", "{events: abc}"),
        ("scenarios", "{id: other}"),
        ("scenarios", "{parameters: [a]}"),
        ("events", "{at: 1h, x-a: b}"),
        ("events", "{outage: {for: 1h}}"),
        ("components", "{backups: a}"),
        ("components", "{facts: {model: a}}"),
    ],
)
def test_what_is_left_over_speaks_for_no_column(
    faults: Callable[[Edit], list[tuple[str, str]]], key: str, text: str
) -> None:
    """The last column holds only what has no column and no sheet of its own."""
    places: list[str] = []

    def edit(sheets: Sheets) -> None:
        places.append(sheets.put(key, 2, "@rest", text))

    assert faults(edit) == [(places[0], "book-rest-elsewhere")]


@pytest.mark.parametrize("text", ["{select: a}", "{outage: a}", "{damage: {x-a: b}}", "{a: b}"])
def test_odd_remains_are_told(faults: Callable[[Edit], list[tuple[str, str]]], text: str) -> None:
    """What cannot stand in an event is told by a cell of its row."""
    places = [where.split(" ")[0] for where, _ in faults(lambda held: put(held, text))]

    assert [place for place in places if place.startswith("出来事!") and place.endswith("2")]
    # A parameter that is used nowhere any more is told beside it.
    assert {*places} - {"被害想定!M2"} == {place for place in places if place.startswith("出来事!")}


def put(sheets: Sheets, text: str) -> None:
    sheets.put("events", 2, "@rest", text)


def test_notes_inside_what_happens(lines: Callable[..., Any]) -> None:
    """A note of the user goes into the mapping for which it is written."""

    def edit(sheets: Sheets) -> None:
        sheets.put("events", 4, "@rest", "{staff: {x-why: 流行}}")

    assert lines(edit)["scenarios/town/cut.yaml"] == [
        "-  - {at: 8h, staff: {team: ict, available: 60%, for: 3h}}",
        "+  - {at: 8h, staff: {team: ict, available: 60%, for: 3h, x-why: 流行}}",
    ]


def test_two_scenarios_of_one_id() -> None:
    """Two scenarios of one id cannot be told apart, and both files are named."""
    twice = {**SCENARIOS, "other.yaml": "scenario: {id: cut, name: b}\n"}
    with pytest.raises(InputError) as caught:
        whole(FILES, twice)

    assert [(fault.file, fault.key) for fault in caught.value.faults] == [
        ("other.yaml", "book-scenario-twice")
    ]


def test_an_id_given_to_another(faults: Callable[[Edit], list[tuple[str, str]]]) -> None:
    """A scenario in another row of the same id is told by its cell."""

    def edit(sheets: Sheets) -> None:
        append(sheets, "scenarios", id="cut", name="b")

    assert faults(edit) == [("被害想定!A4", "book-row-twice")]


def test_only_one_part_of_the_digest_is_compared(path: Path) -> None:
    """A workbook whose sheets of scenarios were removed is not taken for an old one."""
    book(whole(), path)
    sheets = Sheets(path)
    for key in ("scenarios", "events"):
        del sheets.book[sheets.sheet(key).title]
    sheets.put("components", 2, "name", "系統電源")
    sheets.save()
    made = merge(base(), rows_of(read_grids(path, BOOK, LIMITS)), "ja")
    checked(made, (), "town")
    assert made.difference.notices == ()


@pytest.mark.parametrize("lang", LANGS)
def test_without_scenarios_there_are_no_sheets_of_them(lang: Lang) -> None:
    """Sheets of scenarios are there where scenarios were asked for, and only there."""
    with_, without = (set(csv_texts(tables_of(held, lang), "", lang)) for held in (whole(), base()))

    assert with_ - without == {"scenarios.csv", "events.csv"}


@pytest.mark.parametrize(
    "root",
    [
        {"scenario": {"id": "a"}},
        {"scenario": {"id": "a"}, "events": None},
        {"scenario": {"id": "a", "x-y": ["b"]}, "events": [], "x-z": {"b": "c"}},
        {
            "note": "a",
            "scenario": {"id": "a"},
            "parameters": None,
            "events": [{"damage": {"x-a": "b", "select": {"id": "c", "x-d": "e"}}, "at": "0h"}],
        },
    ],
)
def test_rows_are_the_file_in_another_shape(root: dict[str, Any]) -> None:
    """What is lifted into rows comes down again as it was."""
    assert lowered(lifted(root))[0] == root
