"""The dice: known answers, and independence of everything but seed, run and name."""

from __future__ import annotations

import pytest

from bcp.chance.dice import ONE, philox, throw, word_of


@pytest.mark.parametrize(
    ("counter", "key", "expected"),
    [
        ((0, 0, 0, 0), (0, 0), (0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8)),
        (
            (0xFFFFFFFF,) * 4,
            (0xFFFFFFFF,) * 2,
            (0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD),
        ),
        (
            (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344),
            (0xA4093822, 0x299F31D0),
            (0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1),
        ),
    ],
)
def test_known_answers(
    counter: tuple[int, int, int, int], key: tuple[int, int], expected: tuple[int, ...]
) -> None:
    """Philox4x32-10 gives the vectors published with it."""
    assert philox(counter, key) == expected


def test_a_throw_is_made_of_the_upper_bits_of_two_halves() -> None:
    """The two numbers of a throw are the halves of Philox at (run, word) under the seed."""
    a, b, c, d = philox((7, 0, 0x89ABCDEF, 0x01234567), (3, 2))
    expected = ((b << 32 | a) >> 2, (d << 32 | c) >> 2)
    assert throw(3 | 2 << 32, 7, 0x0123456789ABCDEF) == expected


def test_throws_fill_the_range() -> None:
    """Numbers lie from 0 to below ONE, and a tenth of them below a tenth."""
    numbers = [n for run in range(2000) for n in throw(1, run, word_of("x"))]
    assert all(0 <= n < ONE for n in numbers)
    assert sum(n < ONE // 10 for n in numbers) == pytest.approx(400, abs=70)


def test_seed_run_and_name_all_matter() -> None:
    """Another seed, run or name gives another number."""
    word = word_of("share", 0, "server")
    others = {throw(1, 0, word), throw(2, 0, word), throw(1, 1, word)}
    assert len({*others, throw(1, 0, word_of("share", 0, "server-2"))}) == 4


def test_names_keep_their_words() -> None:
    """A name stands for the same word in every version: figures may be compared over years."""
    assert word_of("duration", "db", "rebuild", "restore") == 0xBE6A3B13FDB7238C
