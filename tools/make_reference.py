"""Writes the generated pages of docs from the models; ``make reference`` runs it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args
from unittest.mock import patch

import click

from bcp.cli.main import build
from bcp.drill.file import models as drill
from bcp.fields import Item
from bcp.inventory import facts, papers
from bcp.inventory import models as inventory
from bcp.inventory.measured import Measurement
from bcp.scenario import models as scenario
from bcp.scenario import written
from bcp.units import format_duration
from bcp.words.meanings import JA
from tools.make_sheet_pages import sheet_pages
from tools.reference_words import (
    COLUMNS,
    COMMANDS_HEAD,
    DRILL_HEAD,
    HEAD,
    INVENTORY_HEAD,
    LIST,
    MANY,
    MAPPING,
    NOTHING,
    NOUNS,
    OR,
    REQUIRED,
    SCENARIO_HEAD,
    SHORT_FORMS,
    TITLES,
    VALUES,
    Lang,
)

ROOT = Path(__file__).resolve().parents[1]
WIDTH = 80
FOLDERS: dict[Lang, str] = {"en": "docs/reference", "ja": "docs/ja/reference"}

INVENTORY: tuple[type[Item], ...] = (
    inventory.Inventory,
    inventory.Organisation,
    inventory.Component,
    inventory.Group,
    inventory.Backup,
    inventory.Function,
    inventory.Target,
    inventory.Peak,
    inventory.Staff,
    inventory.Workaround,
    inventory.Team,
    inventory.Procedure,
    inventory.Task,
    inventory.Pert,
    Measurement,
    papers.PlanFacts,
    papers.Approval,
    papers.Revision,
    papers.Copies,
    papers.RelatedPlan,
    papers.Maintenance,
    papers.Answer,
    papers.Chapter,
    papers.House,
    facts.Person,
    facts.Role,
    facts.Contract,
    facts.Measure,
    facts.Action,
    facts.Facts,
    facts.FunctionFacts,
)
SCENARIO: tuple[type[Item], ...] = (
    written.Scenario,
    scenario.Head,
    written.Parameter,
    written.Event,
    written.Damage,
    written.Outage,
    written.Access,
    written.StaffChange,
    written.Select,
)
DRILL: tuple[type[Item], ...] = (
    drill.Drill,
    drill.Head,
    drill.Objective,
    drill.Measure,
    drill.Participant,
    drill.Clock,
    drill.Jump,
    drill.Inject,
    drill.When,
    drill.Sign,
    drill.Option,
)
CHOICES = {
    "Kind": inventory.Kind,
    "Severity": inventory.Severity,
    "Teams": written.Teams,
    "Verdict": facts.Verdict,
    "Phase": facts.Phase,
    "DrillKind": drill.Kind,
    "DrillRole": drill.Role,
    "Difficulty": drill.Difficulty,
    "Meanwhile": drill.Meanwhile,
    "Finishing": drill.Finishing,
}
ALIASES = {"Texts": "Annotated[tuple[Text, ...], OneOrMany]"}
SAME_NAMES = re.compile(r"\b(Head|Clock|Kind|Measure|Role)\b")
"""What drills have and call as something else is called."""


def yaml_page(lang: Lang) -> str:
    """Return the page of all keys of inventory, scenario and drill files."""
    parts = [HEAD[lang], *values(lang), "", INVENTORY_HEAD[lang], ""]
    parts += [table(model, lang) for model in INVENTORY]
    parts += [SCENARIO_HEAD[lang], "", *[table(model, lang) for model in SCENARIO]]
    parts += [DRILL_HEAD[lang], "", *[table(model, lang) for model in DRILL]]
    return "\n".join(parts)


def values(lang: Lang) -> Iterator[str]:
    """Yield the rows that say how each kind of value is written."""
    yield "| | |\n|---|---|"
    for names, shape in VALUES.values():
        yield f"| {names[lang]} | {shape} |"


def table(model: type[Item], lang: Lang) -> str:
    """Return heading, sentence and table of one model."""
    name = name_of(model)
    sentence = JA[name][0] if lang == "ja" else prose(model.__doc__ or "")
    rows = [f'<a id="{name.lower()}"></a>', f"### {TITLES[name][lang]}", "", sentence]
    if name in SHORT_FORMS:
        rows += ["", SHORT_FORMS[name][lang]]
    return "\n".join([*rows, "", COLUMNS[lang], "|---|---|---|---|", *keys(model, lang), ""])


def name_of(model: type[Item]) -> str:
    """Return what the words of this page call *model*."""
    name = model.__name__
    return SAME_NAMES.sub(r"Drill\1", name) if model in DRILL else name


def keys(model: type[Item], lang: Lang) -> Iterator[str]:
    """Yield a row for each key of *model* but those that every item has."""
    written = {key: kind for base in reversed(model.__mro__) for key, kind in notes(base)}
    for name, field in model.model_fields.items():
        if model is not Item and name in Item.model_fields:
            continue
        key, kind = field.alias or name, written[name]
        absent = REQUIRED[lang] if field.is_required() else default(field.default, kind, lang)
        meaning = japanese(model, key) if lang == "ja" else prose(field.description or "")
        yield f"| `{key}` | {in_words(kind, lang)} | {absent} | {meaning} |"


def notes(model: type) -> list[tuple[str, str]]:
    """Return the annotations of *model* as they are written in its file."""
    held = [(key, str(kind)) for key, kind in vars(model).get("__annotations__", {}).items()]
    is_own = model.__module__ == drill.__name__
    return [(key, SAME_NAMES.sub(r"Drill\1", kind) if is_own else kind) for key, kind in held]


def japanese(model: type[Item], key: str) -> str:
    """Return the Japanese sentence of a key of *model*.

    Raises
    ------
    KeyError
        If ``bcp/words/meanings.py`` has none.
    """
    own, named = JA[name_of(model)][1], JA["Named"][1]
    return own[key] if key in own else named[key]


def in_words(kind: str, lang: Lang) -> str:
    """Return what a person writes for an annotation of the models."""
    kind = kind.strip().removesuffix(" | None")
    kind = ALIASES.get(kind, kind)
    if match := re.fullmatch(r"Annotated\[(.*)\]", kind):
        first, rest = split(match[1])
        return in_words(f"Many{first}" if rest == "OneOrMany" else first, lang)
    if match := re.fullmatch(r"(Many)?tuple\[(.*), \.\.\.\]", kind):
        return (MANY if match[1] else LIST)[lang].format(of=in_words(match[2], lang))
    if match := re.fullmatch(r"(?:Mapping|dict)\[(.*)\]", kind):
        key, value = split(match[1])
        return MAPPING[lang].format(key=in_words(key, lang), of=in_words(value, lang))
    if match := re.fullmatch(r"Literal\[(.*)\]", kind):
        return OR[lang].join(f"`{word.strip()[1:-1]}`" for word in match[1].split(","))
    return word(kind, lang)


def word(kind: str, lang: Lang) -> str:
    """Return what the pages call a plain kind of value."""
    if kind in CHOICES:
        return " ".join(f"`{choice}`" for choice in get_args(CHOICES[kind]))
    if kind in VALUES:
        return VALUES[kind][0][lang]
    return f"[{NOUNS[kind][lang]}](#{kind.lower()})"


def split(arguments: str) -> tuple[str, str]:
    """Return what stands before and after the first comma outside brackets."""
    depth = 0
    for position, letter in enumerate(arguments):
        depth += {"[": 1, "]": -1}.get(letter, 0)
        if letter == "," and depth == 0:
            return arguments[:position].strip(), arguments[position + 1 :].strip()
    return arguments.strip(), ""


def default(value: object, kind: str, lang: Lang) -> str:
    """Return the value that a key has when it is left out."""
    if isinstance(value, tuple) and value:
        return ", ".join(default(item, kind, lang) for item in value)
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, int) and re.search(r"\b(Duration|Span)\b", kind):
        return f"`{format_duration(value)}`"
    is_plain = isinstance(value, (str, int, float)) or type(value).__name__ == "Fraction"
    return f"`{value}`" if is_plain and value != "" else NOTHING[lang]


def commands_page(lang: Lang) -> str:
    """Return the page of all commands: the help of each, as the command prints it."""
    root = build(lang)
    with root.make_context("bcp", [], resilient_parsing=True) as context:
        helps = [help_of(root, context), *subcommands(root, context)]
    return "\n".join([COMMANDS_HEAD[lang], *helps])


def subcommands(group: click.Group, context: click.Context) -> Iterator[str]:
    """Yield the help of every command of *group*, those of its groups after it."""
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        with click.Context(command, parent=context, info_name=name) as inner:
            yield help_of(command, inner)
            if isinstance(command, click.Group):
                yield from subcommands(command, inner)


def help_of(command: click.Command, context: click.Context) -> str:
    """Return a heading and what ``--help`` prints, 80 columns wide."""
    text = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    return f"## {context.command_path}\n\n```text\n{text}\n```\n"


def prose(text: str) -> str:
    """Return a docstring as one line of Markdown."""
    return " ".join(text.replace("``", "`").replace("|", "\\|").split())


def pages() -> dict[Path, str]:
    """Return every generated page by its path."""
    made = {"yaml.md": yaml_page, "commands.md": commands_page}
    with patch.dict(os.environ, COLUMNS=str(WIDTH)):
        generated = {
            ROOT / folder / name: page(lang)
            for lang, folder in FOLDERS.items()
            for name, page in made.items()
        }
    return generated | sheet_pages(ROOT)


def main() -> int:
    """Write the pages."""
    for path, text in pages().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
