"""``bcp init``: a new workspace, from a few answers or from a sample."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bcp.cli.command import Argument, Complaint
from bcp.cli.options import Asked, Request, option
from bcp.units import parse_duration
from bcp.words import Lang, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from bcp.authoring.beginning import Answers
    from bcp.cli.paper import Paper

_SAMPLE = "chikusei"
_SIZES = ("town", "city", "large")
_CORES = ("own", "cloud")
_VENDORS = ("core_vendor", "infra_vendor", "network_vendor")
_MOST_STAFF = 10_000


def build(lang: Lang) -> click.Command:
    """Return the command."""
    target = Argument(
        "target",
        metavar=say(WORDS, "metavar-dir", lang),
        help=say(WORDS, "argument-target", lang),
        type=click.Path(path_type=Path),
    )
    text = say(WORDS, "metavar-text", lang)
    return Asked(
        "init",
        lang,
        run,
        target,
        option(lang, "--from", "source", metavar=_SAMPLE),
        _option(lang, "--size", type=click.Choice(_SIZES)),
        _option(lang, "--name", metavar=text),
        _option(lang, "--staff", type=click.IntRange(1, _MOST_STAFF), metavar="N"),
        _option(lang, "--core", type=click.Choice(_CORES)),
        _option(lang, "--generator/--no-generator", "generator", default=None),
        _option(lang, "--fuel", metavar="24h", callback=_fuel),
        _option(lang, "--core-vendor", metavar=text),
        _option(lang, "--infra-vendor", metavar=text),
        _option(lang, "--network-vendor", metavar=text),
        _option(lang, "--yes", is_flag=True),
        has_json=False,
        has_inventory=False,
    )


def _option(lang: Lang, flag: str, *names: str, **extra: Any) -> click.Option:
    key = flag.split("/", maxsplit=1)[0].removeprefix("--")
    return click.Option([flag, *names], help=say(WORDS, f"option-init-{key}", lang), **extra)


def _fuel(context: click.Context, _: click.Parameter, value: str | None) -> str | None:
    """Read a length of time, or complain of it."""
    if value is not None and not _is_duration(value):
        raise Complaint("init-bad-fuel", context, value=value)
    return value


def _is_duration(text: str) -> bool:
    try:
        return parse_duration(text) > 0
    except ValueError:
        return False


def run(request: Request, target: Path, source: str | None, *, yes: bool, **given: Any) -> None:
    """Make the workspace and say what to do in it."""
    from bcp.cli.paper import Paper
    from bcp.library import create_beginning, create_workspace, refuse_target

    lang = request.lang
    told = {key: value for key, value in given.items() if value is not None}
    if source is not None and (told or yes):
        known = sorted(f"--{key.replace('_', '-')}" for key in told) or ["--yes"]
        raise Complaint("init-either", None, names=", ".join(known))
    asks = source is None and not yes and not told and _is_terminal()
    if source is not None or not (asks or yes or told):
        # Without a terminal nobody can be asked, and scripts have always got the sample.
        paths = create_workspace(target, source or _SAMPLE)
        _show(Paper(), target, len(paths), lang, first=())
        return
    from bcp.authoring.beginning import beginning

    refuse_target(target)
    paper = Paper()
    if asks:
        told = _asked(paper, target, lang)
        if "source" in told:
            paths = create_workspace(target, told["source"])
            _show(paper, target, len(paths), lang, first=())
            return
    answers = _answers(target, told, lang)
    paths = create_beginning(target, beginning(answers, lang))
    files = ("teams", "facilities", "systems", "functions")
    first = tuple(f"inventory/{answers.id}/{name}.yaml" for name in files)
    _show(paper, target, len(paths), lang, first=first)


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _answers(target: Path, told: Mapping[str, Any], lang: Lang) -> Answers:
    """Return what is known of the city, what nobody said left as it usually is."""
    from bcp.authoring.beginning import Answers, usual
    from bcp.report.plain import clean

    name = re.sub("[^a-z0-9-]+", "-", target.resolve().name.lower()).strip("-")
    size = told.get("size", "city")
    usually: dict[str, Any] = {"name": say(WORDS, "init-my-city", lang), "staff": usual(size)}
    known: dict[str, Any] = {
        key: clean(value) if isinstance(value, str) else value
        for key, value in (usually | dict(told)).items()
    }
    return Answers(id=name or "my-city", **known)


# --- questions -----------------------------------------------------------------------------------


def _asked(paper: Paper, target: Path, lang: Lang) -> dict[str, Any]:
    """Ask a few questions; Enter takes what stands in brackets."""
    from bcp.authoring.beginning import usual
    from bcp.library import samples

    paper.text(say(WORDS, "init-asks", lang, target=target))
    paper.line()
    told: dict[str, Any] = {}
    sizes = (*_SIZES, *samples())
    told["size"] = _choice(paper, "size", sizes, "city", lang)
    if told["size"] not in _SIZES:
        return {"source": told["size"]}
    told["name"] = _line("name", say(WORDS, "init-my-city", lang), lang)
    told["staff"] = int(_line("staff", str(usual(told["size"])), lang, _is_staff))
    told["core"] = _choice(paper, "core", _CORES, "own", lang)
    yes_no = ("yes", "no")
    told["generator"] = _choice(paper, "generator", yes_no, "yes", lang) == "yes"
    if told["generator"]:
        told["fuel"] = _line("fuel", "24h", lang, _is_duration)
    for vendor in _VENDORS:
        told[vendor] = _line(vendor.replace("_", "-"), "", lang)
    paper.line()
    return told


def _is_staff(text: str) -> bool:
    return text.isascii() and text.isdigit() and 1 <= int(text) <= _MOST_STAFF


def _line(key: str, default: str, lang: Lang, is_right: Any = None) -> str:
    """Ask until the answer is right."""
    while True:
        question = say(WORDS, f"ask-{key}", lang)
        shown = f"{question} [{default}]: " if default else f"{question}: "
        answer: str = click.prompt(shown, default=default, show_default=False, prompt_suffix="")
        answer = answer.strip()
        if is_right is None or is_right(answer):
            return answer
        click.echo(say(WORDS, f"ask-{key}-again", lang, value=answer))


def _choice(paper: Paper, key: str, known: tuple[str, ...], default: str, lang: Lang) -> str:
    """Ask for one of a few words, or its number."""
    paper.text(say(WORDS, f"ask-{key}", lang))
    for number, word in enumerate(known, 1):
        text = f"ask-{key}-{word}" if f"ask-{key}-{word}" in WORDS else f"ask-{key}-other"
        paper.text(say(WORDS, text, lang, name=word), first=f"  {number}  ", rest="     ")
    while True:
        usual = known.index(default) + 1
        answer: str = click.prompt(
            f"  [{usual}]: ", default=str(usual), show_default=False, prompt_suffix=""
        )
        answer = answer.strip()
        if answer in known:
            return answer
        if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(known):
            return known[int(answer) - 1]
        click.echo(say(WORDS, "ask-again", lang, most=len(known)))


# --- what is said at the end ---------------------------------------------------------------------


def _show(paper: Paper, target: Path, number: int, lang: Lang, first: tuple[str, ...]) -> None:
    paper.text(say(WORDS, "init-done", lang, target=target, number=number))
    if first:
        paper.heading(say(WORDS, "init-replace", lang))
        for name in first:
            paper.line("  ", name)
    paper.heading(say(WORDS, "start-try", lang))
    paper.line("  cd ", str(target))
    paper.line("  bcp check" if first else "  bcp")
    if first:
        paper.line("  bcp simulate blackout-72h")
