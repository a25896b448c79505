"""Codes of findings never change, and each can be looked up in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from bcp.audit.codes import CODES, FAULT_CODE, KINDS, page_of
from bcp.words import LANGS, Lang
from bcp.words.codes import WORDS
from bcp.words.findings import REMEDY, WHAT

GIVEN = {
    "target-impossible": 101,
    "target-impossible-one": 101,
    "target-later-below": 102,
    "disaster-rto-beyond-mtpd": 103,
    "target-below-startup": 104,
    "rank-crowded": 105,
    "no-backup": 201,
    "backup-same-place": 202,
    "backup-online-only": 203,
    "backup-too-rare": 204,
    "backup-untested": 205,
    "backup-test-old": 206,
    "backup-circular": 207,
    "crew-too-large": 301,
    "staff-too-few": 302,
    "vendor-staff": 303,
    "one-person": 304,
    "vendor-at-once": 305,
    "role-no-deputy": 306,
    "roles-of-one": 307,
    "reserve-falls-too": 401,
    "reserve-too-short": 402,
    "false-redundancy": 403,
    "same-room": 404,
    "same-carrier": 405,
    "single-point": 501,
    "pair": 502,
    "cold-start": 601,
    "repair-deadlock": 602,
    "place-without-effect": 701,
    "damaged-without-procedure": 702,
    "needs-nothing": 703,
    "unneeded": 704,
    "levels-unread": 705,
    "deadlock": 801,
    "no-procedure": 802,
    "never-enough-people": 803,
    "task-lacks": 804,
    "task-not-started": 805,
    "data-lost": 806,
    "inject-after-end": 901,
    "acceptance-expired": 911,
    "acceptance-unused": 912,
}
"""What was given out. A line may be added here, none changed: people have written them down."""


def test_codes_are_those_that_were_given() -> None:
    """Acceptances, reviews and minutes hold them."""
    assert {kind: f"BCP-{number}" for kind, number in GIVEN.items()} == dict(CODES)


def test_every_kind_is_said_in_both_languages() -> None:
    """What is wrong and what to do, for each kind and each code."""
    assert set(CODES) <= set(WHAT)
    assert set(WHAT) == set(REMEDY)
    assert set(WORDS) == {code.lower() for code in (FAULT_CODE, *KINDS)}
    assert all(
        table[key][lang] for table in (WHAT, REMEDY, WORDS) for key in table for lang in LANGS
    )


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", [FAULT_CODE, *KINDS])
def test_every_code_has_a_page(root: Path, code: str, lang: Lang) -> None:
    """The page names the code, says what it means, and is listed."""
    page = root / page_of(code, lang)
    text = page.read_text(encoding="utf-8")
    listed = (page.parent / "README.md").read_text(encoding="utf-8")

    assert text.startswith(f"# {code}")
    assert WORDS[code.lower()][lang] in text.replace("\n", " " if lang == "en" else "")
    assert f"({code}.md)" in listed


def test_no_page_is_left_of_a_code_that_is_not() -> None:
    """Nothing stands in the folders that no finding leads to."""
    root = Path(__file__).resolve().parents[3]
    pages = {
        path.stem for lang in LANGS for path in (root / page_of("x", lang)).parent.glob("BCP-*")
    }

    assert pages == {FAULT_CODE, *KINDS}
