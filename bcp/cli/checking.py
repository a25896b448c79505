"""From files to the JSON document of a check: what is weak, what is accepted, what falls short."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from bcp.audit.accepted import Accepted, Judged, accept, load_accepted, place_of
from bcp.audit.audit import audit
from bcp.cli.accepting import accepted_file
from bcp.cli.failing import failed_json
from bcp.cli.trouble import fault_text
from bcp.errors import Fault, InputError, UsageError
from bcp.recovery.result import Finding, Severity
from bcp.report.checking import check_json
from bcp.report.conditions import conditions_json, conditions_of
from bcp.report.names import called
from bcp.words import Lang, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from bcp.cli.belonging import Belongings
    from bcp.cli.opening import Opened
    from bcp.inventory.load import Place
    from bcp.scenario.load import LoadedScenario

__all__ = ["Checked", "checked", "failing_findings", "faults_json", "played"]

_GRADES: tuple[Severity, ...] = get_args(Severity)


@dataclass(frozen=True)
class Checked:
    """What a check found."""

    document: dict[str, Any]
    """As JSON, faults aside."""
    faults: tuple[Fault, ...]
    """Of all files."""


def checked(opened: Opened, held: Belongings, baseline: Path | None, day: date | None) -> Checked:
    """Return what is weak in an inventory, and which of it somebody has accepted.

    Parameters
    ----------
    opened
        The inventory.
    held
        What belongs to it.
    baseline
        The file of accepted findings that was asked for.
    day
        The day that was asked for; that of the plan if none was.

    Raises
    ------
    UsageError
        If there is no such file.
    """
    inventory, lang = opened.loaded.inventory, opened.lang
    file = accepted_file(baseline, opened.folder)
    accepted, faults = _accepted(file)
    today = day or (inventory.plan.day if inventory.plan else None)
    scenarios = [loaded.scenario for loaded in held.scenarios]
    heads = [scenario.scenario for scenario in scenarios]
    names, places, found = _of_drills(held, lang)
    names = opened.names | {head.id: called(head, lang) for head in heads} | names
    places |= {place_of(number): place for number, place in enumerate(accepted.places)}
    places[inventory.organisation.id] = opened.loaded.places["organisation"]
    judged = accept([*audit(inventory, scenarios, today), *found], accepted, today)
    loaded = replace(opened.loaded, places={**places, **opened.loaded.places})
    counts = {"scenarios": len(held.scenarios), "drills": len(held.drills)}
    document = check_json(loaded, _graded(judged), counts, lang, names)
    document["baseline"] = None if file is None else str(file)
    document["date"] = None if today is None else today.isoformat()
    return Checked(document, (*held.faults, *faults))


def _accepted(file: Path | None) -> tuple[Accepted, tuple[Fault, ...]]:
    """Return what was accepted; nothing where its file is at fault, and the faults."""
    if file is None:
        return Accepted(), ()
    try:
        return load_accepted(file), ()
    except InputError as error:
        return Accepted(), error.faults


def _graded(judged: Judged) -> Judged:
    """Return the findings with the most serious first, and their acceptances with them."""
    ordered = sorted(
        range(len(judged.findings)), key=lambda at: _GRADES.index(judged.findings[at].severity)
    )
    accepted = {
        new: judged.accepted[old] for new, old in enumerate(ordered) if old in judged.accepted
    }
    return Judged(tuple(judged.findings[old] for old in ordered), accepted)


def _of_drills(
    held: Belongings, lang: Lang
) -> tuple[dict[str, str], dict[str, Place], list[Finding]]:
    """Return what the injects of the drills are called, where they stand, and what is weak."""
    from bcp.drill.file.checks import findings

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


def played(
    opened: Opened, chosen: Sequence[LoadedScenario], words: Sequence[str]
) -> dict[str, Any]:
    """Return what of *words* is found when the scenarios are played, as JSON."""
    from bcp.cli.progress import tracked
    from bcp.outlook.playing import outlooks_of

    if not chosen:
        raise UsageError("no-scenario-to-play")
    lang, failed = opened.lang, list[dict[str, Any]]()
    told: list[dict[str, Any]] = []
    steps = tracked(chosen, "scenarios", lang)
    for outlook in outlooks_of(opened.loaded.inventory, steps, "slack"):
        failed += failed_json(outlook, words, lang, opened.names)
        held = {"id": outlook.head.id, "name": called(outlook.head, lang)}
        conditions = conditions_of(outlook, lang)
        told.append(
            held | ({"conditions": conditions} if conditions else {}) | conditions_json(outlook)
        )
    return {"played": told, "failed": failed}


def failing_findings(
    findings: Sequence[Mapping[str, Any]], words: Sequence[str]
) -> Iterator[dict[str, Any]]:
    """Yield the findings that *words* are about and that nobody has accepted, each once.

    Parameters
    ----------
    findings
        Those of a check, as JSON.
    words
        Severities, each meaning itself and worse, and codes; others mean no finding.
    """
    grades = [word for word in words if word in _GRADES]
    least = max((_GRADES.index(word) for word in grades), default=-1)
    for finding in findings:
        if finding["accepted"] is not None:
            continue
        is_graded = _GRADES.index(finding["severity"]) <= least
        if is_graded or finding["code"] in words:
            told = {key: finding[key] for key in ("code", "kind", "ids", "text")}
            on = _GRADES[least] if is_graded else finding["code"]
            yield {"scenario": None, "function": None, "on": on} | told


def faults_json(faults: Sequence[Fault], lang: Lang) -> list[dict[str, Any]]:
    """Return faults as ``bcp check --json`` prints them."""
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
