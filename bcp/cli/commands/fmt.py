"""``bcp fmt``: the files in their usual form, every comment kept."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from bcp.cli.command import Argument, Complaint
from bcp.cli.options import Asked, Request
from bcp.words import Lang, say
from bcp.words.cli import WORDS

_FOLDERS = ("inventory", "scenarios", "drills")
_KEPT = frozenset({"records"})
"""Folders of what happened: nothing there is written anew."""


def build(lang: Lang) -> click.Command:
    """Return the command."""
    files = Argument(
        "files",
        metavar="[FILE]...",
        nargs=-1,
        help=say(WORDS, "argument-fmt-files", lang),
        type=click.Path(path_type=Path),
    )
    check = click.Option(["--check"], is_flag=True, help=say(WORDS, "option-fmt-check", lang))
    return Asked("fmt", lang, run, files, check)


def run(request: Request, files: tuple[Path, ...], *, check: bool) -> int:
    """Write files that are not in their usual form anew, or name them."""
    from bcp.authoring.layout import formatted
    from bcp.cli.paper import Paper
    from bcp.cli.printing import print_json, tell
    from bcp.cli.rewriting import write_together
    from bcp.cli.trouble import FAULT, fault_lines
    from bcp.errors import Fault, InputError, UsageError
    from bcp.reading import read_file

    lang, paths = _lang(request), [*_paths(request, files)]
    made: dict[str, bytes] = {}
    faults: list[Fault] = []
    for path in paths:
        try:
            data = read_file(path, str(path))
            if (result := formatted(data, str(path))) != data:
                made[str(path)] = result
        except InputError as error:
            faults += error.faults
        except UsageError as error:
            faults.append(Fault(str(path), 0, "", error.key, error.values))
    if faults:
        for line in fault_lines(sorted(faults), lang):
            tell(line)
        return FAULT
    if not check:
        write_together(made)
    if request.as_json:
        print_json({"files": len(paths), "changed": [*made], "written": not check})
    else:
        paper = Paper()
        for name in made:
            paper.line(name)
        key = "fmt-would" if check else "fmt-done"
        key = key if made else "fmt-nothing"
        paper.text(say(WORDS, key, lang, files=len(paths), changed=len(made)))
    return FAULT if check and made else 0


def _lang(request: Request) -> Lang:
    """Return the language of the inventory, if one is meant and says so."""
    from bcp.cli.opening import language_of
    from bcp.errors import UsageError
    from bcp.workspace import resolve_inventory

    try:
        return language_of(request, resolve_inventory(request.inventory, Path.cwd()))
    except UsageError:
        return request.lang


def _paths(request: Request, files: Sequence[Path]) -> Iterator[Path]:
    """Yield the files that are meant: those named, or all of an inventory, or of the workspace."""
    from bcp.workspace import find_workspace, resolve_inventory

    if files:
        for path in files:
            if not path.exists():
                raise Complaint("fmt-missing", None, file=path)
            yield from _yaml(path) if path.is_dir() else [path]
        return
    if request.inventory is not None:
        from bcp.cli.rewriting import gathered

        folder = resolve_inventory(request.inventory, Path.cwd())
        yield from (Path(held.file) for held in gathered(folder))
        return
    workspace = find_workspace(Path.cwd())
    if workspace is None:
        raise Complaint("fmt-no-files", None)
    for name in _FOLDERS:
        yield from _yaml(workspace.root / name)


def _yaml(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder, hidden ones and records aside."""
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(x for x in folders if not x.startswith(".") and x not in _KEPT)
        for name in sorted(names):
            if name.endswith(".yaml") and not name.startswith("."):
                yield Path(here, name)
