"""The level of every function over time, summed up while a run goes on (section 2)."""

from __future__ import annotations

from bcp.compiled.jit import bare, woven
from bcp.compiled.kernel import columns as c
from bcp.compiled.kernel.arrays import Ints
from bcp.compiled.kernel.lists import rest_of


@bare
def _edge(m: Ints, at: int, amount: int) -> None:
    """Let the sum of all levels rise by *amount* from *at* on."""
    low, high = m[c.B_GRID], m[c.B_GRID_END]
    while low < high:
        middle = (low + high) >> 1
        if m[middle] < at:
            low = middle + 1
        else:
            high = middle
    m[m[c.B_EDGES] + low - m[c.B_GRID]] += amount


@woven
def _level(m: Ints, function: int) -> int:
    """Return the level of a function that is up: the least that its graded needs give."""
    least = m[c.B_UNIT]
    for link in range(m[function + c.F_GRADED], m[function + c.F_GRADED_END]):
        need = m[link]
        rest, up = rest_of(m, need), 0
        if not m[need + c.FLAGS] & c.SHORT:
            up = m[rest + c.G_PROVIDERS_END] - m[rest + c.G_PROVIDERS] - m[need + c.ABSENT]
        least = min(least, m[m[rest + c.G_LEVELS] + up])
    return int(least)


@bare
def _end_outage(m: Ints, down: Ints, missing: Ints, function: int, end: int) -> None:
    """Count an outage that lasted until *end*, and what the workaround gave meanwhile."""
    number, begin = m[function + c.F_NUMBER], m[function + c.OUT]
    down[number] += end - begin
    missing[number] += m[c.B_UNIT] * (end - begin)
    after, level = m[function + c.F_AFTER], m[function + c.F_LEVEL]
    if after >= end - begin:
        return
    until = min(m[function + c.F_UNTIL], end - begin)
    missing[number] -= level * (until - after)
    if m[c.B_GRID] < m[c.B_GRID_END]:
        _edge(m, begin + after, level * m[function + c.F_COUNTS])
        _edge(m, begin + until, -level * m[function + c.F_COUNTS])


@bare
def look_at_marked(m: Ints, down: Ints, back: Ints, missing: Ints, now: int) -> None:
    """Note which levels changed, now that the instant is through."""
    for entry in range(m[c.B_MARKED], m[c.B_MARKED] + m[c.S_MARKED]):
        function = m[entry]
        m[function + c.MARKED] = 0
        number = m[function + c.F_NUMBER]
        is_down = m[m[function + c.F_NODE] + c.IS_DOWN]
        was = m[function + c.LEVEL]
        level = 0 if is_down else _level(m, function)
        if m[function + c.OUT] >= 0:
            if is_down:
                continue
            _end_outage(m, down, missing, function, now)
            back[number] = now
            m[function + c.OUT] = -1
        elif is_down or level != was:
            missing[number] += (m[c.B_UNIT] - was) * (now - m[function + c.SINCE])
            if is_down:
                m[function + c.OUT] = now
        else:
            continue
        m[function + c.LEVEL], m[function + c.SINCE] = level, now
        if m[c.B_GRID] < m[c.B_GRID_END]:
            _edge(m, now, (level - was) * m[function + c.F_COUNTS])
    m[c.S_MARKED] = 0


@bare
def begin_levels(m: Ints, down: Ints, back: Ints, missing: Ints) -> None:
    """Let every function be fully there before the incident."""
    edges = m[c.B_EDGES]
    for place in range(edges, edges + m[c.B_GRID_END] - m[c.B_GRID] + 1):
        m[place] = 0
    for function in range(m[c.B_FUNCTIONS], m[c.B_FUNCTIONS_END], c.FUNCTION):
        m[function + c.LEVEL], m[function + c.SINCE] = m[function + c.F_FULL], 0
        m[function + c.OUT], m[function + c.MARKED] = -1, 0
        number = m[function + c.F_NUMBER]
        down[number] = back[number] = missing[number] = 0
        m[edges] += m[function + c.F_FULL] * m[function + c.F_COUNTS]


@bare
def end_levels(m: Ints, down: Ints, back: Ints, missing: Ints, there: Ints) -> None:
    """Count what lasts until the horizon."""
    unit, horizon = m[c.B_UNIT], m[c.B_HORIZON]
    for function in range(m[c.B_FUNCTIONS], m[c.B_FUNCTIONS_END], c.FUNCTION):
        number = m[function + c.F_NUMBER]
        if m[function + c.OUT] >= 0:
            _end_outage(m, down, missing, function, horizon)
            back[number] = -1
        else:
            lacking = unit - m[function + c.LEVEL]
            missing[number] += lacking * (horizon - m[function + c.SINCE])
    total = 0
    for place in range(len(there)):
        total += m[m[c.B_EDGES] + place]
        there[place] = total
