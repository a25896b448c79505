"""Rules R1 to R4 and steps (2) to (4) of R5: ``bcp.outage.rules``, step by step, as kernels."""

from __future__ import annotations

from bcp.compiled.jit import bare, woven
from bcp.compiled.kernel import columns as c
from bcp.compiled.kernel.arrays import Ints
from bcp.compiled.kernel.heaps import drop_entry
from bcp.compiled.kernel.lists import (
    fall,
    hope,
    is_rising,
    mark,
    note,
    reserve,
    rest_of,
    soil,
    touch,
)


@woven
def take_agenda(m: Ints, now: int) -> None:
    """Take what falls due now off the agenda."""
    heap = m[c.B_AGENDA]
    while m[c.S_AGENDA] and m[heap] >> m[c.B_BITS] <= now:
        what = m[heap + c.E_WHAT]
        drop_entry(m, heap, m[c.S_AGENDA])
        m[c.S_AGENDA] -= 1
        sort, thing = what & 3, what >> 2
        if sort == c.STARTUP:
            m[m[c.B_STARTUPS] + m[c.S_STARTUPS]] = thing
            m[c.S_STARTUPS] += 1
        elif sort == c.RESERVE:
            reserve(m, thing)
        else:
            m[m[c.B_ENGAGEMENTS] + m[c.S_ENGAGEMENTS]] = thing
            m[c.S_ENGAGEMENTS] += 1


# Step (1): what the caller tells.


@woven
def strike(m: Ints, node: int) -> None:
    """Bring *node* down from outside."""
    soil(m, node)
    m[node + c.STARTING] = -1
    fall(m, node)


@woven
def release(m: Ints, node: int) -> None:
    """End one outage of *node*."""
    m[node + c.HINDERED] -= 1
    if not m[node + c.HINDERED]:
        hope(m, node)


@woven
def tell_staff(m: Ints, now: int) -> None:
    """Say of every function whether its people are on hand."""
    for place in range(m[c.B_STAFFED], m[c.B_STAFFED_END]):
        need = m[place]
        is_enough = m[m[rest_of(m, need) + c.G_TEAM] + c.PRESENT] >= -m[need + c.G_SPARE]
        is_short = m[need + c.FLAGS] & c.SHORT
        if not is_enough and not is_short:
            lose(m, need, now)
        elif is_enough and is_short:
            gain(m, need)


# Losses


@bare
def lose(m: Ints, need: int, now: int) -> None:
    """R2: a need stops being satisfied; it also breaks a start (R4)."""
    flags = touch(m, need)
    m[need + c.FLAGS] = flags | c.SHORT
    owner, role = m[need + c.G_OWNER], flags >> c.ROLE_FROM
    if role == c.TASK:
        m[owner + c.MISSING] += 1
        return
    if role == c.STARTS_WITH:
        m[owner + c.HINDERED] += 1
        m[owner + c.STARTING] = -1
        return
    m[owner + c.SHORT_OF] += 1
    if m[owner + c.IS_DOWN]:
        m[owner + c.STARTING] = -1
    rest = rest_of(m, need)
    if not flags & c.WATCHED or not m[rest + c.G_HOLDOVER]:
        if not m[owner + c.IS_DOWN]:
            fall(m, owner)
        return
    if m[rest + c.LOST_AT] < 0:
        m[rest + c.LOST_AT] = now
        note(m, now + m[rest + c.G_HOLDOVER], c.RESERVE, need)
    reserve(m, need)


@woven
def _follow_losses(m: Ints, now: int) -> None:
    """R3, and R2 where there is no reserve."""
    while m[c.S_FALLING]:
        m[c.S_FALLING] -= 1
        node = m[m[c.B_FALLING] + m[c.S_FALLING]]
        if m[node + c.IS_DOWN]:
            continue
        m[node + c.IS_DOWN] = 1
        if m[node + c.N_WATCHED]:
            if m[node + c.N_FUNCTION]:
                mark(m, m[node + c.N_FUNCTION])
            for place in range(m[node + c.N_BRIDGED], m[node + c.N_BRIDGED_END]):
                reserve(m, m[place])
        for place in range(m[node + c.N_USERS], m[node + c.N_USERS_END]):
            need = m[place]
            absent, spare = m[need + c.ABSENT] + 1, m[need + c.G_SPARE]
            m[need + c.ABSENT] = absent
            if touch(m, need) & c.SHORT:
                continue
            if absent > spare and (spare >= 0 or _is_engaged(m, need, node)):
                lose(m, need, now)


@bare
def _is_engaged(m: Ints, need: int, node: int) -> bool:
    rest = rest_of(m, need)
    for place in range(m[rest + c.G_PLACE], m[rest + c.G_PLACE_END], c.PLACE):
        if m[place + c.ENGAGED] == node:
            return True
    return False


# Gains


@bare
def gain(m: Ints, need: int) -> None:
    """R1: a need is satisfied again."""
    flags = touch(m, need) & ~c.SHORT
    owner, role = m[need + c.G_OWNER], flags >> c.ROLE_FROM
    m[need + c.FLAGS] = flags
    if role == c.TASK:
        m[owner + c.MISSING] -= 1
        _regain(m, need)
        return
    if role == c.STARTS_WITH:
        m[owner + c.HINDERED] -= 1
    else:
        m[owner + c.SHORT_OF] -= 1
    # What is not hindered is not damaged either: it has no tasks that might wait.
    if m[owner + c.HINDERED]:
        if role == c.REQUIRES and m[owner + c.UNFINISHED]:
            _regain(m, need)
    elif m[owner + c.IS_DOWN] and not m[owner + c.SHORT_OF]:
        hope(m, owner)


@woven
def _regain(m: Ints, need: int) -> None:
    if not m[need + c.FLAGS] & c.REGAINED:
        m[need + c.FLAGS] |= c.REGAINED
        m[m[c.B_REGAINED] + m[c.S_REGAINED]] = need
        m[c.S_REGAINED] += 1


@woven
def _follow_gains(m: Ints, now: int) -> None:
    """R4, and the changeovers of R1 that fall due."""
    for entry in range(m[c.B_ENGAGEMENTS], m[c.B_ENGAGEMENTS] + m[c.S_ENGAGEMENTS]):
        place = m[entry]
        if m[place + c.CHOICE] == now and not m[m[place + c.CHOSEN] + c.IS_DOWN]:
            _engage(m, place)
    for entry in range(m[c.B_STARTUPS], m[c.B_STARTUPS] + m[c.S_STARTUPS]):
        if is_rising(m, m[entry], now):
            _rise(m, m[entry], now)
    m[c.S_STARTUPS] = 0
    while m[c.S_HOPEFUL]:
        m[c.S_HOPEFUL] -= 1
        node = m[m[c.B_HOPEFUL] + m[c.S_HOPEFUL]]
        if not m[node + c.IS_DOWN] or m[node + c.STARTING] >= 0:
            continue
        if m[node + c.SHORT_OF] | m[node + c.HINDERED]:
            continue
        startup = m[node + c.N_STARTUP]
        if startup:
            m[node + c.STARTING] = now
            note(m, now + startup, c.STARTUP, node)
        else:
            _rise(m, node, now)


@bare
def _rise(m: Ints, node: int, now: int) -> None:
    m[node + c.STARTING] = -1
    m[node + c.IS_DOWN] = 0
    if m[node + c.N_WATCHED] and m[node + c.N_FUNCTION]:
        mark(m, m[node + c.N_FUNCTION])
    for place in range(m[node + c.N_USERS], m[node + c.N_USERS_END]):
        need = m[place]
        absent, spare = m[need + c.ABSENT] - 1, m[need + c.G_SPARE]
        m[need + c.ABSENT] = absent
        if not touch(m, need) & c.SHORT:
            continue
        if absent <= spare or (spare < 0 and _all_engaged_up(m, need)):
            gain(m, need)
    for entry in range(m[c.B_ENGAGEMENTS], m[c.B_ENGAGEMENTS] + m[c.S_ENGAGEMENTS]):
        due = m[entry]
        if m[due + c.CHOICE] == now and m[due + c.CHOSEN] == node:
            _engage(m, due)


@bare
def _all_engaged_up(m: Ints, need: int) -> bool:
    rest = rest_of(m, need)
    for place in range(m[rest + c.G_PLACE], m[rest + c.G_PLACE_END], c.PLACE):
        if m[m[place + c.ENGAGED] + c.IS_DOWN]:
            return False
    return True


@bare
def _engage(m: Ints, place: int) -> None:
    """R1: the successor takes the place."""
    need = m[place + c.P_NEED]
    m[place + c.ENGAGED] = m[place + c.CHOSEN]
    m[place + c.CHOSEN], m[place + c.CHOICE] = 0, 0
    touch(m, need)
    if m[need + c.FLAGS] & c.SHORT and _all_engaged_up(m, need):
        gain(m, need)


# Reserves, and the end of an instant


@bare
def settle(m: Ints, now: int) -> None:
    """Follow losses (2), gains (3) and ending reserves (4) until nothing changes."""
    while True:
        _follow_losses(m, now)
        _follow_gains(m, now)
        for place in range(m[c.B_RESERVES], m[c.B_RESERVES] + m[c.S_RESERVES]):
            need = m[place]
            owner = m[need + c.G_OWNER]
            is_short = m[need + c.FLAGS] & c.SHORT
            if is_short and not m[owner + c.IS_DOWN] and _is_over(m, need, now):
                fall(m, owner)
        if not m[c.S_FALLING]:
            return


@woven
def _is_over(m: Ints, need: int, now: int) -> bool:
    """Return whether the reserve of *need* has run out or is held by nothing."""
    rest = rest_of(m, need)
    holder = m[rest + c.G_HELD_BY]
    if holder and m[holder + c.IS_DOWN]:
        return True
    return bool(now >= m[rest + c.LOST_AT] + m[rest + c.G_HOLDOVER])


@woven
def close(m: Ints, now: int) -> None:
    """Fill reserves, choose successors, and let go what only the instant needed."""
    for entry in range(m[c.B_TOUCHED], m[c.B_TOUCHED] + m[c.S_TOUCHED]):
        need = m[entry]
        flags = m[need + c.FLAGS]
        m[need + c.FLAGS] = flags & ~c.TOUCHED
        if not flags & c.SHORT:
            m[rest_of(m, need) + c.LOST_AT] = -1
        if m[need + c.G_SPARE] < 0:
            _choose(m, need, now)
        if flags & c.GRADED:
            mark(m, m[m[need + c.G_OWNER] + c.N_FUNCTION])
    for entry in range(m[c.B_RESERVES], m[c.B_RESERVES] + m[c.S_RESERVES]):
        m[m[entry] + c.FLAGS] &= ~c.RESERVED
    m[c.S_TOUCHED] = m[c.S_RESERVES] = m[c.S_ENGAGEMENTS] = 0


@bare
def _choose(m: Ints, need: int, now: int) -> None:
    """R1: who takes the place of an engaged provider that is down."""
    rest = rest_of(m, need)
    first, end = m[rest + c.G_PLACE], m[rest + c.G_PLACE_END]
    for place in range(first, end, c.PLACE):
        chosen = m[place + c.CHOSEN]
        is_up = not m[m[place + c.ENGAGED] + c.IS_DOWN]
        if chosen and (is_up or m[chosen + c.IS_DOWN]):
            m[place + c.CHOSEN], m[place + c.CHOICE] = 0, 0
    for place in range(first, end, c.PLACE):
        if m[place + c.CHOSEN] or not m[m[place + c.ENGAGED] + c.IS_DOWN]:
            continue
        spare = _first_spare(m, need)
        if not spare:
            return
        due = now + m[rest + c.G_SWITCHOVER]
        m[place + c.CHOSEN], m[place + c.CHOICE] = spare, due
        note(m, due, c.ENGAGEMENT, place)


@bare
def _first_spare(m: Ints, need: int) -> int:
    """Return the first provider that is up and neither engaged nor chosen, or 0."""
    rest = rest_of(m, need)
    for link in range(m[rest + c.G_PROVIDERS], m[rest + c.G_PROVIDERS_END]):
        provider = m[link]
        if m[provider + c.IS_DOWN]:
            continue
        is_taken = False
        for place in range(m[rest + c.G_PLACE], m[rest + c.G_PLACE_END], c.PLACE):
            is_taken |= m[place + c.ENGAGED] == provider or m[place + c.CHOSEN] == provider
        if not is_taken:
            return int(provider)
    return 0
