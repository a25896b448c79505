"""``bcp new``: a stub of a component, function, team …, in the file where its like are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from bcp.cli.command import Argument, Complaint
from bcp.cli.options import Asked, Request
from bcp.words import Lang, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from bcp.authoring.rename import Written
    from bcp.cli.opening import Opened

_SORTS = ("component", "function", "team", "procedure", "scenario", "measure")
_ID = re.compile("[a-z0-9-]{1,200}")
_TAKES = {
    "--requires": ("component", "function", "measure"),
    "--kind": ("component", "scenario"),
}
"""Which sorts of things an option is for."""


def build(lang: Lang) -> click.Command:
    """Return the command."""
    sort = Argument(
        "sort",
        metavar="|".join(_SORTS),
        help=say(WORDS, "argument-new-sort", lang),
        type=click.Choice(_SORTS),
    )
    name = Argument("id_", metavar="ID", help=say(WORDS, "argument-new-id", lang))
    return Asked(
        "new",
        lang,
        run,
        sort,
        name,
        _option(lang, "--name", metavar=say(WORDS, "metavar-text", lang)),
        _option(lang, "--kind", metavar="KIND"),
        _option(lang, "--requires", metavar="ID,ID", multiple=True),
        _option(lang, "--file", metavar="FILE.yaml", type=click.Path(path_type=Path)),
        click.Option(
            ["--dry-run"], is_flag=True, help=say(WORDS, "option-authoring-dry-run", lang)
        ),
    )


def _option(lang: Lang, flag: str, **extra: Any) -> click.Option:
    text = say(WORDS, f"option-stub-{flag.removeprefix('--')}", lang)
    return click.Option([flag], help=text, **extra)


def run(  # noqa: PLR0913, PLR0917 (each is an option)
    request: Request,
    sort: Any,
    id_: str,
    name: str | None,
    kind: str | None,
    requires: tuple[str, ...],
    file: Path | None,
    *,
    dry_run: bool,
) -> None:
    """Add the stub, show it, and say what to do with it."""
    from bcp.authoring.stubs import Given
    from bcp.cli.opening import open_inventory
    from bcp.cli.printing import print_json
    from bcp.cli.rewriting import gathered, tried, write_together

    needs = [part.strip() for held in requires for part in held.split(",") if part.strip()]
    _refuse(sort, id_, kind, needs)
    opened = open_inventory(request)
    files = gathered(opened.folder)
    _refuse_taken(files, sort, id_)
    given = Given(id_, name or "", kind or "", tuple(needs))
    path = _place(opened, files, sort, given, file)
    before = next((held.data for held in files if _same(held.file, path)), b"")
    after = _made(opened, sort, given, path, before)
    tried(opened.folder, files, {str(path): after}, opened.lang)
    if not dry_run:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_together({str(path): after})
    if request.as_json:
        print_json({"id": id_, "kind": sort, "file": str(path), "written": not dry_run})
        return
    _show(opened, sort, id_, path, (before, after), dry_run=dry_run)


def _refuse(sort: str, id_: str, kind: str | None, needs: Sequence[str]) -> None:
    """Complain of what cannot be asked for."""
    from bcp.inventory.models import Kind

    if not _ID.fullmatch(id_) or id_ == "own":
        raise Complaint("rename-no-id", None, name=id_)
    for flag, value in (("--kind", kind), ("--requires", needs)):
        if value and sort not in _TAKES[flag]:
            raise Complaint(
                "stub-not-for", None, name=flag, sort=sort, known=", ".join(_TAKES[flag])
            )
    known = get_args(Kind)
    if sort == "component" and kind is not None and kind not in known:
        raise Complaint("bad-choice", None, name="--kind", value=kind, known=", ".join(known))


def _refuse_taken(files: Sequence[Written], sort: str, id_: str) -> None:
    """Complain of an id that is there already."""
    from bcp.authoring.rename import meanings

    space = {"scenario": "scenario", "measure": "measure"}.get(sort, "item")
    if any(held.space == space for held in meanings(files, id_)):
        raise Complaint("rename-taken", None, name=id_)


# --- where it goes -----------------------------------------------------------------------------


def _place(
    opened: Opened, files: Sequence[Written], sort: str, given: Any, file: Path | None
) -> Path:
    """Return the file that the stub is to stand in."""
    if sort == "scenario":
        return _scenario_place(opened, given.id, file)
    if file is None:
        from bcp.authoring.stubs import SECTION

        section = SECTION[sort]
        kind = (given.kind or "service") if sort == "component" else ""
        return _fullest(files, section, kind) or opened.folder / f"{section}.yaml"
    if file.suffix != ".yaml":
        raise Complaint("bad-suffix", None, file=file, known=".yaml")
    beside = opened.folder / file
    path = beside if len(file.parts) == 1 or beside.is_file() else file
    if not path.resolve().is_relative_to(opened.folder.resolve()):
        raise Complaint("stub-outside", None, file=file, folder=opened.folder)
    if not path.parent.is_dir():
        raise Complaint("no-folder", None, file=path, folder=path.parent)
    return path


def _fullest(files: Sequence[Written], section: str, kind: str) -> Path | None:
    """Return the file in which most items of a section are; of components, most of their kind."""
    from bcp.reading import read

    counts: dict[str, tuple[int, int]] = {}
    for held in files:
        root = read(held.data, held.file).root
        items = root.get(section) if isinstance(root, dict) and held.kind == "inventory" else None
        like = [item for item in items or () if isinstance(item, dict) and item.get("kind") == kind]
        counts[held.file] = len(like), len(items or ())
    best = max(counts.values(), default=(0, 0))
    if best == (0, 0):
        return None
    return Path([file for file, numbers in counts.items() if numbers == best][-1])


def _scenario_place(opened: Opened, id_: str, file: Path | None) -> Path:
    from bcp.workspace import find_workspace

    workspace = find_workspace(opened.folder)
    if workspace is None:
        raise Complaint("stub-no-place", None)
    here = workspace.root / "scenarios"
    if opened.folder.resolve() != (workspace.root / "inventory").resolve():
        here /= opened.folder.resolve().name
    path = here / f"{id_}.yaml" if file is None else file
    if path.suffix != ".yaml":
        raise Complaint("bad-suffix", None, file=path, known=".yaml")
    if path.exists():
        raise Complaint("stub-exists", None, file=path)
    home = workspace.root / "scenarios"
    if not path.resolve().is_relative_to(home.resolve()):
        raise Complaint("stub-outside", None, file=path, folder=home)
    return path


def _same(file: str, path: Path) -> bool:
    return Path(file).resolve() == path.resolve()


# --- what it says --------------------------------------------------------------------------------


def _made(opened: Opened, sort: Any, given: Any, path: Path, before: bytes) -> bytes:
    """Return the file with the stub in it."""
    from bcp.authoring.stubs import SECTION, scenario_text, stub_lines
    from bcp.authoring.text import with_lines
    from bcp.workspace import schema_from

    inventory, lang = opened.loaded.inventory, opened.lang
    if sort == "scenario":
        schema = schema_from(path.parent, "scenario.schema.json")
        return scenario_text(given, inventory, lang, schema).encode()
    if not before:
        schema = schema_from(path.parent, "inventory.schema.json")
        before = f"# yaml-language-server: $schema={schema}\n".encode()
    return with_lines(before, str(path), SECTION[sort], stub_lines(sort, given, inventory, lang))


def _show(
    opened: Opened, sort: str, id_: str, path: Path, data: tuple[bytes, bytes], *, dry_run: bool
) -> None:
    from bcp.cli.paper import Paper
    from bcp.cli.rewriting import show_difference

    paper, lang = Paper(), opened.lang
    show_difference(paper, str(path), *data)
    paper.line()
    key = "stub-would" if dry_run else "stub-done"
    paper.text(say(WORDS, key, lang, id=id_, file=path))
    if not dry_run:
        following = f"next-{sort}" if sort in ("scenario", "measure") else "next-stub"
        paper.text(say(WORDS, following, lang, id=id_))
