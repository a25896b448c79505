"""Realistic samples of every tool become the inventory that a person read and found right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bcp.exchange.foreign.compose import draw_compose
from bcp.exchange.foreign.drawn import Drawn
from bcp.exchange.foreign.glpi import draw_glpi
from bcp.exchange.foreign.graph_draw import draw_graph
from bcp.exchange.foreign.graphml import read_graphml
from bcp.exchange.foreign.itop import draw_itop
from bcp.exchange.foreign.kubernetes import draw_kubernetes
from bcp.exchange.foreign.laying import laid_out
from bcp.exchange.foreign.netbox.draw import draw_netbox
from bcp.exchange.foreign.node_link import read_node_link
from bcp.words import say
from bcp.words.foreign import WORDS

SAMPLES: dict[str, Callable[[Path], Drawn]] = {
    "netbox": lambda data: draw_netbox([data / "netbox" / "netbox.json"]),
    "compose": lambda data: draw_compose(data / "compose" / "compose.yaml"),
    "kubernetes": lambda data: draw_kubernetes([data / "kubernetes" / "portal.yaml"]),
    "itop": lambda data: draw_itop(sorted((data / "itop").glob("*.csv"))),
    "glpi": lambda data: draw_glpi(sorted((data / "glpi").glob("*.csv"))),
    "graphml": lambda data: draw_graph(read_graphml(data / "graphs" / "yed.graphml"), "needs"),
    "node-link": lambda data: draw_graph(
        read_node_link(data / "graphs" / "node-link.json"), "feeds"
    ),
}


def ledger(drawn: Drawn) -> str:
    """Return every line of the ledger, with its names."""
    rows = (
        f"{entry.sure:9}{entry.number:4} "
        f"{say(WORDS, entry.what.key, 'en', **entry.what.values)}: {', '.join(entry.names)}"
        for entry in drawn.entries
    )
    return "\n".join(rows) + "\n"


@pytest.mark.parametrize("tool", SAMPLES)
def test_golden(root: Path, tool: str) -> None:
    """Inventory, stubs and ledger are those of tests/golden/foreign."""
    data = root / "tests" / "data" / "foreign"
    drawn = SAMPLES[tool](data)
    texts = laid_out(drawn, tool, "en")
    actual = "".join(f"--- {name}\n{text}" for name, text in texts.items())
    actual += f"--- ledger\n{ledger(drawn)}"
    path = root / "tests" / "golden" / "foreign" / f"{tool}.txt"
    if not path.is_file() or actual != path.read_text(encoding="utf-8"):
        written = root / "tests" / "actual" / "foreign" / f"{tool}.txt"
        written.parent.mkdir(parents=True, exist_ok=True)
        written.write_text(actual, encoding="utf-8")
        pytest.fail(f"{written.relative_to(root)} differs from {path.relative_to(root)}")
