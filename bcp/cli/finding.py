"""Finding scenarios by words and kind, and saying how they fit an inventory."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from bcp.cli.trouble import fault_text
from bcp.errors import Fault, InputError, UsageError
from bcp.inventory.load import LoadedInventory
from bcp.scenario.load import LoadedScenario, load_scenario
from bcp.scenario.models import Head
from bcp.words import Lang, join, say
from bcp.words.cli import WORDS
from bcp.words.cli_library import KINDS
from bcp.workspace import ScenarioFile

__all__ = ["Fit", "Fits", "fit_of", "matching", "refuse_kind"]

Fits = Literal["whole", "partly", "not"]


@dataclass(frozen=True, slots=True)
class Fit:
    """How a scenario fits an inventory."""

    fits: Fits
    tags: tuple[str, ...] = ()
    """The tags that no component carries."""
    others: int = 0
    """How many events have nothing for another reason."""
    faults: tuple[Fault, ...] = ()
    """What else is wrong with the file."""

    def told(self, lang: Lang) -> str:
        """Return what is lacking, in words; nothing if nothing is."""
        parts = [say(WORDS, "skipped-tag", lang, tag=join(self.tags, lang))] if self.tags else []
        if self.others:
            parts.append(say(WORDS, "fits-other", lang, number=self.others))
        if self.faults:
            text = fault_text(self.faults[0], lang)
            parts.append(say(WORDS, "fits-unreadable", lang, fault=text))
        return join(parts, lang)


def matching(
    files: Sequence[ScenarioFile], words: Sequence[str], kind: str | None
) -> list[ScenarioFile]:
    """Return those of *files* that hold all of *words* and are of *kind*.

    Words are sought in the id, name, kind, what it teaches and its own words, in both languages;
    case, the width of letters and the long vowel of katakana do not matter. A Latin word is sought
    where one begins, so that `ups` does not find groups; others anywhere. A file that cannot be
    read has its id only.
    """
    wanted = [_sought(word) for word in words]
    return [
        held
        for held in files
        if (kind is None or (held.head is not None and held.head.kind == kind))
        and all(word.search(_text(held)) for word in wanted)
    ]


def refuse_kind(files: Sequence[ScenarioFile], kind: str | None) -> None:
    """Refuse a kind that none of *files* is of.

    Raises
    ------
    UsageError
        With the kinds there are.
    """
    known = sorted({held.head.kind for held in files if held.head and held.head.kind})
    if kind is not None and kind not in known:
        raise UsageError("unknown-scenario-kind", name=kind, known=", ".join(known))


def _text(held: ScenarioFile) -> str:
    head = held.head
    return _plain("\n".join([held.id, *(_words(head) if head else ())]))


def _words(head: Head) -> Iterator[str]:
    yield from head.words
    yield KINDS.get(head.kind or "", "")
    for text in (head.name, head.name_en, head.kind, head.teaches, head.teaches_en):
        if text:
            yield text


def _sought(word: str) -> re.Pattern[str]:
    """Return the pattern of a word; Japanese sets no gap between words, so it begins anywhere."""
    plain = _plain(word)
    return re.compile((r"(?<![a-z0-9])" if plain.isascii() else "") + re.escape(plain))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().replace("ー", "")


def fit_of(held: ScenarioFile, loaded: LoadedInventory) -> Fit:
    """Return how the scenario in a file fits an inventory."""
    try:
        scenario = load_scenario(held.path, loaded)
    except InputError as error:
        return _unfit(error.faults)
    return _partly(scenario) if scenario.skipped else Fit("whole")


def _partly(loaded: LoadedScenario) -> Fit:
    skipped = [one for one, _ in loaded.skipped]
    tags = dict.fromkeys(tag for one in skipped for tag in one.tags)
    return Fit("partly", tuple(tags), sum(not one.tags for one in skipped))


def _unfit(faults: Sequence[Fault]) -> Fit:
    """Return what *faults* say is lacking; those about anything else are kept as they are."""
    tags: dict[str, None] = {}
    rest: list[Fault] = []
    others = 0
    for fault in faults:
        if fault.key.startswith("unknown-tag"):
            tags[str(fault.values["value"])] = None
        elif fault.key == "scenario-nothing-left":
            tags |= dict.fromkeys(str(fault.values["tags"]).split(", "))
        elif fault.key.startswith(("selects-", "no-such-teams")):
            others += 1
        else:
            rest.append(fault)
    return Fit("not", tuple(tags), others, tuple(rest))
