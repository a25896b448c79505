"""``bcp document``: the annual ICT-BCP in Word, PDF, HTML and Markdown, its forms in Excel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bcp.cli.options import Asked, Request, several_option
from bcp.cli.places import naming, refuse_place, refuse_suffix
from bcp.cli.wishes import Wishes, wish_options
from bcp.words import Lang, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from bcp.cli.opening import Opened
    from bcp.report.annual import Written
    from bcp.report.document import Document
    from bcp.report.dossier import Dossier, Edition

FORMATS = ("docx", "pdf", "html", "md", "xlsx")
EDITIONS = ("internal", "public")
FORMS = ".xlsx"
"""The suffix of a workbook, which holds the forms only."""


def build(lang: Lang) -> click.Command:
    """Return the command."""
    file = {"metavar": "FILE", "type": click.Path(path_type=Path)}
    formats = several_option(lang, "--format", FORMATS)
    formats.help = say(WORDS, "option-document-format", lang)
    return Asked(
        "document",
        lang,
        run,
        _option(lang, "--output", "-o", "outputs", multiple=True, **file),
        formats,
        _option(lang, "--edition", type=click.Choice(EDITIONS), default=EDITIONS[0]),
        *wish_options(lang, "document"),
    )


def _option(lang: Lang, flag: str, *names: str, **extra: Any) -> click.Option:
    text = say(WORDS, f"option-document-{flag.removeprefix('--')}", lang)
    return click.Option([flag, *names], help=text, **extra)


def run(
    request: Request,
    outputs: tuple[Path, ...],
    format: tuple[str, ...],  # noqa: A002 (the name of the option)
    *,
    edition: Edition,
    force: bool,
    **given: Any,
) -> None:
    """Gather everything, write the document, and say what is missing from it."""
    from bcp.cli.papers import own_chapters, read_papers
    from bcp.cli.progress import tracked
    from bcp.report.annual import written_plan
    from bcp.report.public import published

    wishes = Wishes.of(given)
    opened = wishes.opened(request)
    paths = _paths(opened, outputs, format, edition)
    for path in paths:
        refuse_place(path, force=force)
    papers = read_papers(opened, edition)
    gathered = wishes.gathered(request)
    dossier = published(gathered.dossier) if edition == "public" else gathered.dossier
    chapters = own_chapters(papers.texts, gathered.dossier, dossier, edition, opened.lang)
    written = written_plan(
        dossier,
        opened.lang,
        edition,
        house=papers.house,
        chapters=chapters,
        steps=lambda names: tracked(names, "pictures", opened.lang),
    )
    made = _Made(dossier, edition, opened.lang, written)
    files = made.write(paths, force=force)
    _tell(request, made, files)


def _paths(
    opened: Opened, outputs: tuple[Path, ...], formats: tuple[str, ...], edition: Edition
) -> tuple[Path, ...]:
    """Return the files to write: those that were named, else one a format in this folder."""
    known = [f".{suffix}" for suffix in FORMATS]
    for path in outputs:
        refuse_suffix(path, known)
    name = f"{opened.loaded.inventory.organisation.id}-ict-bcp"
    name += "" if edition == "internal" else f"-{edition}"
    wanted = formats or (() if outputs else FORMATS[:1])
    return (*outputs, *(Path(f"{name}.{suffix}") for suffix in wanted))


@dataclass(frozen=True)
class _Made:
    """The document, and what it was made from."""

    dossier: Dossier
    edition: Edition
    lang: Lang
    written: Written

    def write(self, paths: Sequence[Path], *, force: bool) -> list[Path]:
        """Write every file, the forms alone into a workbook; return what is there now."""
        from bcp.cli.progress import tracked
        from bcp.report.writers import write

        files: list[Path] = []
        for path in tracked(paths, "files", self.lang):
            with naming(path):
                files += write(self._document(path), path, overwrite=force)
        return files

    def _document(self, path: Path) -> Document:
        from bcp.report.annual import forms_workbook

        if path.suffix.lower() != FORMS:
            return self.written.document
        return forms_workbook(self.dossier, self.lang, self.edition, self.written.document.house)

    def late(self) -> list[tuple[str, str]]:
        """Return each scenario with each function that misses its RTO in it."""
        return [(one.head.id, id_) for one in self.dossier.outlooks for id_ in one.missed]


def _tell(request: Request, made: _Made, files: Sequence[Path]) -> None:
    from bcp.cli.paper import Paper
    from bcp.cli.printing import print_json

    if request.as_json:
        print_json(_json(made, files))
        return
    for file in files:
        click.echo(str(file))
    paper = Paper()
    paper.line()
    for text in (_outcome(made), _blanks(made)):
        if text:
            paper.text(text)


def _outcome(made: _Made) -> str:
    late, played = made.late(), len(made.dossier.outlooks)
    values = {
        "scenarios": played,
        "hit": len({scenario for scenario, _ in late}),
        "functions": len({function for _, function in late}),
    }
    key = "document-unplayed" if not played else "document-missed" if late else "document-met"
    return say(WORDS, key, made.lang, **values)


def _blanks(made: _Made) -> str:
    if made.edition == "public":
        return ""
    number = len(made.written.blanks)
    key = {0: "document-no-blanks", 1: "document-blanks-one"}.get(number, "document-blanks")
    return say(WORDS, key, made.lang, number=number)


def _json(made: _Made, files: Sequence[Path]) -> dict[str, Any]:
    date = made.dossier.date
    return {
        "files": [str(file) for file in files],
        "edition": made.edition,
        "date": date.isoformat() if date else None,
        "missed": [
            {"scenario": scenario, "function": function} for scenario, function in made.late()
        ],
        **_conditions(made),
        "blanks": [asdict(blank) for blank in made.written.blanks],
    }


def _conditions(made: _Made) -> dict[str, Any]:
    """Return the key ``conditions``: of each scenario that has some, by id."""
    from bcp.report.conditions import conditions_json

    held = {one.head.id: found for one in made.dossier.outlooks if (found := conditions_json(one))}
    return {"conditions": held} if held else {}
