"""What a check found, as SARIF: the format that code reviews show beside the lines it is about.

SARIF 2.1.0 (OASIS Standard, 27 March 2020). Made from the JSON document of the check and no model,
so that one kept from an earlier check of the same files serves as well.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from bcp.audit.codes import FAULT_CODE, KINDS, page_of
from bcp.words import Lang, say
from bcp.words.codes import WORDS
from bcp.words.sarif import WORDS as SARIF

__all__ = ["sarif_bytes", "sarif_of"]

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {"serious": "error", "warning": "warning", "note": "note"}
_FINGERPRINT = "bcpFinding/v1"
_ROOT = "%SRCROOT%"


def sarif_bytes(document: Mapping[str, Any], lang: Lang, version: str) -> bytes:
    """Return the log of a check as it stands in a file: UTF-8, keys in a fixed order."""
    log = sarif_of(document, lang, version)
    return (json.dumps(log, ensure_ascii=False, indent=1) + "\n").encode()


def sarif_of(document: Mapping[str, Any], lang: Lang, version: str) -> dict[str, Any]:
    """Return the log of one check.

    Parameters
    ----------
    document
        What ``bcp check --json`` prints: faults and findings.
    lang
        The language of its texts, for those of the rules.
    version
        Of bcp.
    """
    results = [_of_fault(held) for held in document["faults"]]
    results += [_of_finding(held) for held in document["findings"]]
    used = {held["ruleId"] for held in results}
    rules = [code for code in (FAULT_CODE, *KINDS) if code in used]
    for held in results:
        held["ruleIndex"] = rules.index(held["ruleId"])
    driver = {"name": "bcp", "version": version, "rules": [_rule(code, lang) for code in rules]}
    run = {
        "tool": {"driver": driver},
        "language": lang,
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str, lang: Lang) -> dict[str, Any]:
    """Return what is said of a kind of finding; its page lies in the project, so it has no URI."""
    text = say(WORDS, code.lower(), lang)
    page = page_of(code, lang)
    more = say(SARIF, "see-page", lang, page=page)
    return {
        "id": code,
        "shortDescription": {"text": text},
        "help": {"text": f"{text}\n{more}", "markdown": f"{text}\n\n{more}"},
        "properties": {"page": page},
    }


def _of_fault(fault: Mapping[str, Any]) -> dict[str, Any]:
    places = [fault] if fault["file"] else []
    return {
        "ruleId": FAULT_CODE,
        "level": "error",
        "message": {"text": fault["text"]},
        "locations": _locations(places),
        "partialFingerprints": {
            _FINGERPRINT: _digest([FAULT_CODE, fault["file"], fault["where"], fault["key"]])
        },
    }


def _of_finding(finding: Mapping[str, Any]) -> dict[str, Any]:
    parts = [finding["text"], *finding["why"], finding["todo"]]
    told: dict[str, Any] = {
        "ruleId": finding["code"],
        "level": _LEVELS[finding["severity"]],
        "message": {"text": "\n".join(parts)},
        "locations": _locations(finding["places"][:1]),
        "relatedLocations": _locations(finding["places"][1:]),
        "partialFingerprints": {_FINGERPRINT: finding["fingerprint"]},
        "properties": {key: finding[key] for key in ("kind", "ids", "functions", "missed_rto")},
    }
    accepted = finding["accepted"]
    if accepted is not None:
        why = "{reason} ({by}, {expires})".format(**accepted)
        suppression = {"kind": "external", "status": "accepted", "justification": why}
        told["suppressions"] = [suppression]
    return told


def _locations(places: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    found = []
    for place in places:
        physical: dict[str, Any] = {"artifactLocation": _artifact(str(place["file"]))}
        if place["line"]:
            physical["region"] = {"startLine": place["line"]}
        found.append({"physicalLocation": physical})
    return found


def _artifact(file: str) -> dict[str, str]:
    """Return a file by its address: from where bcp was called, or in full if it lies elsewhere."""
    path = PurePath(file)
    if path.is_absolute():
        return {"uri": Path(path).as_uri()}
    return {"uri": quote(path.as_posix()), "uriBaseId": _ROOT}


def _digest(parts: Sequence[str]) -> str:
    return blake2b("\0".join(parts).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
