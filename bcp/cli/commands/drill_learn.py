"""``bcp drill learn``: how long tasks took in drills, and keeping that in the inventory."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from bcp.cli.options import Asked, Request
from bcp.cli.places import naming
from bcp.words import Lang, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from pathlib import Path

    from bcp.cli.opening import Opened
    from bcp.drill.review.learning import Learnt, Seen


def build(lang: Lang) -> click.Command:
    """Return the command."""
    write = click.Option(["--write"], is_flag=True, help=say(WORDS, "option-learn-write", lang))
    return Asked("learn", lang, run, write, key="drill-learn")


def run(request: Request, *, write: bool) -> None:
    """Show what was measured, and keep it if asked to."""
    from bcp.cli.opening import open_inventory
    from bcp.cli.printing import print_json, tell
    from bcp.cli.reviewing import seen_records
    from bcp.drill.review.learning import lessons

    opened = open_inventory(request)
    inventory = opened.loaded.inventory
    seen, rehearsals, faults = seen_records(request, inventory.organisation.id, opened.lang)
    for fault in faults:
        tell(fault)
    learnt = lessons(seen, inventory)
    kept = _keep(opened, seen) if write else None
    if request.as_json:
        print_json(_json(learnt, rehearsals, kept))
        return
    from bcp.cli.views.lessons import show_lessons

    show_lessons(opened, learnt, rehearsals)
    if kept is not None:
        path, number, is_new = kept
        key = "learn-written" if is_new else "learn-same"
        click.echo(say(WORDS, key, opened.lang, file=path, number=number))
    elif learnt.lessons:
        tell(say(WORDS, "learn-how", opened.lang))


def _keep(opened: Opened, seen: list[Seen]) -> tuple[Path, int, bool]:
    """Write what was measured; return the file, how much is in it, and whether that is new."""
    from bcp.cli.command import Complaint
    from bcp.drill.review.learning import merged
    from bcp.report.files import write_whole
    from bcp.report.measured import FILE, measured_in, measured_text

    path, inventory = opened.folder / FILE, opened.loaded.inventory
    before = path.read_bytes() if path.exists() else b""
    kept = measured_in(before, str(path)) if before else ()
    if kept is None:
        raise Complaint("learn-foreign", None, file=path)
    tasks = {(item.id, task.id) for item in inventory.procedures for task in item.tasks}
    elsewhere = {held.record for held in inventory.measurements if held not in kept}
    found = [
        held
        for held in merged(kept, seen)
        if (held.procedure, held.task) in tasks and held.record not in elsewhere
    ]
    data = measured_text(found).encode()
    if not found or data == before:
        return path, len(found), False
    with naming(path):
        write_whole(path, data)
    return path, len(found), True


def _json(learnt: Learnt, rehearsals: int, kept: tuple[Path, int, bool] | None) -> dict[str, Any]:
    left_out = Counter({str(key): number for key, number in learnt.left_out.items()})
    if rehearsals:
        left_out["script"] = rehearsals
    return {
        "lessons": [
            {
                "procedure": one.procedure,
                "task": one.task,
                "estimate_s": one.planned,
                "count": one.count,
                "median_s": one.median,
                "shortest_s": min(one.took),
                "longest_s": max(one.took),
                "last": one.last.isoformat(),
            }
            for one in learnt.lessons
        ],
        "left_out": dict(left_out),
        "written": None if kept is None or not kept[2] else str(kept[0]),
    }
