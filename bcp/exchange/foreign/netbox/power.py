"""Where the power of a device comes from: outlets, PDUs, feeds, panels, the supply of the site."""

from __future__ import annotations

from bcp.exchange.foreign.drawn import Need, Thing
from bcp.exchange.foreign.netbox.cabling import Cabling, End
from bcp.exchange.foreign.netbox.plan import Plan
from bcp.words import Phrase, say
from bcp.words.foreign import WORDS

__all__ = ["draw_feeds", "draw_power"]


def draw_feeds(plan: Plan) -> None:
    """Draw panels and feeds, each needing what is before it, up to the supply of the site."""
    for record in plan.live("power-panels"):
        id_ = plan.claim("power-panels", record)
        place = plan.place_of(record, (("location", "locations"), ("site", "sites")))
        plan.draw("power-panels", record, Thing(id_, "power", within=place))
        if (supply := _supply(plan, record.ref("site"))) is not None:
            plan.drawing.need(id_, Need((supply,), note=Phrase("supply-assumed")))
    for record in plan.live("power-feeds"):
        id_ = plan.claim("power-feeds", record)
        panel = plan.sheaf.find("power-panels", record.ref("power_panel"))
        keys = (("location", "locations"), ("site", "sites"))
        place = plan.place_of(record, (("rack", "racks"),)) or (
            plan.place_of(panel, keys) if panel else None
        )
        plan.draw("power-feeds", record, Thing(id_, "power", within=place))
        held = plan.id_of("power-panels", record.ref("power_panel"))
        if held and plan.drawing.need(id_, Need((held,))):
            plan.drawing.tell("derived", "feed-panel", record.name)


def _supply(plan: Plan, site: int | None) -> str | None:
    """Return the power from outside of a site, drawn when it is first asked for."""
    place = plan.id_of("sites", site)
    if site is None or place is None:
        return None
    if site not in plan.supplies:
        record = plan.sheaf["sites"][site]
        id_ = plan.drawing.claim(f"{place} grid power", "grid-power")
        names = {lang: say(WORDS, "grid-power", lang, name=record.name) for lang in ("ja", "en")}
        plan.drawing.add(Thing(id_, "external", names["ja"], names["en"], place, ("grid-power",)))
        plan.drawing.tell("guessed", "supply", record.name)
        plan.supplies[site] = id_
    return plan.supplies[site]


def draw_power(plan: Plan, cabling: Cabling) -> None:
    """Let every device need one of its sources; two of them stand in for each other."""
    sources: dict[str, list[str]] = {id_: [] for id_ in plan.part}
    for port in sorted(plan.sheaf["power-ports"].values(), key=lambda record: record.id):
        owner = plan.id_of("devices", port.ref("device"))
        if owner is None:
            continue
        for end in cabling.traced(port, "powerport"):
            source = _source(plan, end)
            if source is not None and source != owner:
                sources[owner].append(source)
    redundant = {
        plan.id_of("power-feeds", number)
        for number, record in plan.sheaf["power-feeds"].items()
        if record.value("type") == "redundant"
    }
    for owner, found in sources.items():
        # What NetBox calls redundant stands behind the others.
        ordered = sorted(dict.fromkeys(found), key=lambda id_: id_ in redundant)
        _need_power(plan, owner, ordered)


def _source(plan: Plan, end: End) -> str | None:
    if end.sort == "poweroutlet":
        return plan.id_of("devices", end.device)
    return plan.id_of("power-feeds", end.number) if end.sort == "powerfeed" else None


def _need_power(plan: Plan, owner: str, found: list[str]) -> None:
    drawing = plan.drawing
    if found:
        note = Phrase("one-source-is-enough") if len(found) > 1 else None
        if drawing.need(owner, Need(tuple(found), note=note)):
            drawing.tell("derived", "power-several" if len(found) > 1 else "power-one", owner)
        return
    if drawing.kind_of(owner) == "external":
        return
    supply = _supply(plan, plan.sites.get(owner))
    if supply is not None and drawing.need(owner, Need((supply,), note=Phrase("power-unknown"))):
        drawing.tell("guessed", "power-from-site", owner)
    elif supply is None:
        drawing.tell("left-out", "no-power", owner)
