"""What a scenario makes happen, in words, by the sort of thing that it strikes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from bcp.inventory.models import Kind
from bcp.report.forms.teller import Teller
from bcp.scenario.expand import Selector
from bcp.scenario.models import Damage, Event, Scenario, Select
from bcp.words import join

__all__ = ["SORTS", "happenings"]

SORTS = ("places", "power", "cooling", "lines", "machines", "data", "people")
"""What is told apart, as form 14 does."""
_NAMED = 2
_SORT_OF: Mapping[Kind, str] = {
    "site": "places",
    "room": "places",
    "power": "power",
    "cooling": "cooling",
    "network": "lines",
    "external": "lines",
    "server": "machines",
    "storage": "machines",
    "service": "machines",
    "data": "data",
}


def happenings(scenario: Scenario, teller: Teller) -> dict[str, tuple[str, ...]]:
    """Return what happens in *scenario*, by sort, in the order of its events.

    What befalls several things in the same way is told once.
    """
    found: dict[str, dict[_Blow, list[str]]] = {sort: {} for sort in SORTS}
    selector = Selector(teller.ground.inventory)
    for event in scenario.events:
        for sort, blow, ids in _blows(event, selector, teller):
            known = found[sort].setdefault(blow, [])
            known += [id_ for id_ in ids if id_ not in known]
    return {
        sort: tuple(_told(blow, ids, teller) for blow, ids in blows.items())
        for sort, blows in found.items()
    }


class _Blow(NamedTuple):
    """What happens to something, whatever that is."""

    key: str
    """Of the words."""
    at: int
    how: str


def _blows(
    event: Event, selector: Selector, teller: Teller
) -> Iterator[tuple[str, _Blow, Sequence[str]]]:
    """Return what an event does, by sort."""
    if event.damage is not None:
        blow = _Blow("hap-damage", event.at, _how(event.damage, teller))
        yield from ((s, blow, ids) for s, ids in _struck(event.damage.select, selector, teller))
    if event.outage is not None:
        blow = _Blow("hap-outage", event.at, _length(event.outage.for_, teller))
        yield from ((s, blow, ids) for s, ids in _struck(event.outage.select, selector, teller))
    if event.access is not None:
        blow = _Blow("hap-access", event.at, _length(event.access.for_, teller))
        yield "places", blow, selector(event.access.select)
    if event.staff is not None:
        left = _people(event.staff.available, teller)
        how = teller.say("hap-left", number=left, length=_length(event.staff.for_, teller))
        yield "people", _Blow("hap-staff", event.at, how), (event.staff.team,)


def _told(blow: _Blow, ids: Sequence[str], teller: Teller) -> str:
    at = teller.say("hap-at", at=teller.span(blow.at)) if blow.at else ""
    return teller.say(blow.key, at=at, names=_names(ids, teller), how=blow.how)


def _names(ids: Sequence[str], teller: Teller) -> str:
    """Return what things are called; to the public, what stands inside is only counted."""
    if not teller.is_public:
        return teller.list(ids, _NAMED)
    components = teller.ground.components
    inside = [id_ for id_ in ids if id_ in components and components[id_].within is not None]
    open_ = teller.list([id_ for id_ in ids if id_ not in inside], _NAMED)
    counted = teller.say("things", number=len(inside)) if inside else ""
    return join(filter(None, (open_, counted)), teller.lang)


def _struck(
    select: Select, selector: Selector, teller: Teller
) -> Iterator[tuple[str, Sequence[str]]]:
    """Return what a selection strikes, by sort."""
    by_sort: dict[str, list[str]] = {}
    for id_ in selector(select):
        by_sort.setdefault(_SORT_OF[teller.ground.components[id_].kind], []).append(id_)
    yield from by_sort.items()


def _how(damage: Damage, teller: Teller) -> str:
    """Return with which chance, and how long data was spoilt before."""
    since = damage.corrupt_since
    spoilt = "" if since is None else teller.say("hap-spoilt", span=teller.span(since))
    if damage.share == 1:
        return spoilt
    key = "hap-share" if damage.hits else "hap-share-spared"
    return teller.say(key, share=_percent(damage.share)) + spoilt


def _length(seconds: int | None, teller: Teller) -> str:
    return teller.say("hap-throughout") if seconds is None else teller.span(seconds)


def _people(available: int | Fraction, teller: Teller) -> str:
    if isinstance(available, int):
        return teller.say("heads", number=available)
    return _percent(available)


def _percent(share: Fraction) -> str:
    percent = share * 100
    return f"{int(percent)}%" if percent.denominator == 1 else f"{float(percent):.1f}%"
