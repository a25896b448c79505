"""``--since``: what changed since an earlier state, a folder or a revision of git."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from bcp.cli.belonging import scenarios_of
from bcp.cli.opening import Opened
from bcp.cli.printing import tell
from bcp.cli.progress import tracked
from bcp.cli.trouble import Faulty, fault_text
from bcp.errors import Fault, InputError, UsageError
from bcp.inventory.load import LoadedInventory, load_inventory
from bcp.library import scenarios as library
from bcp.outlook.changes import Changes, changes_between, scenario_changes
from bcp.outlook.playing import outlooks_of
from bcp.recovery.strategy import Strategy
from bcp.scenario.load import LoadedScenario, load_scenario
from bcp.words import Lang, say
from bcp.words.cli import WORDS
from bcp.workspace import Workspace, find_workspace, library_scenarios
from bcp.workspace.revision import FOLDERS, checked_out

__all__ = ["changes_since"]


def changes_since(
    since: str,
    opened: Opened,
    chosen: Sequence[LoadedScenario],
    strategy: Strategy,
    *,
    whole: bool,
) -> Changes:
    """Return how the inventory differs from an earlier state, and what the scenarios did then.

    Parameters
    ----------
    since
        A folder (a workspace, or an inventory), else a revision of git.
    opened
        The inventory as it is.
    chosen
        The scenarios as they are.
    strategy
        Who goes first when crews are short.
    whole
        Whether *chosen* are all there are; otherwise only the same ones are looked at.

    Raises
    ------
    Faulty
        If the files of the earlier inventory are at fault.
    UsageError
        If there is no such state.
    """
    with _earlier(since, opened) as (folder, told):
        loaded = _loaded(folder, told, opened.lang)
        then = _scenarios(since, folder, told, loaded, chosen, opened.lang)
        ids = {one.scenario.scenario.id for one in chosen}
        then = [one for one in then if whole or one.scenario.scenario.id in ids]
        then += _anybodys(opened, chosen, {one.scenario.scenario.id for one in then}, loaded)
        outlooks = outlooks_of(loaded.inventory, tracked(then, "then", opened.lang), strategy)
        return Changes(
            label=since,
            inventory=loaded.inventory,
            digest=loaded.digest,
            outlooks={held.head.id: held for held in outlooks},
            items=(
                *changes_between(loaded.inventory, opened.loaded.inventory),
                *scenario_changes((one.scenario for one in then), (one.scenario for one in chosen)),
            ),
        )


@contextmanager
def _earlier(since: str, opened: Opened) -> Iterator[tuple[Path, tuple[str, str]]]:
    """Give the folder of the earlier inventory, and what to replace in the names of its files."""
    if Path(since).is_dir():
        yield _inventory_in(Path(since), since, opened), ("", "")
        return
    workspace = find_workspace(opened.folder)
    root = workspace.root if workspace is not None else opened.folder.parent
    folders = FOLDERS if workspace is not None else (opened.folder.resolve().name,)
    with checked_out(since, root, folders) as made:
        held = made if workspace is not None else made / folders[0]
        yield _inventory_in(held, since, opened), (f"{made}/", f"{since}:")


def _inventory_in(place: Path, since: str, opened: Opened) -> Path:
    """Return the inventory in *place* that is the earlier state of this one."""
    if not (place / FOLDERS[0]).is_dir():
        return place
    held = Workspace(place).inventories()
    name = opened.folder.resolve().name
    same = [folder for folder in held if folder.name == name] or held
    if len(same) > 1:
        known = ", ".join(folder.name for folder in held)
        raise UsageError("since-which", name=since, known=known, folder=name)
    return same[0]


def _loaded(folder: Path, told: tuple[str, str], lang: Lang) -> LoadedInventory:
    try:
        return load_inventory(folder)
    except InputError as error:
        faults = [_renamed(fault, told) for fault in error.faults]
        raise Faulty(InputError(faults), lang) from None


def _renamed(fault: Fault, told: tuple[str, str]) -> Fault:
    """Return a fault whose file is named as git names it."""
    values = {
        key: value.replace(*told) if isinstance(value, str) and told[0] else value
        for key, value in fault.values.items()
    }
    file = fault.file.replace(*told) if told[0] else fault.file
    return replace(fault, file=file, values=values)


def _scenarios(
    since: str,
    folder: Path,
    told: tuple[str, str],
    loaded: LoadedInventory,
    chosen: Sequence[LoadedScenario],
    lang: Lang,
) -> list[LoadedScenario]:
    """Return the scenarios of then; the present ones where none were kept with the inventory."""
    found, faults = scenarios_of(folder, loaded)
    if not found and not faults:
        tell(say(WORDS, "since-no-scenarios", lang, name=since))
        found, faults = _present(chosen, loaded)
    for fault in faults:
        text = fault_text(_renamed(fault, told), lang)
        tell(say(WORDS, "since-left-out", lang, fault=text))
    return list(found)


def _anybodys(
    opened: Opened,
    chosen: Sequence[LoadedScenario],
    known: Collection[str],
    loaded: LoadedInventory,
) -> list[LoadedScenario]:
    """Return the scenarios for any inventory: no state keeps them, and they strike an earlier one too."""
    files = library_scenarios(find_workspace(opened.folder), library())
    places = {held.path.resolve() for held in files}
    wanted = [
        one
        for one in chosen
        if one.scenario.scenario.id not in known and Path(one.place.file).resolve() in places
    ]
    found, faults = _present(wanted, loaded)
    for fault in faults:
        text = fault_text(fault, opened.lang)
        tell(say(WORDS, "since-left-out", opened.lang, fault=text))
    return [*found]


def _present(
    chosen: Sequence[LoadedScenario], loaded: LoadedInventory
) -> tuple[tuple[LoadedScenario, ...], tuple[Fault, ...]]:
    """Return those of the present scenarios that fit the earlier inventory, and why others do not."""
    found: list[LoadedScenario] = []
    faults: list[Fault] = []
    for one in chosen:
        try:
            found.append(load_scenario(Path(one.place.file), loaded, one.asked))
        except InputError as error:
            faults += error.faults
    return tuple(found), tuple(faults)
