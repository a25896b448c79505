"""What the page for managers and the annual plan are asked for alike: scenarios, since, date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bcp.cli.completing import complete_scenarios
from bcp.cli.options import Request, option, read_day, set_option, strategy_option
from bcp.words import Lang, say
from bcp.words.cli import WORDS

if TYPE_CHECKING:
    from bcp.cli.gathering import Gathered
    from bcp.cli.opening import Opened

__all__ = ["Wishes", "wish_options"]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What to gather, and what to print with it."""

    since: str | None
    """An earlier state to compare with: a folder or a revision of git."""
    scenarios: tuple[str, ...]
    """Ids or files; all of the inventory if none is named."""
    date: dt.date | None
    """The date to print; no clock is read."""
    risk: Path | None
    """What ``bcp risk --json`` printed."""
    strategy: str

    @classmethod
    def of(cls, given: dict[str, Any]) -> Wishes:
        """Take the wishes out of what a command was *given*."""
        return cls(**{field.name: given.pop(field.name) for field in fields(cls)})

    def opened(self, request: Request) -> Opened:
        """Return the inventory that is meant, so that what cannot be written is refused at once."""
        from bcp.cli.opening import meant, open_at, open_inventory

        if not self.scenarios:
            return open_inventory(request)
        return open_at(request, meant(request.inventory, self.scenarios[0])[0])

    def gathered(self, request: Request) -> Gathered:
        """Return everything there is to tell."""
        from bcp.cli.gathering import gather

        return gather(
            request,
            scenarios=self.scenarios,
            since=self.since,
            date=self.date,
            strategy=self.strategy,
            risk=self.risk,
        )


def wish_options(lang: Lang, name: str) -> Iterator[click.Option]:
    """Yield the options of the command *name*; their texts are ``option-NAME-…``."""

    def own(flag: str, *names: str, **extra: Any) -> click.Option:
        text = say(WORDS, f"option-{name}-{flag.removeprefix('--')}", lang)
        return click.Option([flag, *names], help=text, **extra)

    ids: Any = {"multiple": True, "metavar": "ID", "shell_complete": complete_scenarios}
    yield own("--since", metavar="DIR|REV")
    yield own("--scenario", "scenarios", **ids)
    yield set_option(lang)
    yield own("--date", metavar="YYYY-MM-DD", callback=read_day)
    yield own("--risk", metavar="FILE", type=click.Path(path_type=Path))
    yield strategy_option(lang)
    yield option(lang, "--force", is_flag=True)
