"""Which findings ``--fail-on`` is about: those of a severity or worse, and those of a code."""

from __future__ import annotations

from typing import Any

import pytest

from bcp.cli.checking import failing_findings


def finding(code: str, severity: str, accepted: dict[str, str] | None = None) -> dict[str, Any]:
    return {
        "code": code,
        "kind": "x",
        "severity": severity,
        "ids": [code],
        "text": "…",
        "accepted": accepted,
    }


FINDINGS = [
    finding("BCP-101", "serious"),
    finding("BCP-403", "warning"),
    finding("BCP-304", "warning", {"reason": "…"}),
    finding("BCP-501", "note"),
]


@pytest.mark.parametrize(
    ("words", "failing"),
    [
        ((), []),
        (("rto", "deadlock"), []),
        (("serious",), ["BCP-101 serious"]),
        (("warning",), ["BCP-101 warning", "BCP-403 warning"]),
        (("note",), ["BCP-101 note", "BCP-403 note", "BCP-501 note"]),
        (("serious", "note"), ["BCP-101 note", "BCP-403 note", "BCP-501 note"]),
        (("BCP-501",), ["BCP-501 BCP-501"]),
        (("serious", "BCP-101", "BCP-501"), ["BCP-101 serious", "BCP-501 BCP-501"]),
        (("BCP-304",), []),
    ],
)
def test_a_severity_means_itself_and_worse(words: tuple[str, ...], failing: list[str]) -> None:
    """Each finding counts once; what is accepted never does; targets are no findings."""
    found = failing_findings(FINDINGS, words)

    assert [f"{held['code']} {held['on']}" for held in found] == failing
