"""Hypothesis strategies over the random cases."""

from __future__ import annotations

import random

from hypothesis import strategies as st

from .cases import random_case


def cases(smallest: int = 3, largest: int = 14) -> st.SearchStrategy[tuple[dict[str, str], str]]:
    """Return cases of `smallest` to `largest` components, as `random_case` gives them."""

    def build(rng: random.Random, size: int) -> tuple[dict[str, str], str]:
        return random_case(rng, size)

    sizes = st.integers(min_value=smallest, max_value=largest)
    return st.builds(build, st.randoms(use_true_random=False), sizes)
