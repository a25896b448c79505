"""Talks about an inject: give it, put it off, say what was done, decide."""

from __future__ import annotations

from typing import cast

from bcp.drill.board.rows import InjectRow
from bcp.drill.live.commands import Answer, Decide, Fire, Outcome, Postpone
from bcp.tui.clocktext import since
from bcp.tui.dialogs.choose import Choice, Pick
from bcp.tui.dialogs.form import Field
from bcp.tui.drafts import Draft
from bcp.tui.host import Host
from bcp.tui.talks.telling import BadEntryError, fill, tell
from bcp.units import parse_duration

__all__ = ["answer", "choose", "fire", "fire_any", "postpone", "postpone_all"]

_GIVEN = {"fired", "answered", "missed"}


async def fire(host: Host, row: InjectRow) -> None:
    """Give an inject now, in whatever state the clock is."""
    await tell(host, Fire(inject=row.no), "told-fired", no=row.no)


async def fire_any(host: Host, _row: object) -> None:
    """Ask which inject to give now: any that was not given, the bench included."""
    choices = [
        Choice(row.no, f"{_when(host, row)}  {host.voice.own(row.text, row.text_en)}", row.no)
        for row in host.shown.injects
        if row.status not in _GIVEN
    ]
    if not choices:
        host.tell(host.voice.say("none-to-fire"))
        return
    no = await host.ask(Pick(host.voice, host.voice.say("title-fire"), choices))
    if no is not None:
        await tell(host, Fire(inject=no), "told-fired", no=no)


def _when(host: Host, row: InjectRow) -> str:
    return since(row.at) if row.at is not None else host.voice.say(f"status-{row.status}")


async def postpone(host: Host, row: InjectRow | None) -> None:
    """Put off an inject; all that have a time to come if none is given."""
    say, no = host.voice.say, row.no if row else None

    def made(said: Draft) -> Postpone:
        try:
            return Postpone(inject=no, by=parse_duration(said["by"].strip().lower()))
        except ValueError:
            raise BadEntryError("bad-duration") from None

    await fill(
        host,
        f"postpone-{no or 'all'}",
        say("title-postpone", no=no) if no else say("title-postpone-all"),
        [Field("by", "field-by", value="10m", hint="hint-duration")],
        made,
    )


async def postpone_all(host: Host, _row: object) -> None:
    """Put off every inject that has a time to come."""
    await postpone(host, None)


async def answer(host: Host, row: InjectRow) -> None:
    """Write down what was done about an inject, and whether that is what was expected."""
    say = host.voice.say
    outcomes = tuple((key, say(f"outcome-{key}")) for key in ("met", "partly", "not"))
    await fill(
        host,
        f"answer-{row.no}",
        say("title-answer", no=row.no),
        [
            Field("text", "field-done", "long"),
            Field("who", "field-who"),
            Field("outcome", "field-outcome", "choice", "met", outcomes),
        ],
        lambda said: Answer(
            inject=row.no,
            text=said["text"].strip(),
            who=said["who"].strip(),
            outcome=cast("Outcome", said["outcome"] or "met"),
        ),
    )


async def choose(host: Host, row: InjectRow) -> None:
    """Choose an option of an inject, and write down who decided and why."""
    voice = host.voice
    if not row.options:
        host.tell(voice.say("none-to-choose", no=row.no))
        return
    options = tuple(
        (option.id, f"{option.id}: {voice.own(option.text, option.text_en)}")
        for option in row.options
    )
    chosen = next((option.id for option in row.options if option.is_chosen), options[0][0])
    await fill(
        host,
        f"decide-{row.no}",
        voice.say("title-decide", no=row.no),
        [
            Field("option", "field-option", "choice", chosen, options),
            Field("who", "field-who"),
            Field("why", "field-why"),
        ],
        lambda said: Decide(
            inject=row.no,
            option=said["option"],
            who=said["who"].strip(),
            why=said["why"].strip(),
        ),
    )
