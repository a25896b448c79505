"""The picture itself: whole, readable, the same every time."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox
from numpy.typing import NDArray
from PIL import Image

from bcp.report.charts.picture import Picture, save_picture
from bcp.report.charts.timeline import TimelineView, draw_timeline
from bcp.report.charts.timeline.signs import KEPT, LOST, UP
from tests.support.timelines import FUNCTION, HIT, many, view_of

WORKED = FUNCTION[:-1] + ", department: 市民課, workaround: {after: 1h, for: 1d, level: 30%}}"
NOTHING = "- {at: 0h, outage: {select: {id: spare}, for: 1h}}"
LONG = "後期高齢者医療被保険者証及び限度額適用・標準負担額減額認定証の再交付申請の受付"
A4 = (842, 595)

VIEWS = {
    "one": lambda: view_of([WORKED], head="starts: 2026-11-23T02:00"),
    "none": lambda: view_of(events=[NOTHING]),
    "empty": lambda: view_of([]),
    "never": lambda: view_of(events=["- {at: 0h, outage: {select: {id: db}}}"]),
    "english": lambda: view_of([WORKED], head="starts: 2026-11-23T02:00", lang="en"),
    "page": lambda: view_of(many(20, name=LONG), head="starts: 2026-11-23T02:00"),
    "full": lambda: view_of(many(60, name=LONG), head="starts: 2026-11-23T02:00"),
    "all": lambda: view_of(many(80), show_all=True),
    "title": lambda: view_of(head=f"name: {LONG * 3}"),
    "odd": lambda: view_of(['{id: f, name: "<b>$x^2$ & 𠮷", rto: 3h, requires: [db]}']),
    "flicker": lambda: view_of(
        events=[
            f"- {{at: {at * 20}m, outage: {{select: {{id: db}}, for: 3m}}}}" for at in range(300)
        ]
    ),
    "long": lambda: view_of(
        ["{id: f, rto: 60d, mtpd: 90d, requires: [db]}"],
        ["- {at: 40d, outage: {select: {id: db}, for: 20d}}"],
        head="horizon: 365d, starts: 2026-11-23T02:00",
    ),
}


@pytest.fixture(scope="module", params=sorted(VIEWS))
def figure(request: pytest.FixtureRequest) -> Figure:
    return figure_of(VIEWS[str(request.param)]())


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with a picture of one function, in both formats."""
    folder = tmp_path_factory.mktemp("one")
    for suffix in ("png", "svg"):
        assert save(VIEWS["one"](), folder / f"one.{suffix}").missing == ""
    return folder


def figure_of(view: TimelineView) -> Figure:
    """Return the page, drawn once: a letter without a shape would be a warning, so an error."""
    with mpl.rc_context():
        figure = draw_timeline(view).pen._figure
        FigureCanvasAgg(figure).draw()  # type: ignore[no-untyped-call]
    return figure


def save(view: TimelineView, path: Path) -> Picture:
    return save_picture(lambda: draw_timeline(view), path)


def boxes_of(figure: Figure) -> list[tuple[Text, Bbox]]:
    renderer = FigureCanvasAgg(figure).get_renderer()  # type: ignore[no-untyped-call]
    texts = [text for text in figure.findobj(Text) if text.get_text()]
    return [(text, text.get_window_extent(renderer)) for text in texts]


def test_no_words_overlap_or_are_cut(figure: Figure) -> None:
    """Whatever the names and numbers: every word is on the page, and none is on another."""
    boxes = boxes_of(figure)
    page = figure.bbox

    outside = [
        text.get_text()
        for text, box in boxes
        if not (page.contains(*box.min) and page.contains(*box.max))
    ]
    overlapping = [
        (first.get_text(), second.get_text())
        for (first, one_box), (second, other) in combinations(boxes, 2)
        if one_box.padded(-1).overlaps(other.padded(-1))
    ]

    assert outside == []
    assert overlapping == []


def test_it_fits_on_a_sheet_of_a4(figure: Figure, request: pytest.FixtureRequest) -> None:
    """Unless all rows are asked for, the page is no larger than A4, lying or upright."""
    width, height = (figure.get_size_inches() * 72).round()

    assert width in A4
    assert bool(height <= sum(A4) - width) is not request.node.name.endswith("[all]")


def test_what_cannot_be_drawn_is_returned_and_said(tmp_path: Path) -> None:
    """A letter that no font has is handed back, and explained on the page."""
    view = VIEWS["odd"]()

    assert save(view, tmp_path / "a.svg").missing == "𠮷"
    texts = [text.get_text() for text in figure_of(view).findobj(Text)]
    assert "<b>$x^2$ & 〓" in texts
    assert any(text.startswith("〓 は") for text in texts)


def test_the_png_holds_a_picture(one: Path) -> None:
    """A4 wide at 200 dots an inch, and every sign in its colour."""
    with Image.open(one / "one.png") as image:
        assert image.width == 2338
        found = set(image.convert("RGB").get_flattened_data())

    assert {_rgb(colour) for colour in (*LOST.values(), KEPT, UP, "#FFFFFF")} <= found


def test_late_comes_after_within_and_beyond_after_late(one: Path) -> None:
    """From left to right the bar grows darker."""
    with Image.open(one / "one.png") as image:
        pixels = np.asarray(image.convert("RGB"))

    firsts = [_left_of_highest(pixels, LOST[lateness]) for lateness in LOST]

    assert firsts == sorted(firsts)
    assert len(set(firsts)) == 3


def _rgb(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue


def _left_of_highest(pixels: NDArray[np.uint8], colour: str) -> int:
    """Return where a colour begins in the highest line that has it: above the legend."""
    ys, xs = np.nonzero((pixels == _rgb(colour)).all(axis=2))
    return int(xs[ys == ys.min()].min())


def test_grey_tells_the_lateness() -> None:
    """Printed in black and white, the later is clearly the darker."""
    greys = [_lightness(LOST[lateness]) for lateness in ("within", "late", "beyond")]

    assert greys[0] - greys[1] > 10
    assert greys[1] - greys[2] > 10


def _lightness(colour: str) -> float:
    """Return L* of the CIE: 0 is black, 100 white."""
    shares = [part / 255 for part in _rgb(colour)]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else math.pow((share + 0.055) / 1.055, 2.4)
        for share in shares
    )
    return 116 * math.cbrt(0.2126 * red + 0.7152 * green + 0.0722 * blue) - 16


def test_the_svg_is_whole_and_needs_no_font(one: Path) -> None:
    """It is XML, its letters are shapes, and it says in words what it shows."""
    root = ET.parse(one / "one.svg").getroot()  # noqa: S314
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}

    assert "path" in tags
    assert "text" not in tags
    assert root[0].text == "試験: 業務がRTOに間に合わない"
    assert "住民票（市民課）: × MTPD超過" in str(root[1].text)


def test_the_png_says_what_it_shows(one: Path) -> None:
    """Its title and text are in the file, for those who hear it."""
    with Image.open(one / "one.png") as image:
        assert image.info["Title"] == "試験: 業務がRTOに間に合わない"
        assert "× MTPD超過" in image.info["Description"]


@pytest.mark.parametrize("suffix", ["png", "svg"])
def test_the_same_view_gives_the_same_bytes(one: Path, tmp_path: Path, suffix: str) -> None:
    """No date, no program, no chance: two pictures of one view are the same file."""
    again = tmp_path / f"again.{suffix}"
    with mpl.rc_context({"font.size": 30, "axes.facecolor": "red", "savefig.dpi": 50}):
        save(VIEWS["one"](), again)

    data = again.read_bytes()
    assert data == (one / f"one.{suffix}").read_bytes()
    assert b"Matplotlib" not in data


@pytest.mark.parametrize("suffix", [".PNG", ".Svg"])
def test_a_suffix_may_be_large(tmp_path: Path, suffix: str) -> None:
    """The format is told by the suffix, in whatever letters."""
    save(VIEWS["none"](), tmp_path / f"a{suffix}")

    assert (tmp_path / f"a{suffix}").stat().st_size > 1000


def test_another_suffix_is_refused_before_anything_is_drawn(tmp_path: Path) -> None:
    """A format it does not know is an error, and makes no file."""
    with pytest.raises(ValueError, match="gif"):
        save(VIEWS["none"](), tmp_path / "a.gif")

    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def _settings() -> Iterator[None]:
    before = dict(mpl.rcParams)
    yield
    assert dict(mpl.rcParams) == before


@pytest.mark.usefixtures("_settings")
def test_no_setting_of_the_user_is_changed(tmp_path: Path) -> None:
    """Whoever uses matplotlib in the same process finds it as it was."""
    save(VIEWS["none"](), tmp_path / "a.svg")


def test_a_hit_is_visible_however_short() -> None:
    """An outage of a minute on an axis of weeks is still drawn."""
    long = "- {at: 20d, outage: {select: {id: net}, for: 1d}}"
    view = view_of(
        [FUNCTION, FUNCTION.replace("id: f", "id: g").replace("[db]", "[net]")],
        [HIT.replace("2d", "1m").replace("0h", "10d"), long],
    )

    paths = [path for held in figure_of(view).axes[0].collections for path in held.get_paths()]

    assert min(path.get_extents().width for path in paths) >= 0.8 - 1e-9
