"""Who is on hand at a moment of a run (rule T3)."""

from __future__ import annotations

from bcp.compiled.jit import bare, woven
from bcp.compiled.kernel import columns as c
from bcp.compiled.kernel.arrays import Ints
from bcp.compiled.kernel.lists import look_at_crews


@bare
def let_come(m: Ints, steps: Ints, at: Ints, heads: Ints, step_from: Ints, now: int) -> None:
    """Count anew who is there where that changes now, and note when the next arrive."""
    soonest = c.NEVER
    for team in range(m[c.B_TEAMS], m[c.B_TEAMS_END], c.TEAM):
        number = m[team + c.T_NUMBER]
        first, end = step_from[number], step_from[number] + steps[number]
        step = m[team + c.STEP]
        if m[team + c.RECOUNT] or (step < end and at[step] <= now):
            while step < end and at[step] <= now:
                step += 1
            m[team + c.STEP] = step
            m[team + c.RECOUNT] = 0
            m[team + c.PRESENT] = _count(m, team, heads[step - 1], now) if step > first else 0
            look_at_crews(m, team)
        if step < end:
            soonest = min(soonest, at[step])
    m[c.S_ARRIVAL] = soonest


@woven
def _count(m: Ints, team: int, parts: int, now: int) -> int:
    """T3: the least that any absence of the moment leaves of those who have arrived."""
    person = m[team + c.T_PERSON]
    least = parts // person
    for row in range(m[team + c.T_ABSENCE], m[team + c.T_ABSENCE_END], c.ABSENCE):
        if m[row + c.A_START] <= now < m[row + c.A_END]:
            number = m[row + c.A_HEADS]
            if number < 0:
                number = parts * m[row + c.A_SHARE] // (m[row + c.A_OF] * person)
            least = min(least, number)
    return int(least)


@bare
def gather(m: Ints, step_from: Ints) -> None:
    """Let everybody be counted at the incident, before anything happens."""
    for team in range(m[c.B_TEAMS], m[c.B_TEAMS_END], c.TEAM):
        m[team + c.BUSY] = m[team + c.KEPT] = m[team + c.PRESENT] = 0
        m[team + c.STEP] = step_from[m[team + c.T_NUMBER]]
        m[team + c.AT_WORK], m[team + c.RECOUNT] = m[team + c.T_AT_WORK], 1
    m[c.S_ARRIVAL] = 0
