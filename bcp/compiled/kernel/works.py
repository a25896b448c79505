"""Rules T1 to T5: ``bcp.recovery.works``, step by step, as kernels."""

from __future__ import annotations

from bcp.compiled.jit import bare, woven
from bcp.compiled.kernel import columns as c
from bcp.compiled.kernel.arrays import Flags, Ints
from bcp.compiled.kernel.heaps import drop_entry, drop_work, push_entry, push_work
from bcp.compiled.kernel.lists import hope, look, look_at_crews

# T1


@woven
def list_tasks(m: Ints, duration: Ints, rank: Ints, procedure: Ints, component: int) -> None:
    """List the tasks of a component that has just been damaged."""
    chosen = procedure[m[component + c.N_NUMBER]]
    if chosen < 0:
        return
    if not m[component + c.SEEN] & 2:
        m[component + c.SEEN] |= 2
        m[m[c.B_LISTED] + m[c.S_LISTED]] = component
        m[c.S_LISTED] += 1
    option = m[component + c.N_OPTION] + chosen * c.OPTIONS
    first, end = m[option + c.O_WORK], m[option + c.O_WORK_END]
    m[component + c.OPTION] = option
    for work in range(first, end, c.WORK):
        kind, number = m[work + c.W_KIND], (work - m[c.B_WORKS]) // c.WORK
        m[component + c.UNFINISHED] += 1
        m[c.S_WAITING] += 1
        m[work + c.LEFT] = m[kind + c.K_AFTER]
        m[work + c.KEY], m[work + c.LASTS] = rank[number] << c.KEY_FROM | work, duration[number]
        if m[kind + c.K_NEEDS] < m[kind + c.K_NEEDS_END] and not m[work + c.LINK]:
            m[work + c.LINK] = m[kind + c.HEAD] or -1
            m[kind + c.HEAD] = work
        queue(m, work)


@woven
def finish_due(m: Ints, now: int) -> None:
    """Finish the tasks that end now; a component whose last it was is repaired."""
    heap = m[c.B_RUNNING]
    while m[c.S_RUNNING] and m[heap] >> m[c.B_BITS] <= now:
        work = m[heap + c.E_WHAT]
        drop_entry(m, heap, m[c.S_RUNNING])
        m[c.S_RUNNING] -= 1
        component, kind, first = m[work + c.W_COMPONENT], m[work + c.W_KIND], m[work + c.W_FIRST]
        crew = m[kind + c.K_CREW]
        for pair in range(m[crew + c.C_TEAMS], m[crew + c.C_TEAMS_END], 2):
            m[m[pair] + c.BUSY] -= m[pair + 1]
            look_at_crews(m, m[pair])
        m[component + c.UNFINISHED] -= 1
        if not m[component + c.UNFINISHED]:
            m[component + c.IS_DAMAGED] = 0
            m[component + c.HINDERED] -= 1
            hope(m, component)
        for link in range(m[kind + c.K_FOLLOWERS], m[kind + c.K_FOLLOWERS_END]):
            follower = first + m[link]
            m[follower + c.LEFT] -= 1
            queue(m, follower)


@woven
def unbar(m: Ints, node: int) -> None:
    """End an access event."""
    m[c.S_BARRED] -= 1
    m[node + c.BARRED] -= 1
    if m[node + c.BARRED]:
        return
    for entry in range(m[c.B_LISTED], m[c.B_LISTED] + m[c.S_LISTED]):
        component = m[entry]
        if m[component + c.UNFINISHED]:
            option = m[component + c.OPTION]
            for work in range(m[option + c.O_WORK], m[option + c.O_WORK_END], c.WORK):
                queue(m, work)


@woven
def reconsider(m: Ints) -> None:
    """Look again at the works that waited for needs which are satisfied again."""
    for entry in range(m[c.B_REGAINED], m[c.B_REGAINED] + m[c.S_REGAINED]):
        need = m[entry]
        m[need + c.FLAGS] &= ~c.REGAINED
        owner, role = m[need + c.G_OWNER], m[need + c.FLAGS] >> c.ROLE_FROM
        if role == c.TASK:
            work = m[owner + c.HEAD]
            while work > 0:
                queue(m, work)
                work = m[work + c.LINK]
        elif role == c.REQUIRES and m[owner + c.IS_DAMAGED] and m[owner + c.UNFINISHED]:
            option = m[owner + c.OPTION]
            for work in range(m[option + c.O_WORK], m[option + c.O_WORK_END], c.WORK):
                if m[m[work + c.W_KIND] + c.K_OWN]:
                    queue(m, work)
    m[c.S_REGAINED] = 0


# T2


@woven
def is_open(m: Ints, work: int) -> bool:
    """Return whether nothing but its crew keeps a waiting work from starting."""
    component, kind = m[work + c.W_COMPONENT], m[work + c.W_KIND]
    if m[work + c.LEFT] != 0 or m[kind + c.MISSING]:
        return False
    if m[kind + c.K_OWN] and m[component + c.SHORT_OF]:
        return False
    if not m[c.S_BARRED] or not m[kind + c.K_ONSITE]:
        return True
    place = component
    while place:
        if m[place + c.BARRED]:
            return False
        place = m[place + c.N_WITHIN]
    return True


@woven
def has_crew(m: Ints, crew: int) -> bool:
    """Return whether a whole crew is at work and free (T3, T4)."""
    for pair in range(m[crew + c.C_TEAMS], m[crew + c.C_TEAMS_END], 2):
        team = m[pair]
        if not m[team + c.AT_WORK] or m[team + c.PRESENT] - m[team + c.BUSY] < m[pair + 1]:
            return False
    return True


@woven
def start(m: Ints, work: int, now: int) -> bool:
    """Start a work that can start; return whether it takes no time."""
    crew = m[m[work + c.W_KIND] + c.K_CREW]
    m[work + c.LEFT] = -1
    m[c.S_WAITING] -= 1
    for pair in range(m[crew + c.C_TEAMS], m[crew + c.C_TEAMS_END], 2):
        m[m[pair] + c.BUSY] += m[pair + 1]
    finish = now + m[work + c.LASTS]
    if finish < m[c.B_HORIZON]:
        key = finish << m[c.B_BITS] | m[c.S_STARTED]
        push_entry(m, m[c.B_RUNNING], m[c.S_RUNNING], key, work)
        m[c.S_RUNNING] += 1
        m[c.S_STARTED] += 1
    return bool(finish == now)


# T5


@bare
def queue(m: Ints, work: int) -> None:
    """Put a waiting work that nothing comes before among those that may be able to start."""
    if m[work + c.LEFT] != 0 or m[work + c.QUEUED]:
        return
    crew = m[m[work + c.W_KIND] + c.K_CREW]
    m[work + c.QUEUED] = 1
    m[c.S_QUEUED] += 1
    push_work(m, m[crew + c.C_QUEUE], m[crew + c.IN_QUEUE], m[work + c.KEY])
    m[crew + c.IN_QUEUE] += 1
    look(m, crew)


@bare
def start_in_order(m: Ints, now: int) -> bool:
    """R5 (5): start whatever can start; return whether a task of no duration was among it.

    Within one pass a crew only gets scarcer. So after it nobody who waits has a crew that is free,
    and in the next only those need be looked at that got work, or of whose teams more are free.
    """
    heads, crews = m[c.B_LOOKED], 0
    for entry in range(heads, heads + m[c.S_LOOKED]):
        crew = m[entry]
        m[crew + c.LOOKED] = 0
        if m[crew + c.IN_QUEUE] and has_crew(m, crew):
            m[heads + crews] = crew
            crews += 1
    m[c.S_LOOKED] = 0
    instantly = False
    while crews:
        best, least = 0, m[m[m[heads] + c.C_QUEUE]]
        for entry in range(1, crews):
            key = m[m[m[heads + entry] + c.C_QUEUE]]
            if key < least:
                best, least = entry, key
        crew = m[heads + best]
        if has_crew(m, crew):
            work = least & c.KEY_WORK
            drop_work(m, m[crew + c.C_QUEUE], m[crew + c.IN_QUEUE])
            m[crew + c.IN_QUEUE] -= 1
            m[work + c.QUEUED] = 0
            m[c.S_QUEUED] -= 1
            if is_open(m, work):
                instantly |= start(m, work, now)
            if m[crew + c.IN_QUEUE]:
                continue
        crews -= 1
        m[heads + best] = m[heads + crews]
    return instantly


@bare
def arrange(
    m: Ints, hit: Flags, rank: Ints, procedure: Ints, strike_at: Ints, struck: Ints
) -> None:
    """Sort every work that may ever wait by its place, the first last: for holding crews back."""
    size, heap = 0, m[c.B_ORDERED]
    for strike in range(len(hit)):
        chosen = procedure[struck[strike]]
        if not hit[strike] or strike_at[strike] >= m[c.B_HORIZON] or chosen < 0:
            continue
        component = m[c.B_NODES] + struck[strike] * c.NODE
        option = m[component + c.N_OPTION] + chosen * c.OPTIONS
        first, end = m[option + c.O_WORK], m[option + c.O_WORK_END]
        if m[first + c.QUEUED]:
            continue
        for work in range(first, end, c.WORK):
            m[work + c.QUEUED] = 1
            place = rank[(work - m[c.B_WORKS]) // c.WORK]
            push_work(m, heap, size, place << c.KEY_FROM | work)
            size += 1
    for left in range(size, 0, -1):
        work = m[heap] & c.KEY_WORK
        drop_work(m, heap, left)
        m[heap + left - 1] = work
        m[work + c.QUEUED] = 0
    m[c.S_ORDERED] = size
    for crew in range(m[c.B_CREWS], m[c.B_CREWS_END], c.CREW):
        if m[crew + c.C_TEAMS] == m[crew + c.C_TEAMS_END]:
            m[c.S_CREWLESS] = 1


@bare
def start_holding_back(m: Ints, now: int) -> bool:
    """Start what can start and shares no team with an earlier work that cannot start yet."""
    instantly = False
    teams = (m[c.B_TEAMS_END] - m[c.B_TEAMS]) // c.TEAM
    m[c.S_PASS] += 1
    stamp, kept = m[c.S_PASS], 0
    for entry in range(m[c.B_ORDERED] + m[c.S_ORDERED] - 1, m[c.B_ORDERED] - 1, -1):
        work = m[entry]
        if m[work + c.LEFT] < 0:
            continue
        crew = m[m[work + c.W_KIND] + c.K_CREW]
        first, end = m[crew + c.C_TEAMS], m[crew + c.C_TEAMS_END]
        is_kept = False
        for pair in range(first, end, 2):
            is_kept |= m[m[pair] + c.KEPT] == stamp
        if not is_kept and is_open(m, work) and has_crew(m, crew):
            instantly |= start(m, work, now)
            continue
        for pair in range(first, end, 2):
            if m[m[pair] + c.KEPT] != stamp:
                m[m[pair] + c.KEPT] = stamp
                kept += 1
        if kept == teams and not m[c.S_CREWLESS]:
            break
    return instantly
