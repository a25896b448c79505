"""What every command can be asked for besides its own, and how it arrives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import click

from bcp.cli.command import Argument, Command, Complaint
from bcp.cli.completing import (
    complete_drills,
    complete_inventories,
    complete_items,
    complete_scenarios,
)
from bcp.words import LANGS, Lang, say
from bcp.words.cli import WORDS

STRATEGIES = ("slack", "rank", "optimal")


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for with the options that all commands share."""

    local: Lang
    """The language to use where the organisation has no say."""
    asked: Lang | None = None
    """The language that was asked for, if any was."""
    inventory: str | None = None
    """A folder, or the name of an inventory of the workspace."""
    no_cache: bool = False
    """Whether the files have to be read again even if nothing changed."""
    as_json: bool = False
    """Whether to print one JSON document and nothing else."""
    settings: tuple[tuple[str, str], ...] = ()
    """Values of parameters of the scenarios that are named, by name."""

    @property
    def lang(self) -> Lang:
        """The language to use as long as no organisation is known."""
        return self.asked or self.local


Run = Callable[..., int | None]
"""What a command does with a :class:`Request` and its own parameters; returns the exit status."""


class Asked(Command):
    """A command that is called with a :class:`Request`."""

    def __init__(
        self,
        name: str,
        lang: Lang,
        run: Run,
        *params: click.Parameter,
        key: str | None = None,
        has_json: bool = True,
        has_inventory: bool = True,
    ) -> None:
        self._run = run
        shared = _shared(lang, has_json=has_json, has_inventory=has_inventory)
        super().__init__(name, lang, key=key, params=[*params, *shared])

    def invoke(self, ctx: click.Context) -> int | None:
        """Run the command."""
        own = dict(ctx.params)
        request = Request(
            local=self.lang,
            asked=ctx.find_root().obj,
            inventory=own.pop("inventory", None),
            no_cache=own.pop("no_cache", False),
            as_json=own.pop("as_json", False),
            settings=own.pop("settings", ()),
        )
        return self._run(request, **own)


def _shared(lang: Lang, *, has_json: bool, has_inventory: bool) -> list[click.Option]:
    options = []
    if has_inventory:
        options += [
            option(
                lang,
                "--inventory",
                metavar=_words("metavar-dir", lang),
                shell_complete=complete_inventories,
            ),
            option(lang, "--no-cache", is_flag=True),
        ]
    if has_json:
        options.append(option(lang, "--json", "as_json", is_flag=True))
    return [*options, lang_option(lang)]


def lang_option(lang: Lang) -> click.Option:
    """Return ``--lang``; its value is found before anything is parsed, so that help obeys it."""
    return option(lang, "--lang", type=click.Choice(LANGS), expose_value=False)


def option(lang: Lang, flag: str, *names: str, **extra: Any) -> click.Option:
    """Return the option *flag*, explained by the text ``option-…`` of its name."""
    text = say(WORDS, f"option-{flag.removeprefix('--')}", lang)
    return click.Option([flag, *names], help=text, **extra)


def _words(key: str, lang: Lang) -> str:
    return say(WORDS, key, lang)


def scenario_argument(lang: Lang, *, required: bool = True) -> Argument:
    """Return SCENARIO: an id or a file."""
    key = "argument-scenario" if required else "argument-scenario-optional"
    return Argument(
        "scenario",
        metavar="SCENARIO" if required else "[SCENARIO]",
        help=_words(key, lang),
        required=required,
        shell_complete=complete_scenarios,
    )


def set_option(lang: Lang) -> click.Option:
    """Return ``--set``: values of parameters; they arrive as those of the :class:`Request`."""
    return option(
        lang,
        "--set",
        "settings",
        multiple=True,
        metavar=_words("metavar-set", lang),
        callback=_read_settings,
    )


def _read_settings(
    context: click.Context, _param: click.Parameter, values: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    """Read NAME=VALUE, as often as it was given, or complain of it."""
    found: dict[str, str] = {}
    for value in values:
        name, sign, held = (part.strip() for part in value.partition("="))
        if not (name and sign and held):
            raise Complaint("bad-set", context, value=value)
        if name in found:
            raise Complaint("set-twice", context, name=name)
        found[name] = held
    return tuple(found.items())


def drill_argument(lang: Lang) -> Argument:
    """Return DRILL: an id or a file."""
    return Argument(
        "drill",
        metavar="DRILL",
        help=_words("argument-drill", lang),
        shell_complete=complete_drills,
    )


def item_argument(lang: Lang) -> Argument:
    """Return ID: a component or function."""
    return Argument(
        "item", metavar="ID", help=_words("argument-id", lang), shell_complete=complete_items
    )


def strategy_option(lang: Lang) -> click.Option:
    """Return ``--strategy``."""
    return option(lang, "--strategy", type=click.Choice(STRATEGIES), default="slack")


def search_options(lang: Lang) -> tuple[click.Option, ...]:
    """Return what a search for the best order can be told."""
    least = click.IntRange(min=0)
    return (
        option(
            lang,
            "--time-limit",
            type=click.FloatRange(min=0, min_open=True),
            metavar=_words("metavar-seconds", lang),
        ),
        option(lang, "--effort", type=click.IntRange(min=1), metavar="N"),
        click.Option(["--seed"], type=least, metavar="N", help=_words("option-search-seed", lang)),
        option(lang, "--hold-back", is_flag=True),
    )


def all_option(lang: Lang) -> click.Option:
    """Return ``--all``."""
    return option(lang, "--all", "show_all", is_flag=True)


def read_day(context: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """Read the day that an option was given, or complain of it."""
    try:
        return None if value is None else date.fromisoformat(value)
    except ValueError:
        raise Complaint("bad-day", context, name=param.opts[0], value=value) from None


def several_option(lang: Lang, flag: str, known: Sequence[str]) -> click.Option:
    """Return an option that takes some of a few words, separated by commas or repeated."""

    def split(
        context: click.Context, param: click.Parameter, values: tuple[str, ...]
    ) -> tuple[str, ...]:
        words = [word.strip() for value in values for word in value.split(",") if word.strip()]
        for word in words:
            if word not in known:
                rest = {"value": word, "known": ", ".join(known)}
                raise Complaint("bad-choice", context, name=param.opts[0], **rest)
        return tuple(word for word in known if word in words)

    return option(lang, flag, multiple=True, metavar="|".join(known), callback=split)
