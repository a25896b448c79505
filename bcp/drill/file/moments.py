"""When an inject is due: a moment as it is written, in seconds since the incident. Pure."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from bcp.drill.file.models import Clock, Drill, Inject, Moment
from bcp.scenario.models import Head
from bcp.units import DAY

__all__ = ["due_of", "planned_end", "second_of"]


def due_of(inject: Inject, head: Head, clock: Clock) -> int | None:
    """Return the second since the incident at which *inject* is due; nothing if it has no time.

    Nothing too if it is written by the local clock and the scenario does not say when it starts.
    What is written as a local time before the incident is negative.

    Parameters
    ----------
    inject
        The inject.
    head
        Of the scenario, for the local time of the incident.
    clock
        Of the drill: a time of day is the first such time at or after its start.

    Examples
    --------
    >>> from bcp.scenario.models import Head
    >>> head = Head(id="a", name="a", starts="2026-11-23T02:00")
    >>> due_of(Inject(no="1", text="a", at="03:30"), head, Clock())
    5400
    >>> due_of(Inject(no="1", text="a", at="01:00"), head, Clock())
    82800
    """
    return None if inject.at is None else second_of(inject.at, head.starts, clock.starts)


def second_of(moment: Moment, starts: datetime | None, earliest: int) -> int | None:
    """Return the second of *moment*: of a time of day, the first from the second *earliest* on.

    Parameters
    ----------
    moment
        As the file has it.
    starts
        The local time of the incident, if the scenario says so.
    earliest
        From which second on a time of day is looked for.
    """
    if isinstance(moment, int):
        return moment
    if starts is None:
        return None
    if isinstance(moment, datetime):
        return _seconds(moment - starts)
    return earliest + _until(moment, starts + timedelta(seconds=earliest))


def _until(wanted: time, now: datetime) -> int:
    """Return how long it is from *now* until the clock next shows *wanted*."""
    return _seconds(datetime.combine(now, wanted) - now) % DAY


def _seconds(length: timedelta) -> int:
    return length.days * DAY + length.seconds


def planned_end(drill: Drill) -> int | None:
    """Return what the scenario's clock shows when the planned length of *drill* is over.

    In seconds since the incident; nothing if no length is planned.
    """
    if drill.drill.length is None:
        return None
    now, left = drill.clock.starts, drill.drill.length * drill.clock.speed
    for jump in drill.clock.jumps:
        if jump.at - now > left:
            break
        now, left = jump.to, left - (jump.at - now)
    return now + left
