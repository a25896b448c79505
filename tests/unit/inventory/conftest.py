"""Small inventories, written to disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bcp.errors import InputError
from bcp.inventory.load import load_inventory

ORGANISATION = "organisation: {id: town, name: 町}\n"

Write = Callable[..., Path]
Faults = Callable[..., list[tuple[str, int, str, str]]]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return what writes files, by their names below an inventory folder."""

    def written(files: dict[str, str | bytes]) -> Path:
        folder = tmp_path / "inventory"
        folder.mkdir(exist_ok=True)
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return folder

    return written


@pytest.fixture
def faults(write: Write) -> Faults:
    """Return what loads files and gives (file, line, where, key) of every fault."""

    def found(text: str | bytes, **others: str | bytes) -> list[tuple[str, int, str, str]]:
        files = {"a.yaml": text} | {f"{name}.yaml": held for name, held in others.items()}
        folder = write(files)
        with pytest.raises(InputError) as caught:
            load_inventory(folder)
        return [
            (Path(fault.file).name, fault.line, fault.where, fault.key)
            for fault in caught.value.faults
        ]

    return found
