"""How every talk ends: the drill is told, and what it refuses is asked again with nothing lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bcp.drill.live.commands import Command
from bcp.tui.dialogs.form import Field, Form
from bcp.tui.drafts import Draft
from bcp.tui.host import Host

__all__ = ["BadEntryError", "fill", "tell"]


class BadEntryError(ValueError):
    """What was typed cannot be read: a key of ``bcp.words.tui`` says what would be right."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


async def tell(host: Host, command: Command, done: str = "", **values: object) -> bool:
    """Tell the drill *command* and say that it was *done*, or why it was not."""
    _, error = host.perform(command)
    if error:
        await host.complain(error)
        return False
    if done:
        host.tell(host.voice.say(done, **values))
    return True


async def fill(
    host: Host,
    key: str,
    title: str,
    fields: Sequence[Field],
    make: Callable[[Draft], Command],
) -> bool:
    """Let people fill in *fields* until the drill accepts what *make* makes of them, or Escape.

    Parameters
    ----------
    host
        The program.
    key
        Under which the draft is kept until the drill has accepted it.
    title
        Of the form, as it is shown.
    fields
        What is asked for, with what stands in it if there is no draft.
    make
        Returns the command; raises :class:`BadEntryError` if something cannot be read.
    """
    drafts, error = host.drafts, ""
    asked = _filled(fields, drafts.find(key))
    while True:
        form = Form(
            host.voice,
            title,
            asked,
            error=error,
            keep=lambda draft: drafts.keep(key, draft),
            edit=host.edit,
        )
        values = await host.ask(form)
        if values is None:
            return False
        asked = _filled(fields, values)
        try:
            _, error = host.perform(make(values))
        except BadEntryError as bad:
            error = host.voice.say(bad.key)
        except ValueError:
            error = host.voice.say("bad-entry")
        if not error:
            drafts.keep(key, {})
            return True


def _filled(fields: Sequence[Field], draft: Draft) -> Sequence[Field]:
    """Return *fields* with what was typed before."""
    return [replace(field, value=draft.get(field.id, field.value)) for field in fields]
