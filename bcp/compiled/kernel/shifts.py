"""Changes of a list that is scheduled: some activities forward, or back, and their teams with them.

What is moved takes along what must not stand on its other side: forward what it waits for, back what
waits for it. The others keep their order.
"""

from __future__ import annotations

from bcp.compiled.jit import bare, woven
from bcp.compiled.kernel.listing import Listing
from bcp.compiled.kernel.sheet import FROM, SLOTS, TO, Sheet, hook, soil, unhook

__all__ = ["mark_causes", "mark_followers", "pull", "push", "unmark"]


@bare
def mark_causes(listing: Listing, sheet: Sheet, item: int, count: int, target: int) -> int:
    """Mark an activity and all that it waits for from the place `target` on.

    They are kept on the stack, `count` others before them; returns how many there are then.
    """
    if sheet.mark[item] or sheet.place[item] < target:
        return count
    sheet.mark[item] = 1
    sheet.stack[count] = item
    read, count = count, count + 1
    while read < count:
        one = sheet.stack[read]
        for row in range(listing.before_from[one], listing.before_from[one + 1]):
            cause = listing.before[row]
            if sheet.mark[cause] == 0 and sheet.place[cause] >= target:
                sheet.mark[cause] = 1
                sheet.stack[count] = cause
                count += 1
        read += 1
    return count


@bare
def mark_followers(sheet: Sheet, item: int, target: int) -> int:
    """Mark an activity and all that waits for it up to the place `target`; return how many."""
    sheet.mark[item] = 1
    sheet.stack[0] = item
    read, count = 0, 1
    while read < count:
        one = sheet.stack[read]
        for row in range(sheet.after_from[one], sheet.after_from[one + 1]):
            follower = sheet.after[row]
            if sheet.mark[follower] == 0 and sheet.place[follower] <= target:
                sheet.mark[follower] = 1
                sheet.stack[count] = follower
                count += 1
        read += 1
    return count


@woven
def unmark(sheet: Sheet, count: int) -> None:
    """Forget so many marks."""
    for row in range(count):
        sheet.mark[sheet.stack[row]] = 0


@bare
def pull(sheet: Sheet, count: int, target: int) -> None:
    """Put the marked activities, none of which stands before `target`, there; unmark them."""
    moved, left, end = 0, count, target
    while left:
        item = sheet.listed[end]
        sheet.old_listed[end] = item
        if sheet.mark[item]:
            for slot in range(sheet.slot_from[item], sheet.slot_from[item + 1]):
                prior = sheet.prior[slot]
                owner = sheet.owner[prior]
                while sheet.place[owner] >= target and sheet.mark[owner] == 0:
                    prior = sheet.prior[prior]
                    owner = sheet.owner[prior]
                moved = _moved(sheet, moved, slot, prior)
            sheet.listed[target + count - left] = item
            left -= 1
        end += 1
    # The marked stand in front now; the others follow from what was there.
    k = target + count
    for place in range(target, end):
        item = sheet.old_listed[place]
        if sheet.mark[item] == 0:
            sheet.listed[k] = item
            k += 1
    _note(sheet, moved, count, target, end)


@bare
def push(sheet: Sheet, count: int, target: int) -> None:
    """Put the marked activities, none of which stands behind `target`, there; unmark them."""
    moved, left, begin = 0, count, target
    while left:
        item = sheet.listed[begin]
        sheet.old_listed[begin] = item
        if sheet.mark[item]:
            for slot in range(sheet.slot_from[item + 1] - 1, sheet.slot_from[item] - 1, -1):
                after, prior = sheet.next[slot], sheet.prior[slot]
                owner = sheet.owner[after]
                while 0 <= sheet.place[owner] <= target and sheet.mark[owner] == 0:
                    prior = after
                    after = sheet.next[after]
                    owner = sheet.owner[after]
                moved = _moved(sheet, moved, slot, prior)
            sheet.listed[target - count + left] = item
            left -= 1
        begin -= 1
    k = target - count
    for place in range(target, begin, -1):
        item = sheet.old_listed[place]
        if sheet.mark[item] == 0:
            sheet.listed[k] = item
            k -= 1
    _note(sheet, moved, count, begin + 1, target + 1)


@bare
def _moved(sheet: Sheet, moved: int, slot: int, prior: int) -> int:
    """Put a slot behind another, if it does not stand there; return how many were moved so far."""
    was = sheet.prior[slot]
    if prior == was:
        return moved
    sheet.moved[moved], sheet.moved_prior[moved] = slot, was
    sheet.moved_next[moved] = sheet.next[slot]
    unhook(sheet, slot)
    hook(sheet, slot, prior)
    return moved + 1


@bare
def _note(sheet: Sheet, moved: int, count: int, begin: int, end: int) -> None:
    """Write the new places, what has to be looked at again, and what was changed."""
    nobody = len(sheet.place) - 1
    for place in range(begin, end):
        sheet.place[sheet.listed[place]] = place
    for row in range(moved):
        slot = sheet.moved[row]
        soil(sheet, sheet.owner[slot])
        for other in (sheet.next[slot], sheet.moved_next[row]):
            if sheet.owner[other] != nobody:
                soil(sheet, sheet.owner[other])
    for row in range(count):
        sheet.mark[sheet.stack[row]] = 0
    sheet.last[SLOTS], sheet.last[FROM], sheet.last[TO] = moved, begin, end
