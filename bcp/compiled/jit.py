"""The one door to the compiler: how every kernel of this package is made into machine code."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, cast

import numba
from platformdirs import user_cache_dir

__all__ = ["bare", "inlined", "jit", "woven"]

P = ParamSpec("P")
R = TypeVar("R")

_numba: Any = numba
"""Its types leave out two of the options used here."""
_IMPORTS = re.compile(r"^from (bcp\.[\w.]+) import (\([^)]*\)|.*)$", re.MULTILINE)
_NAME = re.compile(r"\w+")


def jit(function: Callable[P, R]) -> Callable[P, R]:
    """Return *function* compiled at its first call, for the types it is called with.

    No fast mathematics and no threads: the figures are the same on every machine. The global
    lock of the interpreter is let go. The machine code is kept on disk.
    """
    return _compiled(function, {})


def bare(function: Callable[P, R]) -> Callable[P, R]:
    """Return *function* compiled as by :func:`jit`; it makes no array, and keeps none.

    So nobody has to count who holds which array, which costs more than what short kernels do.
    """
    return _compiled(function, {"_nrt": False})


def inlined(function: Callable[P, R]) -> Callable[P, R]:
    """Return *function* compiled as by :func:`jit` into whichever kernel calls it."""
    return _compiled(function, {"forceinline": True})


def woven(function: Callable[P, R]) -> Callable[P, R]:
    """Return *function* compiled as by :func:`bare` into whichever kernel calls it."""
    return _compiled(function, {"_nrt": False, "forceinline": True})


def _compiled(function: Callable[P, R], options: Mapping[str, bool]) -> Callable[P, R]:
    # The compiler looks only at the file of a kernel to see whether its code on disk is still
    # good, not at the kernels that were compiled into it: so each state of them has a place.
    config = _numba.config
    kept = config.CACHE_DIR
    config.CACHE_DIR = str(_base(kept) / _stamp(function.__module__))
    try:
        made = _numba.njit(cache=True, nogil=True, error_model="numpy", **options)(function)
    finally:
        config.CACHE_DIR = kept
    return cast("Callable[P, R]", made)


@cache
def _base(chosen: str) -> Path:
    return Path(chosen or user_cache_dir("bcp", appauthor=False)) / "kernels"


@cache
def _stamp(module: str) -> str:
    """Return what changes whenever a kernel module, or one that it takes from, is rewritten.

    What kernels call are kernels; of other modules they take numbers, which are compiled in too.
    """
    found: dict[str, bytes] = {}
    left = [module]
    while left:
        name = left.pop()
        if name not in found:
            found[name] = _text(name)
            if ".kernel" in name:
                left += _imported(found[name].decode())
    digest = hashlib.sha256()
    for name in sorted(found):
        digest.update(name.encode() + b"\0" + found[name] + b"\0")
    return digest.hexdigest()[:16]


def _imported(text: str) -> Iterator[str]:
    """Yield the modules of this package that a module imports, or imports from."""
    for package, names in _IMPORTS.findall(text):
        yield package
        if package.endswith(".kernel"):
            yield from (f"{package}.{name}" for name in _NAME.findall(names))


def _text(module: str) -> bytes:
    try:
        spec = find_spec(module)
    except ModuleNotFoundError:
        spec = None
    # A frozen program has no sources: it is one state, which the compiler stamps by itself.
    if spec is None or spec.origin is None or not Path(spec.origin).is_file():
        return b""
    return Path(spec.origin).read_bytes()
