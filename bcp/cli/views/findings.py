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
"""How many findings alike are shown unless all are asked for."""
_WAYS = 3
"""How many ways of a finding are shown unless all are asked for."""
_TARGETS = ("rto", "mtpd", "rpo", "deadlock")
"""The words of ``--fail-on`` for which scenarios are played."""
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
    open_ = [held for held in document["findings"] if held["accepted"] is None]
    if not document["findings"]:
        paper.text(say(WORDS, "check-no-findings", lang), "good")
    for severity, group in groupby(open_, key=lambda held: str(held["severity"])):
        _write_group(paper, severity, [*group], lang, show_all=show_all)
    _write_accepted(paper, document, lang, show_all=show_all)
    if "failed" in document:
        _write_failed(paper, document, lang)
    paper.line()
    if document["findings"]:
        paper.text(say(WORDS, "check-pages", lang), "faint")
    paper.text(say(WORDS, "next-check", lang), "faint")


def _write_group(
    paper: Paper, severity: str, findings: Sequence[Found], lang: Lang, *, show_all: bool
) -> None:
    paper.line()
    paper.text(say(WORDS, f"group-{severity}", lang, number=len(findings)), _STYLES[severity])
    alike: dict[tuple[str, str], list[Found]] = {}
    for finding in findings:
        alike.setdefault((finding["code"], finding["todo"]), []).append(finding)
    for (_, todo), held in alike.items():
        shown = held if show_all else held[:_SHOWN]
        for finding in shown:
            _write(paper, finding, lang, show_all=show_all)
        if len(held) > len(shown):
            left = say(WORDS, "more", lang, number=len(held) - len(shown))
            paper.text(left, "faint", first="    ")
        paper.text(say(WORDS, "check-todo", lang, todo=todo), first="    ")


def _write(paper: Paper, finding: Found, lang: Lang, *, show_all: bool) -> None:
    """Write a finding, below it by which way it comes about, and where to mend it."""
    paper.text(f"{finding['code']} {finding['text']}", first="  - ", rest="    ")
    for why in finding["why"][: None if show_all else _WAYS]:
        paper.text(say(WORDS, "check-why", lang, why=why), "faint", first="    ", rest="      ")
    for place in finding["places"][:1]:
        sort, _, id_ = place["id"].rpartition(":")
        where = f"{place['file']}:{place['line']}"
        text = where if sort == "accepted" else f"{id_}  {where}"
        paper.text(text, "faint", first="    ")


def _write_accepted(
    paper: Paper, document: Mapping[str, Any], lang: Lang, *, show_all: bool
) -> None:
    """Write what somebody has accepted: how much of it, or all of it with the reasons."""
    accepted = [held for held in document["findings"] if held["accepted"] is not None]
    if not accepted:
        return
    paper.line()
    values = {"number": len(accepted), "file": document["baseline"]}
    if document["date"] is None:
        paper.text(say(WORDS, "check-accepted-undated", lang), "fair")
    if not show_all:
        paper.text(say(WORDS, "check-accepted-hidden", lang, **values), "faint")
        return
    paper.text(say(WORDS, "check-accepted", lang, **values), "heading")
    for finding in accepted:
        paper.text(f"{finding['code']} {finding['text']}", first="  - ", rest="    ")
        why = say(WORDS, "check-accepted-why", lang, **finding["accepted"])
        paper.text(why, "faint", first="    ")


def _write_failed(paper: Paper, document: Mapping[str, Any], lang: Lang) -> None:
    """Write what ``--fail-on`` found: all of it, for a log."""
    findings = [held for held in document["failed"] if held["scenario"] is None]
    targets = [held for held in document["failed"] if held["scenario"] is not None]
    if "played" in document:
        _write_targets(paper, targets, document, lang)
    words = [word for word in document["fail_on"] if word not in _TARGETS]
    if words:
        paper.line()
        key = "failed-findings" if findings else "failed-no-findings"
        values = {"number": len(findings), "on": ",".join(words)}
        paper.text(say(WORDS, key, lang, **values), "bad" if findings else "good")
    for held in findings:
        paper.text(f"{held['code']} {held['text']}", first="  - ", rest="    ")


def _write_targets(
    paper: Paper, failed: Sequence[Found], document: Mapping[str, Any], lang: Lang
) -> None:
    """Write which functions miss which target in which scenario."""
    paper.line()
    played = document["played"]
    if not failed:
        on = ",".join(word for word in document["fail_on"] if word in _TARGETS)
        values = {"scenarios": len(played), "on": on}
        paper.text(say(WORDS, "failed-none", lang, **values), "good")
        _write_conditions(paper, played, lang)
        return
    paper.text(say(WORDS, "failed-title", lang, number=len(failed)), "bad")
    for scenario in played:
        texts = [held["text"] for held in failed if held["scenario"] == scenario["id"]]
        if texts:
            values = {"scenario": scenario["name"], "id": scenario["id"]}
            paper.text(say(WORDS, "failed-of-scenario", lang, **values), first="  ")
        for text in texts:
            paper.text(text, first="    - ")
        if texts:
            _write_conditions(paper, [scenario], lang)
    unharmed = [held for held in played if held["id"] not in {one["scenario"] for one in failed}]
    _write_conditions(paper, unharmed, lang)


def _write_conditions(paper: Paper, played: Sequence[Found], lang: Lang) -> None:
    """Write which values counted in each scenario, and what was left out of it."""
    for scenario in played:
        if "conditions" in scenario:
            values = {"scenario": scenario["name"], "conditions": scenario["conditions"]}
            text = say(WORDS, "played-conditions", lang, **values)
            paper.text(text, "faint", first="    ", rest="      ")
