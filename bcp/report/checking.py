"""What a check found, as JSON: counts, and each finding with the places to mend it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Any

from bcp.audit.accepted import Acceptance, Judged
from bcp.audit.codes import CODES, page_of
from bcp.inventory.load import LoadedInventory
from bcp.recovery.result import Finding
from bcp.report.names import called
from bcp.words import Lang, Names, render
from bcp.words.findings import REMEDY, WHAT

_PLACES = 3
"""Of how many ids of a finding the place is told."""
_ARROW = " → "


def check_json(
    loaded: LoadedInventory,
    judged: Judged,
    counts: Mapping[str, int],
    lang: Lang,
    names: Names,
) -> dict[str, Any]:
    """Return what ``bcp check --json`` prints, the faults aside.

    Parameters
    ----------
    loaded
        The inventory, and the places of all that findings are about.
    judged
        What is weak, and which of it somebody has accepted.
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
        "findings": [
            _finding(held, loaded, lang, names) | _accepted(judged.accepted.get(place))
            for place, held in enumerate(judged.findings)
        ],
    }


def _finding(finding: Finding, loaded: LoadedInventory, lang: Lang, names: Names) -> dict[str, Any]:
    code = CODES[finding.kind]
    missed = finding.missed
    return {
        "code": code,
        "kind": finding.kind,
        "severity": finding.severity,
        "ids": [*finding.ids],
        "text": render(WHAT, finding.phrase, lang, names),
        "todo": render(REMEDY, finding.phrase, lang, names),
        "page": page_of(code, lang),
        "paths": [[*path] for path in finding.paths],
        "why": [_ARROW.join(names.get(id_, id_) for id_ in path) for path in finding.paths],
        "functions": [*finding.functions],
        "missed_rto": None if missed is None else [*missed],
        "fingerprint": fingerprint(finding),
        "places": _places(finding.ids, loaded),
    }


def _places(ids: Sequence[str], loaded: LoadedInventory) -> list[dict[str, Any]]:
    places = ((id_, loaded.places.get(id_)) for id_ in ids[:_PLACES])
    return [
        {"id": id_, "file": place.file, "line": place.line}
        for id_, place in places
        if place is not None
    ]


def _accepted(entry: Acceptance | None) -> dict[str, Any]:
    if entry is None:
        return {"accepted": None}
    told = {"reason": entry.reason, "by": entry.by, "expires": entry.expires.isoformat()}
    return {"accepted": told}


def fingerprint(finding: Finding) -> str:
    """Return what a finding is recognised by in a later check, whatever lines and words became.

    Its code, what it is about, and what its paths lead to: one group of spares with two common
    causes is two findings.
    """
    ends = sorted({path[-1] for path in finding.paths})
    parts = [CODES[finding.kind], *sorted(finding.ids), "", *ends]
    return blake2b("\0".join(parts).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
