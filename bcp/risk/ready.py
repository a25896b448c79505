"""Whether the engine has been made into machine code on this machine before."""

from __future__ import annotations

from pathlib import Path

from bcp.compiled.kernel.runs import play_runs

__all__ = ["is_compiled"]


def is_compiled() -> bool:
    """Return whether the machine code of the engine is kept on disk; True where nobody can tell."""
    cache = getattr(getattr(play_runs, "_cache", None), "_cache_file", None)
    index = getattr(cache, "_index_path", None)
    return index is None or Path(index).exists()
