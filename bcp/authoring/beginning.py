"""The files of a first workspace, from a handful of answers about a city.

Nothing in them is a fact but what was answered: every other value is marked as assumed, and the
comments say what to replace first. The files lie beside this module in ``starters/``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Literal

from bcp.authoring.layout import formatted
from bcp.authoring.spelling import scalar
from bcp.units import parse_duration
from bcp.words import Lang, say, show_span
from bcp.words.authoring import BEGINNING

__all__ = ["Answers", "Core", "Size", "beginning", "usual"]

Size = Literal["town", "city", "large"]
"""About 15,000, 50,000 and 200,000 people."""
Core = Literal["own", "cloud"]
"""Where the core systems run: in the city's own server room, or in the government cloud."""

_STAFF: Mapping[Size, int] = {"town": 2, "city": 5, "large": 12}
_BRANCHES: Mapping[Size, int] = {"town": 0, "city": 1, "large": 2}
_HOSTS: Mapping[Size, int] = {"town": 2, "city": 2, "large": 4}
_PEOPLE: Mapping[Size, tuple[int, int]] = {"town": (1, 2), "city": (1, 1), "large": (2, 1)}
"""The people of other divisions, as a fraction of those of a city of 50,000."""
_FOLDERS = {
    "inventory": (
        "organisation",
        "facilities",
        "network",
        "systems",
        "teams",
        "procedures",
        "functions",
        "measures",
    ),
    "scenarios": ("quake-night", "blackout-72h", "ransomware"),
    "drills": ("first-tabletop",),
}


@dataclass(frozen=True)
class Answers:
    """What is known of the city."""

    id: str
    """What its folder is called."""
    name: str
    """As it is called."""
    size: Size = "city"
    staff: int = 5
    """How many people the ICT office has."""
    core: Core = "own"
    generator: bool = True
    """Whether there is an emergency generator."""
    fuel: str = "24h"
    """For how long its fuel lasts."""
    core_vendor: str = ""
    """Who maintains the core systems; nobody was named: empty."""
    infra_vendor: str = ""
    """Who maintains servers and storage."""
    network_vendor: str = ""
    """Who maintains the network."""


def usual(size: Size) -> int:
    """Return how many people the ICT office of a city of that size usually has.

    Five for 50,000 is the model city of the ministry's first-response sample of an ICT-BCP
    (総務省 ICT-BCP初動版サンプル); the others are guesses from it.
    """
    return _STAFF[size]


def beginning(answers: Answers, lang: Lang) -> dict[str, bytes]:
    """Return the files of a workspace, by their path in it.

    Parameters
    ----------
    answers
        About the city.
    lang
        Of comments and names.
    """
    from jinja2 import Environment, StrictUndefined

    # What is made is YAML, and every text that somebody gave goes through the filter `y`.
    environment = Environment(  # noqa: S701
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, undefined=StrictUndefined
    )
    environment.filters["y"] = scalar
    folder = files("bcp.authoring") / "starters"
    known = _known(answers, lang)
    made = {}
    for place, names in _FOLDERS.items():
        for name in names:
            source = (folder / f"{name}.yaml.j2").read_text(encoding="utf-8")
            text = environment.from_string(source).render(known)
            path = f"{place}/{answers.id}/{name}.yaml"
            made[path] = formatted(text.encode(), path)
    return made


def _known(answers: Answers, lang: Lang) -> dict[str, Any]:
    """Return everything that the files name."""
    parts = _parts()
    size = answers.size

    def held(section: str) -> list[dict[str, Any]]:
        return [part for part in parts[section] if _is_there(part, answers)]

    vendors = {
        key: getattr(answers, key) or say(BEGINNING, key.replace("_", "-"), lang)
        for key in ("core_vendor", "infra_vendor", "network_vendor")
    }
    many, of = _PEOPLE[size]
    return {
        "ja": lang == "ja",
        "lang": lang,
        "id": answers.id,
        "city": answers.name,
        "size_words": say(BEGINNING, f"size-{size}", lang),
        "core": answers.core,
        "generator": answers.generator,
        "fuel": answers.fuel,
        "fuel_words_ja": show_span(parse_duration(answers.fuel), "ja"),
        "staff": answers.staff,
        "branches": _BRANCHES[size],
        "hosts": _HOSTS[size],
        "desks": [(part["id"], part["ja"], part["en"], part["size"]) for part in held("desks")],
        "procedures": [
            (
                part["id"],
                part["ja"],
                part["en"],
                [_named(task, parts, lang) for task in part["tasks"]],
            )
            for part in held("procedures")
        ],
        "functions": [dict.fromkeys(_MAY_LACK) | part for part in held("functions")],
        "people": lambda number: max(2, number * many // of),
        **vendors,
        **_writers(lang),
    }


def _named(task: str, parts: Mapping[str, Any], lang: Lang) -> str:
    """Return a task with its name behind its id."""
    id_ = task.removeprefix("{id: ").split(",")[0]
    name = scalar(parts["tasks"][id_][lang], in_flow=True)
    return task.replace(f"{{id: {id_},", f"{{id: {id_}, name: {name},", 1)


_MAY_LACK = ("rpo", "workaround_ja", "workaround_en", "lasts")


def _writers(lang: Lang) -> dict[str, Any]:
    """Return what writes a text, a name or an assumption in the language of the files."""

    def text(ja: str, en: str) -> str:
        return scalar(ja if lang == "ja" else en, in_flow=True)

    def remark(ja: str, en: str) -> str:
        return ja if lang == "ja" else en

    def name(ja: str, en: str, margin: str = "    ") -> str:
        return (
            f"name: {scalar(ja)}\n{margin}name_en: {scalar(en)}"
            if lang == "ja"
            else f"name: {scalar(en)}"
        )

    def assumed(ja: str, en: str) -> str:
        return f"assumed: {{all: {text(ja, en)}}}"

    return {"t": text, "c": remark, "n": name, "a": assumed}


def _is_there(part: Mapping[str, Any], answers: Answers) -> bool:
    is_of_size = answers.size in part.get("sizes", [answers.size])
    is_of_core = part.get("core", answers.core) == answers.core
    return is_of_size and is_of_core and (answers.generator or not part.get("generator"))


def _parts() -> dict[str, Any]:
    import yaml

    text = (files("bcp.authoring") / "starters" / "parts.yaml").read_text(encoding="utf-8")
    parts: dict[str, Any] = yaml.load(text, yaml.CSafeLoader)
    return parts
