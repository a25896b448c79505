"""What came out of a simulation as tables: functions, tasks, and when things were down."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from io import StringIO

from bcp.exchange.foreign.naming import clean_name
from bcp.recovery.result import Interval, Result
from bcp.units import HOUR
from bcp.words import Lang, say
from bcp.words.foreign import WORDS

__all__ = ["ResultTable", "csv_bytes", "json_bytes", "result_tables"]

_Value = str | int | float | bool | None
_DANGEROUS = re.compile(r"'*[=+\-@\t\r]")
"""What a spreadsheet program takes for a formula, and what would be taken for its shield."""


@dataclass(frozen=True, slots=True)
class ResultTable:
    """One table."""

    name: str
    """``functions``, ``tasks`` or ``outages``."""
    columns: tuple[str, ...]
    rows: tuple[tuple[_Value, ...], ...]


def result_tables(result: Result, names: Mapping[str, str]) -> tuple[ResultTable, ...]:
    """Return the tables of a result; what lies beyond the horizon is empty.

    Parameters
    ----------
    result
        What came out.
    names
        What each id is called, in the language of the output.
    """
    return (
        ResultTable("functions", _FUNCTIONS, tuple(_functions(result, names))),
        ResultTable("tasks", _TASKS, tuple(_tasks(result, names))),
        ResultTable("outages", _OUTAGES, tuple(_outages(result, names))),
    )


_FUNCTIONS = (
    *("id", "name", "restored_s", "restored_h", "downtime_s", "downtime_h", "rto_s", "rto_met"),
    *("mtpd_s", "mtpd_met", "rpo_s", "data_loss_s", "rpo_met", "loss", "causes"),
)
_TASKS = (
    *("component", "name", "procedure", "task", "crew"),
    *("start_s", "start_h", "finish_s", "finish_h"),
)
_OUTAGES = ("sort", "id", "name", "from_s", "from_h", "to_s", "to_h", "damaged", "causes")


def _hours(seconds: int | None) -> float | None:
    return None if seconds is None else float(round(Fraction(seconds, HOUR), 4))


def _functions(result: Result, names: Mapping[str, str]) -> Iterator[tuple[_Value, ...]]:
    for id_, held in result.functions.items():
        yield (
            *(id_, clean_name(names[id_]), held.restored, _hours(held.restored)),
            *(held.downtime, _hours(held.downtime), held.rto, held.rto_met),
            *(held.mtpd, held.mtpd_met, held.rpo, held.data_loss, held.rpo_met),
            *(float(round(held.loss, 6)), " ".join(held.causes)),
        )


def _tasks(result: Result, names: Mapping[str, str]) -> Iterator[tuple[_Value, ...]]:
    for done in result.tasks:
        work = done.work
        crew = result.crews.get((work.procedure, work.task), {})
        yield (
            *(work.component, clean_name(names[work.component]), work.procedure, work.task),
            " ".join(f"{team}:{number}" for team, number in crew.items()),
            *(done.start, _hours(done.start), done.finish, _hours(done.finish)),
        )


def _outages(result: Result, names: Mapping[str, str]) -> Iterator[tuple[_Value, ...]]:
    for id_, component in result.components.items():
        head = ("component", id_, clean_name(names[id_]))
        tail = (component.damaged, " ".join(component.causes))
        yield from ((*head, *times, *tail) for times in _times(component.down))
    for id_, function in result.functions.items():
        head = ("function", id_, clean_name(names[id_]))
        causes = " ".join(function.causes)
        yield from ((*head, *times, None, causes) for times in _times(function.down))


def _times(down: Sequence[Interval]) -> Iterator[tuple[_Value, ...]]:
    for begin, end in down:
        yield begin, _hours(begin), end, _hours(end)


def csv_bytes(table: ResultTable, lang: Lang) -> bytes:
    """Return a table as CSV that Excel reads: UTF-8 with a mark, no cell a formula."""
    made = StringIO(newline="")
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(
        [say(WORDS, f"column-{column.replace('_', '-')}", lang) for column in table.columns]
    )
    for row in table.rows:
        cells = [_cell(value, lang) for value in row]
        if table.columns[0] == "sort":
            cells[0] = say(WORDS, f"sort-{row[0]}", lang)
        writer.writerow(cells)
    return made.getvalue().encode("utf-8-sig")


def _cell(value: _Value, lang: Lang) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return say(WORDS, "yes" if value else "no", lang)
    text = str(value)
    return f"'{text}" if isinstance(value, str) and _DANGEROUS.match(text) else text


def json_bytes(table: ResultTable, result: Result) -> bytes:
    """Return a table as JSON: a row is an object."""
    document = {
        "scenario": result.scenario,
        "inventory": result.inventory,
        "strategy": result.strategy,
        "horizon_s": result.horizon,
        table.name: [dict(zip(table.columns, row, strict=True)) for row in table.rows],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
