"""A list and the schedule that it leads to, mended after each change instead of made anew.

The schedule is that of the patient scheme: nobody overtakes who shares a team. When an activity
starts then depends on two things alone: when those that it waits for end, and when the people of
its teams are free after the one before it. So after a change only what has a new neighbour is
looked at again, and from there on whatever follows something that moved; as soon as times are the
old ones, nothing behind them is touched. Local search over schedules of job shops owes its speed to
that (Mati, Dauzère-Pérès and Lahlou 2011).
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from bcp.compiled.jit import bare, woven
from bcp.compiled.kernel.arrays import Floats, Ints
from bcp.compiled.kernel.listing import Listing, Seeds
from bcp.compiled.kernel.schedule import cost_of, open_from

__all__ = ["Sheet", "mend", "new_sheet", "put_back", "settle"]

_WORD = 6
"""A machine word is so many doublings of one bit."""


class Sheet(NamedTuple):
    """A list with its schedule; for one thread at a time.

    A *slot* is an activity's share of one team. After the slots of all activities come those of a
    nobody, one for each team, before which nothing happened: rings of slots begin and end there.
    """

    slot_from: Ints
    """By activity: its slots."""
    owner: Ints
    """By slot: the activity; that of nobody is the number of activities."""
    heads: Ints
    """By slot: how many it takes; more than there are: it never starts."""
    state_from: Ints
    """By slot: its piece of `idle`."""
    after_from: Ints
    after: Ints
    """Which of those listed follow an activity."""
    use_from: Ints
    use: Ints
    """Which functions wait for an activity."""

    listed: Ints
    place: Ints
    """By activity: where it stands in the list; nobody: before everything."""
    prior: Ints
    """By slot: the one before it in its team."""
    next: Ints
    start: Ints
    finish: Ints
    idle: Ints
    """By slot: when each of the team is free next once it is done, the soonest first."""
    cost: Floats
    loss: Floats
    """Of the list; of the best list; of the list as far as it is mended."""
    best: Ints
    dice: Seeds

    # What the last change took the place of, and memory.
    dirty: Seeds
    """A bit for each place of the list: look again at what stands there."""
    last: Ints
    """The last word of `dirty` with a bit; how many activities changed, functions, slots that were
    moved; from where to where the list changed."""
    touched: Ints
    old_start: Ints
    old_idle: Ints
    used: Ints
    use_mark: Ints
    old_cost: Floats
    moved: Ints
    """Slots that were moved; what each stood behind; what stood behind it."""
    moved_prior: Ints
    moved_next: Ints
    old_listed: Ints
    mark: Ints
    stack: Ints


WORD, ACTIVITIES, FUNCTIONS, SLOTS, FROM, TO = range(6)
"""The places of :attr:`Sheet.last`."""


def _pieces(owner: Ints, size: int) -> Ints:
    """Return where the piece of each of *size* owners begins among rows sorted by owner."""
    count = np.bincount(owner, minlength=size)
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(count, dtype=np.int64)])


def new_sheet(listing: Listing, listed: Ints, seed: int) -> Sheet:
    """Return a sheet for lists of the activities in *listed*, which is not scheduled yet.

    Parameters
    ----------
    listing
        What is scheduled.
    listed
        The activities that are moved, each after those that it waits for.
    seed
        Of its random numbers; not 0.
    """
    n, teams, functions = len(listing.duration), len(listing.step_from) - 1, len(listing.rto)
    rows = [
        (a, row)
        for a, sort in enumerate(listing.sort.tolist())
        if sort >= 0
        for row in range(listing.crew_from[sort], listing.crew_from[sort + 1])
    ]
    owner = np.array([a for a, _ in rows] + [n] * teams, np.int64)
    team = np.array([listing.crew_team[row] for _, row in rows] + [*range(teams)], np.int64)
    heads = [listing.crew_heads[row] for _, row in rows]
    size = np.diff(listing.people_from)[team]
    is_listed = np.isin(np.arange(n), listed)
    edges = np.repeat(np.arange(n), np.diff(listing.after_from))
    kept = is_listed[listing.after]
    waits = np.repeat(np.arange(functions), np.diff(listing.back_from))
    by_goal = np.argsort(listing.back, kind="stable")
    slots, state_from = len(owner), np.concatenate([np.zeros(1, np.int64), np.cumsum(size)])
    sheet = Sheet(
        slot_from=_pieces(owner, n + 1),
        owner=owner,
        heads=np.array([*heads, *[0] * teams], np.int64),
        state_from=state_from,
        after_from=_pieces(edges[kept], n),
        after=listing.after[kept],
        use_from=_pieces(listing.back, n),
        use=waits[by_goal].astype(np.int64),
        listed=listed.copy(),
        place=np.full(n + 1, -1, np.int64),
        prior=np.zeros(slots, np.int64),
        next=np.zeros(slots, np.int64),
        start=np.append(np.full(n, listing.horizon, np.int64), 0),
        finish=np.append(listing.horizon + listing.duration, 0),
        idle=np.zeros(int(state_from[-1]), np.int64),
        cost=np.zeros(functions),
        loss=np.array([np.inf, np.inf, np.inf]),
        best=listed.copy(),
        dice=np.array([seed], np.uint64),
        dirty=np.zeros((len(listed) >> _WORD) + 1, np.uint64),
        last=np.zeros(6, np.int64),
        touched=np.zeros(n, np.int64),
        old_start=np.zeros(n, np.int64),
        old_idle=np.zeros(int(state_from[-1]), np.int64),
        used=np.zeros(functions, np.int64),
        use_mark=np.zeros(functions, np.int64),
        old_cost=np.zeros(functions),
        moved=np.zeros(slots, np.int64),
        moved_prior=np.zeros(slots, np.int64),
        moved_next=np.zeros(slots, np.int64),
        old_listed=listed.copy(),
        mark=np.zeros(n + 1, np.int64),
        stack=np.zeros(n, np.int64),
    )
    _let_begin(listing, sheet)
    return sheet


def _let_begin(listing: Listing, sheet: Sheet) -> None:
    """Write when the people of each team are there for the first time."""
    teams = len(listing.step_from) - 1
    for team in range(teams):
        begin, count = sheet.state_from[len(sheet.owner) - teams + team], 0
        for step in range(listing.step_from[team], listing.step_from[team + 1]):
            while count < listing.heads[step]:
                sheet.idle[begin + count] = listing.step_at[step]
                count += 1


@bare
def settle(listing: Listing, sheet: Sheet, order: Ints) -> float:
    """Make the schedule of a list from the beginning; return what it loses.

    Parameters
    ----------
    listing
        What is scheduled.
    sheet
        Takes it.
    order
        The activities that the sheet is for; what an activity waits for comes before it.
    """
    teams = len(listing.step_from) - 1
    nobody = len(sheet.owner) - teams
    for slot in range(nobody, len(sheet.owner)):
        sheet.prior[slot] = sheet.next[slot] = slot
    for k in range(len(order)):
        a = order[k]
        sheet.listed[k], sheet.place[a] = a, k
        sheet.dirty[k >> _WORD] |= np.uint64(1) << np.uint64(k & 63)
        row = listing.crew_from[listing.sort[a]] if listing.sort[a] >= 0 else 0
        for slot in range(sheet.slot_from[a], sheet.slot_from[a + 1]):
            ring = nobody + listing.crew_team[row + slot - sheet.slot_from[a]]
            last = sheet.prior[ring]
            sheet.prior[slot], sheet.next[slot] = last, ring
            sheet.next[last] = sheet.prior[ring] = slot
    sheet.last[WORD] = len(sheet.dirty) - 1
    sheet.last[SLOTS] = sheet.last[FROM] = sheet.last[TO] = 0
    mend(listing, sheet, 0, np.inf)
    sheet.loss[0] = 0.0
    for f in range(len(sheet.cost)):
        sheet.cost[f] = cost_of(listing, sheet.start, f)
        sheet.loss[0] += sheet.cost[f]
    return float(sheet.loss[0])


@bare
def soil(sheet: Sheet, activity: int) -> None:
    """Have an activity looked at again."""
    place = sheet.place[activity]
    word = place >> _WORD
    sheet.dirty[word] |= np.uint64(1) << np.uint64(place & 63)
    sheet.last[WORD] = max(sheet.last[WORD], word)


@bare
def mend(listing: Listing, sheet: Sheet, first: int, most: float) -> float:
    """Bring the schedule up to date with the list; return what it loses then.

    Nothing that stands before the place `first` is to be looked at. Broken off where more than
    `most` is lost so far: the schedule is then good for nothing but to be put back. Rounding may make
    the sum of many changes differ from the sum of all losses in its last digits.
    """
    sheet.last[ACTIVITIES] = sheet.last[FUNCTIONS] = 0
    sheet.loss[2] = sheet.loss[0]
    word = first >> _WORD
    while word <= sheet.last[WORD]:
        while sheet.dirty[word]:
            bits = sheet.dirty[word]
            sheet.dirty[word] = bits & (bits - np.uint64(1))
            _replan(listing, sheet, sheet.listed[(word << _WORD) + _lowest(bits)])
            if sheet.loss[2] > most:
                for rest in range(word, sheet.last[WORD] + 1):
                    sheet.dirty[rest] = 0
        word += 1
    sheet.last[WORD] = 0
    for row in range(sheet.last[FUNCTIONS]):
        sheet.use_mark[sheet.used[row]] = 0
    return float(sheet.loss[2])


@woven
def _lowest(bits: int) -> int:
    """Return the number of the lowest bit that is set: a power of two is a float without error."""
    alone = bits & (~bits + np.uint64(1))
    return math.frexp(float(alone))[1] - 1


@woven
def _replan(listing: Listing, sheet: Sheet, a: int) -> None:
    """Let one activity start when it can now, and pass on what that changes."""
    moment = listing.release[a]
    for edge in range(listing.before_from[a], listing.before_from[a + 1]):
        moment = max(moment, sheet.finish[listing.before[edge]] + listing.wait[edge])
    for slot in range(sheet.slot_from[a], sheet.slot_from[a + 1]):
        prior, heads = sheet.prior[slot], sheet.heads[slot]
        base = sheet.state_from[prior]
        moment = max(moment, sheet.start[sheet.owner[prior]])
        if heads > sheet.state_from[prior + 1] - base:
            moment = listing.horizon
        else:
            moment = max(moment, sheet.idle[base + heads - 1])
    moment = min(open_from(listing, a, moment), listing.horizon)
    was = sheet.start[a]
    is_moved = moment != was
    is_touched = is_moved
    sheet.old_start[a] = was
    until = moment + listing.duration[a]
    sheet.start[a], sheet.finish[a] = moment, until
    for slot in range(sheet.slot_from[a], sheet.slot_from[a + 1]):
        is_other = _engage(sheet, slot, until)
        is_touched = is_touched or is_other
        follower = sheet.owner[sheet.next[slot]]
        if (is_moved or is_other) and follower < len(listing.duration):
            soil(sheet, follower)
    if is_touched:
        sheet.touched[sheet.last[ACTIVITIES]] = a
        sheet.last[ACTIVITIES] += 1
    if is_moved:
        for edge in range(sheet.after_from[a], sheet.after_from[a + 1]):
            soil(sheet, sheet.after[edge])
        for row in range(sheet.use_from[a], sheet.use_from[a + 1]):
            _recount(listing, sheet, sheet.use[row])


@bare
def _recount(listing: Listing, sheet: Sheet, f: int) -> None:
    """Write what a function loses by what is known so far."""
    was, cost = sheet.cost[f], cost_of(listing, sheet.start, f)
    if was == cost:
        return
    if sheet.use_mark[f] == 0:
        sheet.use_mark[f] = 1
        sheet.used[sheet.last[FUNCTIONS]] = f
        sheet.last[FUNCTIONS] += 1
        sheet.old_cost[f] = was
    sheet.cost[f] = cost
    sheet.loss[2] += cost - was


@bare
def _engage(sheet: Sheet, slot: int, until: int) -> bool:
    """Write when the people of a slot are free after it; return whether that is new."""
    before, heads = sheet.state_from[sheet.prior[slot]], sheet.heads[slot]
    into, end = sheet.state_from[slot], sheet.state_from[slot + 1]
    size = end - into
    if heads > size:
        heads = 0
    is_other, read, left = False, heads, heads
    for k in range(into, end):
        if left and (read == size or sheet.idle[before + read] >= until):
            moment = until
            left -= 1
        else:
            moment = sheet.idle[before + read]
            read += 1
        was = sheet.idle[k]
        sheet.old_idle[k] = was
        is_other = is_other or was != moment
        sheet.idle[k] = moment
    return is_other


@bare
def put_back(listing: Listing, sheet: Sheet) -> None:
    """Take the last change back, list and schedule."""
    for row in range(sheet.last[ACTIVITIES]):
        a = sheet.touched[row]
        sheet.start[a] = sheet.old_start[a]
        sheet.finish[a] = sheet.old_start[a] + listing.duration[a]
        for k in range(
            sheet.state_from[sheet.slot_from[a]], sheet.state_from[sheet.slot_from[a + 1]]
        ):
            sheet.idle[k] = sheet.old_idle[k]
    for row in range(sheet.last[FUNCTIONS]):
        f = sheet.used[row]
        sheet.cost[f] = sheet.old_cost[f]
    for row in range(sheet.last[SLOTS] - 1, -1, -1):
        slot, prior = sheet.moved[row], sheet.moved_prior[row]
        unhook(sheet, slot)
        hook(sheet, slot, prior)
    for k in range(sheet.last[FROM], sheet.last[TO]):
        sheet.listed[k] = sheet.old_listed[k]
        sheet.place[sheet.listed[k]] = k


@bare
def unhook(sheet: Sheet, slot: int) -> None:
    """Take a slot out of its ring."""
    sheet.next[sheet.prior[slot]] = sheet.next[slot]
    sheet.prior[sheet.next[slot]] = sheet.prior[slot]


@bare
def hook(sheet: Sheet, slot: int, prior: int) -> None:
    """Put a slot behind another."""
    after = sheet.next[prior]
    sheet.prior[slot], sheet.next[slot] = prior, after
    sheet.next[prior] = sheet.prior[after] = slot
