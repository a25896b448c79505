"""``bcp chart``: pictures."""

from __future__ import annotations

import click

from bcp.cli.command import Group
from bcp.words import Lang


def build(lang: Lang) -> click.Command:
    """Return the commands."""
    return Group("chart", lang, {"timeline": "bcp.cli.commands.timeline"})
