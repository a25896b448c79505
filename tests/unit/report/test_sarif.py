"""What a check found, as SARIF: what code reviews read, and the same finding in every check."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from bcp.audit.accepted import accept, load_accepted
from bcp.audit.audit import audit
from bcp.inventory.load import LoadedInventory, load_inventory
from bcp.report.checking import check_json
from bcp.report.names import names_of
from bcp.report.sarif import sarif_bytes, sarif_of
from bcp.words import LANGS, Lang

TOWN = """\
organisation: {id: town}
components:
- {id: line, kind: network}
- {id: a, kind: network, requires: [line]}
- {id: b, kind: network, requires: [line]}
- {id: wan, kind: network, requires: [{any_of: [a, b]}]}
functions: [{id: desk, name: 窓口, rto: 1h, requires: [wan]}]
"""
ACCEPTED = """\
accepted:
- {code: BCP-403, ids: wan, reason: 1社しかない, by: 課長, expires: 2027-03-31}
"""

TEXT = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": {"type": "string", "minLength": 1}},
}
LOCATION = {
    "type": "object",
    "required": ["physicalLocation"],
    "properties": {
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation"],
            "properties": {
                "artifactLocation": {
                    "type": "object",
                    "required": ["uri"],
                    "properties": {
                        "uri": {"type": "string", "pattern": r"^[A-Za-z0-9%_.~:/+-]+$"},
                        "uriBaseId": {"type": "string"},
                    },
                    "additionalProperties": False,
                },
                "region": {
                    "type": "object",
                    "required": ["startLine"],
                    "properties": {"startLine": {"type": "integer", "minimum": 1}},
                    "additionalProperties": False,
                },
            },
            "additionalProperties": False,
        }
    },
}
RESULT = {
    "type": "object",
    "required": ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"],
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": TEXT,
        "locations": {"type": "array", "items": LOCATION},
        "relatedLocations": {"type": "array", "items": LOCATION},
        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
        "properties": {"type": "object"},
        "suppressions": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["kind"],
                "properties": {
                    "kind": {"enum": ["inSource", "external"]},
                    "status": {"enum": ["accepted", "underReview", "rejected"]},
                    "justification": {"type": "string"},
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}
RULE = {
    "type": "object",
    "required": ["id", "shortDescription", "help"],
    "properties": {
        "id": {"type": "string"},
        "shortDescription": TEXT,
        "help": TEXT,
        "properties": {"type": "object"},
    },
    "additionalProperties": False,
}
DRIVER = {
    "type": "object",
    "required": ["name", "version", "rules"],
    "properties": {
        "name": {"type": "string"},
        "version": {"type": "string"},
        "rules": {"type": "array", "items": RULE},
    },
    "additionalProperties": False,
}
RUN = {
    "type": "object",
    "required": ["tool", "results"],
    "properties": {
        "tool": {"type": "object", "required": ["driver"], "properties": {"driver": DRIVER}},
        "language": {"enum": ["ja", "en"]},
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "results": {"type": "array", "items": RESULT},
    },
    "additionalProperties": False,
}
LOG = {
    "type": "object",
    "required": ["version", "$schema", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "$schema": {"type": "string"},
        "runs": {"type": "array", "minItems": 1, "items": RUN},
    },
    "additionalProperties": False,
}
"""What SARIF 2.1.0 (OASIS, 2020) says of the keys that are written, sections 3.13 to 3.52."""


@pytest.fixture
def town(tmp_path: Path) -> LoadedInventory:
    folder = tmp_path / "台帳"
    folder.mkdir()
    (folder / "all.yaml").write_text(TOWN, "utf-8")
    return load_inventory(folder)


def document_of(town: LoadedInventory, tmp_path: Path, lang: Lang = "ja") -> dict[str, Any]:
    path = tmp_path / "accepted.yaml"
    path.write_text(ACCEPTED, "utf-8")
    judged = accept(audit(town.inventory), load_accepted(path), date(2027, 1, 1))
    document = check_json(town, judged, {}, lang, names_of(town.inventory, lang))
    return document | {"faults": []}


def results_of(log: Mapping[str, Any]) -> list[dict[str, Any]]:
    results: list[dict[str, Any]] = log["runs"][0]["results"]
    return results


@pytest.mark.parametrize("lang", LANGS)
def test_the_log_is_what_the_standard_asks_for(
    town: LoadedInventory, tmp_path: Path, lang: Lang
) -> None:
    """Its keys, levels and addresses; each result has its rule, and a place in a file."""
    log = json.loads(sarif_bytes(document_of(town, tmp_path, lang), lang, "1.0"))
    jsonschema.validate(log, LOG)
    rules = log["runs"][0]["tool"]["driver"]["rules"]

    assert results_of(log)
    assert all(rules[held["ruleIndex"]]["id"] == held["ruleId"] for held in results_of(log))
    assert all(held["locations"] for held in results_of(log))
    assert {rule["id"] for rule in rules} == {held["ruleId"] for held in results_of(log)}
    assert all("findings/BCP-" in rule["help"]["text"] for rule in rules)


def test_what_is_accepted_is_suppressed_with_its_reason(
    town: LoadedInventory, tmp_path: Path
) -> None:
    """A review shows it as decided, and by whom."""
    log = sarif_of(document_of(town, tmp_path), "ja", "1.0")
    held = {one["ruleId"]: one.get("suppressions", []) for one in results_of(log)}

    assert "1社しかない" in held["BCP-403"][0]["justification"]
    assert held["BCP-501"] == []


def test_a_finding_keeps_its_fingerprint_when_lines_and_words_change(
    town: LoadedInventory, tmp_path: Path
) -> None:
    """Another language, another place in the file: the same finding; no two alike."""
    before = document_of(town, tmp_path, "ja")
    path = tmp_path / "台帳" / "all.yaml"
    path.write_text("\n\n# moved\n" + TOWN.replace("窓口", "市民課の窓口"), "utf-8")
    after = document_of(load_inventory(path.parent), tmp_path, "en")
    prints = [held["fingerprint"] for held in before["findings"]]

    assert prints == [held["fingerprint"] for held in after["findings"]]
    assert len(set(prints)) == len(prints)


def test_a_file_is_named_from_where_the_check_ran() -> None:
    """Relative to the root of the sources, every sign of it escaped; else in full."""
    fault = {"where": "", "key": "x", "text": "誤り", "line": 0}
    document = {"findings": [], "faults": [fault | {"file": "台帳/a b.yaml"}]}
    (held,) = results_of(sarif_of(document, "ja", "1.0"))

    assert held["level"] == "error"
    assert held["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {
                    "uri": "%E5%8F%B0%E5%B8%B3/a%20b.yaml",
                    "uriBaseId": "%SRCROOT%",
                }
            }
        }
    ]
    absolute = document | {"faults": [fault | {"file": str(Path("/x/a.yaml").resolve())}]}
    (elsewhere,) = results_of(sarif_of(absolute, "ja", "1.0"))
    artifact = elsewhere["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact["uri"].startswith("file:///")
