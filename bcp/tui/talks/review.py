"""Talks about the review: ratings and the improvement plan."""

from __future__ import annotations

import re
from datetime import date

from bcp.drill.board.rows import ItemRow, ObjectiveRow
from bcp.drill.live.commands import Improve, Rate, Rating
from bcp.tui.dialogs.choose import Choice, Pick
from bcp.tui.dialogs.form import Field
from bcp.tui.drafts import Draft
from bcp.tui.host import Host
from bcp.tui.panes.review import text_of
from bcp.tui.talks.telling import BadEntryError, fill

__all__ = ["improve", "open_review", "rate", "rate_any"]

_RATINGS: tuple[Rating, ...] = ("P", "S", "M", "U")


async def rate(host: Host, row: ObjectiveRow) -> None:
    """Rate an objective P, S, M or U, with a sentence."""
    say = host.voice.say
    ratings = tuple((one, f"{one}  {say(f'rating-{one.lower()}')}") for one in _RATINGS)

    def made(said: Draft) -> Rate:
        rating = next((one for one in _RATINGS if one == said["rating"]), None)
        if rating is None:
            raise BadEntryError("bad-rating")
        return Rate(objective=row.id, rating=rating, text=said["text"].strip())

    await fill(
        host,
        f"rate-{row.id}",
        say("title-rate", text=text_of(row, host.voice)),
        [
            Field("rating", "field-rating", "choice", row.rating or "", ratings),
            Field("text", "field-reason", "long", row.reason),
        ],
        made,
    )


async def rate_any(host: Host, _row: object) -> None:
    """Ask which objective to rate, then rate it."""
    rows = {row.id: row for row in host.shown.objectives}
    choices = [
        Choice(row.id, text_of(row, host.voice), row.rating or host.voice.sign("rating-none"))
        for row in rows.values()
    ]
    if not choices:
        host.tell(host.voice.say("none-to-rate"))
        return
    chosen = await host.ask(Pick(host.voice, host.voice.say("title-rate-any"), choices))
    if chosen is not None:
        await rate(host, rows[chosen])


async def open_review(host: Host, row: ObjectiveRow | ItemRow) -> None:
    """Rate an objective, or say more about an item."""
    if isinstance(row, ObjectiveRow):
        await rate(host, row)
    else:
        await improve(host, row)


async def improve(host: Host, row: object) -> None:
    """Open an item of the improvement plan, or say more about one."""
    say = host.voice.say
    item = row if isinstance(row, ItemRow) else None
    text = text_of(item, host.voice) if item else ""
    fields = [
        Field("text", "field-item", "long", text),
        Field("owner", "field-owner", value=item.owner if item else ""),
        Field("due", "field-due", value=item.due if item else "", hint="hint-date"),
    ]
    if item:
        fields.append(Field("done", "field-done-on", value=item.done, hint="hint-date"))

    def made(said: Draft) -> Improve:
        wanted = said["text"].strip()
        if not wanted:
            raise BadEntryError("bad-item")
        return Improve(
            item=item.id if item else None,
            text=None if item and wanted == text else wanted,
            owner=said["owner"].strip() or None,
            due=_read_date(said["due"]),
            done=_read_date(said.get("done", "")),
        )

    title = say("title-item", id=item.id) if item else say("title-new-item")
    await fill(host, f"item-{item.id if item else 'new'}", title, fields, made)


def _read_date(text: str) -> date | None:
    """Return the day that was typed; None if nothing was."""
    if not text.strip():
        return None
    parts = re.fullmatch(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?", text.strip())
    try:
        if parts:
            return date(int(parts[1]), int(parts[2]), int(parts[3]))
    except ValueError:
        pass
    raise BadEntryError("bad-date")
