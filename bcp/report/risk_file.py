"""Reads what ``bcp risk --json`` printed: one scenario, or several."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from bcp.errors import Fault, InputError
from bcp.reading import Limits, read_file, shown
from bcp.report.risk import Chance, Risk, Spread

__all__ = ["read_risks"]

_LIMITS = Limits(file_bytes=40 * 2**20)
_MOST_FAULTS = 50

_Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$", max_length=200)]
_Share = Annotated[float, Field(ge=0, le=1)]
_Amount = Annotated[float, Field(ge=0)]
_Count = Annotated[int, Field(ge=1)]
_Step = Annotated[
    tuple[Annotated[int, Field(ge=0)], _Share, _Share],
    Field(strict=False),  # JSON has no tuples; what is in it stays strict
]


class _Model(BaseModel):
    # Keys that a later version adds are no fault; a text in the place of a number is.
    model_config = ConfigDict(strict=True, extra="ignore", allow_inf_nan=False)


class _Spread(_Model):
    mean: _Amount
    p50: _Amount
    p90: _Amount
    p99: _Amount
    p10: _Amount | None = None

    def held(self) -> Spread:
        return Spread(self.mean, self.p50, self.p90, self.p99, self.p10)


class _Chance(_Model):
    p_down: _Share
    p_rto_met: _Share
    p_mtpd_met: _Share | None = None
    downtime_s: _Spread

    def held(self) -> Chance:
        return Chance(self.p_down, self.p_rto_met, self.p_mtpd_met, self.downtime_s.held())


class _Risk(_Model):
    scenario: _Id
    runs: _Count
    seed: int
    loss: _Spread
    functions: dict[_Id, _Chance]
    band: list[_Step] = Field(default_factory=list)

    def held(self) -> Risk:
        functions = {id_: chance.held() for id_, chance in self.functions.items()}
        return Risk(
            self.scenario, self.runs, self.seed, self.loss.held(), functions, tuple(self.band)
        )


def read_risks(path: Path) -> dict[str, Risk]:
    """Return what the file at *path* says, by scenario, in its order.

    The file holds one object with a ``scenario``, a list of such objects, or an object whose
    ``scenarios`` are such a list or a mapping by id (model.md section 6). Unknown keys are passed
    over.

    Raises
    ------
    InputError
        If it cannot be read, is too large, is no JSON, or holds something else: every fault with
        the way to it.
    """
    file = str(path)
    tree = _tree(read_file(path, file, _LIMITS), file)
    faults: list[Fault] = []
    found: dict[str, Risk] = {}
    for steps, value in _scenarios(tree, file):
        try:
            risk = _Risk.model_validate(value).held()
        except ValidationError as error:
            faults += _faults(error, file, steps)
            continue
        faults += _order(risk, file, steps)
        if risk.scenario in found:
            where = _way((*steps, "scenario"))
            faults.append(Fault(file, 0, where, "risk-twice", {"id": risk.scenario}))
        found[risk.scenario] = risk
    if faults:
        raise InputError(faults[:_MOST_FAULTS])
    return found


def _tree(data: bytes, file: str) -> Any:
    try:
        return json.loads(data, parse_constant=_no_constant, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise InputError([Fault(file, error.lineno, "", "risk-not-json")]) from None
    except _TwiceError as error:
        raise InputError([Fault(file, 0, "", "risk-key-twice", {"name": error.key})]) from None
    except (ValueError, RecursionError):
        raise InputError([Fault(file, 0, "", "risk-not-json")]) from None


class _TwiceError(Exception):
    def __init__(self, key: str) -> None:
        self.key = shown(key)
        super().__init__(key)


def _no_constant(name: str) -> Any:
    raise ValueError(name)


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    held: dict[str, Any] = {}
    for key, value in pairs:
        if key in held:
            raise _TwiceError(key)
        held[key] = value
    return held


Steps = tuple[str | int, ...]


def _scenarios(tree: Any, file: str) -> list[tuple[Steps, Any]]:
    """Return what is said of each scenario, and the way to it."""
    steps: Steps = ()
    if isinstance(tree, dict) and "scenarios" in tree:
        steps, tree = ("scenarios",), tree["scenarios"]
    elif isinstance(tree, dict):
        return [((), tree)]
    if isinstance(tree, dict):
        return [((*steps, key), _named(key, value)) for key, value in tree.items()]
    if isinstance(tree, list) and tree:
        return [((*steps, place), value) for place, value in enumerate(tree)]
    raise InputError([Fault(file, 0, _way(steps), "risk-not-risk")])


def _named(key: str, value: Any) -> Any:
    return {"scenario": key, **value} if isinstance(value, Mapping) else value


def _way(steps: Steps) -> str:
    """Return the way to a value as JSON tools write it."""
    text = ""
    for step in steps:
        text += f"[{step}]" if isinstance(step, int) else f".{shown(step)}"
    return text.removeprefix(".")


def _faults(error: ValidationError, file: str, steps: Steps) -> list[Fault]:
    found: dict[tuple[str, str], Fault] = {}
    for details in error.errors(include_url=False):
        loc = tuple(step for step in details["loc"] if step != "[key]")
        key, values = _told(details)
        if key == "missing":
            values["name"] = str(loc[-1])
            loc = loc[:-1]
        where = _way((*steps, *loc))
        found[where, key] = Fault(file, 0, where, key, values)
    return [*found.values()]


_TOLD = {
    "missing": "missing",
    "greater_than_equal": "too-small",
    "less_than_equal": "too-large",
    "string_pattern_mismatch": "bad-id",
    "string_type": "value-not-text",
    "dict_type": "not-mapping",
    "model_type": "not-mapping",
    "list_type": "not-list",
    "tuple_type": "not-list",
}


def _told(details: Any) -> tuple[str, dict[str, Any]]:
    """Return the text that says what pydantic found, and its values."""
    kind: str = details["type"]
    key = _TOLD.get(kind, "risk-number" if kind.startswith(("int", "float", "finite")) else "")
    held = details["input"]
    return key or "bad-value", {"value": shown(held), **details.get("ctx", {})}


def _order(risk: Risk, file: str, steps: Steps) -> list[Fault]:
    """Return a fault for every spread whose quantiles fall, and a band out of order."""
    spreads: list[tuple[Steps, Spread]] = [(("loss",), risk.loss)]
    spreads += [
        (("functions", id_, "downtime_s"), chance.downtime)
        for id_, chance in risk.functions.items()
    ]
    found = [
        Fault(file, 0, _way((*steps, *way)), "risk-order")
        for way, spread in spreads
        if not (spread.p10 or 0) <= spread.p50 <= spread.p90 <= spread.p99
    ]
    moments = [moment for moment, _, _ in risk.band]
    falls = any(low > high for _, low, high in risk.band)
    if moments != sorted(set(moments)) or falls:
        found.append(Fault(file, 0, _way((*steps, "band")), "risk-band"))
    return found
