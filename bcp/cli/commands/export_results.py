"""``bcp export results``: what came out of a simulation as tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from bcp.cli.command import Complaint
from bcp.cli.options import Asked, Request, scenario_argument, set_option, strategy_option
from bcp.cli.taking_in import own_option
from bcp.words import Lang, say
from bcp.words.cli import WORDS

_FORMATS = ("csv", "json")


def build(lang: Lang) -> click.Command:
    """Return the command."""
    return Asked(
        "results",
        lang,
        run,
        scenario_argument(lang),
        set_option(lang),
        strategy_option(lang),
        own_option(
            lang,
            "option-export-results-format",
            "--format",
            "form",
            type=click.Choice(_FORMATS),
            default="csv",
        ),
        own_option(
            lang,
            "option-export-results-output",
            "--output",
            "-o",
            metavar=say(WORDS, "metavar-dir", lang),
            type=click.Path(path_type=Path),
        ),
        key="export-results",
    )


def run(request: Request, scenario: str, strategy: str, form: str, output: Path | None) -> None:
    """Play the scenario and write the tables."""
    from bcp.cli.opening import open_scenario
    from bcp.cli.planning import Asking, strategy_of
    from bcp.cli.printing import print_json
    from bcp.cli.taking_in import write_together
    from bcp.exchange.graphs.results import csv_bytes, json_bytes, result_tables
    from bcp.recovery.simulate import simulate

    opened, loaded = open_scenario(request, scenario)
    folder = output or Path(f"{loaded.scenario.scenario.id}-results")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Complaint("import-not-empty", None, target=folder)
    chosen: Any = strategy_of(strategy, opened.lang, Asking())
    result = simulate(opened.loaded.inventory, loaded.scenario, chosen)
    tables = result_tables(result, opened.names)
    files = {
        f"{table.name}.{form}": csv_bytes(table, opened.lang)
        if form == "csv"
        else json_bytes(table, result)
        for table in tables
    }
    paths = write_together(folder, files)
    if request.as_json:
        rows = {table.name: len(table.rows) for table in tables}
        print_json({"files": [str(path) for path in paths], "rows": rows})
    else:
        for path in paths:
            click.echo(str(path))
