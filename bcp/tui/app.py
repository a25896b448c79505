"""The door to the screen: opens it, and opens it again should it break down."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace

from bcp.tui.desk import Desk
from bcp.tui.drafts import Drafts, MemoryDrafts
from bcp.tui.program import PLAIN_LOOK, DrillApp, Look
from bcp.words import Lang, Names

__all__ = ["DrillApp", "Look", "run_app"]

_CRASHES = 3
"""How often the screen is opened in one sitting."""


def run_app(
    desk: Desk,
    names: Mapping[Lang, Names],
    lang: Lang,
    *,
    drafts: Drafts | None = None,
    look: Look = PLAIN_LOOK,
) -> None:
    """Run the screen until it is left. Should it break down, it is opened again and says why.

    Parameters
    ----------
    desk
        The drill; it goes on whatever happens to the screen.
    names
        What people call each id, in each language.
    lang
        The language to begin with.
    drafts
        Where to keep what is being typed: ``FileDrafts`` beside the record outlives a crash.
    look
        How it looks; in ASCII, too, where the output cannot show the signs.

    Raises
    ------
    Exception
        What broke the screen down, if that happened again and again.
    """
    drafts, opening = drafts or MemoryDrafts(), ""
    if not _shows_signs():
        look = replace(look, ascii_only=True)
    for left in reversed(range(_CRASHES)):
        app = DrillApp(desk, names, lang, drafts=drafts, look=look, opening=opening)
        app.run()
        if app.failure is None:
            return
        if not left:
            raise app.failure
        reason = f"{type(app.failure).__name__}: {app.failure}"
        opening = app.voice.say("opened-again", reason=reason)
        lang, look = app.voice.lang, replace(look, theme=app.theme)


def _shows_signs() -> bool:
    """Return whether the terminal's encoding has the signs and borders."""
    try:
        "○●×▶│╭█".encode(sys.__stdout__.encoding if sys.__stdout__ else "utf-8")
    except UnicodeEncodeError:
        return False
    return True
