"""``bcp import``: data of other formats as a workspace."""

from __future__ import annotations

import click

from bcp.cli.command import Group
from bcp.cli.options import lang_option
from bcp.words import Lang

_MODULES = {
    "excel": "import_excel",
    "csv": "import_csv",
    "netbox": "import_netbox",
    "compose": "import_compose",
    "kubernetes": "import_kubernetes",
    "graphml": "import_graphml",
    "node-link": "import_node_link",
    "itop": "import_itop",
    "glpi": "import_glpi",
    "psplib": "import_psplib",
}


def build(lang: Lang) -> click.Command:
    """Return the commands."""
    modules = {name: f"bcp.cli.commands.{module}" for name, module in _MODULES.items()}
    return Group("import", lang, modules, params=[lang_option(lang)])
