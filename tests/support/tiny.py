"""Tiny cases written inside a test: YAML in, a result out, whole timelines to compare.

Times are shown as files write them; ``2h-5h`` is down from 2h until 5h, ``2h-`` until the horizon.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

import yaml

from bcp.audit.audit import audit
from bcp.inventory.checks import draft_of
from bcp.inventory.checks import problems as inventory_problems
from bcp.inventory.models import Inventory
from bcp.recovery.result import Finding, PriorityRow, Result
from bcp.recovery.simulate import simulate
from bcp.scenario.checks import Ground
from bcp.scenario.checks import problems as scenario_problems
from bcp.scenario.models import Scenario
from bcp.units import format_duration
from bcp.words import LANGS, Phrase, Table, render

Tree = dict[str, Any]


def tree_of(text: str) -> Any:
    """Return YAML with every scalar left as the text it was written as."""
    return yaml.load(text, yaml.BaseLoader)


def inventory_of(text: str) -> Inventory:
    """Return an inventory free of faults; a kind not given is `external`, an RTO 0h."""
    tree: Tree = tree_of(text)
    for item in tree.get("components", []):
        item.setdefault("kind", "external")
    for item in tree.get("functions", []):
        item.setdefault("rto", "0h")
    inventory = Inventory.model_validate({"organisation": {"id": "town"}, **tree})
    assert not [*inventory_problems(draft_of(inventory))]
    return inventory


def scenario_of(text: str, inventory: Inventory) -> Scenario:
    """Return a scenario that fits the inventory: a list of events, or a whole file.

    The horizon is ten days unless given: a plain list of events has no other head.
    """
    tree = tree_of(text)
    tree = {"events": tree or []} if not isinstance(tree, dict) else tree
    head = {"id": "case", "horizon": "10d", **tree.get("scenario", {})}
    scenario = Scenario.model_validate({**tree, "scenario": head})
    assert not [*scenario_problems(scenario.scenario, scenario.events, Ground(inventory))]
    return scenario


def play(inventory: str, scenario: str, strategy: str = "slack") -> Result:
    """Return what comes out of a tiny case."""
    held = inventory_of(inventory)
    return simulate(held, scenario_of(scenario, held), strategy)


def audited(inventory: str, *scenarios: str) -> list[Finding]:
    """Return the findings of a tiny inventory and of scenarios written for it."""
    held = inventory_of(inventory)
    return list(audit(held, [scenario_of(text, held) for text in scenarios]))


def kinds(findings: Iterable[Finding]) -> list[str]:
    """Return ``kind: ids`` of every finding."""
    return [f"{held.kind}: {' '.join(held.ids)}" for held in findings]


def span(start: int, end: int | None) -> str:
    """Return an interval as the tests write it."""
    return f"{format_duration(start)}-{'' if end is None else format_duration(end)}"


def down(result: Result, id_: str) -> str:
    """Return when a component or function was down, such as ``0h-1h 2h-``; empty: never."""
    held = result.components.get(id_) or result.functions[id_]
    return " ".join(span(*interval) for interval in held.down)


def downs(result: Result) -> dict[str, str]:
    """Return the whole timeline: everything that was ever down, and when."""
    found = {id_: down(result, id_) for id_ in (*result.components, *result.functions)}
    return {id_: text for id_, text in found.items() if text}


def tasks(result: Result) -> list[str]:
    """Return every task as ``component/task 0h-2h``, in the order of the result."""
    return [
        f"{done.work.component}/{done.work.task} {span(done.start, done.finish)}"
        for done in result.tasks
    ]


def chain(result: Result, function: str) -> list[str]:
    """Return the critical chain as ``0h-2h what id why-key``, checked to be without a gap."""
    held = result.functions[function]
    links = held.chain
    assert not links or (links[0].start, links[-1].end) == (0, held.restored)
    assert all(one.end == other.start for one, other in pairwise(links))
    return [f"{span(link.start, link.end)} {link.what} {link.id} {link.why.key}" for link in links]


def levels(result: Result, function: str) -> str:
    """Return the levels of a function in percent, such as ``0h:100 1h:0``."""
    held = result.functions[function].levels
    return " ".join(f"{format_duration(moment)}:{int(level * 100)}" for moment, level in held)


def order(rows: Iterable[PriorityRow]) -> list[str]:
    """Return priority rows as ``component required_by latest_start``, ``-`` where there is none."""
    return [
        " ".join([row.component, *(_moment(held) for held in (row.required_by, row.latest_start))])
        for row in rows
    ]


def _moment(seconds: int | None) -> str:
    return "-" if seconds is None else format_duration(seconds)


def said(table: Table, phrase: Phrase, names: Mapping[str, str] | None = None) -> list[str]:
    """Return a phrase in every language, checked to be filled in."""
    texts = [render(table, phrase, lang, names or {}) for lang in LANGS]
    assert all(text and "{" not in text for text in texts)
    return texts
