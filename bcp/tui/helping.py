"""What F1 and ``?`` say."""

from __future__ import annotations

from bcp.tui.cells import fit, wide
from bcp.tui.deeds import DEEDS, Deed, deeds_for
from bcp.tui.layout import ROOMS
from bcp.tui.voice import Voice

__all__ = ["help_on", "list_of_keys"]

_SIGNS = {
    "functions": ("verdict", "up", "late", "down", "down-ok", "down-late", "missed"),
    "tasks": ("tasks", "running", "ready", "waiting", "done", "aborted"),
    "injects": ("status", "due", "waiting", "bench", "fired", "answered", "missed"),
    "components": ("reason", "damaged", "outage", "starting", "lacks"),
}
"""Of each list: the texts of its signs, and which signs it has."""
_SIGN_OF = {"tasks": "task-", "injects": "inject-"}


def help_on(room: str, voice: Voice, *, can_act: bool) -> tuple[str, str]:
    """Return title and text of the help on a list, or on the line that is typed in."""
    if room not in ROOMS:
        return voice.say(f"title-{room}"), voice.say(f"help-{room}")
    parts = [voice.say(f"help-{room}")]
    if room in _SIGNS:
        texts, *signs = _SIGNS[room]
        prefix = _SIGN_OF.get(room, "")
        rows = [f"  {voice.sign(prefix + one)}  {voice.say(f'{texts}-{one}')}" for one in signs]
        parts.append("\n".join([voice.say("help-signs"), *rows]))
    own = [deed for deed in DEEDS.values() if deed.room == room and (can_act or not deed.acts)]
    if own:
        parts.append("\n".join([voice.say("help-keys"), *_listed(own, voice)]))
    parts.append(voice.say("help-more"))
    return voice.say("title-help", pane=voice.say(f"pane-{room}")), "\n\n".join(parts)


def list_of_keys(voice: Voice, can_act: bool) -> str:
    """Return all keys, those that work everywhere first."""
    parts = [
        "\n".join([voice.say("keys-everywhere"), *_listed(deeds_for("", can_act=can_act), voice)])
    ]
    moving = ["1-7", "Tab", "Esc", voice.say("key-arrows")]
    said = ["moving-number", "moving-tab", "moving-escape", "moving-arrows"]
    width = max(map(wide, moving))
    rows = [
        f"  {fit(key, width)}  {voice.say(text)}" for key, text in zip(moving, said, strict=True)
    ]
    parts.append("\n".join([voice.say("keys-moving"), *rows]))
    for room in ROOMS:
        own = [deed for deed in DEEDS.values() if deed.room == room]
        if own and can_act:
            parts.append("\n".join([voice.say(f"pane-{room}"), *_listed(own, voice)]))
    return "\n\n".join(parts)


def _listed(deeds: list[Deed], voice: Voice) -> list[str]:
    width = max((wide(deed.shown) for deed in deeds), default=0)
    return [f"  {fit(deed.shown, width)}  {voice.say(f'deed-{deed.id}-more')}" for deed in deeds]
