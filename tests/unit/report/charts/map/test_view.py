"""What the picture of the dependency map says, worked out by hand."""

from __future__ import annotations

import pytest

from bcp.graph.network import build_network
from bcp.report.charts.map import map_view
from bcp.report.charts.map.page import fitted
from bcp.report.charts.map.plan import LABEL
from bcp.report.charts.map.sentences import description, headline
from bcp.report.charts.picture import ZOOMS
from benchmarks.synthetic import inventory as synthetic
from tests.support.outlooks import BOTH, played, town
from tests.support.tiny import inventory_of


def test_the_title_names_what_stops_most() -> None:
    """Server and line stop two of three functions each; the spare stops none."""
    view = map_view(build_network(town()), "ja")

    assert view.stops == {"server": 2, "network": 2}
    assert view.worst == ("server", "network")
    expected = "町の依存関係: 「サーバ」だけでも、長く止まると3業務のうち2業務が止まる（同じ影響のものがほかに1件）"
    assert headline(view) == expected


def test_a_building_is_named_only_if_nothing_else_stops_anything() -> None:
    """A site always stops everything in it: that is no finding."""
    text = """
    components: [{id: hall, kind: site}, {id: db, kind: data, requires: [hall]}]
    functions: [{id: f, requires: [db]}, {id: g, requires: [hall]}]
    """
    view = map_view(build_network(inventory_of(text)), "en")

    assert view.stops == {"hall": 2, "db": 1}
    assert view.worst == ("db",)


def test_spares_leave_nothing_to_name() -> None:
    """Where each has a spare, the title says that no single loss stops anything."""
    text = "{components: [{id: a}, {id: b}], functions: [{id: f, requires: [{any_of: [a, b]}]}]}"
    view = map_view(build_network(inventory_of(text)), "en")

    assert view.worst == ()
    assert headline(view).endswith("the loss of no single thing stops any of the 1 functions")


def test_one_thing_in_its_surroundings() -> None:
    """The server rests on nothing, serves two functions and stops both; the web is not shown."""
    view = map_view(build_network(town()), "ja", of="server")

    assert view.only == frozenset({"server", "desk", "books"})
    assert view.centre is not None
    assert (view.centre.needs, view.centre.functions, view.centre.stops) == (0, 2, 2)
    books = map_view(build_network(town()), "ja", of="books").centre
    assert books is not None
    assert (books.is_function, books.needs, books.alone) == (True, 2, 2)


def test_a_scenario_marks_what_it_hits() -> None:
    """Server and line are damaged, the desk and no other function is late."""
    scenario, result = played(BOTH)
    view = map_view(build_network(town()), "ja", played=(scenario.scenario, result))

    assert view.struck is not None
    assert view.struck.states == {
        "server": "damaged",
        "network": "damaged",
        "desk": "late",
        "web": "down",
        "books": "down",
    }
    struck = view.struck
    assert (struck.damaged, struck.down, struck.stopped, struck.late) == (2, 0, 3, 1)
    _, layout, _ = fitted(view, "a4")
    assert "サーバ: × 損傷する" in description(view, layout)


@pytest.mark.parametrize("size", ["a4", "slide"])
@pytest.mark.parametrize("number", [30, 1500])
def test_letters_can_be_read(number: int, size: str) -> None:
    """At least 5 points on paper, 6.5 on a slide, however much there is to show."""
    sizes = {"a4": ("a4", "a3"), "slide": ("slide",)}[size]
    view = map_view(build_network(synthetic(number)), "ja")

    sheet, layout, frame = fitted(view, "a4" if size == "a4" else "slide")

    assert sheet in sizes
    scale = min(frame.width / layout.width, frame.most / layout.height)
    assert scale * LABEL * ZOOMS[sheet] >= (5 if size == "a4" else 6.5)
    assert len(layout.nodes) >= min(number, 12)
