"""``bcp drill improve``: say more about an item of the improvement plan, or that it was done."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from bcp.cli.command import Argument, Complaint
from bcp.cli.completing import complete_records
from bcp.cli.options import Asked, Request, read_day
from bcp.words import Lang, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from bcp.drill.live.objectives import Item
    from bcp.drill.live.state import DrillState

NEW = "new"
_TODAY = "today"


def build(lang: Lang) -> click.Command:
    """Return the command."""
    record = Argument(
        "record",
        metavar="RECORD",
        help=say(WORDS, "argument-record-named", lang),
        shell_complete=complete_records,
    )
    item = Argument("item", metavar="ITEM", help=say(WORDS, "argument-item", lang))
    return Asked(
        "improve",
        lang,
        run,
        record,
        item,
        _option(lang, "--text"),
        _option(lang, "--owner"),
        _option(lang, "--due", metavar="YYYY-MM-DD", callback=_day),
        _option(
            lang,
            "--done",
            metavar="[YYYY-MM-DD]",
            is_flag=False,
            flag_value=_TODAY,
            callback=_day,
        ),
        key="drill-improve",
        has_inventory=False,
    )


def _option(lang: Lang, flag: str, **extra: object) -> click.Option:
    text = say(WORDS, f"option-improve-{flag.removeprefix('--')}", lang)
    return click.Option([flag], help=text, **extra)  # type: ignore[arg-type]


def _day(context: click.Context, param: click.Parameter, value: str | None) -> dt.date | None:
    if value == _TODAY:
        return dt.datetime.now(dt.UTC).astimezone().date()
    return read_day(context, param, value)


def run(  # noqa: PLR0913 (one a key of the item)
    request: Request,
    record: str,
    item: str,
    *,
    text: str | None,
    owner: str | None,
    due: dt.date | None,
    done: dt.date | None,
) -> None:
    """Write it into the record: locked, chained and through to the disk as everything else."""
    from bcp.cli.drilling import cache_of, find_folder, language, tell_damage
    from bcp.cli.printing import print_json
    from bcp.drill.live.commands import Improve
    from bcp.drill.live.objectives import improvement_items
    from bcp.drill.record.records import hold_record
    from bcp.drill.session import WallClock

    if text is None and owner is None and due is None and done is None:
        raise Complaint("improve-nothing")
    clock = WallClock()
    with hold_record(find_folder(record), clock, cache=cache_of(request)) as held:
        lang = language(request, held.record)
        tell_damage(held, lang)
        session = held.session(clock)
        known = [one.id for one in improvement_items(session.state)]
        if item not in {*known, NEW}:
            raise Complaint("unknown-item", name=item, known=", ".join((*known, NEW)))
        named = None if item == NEW else item
        session.do(Improve(item=named, text=text, owner=owner, due=due, done=done))
        changed = improvement_items(session.state)
    shown = changed[-1] if named is None else next(one for one in changed if one.id == named)
    if request.as_json:
        from bcp.report.aar.json import item_json
        from bcp.report.aar.telling import Teller

        print_json(item_json(shown, Teller.plainly(session.state, lang)))
    else:
        _show(shown, session.state, lang)


def _show(item: Item, state: DrillState, lang: Lang) -> None:
    from bcp.report.aar.lessons import item_text
    from bcp.report.aar.telling import Teller

    text = item_text(item, Teller.plainly(state, lang)).replace("\n", " / ")
    none = say(WORDS, "owner-none", lang)
    click.echo(
        say(
            WORDS,
            "improve-done" if item.done else "improve-open",
            lang,
            item=item.id,
            text=text,
            owner=item.owner or none,
            due=item.due or none,
            done=item.done or "",
        )
    )
