"""``bcp drill resume``: go on with a drill where its record ends."""

from __future__ import annotations

import click

from bcp.cli.command import Argument
from bcp.cli.completing import complete_records
from bcp.cli.drilling import look_options
from bcp.cli.options import Asked, Request
from bcp.words import Lang, say
from bcp.words.cli import WORDS


def build(lang: Lang) -> click.Command:
    """Return the command."""
    record = Argument(
        "record",
        metavar="[RECORD]",
        help=say(WORDS, "argument-record-optional", lang),
        required=False,
        shell_complete=complete_records,
    )
    return Asked(
        "resume",
        lang,
        run,
        record,
        *look_options(lang),
        key="drill-resume",
        has_inventory=False,
    )


def run(request: Request, record: str | None, *, theme: str, ascii_only: bool) -> None:
    """Go on with a drill."""
    from bcp.cli.drilling import (
        cache_of,
        find_folder,
        has_terminal,
        language,
        print_state,
        show,
        tell_damage,
    )
    from bcp.drill.record.records import hold_record
    from bcp.drill.session import WallClock
    from bcp.errors import UsageError

    if not has_terminal() and not request.as_json:
        raise UsageError("resume-no-terminal")
    clock = WallClock()
    with hold_record(find_folder(record), clock, cache=cache_of(request)) as held:
        tell_damage(held, language(request, held.record))
        if has_terminal():
            show(request, held, theme, ascii_only=ascii_only)
        else:
            print_state(held.session(clock).state, language(request, held.record))
