"""Where the findings that were accepted are written down: beside the inventory, or as asked."""

from __future__ import annotations

from pathlib import Path

from bcp.errors import UsageError
from bcp.workspace import find_workspace

__all__ = ["accepted_file"]


def accepted_file(asked: Path | None, folder: Path) -> Path | None:
    """Return the file of accepted findings for the inventory in *folder*, if there is one.

    ``accepted/NAME.yaml`` in the workspace, NAME being the folder of the inventory; where there is
    one inventory only, ``accepted.yaml`` will do. What belongs to no workspace has to be asked for.

    Parameters
    ----------
    asked
        What was given as ``--baseline``.
    folder
        The folder of the inventory.

    Raises
    ------
    UsageError
        If the file that was asked for is not there.
    """
    if asked is not None:
        if not asked.is_file():
            raise UsageError("no-baseline", file=str(asked))
        return asked
    workspace = find_workspace(folder)
    inventories = workspace.inventories() if workspace else ()
    if workspace is None or folder.resolve() not in {path.resolve() for path in inventories}:
        return None
    known = [workspace.root / "accepted" / f"{folder.resolve().name}.yaml"]
    if len(inventories) == 1:
        known.append(workspace.root / "accepted.yaml")
    return next((path for path in known if path.is_file()), None)
