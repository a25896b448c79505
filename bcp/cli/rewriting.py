"""Files of a workspace rewritten together: gathered, tried out, shown, put into place."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from bcp.authoring.rename import Written
from bcp.cli.belonging import belongings
from bcp.cli.paper import Cell, Paper
from bcp.cli.places import naming
from bcp.cli.trouble import Faulty
from bcp.errors import Fault, InputError
from bcp.inventory.files import find_sources
from bcp.inventory.load import LoadedInventory, load_inventory
from bcp.library import scenarios
from bcp.reading import LIMITS, read_file
from bcp.report.files import write_whole
from bcp.words import Lang
from bcp.workspace import Workspace, find_workspace, scenario_path

__all__ = ["gathered", "show_difference", "tried", "write_together"]

_UNCHANGED = 1
"""Lines shown before and behind a change, so that one sees where it is."""


def gathered(folder: Path, *, accepted: bool = True) -> list[Written]:
    """Return every file that belongs to the inventory in *folder*: scenarios and drills too.

    Raises
    ------
    InputError
        If one cannot be read.
    """
    sources, faults = find_sources(folder, LIMITS)
    if faults:
        raise InputError(faults)
    held = [Written(source.file, "inventory", source.data) for source in sources]
    workspace = find_workspace(folder)
    inventories = workspace.inventories() if workspace else ()
    if workspace is None or folder.resolve() not in {path.resolve() for path in inventories}:
        return held
    names = {folder.resolve().name} | ({None} if len(inventories) == 1 else set())
    held += [
        Written(str(one.path), "scenario", read_file(one.path, str(one.path)))
        for one in workspace.scenarios()
        if one.inventory in names
    ]
    drills = [one.path for one in workspace.drills() if one.inventory in names]
    held += [Written(str(path), "drill", read_file(path, str(path))) for path in drills]
    held += _beside(drills, folder, {Path(one.file).resolve() for one in held}, workspace)
    places = [workspace.root / "accepted" / f"{folder.resolve().name}.yaml"]
    if len(inventories) == 1:
        places.append(workspace.root / "accepted.yaml")
    if accepted:
        held += [
            Written(str(path), "accepted", read_file(path, str(path)))
            for path in places
            if path.is_file()
        ]
    return held


def _beside(
    drills: Sequence[Path], folder: Path, known: set[Path], workspace: Workspace
) -> Iterator[Written]:
    """Yield the scenarios that lie beside the drills that rehearse them."""
    for drill in drills:
        try:
            path = scenario_path(drill, folder, library=scenarios())
        except InputError:
            continue  # a fault of the drill, which is told when it is checked
        there = path.resolve()
        if there not in known and there.is_relative_to(workspace.root.resolve()):
            known.add(there)
            yield Written(str(path), "scenario", read_file(path, str(path)))


def tried(
    folder: Path, files: Sequence[Written], changed: Mapping[str, bytes], lang: Lang
) -> LoadedInventory:
    """Return the inventory as it would be, its scenarios and drills checked against it.

    Parameters
    ----------
    folder
        Of the inventory.
    files
        All of it, as :func:`gathered` returns them.
    changed
        By file, what is to stand in it; files that are not there yet among them.
    lang
        For what is at fault.

    Raises
    ------
    Faulty
        If something would be at fault then, each fault in the name of the file that it is in.
    """
    workspace = find_workspace(folder)
    root = (workspace.root if workspace else folder).resolve()
    contents = {held.file: held.data for held in files} | dict(changed)
    with TemporaryDirectory(prefix="bcp-") as made:
        copy = Path(made).resolve() / "copy"
        names = {}
        for name, data in contents.items():
            path = copy / Path(name).resolve().relative_to(root)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            names[str(path)] = name
        for kind in ("inventory", "scenarios") if workspace else ():
            (copy / kind).mkdir(exist_ok=True)
        there = copy / folder.resolve().relative_to(root)
        try:
            loaded = load_inventory(there)
            faults = belongings(there, loaded).faults
        except InputError as error:
            faults = error.faults
    if faults:
        known = [_in_the_name(fault, names) for fault in faults]
        raise Faulty(InputError(known), lang)
    return loaded


def _in_the_name(fault: Fault, names: Mapping[str, str]) -> Fault:
    return replace(fault, file=names.get(fault.file, fault.file))


def write_together(changed: Mapping[str, bytes]) -> None:
    """Write every file, or none: what was there comes back if one of them cannot be written.

    Raises
    ------
    OSError
        If one cannot be written.
    """
    before: list[tuple[Path, bytes | None]] = []
    try:
        for name, data in changed.items():
            path = Path(name)
            before.append((path, path.read_bytes() if path.is_file() else None))
            with naming(path):
                write_whole(path, data)
    except BaseException:
        for path, old in before:
            if old is None:
                path.unlink(missing_ok=True)
            else:
                write_whole(path, old)
        raise


def show_difference(
    paper: Paper, file: str, before: bytes, after: bytes, *, around: int = _UNCHANGED
) -> None:
    """Show which lines of a file go and which come, with *around* lines on either side."""
    paper.line()
    paper.line(Cell(file, "heading"))
    for mark, number, text in _difference(before, after, around):
        style = {"-": "bad", "+": "good"}.get(mark, "faint")
        margin = f"{number:>5} {mark} "
        paper.text(text, style, first=margin, rest=" " * len(margin))


def _difference(before: bytes, after: bytes, around: int) -> Iterator[tuple[str, int, str]]:
    old, new = (data.decode("utf-8", "replace").splitlines() for data in (before, after))
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for group in matcher.get_grouped_opcodes(around):
        for tag, a, b, c, d in group:
            if tag == "equal":
                yield from ((" ", c + at + 1, new[c + at]) for at in range(d - c))
                continue
            yield from (("-", a + at + 1, old[a + at]) for at in range(b - a))
            yield from (("+", c + at + 1, new[c + at]) for at in range(d - c))
