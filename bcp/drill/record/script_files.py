"""From a script's file to its steps, or to every fault of it at once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, create_model
from pydantic_core import PydanticCustomError

from bcp.drill.live.commands import Command
from bcp.drill.record.chain import read_lines
from bcp.drill.record.journal import RECORD
from bcp.drill.record.scripts import Step, replayed
from bcp.errors import Fault, InputError
from bcp.inventory.faults import Nearest, fault_at, faults_of
from bcp.reading import FREE, Document, Steps, Tree, read, read_file, shown, where
from bcp.units import parse_duration

__all__ = ["COMMANDS", "load_script"]


class _Wait(BaseModel):
    """Let time go by."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    do: Literal["wait"] = "wait"


def _milliseconds(value: object) -> object:
    text = value.strip() if isinstance(value, str) else ""
    try:
        if re.fullmatch(r"\d{1,9}(\.\d{1,6})?", text):
            return int(Decimal(text) * 1000)
        return parse_duration(text) * 1000
    except ValueError:
        raise PydanticCustomError("bad-exercise-time", "bad", {"value": shown(value)}) from None


class _Timed(BaseModel):
    """What a step says besides its command."""

    at: Annotated[int, BeforeValidator(_milliseconds)]
    refused: bool = False


COMMANDS: Mapping[str, type[BaseModel]] = {
    kind.model_fields["do"].default: kind for kind in (*get_args(get_args(Command)[0]), _Wait)
}
"""What each `do` of a script means."""


@cache
def _timed(kind: type[BaseModel]) -> type[BaseModel]:
    """Return what reads a whole step with a command of *kind*."""
    return create_model("Step", __base__=(kind, _Timed))


def load_script(path: Path) -> tuple[Step, ...]:
    """Return the steps of the script in *path*: YAML, JSON lines, or the record of a drill.

    Raises
    ------
    InputError
        With every fault of it.
    """
    path = path / RECORD if path.is_dir() else path
    file = str(path)
    data = read_file(path, file)
    if _is_record(data):
        lines = read_lines(data, file)
        if lines.fault is not None:
            raise InputError([lines.fault])
        return replayed(lines.entries, file)
    is_lines = data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
    document = _json_lines(data, file) if is_lines else read(data, file)
    if not isinstance(document.root, list):
        key = "script-empty" if document.root is None else "script-not-list"
        raise InputError([fault_at(document, (), key)])
    faults: list[Fault] = []
    steps = [_step(document, (number,), faults) for number in range(len(document.root))]
    faults += _out_of_order(document, steps)
    if faults:
        raise InputError(faults)
    return tuple(step for step in steps if step is not None)


def _is_record(data: bytes) -> bool:
    try:
        head = json.loads(data.split(b"\n", 1)[0])
    except (ValueError, RecursionError):
        return False
    return isinstance(head, dict) and "record" in head


def _step(document: Document, path: Steps, faults: list[Fault]) -> Step | None:
    assert isinstance(document.root, list)
    raw = document.root[int(path[0])]
    if not isinstance(raw, dict):
        faults.append(fault_at(document, path, "not-mapping"))
        return None
    kind = _kind(document, path, raw, faults)
    model = _timed(kind) if kind else _Timed
    held = {key: one for key, one in raw.items() if not key.startswith(FREE)}
    if kind is None:
        held = {key: one for key, one in held.items() if key in _Timed.model_fields}
    try:
        said = model.model_validate(held)
    except ValidationError as error:
        faults += faults_of(error, model, document, path)
        return None
    if kind is None:
        return None
    assert isinstance(said, _Timed)
    command = kind.model_validate(said.model_dump(include=set(kind.model_fields)))
    wanted: Any = None if isinstance(command, _Wait) else command
    line = document.locate(path)[1]
    return Step(said.at, wanted, said.refused, document.file, line, where(document.root, path))


def _kind(
    document: Document, path: Steps, raw: Mapping[str, Any], faults: list[Fault]
) -> type[BaseModel] | None:
    """Return the command that a step names."""
    if "do" not in raw:
        faults.append(fault_at(document, path, "missing", name="do"))
        return None
    name, known = raw["do"], list(COMMANDS)
    if isinstance(name, str) and name in COMMANDS:
        return COMMANDS[name]
    values: dict[str, object] = {"value": shown(name), "known": ", ".join(known)}
    nearest = Nearest()(name, known) if isinstance(name, str) else None
    if nearest is None:
        faults.append(fault_at(document, (*path, "do"), "not-one-of", **values))
    else:
        values["nearest"] = nearest
        faults.append(fault_at(document, (*path, "do"), "not-one-of-near", **values))
    return None


def _out_of_order(document: Document, steps: Sequence[Step | None]) -> Iterator[Fault]:
    latest = 0
    for number, step in enumerate(steps):
        if step is not None and step.at < latest:
            yield fault_at(document, (number, "at"), "script-order")
        latest = max(latest, step.at if step else 0)


def _json_lines(data: bytes, file: str) -> Document:
    """Return a file that holds a JSON object a line, as if it were a list in YAML."""
    root: list[Any] = []
    lines: dict[int, list[int]] = {id(root): []}
    faults: list[Fault] = []
    for number, row in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if not row.strip():
            continue
        try:
            root.append(_as_text(json.loads(row), number, lines))
            lines[id(root)].append(number)
        except (ValueError, RecursionError):
            faults.append(Fault(file, number, "", "script-not-json"))
    if faults:
        raise InputError(faults)
    return Document(file, root, lines)


def _as_text(value: Any, line: int, lines: dict[int, list[int]]) -> Tree:
    """Return what JSON holds with every single value as text, all of it on *line*."""
    held: Tree
    if isinstance(value, dict):
        held = {key: _as_text(one, line, lines) for key, one in value.items()}
    elif isinstance(value, list):
        held = [_as_text(one, line, lines) for one in value]
    elif value is None or isinstance(value, str):
        return value
    else:
        return json.dumps(value)
    lines[id(held)] = [line] * len(held)
    return held
