"""Talks about the clocks: start and stop, leap, speed, end."""

from __future__ import annotations

from typing import Literal, cast

from bcp.drill.live.commands import End, Jump, Pause, Resume, SetSpeed, Start
from bcp.tui.clocktext import read_moment, since
from bcp.tui.dialogs.ask import Ask
from bcp.tui.dialogs.choose import Choice, Pick
from bcp.tui.dialogs.form import Field
from bcp.tui.drafts import Draft
from bcp.tui.host import Host
from bcp.tui.talks.telling import BadEntryError, fill, tell

__all__ = ["end", "faster", "go", "jump", "slower", "speed"]

SPEEDS = (1, 10, 60, 600, 3600)


async def go(host: Host, _row: object) -> None:
    """Start the drill, stop the clocks, or let them run on: whatever comes next."""
    phase = host.shown.phase
    if phase == "ready":
        await tell(host, Start(), "told-go")
    elif phase == "running":
        await tell(host, Pause(), "told-stop")
    elif phase == "paused":
        await tell(host, Resume(), "told-on")
    else:
        host.tell(host.voice.say("told-over"))


async def speed(host: Host, _row: object) -> None:
    """Ask how fast the scenario's clock is to run."""
    say, sign = host.voice.say, host.voice.sign("times")
    choices = [Choice(str(one), say(f"speed-{one}"), f"{sign}{one}") for one in SPEEDS]
    wanted = await host.ask(Pick(host.voice, say("title-speed"), choices, takes_any=True))
    if wanted is None:
        return
    number = wanted.strip().lstrip("×xX")
    if not (number.isdecimal() and 1 <= int(number) <= SPEEDS[-1]):
        await host.complain(say("bad-speed"))
        return
    await tell(host, SetSpeed(speed=int(number)), "told-speed", sign=sign, speed=int(number))


async def faster(host: Host, _row: object) -> None:
    """Go to the next speed above."""
    now = host.shown.speed
    await _change(host, next((one for one in SPEEDS if one > now), now))


async def slower(host: Host, _row: object) -> None:
    """Go to the next speed below."""
    now = host.shown.speed
    await _change(host, next((one for one in reversed(SPEEDS) if one < now), now))


async def _change(host: Host, wanted: int) -> None:
    if wanted != host.shown.speed:
        sign = host.voice.sign("times")
        await tell(host, SetSpeed(speed=wanted), "told-speed", sign=sign, speed=wanted)


async def jump(host: Host, _row: object) -> None:
    """Ask to which moment the scenario's clock is to leap: the next inject, if nothing is typed."""
    say, board = host.voice.say, host.shown
    coming = [row.at for row in board.injects if row.status == "due" and row.at is not None]
    ahead = [at for at in coming if at > board.scenario]

    def made(said: Draft) -> Jump:
        try:
            now = host.shown
            to = read_moment(said["to"], now.scenario, now.local)
        except ValueError:
            raise BadEntryError("bad-moment") from None
        meanwhile = cast("Literal['plan', 'nothing'] | None", said["meanwhile"] or None)
        return Jump(to=to, meanwhile=meanwhile)

    ways = tuple((key, say(f"meanwhile-{key or 'drill'}")) for key in ("", "plan", "nothing"))
    await fill(
        host,
        "jump",
        say("title-jump"),
        [
            Field("to", "field-to", value=since(min(ahead)) if ahead else "", hint="hint-moment"),
            Field("meanwhile", "field-meanwhile", "choice", "", ways),
        ],
        made,
    )


async def end(host: Host, _row: object) -> None:
    """End the drill, after asking once."""
    say = host.voice.say
    if await host.ask(Ask(host.voice, say("title-end"), say("ask-end"))):
        await tell(host, End(), "told-ended")
