"""The sheets of an inventory: one a section, and one for what stands inside items and is long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from pydantic import BaseModel

from bcp.exchange.book.columns import Column, columns_of
from bcp.exchange.book.notation import simple
from bcp.exchange.book.scenario_rows import (
    HAPPENINGS,
    LIFTED,
    LIKE_EVENT,
    LIKE_SCENARIO,
    EventRow,
    ScenarioRow,
    event_columns,
    scenario_columns,
)
from bcp.inventory.models import Backup, Inventory, Target, Task
from bcp.inventory.sections import LISTS, SINGLES, SORTS
from bcp.words import LANGS, Lang, say
from bcp.words.book import WORDS

__all__ = [
    "MARK",
    "OF",
    "REST",
    "Sheet",
    "heading",
    "placed_keys",
    "readme_title",
    "rest_of",
    "sheets",
    "value_at",
]

OF, MARK, REST = "@of", "@mark", "@rest"
"""Columns that are no keys: whose part a row is, by what a row is known again, and what is left."""
_ALSO: Mapping[str, tuple[str, ...]] = {
    "id": ("識別子", "番号ID"),
    "name": ("名称", "名前", "業務名", "システム名", "氏名", "班名", "事業者名", "手順名"),
    "department": ("主管部門", "主管課", "担当課", "所管課", "所管", "部署"),
    "facts.department": ("主管部門", "主管課", "担当課", "所管課", "所管"),
    "rto.normal": ("RTO", "業務開始目標時間", "目標復旧時間", "目標復旧時間(RTO)"),
    "mtpd.normal": ("MTPD", "最大許容停止時間", "最大許容停止時間(MTPD)"),
    "rpo": ("RPO", "目標復旧時点", "目標復旧時点(RPO)"),
    "phone": ("電話番号", "TEL"),
    "mobile": ("携帯", "携帯番号"),
    "mail": ("メール", "E-mail", "email"),
    "facts.model": ("機種名",),
    "facts.vendor": ("保守事業者",),
    "note": ("メモ", "remarks"),
}
"""What tables made elsewhere call a column."""


@dataclass(frozen=True)
class Sheet:
    """A sheet: a row an item; of what stands once in all files, a row a key."""

    key: str
    """The section, or the key inside its items."""
    model: type[BaseModel]
    columns: tuple[Column, ...]
    section: str
    """The section whose items these are, or are part of."""
    known_by: tuple[str, ...] = ()
    """Keys by which a row is known again that has neither id nor mark."""
    like: Mapping[str, Any] | None = None
    """The least that an item can say, where items may hold what only fits later (``$name``)."""

    @property
    def is_scenario(self) -> bool:
        """Whether it is about scenarios, whose files are not those of the inventory."""
        return self.section == "scenarios"

    @property
    def is_tall(self) -> bool:
        """Whether it has a row a key."""
        return self.key in SINGLES

    @property
    def is_inner(self) -> bool:
        """Whether its rows are parts of other items."""
        return self.key != self.section

    @property
    def has_id(self) -> bool:
        """Whether its rows have ids."""
        return "id" in self.model.model_fields

    @cached_property
    def by_key(self) -> Mapping[str, Column]:
        """The columns by their key."""
        return {column.key: column for column in self.columns}

    @cached_property
    def headings(self) -> Mapping[str, Column]:
        """The column of every heading, in any language and as tables from elsewhere call it."""
        held = {
            simple(name): self.by_key[key]
            for key, also in _ALSO.items()
            for name in also
            if key in self.by_key
        }
        held |= {simple(heading(self, one, lang)): one for one in self.columns for lang in LANGS}
        return held | {simple(column.key): column for column in self.columns}

    def title(self, lang: Lang) -> str:
        """Return the name of the sheet."""
        return say(WORDS, f"sheet-{self.key}", lang)

    @property
    def titles(self) -> frozenset[str]:
        """Every name that the sheet may have, as names are compared."""
        return frozenset({simple(self.key), *(simple(self.title(lang)) for lang in LANGS)})


def heading(sheet: Sheet, column: Column, lang: Lang) -> str:
    """Return the heading of a column; its key, where a key is so new that it has none yet."""
    for word in (f"{sheet.key}-{column.word}", f"col-{column.word}"):
        if word in WORDS:
            return say(WORDS, word, lang)
    return column.key


def both_titles(sheet: Sheet) -> str:
    """Return the name of a sheet for those who may have it in either language."""
    return " / ".join(sheet.title(lang) for lang in LANGS)


def owners(sheet: Sheet) -> str:
    """Return the name of the sheet of whose items the rows of *sheet* are part."""
    return both_titles(next(held for held in sheets() if held.key == sheet.section))


def readme_title(lang: Lang) -> str:
    """Return the name of the sheet that explains the others."""
    return say(WORDS, "sheet-readme", lang)


@cache
def sheets() -> tuple[Sheet, ...]:
    """Return all sheets, in the order of the workbook."""
    made = {key: _sheet(key, model) for key, model in {**SINGLES, **LISTS}.items()}
    made["tasks"] = _inner("tasks", Task, "procedures", "procedures")
    made["backups"] = _inner("backups", Backup, "components", "components")
    made |= {sheet.key: sheet for sheet in _of_scenarios()}
    return tuple(made[key] for key in _ORDER if key in made) + tuple(
        sheet for key, sheet in made.items() if key not in _ORDER
    )


_ORDER = (
    "organisation",
    "components",
    "backups",
    "functions",
    "teams",
    "procedures",
    "tasks",
    "people",
    "roles",
    "contracts",
    "measures",
    "actions",
    "plan",
    "measurements",
    "scenarios",
    "events",
)
_INNER = {"procedures": ("tasks",), "components": ("backups",), "scenarios": ("events",)}
"""Keys of items that have a sheet of their own."""
_KNOWN_BY = {"actions": ("what",), "measurements": ("record", "procedure", "task")}


def _sheet(key: str, model: type[BaseModel]) -> Sheet:
    columns = columns_of(model, _INNER.get(key, ()))
    rest = Column((REST,), "yaml", Inventory, width=20)
    mark = () if key in SORTS or key in SINGLES else (_mark(),)
    return Sheet(key, model, (*columns, rest, *mark), key, _KNOWN_BY.get(key, ()))


def _inner(key: str, model: type[BaseModel], section: str, refers: str) -> Sheet:
    of = Column((OF,), "text", Inventory, refers=refers, width=20)
    mark = () if "id" in model.model_fields else (_mark(),)
    rest = Column((REST,), "yaml", Inventory, width=20)
    known_by = () if "id" in model.model_fields else ("at",)
    return Sheet(key, model, (of, *columns_of(model), rest, *mark), section, known_by)


def _of_scenarios() -> tuple[Sheet, Sheet]:
    rest = Column((REST,), "yaml", Inventory, width=20)
    of = Column((OF,), "text", Inventory, refers="scenarios", width=20)
    own, events = scenario_columns(), event_columns()
    known_by = tuple(held.key for held in events if held.path[0] not in _UNSAID)
    return (
        Sheet("scenarios", ScenarioRow, (*own, rest), "scenarios", like=LIKE_SCENARIO),
        Sheet("events", EventRow, (of, *events, rest, _mark()), "scenarios", known_by, LIKE_EVENT),
    )


_UNSAID = frozenset({"optional", "note", "source", "assumed"})
"""Keys of an event by which it is not known: everything else that it says has to agree."""


def _mark() -> Column:
    return Column((MARK,), "text", Inventory, width=10)


# --- values of an item ---------------------------------------------------------------------------


def value_at(raw: Mapping[str, Any], column: Column) -> Any:
    """Return the value of a column in an item as its file holds it; ``None`` if it is not there."""
    held: Any = raw
    for depth, step in enumerate(column.path):
        if depth and not isinstance(held, Mapping):
            # A duration alone is short for one that is the same in a disaster.
            return held if step == "normal" and column.model is Target else None
        held = held.get(step)
    return held


def placed_keys(sheet: Sheet, rest: Mapping[str, Any]) -> Iterator[str]:
    """Yield the keys in *rest* that have a column or a sheet of their own."""
    for key, held in rest.items():
        if key in sheet.by_key or key in _INNER.get(sheet.key, ()):
            yield key
        for name in held if isinstance(held, Mapping) else ():
            is_inner = sheet.model is EventRow and key in HAPPENINGS and name in LIFTED
            if is_inner or f"{key}.{name}" in sheet.by_key:
                yield f"{key}.{name}"


def rest_of(raw: Mapping[str, Any], sheet: Sheet) -> dict[str, Any]:
    """Return what of an item no column holds: notes of the user's own, and what is rare."""
    covered = {column.path for column in sheet.columns}
    rest: dict[str, Any] = {}
    for key, held in raw.items():
        if (key,) in covered or key in _INNER.get(sheet.key, ()):
            continue
        inner = {path[1] for path in covered if path[0] == key}
        if not inner:
            rest[key] = held
        elif isinstance(held, Mapping):
            left = {name: value for name, value in held.items() if name not in inner}
            rest |= {key: left} if left or not held else {}
    return rest
