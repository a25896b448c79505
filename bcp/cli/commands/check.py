"""``bcp check``: whether the files are in order, and where the organisation is weak."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bcp.cli.kept import digest, keep, kept_folder, recall
from bcp.cli.options import Asked, Request, all_option
from bcp.cli.printing import print_json, tell
from bcp.cli.trouble import FAULT, Faulty, fault_lines, fault_text
from bcp.errors import Fault, InputError
from bcp.words import Lang

if TYPE_CHECKING:
    from bcp.cli.opening import Opened
    from bcp.scenario.load import LoadedScenario


def build(lang: Lang) -> click.Command:
    """Return the command."""
    return Asked("check", lang, run, all_option(lang))


def run(request: Request, *, show_all: bool) -> int:
    """Check the inventory and its scenarios; list what is wrong and what is weak."""
    folder = None if request.no_cache else kept_folder()
    key = digest(request.inventory, (request.asked or "", request.local)) if folder else None
    kept = recall(folder, key) if folder and key else None
    if kept is not None:
        _show(kept["document"], kept["folder"], kept["lang"], request, show_all=show_all)
        return 0
    return _check(request, folder, key, show_all=show_all)


def _check(request: Request, kept: Path | None, key: str | None, *, show_all: bool) -> int:
    from bcp.cli.opening import open_inventory

    try:
        opened = open_inventory(request)
    except Faulty as faulty:
        faults = faulty.error.faults
        if request.as_json:
            print_json({"faults": _faults(faults, faulty.lang), "findings": []})
        return _tell(faults, faulty.lang)
    scenarios, faults = _scenarios(opened)
    document = _audited(opened, scenarios) | {"faults": _faults(faults, opened.lang)}
    place = str(opened.folder)
    if kept and key and not faults:
        keep(kept, key, {"document": document, "folder": place, "lang": opened.lang})
    _show(document, place, opened.lang, request, show_all=show_all)
    return _tell(faults, opened.lang) if faults else 0


def _show(
    document: dict[str, Any], folder: str, lang: Lang, request: Request, *, show_all: bool
) -> None:
    if request.as_json:
        print_json(document)
    else:
        from bcp.cli.views.findings import show_check

        show_check(document, folder, lang, show_all=show_all)


def _audited(opened: Opened, scenarios: Sequence[LoadedScenario]) -> dict[str, Any]:
    """Return what is weak, as JSON."""
    from bcp.recovery.audit import audit
    from bcp.report.checking import check_json
    from bcp.report.names import called

    heads = [held.scenario.scenario for held in scenarios]
    names: Mapping[str, str] = opened.names | {h.id: called(h, opened.lang) for h in heads}
    findings = audit(opened.loaded.inventory, [held.scenario for held in scenarios])
    return check_json(opened.loaded, findings, len(scenarios), opened.lang, names)


def _scenarios(opened: Opened) -> tuple[list[LoadedScenario], tuple[Fault, ...]]:
    """Return the scenarios of the inventory, and the faults of those that have any."""
    from bcp.scenario.load import load_scenario

    loaded: list[LoadedScenario] = []
    faults: list[Fault] = []
    for path in _scenario_files(opened.folder):
        try:
            loaded.append(load_scenario(path, opened.loaded))
        except InputError as error:
            faults += error.faults
    return loaded, tuple(faults)


def _scenario_files(folder: Path) -> list[Path]:
    """Return the scenario files that belong to the inventory in *folder*."""
    from bcp.workspace import find_workspace

    workspace = find_workspace(folder)
    if workspace is None:
        return []
    inventories = {path.resolve(): path for path in workspace.inventories()}
    own = inventories.get(folder.resolve())
    if own is None:
        return []
    names = {own.name} if len(inventories) > 1 else {own.name, None}
    return [held.path for held in workspace.scenarios() if held.inventory in names]


def _tell(faults: Sequence[Fault], lang: Lang) -> int:
    for line in fault_lines(faults, lang):
        tell(line)
    return FAULT


def _faults(faults: Sequence[Fault], lang: Lang) -> list[dict[str, Any]]:
    return [
        {
            "file": fault.file,
            "line": fault.line,
            "where": fault.where,
            "key": fault.key,
            "text": fault_text(fault, lang),
        }
        for fault in faults
    ]
