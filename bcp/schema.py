"""JSON Schemas of the files that people write, made from the models, so that editors complete them.

``python -m bcp.schema`` writes them anew. They describe the text: durations as ``4h``, the short
forms, and keys of the user's own. What items must agree on with each other is for ``bcp check``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, TypeAdapter
from pydantic.fields import FieldInfo

from bcp.drill.file.models import Drill, Inject, Measure, Sign, When
from bcp.fields import Duration, Id, OneOrMany
from bcp.inventory.models import Group, Inventory, Pert, Target
from bcp.scenario import models, written

__all__ = ["FOLDER", "KINDS", "schema", "texts"]

Schema = dict[str, Any]
KINDS: Mapping[str, type[BaseModel]] = {
    "inventory": Inventory,
    "scenario": written.Scenario,
    "drill": Drill,
}
"""The kinds of file, and the model of what each holds at its top."""
FOLDER = Path(__file__).parent / "schemas"
"""Where the schemas are kept."""

_DRAFT = "http://json-schema.org/draft-07/schema#"  # the newest that every editor knows
_FREE: Schema = {"^x-": {"description": "A note of your own; bcp ignores it."}}
_DURATION: Schema = TypeAdapter(Duration).json_schema()
_ID: Schema = TypeAdapter(Id).json_schema()
_COUNT = "^[1-9][0-9]*$"
_PARAMETER: Schema = {"type": "string", "pattern": r"^\$[a-z][a-z0-9-]*$"}

_SHORT: Mapping[type[BaseModel], Schema] = {Group: _ID, Target: _DURATION, Pert: _DURATION}
"""What may be written in place of the whole mapping of a model."""


_HAPPENINGS = ("damage", "outage", "access", "staff")


def _one_of(*keys: str) -> Schema:
    return {"oneOf": [{"required": [key]} for key in keys]}


_MORE: Mapping[type[BaseModel], Schema] = {
    models.Select: {"minProperties": 1},
    models.Event: _one_of(*_HAPPENINGS),
    written.Select: {"minProperties": 1},
    written.Event: _one_of(*_HAPPENINGS),
    written.StaffChange: _one_of("team", "teams"),
    Sign: _one_of("up", "started", "finished"),
    Measure: _one_of("up", "started", "finished", "answered"),
    When: _one_of("after", "up", "down", "missed", "chosen"),
    Inject: {"not": {"required": ["at", "when"]}},
}
"""What a model asks of its keys together."""


def schema(kind: str) -> Schema:
    """Return the JSON Schema of the file *kind*, a key of :data:`KINDS`."""
    model = KINDS[kind]
    made = model.model_json_schema(by_alias=True)
    parts: dict[str, Schema] = made.pop("$defs")
    top = _object(made, model)
    if model is Inventory:
        del top["required"]  # an inventory is spread over files as its author likes
    inner = {held.__name__: held for held in _models_in(model)}
    named = {name: _part(part, inner[name]) for name, part in sorted(parts.items())}
    if model is written.Scenario:
        named = {name: _with_parameters(part) for name, part in named.items()}
    return {"$schema": _DRAFT, "title": f"bcp {kind}", **top, "$defs": named}


def _with_parameters(part: Schema) -> Schema:
    """Return the schema of a part of a scenario in which `$name` may stand for any single value."""
    if part["properties"].keys() >= {"id", "default"}:
        return part  # a parameter itself
    held = {key: _or_parameter(value) for key, value in part["properties"].items()}
    return part | {"properties": held}


def _or_parameter(made: Schema) -> Schema:
    rest = {key: held for key, held in made.items() if key != "description"}
    takes_any = "string" in rest.get("type", ()) and "pattern" not in rest and "enum" not in rest
    if "allOf" in rest or rest.get("type") == "object" or takes_any:
        return made
    return {"description": made["description"], "anyOf": [rest, _PARAMETER]}


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the models that *annotation* names, and those inside them."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        for field in annotation.model_fields.values():
            yield from _models_in(field.annotation)
    for part in get_args(annotation):
        yield from _models_in(part)


def _part(made: Schema, model: type[BaseModel]) -> Schema:
    """Return the schema of *model*, its short form beside it."""
    whole = _object(made, model)
    if model not in _SHORT:
        return whole
    return {"description": whole.pop("description"), "anyOf": [_told(_SHORT[model]), whole]}


def _object(made: Schema, model: type[BaseModel]) -> Schema:
    """Return what pydantic *made* of *model* as people write it."""
    properties = made["properties"]
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    own = {key: _property(properties[key], field) for key, field in fields.items()}
    whole: Schema = {key: made[key] for key in ("description", "type", "required") if key in made}
    whole |= {"properties": own, "patternProperties": _FREE, "additionalProperties": False}
    return whole | _MORE.get(model, {})


def _property(made: Schema, field: FieldInfo) -> Schema:
    """Return the schema of one key."""
    description = made["description"]
    held = _told(made)
    held.pop("description", None)
    if keys := _key_pattern(field.annotation):
        held["propertyNames"] = {"pattern": keys}
    if OneOrMany in field.metadata or _is_one_or_many(field.annotation):
        held = {"anyOf": [held["items"], held]}
    elif "$ref" in held:
        held = {"allOf": [held]}  # in this draft nothing counts beside a $ref
    return {"description": description, **held}


def _is_one_or_many(annotation: Any) -> bool:
    """Return whether the metadata stands inside an optional type."""
    return any(OneOrMany in getattr(part, "__metadata__", ()) for part in get_args(annotation))


def _key_pattern(annotation: Any) -> str | None:
    """Return what the keys of a mapping by durations or by numbers look like."""
    for part in (annotation, *get_args(annotation)):
        if get_origin(part) is Mapping:
            key = get_args(part)[0]
            if get_args(key) and get_args(key)[0] is int:
                is_duration = any(isinstance(held, BeforeValidator) for held in key.__metadata__)
                return str(_DURATION["pattern"]) if is_duration else _COUNT
    return None


def _told(made: Any) -> Any:
    """Return a value's schema without what only pydantic needs, free text taking any scalar."""
    if isinstance(made, list):
        return [_told(part) for part in made]
    if not isinstance(made, dict):
        return made
    choice = [part for part in made.get("anyOf", ()) if part != {"type": "null"}]
    if len(choice) == 1:
        rest = {key: held for key, held in made.items() if key != "anyOf"}
        return _told({**rest, **choice[0]})
    held = {key: _told(part) for key, part in made.items() if key not in ("title", "default")}
    if held.get("type") == "string" and not {"pattern", "enum"} & set(held):
        held["type"] = ["string", "number", "boolean"]
    elif held.get("pattern") == _ID["pattern"]:
        held["type"] = ["string", "integer"]
    return held


def texts() -> dict[str, str]:
    """Return the text of each schema file, by its name."""
    return {
        f"{kind}.schema.json": json.dumps(schema(kind), ensure_ascii=False, indent=2) + "\n"
        for kind in KINDS
    }


def _write() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, text in texts().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    _write()
