"""What sheets change, written: a new folder, or the files that are there; whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bcp.cli.command import Complaint
from bcp.cli.places import naming

if TYPE_CHECKING:
    from bcp.exchange.book.difference import Difference

__all__ = ["scenarios_among", "write_folder", "write_into"]


def scenarios_among(names: Iterable[str]) -> list[str]:
    """Return the names that are of scenario files."""
    from bcp.exchange.book.inventory_files import SCENARIOS

    return [name for name in names if name.startswith(SCENARIOS)]


def _path(name: str, folder: Path, scenarios: Path | None) -> Path:
    """Return where a file stands: of the inventory in *folder*, or of its scenarios."""
    from bcp.exchange.book.inventory_files import SCENARIOS

    if name.startswith(SCENARIOS) and scenarios is not None:
        return scenarios / name.removeprefix(SCENARIOS)
    return folder / name


def write_folder(
    target: Path, folder: Path | None, difference: Difference, scenarios: Path | None = None
) -> None:
    """Make *target*: all that is in *folder*, with the files that change; whole or not at all."""
    made: list[Path] = []
    try:
        if scenarios is not None:
            _make(scenarios, lambda place: _fill_scenarios(place, difference))
            made.append(scenarios)
        _make(target, lambda place: _fill(place, folder, difference))
    except BaseException:
        for path in made:
            shutil.rmtree(path, ignore_errors=True)
        raise


def _make(target: Path, fill: Callable[[Path], None]) -> None:
    """Make a folder with what *fill* puts into it."""
    with naming(target):
        target.absolute().parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".bcp-", dir=target.absolute().parent) as made:
            place = Path(made, "whole")
            fill(place)
            if target.is_dir():
                target.rmdir()
            place.rename(target)


def _fill(place: Path, folder: Path | None, difference: Difference) -> None:
    if folder is None:
        place.mkdir()
    else:
        shutil.copytree(folder, place, symlinks=True)
    others = scenarios_among(difference.files)
    for name in difference.files:
        if name not in others:
            _put(place / name, difference.after[name])


def _fill_scenarios(place: Path, difference: Difference) -> None:
    from bcp.cli.book_scenarios import place_in
    from bcp.exchange.book.inventory_files import SCENARIOS

    for name in scenarios_among(difference.after):
        _put(place_in(place, name.removeprefix(SCENARIOS)), difference.after[name])


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def write_into(folder: Path, difference: Difference, scenarios: Path | None = None) -> None:
    """Change the files of *folder*: all of them, or after a failure none."""
    parts: dict[Path, Path] = {}
    done: list[Path] = []
    was: dict[Path, bytes | None] = {}
    try:
        for name in difference.files:
            path = _path(name, folder, scenarios).resolve()
            was[path] = difference.before.get(name)
            _refuse_changed(path, was[path])
            if name in difference.dropped:
                continue
            parts[path] = path.with_name(f".{path.name}.{os.getpid()}.part")
            with naming(path):
                _put(parts[path], difference.after[name])
        for path in was:
            with naming(path):
                if path in parts:
                    parts[path].replace(path)
                else:
                    path.unlink()
            done.append(path)
    except BaseException:
        _undo(done, was)
        raise
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)


def _refuse_changed(path: Path, data: bytes | None) -> None:
    """Complain of a file that somebody else changed since it was read."""
    now = path.read_bytes() if path.exists() else None
    if now != data:
        raise Complaint("book-changed-meanwhile", None, file=path)


def _undo(done: Sequence[Path], was: Mapping[Path, bytes | None]) -> None:
    for path in done:
        data = was[path]
        if data is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(data)
