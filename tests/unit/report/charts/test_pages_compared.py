"""The map, the spread, benefits and years on their sheets: whole, in words, always the same."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import matplotlib as mpl
import pytest

from bcp.graph.network import build_network
from bcp.inventory.models import Inventory
from bcp.outlook.changes import Changes
from bcp.outlook.effects import Effect
from bcp.report.charts.benefit import benefit_view, draw_benefit
from bcp.report.charts.map import draw_map, map_view
from bcp.report.charts.map.signs import KINDS
from bcp.report.charts.picture import SHEETS, Drawn, Size, Source, picture_of
from bcp.report.charts.spread import draw_spread, spread_view
from bcp.report.charts.spread.view import MOST_ROWS
from bcp.report.charts.years import draw_years, years_view
from bcp.report.risk import Chance, Risk, Spread
from bcp.units import HOUR
from bcp.words import Lang
from benchmarks.synthetic import inventory as synthetic
from tests.support.outlooks import BOTH, NEVER, NOTHING, TOWN, outlook, played, town
from tests.support.sheets import lightness, sides_of, words_on, words_on_words, words_outside
from tests.support.tiny import inventory_of

SOURCE = Source("town 1234abcd", "0.1.0", scenario="both", strategy="slack", seed=7, runs=1000)
LONG = "後期高齢者医療被保険者証及び限度額適用・標準負担額減額認定証の再交付申請の受付"
Draw = Callable[[Size, Lang], Drawn]


def map_of(inventory: Inventory, of: str | None = None, text: str | None = None) -> Draw:
    def draw(size: Size, lang: Lang) -> Drawn:
        held = None
        if text is not None:
            scenario, result = played(text, inventory)
            held = scenario.scenario, result
        network = build_network(inventory)
        view = map_view(network, lang, of=of, played=held, source=SOURCE)
        return draw_map(view, size)

    return draw


def rows(number: int, name: str) -> Inventory:
    held = "\n".join(
        f"  - {{id: f{n}, name: {name}{n}, rank: A, rto: {n + 1}h, mtpd: {n + 9}h}}"
        for n in range(number)
    )
    return inventory_of(f"organisation: {{id: town}}\nfunctions:\n{held}")


def spread_of(number: int, name: str = "窓口", p10: float | None = 0.5) -> Draw:
    def draw(size: Size, lang: Lang) -> Drawn:
        chances = {
            f"f{n}": Chance(
                1,
                n / max(number - 1, 1),
                None,
                Spread(0, HOUR * (n + 1), 3 * HOUR * (n + 1), 9 * HOUR * (n + 1), p10),
            )
            for n in range(number)
        }
        risk = Risk("both", 1000, 7, Spread(1, 2, 3, 4), chances)
        head = played(BOTH)[0].scenario
        inventory = rows(number, name) if number else town()
        view = spread_view(risk, head, inventory, lang, most=MOST_ROWS[size], source=SOURCE)
        return draw_spread(view, size)

    return draw


def benefit_of(number: int, name: str = "対策", aside: int = 0) -> Draw:
    def draw(size: Size, lang: Lang) -> Drawn:
        costs = [f", cost: {(n * 7 % 13) * 500000}" for n in range(number)] + [""] * aside
        text = "\n".join(f"  - {{id: m{n}, name: {name}{n}{cost}}}" for n, cost in enumerate(costs))
        inventory = inventory_of(f"{TOWN}measures:\n{text}" if costs else TOWN)
        effects = [
            Effect(f"m{n}", {"both": (Fraction(900), Fraction(950 - n * 5 % 70))}, {}, {})
            for n in range(number + aside)
        ]
        return draw_benefit(
            benefit_view(effects, inventory, {"both": 0.01}, lang, source=SOURCE), size
        )

    return draw


def years_of(*texts: str, before: str = TOWN, label: str = "2025年度") -> Draw:
    def draw(size: Size, lang: Lang) -> Drawn:
        earlier = inventory_of(before)
        then = {held.head.id: held for held in (outlook(text, earlier) for text in texts)}
        changes = Changes(label, earlier, "e" * 32, then, ())
        outlooks = [outlook(text) for text in texts]
        return draw_years(years_view(changes, outlooks, town(), lang, source=SOURCE), size)

    return draw


SLOWER = TOWN.replace("duration: 6h", "duration: 90h").replace("{id: desk", "{id: counter")
NAMED = TOWN.replace("name: サーバ", f"name: {LONG}")
DRAWS: dict[str, Draw] = {
    "map": map_of(town()),
    "map-scenario": map_of(town(), text=BOTH),
    "map-of": map_of(town(), of="books"),
    "map-names": map_of(inventory_of(NAMED)),
    "map-empty": map_of(inventory_of("{}")),
    "map-large": map_of(synthetic(400)),
    "spread": spread_of(5),
    "spread-one": spread_of(1, p10=None),
    "spread-crowd": spread_of(60, LONG),
    "spread-none": spread_of(0),
    "benefit": benefit_of(6),
    "benefit-aside": benefit_of(2, aside=3),
    "benefit-only-aside": benefit_of(0, aside=2),
    "benefit-crowd": benefit_of(40, LONG, aside=3),
    "benefit-none": benefit_of(0),
    "years": years_of(BOTH, before=SLOWER),
    "years-several": years_of(BOTH, NEVER, NOTHING, before=SLOWER, label="x" * 90),
    "years-unhit": years_of(NOTHING),
    "years-none": years_of(),
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
    """A slide is exactly that; a paper is A4 or A3 and no longer."""
    drawn, size = case
    width, height = sides_of(drawn)

    if size == "slide":
        assert (width, height) == tuple(round(side) for side in SHEETS["slide"])
    else:
        assert width in {round(SHEETS[sheet][0]) for sheet in ("a4", "a3")}
        assert height <= width / 2**0.5 + 1


def test_title_and_source_are_on_the_sheet(case: tuple[Drawn, Size]) -> None:
    """The finding stands above, the source below, and all of it is there in words."""
    drawn, _ = case
    words = words_on(drawn)

    assert any(text and drawn.title.startswith(text) for text in words)
    assert any("town 1234abcd" in text and "0.1.0" in text for text in words)
    assert drawn.text.startswith(drawn.title)
    assert drawn.missing == ""


@pytest.mark.parametrize("name", ["map", "spread", "benefit", "years"])
@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf"])
def test_the_same_picture_is_the_same_bytes(name: str, suffix: str) -> None:
    """No date, no program, no setting of the user: two pictures of one view are one file."""
    first = picture_of(lambda: DRAWS[name]("a4", "en"), suffix)
    with mpl.rc_context({"font.size": 30, "hatch.linewidth": 5, "savefig.dpi": 50}):
        assert picture_of(lambda: DRAWS[name]("a4", "en"), suffix) == first


def test_letters_on_signs_can_be_read_in_grey() -> None:
    """White letters stand on every colour of a kind with enough contrast."""
    assert max(lightness(ink) for ink in KINDS.values()) < 55


def test_hostile_names_stay_text() -> None:
    """Nothing in a name is markup or a formula, in a title neither."""
    text = TOWN.replace("name: サーバ, name_en: Server", 'name: "<b>$x^2$ & {0}", name_en: "<i>"')
    svg = picture_of(lambda: map_of(inventory_of(text))("a4", "ja"), ".svg").data

    assert b"<b>" not in svg
    assert b"&lt;b&gt;$x^2$ &amp; {0}" in svg
