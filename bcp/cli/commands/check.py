"""``bcp check``: whether the files are in order, and where organisation and drills are weak."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from bcp.cli.completing import complete_scenarios
from bcp.cli.failing import FAIL_ON, failed_json, totals
from bcp.cli.kept import digest, keep, kept_folder, recall
from bcp.cli.options import Asked, Request, all_option, several_option
from bcp.cli.printing import print_json, tell
from bcp.cli.trouble import FAILED_ON, FAULT, Faulty, fault_lines, fault_text
from bcp.errors import Fault, UsageError
from bcp.words import Lang, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from bcp.cli.belonging import Belongings
    from bcp.cli.opening import Opened
    from bcp.inventory.load import Place
    from bcp.recovery.result import Finding
    from bcp.scenario.load import LoadedScenario


def build(lang: Lang) -> click.Command:
    """Return the command."""
    fail_on = several_option(lang, "--fail-on", FAIL_ON)
    fail_on.help = say(WORDS, "option-check-fail-on", lang)
    scenario = click.Option(
        ["--scenario", "scenarios"],
        multiple=True,
        metavar="SCENARIO",
        help=say(WORDS, "option-check-scenario", lang),
        shell_complete=complete_scenarios,
    )
    return Asked("check", lang, run, fail_on, scenario, all_option(lang))


def run(
    request: Request, fail_on: tuple[str, ...], scenarios: tuple[str, ...], *, show_all: bool
) -> int:
    """Check the inventory, its scenarios and drills; list what is wrong and what is weak."""
    if scenarios and not fail_on:
        raise UsageError("scenario-needs-fail-on")
    wish = _Wish(request, fail_on, scenarios, show_all)
    folder = None if request.no_cache else kept_folder()
    asked = (request.asked or "", request.local, *fail_on, "", *scenarios)
    key = digest(request.inventory, asked) if folder else None
    kept = recall(folder, key) if folder and key else None
    if kept is not None:
        return _show(kept["document"], kept["folder"], kept["lang"], wish)
    return _check(wish, folder, key)


@dataclass(frozen=True, slots=True)
class _Wish:
    """What was asked for."""

    request: Request
    fail_on: tuple[str, ...]
    scenarios: tuple[str, ...]
    show_all: bool


def _check(wish: _Wish, kept: Path | None, key: str | None) -> int:
    from bcp.cli.belonging import belongings
    from bcp.cli.choice import choose
    from bcp.cli.opening import open_inventory

    request = wish.request
    try:
        opened = open_inventory(request)
    except Faulty as faulty:
        faults = faulty.error.faults
        if request.as_json:
            print_json({"faults": _faults(faults, faulty.lang), "findings": []})
        return _tell(faults, faulty.lang)
    held = belongings(opened.folder, opened.loaded)
    faults, is_inside = held.faults, held.is_inside
    document = _audited(opened, held) | {"faults": _faults(faults, opened.lang)}
    if wish.fail_on and not faults:
        chosen = choose(opened, held, wish.scenarios)
        is_inside &= all(one in held.listed for one in chosen)
        document |= _played(opened, chosen, wish.fail_on)
    place = str(opened.folder)
    if kept and key and not faults and is_inside:
        keep(kept, key, {"document": document, "folder": place, "lang": opened.lang})
    status = _show(document, place, opened.lang, wish)
    return _tell(faults, opened.lang) if faults else status


def _show(document: dict[str, Any], folder: str, lang: Lang, wish: _Wish) -> int:
    """Show what was found; return the exit status that follows from it."""
    if wish.request.as_json:
        print_json(document)
    else:
        from bcp.cli.views.findings import show_check

        show_check(document, folder, lang, show_all=wish.show_all)
    failed = document.get("failed", [])
    for text in totals(failed, lang):
        tell(text)
    return FAILED_ON if failed else 0


def _played(
    opened: Opened, chosen: Sequence[LoadedScenario], fail_on: tuple[str, ...]
) -> dict[str, Any]:
    """Return what of *fail_on* is found when the scenarios are played, as JSON."""
    from bcp.cli.progress import tracked
    from bcp.outlook.playing import outlooks_of
    from bcp.report.names import called

    if not chosen:
        raise UsageError("no-scenario-to-play")
    lang, failed = opened.lang, list[dict[str, Any]]()
    steps = tracked(chosen, "scenarios", lang)
    for outlook in outlooks_of(opened.loaded.inventory, steps, "slack"):
        failed += failed_json(outlook, fail_on, lang, opened.names)
    heads = [loaded.scenario.scenario for loaded in chosen]
    played = [{"id": head.id, "name": called(head, lang)} for head in heads]
    return {"fail_on": [*fail_on], "played": played, "failed": failed}


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
