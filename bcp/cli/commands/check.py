"""``bcp check``: whether the files are in order, and where organisation and drills are weak."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from bcp.cli.command import Complaint
from bcp.cli.completing import complete_scenarios
from bcp.cli.failing import FAIL_ON, totals
from bcp.cli.kept import digest, keep, kept_folder, recall
from bcp.cli.options import Asked, Request, all_option, option, read_day
from bcp.cli.places import naming, refuse_place
from bcp.cli.printing import print_json, tell
from bcp.cli.trouble import FAILED_ON, FAULT, Faulty, fault_lines
from bcp.errors import Fault, UsageError
from bcp.words import Lang, say
from bcp.words.cli import WORDS

_GRADES = ("serious", "warning", "note")
_CODE = "BCP-nnn"
"""How a code is shown where any will do."""


def build(lang: Lang) -> click.Command:
    """Return the command."""
    fail_on = click.Option(
        ["--fail-on"],
        multiple=True,
        metavar="|".join((*FAIL_ON, *_GRADES, _CODE)),
        help=say(WORDS, "option-check-fail-on", lang),
        callback=_read_words,
    )
    scenario = click.Option(
        ["--scenario", "scenarios"],
        multiple=True,
        metavar="SCENARIO",
        help=say(WORDS, "option-check-scenario", lang),
        shell_complete=complete_scenarios,
    )
    day = click.Option(
        ["--date", "day"],
        metavar="DATE",
        help=say(WORDS, "option-check-date", lang),
        callback=read_day,
    )
    file = {"metavar": "FILE", "type": click.Path(path_type=Path)}
    return Asked(
        "check",
        lang,
        run,
        fail_on,
        scenario,
        option(lang, "--baseline", **file),
        day,
        option(lang, "--sarif", **file),
        option(lang, "--force", is_flag=True),
        all_option(lang),
    )


def _read_words(
    context: click.Context, param: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...]:
    """Read words and codes, separated by commas or repeated; return each once."""
    from bcp.audit.codes import KINDS

    known = (*FAIL_ON, *_GRADES, *KINDS)
    words = [word.strip() for value in values for word in value.split(",") if word.strip()]
    for word in words:
        if word not in known:
            rest = {"value": word, "known": ", ".join((*FAIL_ON, *_GRADES, _CODE))}
            raise Complaint("bad-choice", context, name=param.opts[0], **rest)
    return tuple(word for word in known if word in words)


def run(  # noqa: PLR0913 (each is an option)
    request: Request,
    fail_on: tuple[str, ...],
    scenarios: tuple[str, ...],
    baseline: Path | None,
    day: date | None,
    sarif: Path | None,
    *,
    force: bool,
    show_all: bool,
) -> int:
    """Check the inventory, its scenarios and drills; list what is wrong and what is weak."""
    wish = _Wish(request, fail_on, scenarios, baseline, day, sarif, show_all)
    if scenarios and not wish.to_play:
        raise UsageError("scenario-needs-fail-on")
    if sarif is not None:
        refuse_place(sarif, force=force)
    folder = None if request.no_cache else kept_folder()
    key = wish.digest() if folder else None
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
    baseline: Path | None
    day: date | None
    sarif: Path | None
    show_all: bool

    @property
    def to_play(self) -> tuple[str, ...]:
        """The words for which scenarios have to be played."""
        return tuple(word for word in self.fail_on if word in FAIL_ON)

    def digest(self) -> str | None:
        """Return the digest of the question and of all files that the answer depends on."""
        request = self.request
        day = "" if self.day is None else self.day.isoformat()
        asked = (request.asked or "", request.local, day, str(self.baseline or ""))
        files = () if self.baseline is None else (self.baseline,)
        return digest(request.inventory, (*asked, *self.fail_on, "", *self.scenarios), files)


def _check(wish: _Wish, kept: Path | None, key: str | None) -> int:
    from bcp.cli.belonging import belongings
    from bcp.cli.checking import checked, failing_findings, faults_json, played
    from bcp.cli.choice import choose
    from bcp.cli.opening import open_inventory

    try:
        opened = open_inventory(wish.request)
    except Faulty as faulty:
        return _faulty(faulty, wish)
    held = belongings(opened.folder, opened.loaded)
    is_inside, lang = held.is_inside, opened.lang
    found = checked(opened, held, wish.baseline, wish.day)
    document = found.document | {"faults": faults_json(found.faults, lang)}
    if wish.fail_on and not found.faults:
        failed: list[Any] = []
        if wish.to_play:
            chosen = choose(opened, held, wish.scenarios)
            is_inside &= all(one in held.listed for one in chosen)
            document |= played(opened, chosen, wish.to_play)
            failed += document["failed"]
        failed += failing_findings(document["findings"], wish.fail_on)
        document |= {"fail_on": [*wish.fail_on], "failed": failed}
    place = str(opened.folder)
    if kept and key and not found.faults and is_inside:
        keep(kept, key, {"document": document, "folder": place, "lang": lang})
    status = _show(document, place, lang, wish)
    return _tell(found.faults, lang) if found.faults else status


def _faulty(faulty: Faulty, wish: _Wish) -> int:
    """Show the faults of an inventory that cannot be looked at any further."""
    from bcp.cli.checking import faults_json

    faults = faulty.error.faults
    document = {"faults": faults_json(faults, faulty.lang), "findings": []}
    if wish.request.as_json:
        print_json(document)
    _write(document, faulty.lang, wish)
    return _tell(faults, faulty.lang)


def _show(document: dict[str, Any], folder: str, lang: Lang, wish: _Wish) -> int:
    """Show what was found; return the exit status that follows from it."""
    if wish.request.as_json:
        print_json(document)
    else:
        from bcp.cli.views.findings import show_check

        show_check(document, folder, lang, show_all=wish.show_all)
    _write(document, lang, wish)
    failed = document.get("failed", [])
    for text in totals(failed, lang):
        tell(text)
    return FAILED_ON if failed else 0


def _write(document: dict[str, Any], lang: Lang, wish: _Wish) -> None:
    """Write what was found for a code review, if that was asked for."""
    if wish.sarif is None:
        return
    import bcp
    from bcp.report.files import write_whole
    from bcp.report.sarif import sarif_bytes

    with naming(wish.sarif):
        write_whole(wish.sarif, sarif_bytes(document, lang, bcp.__version__))


def _tell(faults: Sequence[Fault], lang: Lang) -> int:
    for line in fault_lines(faults, lang):
        tell(line)
    return FAULT
