"""``bcp check``: whether the files are in order, and where organisation and drills are weak."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from bcp.cli.kept import digest, keep, kept_folder, recall
from bcp.cli.options import Asked, Request, all_option
from bcp.cli.printing import print_json, tell
from bcp.cli.trouble import FAULT, Faulty, fault_lines, fault_text
from bcp.errors import Fault
from bcp.words import Lang, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from bcp.cli.belonging import Belongings
    from bcp.cli.opening import Opened
    from bcp.inventory.load import Place
    from bcp.recovery.result import Finding


def build(lang: Lang) -> click.Command:
    """Return the command."""
    return Asked("check", lang, run, all_option(lang))


def run(request: Request, *, show_all: bool) -> int:
    """Check the inventory, its scenarios and drills; list what is wrong and what is weak."""
    folder = None if request.no_cache else kept_folder()
    key = digest(request.inventory, (request.asked or "", request.local)) if folder else None
    kept = recall(folder, key) if folder and key else None
    if kept is not None:
        _show(kept["document"], kept["folder"], kept["lang"], request, show_all=show_all)
        return 0
    return _check(request, folder, key, show_all=show_all)


def _check(request: Request, kept: Path | None, key: str | None, *, show_all: bool) -> int:
    from bcp.cli.belonging import belongings
    from bcp.cli.opening import open_inventory

    try:
        opened = open_inventory(request)
    except Faulty as faulty:
        faults = faulty.error.faults
        if request.as_json:
            print_json({"faults": _faults(faults, faulty.lang), "findings": []})
        return _tell(faults, faulty.lang)
    held = belongings(opened.folder, opened.loaded)
    faults = held.faults
    document = _audited(opened, held) | {"faults": _faults(faults, opened.lang)}
    place = str(opened.folder)
    if kept and key and not faults and held.is_inside:
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


def _audited(opened: Opened, held: Belongings) -> dict[str, Any]:
    """Return what is weak, as JSON."""
    from bcp.recovery.audit import audit
    from bcp.recovery.result import Severity
    from bcp.report.checking import check_json
    from bcp.report.names import called

    scenarios = [loaded.scenario for loaded in held.scenarios]
    heads = [scenario.scenario for scenario in scenarios]
    names, places, found = _of_drills(held, opened.lang)
    names = opened.names | {head.id: called(head, opened.lang) for head in heads} | names
    loaded = replace(opened.loaded, places={**opened.loaded.places, **places})
    grades = get_args(Severity)
    findings = sorted(
        [*audit(loaded.inventory, scenarios), *found],
        key=lambda finding: grades.index(finding.severity),
    )
    counts = {"scenarios": len(held.scenarios), "drills": len(held.drills)}
    return check_json(loaded, findings, counts, opened.lang, names)


def _of_drills(
    held: Belongings, lang: Lang
) -> tuple[dict[str, str], dict[str, Place], list[Finding]]:
    """Return what the injects of the drills are called, where they stand, and what is weak."""
    from bcp.drill.file.checks import findings
    from bcp.report.names import called

    names: dict[str, str] = {}
    places: dict[str, Place] = {}
    found: list[Finding] = []
    for loaded, head in held.drills:
        drill = loaded.drill
        name = called(drill.drill, lang)
        for inject, place in zip(drill.injects, loaded.injects, strict=True):
            id_ = f"{drill.drill.id}#{inject.no}"
            names[id_] = say(WORDS, "inject-of-drill", lang, drill=name, no=inject.no)
            places[id_] = place
        found += findings(drill, head)
    return names, places, found


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
