"""``bcp import psplib``: a project of the PSPLIB library as a workspace."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bcp.cli.command import Argument, Complaint
from bcp.cli.options import Asked, Request
from bcp.words import Lang, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from bcp.exchange.psplib import Psplib


def build(lang: Lang) -> click.Command:
    """Return the command."""
    source = Argument(
        "source",
        metavar="FILE.sm",
        help=say(WORDS, "argument-psplib-file", lang),
        type=click.Path(path_type=Path),
    )
    target = Argument(
        "target",
        metavar=f"[{say(WORDS, 'metavar-dir', lang)}]",
        help=say(WORDS, "argument-psplib-dir", lang),
        type=click.Path(path_type=Path),
        required=False,
    )
    return Asked("psplib", lang, run, source, target, key="import-psplib", has_inventory=False)


def run(request: Request, source: Path, target: Path | None) -> None:
    """Write the workspace and say what to do in it."""
    from bcp.cli.printing import print_json
    from bcp.exchange.psplib import id_of, read_psplib

    folder = target or Path(id_of(source.name))
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Complaint("import-not-empty", None, target=folder)
    project = read_psplib(source)
    paths = _write(folder, _texts(request.lang, project))
    counts = {"jobs": len(project.jobs), "resources": len(project.capacities)}
    if request.as_json:
        print_json({"files": [str(path) for path in paths], **counts})
    else:
        _show(request.lang, folder, {"file": source, **counts})


def _texts(lang: Lang, project: Psplib) -> dict[str, str]:
    """Return what the files of the workspace hold, by their names."""
    from bcp.exchange.psplib import inventory_text, scenario_text

    head = [say(WORDS, f"import-psplib-remark-{number}", lang) for number in (1, 2, 3)]
    return {
        "inventory/project.yaml": inventory_text(project, language=lang, head=head),
        "scenarios/start.yaml": scenario_text(project),
    }


def _write(folder: Path, texts: dict[str, str]) -> list[Path]:
    """Write all files, or leave nothing behind."""
    from bcp.cli.places import naming
    from bcp.report.files import write_whole

    was_there = folder.exists()
    try:
        for name, text in texts.items():
            path = folder / name
            with naming(path):
                path.parent.mkdir(parents=True, exist_ok=True)
                write_whole(path, text.encode("utf-8"))
    except BaseException:
        for name in texts:
            shutil.rmtree(folder / Path(name).parts[0], ignore_errors=True)
        if not was_there:
            shutil.rmtree(folder, ignore_errors=True)
        raise
    return [folder / name for name in texts]


def _show(lang: Lang, folder: Path, values: dict[str, object]) -> None:
    from bcp.cli.paper import Paper

    paper = Paper()
    paper.text(say(WORDS, "import-psplib-done", lang, target=folder, **values))
    paper.text(say(WORDS, "import-psplib-loss", lang))
    paper.heading(say(WORDS, "start-try", lang))
    paper.line("  cd ", str(folder))
    paper.line("  bcp simulate start --strategy optimal")
