"""Binary heaps in the memory: of entries (key, what), and of works by their keys.

Williams, "Algorithm 232: Heapsort", Communications of the ACM 7 (1964). What comes out depends
on the keys alone, no two of which are equal, so it is what Python's ``heapq`` gives.
"""

from __future__ import annotations

from bcp.compiled.jit import bare
from bcp.compiled.kernel import columns as c
from bcp.compiled.kernel.arrays import Ints


@bare
def push_entry(m: Ints, heap: int, size: int, key: int, what: int) -> None:
    """Put an entry into the heap of *size* entries that begins at *heap*."""
    place = size
    while place > 0:
        parent = (place - 1) >> 1
        entry = heap + c.ENTRY * parent
        if m[entry] < key:
            break
        m[heap + c.ENTRY * place], m[heap + c.ENTRY * place + 1] = m[entry], m[entry + 1]
        place = parent
    m[heap + c.ENTRY * place], m[heap + c.ENTRY * place + 1] = key, what


@bare
def drop_entry(m: Ints, heap: int, size: int) -> None:
    """Take the first entry out of the heap of *size* entries that begins at *heap*."""
    last = heap + c.ENTRY * (size - 1)
    key, what = m[last], m[last + 1]
    place = 0
    while True:
        child = 2 * place + 1
        if child >= size - 1:
            break
        entry = heap + c.ENTRY * child
        # The last entry still stands where it was: there is always a second child to look at.
        if m[entry + c.ENTRY] < m[entry]:
            child += 1
            entry += c.ENTRY
        if key <= m[entry]:
            break
        m[heap + c.ENTRY * place], m[heap + c.ENTRY * place + 1] = m[entry], m[entry + 1]
        place = child
    m[heap + c.ENTRY * place], m[heap + c.ENTRY * place + 1] = key, what


@bare
def push_work(m: Ints, heap: int, size: int, key: int) -> None:
    """Put the key of a work into the heap of *size* keys that begins at *heap*."""
    place = size
    while place > 0:
        parent = (place - 1) >> 1
        if m[heap + parent] < key:
            break
        m[heap + place] = m[heap + parent]
        place = parent
    m[heap + place] = key


@bare
def drop_work(m: Ints, heap: int, size: int) -> None:
    """Take the first key out of the heap of *size* keys that begins at *heap*."""
    key = m[heap + size - 1]
    place = 0
    while True:
        child = 2 * place + 1
        if child >= size - 1:
            break
        least = m[heap + child]
        if m[heap + child + 1] < least:
            child += 1
            least = m[heap + child]
        if key <= least:
            break
        m[heap + place] = least
        place = child
    m[heap + place] = key
