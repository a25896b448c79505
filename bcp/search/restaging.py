"""What a scenario does, written as a scenario again in which nothing is left to chance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bcp.scenario.impact import Hit, Impact, Spell
from bcp.scenario.models import Access, Damage, Event, Outage, Scenario, Select, StaffChange

__all__ = ["restaged"]


def restaged(impact: Impact, place: Mapping[str, int]) -> Scenario:
    """Return a scenario that does just what *impact* says.

    Parameters
    ----------
    impact
        What happens.
    place
        The position of each component in the order of the files, in which a selection lists them.
    """
    events = [
        *_damage(impact.hits, place),
        *map(_outage, impact.outages),
        *map(_access, impact.barred),
        *(
            Event.model_construct(
                at=absence.start,
                staff=StaffChange.model_construct(
                    team=absence.team,
                    available=absence.available,
                    for_=_length(absence.start, absence.end),
                ),
            )
            for absence in impact.absences
        ),
    ]
    return Scenario.model_construct(scenario=impact.head, events=tuple(events))


def _damage(hits: tuple[Hit, ...], place: Mapping[str, int]) -> Iterator[Event]:
    """Yield an event for each run of hits that one selection lists in their order."""
    run: list[Hit] = []
    for hit in hits:
        goes_on = run and (hit.at, hit.corrupt_since) == (run[-1].at, run[-1].corrupt_since)
        if run and not (goes_on and place[hit.component] > place[run[-1].component]):
            yield _hit(run)
            run = []
        run.append(hit)
    if run:
        yield _hit(run)


def _hit(run: list[Hit]) -> Event:
    select = Select(id=tuple(hit.component for hit in run))
    damage = Damage.model_construct(select=select, corrupt_since=run[0].corrupt_since)
    return Event.model_construct(at=run[0].at, damage=damage)


def _outage(spell: Spell) -> Event:
    held = Outage.model_construct(select=_only(spell), for_=_length(spell.start, spell.end))
    return Event.model_construct(at=spell.start, outage=held)


def _access(spell: Spell) -> Event:
    barred = Access.model_construct(select=_only(spell), for_=_length(spell.start, spell.end))
    return Event.model_construct(at=spell.start, access=barred)


def _only(spell: Spell) -> Select:
    return Select(id=(spell.component,))


def _length(start: int, end: int | None) -> int | None:
    return None if end is None else end - start
