"""``bcp rename``: another id for a thing, everywhere it is named."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bcp.cli.command import Argument, Complaint
from bcp.cli.completing import complete_items
from bcp.cli.options import Asked, Request
from bcp.words import Lang, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from bcp.authoring.rename import Meaning, Rewritten

_SORTS = (
    "component",
    "function",
    "team",
    "procedure",
    "person",
    "role",
    "contract",
    "measure",
    "scenario",
    "drill",
    "organisation",
)
_ID = re.compile("[a-z0-9-]{1,200}")


def build(lang: Lang) -> click.Command:
    """Return the command."""
    old = Argument(
        "old",
        metavar="OLD",
        help=say(WORDS, "argument-rename-old", lang),
        shell_complete=complete_items,
    )
    new = Argument("new", metavar="NEW", help=say(WORDS, "argument-rename-new", lang))
    kind = click.Option(
        ["--kind"],
        type=click.Choice(_SORTS),
        metavar="KIND",
        help=say(WORDS, "option-rename-kind", lang),
    )
    dry = click.Option(
        ["--dry-run"], is_flag=True, help=say(WORDS, "option-authoring-dry-run", lang)
    )
    return Asked("rename", lang, run, old, new, kind, dry)


def run(request: Request, old: str, new: str, kind: str | None, *, dry_run: bool) -> None:
    """Change the id in every file that names it, and show where."""
    from bcp.authoring.rename import meanings, rename
    from bcp.cli.opening import open_inventory
    from bcp.cli.printing import print_json
    from bcp.cli.rewriting import gathered, tried, write_together

    if not _ID.fullmatch(new) or new == "own":
        raise Complaint("rename-no-id", None, name=new)
    opened = open_inventory(request)
    files = gathered(opened.folder)
    meaning = _meant(meanings(files, old), old, kind)
    if any(held.space == meaning.space for held in meanings(files, new)):
        raise Complaint("rename-taken", None, name=new)
    changed = rename(files, old, new, meaning)
    made = {held.file: held.data for held in changed}
    tried(opened.folder, files, made, opened.lang)
    if not dry_run:
        write_together(made)
    if request.as_json:
        rows = [{"file": held.file, "lines": [*held.lines]} for held in changed]
        print_json(
            {"old": old, "new": new, "kind": meaning.sort, "written": not dry_run, "files": rows}
        )
        return
    lang = opened.lang
    values = {
        "old": old,
        "new": new,
        "lines": sum(len(held.lines) for held in changed),
        "files": len(changed),
    }
    said = say(WORDS, "rename-would" if dry_run else "rename-done", lang, **values)
    stems = [held.file for held in changed if Path(held.file).stem == old]
    hint = say(WORDS, "rename-file", lang, file=stems[0]) if stems else None
    _show(changed, {held.file: held.data for held in files}, said, hint)


def _meant(found: Sequence[Meaning], old: str, kind: str | None) -> Meaning:
    """Return which of the things called *old* is meant."""
    wanted = [held for held in found if kind in (None, held.sort)]
    if not found:
        raise Complaint("rename-unknown", None, name=old)
    known = ", ".join(held.sort for held in found)
    if not wanted:
        raise Complaint("rename-not-of-kind", None, name=old, kind=kind, known=known)
    if len(wanted) > 1:
        raise Complaint("rename-several", None, name=old, known=known)
    return wanted[0]


def _show(
    changed: Sequence[Rewritten], before: Mapping[str, bytes], said: str, hint: str | None
) -> None:
    """Show every line that changes, and how many there are."""
    from bcp.cli.paper import Paper
    from bcp.cli.rewriting import show_difference

    paper = Paper()
    for held in changed:
        show_difference(paper, held.file, before[held.file], held.data, around=0)
    paper.line()
    paper.text(said)
    if hint:
        paper.text(hint)
