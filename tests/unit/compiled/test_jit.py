from __future__ import annotations

import pytest

from bcp.compiled import jit

MODULE = "bcp.compiled.kernel.play"


@pytest.mark.parametrize("taken", ["rules", "columns", "lists"])
def test_machine_code_is_kept_apart_for_each_state_of_what_it_is_made_from(
    taken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kernel is compiled anew when what it calls or takes numbers from is rewritten."""
    before = jit._stamp.__wrapped__(MODULE)
    read = jit._text
    changed = f"bcp.compiled.kernel.{taken}"
    monkeypatch.setattr(jit, "_text", lambda name: read(name) + b"#" * (name == changed))
    assert jit._stamp.__wrapped__(MODULE) != before


def test_machine_code_stays_good_while_only_others_are_rewritten(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What a kernel does not use may change: nobody compiles for half a minute in vain."""
    sorting = "bcp.compiled.kernel.sorting"
    before = jit._stamp.__wrapped__(sorting)
    read = jit._text
    monkeypatch.setattr(jit, "_text", lambda name: read(name) + b"#" * (name == MODULE))
    assert jit._stamp.__wrapped__(sorting) == before
