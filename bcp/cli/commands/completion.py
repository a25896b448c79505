"""``bcp completion``: the script that lets a shell complete commands, options and ids."""

from __future__ import annotations

import click

from bcp.cli.command import Argument
from bcp.cli.main import COMPLETE
from bcp.cli.options import Asked, Request
from bcp.words import Lang, say
from bcp.words.cli import WORDS

SHELLS = ("bash", "zsh", "fish")


def build(lang: Lang) -> click.Command:
    """Return the command."""
    shell = Argument(
        "shell",
        metavar="|".join(SHELLS),
        help=say(WORDS, "argument-shell", lang),
        type=click.Choice(SHELLS),
    )
    return Asked("completion", lang, run, shell, has_json=False, has_inventory=False)


def run(_: Request, shell: str) -> None:
    """Print the script."""
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    assert kind is not None
    script = kind(click.Command("bcp"), {}, "bcp", COMPLETE)
    click.echo(script.source_template % script.source_vars())
