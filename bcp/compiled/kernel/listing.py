"""The arrays that list scheduling and the search over lists are handed."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bcp.compiled.kernel.arrays import Floats, Ints

__all__ = ["Course", "Listing", "Moves", "Seeds"]

Seeds = NDArray[np.uint64]


class Listing(NamedTuple):
    """A resource-constrained project, as arrays. Shared by every thread; never changed.

    Lists of several items are flat arrays cut by ``…_from``. Seconds since the incident.
    """

    duration: Ints
    release: Ints
    before_from: Ints
    before: Ints
    wait: Ints
    """How long after each of those in `before` an activity can start."""
    after_from: Ints
    after: Ints
    lag: Ints
    """How long after an activity each of those in `after` can start."""
    window_from: Ints
    opens: Ints
    closes: Ints
    sort: Ints
    """Of each activity: the number of its crew; activities of one crew are alike in their wants."""
    crew_from: Ints
    crew_team: Ints
    crew_heads: Ints
    queue_from: Ints
    """By crew: its piece of the queues."""
    step_from: Ints
    step_at: Ints
    heads: Ints
    instants: Ints
    """When more people come, rising."""
    people_from: Ints
    """By team: its piece of a list of all people."""
    back_from: Ints
    back: Ints
    delay: Ints
    earliest: Ints
    rto: Ints
    weight: Floats
    """By function: what a second of lateness costs."""
    worked_around: Ints
    """By function: after how long it is worked around."""
    lasts: Ints
    level: Floats
    outage_weight: float
    horizon: int


class Moves(NamedTuple):
    """What a search over lists has to know of the items that it moves."""

    before_from: Ints
    before: Ints
    """What each item waits for: it is pulled forward with them."""
    goal_from: Ints
    goal: Ints
    """What each function waits for."""
    length: Ints
    """How long each item takes."""
    team: Ints
    """Of each item: one of its teams, -1: none."""


class Course(NamedTuple):
    """The state of one search over lists, which goes on where it stopped."""

    now: Ints
    """The list that is being changed."""
    best: Ints
    place: Ints
    """Of each item: where it stands in `now`."""
    start: Ints
    """Of each item: its start by `now`."""
    cost: Floats
    """Of each function: its loss by `now`."""
    loss: Floats
    """Of `now`, of `best`; the heat of the cycle."""
    clock: Ints
    """How many lists since `best` was found; how many in this cycle; how many it has."""
    dice: Seeds
    """The state of its random numbers."""
    # Memory of one try.
    next: Ints
    next_place: Ints
    next_start: Ints
    next_cost: Floats
    mark: Ints
    stack: Ints
