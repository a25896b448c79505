"""The pages about the sheets give the limits that the program has."""

from __future__ import annotations

from pathlib import Path

import pytest

from bcp.exchange.book.limits import LIMITS
from bcp.words import LANGS, Lang

PAGES: dict[Lang, str] = {"en": "docs/excel.md", "ja": "docs/ja/excel.md"}


@pytest.mark.parametrize("lang", LANGS)
def test_limits_are_those_of_the_page(root: Path, lang: Lang) -> None:
    """The page gives the limits that hold."""
    page = (root / PAGES[lang]).read_text(encoding="utf-8")
    rows = f"{LIMITS.rows:,}" if lang == "en" else f"{LIMITS.rows // 10_000}万行"
    sizes = [f"{size // 2**20} MiB" for size in (LIMITS.file_bytes, LIMITS.member_bytes)]

    assert all(word in page for word in (rows, str(LIMITS.columns), str(LIMITS.sheets), *sizes))
