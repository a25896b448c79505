"""The inventories, scenarios and drills that ship with bcp, and new workspaces made from them.

The only module that knows both places where they may lie: a wheel carries them inside the
package, a checkout beside it, which is the only place where they are edited.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

from bcp.errors import UsageError

__all__ = [
    "Kind",
    "create_beginning",
    "create_workspace",
    "is_case",
    "refuse_target",
    "root",
    "samples",
    "scenarios",
    "schemas",
]

Kind = Literal["inventory", "scenarios", "drills"]
_SCHEMA_LINE = re.compile(
    r"^(# yaml-language-server: \$schema=)\S*?([a-z]+\.schema\.json)", re.MULTILINE
)


def root(kind: Kind) -> Traversable:
    """Return the bundled folder for *kind*."""
    packaged = files("bcp") / "_library" / kind
    return packaged if packaged.is_dir() else Path(__file__).parents[1] / kind


def schemas() -> Traversable:
    """Return the folder of the JSON Schemas of the file kinds."""
    return files("bcp") / "schemas"


def scenarios() -> Path:
    """Return the folder of the scenarios for any inventory; it may not be there."""
    return Path(str(root("scenarios"))) / "library"


def samples() -> tuple[str, ...]:
    """Return the names of the bundled inventories."""
    folder = root("inventory")
    if not folder.is_dir():
        return ()
    return tuple(sorted(entry.name for entry in folder.iterdir() if _is_sample(entry)))


def is_case(inventory: str) -> bool:
    """Return whether the folder name *inventory* is that of an incident retold, not of a city."""
    return inventory.startswith("case-")


def _is_sample(entry: Traversable) -> bool:
    return entry.is_dir() and not entry.name.startswith((".", "_")) and not is_case(entry.name)


def create_workspace(target: Path, source: str) -> list[Path]:
    """Make a new workspace in *target* from the sample *source*; return the files it has.

    It is made whole or not at all, and nothing that exists is overwritten.

    Raises
    ------
    UsageError
        If *target* is there and not empty, or *source* is no sample.
    OSError
        If *target* cannot be written; nothing is left of it then.
    """
    if source not in samples():
        raise UsageError("unknown-sample", name=source, known=", ".join(samples()))
    return _whole(target, lambda made: _fill(made, source))


def create_beginning(target: Path, contents: Mapping[str, bytes]) -> list[Path]:
    """Make a new workspace in *target* of the files *contents*; return the files it has.

    It is made whole or not at all, and nothing that exists is overwritten.

    Raises
    ------
    UsageError
        If *target* is there and not empty.
    OSError
        If *target* cannot be written; nothing is left of it then.
    """
    return _whole(target, lambda made: _fill_with(made, contents))


def refuse_target(target: Path) -> None:
    """Refuse a place that is taken.

    Raises
    ------
    UsageError
        If *target* is there and not empty.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise UsageError("target-not-empty", target=str(target))


def _whole(target: Path, fill: Callable[[Path], Iterator[Path]]) -> list[Path]:
    refuse_target(target)
    try:
        names = _create(target, fill)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(target)) from None
    return [target / name for name in names]


def _create(target: Path, fill: Callable[[Path], Iterator[Path]]) -> list[Path]:
    """Fill a folder beside the place, and move what it holds there at the end."""
    whole = target.resolve()
    is_there = whole.exists()
    beside = whole if is_there else whole.parent
    beside.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".bcp-init-", dir=beside) as held:
        made = Path(held) / "workspace"
        made.mkdir()
        names = sorted(fill(made))
        if is_there:
            _move_into(whole, made)
        else:
            made.replace(whole)
    return names


def _move_into(target: Path, made: Path) -> None:
    """Move what *made* holds into the empty folder *target*, in which someone may stand."""
    moved: list[Path] = []
    try:
        for entry in sorted(made.iterdir()):
            moved.append(target / entry.name)
            entry.replace(moved[-1])
    except OSError:
        for path in moved:
            shutil.rmtree(path, ignore_errors=True)
        raise


def _fill(made: Path, source: str) -> Iterator[Path]:
    wanted: list[tuple[Traversable, Path]] = [
        (root("inventory") / source, Path("inventory", source)),
        (root("scenarios") / source, Path("scenarios", source)),
        (root("drills") / source, Path("drills", source)),
        (root("drills") / "README.md", Path("drills", "README.md")),
        (schemas(), Path("schemas")),
    ]
    for folder in ("inventory", "scenarios", "drills"):
        (made / folder).mkdir()
    for entry, name in wanted:
        yield from _copy(entry, made, name)


def _fill_with(made: Path, contents: Mapping[str, bytes]) -> Iterator[Path]:
    for folder in ("inventory", "scenarios", "drills"):
        (made / folder).mkdir()
    for name, data in contents.items():
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_bytes(data)
        yield Path(name)
    yield from _copy(root("drills") / "README.md", made, Path("drills", "README.md"))
    yield from _copy(schemas(), made, Path("schemas"))


def _copy(entry: Traversable, made: Path, name: Path) -> Iterator[Path]:
    """Copy *entry*, a file or folder or nothing, to *name* below *made*."""
    if entry.is_file():
        _copy_file(entry, made, name)
        yield name
    elif entry.is_dir():
        for held in entry.iterdir():
            if not held.name.startswith((".", "_")):
                yield from _copy(held, made, name / held.name)


def _copy_file(entry: Traversable, made: Path, name: Path) -> None:
    target = made / name
    target.parent.mkdir(parents=True, exist_ok=True)
    data = entry.read_bytes()
    if name.suffix == ".yaml":
        up = "../" * (len(name.parts) - 1)
        text = data.decode("utf-8")
        data = _SCHEMA_LINE.sub(rf"\g<1>{up}schemas/\g<2>", text).encode("utf-8")
    target.write_bytes(data)
