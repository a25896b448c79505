"""What holds for every sample city, so that each city's tests need only name the city.

A law returns what breaks it, so that ``assert law(...) == []`` says in its message what to mend.
*loaded* is the inventory of the city; *page* the text of its ``docs/data/<city>.md``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path

from bcp.audit.audit import audit
from bcp.audit.codes import CODES
from bcp.fields import Item
from bcp.inventory.load import LoadedInventory, load_inventory
from bcp.inventory.models import Function, Inventory
from bcp.inventory.patch import patched
from bcp.inventory.sections import LISTS
from bcp.outlook.outlook import Outlook, outlook_of
from bcp.recovery.result import Result
from bcp.recovery.simulate import simulate
from bcp.scenario.load import load_scenario

__all__ = [
    "city",
    "effects",
    "effects_told",
    "hours",
    "idle_measures",
    "improper_counts",
    "incomplete_functions",
    "number",
    "one_language",
    "outlook",
    "page_of",
    "play",
    "reachable",
    "scenario_faults",
    "scenarios_of",
    "strangers",
    "unfound",
    "unlisted",
    "unmarked_numbers",
    "unmarked_values",
    "untrue_results",
]

ROOT = Path(__file__).parents[2]
TRACED = {"id", "name", "name_en", "department_en", "kind", "note", "source", "assumed", "tags"}
"""Keys that name a thing or say where its facts come from."""
NUMBERS = {"rto", "mtpd", "rpo", "weight", "impact", "startup", "backups", "size", "assembly"}
"""Keys whose values no published plan of a sample city states."""
TRACEABLE = ("components", "functions", "teams", "procedures", "measures")
"""Sections whose items the tables of the page list; the first four are counted by their origin."""
_CODE = re.compile(r"`([a-z][a-z0-9-]+)`")
_LINES = "計画の文から項目へ"


def city(name: str) -> LoadedInventory:
    """Return the inventory of the sample city *name*."""
    return load_inventory(ROOT / "inventory" / name)


def scenarios_of(name: str) -> list[Path]:
    """Return the files of the city's scenarios, by name."""
    return sorted((ROOT / "scenarios" / name).glob("*.yaml"))


def page_of(name: str) -> str:
    """Return the text of the page that says where the data of a city come from."""
    return (ROOT / "docs" / "data" / f"{name}.md").read_text(encoding="utf-8")


def items(loaded: LoadedInventory) -> Iterator[Item]:
    """Yield everything an inventory says, what is written for documents only included."""
    held = loaded.inventory
    for section in LISTS:
        yield from getattr(held, section)
    if held.plan is not None:
        yield held.plan
    facts = [*(item.facts for item in held.components), *(item.facts for item in held.functions)]
    yield from filter(None, facts)


def _ids(loaded: LoadedInventory, section: str) -> Iterator[tuple[str, Item]]:
    yield from ((item.id, item) for item in getattr(loaded.inventory, section))


def unmarked_values(loaded: LoadedInventory) -> list[str]:
    """Values that are neither from a named source nor marked as an assumption."""
    return [
        f"{_called(item)}: {key}"
        for item in items(loaded)
        for key in sorted(item.model_fields_set - TRACED)
        if not {"all", key.rstrip("_")} & item.assumed.keys() and item.source is None
    ]


def unmarked_numbers(loaded: LoadedInventory, stated: Collection[str] = ()) -> list[str]:
    """Targets, sizes and durations that pass for a fact, but those that the plan does state.

    *stated* names them as the result does, as in ``steering-committee: size``.
    """
    return [
        f"{_called(item)}: {key}"
        for item in items(loaded)
        for key in sorted(item.model_fields_set & NUMBERS)
        if not {"all", key} & item.assumed.keys() and f"{_called(item)}: {key}" not in stated
    ]


def one_language(loaded: LoadedInventory) -> list[str]:
    """Items with a name in Japanese alone."""
    named = (*TRACEABLE, "people", "roles")
    return [id_ for section in named for id_, item in _ids(loaded, section) if not _in_both(item)]


def _in_both(item: Item) -> bool:
    return bool(getattr(item, "name", None) and getattr(item, "name_en", None))


def _called(item: Item) -> str:
    return str(getattr(item, "id", type(item).__name__))


def incomplete_functions(loaded: LoadedInventory) -> list[str]:
    """Functions that lack what an official would ask for first."""
    wanted = ("department", "rank", "mtpd", "name_en", "requires")
    held: Sequence[Function] = loaded.inventory.functions
    return [f"{item.id}: {key}" for item in held for key in wanted if not getattr(item, key)]


def reachable(loaded: LoadedInventory) -> list[str]:
    """Telephone numbers and addresses that could be somebody's.

    Given to nobody are numbers whose second part is 00 or 0000, and the domain example.jp.
    """
    texts = [str(item) for item in items(loaded)]
    numbers = {found for text in texts for found in re.findall(r"0\d+-\d+-\d+", text)}
    mails = {found for text in texts for found in re.findall(r"[\w.+-]+@[\w.-]+", text)}
    return sorted(
        [held for held in numbers if held.split("-")[1].strip("0")]
        + [held for held in mails if held.split("@")[1] != "example.jp"]
    )


# ---- scenarios and measures


def play(loaded: LoadedInventory, path: Path) -> Result:
    """Return what the scenario in *path* does, least slack first."""
    return simulate(loaded.inventory, load_scenario(path, loaded).scenario)


def hours(result: Result, function: str) -> Fraction | None:
    """Return after how many hours a function is restored; None: not within the horizon."""
    restored = result.functions[function].restored
    return None if restored is None else Fraction(restored, 3600)


def scenario_faults(loaded: LoadedInventory, path: Path) -> list[str]:
    """Return what is missing in a scenario of a sample city."""
    scenario = load_scenario(path, loaded).scenario
    head, result = scenario.scenario, play(loaded, path)
    events = [
        f"event {number} is neither assumed nor sourced"
        for number, event in enumerate(scenario.events, 1)
        if not event.assumed and not event.source
    ]
    wanted = ("name", "name_en", "source", "teaches", "teaches_en", "starts", "likelihood")
    missing = [f"no {key}" for key in wanted if getattr(head, key) is None]
    idle = [] if any(held.down for held in result.functions.values()) else ["stops nothing"]
    named = [] if head.id == path.stem else [f"{head.id} stands in {path.name}"]
    return [*events, *missing, *idle, *named]


def outlook(loaded: LoadedInventory, path: Path, *measures: str) -> Outlook:
    """Return what a scenario does once the *measures* named are in place."""
    scenario = load_scenario(path, loaded)
    inventory = _with(loaded, measures)
    return outlook_of(simulate(inventory, scenario.scenario), inventory, scenario)


def effects(loaded: LoadedInventory, path: Path, *measures: str) -> Fraction:
    """Return by how many weighted hours the *measures* together change the loss of a scenario."""
    return outlook(loaded, path, *measures).loss - outlook(loaded, path).loss


def _with(loaded: LoadedInventory, measures: Sequence[str]) -> Inventory:
    held = {item.id: item for item in loaded.inventory.measures}
    return patched(loaded.inventory, [held[name] for name in measures])


def idle_measures(loaded: LoadedInventory) -> list[str]:
    """Measures without changes, cost or lead time, and without a note that says why."""
    return [
        item.id
        for item in loaded.inventory.measures
        if not item.note and (not item.changes or item.cost is None or item.lead_time is None)
    ]


# ---- the page


def _section(page: str, heading: str) -> str:
    found = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    return found.group(1) if found else ""


def _rows(text: str) -> Iterator[list[str]]:
    for line in text.splitlines():
        if line.startswith("|") and not set(line) <= set("|-: "):
            yield [cell.strip() for cell in line.strip("|").split("|")]


def counts(loaded: LoadedInventory, scenarios: Sequence[Path]) -> Mapping[str, str]:
    """Return every count that the page of a city may tell, by its label."""
    held = loaded.inventory
    traced = [item for section in TRACEABLE[:4] for _, item in _ids(loaded, section)]
    return {
        "構成要素": str(len(held.components)),
        "業務": str(len(held.functions)),
        "班・事業者": str(len(held.teams)),
        "手順": str(len(held.procedures)),
        "うち計画に出典のある項目": str(sum(item.source is not None for item in traced)),
        "うち、すべてが仮定の項目": str(sum("all" in item.assumed for item in traced)),
        "対策": str(len(held.measures)),
        "シナリオ": str(len(scenarios)),
        "連絡先・役割": f"{len(held.people)}・{len(held.roles)}",
        "契約・協定": str(len(held.contracts)),
        "非常時の行動": str(len(held.actions)),
    }


def improper_counts(loaded: LoadedInventory, scenarios: Sequence[Path], page: str) -> list[str]:
    """Return the counts of the page that differ from the data, are unknown, or are missing."""
    right = counts(loaded, scenarios)
    told = {row[0]: row[1] for row in _rows(_section(page, "件数")) if len(row) == 2}
    told.pop("種類", None)
    wrong = [
        f"{key}: {told[key]}, not {right.get(key)}" for key in told if told[key] != right.get(key)
    ]
    return wrong + [f"{key} is missing" for key in list(right)[:8] if key not in told]


def unlisted(loaded: LoadedInventory, page: str) -> list[str]:
    """Items with a source that the table from the lines of the plan to the items leaves out."""
    listed = set(_CODE.findall(_section(page, _LINES)))
    held = (pair for section in TRACEABLE for pair in _ids(loaded, section))
    return [id_ for id_, item in held if item.source is not None and id_ not in listed]


def strangers(loaded: LoadedInventory, scenarios: Sequence[Path], page: str) -> list[str]:
    """Ids in the tables of the page that no file of the city has."""
    known = {id_ for section in (*TRACEABLE, "people", "roles") for id_, _ in _ids(loaded, section)}
    known |= {path.stem for path in scenarios} | {loaded.inventory.organisation.id}
    cells = (cell for row in _rows(page) for cell in row)
    told = {found for cell in cells for found in _CODE.findall(cell)}
    return sorted(told - known - {key for model in LISTS.values() for key in model.model_fields})


def number(told: str) -> int:
    """Return the number in a cell, where a minus sign and thousands are typeset."""
    return int(told.translate({0x2212: "-", ord(","): None}))


def effects_told(page: str) -> list[tuple[tuple[str, ...], str, int]]:
    """Return the page's table of effects: measures, scenario, change of the loss."""
    table = _section(page, "対策の効果.*?")
    rows = re.findall(r"^\| (.+) \| `([a-z0-9-]+)` \| (−?[\d,]+) \|$", table, re.MULTILINE)
    assert rows, "no table of effects"
    return [(tuple(_CODE.findall(names)), name, number(told)) for names, name, told in rows]


def untrue_results(loaded: LoadedInventory, scenarios: Sequence[Path], page: str) -> list[str]:
    """Scenarios of which the page tells other results than are calculated, or none, or too many."""
    table = _section(page, "被害想定の結果.*?")
    cells = r" \| (\d+) \| (\d+) \| (\d+) \| ([\d,]+) \|"
    rows = re.findall(r"^\|.*?`([a-z0-9-]+)`.*?" + cells, table, re.MULTILINE)
    told = {name: tuple(map(number, figures)) for name, *figures in rows}
    found = {path.stem: _results(loaded, path) for path in scenarios}
    return sorted(name for name in told | found if told.get(name) != found.get(name))


def _results(loaded: LoadedInventory, path: Path) -> tuple[int, ...]:
    """Return how many functions stop, miss their RTO, go beyond their MTPD, and the loss."""
    held = outlook(loaded, path)
    beyond = sum(item.mtpd_met is False for item in held.functions.values())
    return len(held.stopped), len(held.missed), beyond, round(held.loss)


def unfound(loaded: LoadedInventory, scenarios: Sequence[Path], page: str) -> list[str]:
    """Name the findings that the page tells and `bcp check` has not, and what nothing needs."""
    table = _section(page, "指摘（.*?")
    told = {
        (code, item)
        for code, items in re.findall(r"^\| (BCP-\d+) \| ([^|]+) \|", table, re.MULTILINE)
        for item in _CODE.findall(items)
    }
    assert told, "no table of findings"
    found = audit(loaded.inventory, [load_scenario(path, loaded).scenario for path in scenarios])
    known = {(CODES[held.kind], item) for held in found for item in held.ids}
    unneeded = [f"unneeded: {held.ids}" for held in found if held.kind == "unneeded"]
    return [*sorted(f"{code} {item}" for code, item in told - known), *unneeded]
