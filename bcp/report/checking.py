"""What a check found, as JSON: counts, and each finding with the places to mend it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bcp.inventory.load import LoadedInventory
from bcp.recovery.result import Finding
from bcp.report.names import called
from bcp.words import Lang, Names, render
from bcp.words.findings import WORDS as FINDINGS

_PLACES = 3
"""Of how many ids of a finding the place is told."""


def check_json(
    loaded: LoadedInventory,
    findings: Sequence[Finding],
    counts: Mapping[str, int],
    lang: Lang,
    names: Names,
) -> dict[str, Any]:
    """Return what ``bcp check --json`` prints, the faults aside.

    Parameters
    ----------
    loaded
        The inventory, and the places of all that findings are about.
    findings
        What is weak.
    counts
        How many there are of what belongs to the inventory.
    lang
        The language of the texts.
    names
        What all that findings are about is called.
    """
    inventory = loaded.inventory
    return {
        "inventory": inventory.organisation.id,
        "name": called(inventory.organisation, lang),
        "counts": {
            "components": len(inventory.components),
            "functions": len(inventory.functions),
            "teams": len(inventory.teams),
            "procedures": len(inventory.procedures),
            **counts,
        },
        "findings": [_finding(held, loaded, lang, names) for held in findings],
    }


def _finding(finding: Finding, loaded: LoadedInventory, lang: Lang, names: Names) -> dict[str, Any]:
    places = ((id_, loaded.places.get(id_)) for id_ in finding.ids[:_PLACES])
    return {
        "kind": finding.kind,
        "severity": finding.severity,
        "ids": [*finding.ids],
        "text": render(FINDINGS, finding.phrase, lang, names),
        "places": [
            {"id": id_, "file": place.file, "line": place.line}
            for id_, place in places
            if place is not None
        ],
    }
