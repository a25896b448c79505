"""Commands whose help and complaints are in the user's language, loaded when they are called."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from typing import Any

import click

from bcp.cli.wrapping import cells, wrapped
from bcp.words import Lang, say
from bcp.words.cli import WORDS

WIDEST = 100
"""In columns: longer lines of prose are hard to read."""
_FIRST_COLUMN = 30


class Complaint(click.UsageError):
    """A wrong command line, as a key of ``bcp.words.cli`` and its values."""

    def __init__(self, key: str, ctx: click.Context | None = None, **values: object) -> None:
        super().__init__(key, ctx)
        self.key, self.values = key, values


class Argument(click.Argument):
    """An argument that is explained in the help."""

    def __init__(self, name: str, *, metavar: str, help: str, **extra: Any) -> None:  # noqa: A002
        super().__init__([name], metavar=metavar, **extra)
        self.help = help


class Command(click.Command):
    """A command in the user's language."""

    def __init__(
        self,
        name: str,
        lang: Lang,
        *,
        key: str | None = None,
        params: Sequence[click.Parameter] = (),
        callback: Callable[..., Any] | None = None,
        **extra: Any,
    ) -> None:
        self.lang = lang
        self.key = key or name
        """What its texts are found by: its name, after that of its group where that is needed."""
        super().__init__(
            name,
            params=[*params],
            callback=callback,
            help=say(WORDS, f"help-{self.key}", lang),
            options_metavar=say(WORDS, "metavar-options", lang),
            context_settings={"help_option_names": ["-h", "--help"]},
            **extra,
        )

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return click's own option with our words."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say(WORDS, "option-help", self.lang)
        return option

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help page."""
        formatter.write(_page(self, ctx, self.lang, {}))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the command line, and complain of what is left over in our words."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise Complaint("extra-arguments", ctx, rest=" ".join(rest))
        return rest


class Group(click.Group):
    """Commands, each in a module of its own that is imported when it is called."""

    def __init__(self, name: str, lang: Lang, modules: Mapping[str, str], **extra: Any) -> None:
        self.lang = lang
        self.modules = modules
        """Command to module; ``build(lang)`` there returns the command."""
        super().__init__(
            name,
            help=say(WORDS, f"help-{name}", lang),
            options_metavar=say(WORDS, "metavar-options", lang),
            subcommand_metavar=say(WORDS, "metavar-command", lang),
            context_settings={"help_option_names": ["-h", "--help"]},
            **extra,
        )

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands in the order they are meant to be met."""
        return [*self.modules]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        module = self.modules.get(cmd_name)
        if module is None:
            return None
        command: click.Command = import_module(module).build(self.lang)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is meant, or complain in our words."""
        name = args[0]
        command = self.get_command(ctx, name)
        if command is None and not ctx.resilient_parsing:
            from difflib import get_close_matches

            near = get_close_matches(name, self.modules, n=1)
            key = "no-command-near" if near else "no-command"
            known = ", ".join(self.modules)
            raise Complaint(key, ctx, name=name, nearest="".join(near), known=known)
        return name, command, args[1:]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return click's own option with our words."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say(WORDS, "option-help", self.lang)
        return option

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help page; no command is imported for it."""
        name = "" if self.name == "bcp" else f"{self.name}-"
        short = {key: say(WORDS, f"short-{name}{key}", self.lang) for key in self.modules}
        formatter.write(_page(self, ctx, self.lang, short))


def _page(
    command: click.Command, ctx: click.Context, lang: Lang, commands: Mapping[str, str]
) -> str:
    """Return the help page of *command*, whose own commands are described by *commands*."""
    width = min(shutil.get_terminal_size().columns, WIDEST)
    usage = f"{say(WORDS, 'usage', lang)} {ctx.command_path} "
    parts = [wrapped(" ".join(command.collect_usage_pieces(ctx)), width, first=usage)]
    parts.append(wrapped(command.help or "", width))
    params = command.get_params(ctx)
    arguments = [(p.make_metavar(ctx), p.help or "") for p in params if isinstance(p, Argument)]
    options = [r for p in params if (r := p.get_help_record(ctx)) and isinstance(p, click.Option)]
    for key, rows in (
        ("commands", [*commands.items()]),
        ("arguments", arguments),
        ("options", options),
    ):
        if rows:
            parts.append(say(WORDS, key, lang) + "\n" + _columns(rows, width))
    example = f"example-{getattr(command, 'key', command.name)}"
    if example in WORDS:
        parts.append(say(WORDS, "examples", lang) + "\n" + say(WORDS, example, lang))
    return "\n\n".join(parts) + "\n"


def _columns(rows: Iterable[tuple[str, str]], width: int) -> str:
    """Return *rows* in two columns, the second wrapped."""
    rows = list(rows)
    first = min(max(cells(name) for name, _ in rows), _FIRST_COLUMN)
    lines = []
    for name, text in rows:
        lead, rest = f"  {name}", " " * (first + 4)
        if cells(name) > first:
            lines.append(lead)
            lead = rest
        lead += " " * (len(rest) - cells(lead))
        lines.append(wrapped(text, width, first=lead, rest=rest))
    return "\n".join(lines)
