"""The ministry's form 1 (様式1, information systems) filled in by hand, recognised by its headings.

Its rows are components of the kind ``service``. Where people added columns for a function and its
targets, they are rows of functions too. The columns of the ministry's form, source: guidelines for
the ICT-BCP of local governments (2008), collection of forms.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bcp.exchange.book.notation import simple
from bcp.exchange.grid import Grid

__all__ = ["Heading", "heading_of"]

_TOP = 30
_FEWEST = 3
"""Columns by which the form is recognised."""
_SYSTEM = ("システム名称", "システム名", "情報システム名", "System")
_COMPONENTS: Mapping[str, tuple[str, ...]] = {
    "name": _SYSTEM,
    "facts.summary": (
        "システムの概要（関連する業務）",
        "システムの概要",
        "Outline (work it supports)",
    ),
    "facts.department": ("主管部門", "所管課", "主管課", "担当課", "In charge"),
    "facts.fixed": ("耐震固定の有無", "耐震固定", "Fastened"),
    "facts.model": ("機種名", "機種", "Model"),
    "within": ("設置場所", "Where it stands"),
    "facts.vendor": ("保守事業者", "Maintained by"),
    "facts.reinstall": ("再インストールの容易さ", "再インストールの容易性", "Ease of reinstalling"),
}
_PLACES = (
    "庁舎の弱さ",
    "場所の弱さ（洪水可能性）",
    "場所の弱さ",
    "Weakness of the building",
    "Weakness of the place (flooding)",
)
"""Columns that are facts of a building and stand in its own row, once for all its systems."""
_FUNCTIONS: Mapping[str, tuple[str, ...]] = {
    "name": ("業務名", "業務", "関連業務", "関連する業務", "Function"),
    "rank": ("優先ランク", "ランク", "重要度", "Rank"),
    "rto.normal": ("目標復旧時間（RTO）", "目標復旧時間", "RTO", "業務開始目標時間"),
    "mtpd.normal": ("最大許容停止時間（MTPD）", "最大許容停止時間", "MTPD"),
    "rpo": ("目標復旧時点（RPO）", "目標復旧時点", "RPO"),
}
_OWN = frozenset({"facts.summary", "facts.fixed", "facts.model"})
"""Columns that no other table of systems has."""
_SKIPPED = frozenset({"no", "no.", "番号", "項番"})


@dataclass(frozen=True)
class Heading:
    """Where the headings of the form stand, and what they are."""

    row: int
    columns: Mapping[str, Mapping[str, int]]
    """By section: the column of each key."""
    unknown: tuple[str, ...]
    """Headings that are none of the form's."""
    places: tuple[str, ...]
    """Headings of what is asked of buildings."""


def heading_of(grid: Grid) -> Heading | None:
    """Return the headings of form 1 on a sheet; None if it is another table."""
    systems = {simple(name) for name in _SYSTEM}
    for row in sorted(held for held in grid.rows if held <= _TOP):
        texts = {simple(text): number for number, text in grid.rows[row].items()}
        if systems & set(texts):
            components = _found(texts, _COMPONENTS)
            if len(components) >= _FEWEST and _OWN & set(components):
                return _heading(row, grid, texts, components)
    return None


def _heading(
    row: int, grid: Grid, texts: Mapping[str, int], components: Mapping[str, int]
) -> Heading:
    functions = _found(texts, _FUNCTIONS)
    if "rto.normal" not in functions:
        functions = {}
    elif "name" not in functions and "facts.summary" in components:
        functions["name"] = components["facts.summary"]
    if functions and "facts.department" in components:
        functions["department"] = components["facts.department"]
    if functions:
        functions["requires"] = components["name"]
    columns = {"components": components, "functions": functions if "name" in functions else {}}
    known = {number for held in columns.values() for number in held.values()}
    left = [
        text
        for number, text in grid.rows[row].items()
        if number not in known and simple(text) not in _SKIPPED
    ]
    of_places = {simple(name) for name in _PLACES}
    places = [text for text in left if simple(text) in of_places]
    unknown = [text for text in left if simple(text) not in of_places]
    return Heading(row, columns, tuple(unknown), tuple(places))


def _found(texts: Mapping[str, int], wanted: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    return {
        key: texts[simple(name)]
        for key, names in wanted.items()
        for name in reversed(names)
        if simple(name) in texts
    }
