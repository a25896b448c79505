"""Findings that were accepted: a strict file, a day on which it ends, nothing kept in vain."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bcp.audit.accepted import accept, load_accepted
from bcp.errors import InputError
from bcp.words.faults import WORDS as FAULTS
from bcp.words.findings import REMEDY, WHAT
from tests.support.tiny import audited, kinds, said

TOWN = """
components: [{id: x}]
functions: [{id: f, requires: [x]}]
"""
ENTRY = "{code: BCP-501, ids: [x], reason: 予備は買えない, by: 課長, expires: 2027-03-31}"


def written(folder: Path, *entries: str) -> Path:
    path = folder / "accepted.yaml"
    path.write_text("accepted:\n" + "".join(f"  - {entry}\n" for entry in entries), "utf-8")
    return path


def test_what_is_accepted_is_marked(tmp_path: Path) -> None:
    """The finding stays, with reason, name and day."""
    judged = accept(audited(TOWN), load_accepted(written(tmp_path, ENTRY)), date(2027, 3, 31))

    assert kinds(judged.findings) == ["single-point: x"]
    assert judged.accepted[0].reason == "予備は買えない"
    assert judged.accepted[0].by == "課長"


def test_an_acceptance_ends_after_its_last_day(tmp_path: Path) -> None:
    """On the next day the finding counts again, and the file is told of."""
    accepted = load_accepted(written(tmp_path, ENTRY))
    judged = accept(audited(TOWN), accepted, date(2027, 4, 1))

    assert judged.accepted == {}
    assert kinds(judged.findings) == ["single-point: x", "acceptance-expired: accepted:1"]
    assert judged.findings[1].severity == "warning"
    assert accepted.places[0].line == 2
    assert all("BCP-501" in text for text in said(WHAT, judged.findings[1].phrase))
    assert said(REMEDY, judged.findings[1].phrase)


def test_without_a_day_nothing_expires(tmp_path: Path) -> None:
    """No clock is read in place of it."""
    assert accept(audited(TOWN), load_accepted(written(tmp_path, ENTRY)), None).accepted


@pytest.mark.parametrize(
    "entry",
    [
        ENTRY.replace("BCP-501", "BCP-403"),
        ENTRY.replace("[x]", "[y]"),
        ENTRY.replace("[x]", "[x, f]"),
    ],
    ids=["code", "id", "more"],
)
def test_what_matches_nothing_any_more_is_told(tmp_path: Path, entry: str) -> None:
    """Another code, another id or one more: the acceptance is about nothing."""
    judged = accept(audited(TOWN), load_accepted(written(tmp_path, entry)), None)

    assert judged.accepted == {}
    assert kinds(judged.findings)[1:] == ["acceptance-unused: accepted:1"]
    assert said(WHAT, judged.findings[1].phrase)


@pytest.mark.parametrize(
    ("entry", "key"),
    [
        (ENTRY.replace(", expires: 2027-03-31", ""), "missing"),
        (ENTRY.replace("予備は買えない", '""'), "empty-value"),
        (ENTRY.replace("課長", "''"), "empty-value"),
        (ENTRY.replace("2027-03-31", "2027-02-30"), "bad-date"),
        (ENTRY.replace("BCP-501", "BCP-50l"), "accepted-no-code-near"),
        (ENTRY.replace("BCP-501", "something"), "accepted-no-code"),
        (ENTRY.replace("ids:", "id:"), "unknown-key-near"),
        (ENTRY.replace("[x]", "[]"), "list-empty"),
    ],
)
def test_a_sloppy_entry_is_a_fault_with_its_line(tmp_path: Path, entry: str, key: str) -> None:
    """No reason, no name, no day, no such code: nothing is accepted on that."""
    with pytest.raises(InputError) as caught:
        load_accepted(written(tmp_path, ENTRY, entry))

    faults = caught.value.faults
    assert key in {fault.key for fault in faults}
    assert {fault.line for fault in faults} == {3}
    assert all(fault.key in FAULTS for fault in faults)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "accepted-missing"),
        ("- a", "accepted-missing"),
        ("accepted: {}", "section-not-list"),
        ("accepted: []\nacepted: []", "unknown-key-near"),
    ],
)
def test_a_file_that_is_none_is_a_fault(tmp_path: Path, text: str, key: str) -> None:
    """The top says what it is, and nothing else stands there."""
    path = tmp_path / "accepted.yaml"
    path.write_text(text, "utf-8")

    with pytest.raises(InputError) as caught:
        load_accepted(path)
    assert [fault.key for fault in caught.value.faults] == [key]


def test_an_empty_list_accepts_nothing(tmp_path: Path) -> None:
    """A file may wait for its first entry."""
    path = tmp_path / "accepted.yaml"
    path.write_text("accepted:\nnote: まだない\n", "utf-8")

    assert load_accepted(path).entries == ()
