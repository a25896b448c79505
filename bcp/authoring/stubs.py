"""The first lines of a new item: correct as they stand, and saying what to fill in.

Every value that nobody gave is marked as assumed, so that no guess passes for a fact.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bcp.authoring.spelling import flow, scalar
from bcp.inventory.models import Inventory
from bcp.words import Lang, say
from bcp.words.authoring import STUBS

__all__ = ["SECTION", "Given", "Sort", "scenario_text", "stub_lines"]

Sort = Literal["component", "function", "team", "procedure", "measure", "scenario"]
SECTION = {
    "component": "components",
    "function": "functions",
    "team": "teams",
    "procedure": "procedures",
    "measure": "measures",
}
"""Where each sort of item stands."""


@dataclass(frozen=True)
class Given:
    """What is known of the new thing."""

    id: str
    name: str = ""
    """As people call it; the id if nothing was said."""
    kind: str = ""
    """Of a component or a scenario."""
    requires: tuple[str, ...] = ()
    """What a component or function needs, or what a measure is for."""


def stub_lines(sort: Sort, given: Given, inventory: Inventory, lang: Lang) -> list[str]:
    """Return the lines of a new item of a section, the first one with its dash.

    Parameters
    ----------
    sort
        Of the item; a scenario has a file of its own.
    given
        What is known of it.
    inventory
        Where it is to stand: ranks and teams are taken from it.
    lang
        Of the comments.
    """
    rows = {
        "component": _component,
        "function": _function,
        "team": _team,
        "procedure": _procedure,
        "measure": _measure,
    }[sort](given, inventory)
    return _written([("id", scalar(given.id), ""), _name(sort, given), *rows], lang)


_Row = tuple[str, str, str]
"""A key, its value, and the key of the comment beside it; a key with ``#`` is only suggested."""


def _name(sort: str, given: Given) -> _Row:
    return "name", scalar(given.name or given.id), f"name-{sort}"


def _component(given: Given, inventory: Inventory) -> list[_Row]:
    kind = given.kind or "service"
    like = [item for item in inventory.components if item.kind == kind] or inventory.components
    places = Counter(item.within for item in like if item.within).most_common(1)
    works = Counter(name for item in like for name in item.procedure).most_common(1)
    rows = [
        ("kind", kind, "kind-component"),
        ("#within", places[0][0] if places else "server-room", "within"),
        _needs(given, [item.id for item in inventory.components]),
        ("startup", "10m", "startup"),
        ("#procedure", works[0][0] if works else "rebuild-server", "procedure"),
        ("#tags", "[]", "tags"),
    ]
    if given.kind == "data":
        rows.append(("#backups", "[{at: backup-server, every: 24h}]", "backups"))
    assumed = ["startup", *([] if given.kind else ["kind"])]
    return [*rows, ("assumed", _assumed(assumed), "assumed")]


def _needs(given: Given, known: Sequence[str]) -> _Row:
    if given.requires:
        return "requires", flow([*given.requires]), "requires"
    return "#requires", flow([*known[:1]]), "requires"


def _function(given: Given, inventory: Inventory) -> list[_Row]:
    ranks = inventory.organisation.ranks
    rank = [("rank", scalar(ranks[len(ranks) // 2]), "rank")] if ranks else []
    own = [team.id for team in inventory.teams if not team.vendor]
    return [
        ("#department", "", "department"),
        *rank,
        ("rto", "24h", "rto"),
        ("mtpd", "3d", "mtpd"),
        ("#rpo", "24h", "rpo"),
        _needs(given, [item.id for item in inventory.components if item.kind == "service"]),
        ("#staff", f"{{team: {(own or ['ict'])[0]}, at_least: 1}}", "staff"),
        ("#workaround", "{after: 1h, for: 3d, level: 30%}", "workaround"),
        ("assumed", _assumed([*(["rank"] if rank else []), "rto", "mtpd"]), "assumed"),
    ]


def _team(_: Given, __: Inventory) -> list[_Row]:
    return [
        ("size", "2", "size"),
        ("#vendor", "true", "vendor"),
        ("#assembly", "{0h: 20%, 3h: 60%, 24h: 100%}", "assembly"),
        ("#hours", "weekdays 09:00-17:30", "hours"),
        ("assumed", _assumed(["size"]), "assumed"),
    ]


def _procedure(_: Given, inventory: Inventory) -> list[_Row]:
    own = [team.id for team in inventory.teams if not team.vendor]
    crew = f", crew: {{{own[0]}: 1}}" if own else ""
    return [
        ("assumed", _assumed(["tasks"]), "assumed"),
        ("tasks", "", "tasks"),
        ("  - ", f"{{id: inspect{crew}, duration: 1h}}", ""),
        (
            "  - ",
            f"{{id: repair{crew}, duration: {{low: 2h, likely: 4h, high: 12h}}, after: [inspect]}}",
            "duration",
        ),
        (
            "  - ",
            f"{{id: verify{crew}, duration: 30m, after: [repair], requires: [own], onsite: false}}",
            "own",
        ),
    ]


def _measure(given: Given, _: Inventory) -> list[_Row]:
    weak = [("of", flow([*given.requires]), "of")] if given.requires else [("#of", "[]", "of")]
    return [
        *weak,
        ("status", "idea", "status"),
        ("#cost", "0", "cost"),
        ("#lead_time", "90d", "lead-time"),
        ("#changes", "{components: [{id: …, requires: […]}]}", "changes"),
    ]


def _assumed(keys: Sequence[str]) -> str:
    return "{" + ", ".join(f"{key}: {{why}}" for key in keys) + "}"


def _written(rows: Sequence[_Row], lang: Lang) -> list[str]:
    """Return the lines of an item; what is only suggested stands in a comment."""
    lines = []
    for key, value, remark in rows:
        text = value.replace("{why}", say(STUBS, "why", lang))
        is_suggested = key.startswith("#")
        entry = f"{key}{text}" if key.endswith("- ") else f"{key.removeprefix('#')}: {text}"
        beside = f"  # {say(STUBS, remark, lang)}" if remark else ""
        lines.append(("# " if is_suggested else "") + entry.rstrip() + beside)
    return [f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]


def scenario_text(given: Given, inventory: Inventory, lang: Lang, schema: str) -> str:
    """Return the file of a new scenario, in which something happens that can happen here.

    Parameters
    ----------
    given
        What is known of it.
    inventory
        That it is for.
    lang
        Of the comments.
    schema
        Where an editor finds the schema, as seen from the file.
    """

    def remark(key: str) -> str:
        return f"  # {say(STUBS, key, lang)}"

    why = say(STUBS, "why", lang)
    return "\n".join(
        [
            f"# yaml-language-server: $schema={schema}",
            f"# {say(STUBS, 'scenario-head', lang)}",
            "scenario:",
            f"  id: {given.id}",
            f"  name: {scalar(given.name or given.id)}{remark('name-scenario')}",
            f"  kind: {scalar(given.kind or 'blackout')}{remark('kind-scenario')}",
            f"  severity: disaster{remark('severity')}",
            f"  # assembly: true{remark('scenario-assembly')}",
            f"  starts: 2026-11-25T10:00{remark('starts')}",
            f"  # likelihood: 0.01{remark('likelihood')}",
            f"  assumed: {{starts: {why}}}",
            f"events:{remark('events')}",
            f"  - {{at: 0h, {_happening(inventory)}, assumed: {{all: {why}}}}}",
            f"  # - {{at: 0h, damage: {{select: {{id: …}}}}}}{remark('event-damage')}",
            f"  # - {{at: 0h, access: {{select: {{id: …}}, for: 6h}}}}{remark('event-access')}",
            f"  # - {{at: 0h, staff: {{team: …, available: 50%, for: 3d}}}}{remark('event-staff')}",
            "",
        ]
    )


def _happening(inventory: Inventory) -> str:
    """Return an event that hits something: the mains if they are there, else the first thing."""
    mains = [item.id for item in inventory.components if "grid-power" in (item.id, *item.tags)]
    powers = [item.id for item in inventory.components if item.kind == "power"]
    anything = [item.id for item in inventory.components]
    chosen = (mains or powers or anything)[0]
    return f"outage: {{select: {{id: {chosen}}}, for: 72h}}"
