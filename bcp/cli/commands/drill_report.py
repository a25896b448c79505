"""``bcp drill report``: what came of a drill, in Word, PDF, HTML and Markdown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bcp.cli.command import Argument
from bcp.cli.completing import complete_records
from bcp.cli.options import Asked, Request, option, several_option
from bcp.cli.places import naming, refuse_place, refuse_suffix
from bcp.words import Lang, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from bcp.drill.record.records import OpenedRecord
    from bcp.drill.review.review import Review
    from bcp.report.aar import Origin
    from bcp.report.document import Document

FORMATS = ("docx", "pdf", "html", "md")


def build(lang: Lang) -> click.Command:
    """Return the command."""
    out = click.Option(
        ["--out", "-o", "outputs"],
        multiple=True,
        metavar="FILE",
        type=click.Path(path_type=Path),
        help=say(WORDS, "option-report-out", lang),
    )
    return Asked(
        "report",
        lang,
        run,
        record_argument(lang),
        out,
        several_option(lang, "--format", FORMATS),
        option(lang, "--force", is_flag=True),
        key="drill-report",
        has_inventory=False,
    )


def record_argument(lang: Lang) -> Argument:
    """Return RECORD: the latest if left out."""
    return Argument(
        "record",
        metavar="[RECORD]",
        help=say(WORDS, "argument-record-latest", lang),
        required=False,
        shell_complete=complete_records,
    )


def run(
    request: Request,
    record: str | None,
    outputs: tuple[Path, ...],
    format: tuple[str, ...],  # noqa: A002 (the name of the option)
    *,
    force: bool,
) -> None:
    """Write the report, or print the review."""
    from bcp.cli.printing import print_json
    from bcp.cli.reviewing import latest_folder, open_review
    from bcp.report.aar import after_action_report, review_json

    folder = latest_folder(record)
    paths = _paths(outputs, format, folder, is_json=request.as_json)
    for path in paths:
        refuse_place(path, force=force)
    opened, held, origin, lang = open_review(request, folder)
    _warn(opened, origin, lang)
    if request.as_json:
        print_json(review_json(held, origin, lang))
    if paths:
        _write(after_action_report(held, origin, lang), paths, force=force)
        for path in paths:
            click.echo(str(path), err=request.as_json)
    if not request.as_json:
        _summary(held, lang)


def _paths(
    outputs: tuple[Path, ...], formats: tuple[str, ...], folder: Path, *, is_json: bool
) -> tuple[Path, ...]:
    """Return the files to write: those that were named, else one a format beside the record."""
    known = [f".{suffix}" for suffix in FORMATS]
    for path in outputs:
        refuse_suffix(path, known)
    if outputs and not formats:
        return outputs
    wanted = formats or (() if is_json else FORMATS)
    return (*outputs, *(folder / f"report.{suffix}" for suffix in wanted))


def _warn(opened: OpenedRecord, origin: Origin, lang: Lang) -> None:
    from bcp.cli.printing import tell

    for fault in origin.faults:
        tell(say(WORDS, "report-tampered", lang, fault=fault))
    if opened.head.by == "script":
        tell(say(WORDS, "report-rehearsal", lang))


def _write(document: Document, paths: tuple[Path, ...], *, force: bool) -> None:
    from bcp.report.writers import write

    for path in paths:
        with naming(path):
            write(document, path, overwrite=force)


def _summary(held: Review, lang: Lang) -> None:
    """Say in three lines how the drill went."""
    from bcp.cli.paper import Paper
    from bcp.report.aar.cover import verdicts
    from bcp.report.aar.telling import Teller

    paper = Paper()
    paper.line()
    for text in verdicts(held, Teller.of(held, lang)):
        paper.text(text)
