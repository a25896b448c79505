"""``bcp drill new``: a first draft of a drill, made from a scenario."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from bcp.cli.command import Complaint
from bcp.cli.options import Asked, Request, scenario_argument
from bcp.cli.places import naming
from bcp.units import HOUR, MINUTE, parse_duration
from bcp.words import Lang, render, say, show_span
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bcp.cli.opening import Opened
    from bcp.drill.drafting.draft import Draft
    from bcp.drill.file.models import Drill

_ID = re.compile("[a-z0-9-]{1,200}")
_SHORTEST, _LONGEST = 10 * MINUTE, 12 * HOUR


def build(lang: Lang) -> click.Command:
    """Return the command."""
    from bcp.drill.file.models import Kind

    return Asked(
        "new",
        lang,
        run,
        scenario_argument(lang),
        _option(lang, "--id", "id_", metavar="ID", callback=_id),
        _option(lang, "--kind", type=click.Choice(get_args(Kind)), default="functional"),
        _option(lang, "--length", metavar="2h", default="2h", callback=_length),
        _option(lang, "--out", metavar="FILE.yaml", type=click.Path(path_type=Path)),
        key="drill-new",
    )


def _option(lang: Lang, flag: str, *names: str, **extra: Any) -> click.Option:
    text = say(WORDS, f"option-new-{flag.removeprefix('--')}", lang)
    return click.Option([flag, *names], help=text, **extra)


def _id(context: click.Context, param: click.Parameter, value: str | None) -> str | None:  # noqa: ARG001 (click's signature)
    if value is not None and not _ID.fullmatch(value):
        raise Complaint("new-bad-id", context, value=value)
    return value


def _length(context: click.Context, param: click.Parameter, value: str) -> int:  # noqa: ARG001 (click's signature)
    try:
        seconds = parse_duration(value)
    except ValueError:
        seconds = 0
    if not _SHORTEST <= seconds <= _LONGEST:
        raise Complaint("new-bad-length", context, value=value)
    return seconds


def run(
    request: Request, scenario: str, id_: str | None, kind: Any, length: int, out: Path | None
) -> None:
    """Write the draft and say what to do with it."""
    from bcp.cli.opening import open_scenario
    from bcp.cli.printing import print_json
    from bcp.drill.drafting.draft import Wish, draft
    from bcp.report.names import names_of
    from bcp.words import LANGS

    opened, loaded = open_scenario(request, scenario)
    name = id_ or (out.stem if out else f"{loaded.scenario.scenario.id}-drill")
    if not _ID.fullmatch(name):
        raise Complaint("new-bad-id", None, value=name)
    path = out or _place(opened.folder, name)
    _refuse_place(path)
    if out is not None and not out.parent.is_dir():
        raise Complaint("no-folder", None, file=out, folder=out.parent)
    inventory = opened.loaded.inventory
    names = {lang: names_of(inventory, lang) for lang in LANGS}
    wish = Wish(name, kind, length, _reference(scenario, path))
    made = draft(loaded.scenario, inventory, names, wish)
    _write(path, _text(made, path, opened))
    if request.as_json:
        print_json(_json(made, path, opened))
    else:
        _show(made, path, opened, called=name if out is None else str(path))


# --- where it lies -----------------------------------------------------------------------------


def _place(folder: Path, name: str) -> Path:
    """Return the file of a drill of the inventory in *folder*, its own folder made."""
    from bcp.workspace import find_workspace

    workspace = find_workspace(folder)
    if workspace is None:
        raise Complaint("new-no-place", None)
    here = workspace.root / "drills"
    if folder.resolve() != (workspace.root / "inventory").resolve():
        here /= folder.resolve().name
    return here / f"{name}.yaml"


def _refuse_place(path: Path) -> None:
    """Refuse to overwrite what is there, and to write what is no file of a drill."""
    if path.suffix != ".yaml":
        raise Complaint("bad-suffix", None, file=path, known=".yaml")
    if path.exists():
        raise Complaint("new-exists", None, file=path)


def _reference(scenario: str, path: Path) -> str:
    """Return what the drill in *path* calls its scenario: its id, or where its file lies."""
    if not Path(scenario).is_file():
        return scenario
    return Path(os.path.relpath(Path(scenario).resolve(), path.parent.resolve())).as_posix()


def _text(made: Draft, path: Path, opened: Opened) -> str:
    """Return the file: below its first line what to look at by hand, as remarks."""
    from bcp.drill.file.writing import drill_text
    from bcp.workspace import schema_from

    first, rest = drill_text(made.drill, schema_from(path.parent)).split("\n", 1)
    lines = [say(WORDS, "new-heading-look", opened.lang), *_looks(made, opened)]
    return "\n".join([first, *(f"# {line}" for line in lines), rest])


def _write(path: Path, text: str) -> None:
    from bcp.report.files import write_whole

    with naming(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text.encode("utf-8"))


# --- what is said ------------------------------------------------------------------------------


def _looks(made: Draft, opened: Opened) -> list[str]:
    """Return what to look at by hand, a line each."""
    from bcp.words.drafting import WORDS as DRAFTING

    own = [say(WORDS, f"new-look-{number}", opened.lang) for number in (1, 2, 3)]
    remarks = [render(DRAFTING, held, opened.lang, opened.names) for held in made.remarks]
    return [*own, *remarks]


def _counts(drill: Drill) -> dict[str, int]:
    return {
        "number": len(drill.injects),
        "timed": sum(inject.at is not None for inject in drill.injects),
        "waiting": sum(inject.when is not None for inject in drill.injects),
        "bench": sum(inject.is_bench for inject in drill.injects),
        "objectives": len(drill.objectives),
    }


def _show(made: Draft, path: Path, opened: Opened, called: str) -> None:
    from bcp.cli.paper import Paper
    from bcp.drill.file.moments import planned_end

    drill, lang = made.drill, opened.lang
    clock = {
        "length": show_span(drill.drill.length or 0, lang),
        "start": show_span(drill.clock.starts, lang),
        "end": show_span(planned_end(drill) or 0, lang),
        "speed": drill.clock.speed,
    }
    paper = Paper()
    paper.text(say(WORDS, "new-done", lang, file=path))
    paper.text(say(WORDS, "new-counts", lang, **_counts(drill)))
    paper.text(say(WORDS, "new-clock", lang, **clock))
    _list(paper, "new-heading-look", _looks(made, opened), lang)
    steps = ("new-step-edit", "new-step-check", "new-step-run")
    _list(paper, "new-heading-next", (say(WORDS, s, lang, drill=called) for s in steps), lang)


def _list(paper: Any, heading: str, lines: Iterable[str], lang: Lang) -> None:
    paper.heading(say(WORDS, heading, lang))
    for line in lines:
        paper.text(line, first="  - ", rest="    ")


def _json(made: Draft, path: Path, opened: Opened) -> dict[str, Any]:
    drill = made.drill
    return {
        "drill": drill.drill.id,
        "scenario": drill.drill.scenario,
        "files": [str(path)],
        "injects": _counts(drill)["number"],
        "objectives": len(drill.objectives),
        "speed": drill.clock.speed,
        "starts_s": drill.clock.starts,
        "jumps": [{"at_s": leap.at, "to_s": leap.to} for leap in drill.clock.jumps],
        "remarks": _looks(made, opened),
    }
