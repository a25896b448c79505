"""What drills measured, as the text of the file in which an inventory keeps it."""

from __future__ import annotations

from collections.abc import Sequence

from bcp.drill.file.writing import flow_text, plain
from bcp.inventory.measured import Measurement
from bcp.reading import read

__all__ = ["FILE", "measured_in", "measured_text"]

FILE = "measured.yaml"
"""In the folder of the inventory; nothing else is ever written there."""

_HEAD = """\
# Written by `bcp drill learn --write`: how long tasks took when people did them in drills.
# 訓練で実際にかかった時間。`bcp drill learn --write` が書く。消しても、記録があればまた書ける。
measurements:
"""


def measured_text(measurements: Sequence[Measurement]) -> str:
    """Return the file that holds *measurements*, one a line."""
    lines = [f"  - {flow_text(plain(held))}" for held in measurements]
    return _HEAD + "\n".join(lines) + "\n"


def measured_in(data: bytes, file: str) -> tuple[Measurement, ...] | None:
    """Return what such a file holds; None if it holds anything else.

    Raises
    ------
    InputError
        If it is no YAML.
    """
    root = read(data, file).root
    if not isinstance(root, dict) or set(root) != {"measurements"}:
        return None
    return tuple(Measurement.model_validate(held) for held in root["measurements"] or ())
