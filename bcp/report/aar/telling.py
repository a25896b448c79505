"""Times and sentences of a report: to the second, as their sums are to be checked by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bcp.drill.live.state import DrillState
from bcp.drill.review.review import Review
from bcp.report.names import names_of
from bcp.report.spans import exact, moment
from bcp.words import Lang, Name, Phrase, Span, Table, Told, join, render, say
from bcp.words.aar import WORDS
from bcp.words.drill import WORDS as DRILL

__all__ = ["NONE", "Teller"]

NONE = "–"
"""What stands for nothing."""

_MOMENTS = frozenset({"ready", "begun", "by_plan", "by_team"})
"""Values of phrases that are moments, not lengths."""


@dataclass(frozen=True)
class Teller:
    """Says what a review holds, in one language."""

    lang: Lang
    names: dict[str, str]
    starts: datetime | None
    """The local time of the incident."""

    @classmethod
    def of(cls, held: Review, lang: Lang) -> Teller:
        """Return who tells *held*."""
        return cls.plainly(held.state, lang)

    @classmethod
    def plainly(cls, state: DrillState, lang: Lang) -> Teller:
        """Return who tells what a drill has come to, no review being needed for it."""
        setting = state.setting
        return cls(lang, names_of(setting.inventory, lang), setting.scenario.scenario.starts)

    def say(self, key: str, **values: object) -> str:
        """Return a text of the report."""
        return say(WORDS, key, self.lang, **values)

    def tell(self, phrase: Phrase, table: Table = WORDS) -> str:
        """Return a phrase, times to the second."""
        shown = {key: self._shown(key, value, table) for key, value in phrase.values.items()}
        return render(table, Phrase(phrase.key, shown), self.lang, self.names)

    def logged(self, phrase: Phrase) -> str:
        """Return what an entry of the log says."""
        return self.tell(phrase, DRILL)

    def _shown(self, key: str, value: object, table: Table) -> object:
        if isinstance(value, Span):
            return moment(value.seconds) if key in _MOMENTS else self.length(value.seconds)
        if isinstance(value, Phrase):
            return self.tell(value, table)
        if isinstance(value, tuple):
            return join((str(self._shown(key, one, table)) for one in value), self.lang)
        return self.name(value.id) if isinstance(value, Name) else value

    def length(self, seconds: int) -> str:
        """Return a length of time."""
        return exact(seconds, self.lang)

    def signed(self, seconds: int) -> str:
        """Return a length that was added, or won."""
        if not seconds:
            return "0"
        return ("+" if seconds > 0 else "") + self.length(seconds)

    def at(self, seconds: int | None) -> str:
        """Return a moment with its local time, if that is known."""
        if seconds is None:
            return NONE
        if self.starts is None:
            return moment(seconds)
        local = self.starts + timedelta(seconds=seconds)
        day = f"{local:%m/%d}" if self.lang == "ja" else f"{local:%m-%d}"
        seconds_too = f"{local:%H:%M:%S}" if local.second else f"{local:%H:%M}"
        return f"{day} {seconds_too} ({moment(seconds)})"

    def name(self, id_: str) -> str:
        """Return what people call an id."""
        return self.names.get(id_, id_)

    def both(self, text: str | None, text_en: str | None) -> str:
        """Return what a person wrote, in English where it is asked for and there is one."""
        told = Told(text or "", text_en)
        return (told.text_en if self.lang == "en" else None) or told.text

    def work(self, component: str, procedure: str, task: str) -> str:
        """Return what a task is called."""
        names = {"component": self.name(component), "task": self.name(f"{procedure}/{task}")}
        return self.say("task-name", **names)
