"""What a check found: the counts, then the weak points, the most serious first.

Reads the JSON document of the check and no model, so that one kept from an earlier check of the
same files is shown without loading anything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from bcp.cli.paper import Paper
from bcp.words import Lang, say
from bcp.words.cli import WORDS

_SHOWN = 3
"""How many findings of a kind are shown unless all are asked for."""
_STYLES = {"serious": "bad", "warning": "fair", "note": "heading"}

Found = Mapping[str, Any]
"""A finding as JSON."""


def show_check(document: Mapping[str, Any], folder: str, lang: Lang, *, show_all: bool) -> None:
    """Write what a check found."""
    paper = Paper()
    values = {"organisation": document["name"], "folder": folder, **document["counts"]}
    paper.text(say(WORDS, "check-counts", lang, **values))
    if not document["faults"]:
        paper.text(say(WORDS, "check-sound", lang), "good")
    if not document["findings"]:
        paper.text(say(WORDS, "check-no-findings", lang), "good")
    for severity, group in groupby(document["findings"], key=lambda held: str(held["severity"])):
        _write_group(paper, severity, [*group], lang, show_all=show_all)
    if "failed" in document:
        _write_failed(paper, document, lang)
    paper.line()
    paper.text(say(WORDS, "next-check", lang), "faint")


def _write_failed(paper: Paper, document: Mapping[str, Any], lang: Lang) -> None:
    """Write which functions miss which target in which scenario: all of them, for a log."""
    paper.line()
    failed, played = document["failed"], document["played"]
    if not failed:
        values = {"scenarios": len(played), "on": ",".join(document["fail_on"])}
        paper.text(say(WORDS, "failed-none", lang, **values), "good")
        return
    paper.text(say(WORDS, "failed-title", lang, number=len(failed)), "bad")
    for scenario in played:
        texts = [held["text"] for held in failed if held["scenario"] == scenario["id"]]
        if texts:
            values = {"scenario": scenario["name"], "id": scenario["id"]}
            paper.text(say(WORDS, "failed-of-scenario", lang, **values), first="  ")
        for text in texts:
            paper.text(text, first="    - ")


def _write_group(
    paper: Paper, severity: str, findings: Sequence[Found], lang: Lang, *, show_all: bool
) -> None:
    paper.line()
    paper.text(say(WORDS, f"group-{severity}", lang, number=len(findings)), _STYLES[severity])
    kinds: dict[str, list[Found]] = {}
    for finding in findings:
        kinds.setdefault(finding["kind"], []).append(finding)
    for held in kinds.values():
        shown = held if show_all else held[:_SHOWN]
        for finding in shown:
            _write(paper, finding)
        if len(held) > len(shown):
            left = say(WORDS, "more", lang, number=len(held) - len(shown))
            paper.text(left, "faint", first="    ")


def _write(paper: Paper, finding: Found) -> None:
    """Write a finding, and below it where to mend it."""
    paper.text(finding["text"], first="  - ")
    for place in finding["places"][:1]:
        text = f"{place['id']}  {place['file']}:{place['line']}"
        paper.text(text, "faint", first="    ")
