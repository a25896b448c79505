"""Under which conditions a scenario was played: the values of its parameters, what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bcp.cli.options import Request
from bcp.cli.paper import Paper
from bcp.cli.printing import tell
from bcp.errors import UsageError
from bcp.report.conditions import parameters_told
from bcp.report.names import called
from bcp.scenario.load import LoadedScenario
from bcp.words import Lang, join, say
from bcp.words.cli import WORDS

__all__ = [
    "conditions",
    "conditions_json",
    "conditions_json_of",
    "refuse_settings",
    "tell_skipped",
    "write_conditions",
]

_MOST = 6


def conditions(loaded: LoadedScenario, lang: Lang) -> str:
    """Return the values of the parameters in words; nothing if there are none."""
    return parameters_told(loaded.settings, lang)


def refuse_settings(request: Request) -> None:
    """Refuse values of parameters where no scenario is named.

    Raises
    ------
    UsageError
        If there are any.
    """
    if request.settings:
        raise UsageError("set-without-scenario")


def write_conditions(chosen: Sequence[LoadedScenario], lang: Lang) -> None:
    """Write the values of the parameters of the scenarios in *chosen* on standard output."""
    paper, is_one = Paper(), len(chosen) == 1
    for loaded in chosen:
        if told := conditions(loaded, lang):
            name = called(loaded.scenario.scenario, lang)
            if not is_one:
                told = say(WORDS, "conditions-of", lang, scenario=name, conditions=told)
            paper.text(told, "faint", rest="  ")


def tell_skipped(chosen: Sequence[LoadedScenario], lang: Lang) -> None:
    """Say on standard error what was left out, as the inventory has nothing for it."""
    for loaded in chosen:
        if loaded.skipped:
            what = [*dict.fromkeys(_reasons(loaded, lang))]
            shown = join(what[:_MOST], lang) + (" …" if len(what) > _MOST else "")
            values = {"number": len(loaded.skipped), "what": shown}
            name = called(loaded.scenario.scenario, lang)
            tell(say(WORDS, "skipped", lang, scenario=name, **values))


def _reasons(loaded: LoadedScenario, lang: Lang) -> Iterator[str]:
    for one, place in loaded.skipped:
        for tag in one.tags:
            yield say(WORDS, "skipped-tag", lang, tag=tag)
        if not one.tags:
            yield say(WORDS, "skipped-line", lang, line=place.line)


def conditions_json(loaded: LoadedScenario) -> dict[str, Any]:
    """Return the keys ``parameters`` and ``skipped``, each only if there is something to say."""
    found: dict[str, Any] = {}
    if loaded.settings:
        found["parameters"] = [
            {"id": held.id, "name": held.name, "value": held.value, "default": held.default}
            for held in loaded.settings
        ]
    if loaded.skipped:
        found["skipped"] = [
            {
                "event": one.number,
                "line": place.line,
                "at_s": one.at,
                "what": one.sort,
                "tags": [*one.tags],
            }
            for one, place in loaded.skipped
        ]
    return found


def conditions_json_of(chosen: Sequence[LoadedScenario]) -> dict[str, Any]:
    """Return the key ``conditions``: of each scenario that has some, by id."""
    held = {one.scenario.scenario.id: found for one in chosen if (found := conditions_json(one))}
    return {"conditions": held} if held else {}
