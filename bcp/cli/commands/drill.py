"""``bcp drill``: prepare, run and review drills."""

from __future__ import annotations

import click

from bcp.cli.command import Group
from bcp.cli.options import lang_option
from bcp.words import Lang

COMMANDS: dict[str, str] = {
    "new": "bcp.cli.commands.drill_new",
    "msel": "bcp.cli.commands.drill_msel",
    "run": "bcp.cli.commands.drill_run",
    "resume": "bcp.cli.commands.drill_resume",
    "watch": "bcp.cli.commands.drill_watch",
    "serve": "bcp.cli.commands.drill_serve",
    "report": "bcp.cli.commands.drill_report",
    "list": "bcp.cli.commands.drill_list",
    "learn": "bcp.cli.commands.drill_learn",
    "improve": "bcp.cli.commands.drill_improve",
}
"""Each command, and the module that builds it."""


def build(lang: Lang) -> click.Command:
    """Return the commands."""
    return Group("drill", lang, COMMANDS, params=[lang_option(lang)])
