"""``bcp export``: an inventory and its results in other formats."""

from __future__ import annotations

import click

from bcp.cli.command import Group
from bcp.cli.options import lang_option
from bcp.words import Lang

_MODULES = {
    "excel": "export_excel",
    "csv": "export_csv",
    "graphml": "export_graphml",
    "dot": "export_dot",
    "mermaid": "export_mermaid",
    "node-link": "export_node_link",
    "json": "export_json",
    "results": "export_results",
}


def build(lang: Lang) -> click.Command:
    """Return the commands."""
    modules = {name: f"bcp.cli.commands.{module}" for name, module in _MODULES.items()}
    return Group("export", lang, modules, params=[lang_option(lang)])
