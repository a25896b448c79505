"""What is shared by the commands that bring an inventory into sheets, and sheets into it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bcp.cli.command import Argument, Complaint
from bcp.cli.completing import complete_inventories
from bcp.cli.options import Request
from bcp.cli.places import naming
from bcp.words import Lang, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from bcp.exchange.book.difference import Difference
    from bcp.exchange.grid import Grid

__all__ = ["Wish", "import_parameters", "take_in"]


@dataclass(frozen=True, slots=True)
class Wish:
    """What an import was asked to do."""

    into: str | None
    """The inventory that is changed; the only one of the workspace if none was named."""
    output: Path | None
    """The new folder for the result."""
    is_new: bool
    """Whether the sheets alone make the inventory."""
    apply: bool
    dry_run: bool
    partial: bool
    delete: bool


def import_parameters(lang: Lang, metavar: str, argument: str) -> list[click.Parameter]:
    """Return what the imports of sheets can be asked for."""
    path = click.Path(path_type=Path)
    return [
        Argument("source", metavar=metavar, help=say(WORDS, argument, lang), type=path),
        _option(
            lang,
            "--into",
            metavar=say(WORDS, "metavar-dir", lang),
            shell_complete=complete_inventories,
        ),
        _option(lang, "--dry-run", is_flag=True),
        _option(
            lang,
            "--output",
            "-o",
            metavar=say(WORDS, "metavar-dir", lang),
            type=path,
        ),
        _option(lang, "--apply", is_flag=True),
        _option(lang, "--new", "is_new", is_flag=True),
        _option(lang, "--partial", is_flag=True),
        _option(lang, "--delete", is_flag=True),
    ]


def _option(lang: Lang, flag: str, *names: str, **extra: Any) -> click.Option:
    text = say(WORDS, f"option-book-{flag.removeprefix('--')}", lang)
    return click.Option([flag, *names], help=text, **extra)


def take_in(request: Request, wish: Wish, read: Callable[[], Sequence[Grid]]) -> None:
    """Show what sheets change in an inventory, and write it where that was asked for.

    Parameters
    ----------
    request
        What was asked for with the options that all commands share.
    wish
        What the import was asked to do.
    read
        Reads the sheets.

    Raises
    ------
    Faulty
        With every fault of the sheets and of what they would make.
    Complaint
        If what was asked for contradicts itself.
    """
    from bcp.cli.printing import print_json
    from bcp.cli.trouble import Faulty
    from bcp.cli.views.book import difference_json, show_difference
    from bcp.errors import InputError

    _refuse(wish)
    folder, lang = _folder(request, wish)
    try:
        difference = _difference(wish, folder, lang, read)
    except InputError as error:
        raise Faulty(error, lang) from None
    target = _written(wish, folder, difference)
    if request.as_json:
        print_json(difference_json(difference, target, lang))
    else:
        show_difference(difference, lang, with_patch=target is None)
        _say_what_next(wish, difference, target, lang)


def _refuse(wish: Wish) -> None:
    if wish.partial and wish.delete:
        raise Complaint("book-partial-delete")
    if wish.apply and (wish.output is not None or wish.is_new):
        raise Complaint("book-apply-output")
    if wish.is_new and wish.into is not None:
        raise Complaint("book-new-into")
    if wish.output is not None and wish.output.exists():
        if not wish.output.is_dir() or any(wish.output.iterdir()):
            raise Complaint("import-not-empty", None, target=wish.output)
    elif wish.output is not None and not wish.output.absolute().parent.is_dir():
        raise Complaint("no-folder", None, file=wish.output, folder=wish.output.parent)


def _folder(request: Request, wish: Wish) -> tuple[Path | None, Lang]:
    """Return the inventory that is changed, if any is, and the language to speak."""
    from bcp.cli.opening import open_at
    from bcp.workspace import resolve_inventory

    if wish.is_new:
        return None, request.lang
    opened = open_at(request, resolve_inventory(wish.into, Path.cwd()))
    return opened.folder, opened.lang


def _difference(
    wish: Wish, folder: Path | None, lang: Lang, read: Callable[[], Sequence[Grid]]
) -> Difference:
    from bcp.exchange.book.faulting import checked
    from bcp.exchange.book.inventory_files import Base, read_base
    from bcp.exchange.book.merging import merge
    from bcp.exchange.book.rows import rows_of

    held = rows_of(read(), is_partial=wish.partial)
    base = Base((), "") if folder is None else read_base(folder)
    merged = merge(base, held, lang, delete=wish.delete)
    checked(merged, held.faults, str(folder or wish.output or "."))
    return merged.difference


# --- writing -------------------------------------------------------------------------------------


def _written(wish: Wish, folder: Path | None, difference: Difference) -> Path | None:
    """Write what was asked for; return the folder that was written to."""
    if wish.dry_run:
        return None
    if wish.output is not None:
        _write_folder(wish.output, folder, difference)
        return wish.output
    if wish.apply and folder is not None:
        _write_into(folder, difference)
        return folder
    return None


def _write_folder(target: Path, folder: Path | None, difference: Difference) -> None:
    """Make *target*: all that is in *folder*, with the files that change; whole or not at all."""
    with naming(target):
        target.absolute().parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".bcp-", dir=target.absolute().parent) as made:
            place = Path(made, "whole")
            if folder is None:
                place.mkdir()
            else:
                shutil.copytree(folder, place, symlinks=True)
            for name in difference.files:
                path = place / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(difference.after[name])
            if target.is_dir():
                target.rmdir()
            place.rename(target)


def _write_into(folder: Path, difference: Difference) -> None:
    """Change the files of *folder*: all of them, or after a failure none."""
    parts: dict[Path, Path] = {}
    done: list[Path] = []
    was: dict[Path, bytes | None] = {}
    try:
        for name in difference.files:
            path = (folder / name).resolve()
            was[path] = difference.before.get(name)
            _refuse_changed(path, was[path])
            parts[path] = path.with_name(f".{path.name}.{os.getpid()}.part")
            with naming(path):
                parts[path].write_bytes(difference.after[name])
        for path, part in parts.items():
            with naming(path):
                part.replace(path)
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


def _say_what_next(wish: Wish, difference: Difference, target: Path | None, lang: Lang) -> None:
    from bcp.cli.printing import tell

    if target is not None:
        tell(say(WORDS, "book-written", lang, target=target, number=len(difference.files)))
        if not wish.is_new:
            tell(say(WORDS, "book-check", lang, target=target))
    elif not difference.is_empty:
        tell(say(WORDS, "book-not-written-new" if wish.is_new else "book-not-written", lang))
