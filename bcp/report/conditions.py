"""Under which conditions a scenario was played: what its parameters were, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bcp.outlook.outlook import Outlook
from bcp.report.names import called
from bcp.report.plain import clean
from bcp.scenario.fitting import Skipped
from bcp.scenario.parameters import Setting
from bcp.words import Lang, join, say
from bcp.words.cli_library import WORDS

__all__ = ["conditions_json", "conditions_of", "parameters_told"]

_MOST = 6
"""How many reasons for leaving events out are named."""
_BETWEEN: dict[Lang, str] = {"ja": "。", "en": ". "}


def conditions_of(outlook: Outlook, lang: Lang) -> str:
    """Return the values that counted and what was left out, in words; empty if there is neither.

    Parameters
    ----------
    outlook
        What came of the scenario.
    lang
        The language of the text.
    """
    texts = (parameters_told(outlook.settings, lang), _left_out(outlook.skipped, lang))
    return clean(_BETWEEN[lang].join(text for text in texts if text))


def parameters_told(settings: Sequence[Setting], lang: Lang) -> str:
    """Return the values of parameters in words; empty if there are none."""
    if not settings:
        return ""
    return say(
        WORDS, "conditions", lang, parameters=join((_told(one, lang) for one in settings), lang)
    )


def _told(setting: Setting, lang: Lang) -> str:
    key = "condition" if setting.is_default else "condition-set"
    values = {"id": setting.id, "value": setting.value, "default": setting.default}
    return say(WORDS, key, lang, name=called(setting, lang), **values)


def _left_out(skipped: Sequence[Skipped], lang: Lang) -> str:
    if not skipped:
        return ""
    what = [*dict.fromkeys(_reasons(skipped, lang))]
    shown = join(what[:_MOST], lang) + (" …" if len(what) > _MOST else "")
    key = "left-out-one" if len(skipped) == 1 else "left-out"
    return say(WORDS, key, lang, number=len(skipped), what=shown)


def _reasons(skipped: Sequence[Skipped], lang: Lang) -> Iterator[str]:
    for one in skipped:
        for tag in one.tags:
            yield say(WORDS, "skipped-tag", lang, tag=tag)
        if not one.tags:
            yield say(WORDS, "left-out-event", lang, number=one.number + 1)


def conditions_json(outlook: Outlook) -> dict[str, Any]:
    """Return the keys ``parameters`` and ``skipped``, each only if there is something to say."""
    found: dict[str, Any] = {}
    if outlook.settings:
        found["parameters"] = [
            {"id": one.id, "name": one.name, "value": one.value, "default": one.default}
            for one in outlook.settings
        ]
    if outlook.skipped:
        found["skipped"] = [
            {"event": one.number, "at_s": one.at, "what": one.sort, "tags": [*one.tags]}
            for one in outlook.skipped
        ]
    return found
