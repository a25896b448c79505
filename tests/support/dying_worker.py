"""Loaded into a Dask worker: it dies of its third piece, unless a worker has died already."""

from __future__ import annotations

import os
from pathlib import Path

from bcp.risk import cluster
from bcp.risk.pieces import Piece, done
from bcp.risk.tally import Tally

_DIED = Path(os.environ["BCP_TEST_DIED"])
_pieces = 0


def dying(piece: Piece) -> Tally:
    """Do a piece, or die after it was done and before anybody hears of it."""
    global _pieces  # noqa: PLW0603 (of this process, which is about to end)
    tally = done(piece)
    _pieces += 1
    if _pieces == 3:
        try:
            _DIED.touch(exist_ok=False)
        except FileExistsError:
            return tally
        os._exit(9)
    return tally


vars(cluster)["done"] = dying
