"""What the models reject, as faults in the user's words, with the place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from bcp.errors import Fault
from bcp.fields import Item
from bcp.reading import Document, Steps, shown, where

__all__ = ["Nearest", "distinct", "fault_at", "faults_of", "unknown_key", "wrong"]

_LONGEST = 60
"""How much of a wrong word is looked at."""
_LIKELY = 20
"""How many words are compared letter by letter."""

_PLAIN = {
    "string_pattern_mismatch": "bad-id",
    "string_too_long": "too-long",
    "string_type": "value-not-text",
    "literal_error": "not-one-of",
    "int_parsing": "bad-number",
    "int_parsing_size": "bad-number",
    "int_type": "bad-number",
    "int_from_float": "bad-number",
    "float_parsing": "bad-number",
    "float_type": "bad-number",
    "finite_number": "bad-number",
    "bool_parsing": "bad-bool",
    "bool_type": "bad-bool",
    "greater_than_equal": "too-small",
    "less_than_equal": "too-large",
    "too_short": "list-empty",
    "tuple_type": "not-list",
    "list_type": "not-list",
    "dict_type": "not-mapping",
    "mapping_type": "not-mapping",
    "model_type": "not-mapping",
    "model_attributes_type": "not-mapping",
}
"""pydantic's own error types, and which of our texts says it; our own types have a hyphen."""

SYNONYMS: Mapping[str, str] = {
    "depends_on": "requires",
    "dependencies": "requires",
    "needs": "requires",
    "require": "requires",
    "location": "within",
    "parent": "within",
    "site": "within",
    "type": "kind",
    "mtd": "mtpd",
    "title": "name",
    "people": "size",
    "count": "size",
    "minimum": "at_least",
    "min": "at_least",
    "depends": "after",
    "boot": "startup",
    "tag": "tags",
    "start": "starts",
    "organization": "organisation",
    "tel": "phone",
    "telephone": "phone",
    "email": "mail",
    "deputy": "deputies",
    "leader": "lead",
    "price": "cost",
    "deadline": "due",
    "color": "colour",
}
"""Words that people write for a key of ours and that look nothing like it."""


class Nearest:
    """Finds the right word nearest to a wrong one, within a bounded effort."""

    def __init__(self, budget: int = 500_000) -> None:
        self.budget = budget
        self.found: dict[tuple[str, int], str | None] = {}

    def __call__(self, word: str, known: Sequence[str]) -> str | None:
        """Return the nearest of *known*, or ``None`` if nothing is near."""
        key = (word, id(known))
        if key not in self.found:
            if len(known) > self.budget:
                return None
            self.budget -= len(known)
            self.found[key] = _nearest(word, known)
        return self.found[key]


def _nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the nearest of *known*, only those that share most pairs of letters looked at well."""
    from difflib import get_close_matches
    from heapq import nlargest

    word = word[:_LONGEST]
    pairs = _pairs(word)
    likely = nlargest(_LIKELY, known, key=lambda held: len(pairs & _pairs(held)))
    close = get_close_matches(word, likely, n=1, cutoff=0.6)
    return close[0] if close else None


def _pairs(word: str) -> set[str]:
    return {one + other for one, other in pairwise(f"^{word}$")}


def fault_at(document: Document, path: Steps, key: str, **values: object) -> Fault:
    """Return the fault *key* at *path*, or as near to it as the file goes."""
    held, line = document.locate(path)
    return Fault(document.file, line, where(document.root, held), key, values)


def faults_of(
    error: ValidationError, model: type[BaseModel], document: Document, path: Steps
) -> list[Fault]:
    """Return what *error* says of the *model* that stands at *path*, each thing once."""
    return distinct(
        fault_at(document, path + loc, key, **values) for loc, key, values in wrong(error, model)
    )


def wrong(
    error: ValidationError, model: type[BaseModel]
) -> Iterator[tuple[Steps, str, Mapping[str, object]]]:
    """Yield what *error* says of a *model*: where in it, which text says it, and its values."""
    for details in error.errors(include_url=False):
        if not _is_echo(details):
            yield _told(details, model)


def distinct(faults: Iterable[Fault]) -> list[Fault]:
    """Return *faults*, each once: those that only name another thing are told apart."""
    return list({(fault, repr(sorted(fault.values.items()))): fault for fault in faults}.values())


def _is_echo(details: Any) -> bool:
    """Return whether pydantic calls a list empty only because its items were at fault."""
    return details["type"] == "too_short" and bool(details["input"])


def _told(details: Any, model: type[BaseModel]) -> tuple[Steps, str, Mapping[str, object]]:
    loc: Steps = details["loc"]
    kind: str = details["type"]
    if kind == "missing":
        return loc[:-1], "missing", {"name": str(loc[-1])}
    if kind == "extra_forbidden":
        return loc, *unknown_key(str(loc[-1]), _keys_at(model, loc[:-1]))
    if loc and loc[-1] == "[key]":
        loc = loc[:-1]
    if details["input"] is None and kind != "bad-colour":
        return loc, "empty-value", {}
    if kind == "literal_error":
        return loc, *_not_one_of(details)
    values = {name: shown(held) for name, held in details.get("ctx", {}).items()}
    values.setdefault("value", shown(details["input"]))
    return loc, kind if "-" in kind else _PLAIN.get(kind, "bad-value"), values


def _not_one_of(details: Any) -> tuple[str, Mapping[str, object]]:
    known = re.findall(r"'([^']*)'", details["ctx"]["expected"])
    values = {"value": shown(details["input"]), "known": ", ".join(known)}
    nearest = _nearest(str(details["input"]), known)
    return (
        ("not-one-of", values)
        if nearest is None
        else (
            "not-one-of-near",
            {**values, "nearest": nearest},
        )
    )


def unknown_key(key: str, known: Sequence[str]) -> tuple[str, dict[str, str]]:
    """Return the text and its values for a *key* that is none of *known*."""
    meant = SYNONYMS.get(key.lower(), key.lower())
    nearest = meant if meant in known else _nearest(key, known)
    if nearest is None:
        return "unknown-key", {"name": shown(key), "known": ", ".join(known)}
    return "unknown-key-near", {"name": shown(key), "nearest": nearest}


def _keys_at(model: type[BaseModel], loc: Steps) -> list[str]:
    """Return the keys of the model that *loc* leads to from *model*."""
    for step in loc:
        for name, field in model.model_fields.items():
            if step == (field.alias or name):
                model = next(_models_in(field.annotation), model)
    own = sorted(model.model_fields.items(), key=lambda held: held[0] in Item.model_fields)
    return [field.alias or name for name, field in own]


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)
