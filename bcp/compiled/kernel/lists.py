"""What an instant keeps lists of, each thing once, in the order in which it came up."""

from __future__ import annotations

from bcp.compiled.jit import bare, woven
from bcp.compiled.kernel import columns as c
from bcp.compiled.kernel.arrays import Ints
from bcp.compiled.kernel.heaps import push_entry


@woven
def soil(m: Ints, node: int) -> None:
    """Remember to wipe *node* before the next run."""
    if not m[node + c.SEEN] & 1:
        m[node + c.SEEN] |= 1
        m[m[c.B_SOILED_NODES] + m[c.S_SOILED_NODES]] = node
        m[c.S_SOILED_NODES] += 1


@woven
def rest_of(m: Ints, need: int) -> int:
    """Return where the columns of *need* from ``NEED_HEAD`` on are counted from."""
    return int(m[c.B_RESTS] + need * c.NEED_RATIO)


@woven
def touch(m: Ints, need: int) -> int:
    """Remember that something about *need* changed in this instant; return its flags."""
    flags = m[need + c.FLAGS]
    if not flags & c.WIPED:
        m[m[c.B_SOILED_NEEDS] + m[c.S_SOILED_NEEDS]] = need
        m[c.S_SOILED_NEEDS] += 1
        flags |= c.WIPED
        m[need + c.FLAGS] = flags
    if flags & (c.WATCHED | c.TOUCHED) == c.WATCHED:
        m[m[c.B_TOUCHED] + m[c.S_TOUCHED]] = need
        m[c.S_TOUCHED] += 1
        flags |= c.TOUCHED
        m[need + c.FLAGS] = flags
    return int(flags)


@woven
def reserve(m: Ints, need: int) -> None:
    """Remember to look whether the reserve of *need* ends."""
    if not m[need + c.FLAGS] & c.RESERVED:
        m[need + c.FLAGS] |= c.RESERVED
        m[m[c.B_RESERVES] + m[c.S_RESERVES]] = need
        m[c.S_RESERVES] += 1


@woven
def mark(m: Ints, function: int) -> None:
    """Remember to look at the level of *function*."""
    if not m[function + c.MARKED]:
        m[function + c.MARKED] = 1
        m[m[c.B_MARKED] + m[c.S_MARKED]] = function
        m[c.S_MARKED] += 1


@woven
def fall(m: Ints, node: int) -> None:
    """Put *node* on the stack of what goes down."""
    m[m[c.B_FALLING] + m[c.S_FALLING]] = node
    m[c.S_FALLING] += 1


@woven
def hope(m: Ints, node: int) -> None:
    """Put *node* on the stack of what may be able to start."""
    m[m[c.B_HOPEFUL] + m[c.S_HOPEFUL]] = node
    m[c.S_HOPEFUL] += 1


@woven
def look(m: Ints, crew: int) -> None:
    """Remember to look whether *crew* can start something."""
    if not m[crew + c.LOOKED]:
        m[crew + c.LOOKED] = 1
        m[m[c.B_LOOKED] + m[c.S_LOOKED]] = crew
        m[c.S_LOOKED] += 1


@woven
def look_at_crews(m: Ints, team: int) -> None:
    """Remember to look at the crews of *team*, more of which is free than before."""
    for place in range(m[team + c.T_CREWS], m[team + c.T_CREWS_END]):
        if m[m[place] + c.IN_QUEUE]:
            look(m, m[place])


@bare
def note(m: Ints, at: int, sort: int, thing: int) -> None:
    """Put something on the agenda, unless nobody lives to see it."""
    if at >= m[c.B_HORIZON]:
        return
    if m[c.B_AGENDA] + c.ENTRY * m[c.S_AGENDA] == m[c.B_AGENDA_END]:
        _drop_stale(m)
    m[c.S_ENTRIES] += 1
    key = at << m[c.B_BITS] | m[c.S_ENTRIES]
    push_entry(m, m[c.B_AGENDA], m[c.S_AGENDA], key, 4 * thing + sort)
    m[c.S_AGENDA] += 1


@bare
def _drop_stale(m: Ints) -> None:
    """Keep of the agenda what still counts: there is room for twice as much as ever can."""
    heap, kept = m[c.B_AGENDA], 0
    for place in range(m[c.S_AGENDA]):
        key, what = m[heap + c.ENTRY * place], m[heap + c.ENTRY * place + 1]
        at, sort, thing = key >> m[c.B_BITS], what & 3, what >> 2
        if sort == c.STARTUP:
            is_live = is_rising(m, thing, at)
        elif sort == c.RESERVE:
            rest = rest_of(m, thing)
            since = m[rest + c.LOST_AT]
            is_live = since >= 0 and since + m[rest + c.G_HOLDOVER] == at
        else:
            is_live = m[thing + c.CHOICE] == at
        if is_live:
            push_entry(m, heap, kept, key, what)
            kept += 1
    m[c.S_AGENDA] = kept


@woven
def is_rising(m: Ints, node: int, at: int) -> bool:
    """Return whether a start of *node* that was to end at *at* still goes on."""
    return bool(m[node + c.STARTING] >= 0 and m[node + c.STARTING] + m[node + c.N_STARTUP] == at)
