"""What is shared by the commands that bring an inventory into sheets, and sheets into it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bcp.cli.book_writing import scenarios_among, write_folder, write_into
from bcp.cli.command import Argument, Complaint
from bcp.cli.completing import complete_inventories
from bcp.cli.options import Request
from bcp.words import Lang, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from bcp.cli.opening import Opened
    from bcp.exchange.book.difference import Difference
    from bcp.exchange.book.inventory_files import Base
    from bcp.exchange.grid import Grid

__all__ = ["Targets", "Wish", "import_parameters", "take_in"]


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


@dataclass(frozen=True, slots=True)
class Targets:
    """The folders that were written to."""

    inventory: Path
    scenarios: Path | None
    """If scenarios were written."""


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
    opened, lang = _opened(request, wish)
    folder = opened.folder if opened else None
    try:
        difference = _difference(wish, opened, lang, read)
    except InputError as error:
        raise Faulty(error, lang) from None
    targets = _written(wish, folder, difference)
    if request.as_json:
        print_json(difference_json(difference, targets, lang))
    else:
        show_difference(difference, lang, with_patch=targets is None)
        _say_what_next(wish, difference, targets, lang)


def _refuse(wish: Wish) -> None:
    if wish.partial and wish.delete:
        raise Complaint("book-partial-delete")
    if wish.apply and (wish.output is not None or wish.is_new):
        raise Complaint("book-apply-output")
    if wish.is_new and wish.into is not None:
        raise Complaint("book-new-into")
    if wish.output is not None:
        _refuse_full(wish.output)
        if not wish.output.exists() and not wish.output.absolute().parent.is_dir():
            raise Complaint("no-folder", None, file=wish.output, folder=wish.output.parent)


def _refuse_full(target: Path) -> None:
    """Complain of a folder that holds something, or is none."""
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise Complaint("import-not-empty", None, target=target)


def _opened(request: Request, wish: Wish) -> tuple[Opened | None, Lang]:
    """Return the inventory that is changed, if any is, and the language to speak."""
    from bcp.cli.opening import open_at
    from bcp.workspace import resolve_inventory

    if wish.is_new:
        return None, request.lang
    opened = open_at(request, resolve_inventory(wish.into, Path.cwd()))
    return opened, opened.lang


def _difference(
    wish: Wish, opened: Opened | None, lang: Lang, read: Callable[[], Sequence[Grid]]
) -> Difference:
    from bcp.exchange.book.faulting import checked
    from bcp.exchange.book.inventory_files import Base, read_base
    from bcp.exchange.book.merging import merge
    from bcp.exchange.book.rows import rows_of

    held = rows_of(read(), is_partial=wish.partial)
    folder = opened.folder if opened else None
    base = Base((), "") if folder is None else read_base(folder)
    if any(sheaf.sheet.is_scenario for sheaf in held.sheaves):
        base = _with_scenarios(wish, base, opened)
    merged = merge(base, held, lang, delete=wish.delete)
    checked(merged, held.faults, str(folder or wish.output or "."))
    return merged.difference


def _with_scenarios(wish: Wish, base: Base, opened: Opened | None) -> Base:
    """Return *base* with the scenarios that are compared with the sheets."""
    from bcp.cli.book_scenarios import base_with_scenarios, home_of, new_home, refuse_faulty

    if opened is None:
        home = new_home(wish.output) if wish.output is not None else None
        return base_with_scenarios(base, None, home)
    refuse_faulty(opened.folder, opened.loaded, opened.lang)
    return base_with_scenarios(base, opened.folder, home_of(opened.folder))


def _written(wish: Wish, folder: Path | None, difference: Difference) -> Targets | None:
    """Write what was asked for; return the folders that were written to."""
    from bcp.cli.book_scenarios import home_of, new_home

    if wish.dry_run:
        return None
    if wish.output is not None:
        scenarios = new_home(wish.output) if scenarios_among(difference.after) else None
        if scenarios is not None:
            _refuse_full(scenarios)
        write_folder(wish.output, folder, difference, scenarios)
        return Targets(wish.output, scenarios)
    if wish.apply and folder is not None:
        scenarios = home_of(folder)
        if scenarios is None and scenarios_among(difference.files):
            raise Complaint("book-no-scenarios", None, folder=folder)
        write_into(folder, difference, scenarios)
        return Targets(folder, scenarios if scenarios_among(difference.files) else None)
    return None


def _say_what_next(wish: Wish, difference: Difference, targets: Targets | None, lang: Lang) -> None:
    from bcp.cli.printing import tell

    if targets is not None:
        own = len(difference.files) - len(scenarios_among(difference.files))
        tell(say(WORDS, "book-written", lang, target=targets.inventory, number=own))
        if targets.scenarios is not None:
            names = difference.after if wish.output is not None else difference.files
            values = {"target": targets.scenarios, "number": len(scenarios_among(names))}
            tell(say(WORDS, "book-written-scenarios", lang, **values))
        if not wish.is_new:
            tell(say(WORDS, "book-check", lang, target=targets.inventory))
    elif not difference.is_empty:
        tell(say(WORDS, "book-not-written-new" if wish.is_new else "book-not-written", lang))
