"""The memory of a run as kernels see it: where it begins, and nothing more.

An array is handed from kernel to kernel in seven parts, and at every index the machine asks
whether it counts from the end. Where a run does little else than look up one number by another,
that is a quarter of its time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from numba.core import types
from numba.extending import intrinsic
from numba.np import arrayobj

__all__ = ["whole"]

_types: Any = types
_arrayobj: Any = arrayobj
"""Neither says of what types it is."""


def _whole(_: Any, array: Any) -> tuple[Any, Callable[..., Any]]:
    def generate(context: Any, builder: Any, signature: Any, given: tuple[Any, ...]) -> Any:
        return _arrayobj.make_array(signature.args[0])(context, builder, given[0]).data

    return _types.CPointer(array.dtype)(array), generate


whole = cast("Callable[[Any], Any]", intrinsic(_whole))
"""Return an array without gaps as what reads and writes at places from 0 on, which nobody checks.

It has no length, and must not be kept longer than the array.
"""
