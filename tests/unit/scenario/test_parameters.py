"""Parameters: `$name` in a scenario file stands for a value that can be set anew."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcp.errors import InputError
from bcp.scenario.load import LoadedScenario, load_scenario, read_head, read_outline
from bcp.units import DAY, HOUR, format_duration
from bcp.words import LANGS, say
from bcp.words.faults import WORDS

from .conftest import INVENTORY, Faults, Load, ground, write

TEXT = """\
scenario: {id: quake, horizon: $far, teaches: 費用は $power ではない}
parameters:
- {id: far, name: 期間, default: 20d}
- {id: power, name: 停電, name_en: blackout, default: 3d, source: 実績}
- {id: hit, name: 割合, default: 50%}
events:
- {at: $power, damage: {select: {tag: core}, share: $hit}}
- {at: 0h, outage: {select: {id: cloud}, for: $power}}
"""
HEAD = "scenario: {id: quake}\n"


def loaded(folder: Path, text: str, **wanted: str) -> LoadedScenario:
    return load_scenario(write(folder, text), ground(folder, INVENTORY), wanted)


def refused(folder: Path, text: str, **wanted: str) -> list[tuple[int, str, str]]:
    with pytest.raises(InputError) as caught:
        loaded(folder, text, **wanted)
    for fault in caught.value.faults:
        for lang in LANGS:
            assert say(WORDS, fault.key, lang, **fault.values)
    return [(fault.line, fault.where, fault.key) for fault in caught.value.faults]


def test_defaults_count(load: Load) -> None:
    """Without anything set, every `$name` has its default, in the head too."""
    held = load(TEXT)

    first, second = held.scenario.events
    assert held.scenario.scenario.horizon == 20 * DAY
    assert (first.at, second.outage and second.outage.for_) == (3 * DAY, 3 * DAY)
    assert first.damage is not None
    assert first.damage.share == Fraction(1, 2)
    assert [(one.id, one.value, one.is_default) for one in held.settings] == [
        ("far", "20d", True),
        ("power", "3d", True),
        ("hit", "50%", True),
    ]
    assert held.asked == {}


def test_set_values_count_everywhere(tmp_path: Path) -> None:
    """What is set replaces the default at every use, and is told beside the default."""
    held = loaded(tmp_path, TEXT, power="7d", hit="30%")

    first, second = held.scenario.events
    assert (first.at, second.outage and second.outage.for_) == (7 * DAY, 7 * DAY)
    assert first.damage is not None
    assert not first.damage.hits
    assert held.asked == {"power": "7d", "hit": "30%"}
    assert held.settings[1].default == "3d"


def test_only_whole_values_are_replaced(load: Load) -> None:
    """A `$` inside a sentence is text, and `$$` at its beginning is one `$`."""
    held = load(
        "scenario: {id: quake, name: $$power, teaches: 費用は $power ではない, note: 5$}\n"
        "parameters: [{id: power, name: 停電, default: 3h}]\n"
        "events: [{at: $power, damage: {select: {id: db}}}]\n"
    )

    head = held.scenario.scenario
    assert (head.name, head.teaches, head.note) == ("$power", "費用は $power ではない", "5$")


def test_digest_knows_what_was_set(tmp_path: Path) -> None:
    """Two settings are two scenarios; setting the default is none."""
    plain = loaded(tmp_path, TEXT).digest

    assert loaded(tmp_path, TEXT, power="3d").digest == plain
    assert loaded(tmp_path, TEXT, power="4d").digest != plain
    assert (
        loaded(tmp_path, TEXT, power="4d").digest
        != loaded(tmp_path, TEXT, power="4d", hit="4%").digest
    )


@settings(max_examples=25)
@given(hours=st.integers(1, 500), percent=st.integers(0, 100))
def test_setting_is_writing(
    tmp_path_factory: pytest.TempPathFactory, hours: int, percent: int
) -> None:
    """A scenario with values set is the one with the values written in the file."""
    folder = tmp_path_factory.mktemp("set")
    power, hit = format_duration(hours * HOUR), f"{percent}%"

    text = TEXT.replace("費用は $power ではない", "-")
    held = loaded(folder, text, power=power, hit=hit).scenario
    for name, value in {"power": power, "hit": hit, "far": "20d"}.items():
        text = text.replace(f"${name}", value)
    start, end = text.index("parameters:"), text.index("events:")

    assert loaded(folder, text[:start] + text[end:]).scenario == held


def test_bad_values_name_the_place_of_use_and_the_parameter(tmp_path: Path) -> None:
    """A value that does not fit is a fault where it is used, and says where it came from."""
    assert refused(tmp_path, TEXT, hit="300%") == [
        (7, "events[0].damage.share", "bad-share"),
        (7, "events[0].damage.share", "parameter-here"),
    ]
    assert [
        line for line, _, key in refused(tmp_path, TEXT, power="long") if key == "parameter-here"
    ] == [7, 8]


def test_names_that_are_not_there(tmp_path: Path) -> None:
    """An unknown name is a fault, with the names there are and the one perhaps meant."""
    assert refused(tmp_path, TEXT, pwer="1d") == [(2, "parameters", "parameter-not-there-near")]
    assert refused(tmp_path, TEXT, zzzzz="1d") == [(2, "parameters", "parameter-not-there")]
    assert refused(tmp_path, HEAD, power="1d") == [(1, "", "parameter-none")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "parameters: [{id: a, name: a, default: 1h}, {id: a, name: a, default: 2h}]\n"
                "events: [{at: $a, damage: {select: {id: db}}}]\n"
            ),
            (2, "parameters[id=a].id", "parameter-twice"),
        ),
        (
            "parameters: [{id: a, name: a, default: 1h}]\n",
            (2, "parameters[id=a].id", "parameter-unused"),
        ),
        (
            "events:\n- {at: $b, damage: {select: {id: db}}}\n",
            (3, "events[0].at", "parameter-unknown"),
        ),
        ("parameters: {a: 1h}\n", (2, "parameters", "section-not-list")),
        (
            "parameters: [{id: Power, name: a, default: 1h}]\n",
            (2, "parameters[id=Power].id", "bad-id"),
        ),
        ("parameters: [{id: a, name: a}]\n", (2, "parameters[id=a]", "missing")),
    ],
)
def test_faulty_files(faults: Faults, text: str, expected: tuple[int, str, str]) -> None:
    """Each slip is one fault at its line, and nothing only echoes it."""
    assert faults(HEAD + text) == [expected]


def test_values_of_parameters_are_not_gone_through_again(tmp_path: Path) -> None:
    """A value that looks like a use of another parameter is taken as it is, and is no loop."""
    text = (
        "scenario: {id: quake, name: $a}\n"
        "parameters: [{id: a, name: a, default: x}, {id: b, name: b, default: y}]\n"
        "events: [{at: 0h, damage: {select: {tag: core}}, note: $b}]\n"
    )

    assert loaded(tmp_path, text, a="$b").scenario.scenario.name == "$b"


def test_aliases_are_gone_through_once(load: Load) -> None:
    """A part that is named twice by an alias is replaced for both."""
    held = load(
        "scenario: {id: quake}\n"
        "parameters: [{id: power, name: 停電, default: 2h}]\n"
        "events:\n"
        "- {at: 0h, outage: &cut {select: {id: cloud}, for: $power}}\n"
        "- {at: 9h, outage: *cut}\n"
    )

    assert [one.outage and one.outage.for_ for one in held.scenario.events] == [7200, 7200]


def test_heads_and_outlines_have_the_defaults(tmp_path: Path) -> None:
    """What a file says of itself, without an inventory, is said with its own values."""
    path = write(tmp_path, TEXT)

    assert read_head(path).horizon == 20 * DAY
    outline = read_outline(path)
    assert [one.default for one in outline.settings] == ["20d", "3d", "50%"]
    assert outline.number == 2
