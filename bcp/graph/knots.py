"""Sets of nodes: circles in which everyone needs everyone, and sets kept as numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable


def circles(nodes: Iterable[str], edges: Callable[[str], Iterable[str]]) -> list[list[str]]:
    """Return the strongly connected components, those that others are reached from last.

    A node comes after everything that it leads to, so reading the list backwards meets each
    circle before what its *edges* lead to.

    Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1 (1972), with an
    explicit stack, since chains of dependencies may be longer than Python's recursion.
    """
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    found: list[list[str]] = []
    for root in nodes:
        if root in number:
            continue
        number[root] = low[root] = len(number)
        stack.append(root)
        on_stack.add(root)
        path = [(root, iter(edges(root)))]
        while path:
            node, rest = path[-1]
            for other in rest:
                if other not in number:
                    number[other] = low[other] = len(number)
                    stack.append(other)
                    on_stack.add(other)
                    path.append((other, iter(edges(other))))
                    break
                if other in on_stack:
                    low[node] = min(low[node], number[other])
            else:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[node])
                if low[node] == number[node]:
                    found.append(_unwind(stack, on_stack, node))
    return found


def _unwind(stack: list[str], on_stack: set[str], root: str) -> list[str]:
    circle: list[str] = []
    while not circle or circle[-1] != root:
        circle.append(stack.pop())
        on_stack.discard(circle[-1])
    return circle


def bits(mask: int) -> list[int]:
    """Return the places of the ones in a set kept as a number, the lowest first.

    Examples
    --------
    >>> bits(0b1011)
    [0, 1, 3]
    """
    text = bin(mask)[:1:-1]
    found, place = [], text.find("1")
    while place >= 0:
        found.append(place)
        place = text.find("1", place + 1)
    return found
