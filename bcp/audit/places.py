"""What scenarios strike in vain, or without a way back."""

from __future__ import annotations

from collections.abc import Iterator

from bcp.audit.audited import Audited, found, listed
from bcp.recovery.result import Finding
from bcp.words import Name


def struck_places(audited: Audited) -> Iterator[Finding]:
    """Find places that a scenario strikes although their contents do not depend on them."""
    network = audited.network
    inside: dict[str, list[str]] = {}
    for component in network.components:
        for place in network.places_of(component)[1:]:
            inside.setdefault(place, []).append(component)
    for impact in audited.impacts:
        name = Name(impact.head.id)
        struck = dict.fromkeys([hit.component for hit in impact.hits])
        struck |= dict.fromkeys([spell.component for spell in impact.outages])
        for place in struck:
            free = [
                c
                for c in inside.get(place, ())
                if place not in audited.stopped_by[c] and c not in struck
            ]
            if free:
                values = {"scenario": name, "number": len(free), "inside": listed(free)}
                yield found("place-without-effect", (place,), "warning", values=values)
        bare = [c for c in impact.damaged if not network.components[c].procedure]
        for component in audited.in_order(bare):
            functions = audited.waiting.on(component)
            own, values = (component,), {"scenario": name}
            yield found("damaged-without-procedure", own, functions=functions, values=values)
