"""Simulated annealing over a list that is scheduled: what made functions late is changed.

A function is late because of a chain: something ended late, because it began late, because what it
waits for ended late or because its people were still busy with something else. Only the second kind
of link can be changed, and unless one of them is, the function cannot come up sooner (the
neighbourhoods of job shops: van Laarhoven, Aarts and Lenstra 1992; with weighted tardiness: Mati,
Dauzère-Pérès and Lahlou 2011, Kuhpfahl and Bierwirth 2016).
"""

from __future__ import annotations

import numpy as np

from bcp.compiled.jit import bare
from bcp.compiled.kernel.arrays import Ints
from bcp.compiled.kernel.listing import Listing
from bcp.compiled.kernel.moves import below
from bcp.compiled.kernel.sheet import FROM, Sheet, mend, put_back
from bcp.compiled.kernel.shifts import mark_causes, mark_followers, pull, push, unmark

__all__ = ["search_late"]

_CHAINED = 50
"""So many of 100 changes are made to the chain of a function that is late, the others anywhere."""
_HERE = 70
"""A link of a chain is taken with this chance, in 100, otherwise one nearer to its beginning."""
_PUSHED = 30
"""So many of 100 put what stood in the way back, the others what waited forward."""
_FURTHER = 40
"""With this chance, in 100, it goes before one more that the same team does."""
_FEW = 3
"""The worst of so many functions is helped."""
_DEEP = 5.0
"""A change is given up where so much more is lost so far than may be, in units of the heat: what
is moved gains before what makes way loses, so hardly any of them would still be taken."""


@bare
def search_late(listing: Listing, sheet: Sheet, tries: int, heat: float, stop: Ints) -> None:
    """Try so many changes, or until `stop[0]` is not 0.

    Parameters
    ----------
    listing
        What is scheduled.
    sheet
        A list and its schedule; the best list so far.
    tries
        How many changes.
    heat
        How much more than now a list may lose and be taken, on average; in what a function loses.
    stop
        Is looked at before each.
    """
    for _ in range(tries):
        if stop[0] != 0 or len(sheet.cost) == 0 or len(sheet.listed) == 0:
            return
        if not _change(listing, sheet):
            continue
        luck = -np.log((1 + below(sheet.dice, 1 << 20)) / (1 << 20))
        share = heat * sheet.loss[1] / len(sheet.cost)
        most = sheet.loss[0] + luck * share
        loss = mend(listing, sheet, sheet.last[FROM], most + _DEEP * share)
        if loss > most:
            put_back(listing, sheet)
            continue
        sheet.loss[0] = loss
        if loss < sheet.loss[1] * (1.0 - 1e-12):
            sheet.loss[1] = loss
            for k in range(len(sheet.best)):
                sheet.best[k] = sheet.listed[k]


@bare
def _change(listing: Listing, sheet: Sheet) -> bool:
    """Change the list a little; return whether it was changed."""
    kind = below(sheet.dice, 100)
    if kind < _CHAINED:
        return _swap_late(listing, sheet)
    n = len(sheet.listed)
    place = below(sheet.dice, n)
    if kind & 1:
        return _sooner(listing, sheet, sheet.listed[place], max(0, place - _leap(sheet, place)))
    return _later(sheet, sheet.listed[place], place + _leap(sheet, n - 1 - place))


@bare
def _leap(sheet: Sheet, room: int) -> int:
    """Return how far to move: as likely from 1 to 10 as from 10 to 100."""
    if room <= 0:
        return 0
    share = (1 + below(sheet.dice, 1 << 20)) / (1 << 20)
    return min(room, int(room**share))


@bare
def _sooner(listing: Listing, sheet: Sheet, item: int, target: int) -> bool:
    """Put an activity, and with it what it waits for, before what stands at a place."""
    if target == sheet.place[item]:
        return False
    pull(sheet, mark_causes(listing, sheet, item, 0, target), target)
    return True


@bare
def _later(sheet: Sheet, item: int, target: int) -> bool:
    """Put an activity, and with it what waits for it, behind what stands at a place."""
    if target == sheet.place[item]:
        return False
    push(sheet, mark_followers(sheet, item, target), target)
    return True


@bare
def _late(sheet: Sheet) -> int:
    """Return a function that loses much: the worst of a few."""
    n = len(sheet.cost)
    chosen = below(sheet.dice, n)
    for _ in range(_FEW - 1):
        other = below(sheet.dice, n)
        if sheet.cost[other] > sheet.cost[chosen]:
            chosen = other
    return chosen


@bare
def _swap_late(listing: Listing, sheet: Sheet) -> bool:
    """Change one link of the chain that made a function late."""
    f, item, latest = _late(sheet), -1, -1
    for row in range(listing.back_from[f], listing.back_from[f + 1]):
        a = listing.back[row]
        if sheet.finish[a] + listing.delay[row] > latest:
            item, latest = a, sheet.finish[a] + listing.delay[row]
    first, second, n = -1, -1, len(sheet.place) - 1
    while item >= 0:
        cause, ready = -1, listing.release[item]
        for edge in range(listing.before_from[item], listing.before_from[item + 1]):
            moment = sheet.finish[listing.before[edge]] + listing.wait[edge]
            if moment >= ready:
                cause, ready = listing.before[edge], moment
        if sheet.start[item] > ready:
            before = _who_had(sheet, item)
            if before != n:
                first, second, cause = before, item, before
                if below(sheet.dice, 100) < _HERE:
                    break
        item = cause
    if first < 0:
        return False
    return _swap(listing, sheet, first, second)


@bare
def _who_had(sheet: Sheet, item: int) -> int:
    """Return whose end or start an activity waited for in one of its teams; nobody's: their number."""
    start, nobody = sheet.start[item], len(sheet.place) - 1
    for slot in range(sheet.slot_from[item], sheet.slot_from[item + 1]):
        prior = sheet.prior[slot]
        last = sheet.owner[prior]
        free = sheet.state_from[prior] + sheet.heads[slot] - 1
        if last == nobody or free >= sheet.state_from[prior + 1]:
            continue
        if sheet.start[last] == start or sheet.idle[free] == start:
            owner = last
            while owner != nobody and sheet.finish[owner] != start:
                prior = sheet.prior[prior]
                owner = sheet.owner[prior]
            return int(last if owner == nobody else owner)
    return nobody


@bare
def _swap(listing: Listing, sheet: Sheet, first: int, second: int) -> bool:
    """Put the second activity before the first, or the first behind the second."""
    if below(sheet.dice, 100) < _PUSHED:
        target = sheet.place[second]
        count = mark_followers(sheet, first, target)
        if sheet.mark[second]:
            unmark(sheet, count)
            return False
        push(sheet, count, target)
        return True
    slot = sheet.slot_from[first]
    while below(sheet.dice, 100) < _FURTHER:
        slot = sheet.prior[slot]
        if sheet.owner[slot] == len(sheet.place) - 1:
            break
        first = sheet.owner[slot]
    target = sheet.place[first]
    count = mark_causes(listing, sheet, second, 0, target)
    if sheet.mark[first]:
        unmark(sheet, count)
        return False
    pull(sheet, count, target)
    return True
