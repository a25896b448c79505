"""How the screen speaks: its language, the names of things, and the signs a terminal can show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bcp.report.plain import clean
from bcp.words import Lang, Names, Phrase, join, render, say
from bcp.words.drill import WORDS as DRILL_WORDS
from bcp.words.tui import WORDS

__all__ = ["SIGNS", "Voice"]

SIGNS: Mapping[str, tuple[str, str]] = {
    # of functions
    "up": ("○", "o"),
    "late": ("△", "^"),
    "down": ("●", "*"),
    "down-ok": ("●", "*"),
    "down-late": ("!", "!"),
    "missed": ("×", "x"),
    # of the drill
    "phase-ready": ("◇", "-"),
    "phase-running": ("▶", ">"),
    "phase-paused": ("‖", "="),
    "phase-ended": ("■", "#"),
    # of tasks
    "task-running": ("▶", ">"),
    "task-ready": ("○", "o"),
    "task-waiting": ("·", "."),
    "task-done": ("■", "#"),
    "task-aborted": ("×", "x"),
    # of injects
    "inject-due": ("○", "o"),
    "inject-waiting": ("◇", "?"),
    "inject-bench": ("□", "-"),
    "inject-fired": ("▶", ">"),
    "inject-answered": ("■", "#"),
    "inject-missed": ("×", "x"),
    # of components
    "damaged": ("×", "x"),
    "outage": ("‖", "="),
    "starting": ("▶", ">"),
    "lacks": ("·", "."),
    # of objectives
    "rating-none": ("□", "-"),
    # the rest
    "bar-full": ("█", "#"),
    "bar-over": ("▓", "!"),
    "bar-empty": ("░", "."),
    "scroll": (" ", " "),
    "scrolled": ("┃", "#"),
    "cut": ("…", "~"),
    "none": ("―", "-"),
    "times": ("×", "x"),
    "between": ("│", "|"),
}
"""Each sign, and what stands for it where only ASCII can be shown."""

_SOME = 6


@dataclass(frozen=True, slots=True)
class Voice:
    """A language, names and signs."""

    lang: Lang
    names: Mapping[Lang, Names]
    """What people call each id, in each language."""
    ascii_only: bool = False
    """Whether signs must be ASCII; what people wrote is shown as it is."""

    def say(self, key: str, **values: object) -> str:
        """Return the text of *key* with *values* filled in."""
        return say(WORDS, key, self.lang, **values)

    def phrase(self, phrase: Phrase) -> str:
        """Return a phrase of the drill."""
        return clean(render(DRILL_WORDS, phrase, self.lang, self._names))

    def name(self, item: str) -> str:
        """Return what people call *item*; what has no name is shown as it is."""
        return clean(self._names.get(item, item))

    def task(self, procedure: str, task: str) -> str:
        """Return what people call a task of a procedure."""
        return clean(self._names.get(f"{procedure}/{task}", task))

    def all_of(self, items: Iterable[str]) -> str:
        """Return the names of *items* as people write a list."""
        return join((self.name(item) for item in items), self.lang)

    def some_of(self, items: Sequence[str]) -> str:
        """Return the names of the first of *items*, and how many more there are."""
        left = len(items) - _SOME
        named = self.all_of(items[:_SOME])
        return self.say("and-more", names=named, number=left) if left > 0 else named

    def own(self, text: str, text_en: str | None) -> str:
        """Return what a file says in this language, or else in the other."""
        return clean((text_en if self.lang == "en" else None) or text)

    def sign(self, key: str) -> str:
        """Return the sign of *key*."""
        return SIGNS[key][self.ascii_only]

    @property
    def _names(self) -> Names:
        return self.names.get(self.lang, {})
