"""Files changed by program keep their meaning, their comments and their bytes, whatever they hold."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcp.authoring.layout import formatted
from bcp.authoring.nodes import comments_of, nodes_of
from bcp.authoring.rename import Written, meanings, rename
from bcp.authoring.text import amended, copied
from bcp.errors import UsageError
from bcp.reading import read
from tests.reference.cases import random_case

pytestmark = pytest.mark.property

TEXTS = st.one_of(
    st.sampled_from(
        ["", "null", "a: b", "# no", "- x", "{a", "two\nlines", "日本, 語", "x #y", "'", "\x85"]
    ),
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), max_size=20),
)
TREES: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), TEXTS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(TEXTS.filter(bool), inner, max_size=4),
    ),
    max_leaves=12,
)


def case(seed: int) -> list[Written]:
    inventory, scenario = random_case(random.Random(seed), 8)
    held = [Written(path, "inventory", text.encode()) for path, text in sorted(inventory.items())]
    return [*held, Written("s.yaml", "scenario", scenario.encode())]


def comments(data: bytes) -> Counter[str]:
    text = data.decode()
    return Counter(text[start:end].rstrip() for start, end in comments_of(text, nodes_of(text)))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32), st.integers(0, 2**32))
def test_renaming_there_and_back_gives_the_same_bytes(seed: int, chosen: int) -> None:
    """Whatever is renamed, and then named as before, leaves no trace."""
    held = case(seed)
    names = [f"n{number}" for number in range(8)] + ["f0", "t0", "p0"]
    old = names[chosen % len(names)]
    for meaning in meanings(held, old):
        there = {one.file: one.data for one in rename(held, old, "brand-new", meaning)}
        between = [Written(one.file, one.kind, there.get(one.file, one.data)) for one in held]
        back = {one.file: one.data for one in rename(between, "brand-new", old, meaning)}

        assert there
        assert meanings(between, old) == ()
        assert back == {one.file: one.data for one in held if one.file in there}


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32), st.integers(0, 2**32))
def test_formatting_keeps_meaning_and_comments(seed: int, noise: int) -> None:
    """Comments and blank lines thrown in anywhere survive, and a second time changes nothing."""
    rng = random.Random(noise)
    for held in case(seed):
        lines = []
        for number, line in enumerate(held.data.decode().splitlines()):
            if rng.random() < 0.15:
                lines.append(" " * rng.randrange(8) + f"# {number}")
            lines += [""] * (rng.random() < 0.1)
            lines.append(line + (f"  # {number}b" if rng.random() < 0.1 and line else ""))
        data = ("\n".join(lines) + "\n").encode()
        if read(data, "a").root != read(held.data, "a").root:
            continue  # the noise fell into a text of several lines

        made = formatted(data, "a")

        assert read(made, "a").root == read(held.data, "a").root
        assert comments(made) == comments(data)
        assert formatted(made, "a") == made


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 2**32), st.integers(0, 2**32), TREES)
def test_a_file_is_changed_into_what_is_wanted_or_not_at_all(
    seed: int, chosen: int, value: Any
) -> None:
    """Any value put anywhere is read back as it was given."""
    rng = random.Random(chosen)
    held = rng.choice(case(seed))
    wanted = copied(read(held.data, "a").root)
    holder = wanted
    while isinstance(holder, (dict, list)) and holder:
        key: Any = rng.choice([*holder] if isinstance(holder, dict) else range(len(holder)))
        if not isinstance(holder[key], (dict, list)) or not holder[key] or rng.random() < 0.3:
            holder[key] = value
            break
        holder = holder[key]
    try:
        made = amended(held.data, "a", wanted)
    except UsageError:
        return

    assert read(made, "a").root == wanted
