"""The command ``bcp``: finds the language, runs the command, and turns errors into sentences."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from typing import NoReturn, TextIO

import click

import bcp
from bcp.cli.command import Group
from bcp.cli.language import asked_language, local_language
from bcp.cli.options import Request, lang_option
from bcp.cli.trouble import explain
from bcp.words import Lang, say
from bcp.words.cli import WORDS

COMMANDS = {
    name: f"bcp.cli.commands.{name}{'_' if name in ('import', 'export') else ''}"
    for name in (
        "init",
        "new",
        "fmt",
        "rename",
        "list",
        "check",
        "show",
        "simulate",
        "priority",
        "explain",
        "importance",
        "risk",
        "compare",
        "measures",
        "chart",
        "report",
        "document",
        "drill",
        "import",
        "export",
        "completion",
    )
}
COMPLETE = "_BCP_COMPLETE"
"""The variable by which a shell asks for what may come next."""
_SIGNS = "日本語○△×─–…"
"""What a stream has to be able to hold."""


def main() -> NoReturn:
    """Run the command line and leave with its status."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run *arguments* and return the exit status; what goes wrong is said on standard error."""
    for stream in (sys.stdout, sys.stderr):
        _prepare(stream)
    asked = asked_language(arguments, os.environ)
    lang = asked or local_language(os.environ)
    try:
        status = _run(arguments, asked, lang)
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 (the edge: nobody is above)
        return _complain(error, lang)
    return status


def _run(arguments: Sequence[str], asked: Lang | None, lang: Lang) -> int:
    root = build(lang)
    if instruction := os.environ.get(COMPLETE):
        from click.shell_completion import shell_complete

        return shell_complete(root, {"obj": asked}, "bcp", COMPLETE, instruction)
    try:
        with root.make_context("bcp", [*arguments], obj=asked) as context:
            return root.invoke(context) or 0
    except click.exceptions.Exit as left:
        return left.exit_code


def _complain(error: BaseException, lang: Lang) -> int:
    status, text = explain(error, lang)
    if isinstance(error, OSError):
        _let_go_of_output()
    elif status == 70 and os.environ.get("BCP_DEBUG"):  # noqa: PLR2004
        raise error
    if text:
        click.echo(text, err=True)
    return status


def _prepare(stream: TextIO) -> None:
    """Make sure that a stream can hold Japanese, and that nothing it is given breaks it."""
    if not isinstance(stream, io.TextIOWrapper):
        return
    try:
        _SIGNS.encode(stream.encoding)
    except UnicodeEncodeError:
        stream.reconfigure(encoding="utf-8")
    stream.reconfigure(errors="replace")


def _let_go_of_output() -> None:
    """Keep the interpreter from trying again, when it ends, to write what could not be written."""
    try:
        sys.stdout.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())


def build(lang: Lang) -> Group:
    """Return the whole command line in *lang*; no command is imported yet."""

    def show_version(context: click.Context, _: click.Parameter, is_asked: bool) -> None:
        if is_asked and not context.resilient_parsing:
            click.echo(f"bcp {bcp.__version__}")
            context.exit()

    version = click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show_version,
        help=say(WORDS, "option-version", lang),
    )
    return Group(
        "bcp",
        lang,
        COMMANDS,
        params=[version, lang_option(lang)],
        callback=_start,
        invoke_without_command=True,
    )


@click.pass_context
def _start(context: click.Context) -> None:
    """Say what to do first if nothing was asked for."""
    if context.invoked_subcommand is None and isinstance(context.command, Group):
        from bcp.cli.start import show_start

        show_start(Request(local=context.command.lang, asked=context.obj))
