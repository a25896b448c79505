"""The network: cables have no direction, so the needs follow the ranks of what they join."""

from __future__ import annotations

from collections.abc import Iterator

from bcp.exchange.foreign.drawn import Need, Thing
from bcp.exchange.foreign.netbox.cabling import PASSIVE, Cabling, End
from bcp.exchange.foreign.netbox.parts import CIRCUIT
from bcp.exchange.foreign.netbox.plan import Plan
from bcp.exchange.foreign.netbox.sheaf import Record
from bcp.words import Phrase

__all__ = ["draw_circuits", "draw_network"]

_POWER = frozenset({"powerport", "poweroutlet", "powerfeed"})
_CONSOLE = frozenset({"consoleport", "consoleserverport"})

Link = tuple[str, str]


def draw_circuits(plan: Plan) -> None:
    """Draw the lines of providers, each needing its provider."""
    for record in plan.live("providers"):
        id_ = plan.claim("providers", record)
        plan.draw("providers", record, Thing(id_, "external", tags=("carrier",)))
    for record in plan.live("circuits"):
        label = record.text("cid") or record.name
        id_ = plan.drawing.claim(label, f"circuit-{record.id}")
        plan.ids["circuits", record.id] = id_
        plan.draw("circuits", record, Thing(id_, "network", label, tags=("wan-line",)))
        plan.ranks[id_] = CIRCUIT
        sort = record.held.get("type")
        name = str(sort.get("name") or sort.get("slug")) if isinstance(sort, dict) else ""
        plan.roles[id_] = f"circuit {name}"
        provider = plan.id_of("providers", record.ref("provider"))
        if provider and plan.drawing.need(id_, Need((provider,))):
            plan.drawing.tell("derived", "circuit-provider", label)


def draw_network(plan: Plan, cabling: Cabling, highest: int = CIRCUIT) -> None:
    """Let each device need what it is joined to of a higher rank: one of each role.

    Parameters
    ----------
    plan
        With everything drawn.
    cabling
        What is plugged into what.
    highest
        The rank up to which what is inside needs the network; above it, only what is above.
    """
    links: dict[Link, str] = {}
    for one, other, label in _joined(plan, cabling):
        low, high = sorted((one, other))
        if low != high:
            links.setdefault((low, high), label)
    above: dict[str, dict[str, list[str]]] = {}
    for (one, other), label in links.items():
        low, high = (one, other) if _rank(plan, one) <= _rank(plan, other) else (other, one)
        if reason := _undirected(plan, low, high, highest):
            plan.drawing.tell("left-out", reason, label or f"{low} – {high}")
        else:
            above.setdefault(low, {}).setdefault(plan.roles.get(high, ""), []).append(high)
    order = {id_: place for place, id_ in enumerate(plan.roles)}
    for id_ in sorted(above, key=lambda low: order.get(low, 0)):
        for found in above[id_].values():
            _need_link(plan, id_, sorted(found, key=lambda high: order.get(high, 0)))
    if highest >= CIRCUIT:
        _guess_circuits(plan, set(links))


def _rank(plan: Plan, id_: str) -> int:
    return plan.ranks.get(id_, 0)


def _undirected(plan: Plan, low: str, high: str, highest: int) -> str:
    """Return why a link says of neither end that it needs the other; nothing if it does."""
    if "power" in (plan.drawing.kind_of(low), plan.drawing.kind_of(high)):
        return "link-power-equipment"
    if not (_rank(plan, low) and _rank(plan, high)):
        return "link-no-rank"
    if _rank(plan, low) == _rank(plan, high):
        return "link-equal"
    return "link-beyond" if _rank(plan, high) > highest >= _rank(plan, low) else ""


def _need_link(plan: Plan, id_: str, found: list[str]) -> None:
    note = Phrase("one-path-is-enough") if len(found) > 1 else None
    if plan.drawing.need(id_, Need(tuple(found), note=note)):
        key = "network-several" if len(found) > 1 else "network-one"
        plan.drawing.tell("derived", key, id_)


def _joined(plan: Plan, cabling: Cabling) -> Iterator[tuple[str, str, str]]:
    """Yield every two things that are joined, and what the cable is called."""
    for interface in plan.sheaf["interfaces"].values():
        owner = plan.id_of("devices", interface.ref("device"))
        ends = cabling.traced(interface, "interface") if owner else []
        for end in ends:
            other = _thing(plan, end)
            if owner is None or other is None:
                continue
            if interface.held.get("mgmt_only") is True or _is_management([end]):
                pair = " – ".join(sorted((owner, other)))
                plan.drawing.tell_once("left-out", "link-management", pair)
            else:
                yield owner, other, ""
    for termination in plan.sheaf["circuit-terminations"].values():
        owner = plan.id_of("circuits", termination.ref("circuit"))
        for end in cabling.traced(termination, "circuittermination") if owner else []:
            other = _thing(plan, end)
            if owner and other:
                yield owner, other, ""
    for cable, one, other_side in cabling.cables:
        yield from _of_cable(plan, cabling, cable, (one, other_side))


def _of_cable(
    plan: Plan, cabling: Cabling, cable: Record, sides: tuple[list[End], list[End]]
) -> Iterator[tuple[str, str, str]]:
    """Yield what a cable joins, or tell why it says nothing of the network."""
    name = cable.text("label") or cable.name or f"cables {cable.id}"
    ends = [end for side in sides for end in side]
    sorts = {end.sort for end in ends}
    if sorts & _POWER:
        return
    if not all(sides):
        plan.drawing.tell("left-out", "cable-one-end", name)
    elif sorts & _CONSOLE:
        plan.drawing.tell("left-out", "cable-console", name)
    elif _is_management(ends):
        pair = " – ".join(sorted(filter(None, (_thing(plan, end) for end in ends))))
        plan.drawing.tell_once("left-out", "link-management", pair or name)
    elif sorts & PASSIVE:
        if not any(_leads_on(cabling, end) for end in ends):
            plan.drawing.tell("left-out", "cable-panel", name)
    else:
        pairs = [(_thing(plan, a), _thing(plan, b)) for a in sides[0] for b in sides[1]]
        if not any(a and b for a, b in pairs):
            plan.drawing.tell("left-out", "cable-not-drawn", name)
        yield from ((a, b, name) for a, b in pairs if a and b)


def _leads_on(cabling: Cabling, end: End) -> bool:
    return end.sort not in PASSIVE and bool(cabling.follow(end))


def _is_management(ends: list[End]) -> bool:
    return any((end.held or {}).get("mgmt_only") is True for end in ends)


def _thing(plan: Plan, end: End) -> str | None:
    if end.sort == "interface":
        return plan.id_of("devices", end.device)
    return plan.id_of("circuits", end.circuit) if end.sort == "circuittermination" else None


def _guess_circuits(plan: Plan, links: set[Link]) -> None:
    """Let the outermost devices of a site need its lines where no cable says who does."""
    joined = {id_ for link in links for id_ in link}
    for termination in plan.sheaf["circuit-terminations"].values():
        circuit = plan.id_of("circuits", termination.ref("circuit"))
        site = _site_of(termination)
        if circuit is None or circuit in joined or site is None:
            continue
        here = [id_ for id_ in plan.part if plan.sites.get(id_) == site and _rank(plan, id_) > 1]
        top = max((_rank(plan, id_) for id_ in here), default=0)
        for id_ in here:
            if _rank(plan, id_) == top:
                plan.drawing.need(id_, Need((circuit,), note=Phrase("circuit-guessed")))
                plan.drawing.tell("guessed", "circuit-at-site", f"{id_} → {circuit}")


def _site_of(termination: Record) -> int | None:
    if str(termination.held.get("termination_type") or "").endswith("site"):
        return termination.ref("termination", "termination_id")
    return termination.ref("site")
