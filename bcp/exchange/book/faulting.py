"""Faults of the files that sheets would make, told by the cells that caused them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bcp.errors import Fault, InputError
from bcp.exchange.book.columns import Column
from bcp.exchange.book.inventory_files import SCENARIOS
from bcp.exchange.book.merging import Merged
from bcp.exchange.book.notation import choice
from bcp.exchange.book.rows import Row
from bcp.exchange.book.scenario_rows import way_in_row
from bcp.exchange.book.sheets import REST, heading
from bcp.inventory.load import LoadedInventory, load_inventory
from bcp.scenario.load import load_scenario
from bcp.words import LANGS

__all__ = ["checked"]

_STEP = re.compile(r"\[(?:(id|no)=)?([^\]]*)\]|\.?([^.\[\]]+)")


def checked(merged: Merged, faults: Sequence[Fault], folder: str) -> LoadedInventory:
    """Return the inventory that the files of *merged* make.

    Parameters
    ----------
    merged
        The files.
    faults
        What is wrong with the sheets themselves.
    folder
        The inventory that they are for, as the user would name it.

    Raises
    ------
    InputError
        With every fault of the cells and of what they would make.
    """
    with TemporaryDirectory(prefix="bcp-") as made, TemporaryDirectory(prefix="bcp-") as beside:
        places = _written(merged, Path(made), Path(beside))
        told = _Teller(merged, places, made, folder)
        try:
            loaded = load_inventory(Path(made))
            wrong = [*_wrong_scenarios(merged, places, loaded)]
        except InputError as error:
            wrong = [*error.faults]
        cells = [*faults, *merged.faults]
        if cells or wrong:
            raise InputError(_without_echoes(cells, [told(fault) for fault in wrong]))
    return loaded


def _written(merged: Merged, made: Path, beside: Path) -> dict[str, Path]:
    """Write the files of *merged*, scenarios beside the inventory; return where each is.

    A scenario is written under a number: its own name may lead anywhere.
    """
    places = {}
    for number, (name, data) in enumerate(merged.difference.after.items()):
        is_scenario = name.startswith(SCENARIOS)
        path = beside / f"{number}.yaml" if is_scenario else made / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        places[name] = path
    return places


def _wrong_scenarios(
    merged: Merged, places: Mapping[str, Path], loaded: LoadedInventory
) -> Iterator[Fault]:
    """Yield the faults of all scenarios, and of those that have the id of another."""
    seen: dict[str, str] = {}
    for name, root in zip(merged.names, merged.roots, strict=True):
        if not name.startswith(SCENARIOS):
            continue
        file = str(places[name])
        try:
            id_ = load_scenario(places[name], loaded).scenario.scenario.id
        except InputError as error:
            yield from error.faults
            id_ = str(root["scenario"].get("id"))
        if id_ in seen:
            values = {"id": id_, "first": seen[id_]}
            yield Fault(file, 0, "scenario.id", "book-scenario-twice", values)
        seen.setdefault(id_, merged.difference.title(name))


def _without_echoes(cells: Sequence[Fault], told: Sequence[Fault]) -> list[Fault]:
    """Return all faults but those of cells that are known to be at fault anyway."""
    places = {fault.where for fault in cells}
    return [*cells, *(fault for fault in told if fault.where.split(" ")[0] not in places)]


class _Teller:
    """Tells the faults of the files by the cells in which they stand."""

    def __init__(self, merged: Merged, places: Mapping[str, Path], made: str, folder: str) -> None:
        self.merged, self.made, self.folder = merged, made, folder
        self.names = {str(path): name for name, path in places.items()}

    def __call__(self, fault: Fault) -> Fault:
        """Return *fault* with the cell in which it stands; with its file if it stands in none."""
        name = self.names.get(fault.file, "")
        values = {key: self._named(held, fault.file) for key, held in fault.values.items()}
        if name in self.merged.names:
            root = self.merged.roots[self.merged.names.index(name)]
            row, rest = _row_at(root, fault.where, self.merged.origins)
            if row is not None:
                key = str(values["name"]) if fault.key == "missing" else ""
                cell, inner = _cell(row, rest, key)
                where = f"{cell} {inner}" if inner else cell
                said = values | dict(_in_words(row, fault.key, values, cell))
                return Fault(row.grid.file, 0, where, fault.key, said)
        return replace(fault, file=self._named(fault.file, fault.file), values=values)

    def _named(self, held: Any, file: str) -> Any:
        """Return a value in which files are called as people call them."""
        if type(held) is not str:
            return held
        name = self.names.get(file, "")
        if name.startswith(SCENARIOS):
            return held.replace(file, self.merged.difference.title(name))
        return held.replace(self.made, self.folder)


def _in_words(
    row: Row, key: str, values: Mapping[str, object], cell: str
) -> Iterator[tuple[str, object]]:
    """Yield what the values of a fault are called on the sheet, beside what YAML calls them."""
    column = next(
        (held for name, held in row.sheet.by_key.items() if row.place(name) == cell), None
    )
    if key == "missing" and column is not None and column.path[0] == values["name"]:
        held: Column | None = column
    else:
        held = row.sheet.by_key.get(str(values.get("name")))
    if key == "missing" and held is not None:
        titles = [heading(row.sheet, held, lang) for lang in LANGS]
        yield "name", " / ".join(dict.fromkeys(titles))
    elif key.startswith("not-one-of") and column is not None and column.choices:
        names = [(choice(column, word, "ja"), word) for word in column.choices]
        yield (
            "known",
            ", ".join(word if name == word else f"{name} ({word})" for name, word in names),
        )


def _row_at(
    root: Mapping[str, Any], where: str, origins: Mapping[int, Row]
) -> tuple[Row | None, list[str]]:
    """Return the row of the innermost item on the way *where*, and the rest of the way."""
    held: Any = root
    row, rest = origins.get(id(root)), [""]
    for key, text, name in _STEP.findall(where):
        held = _next(held, key, name or text)
        if id(held) in origins:
            row, rest = origins[id(held)], []
        else:
            rest.append(name or f"[{text}]")
    if row is not None and row.sheet.is_scenario:
        rest = way_in_row(rest, is_event=row.sheet.is_inner)
    return row, rest


def _next(held: Any, key: str, text: str) -> Any:
    """Return what stands one step further on; None if nothing does."""
    if isinstance(held, Mapping):
        return held.get(text)
    if not isinstance(held, list):
        return None
    if key:
        found = (item for item in held if isinstance(item, Mapping) and item.get(key) == text)
        return next(found, None)
    return held[int(text)] if text.isdecimal() and int(text) < len(held) else None


def _cell(row: Row, rest: Sequence[str], missing: str) -> tuple[str, str]:
    """Return the cell of the column to which *rest* leads, and what is left of the way."""
    way = [*rest, *([missing] if missing else [])]
    names = [step for step in way if not step.startswith("[")]
    for column in _likely(row, names):
        shared = len(column)
        inner = "".join(_joined(rest[shared:])) if len(rest) > shared else ""
        return row.place(".".join(column)), inner
    is_left_over = bool(names) and row.text(REST)
    first = REST if is_left_over else "id" if "id" in row.cells else "name"
    return row.place(first), ".".join(names)


def _likely(row: Row, names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the columns of the row that the keys *names* may stand in, the likeliest first."""
    paths = [column.path for column in row.sheet.columns if column.key in row.cells]
    for length in range(len(names), 0, -1):
        yield from (path for path in paths if path == tuple(names[:length]))
    yield from (path for path in paths if names and path[0] == names[0])


def _joined(steps: Sequence[str]) -> Iterator[str]:
    for number, step in enumerate(steps):
        yield step if step.startswith("[") or number == 0 else f".{step}"
