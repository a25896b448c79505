"""What the screen looks like, as text that was read and found good; and that it can be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.color import Color
from textual.pilot import Pilot

from bcp.tui.app import DrillApp, Look
from bcp.tui.sheet import TONES
from bcp.tui.themes import THEMES
from bcp.tui.voice import SIGNS
from bcp.words import Lang
from tests.functional.tui.boards import FakeDesk
from tests.functional.tui.driving import (
    LARGE,
    MIDDLE,
    SMALL,
    app_of,
    drive,
    lines_of,
    press,
)

LOOKS: list[tuple[tuple[int, int], Lang, list[str]]] = [
    (SMALL, "ja", []),
    (SMALL, "en", ["3", "n", "a"]),
    (MIDDLE, "ja", ["2", "enter"]),
    (MIDDLE, "en", ["4"]),
    (LARGE, "ja", ["3"]),
    (LARGE, "en", []),
]
ENOUGH = 4.5
"""The contrast that WCAG asks of text."""


@pytest.mark.parametrize(
    ("size", "lang", "keys"),
    LOOKS,
    ids=[f"{size[0]}x{size[1]}-{lang}" for size, lang, _ in LOOKS],
)
def test_screen_looks_as_it_should(
    root: Path, size: tuple[int, int], lang: Lang, keys: list[str]
) -> None:
    """The screen is the one that was read and found good (see tests/golden/README.md)."""
    app = app_of(FakeDesk(), lang=lang)
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        await press(*keys)(pilot)
        seen.extend(f"{line.rstrip()}\n" for line in lines_of(app))

    drive(app, steps, size)
    file = f"screen-{size[0]}x{size[1]}.{lang}.txt"
    golden = Path(__file__).with_name("golden") / file
    actual = root / "tests" / "actual" / file
    if not golden.is_file() or "".join(seen) != golden.read_text(encoding="utf-8"):
        actual.parent.mkdir(exist_ok=True)
        actual.write_text("".join(seen), encoding="utf-8")
        pytest.fail(f"tests/actual/{file} differs from tests/functional/tui/golden/{file}")


def test_every_sign_takes_one_cell() -> None:
    """No sign moves a column, in either form; each stands for itself in ASCII."""
    assert {key: pair for key, pair in SIGNS.items() if [*map(cell_len, pair)] != [1, 1]} == {}
    assert all(plain.isascii() for _, plain in SIGNS.values())


def test_states_differ_by_sign() -> None:
    """What can be seen beside each other never bears the same sign, so that no colour is needed."""
    for kind in ("task-", "inject-", "phase-"):
        for form in (0, 1):
            signs = [pair[form] for key, pair in SIGNS.items() if key.startswith(kind)]
            assert len(set(signs)) == len(signs)
    for form in (0, 1):
        verdicts = [SIGNS[key][form] for key in ("up", "late", "down", "down-late", "missed")]
        reasons = [SIGNS[key][form] for key in ("damaged", "outage", "starting", "lacks")]
        assert len(set(verdicts)) == 5
        assert len(set(reasons)) == 4


def brightness(color: Color) -> float:
    parts = [
        value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4
        for value in color.normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: Color, other: Color) -> float:
    dark, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_every_tone_can_be_read(theme: str) -> None:
    """In every theme each tone stands out enough, on a plain line and under the cursor."""
    app = app_of(FakeDesk(), look=Look(theme=theme))
    found: dict[str, float] = {}

    async def steps(_: Pilot[None]) -> None:
        found.update(contrasts(app))

    drive(app, steps)

    assert {tone: value for tone, value in found.items() if value < ENOUGH} == {}
    assert len(found) == 2 * len(TONES)


def contrasts(app: DrillApp) -> dict[str, float]:
    sheet = app.desktop.sheet()
    ground = sheet.background_colors[1]
    under = ground + sheet.get_component_styles("sheet--cursor").background
    return {
        f"{tone} {name}": contrast(sheet.get_component_styles(f"sheet--{tone}").color, behind)
        for tone in TONES
        for name, behind in (("plain", ground), ("cursor", under))
    }
