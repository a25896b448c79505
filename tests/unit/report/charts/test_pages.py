"""Every picture: whole on its sheet, nothing on top of anything, the same every time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

import matplotlib as mpl
import pytest
from PIL import Image
from pypdf import PdfReader

from bcp.inventory.models import Inventory
from bcp.outlook.outlook import Outlook
from bcp.recovery.priority import priority
from bcp.report.charts.crews import crews_view, draw_crews
from bcp.report.charts.curve import MOST, curve_view, draw_curve
from bcp.report.charts.heatmap import draw_heatmap, heatmap_view
from bcp.report.charts.inks import BEYOND, CALM, KEPT, LATE, WITHIN
from bcp.report.charts.picture import SHEETS, Drawn, Picture, Size, Source, picture_of
from bcp.report.charts.priority import Play, draw_priority, priority_view
from bcp.report.charts.timeline import MOST_ROWS, draw_timeline, timeline_view
from bcp.report.risk import Risk, Spread
from bcp.units import HOUR
from bcp.words import LANGS, Lang
from tests.support.outlooks import BOTH, NEVER, NOTHING, TOWN, outlook, played, town
from tests.support.sheets import lightness, sides_of, words_on, words_on_words, words_outside
from tests.support.tiny import inventory_of

SOURCE = Source("town 1234abcd", "0.1.0", scenario="both", strategy="slack", seed=7, runs=1000)
LONG = "後期高齢者医療被保険者証及び限度額適用・標準負担額減額認定証の再交付申請の受付"
Draw = Callable[[Size, Lang], Drawn]


def crowd(number: int = 70, name: str = "住民票の写しの交付") -> Inventory:
    """Return many components, functions and teams that all depend on each other in a row."""
    held = range(number)
    components = [f"- {{id: c{n}, name: {name}{n}, procedure: p{n % 20}}}" for n in held]
    functions = [f"- {{id: f{n}, name: {name}{n}, rto: {n + 1}h, requires: [c{n}]}}" for n in held]
    teams = [f"- {{id: t{n}, name: {name}{n}, size: 2}}" for n in range(20)]
    procedures = [
        f"- {{id: p{n}, tasks: [{{id: a, crew: {{t{n}: 1}}, duration: {n + 1}h}}]}}"
        for n in range(20)
    ]
    sections = {
        "components": components,
        "functions": functions,
        "teams": teams,
        "procedures": procedures,
    }
    text = "\n".join(f"{key}:\n  " + "\n  ".join(rows) for key, rows in sections.items())
    return inventory_of(f"organisation: {{id: town, name: {name}}}\n{text}")


ALL_DOWN = f"""
scenario: {{id: both, name: {LONG}, horizon: 90d}}
events: [{{at: 0h, damage: {{select: {{id: [{", ".join(f"c{n}" for n in range(70))}]}}}}}}]
"""


def priority_all(size: Size, lang: Lang) -> Drawn:
    return draw_priority(priority_view(priority(town()), town(), lang, source=SOURCE), size)


def priority_of(text: str, inventory: Inventory, most: tuple[int, int] | None) -> Draw:
    def draw(size: Size, lang: Lang) -> Drawn:
        scenario, result = played(text, inventory)
        play = Play(scenario.scenario, result.horizon, result.functions)
        rows = result.order
        view = priority_view(rows, inventory, lang, played=play, most=most, source=SOURCE)
        return draw_priority(view, size)

    return draw


def curve_of(*texts: str, is_full: bool = False) -> Draw:
    def draw(size: Size, lang: Lang) -> Drawn:
        outlooks = [outlook(text) for text in texts]
        band = ((0, 0.1, 0.6), (4 * HOUR, 0.3, 1.0))
        risks = {"both": Risk("both", 1000, 7, Spread(1, 1, 2, 3), {}, band)}
        after = {"both": outlook(NEVER).curve}
        more: dict[str, Any] = {"after": after, "risks": risks} if is_full else {}
        more["most"] = MOST[size]
        view = curve_view(outlooks, town(), lang, source=SOURCE, **more)
        return draw_curve(view, size)

    return draw


def crews_of(text: str, inventory: Inventory, most: int | None = 14) -> Draw:
    def draw(size: Size, lang: Lang) -> Drawn:
        scenario, result = played(text, inventory)
        shown = 6 if size == "slide" else most
        view = crews_view(result.tasks, inventory, scenario, lang, most=shown, source=SOURCE)
        return draw_crews(view, size)

    return draw


def heatmap_of(outlooks: list[Outlook], inventory: Inventory, *, is_whole: bool = False) -> Draw:
    def draw(size: Size, lang: Lang) -> Drawn:
        most = None if is_whole else {"a4": (60, 14), "slide": (14, 8)}[size]
        return draw_heatmap(heatmap_view(outlooks, inventory, lang, most=most, source=SOURCE), size)

    return draw


def many(inventory: Inventory) -> list[Outlook]:
    """Return a score of scenarios of different names."""
    held = outlook(ALL_DOWN, inventory)
    heads = [held.head.model_copy(update={"id": f"s{n}"}) for n in range(20)]
    return [
        replace(held, scenario=held.scenario.model_copy(update={"scenario": head}))
        for head in heads
    ]


def timeline_of(text: str, inventory: Inventory) -> Draw:
    def draw(size: Size, lang: Lang) -> Drawn:
        scenario, result = played(text, inventory)
        most = MOST_ROWS[size]
        view = timeline_view(result, inventory, scenario, lang, most=most, source=SOURCE)
        return draw_timeline(view, size)

    return draw


DRAWS: dict[str, Draw] = {
    "timeline": timeline_of(BOTH, town()),
    "timeline-crowd": timeline_of(ALL_DOWN, crowd()),
    "priority": priority_all,
    "priority-both": priority_of(BOTH, town(), (14, 22)),
    "priority-never": priority_of(NEVER, town(), (14, 22)),
    "priority-none": priority_of(NOTHING, town(), (14, 22)),
    "priority-crowd": priority_of(ALL_DOWN, crowd(name=LONG), (5, 9)),
    "curve": curve_of(BOTH),
    "curve-full": curve_of(BOTH, is_full=True),
    "curve-two": curve_of(BOTH, NEVER, is_full=True),
    "curve-twelve": curve_of(*[BOTH, NEVER, NOTHING] * 4),
    "curve-none": curve_of(NOTHING),
    "crews": crews_of(BOTH, town()),
    "crews-none": crews_of(NOTHING, town()),
    "crews-crowd": crews_of(ALL_DOWN, crowd()),
    "heatmap": heatmap_of([outlook(BOTH), outlook(NEVER), outlook(NOTHING)], town()),
    "heatmap-one": heatmap_of([outlook(BOTH)], town()),
    "heatmap-none": heatmap_of([], town()),
    "heatmap-crowd": heatmap_of(many(crowd()), crowd()),
}
SIZES: tuple[Size, ...] = ("a4", "slide")


@pytest.fixture(scope="module", params=[(name, size) for name in DRAWS for size in SIZES], ids=str)
def case(request: pytest.FixtureRequest) -> tuple[Drawn, Size]:
    """Return each picture at each size: Japanese on paper, English on a slide."""
    name, size = request.param
    with mpl.rc_context():
        return DRAWS[name](size, "ja" if size == "a4" else "en"), size


def test_no_words_are_cut_off_or_lie_on_others(case: tuple[Drawn, Size]) -> None:
    """Whatever the names and numbers: every word is on the sheet, and none on another."""
    drawn, _ = case

    assert words_outside(drawn) == []
    assert words_on_words(drawn) == []


def test_the_sheet_has_the_size_that_was_asked_for(case: tuple[Drawn, Size]) -> None:
    """A slide is exactly that; a paper is as wide as A4, lying or upright, and no longer."""
    drawn, size = case
    width, height = sides_of(drawn)
    asked = tuple(round(side) for side in SHEETS[size])

    if size == "slide":
        assert (width, height) == asked
    else:
        assert width in asked
        assert height <= sum(asked) - width


def test_title_and_source_are_on_the_sheet(case: tuple[Drawn, Size]) -> None:
    """The finding stands above, the source below, and all of it is there in words."""
    drawn, _ = case
    words = words_on(drawn)

    assert any(text and drawn.title.startswith(text) for text in words)
    assert any("town 1234abcd" in text and "0.1.0" in text for text in words)
    assert len(drawn.text) > 20
    assert drawn.missing == ""


@pytest.mark.parametrize("name", ["priority-both", "curve-full", "crews", "heatmap"])
@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf"])
def test_the_same_picture_is_the_same_bytes(name: str, suffix: str) -> None:
    """No date, no program, no setting of the user: two pictures of one view are one file."""

    def picture() -> Picture:
        return picture_of(lambda: DRAWS[name]("slide", "ja"), suffix)

    first = picture()
    with mpl.rc_context({"font.size": 30, "hatch.linewidth": 5, "savefig.dpi": 50}):
        assert picture() == first
    assert b"atplotlib" not in first.data
    READ[suffix](first)


def _png(picture: Picture) -> None:
    with Image.open(BytesIO(picture.data)) as image:
        assert image.size == (2666, 1500)
        assert image.info["Title"] == picture.title


def _svg(picture: Picture) -> None:
    root = ET.fromstring(picture.data)  # noqa: S314
    assert [root[0].text, root[1].text] == [picture.title, picture.text]
    assert "text" not in {element.tag.rpartition("}")[2] for element in root.iter()}


def _pdf(picture: Picture) -> None:
    reader = PdfReader(BytesIO(picture.data))
    assert len(reader.pages) == 1
    box = reader.pages[0].mediabox
    assert (round(box.width), round(box.height)) == (960, 540)
    assert reader.metadata is not None
    assert reader.metadata.title == picture.title


READ = {".png": _png, ".svg": _svg, ".pdf": _pdf}


@pytest.mark.parametrize("lang", LANGS)
def test_a_letter_that_no_font_has_is_told(lang: Lang) -> None:
    """It is drawn as 〓, explained on the sheet, and handed back."""
    inventory = inventory_of(TOWN.replace("name: サーバ, name_en: Server", "name: 𠮷野"))
    held = priority_view(priority(inventory), inventory, lang)
    with mpl.rc_context():
        drawn = draw_priority(held)
        words = words_on(drawn)

    assert drawn.missing == "𠮷"
    assert "〓野" in words
    assert any(text.startswith("〓") and text != "〓野" for text in words)


def test_neighbours_differ_in_grey() -> None:
    """What touches in a bar or a strip is told apart without colour."""
    pairs = [(WITHIN, LATE), (LATE, BEYOND), (WITHIN, KEPT), (CALM, "#4A6A8A")]

    assert min(abs(lightness(a) - lightness(b)) for a, b in pairs) > 10


@pytest.fixture
def _settings() -> Iterator[None]:
    before = dict(mpl.rcParams)
    yield
    assert dict(mpl.rcParams) == before


@pytest.mark.usefixtures("_settings")
def test_no_setting_of_the_user_is_changed() -> None:
    """Whoever uses matplotlib in the same process finds it as it was."""
    picture_of(lambda: DRAWS["curve"]("a4", "ja"), ".svg")
