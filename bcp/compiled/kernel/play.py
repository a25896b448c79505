"""Rule R5: the instants of one run, from the incident to the horizon."""

from __future__ import annotations

from bcp.compiled.jit import bare, woven
from bcp.compiled.kernel import columns as c
from bcp.compiled.kernel.arrays import DrawArrays, Figures, Flags, Ints, OrderArrays, Tables
from bcp.compiled.kernel.levels import begin_levels, end_levels, look_at_marked
from bcp.compiled.kernel.lists import look_at_crews, rest_of, soil
from bcp.compiled.kernel.people import gather, let_come
from bcp.compiled.kernel.pointers import whole
from bcp.compiled.kernel.room import Room
from bcp.compiled.kernel.rules import close, release, settle, strike, take_agenda, tell_staff
from bcp.compiled.kernel.works import (
    arrange,
    finish_due,
    list_tasks,
    reconsider,
    start_holding_back,
    start_in_order,
    unbar,
)


@bare
def play_into(
    tables: Tables, draw: DrawArrays, order: OrderArrays, room: Room, figures: Figures
) -> None:
    """Play one run to the horizon and write down what came of the functions.

    Gives, to the second, what ``bcp.chance.playing.play_draw`` gives.

    Parameters
    ----------
    tables
        What is played.
    draw
        What chance decided.
    order
        Who goes first, and by which procedure.
    room
        Memory, which may come from an earlier run of the same tables.
    figures
        Is overwritten.
    """
    # Arrays are handed on one by one: a bundle is counted, array by array, in every call.
    m, step_from = whole(room.memory), whole(tables.step_from)
    hit, duration = whole(draw.hit), whole(draw.duration)
    steps, at, heads = whole(draw.steps), whole(draw.at), whole(draw.heads)
    place, procedure = whole(order.place), whole(order.procedure)
    holds_back = order.holds_back
    down, back, missing = whole(figures.down), whole(figures.back), whole(figures.missing)
    _wipe(m)
    begin_levels(m, down, back, missing)
    gather(m, step_from)
    if holds_back:
        arrange(m, draw.hit, place, procedure, tables.strike_at, tables.strike_component)
    now = _next(m, holds_back)
    while now < m[c.B_HORIZON]:
        _open_instant(m, now)
        if m[c.S_ARRIVAL] <= now or _is_moment(m, now):
            _play_scenario(m, hit, duration, place, procedure, now)
            _play_roster(m, steps, at, heads, step_from, now)
        _play_instant(m, holds_back, now)
        look_at_marked(m, down, back, missing, now)
        now = _next(m, holds_back)
    end_levels(m, down, back, missing, figures.there)


@bare
def loss_float(tables: Tables, figures: Figures) -> float:
    """Return the loss of section 4 in weighted hours, rounded as floating numbers are."""
    total = 0.0
    for function in range(len(tables.functions)):
        late = max(0, figures.down[function] - tables.functions[function, c.F_RTO])
        missing = figures.missing[function] / tables.unit
        total += tables.weights[function] * (late + tables.outage_weight * missing)
    return total


@bare
def _wipe(m: Ints) -> None:
    """Let everything be up and nobody wait, as it was before the run that was played last."""
    for entry in range(m[c.B_LISTED], m[c.B_LISTED] + m[c.S_LISTED]):
        node = m[entry]
        option = m[node + c.OPTION]
        for work in range(m[option + c.O_WORK], m[option + c.O_WORK_END], c.WORK):
            m[work + c.LEFT] = -1
            m[work + c.QUEUED] = m[work + c.LINK] = 0
            m[m[work + c.W_KIND] + c.HEAD] = 0
        m[node + c.UNFINISHED] = m[node + c.OPTION] = 0
    for entry in range(m[c.B_SOILED_NODES], m[c.B_SOILED_NODES] + m[c.S_SOILED_NODES]):
        node = m[entry]
        m[node + c.BARRED] = m[node + c.IS_DAMAGED] = m[node + c.SEEN] = 0
        _raise_again(m, node)
    for entry in range(m[c.B_SOILED_NEEDS], m[c.B_SOILED_NEEDS] + m[c.S_SOILED_NEEDS]):
        need = m[entry]
        flags = m[need + c.FLAGS] & c.LASTING
        m[need + c.ABSENT], m[need + c.FLAGS] = 0, flags
        if flags >> c.ROLE_FROM == c.TASK:
            m[m[need + c.G_OWNER] + c.MISSING] = 0
        else:
            _raise_again(m, m[need + c.G_OWNER])
        if flags & c.WATCHED:
            rest = rest_of(m, need)
            m[rest + c.LOST_AT] = -1
            for place in range(m[rest + c.G_PLACE], m[rest + c.G_PLACE_END], c.PLACE):
                m[place + c.ENGAGED] = m[place + c.P_FIRST]
                m[place + c.CHOSEN] = m[place + c.CHOICE] = 0
    for crew in range(m[c.B_CREWS], m[c.B_CREWS_END], c.CREW):
        m[crew + c.IN_QUEUE] = m[crew + c.LOOKED] = 0
    for column in range(c.COUNTS):
        m[column] = 0
    m[c.S_LOOKED] = 0
    m[c.S_MOMENT] = m[c.B_MOMENTS]


@woven
def _raise_again(m: Ints, node: int) -> None:
    m[node + c.IS_DOWN] = m[node + c.SHORT_OF] = m[node + c.HINDERED] = 0
    m[node + c.STARTING] = -1


@woven
def _next(m: Ints, holds_back: bool) -> int:
    """Return the next moment at which something may change.

    Hours and arrivals matter only while a work waits for people, or a function needs them.
    """
    waits = m[c.S_WAITING] if holds_back else m[c.S_QUEUED]
    soonest = c.NEVER
    if m[c.S_AGENDA]:
        soonest = m[m[c.B_AGENDA]] >> m[c.B_BITS]
    if m[c.S_RUNNING]:
        soonest = min(soonest, m[m[c.B_RUNNING]] >> m[c.B_BITS])
    if waits or m[c.B_STAFFED] < m[c.B_STAFFED_END]:
        soonest = min(soonest, m[c.S_ARRIVAL])
    moment = m[c.S_MOMENT]
    if moment < m[c.B_MOMENTS_END]:
        if not waits:
            moment = m[moment + c.I_MATERIAL]
        if moment < m[c.B_MOMENTS_END]:
            soonest = min(soonest, m[moment + c.I_AT])
    return int(soonest)


@bare
def _open_instant(m: Ints, now: int) -> None:
    """R5 (1), what falls due by itself."""
    take_agenda(m, now)
    finish_due(m, now)


@bare
def _play_instant(m: Ints, holds_back: bool, now: int) -> None:
    """R5: (2) to (5), until no task of no duration is started."""
    while True:
        settle(m, now)
        reconsider(m)
        instantly = start_holding_back(m, now) if holds_back else start_in_order(m, now)
        if not instantly:
            break
        finish_due(m, now)
    close(m, now)


@woven
def _is_moment(m: Ints, now: int) -> bool:
    return bool(m[c.S_MOMENT] < m[c.B_MOMENTS_END] and m[m[c.S_MOMENT] + c.I_AT] <= now)


@bare
def _play_scenario(
    m: Ints, hit: Flags, duration: Ints, place: Ints, procedure: Ints, now: int
) -> None:
    """R5 (1): everything that begins or ends now, and hours that changed since nobody looked."""
    while _is_moment(m, now):
        moment = m[c.S_MOMENT]
        m[c.S_MOMENT] += c.MOMENT
        for row in range(m[moment + c.I_ACTS], m[moment + c.I_ACTS_END], c.ACT):
            act, what = m[row + c.X_ACT], m[row + c.X_WHAT]
            if act == c.DAMAGE:
                if hit[m[row + c.X_STRIKE]] and not m[what + c.IS_DAMAGED]:
                    m[what + c.IS_DAMAGED] = 1
                    m[what + c.HINDERED] += 1
                    strike(m, what)
                    list_tasks(m, duration, place, procedure, what)
            elif act == c.HOLD:
                m[what + c.HINDERED] += 1
                strike(m, what)
            elif act == c.RELEASE:
                release(m, what)
            elif act == c.BAR:
                soil(m, what)
                m[c.S_BARRED] += 1
                m[what + c.BARRED] += 1
            elif act == c.UNBAR:
                unbar(m, what)
            elif act == c.ROSTER:
                m[what + c.RECOUNT] = 1
                m[c.S_ARRIVAL] = now
            else:
                m[what + c.AT_WORK] = act == c.OPEN
                look_at_crews(m, what)


@bare
def _play_roster(m: Ints, steps: Ints, at: Ints, heads: Ints, step_from: Ints, now: int) -> None:
    """R5 (1), who is on hand from now on."""
    if m[c.S_ARRIVAL] <= now:
        let_come(m, steps, at, heads, step_from, now)
        tell_staff(m, now)
