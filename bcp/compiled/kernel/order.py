"""The rules of T5: ``bcp.recovery.strategy.plan_by`` for what one run damages, as kernels."""

from __future__ import annotations

from bcp.compiled.jit import bare, woven
from bcp.compiled.kernel import columns as c
from bcp.compiled.kernel.arrays import DrawArrays, Ints, OrderArrays, Tables
from bcp.compiled.kernel.lists import rest_of
from bcp.compiled.kernel.pointers import whole
from bcp.compiled.kernel.room import Room
from bcp.compiled.kernel.sorting import sort

SLACK = 0
"""By the latest start at which the RTOs can still be met."""
RANK = 1
"""By the best rank among the functions that wait."""

_MIDDLE = 1 << 40
"""Added to a key, so that none is negative; twice it is last."""


@bare
def order_into(tables: Tables, draw: DrawArrays, rule: int, order: OrderArrays, room: Room) -> None:
    """Write the order of a rule for what *draw* damages into *order*.

    Only what is damaged is written: of the rest, *order* says what it said before.
    """
    search, keys, m = room.search, whole(room.keys), whole(room.memory)
    _strike(tables, draw, search, 1)
    if rule == SLACK:
        _require(tables, room)
    else:
        _rank(tables, draw, room)
    bits = 0
    while len(tables.works) >> bits:
        bits += 1
    size, before, from_bit = 0, -1, bits
    for strike in range(len(draw.hit)):
        node = tables.strike_component[strike]
        if search[node, c.STRUCK] != 1 or tables.shortest[node] < 0:
            continue
        search[node, c.STRUCK] = 2
        order.procedure[node] = tables.shortest[node]
        # The rows of the memory and not of the tables: the run that follows reads them too.
        row = m[c.B_NODES] + node * c.NODE
        option = m[row + c.N_OPTION] + tables.shortest[node] * c.OPTIONS
        wanted, startup = search[node, c.WANTED], m[row + c.N_STARTUP]
        number = (m[option + c.O_WORK] - m[c.B_WORKS]) // c.WORK
        if number < before:
            from_bit = 0
        before = number
        for work in range(m[option + c.O_WORK], m[option + c.O_WORK_END], c.WORK):
            key = wanted
            if key >= _MIDDLE:
                key = _MIDDLE
            elif rule == SLACK:
                key -= startup + m[m[work + c.W_KIND] + c.K_TAIL]
            keys[size] = (key + _MIDDLE) << bits | number
            number += 1
            size += 1
    _strike(tables, draw, search, 0)
    _place(whole(order.place), room, size, bits, from_bit)


@woven
def _strike(tables: Tables, draw: DrawArrays, search: Ints, value: int) -> None:
    for strike in range(len(draw.hit)):
        if draw.hit[strike] and tables.strike_at[strike] < tables.horizon:
            search[tables.strike_component[strike], c.STRUCK] = value


@woven
def _place(place: Ints, room: Room, size: int, bits: int, from_bit: int) -> None:
    """Give works their places by their keys; ties keep the order of the files.

    Where the works stand in that order already, what their keys say of it need not be sorted by.
    """
    if not size:
        return
    keys = whole(room.keys)
    least = keys[0]
    for entry in range(size):
        least = min(least, keys[entry])
    least = (least >> bits) << bits
    for entry in range(size):
        keys[entry] -= least
    sort(room.keys, size, from_bit, room.sorting, room.digits)
    for entry in range(size):
        place[keys[entry] & ((1 << bits) - 1)] = entry


# By slack


@bare
def _require(tables: Tables, room: Room) -> None:
    """Set by when each node must be up: ``bcp.recovery.targets.required_by``."""
    search, held = room.search, tables.demands
    first_function = len(search) - len(tables.functions)
    for node in range(first_function):
        search[node, c.WANTED] = c.NEVER
    for function in range(len(tables.functions)):
        search[first_function + function, c.WANTED] = tables.functions[function, c.F_RTO]
    place = 0
    while place < len(held):
        if held[place + c.D_CIRCLE] >= 0:
            place = _require_in_circle(held, place, search, room, first_function)
            continue
        node = held[place + c.D_NODE]
        due = search[node, c.WANTED]
        if due < c.NEVER:
            size = _edges(held, place, search, room.edges, 0)
            for edge in range(size):
                provider = room.edges[edge, 0]
                # What needs itself is a circle of its own: nothing is taken off.
                if provider < first_function and provider != node:
                    moment = due - room.edges[edge, 1]
                    search[provider, c.WANTED] = min(search[provider, c.WANTED], moment)
        place += held[place + c.D_LENGTH]


@bare
def _edges(held: Ints, demand: int, search: Ints, edges: Ints, size: int) -> int:
    """Write the providers that count for a node, and how long before it; return how many now."""
    startup, lead = held[demand + c.D_STARTUP], held[demand + c.D_STARTUP]
    is_struck = search[held[demand + c.D_NODE], c.STRUCK] != 0
    if is_struck:
        lead += held[demand + c.D_OWN_TAIL]
    place = demand + c.DEMAND
    for _ in range(held[demand + c.D_REQUIRES]):
        size = _firsts(held, place, search, edges, size, lead)
        place += 2 + held[place + 1]
    for _ in range(held[demand + c.D_STARTS_WITH]):
        size = _firsts(held, place, search, edges, size, startup)
        place += 2 + held[place + 1]
    if is_struck:
        for _ in range(held[demand + c.D_TASKS]):
            tail = held[place]
            size = _firsts(held, place + 1, search, edges, size, startup + tail)
            place += 3 + held[place + 2]
    return size


@bare
def _firsts(held: Ints, place: int, search: Ints, edges: Ints, size: int, lead: int) -> int:
    """Write the providers of a need that count as first; return how many edges there are now.

    First those that are whole, then those with the shortest procedure, then as listed.
    """
    at_least, first, end = held[place], place + 2, place + 2 + held[place + 1]
    begin = size
    # One pass over the providers for each kind: nearly always the whole ones are enough.
    for link in range(first, end):
        if size - begin == at_least:
            return size
        if not search[held[link], c.STRUCK] or at_least == end - first:
            edges[size, 0], edges[size, 1] = held[link], lead
            size += 1
    whole = size
    for link in range(first, end):
        provider = held[link]
        if size - begin == at_least and (
            size == whole or search[edges[size - 1, 0], c.EFFORT] <= search[provider, c.EFFORT]
        ):
            continue
        if not search[provider, c.STRUCK] or at_least == end - first:
            continue
        hole = size if size - begin < at_least else size - 1
        size = hole + 1
        while hole > whole and search[edges[hole - 1, 0], c.EFFORT] > search[provider, c.EFFORT]:
            edges[hole, 0], edges[hole, 1] = edges[hole - 1, 0], edges[hole - 1, 1]
            hole -= 1
        edges[hole, 0], edges[hole, 1] = provider, lead
    return size


@bare
def _require_in_circle(
    held: Ints, begin: int, search: Ints, room: Room, first_function: int
) -> int:
    """Pass targets on among nodes that may need each other; return where the next node stands.

    What needs what differs from run to run: where it closes a circle, the target is passed on
    undiminished.
    """
    knots = room.knots
    circle, place, size = held[begin + c.D_CIRCLE], begin, 0
    while place < len(held) and held[place + c.D_CIRCLE] == circle:
        node = held[place + c.D_NODE]
        knots[node, c.EDGES] = knots[node, c.NEXT] = size
        size = _edges(held, place, search, room.edges, size)
        knots[node, c.EDGES_END] = size
        knots[node, c.FOUND] = knots[node, c.CLOSED] = 0
        knots[node, c.AMONG] = circle
        place += held[place + c.D_LENGTH]
    found = _close_circles(held, begin, place, room)
    while found > 0:
        end, number = found, knots[room.nodes[found - 1], c.CLOSED]
        while found > 0 and knots[room.nodes[found - 1], c.CLOSED] == number:
            found -= 1
        _pass_on(search, room, found, end, first_function)
    return place


@bare
def _pass_on(search: Ints, room: Room, begin: int, end: int, first_function: int) -> None:
    """Pass the targets of a circle on, inside undiminished until nothing changes."""
    knots, size = room.knots, 0
    for entry in range(begin, end):
        node = room.nodes[entry]
        search[node, c.WAITS] = search[node, c.WANTED] < c.NEVER
        if search[node, c.WAITS]:
            room.path[size] = node
            size += 1
    while size > 0:
        size -= 1
        node = room.path[size]
        search[node, c.WAITS] = 0
        for edge in range(knots[node, c.EDGES], knots[node, c.EDGES_END]):
            provider = room.edges[edge, 0]
            is_inside = _are_together(knots, provider, node)
            moment = search[node, c.WANTED] - (0 if is_inside else room.edges[edge, 1])
            if provider >= first_function or moment >= search[provider, c.WANTED]:
                continue
            search[provider, c.WANTED] = moment
            if is_inside and not search[provider, c.WAITS]:
                search[provider, c.WAITS] = 1
                room.path[size] = provider
                size += 1


@woven
def _are_together(knots: Ints, one: int, other: int) -> bool:
    """Return whether two nodes need each other in this run."""
    if knots[one, c.AMONG] != knots[other, c.AMONG]:
        return False
    return bool(knots[one, c.CLOSED] == knots[other, c.CLOSED])


@bare
def _close_circles(held: Ints, begin: int, end: int, room: Room) -> int:
    """Find the circles of this run among the nodes of a piece; return how many nodes it has.

    They are written to ``room.nodes``, circle by circle, each after what it leads to. Tarjan,
    "Depth-first search and linear graph algorithms", SIAM J. Comput. 1 (1972).
    """
    knots = room.knots
    turn, circles, found = 0, 0, 0
    # The nodes not yet in a circle stand at the other end of the list that the circles fill.
    open_from = len(room.nodes)
    place = begin
    while place < end:
        depth = 0
        root = held[place + c.D_NODE]
        if not knots[root, c.FOUND]:
            turn += 1
            open_from -= 1
            depth = _enter(room, root, turn, open_from, depth)
        while depth > 0:
            node = room.path[depth - 1]
            if knots[node, c.NEXT] < knots[node, c.EDGES_END]:
                other = room.edges[knots[node, c.NEXT], 0]
                knots[node, c.NEXT] += 1
                if knots[other, c.AMONG] != held[begin + c.D_CIRCLE]:
                    continue
                if not knots[other, c.FOUND]:
                    turn += 1
                    open_from -= 1
                    depth = _enter(room, other, turn, open_from, depth)
                elif not knots[other, c.CLOSED]:
                    knots[node, c.LOW] = min(knots[node, c.LOW], knots[other, c.FOUND])
                continue
            depth -= 1
            if depth > 0:
                above = room.path[depth - 1]
                knots[above, c.LOW] = min(knots[above, c.LOW], knots[node, c.LOW])
            if knots[node, c.LOW] == knots[node, c.FOUND]:
                circles += 1
                while not knots[node, c.CLOSED]:
                    last = room.nodes[open_from]
                    open_from += 1
                    knots[last, c.CLOSED] = circles
                    room.nodes[found] = last
                    found += 1
        place += held[place + c.D_LENGTH]
    return found


@woven
def _enter(room: Room, node: int, turn: int, place: int, depth: int) -> int:
    room.knots[node, c.FOUND] = room.knots[node, c.LOW] = turn
    room.nodes[place] = node
    room.path[depth] = node
    return depth + 1


# By rank


@bare
def _rank(tables: Tables, draw: DrawArrays, room: Room) -> None:
    """Set the best rank that waits for each node: ``bcp.recovery.targets.best_ranks``.

    With nothing damaged it is known beforehand; what tasks need besides can only raise it.
    """
    search, m = room.search, whole(room.memory)
    for node in range(len(search)):
        search[node, c.WANTED] = tables.ranks[node]
    size = 0
    for strike in range(len(draw.hit)):
        node = tables.strike_component[strike]
        if search[node, c.STRUCK] == 1 and not search[node, c.WAITS]:
            search[node, c.WAITS] = 1
            room.path[size] = node
            size += 1
    while size > 0:
        size -= 1
        node = room.path[size]
        search[node, c.WAITS] = 0
        row = m[c.B_NODES] + node * c.NODE
        size = _raise(m, row + c.N_NEEDS, search, room.path, node, size)
        if search[node, c.STRUCK] and tables.shortest[node] >= 0:
            option = m[row + c.N_OPTION] + tables.shortest[node] * c.OPTIONS
            for work in range(m[option + c.O_WORK], m[option + c.O_WORK_END], c.WORK):
                kind = m[work + c.W_KIND]
                size = _raise(m, kind + c.K_NEEDS, search, room.path, node, size)


@bare
def _raise(m: Ints, piece: int, search: Ints, path: Ints, node: int, size: int) -> int:
    """Let a piece of needs be wanted at least as much as *node*; return how many are waiting."""
    best = search[node, c.WANTED]
    for link in range(m[piece], m[piece + 1]):
        need = m[link]
        rest = rest_of(m, need)
        for place in range(m[rest + c.G_PROVIDERS], m[rest + c.G_PROVIDERS_END]):
            provider = m[m[place] + c.N_NUMBER]
            if best < search[provider, c.WANTED]:
                search[provider, c.WANTED] = best
                if not search[provider, c.WAITS]:
                    search[provider, c.WAITS] = 1
                    path[size] = provider
                    size += 1
    return size
