"""What is written of a drill is read back as the same drill."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction
from typing import Any

import pytest
import yaml
from hypothesis import given

from bcp.drill.file import models
from bcp.drill.file.models import Drill, Inject
from bcp.drill.file.writing import drill_text, flow_text, plain, tree_text
from bcp.fields import Item
from bcp.inventory.models import Named
from bcp.reading import read
from bcp.scenario.models import Damage, Event, Select
from tests.support.drill_files import EVERY_KEY, drill_in, trees

MODELS = [
    model
    for model in vars(models).values()
    if isinstance(model, type) and issubclass(model, Item) and model is not Named
]
MINIMAL = "drill: {id: a, kind: tabletop, scenario: b}\n"


def test_every_key_comes_back() -> None:
    """A drill that uses every key is read back as it was."""
    drill = drill_in(EVERY_KEY)

    assert drill_in(drill_text(drill)) == drill


@given(trees())
def test_whatever_it_says(tree: dict[str, Any]) -> None:
    """Any drill comes back from its text, and so does any tree of text."""
    drill = Drill.model_validate(tree)

    assert drill_in(drill_text(drill)) == drill
    assert read(tree_text(tree).encode(), "a").root == tree


def test_every_key_is_really_used() -> None:
    """The drill with everything leaves no key of any model out."""
    lacking = {
        field.alias or name
        for model in MODELS
        for name, field in model.model_fields.items()
        if f"{field.alias or name}:" not in EVERY_KEY
    }

    assert lacking == set()


def test_defaults_are_left_out() -> None:
    """What is as it would be anyway is not written, and keys stand in the order of the models."""
    text = drill_text(drill_in("injects: [{text: c, no: 1}]\n" + MINIMAL), schema="here.json")

    assert text == (
        "# yaml-language-server: $schema=here.json\n"
        "drill:\n  id: a\n  kind: tabletop\n  scenario: b\n\ninjects:\n  - no: 1\n    text: c\n"
    )


def test_times_in_the_notation_of_the_files() -> None:
    """Lengths are written to the second, times of day and local times as people do."""
    drill = drill_in(EVERY_KEY)
    text = drill_text(drill)

    for part in (
        "within: 1d2h3m4s",
        "at: 1h30m",
        "at: 03:45",
        "at: 2026-11-23T04:00",
        "length: 2h",
    ):
        assert part in text


def test_long_text_is_readable() -> None:
    """A text of several lines stands as it is, below its key."""
    assert '    text: |-\n      一行目\n\n      三行目: "引用" # と記号\n' in drill_text(
        drill_in(EVERY_KEY)
    )


def test_yaml_of_other_programs() -> None:
    """It is plain YAML without tags or anchors, as any program reads it."""
    held = yaml.load(drill_text(drill_in(EVERY_KEY)), yaml.BaseLoader)

    assert held["injects"][0]["text"] == '一行目\n\n三行目: "引用" # と記号'


@pytest.mark.parametrize(("share", "text"), [("12.5%", "12.5%"), ("0.07", "7%"), ("1", "100%")])
def test_shares_are_exact(share: str, text: str) -> None:
    """A share is written in decimals and is the same share again."""
    event = Event.model_validate({"at": "0h", "damage": {"select": {"id": "a"}, "share": share}})

    assert (
        plain(Inject(no="1", text="a", events=(event,)))["events"][0]["damage"].get("share", "100%")
        == text
    )


def test_a_share_without_end_is_refused() -> None:
    """A third, which no file can have said, is refused rather than rounded."""
    damage = Damage(select=Select(id=("a",)), share=Fraction(1, 3))

    with pytest.raises(ValueError, match="100/3"):
        plain(Event(at=0, damage=damage))


def test_what_files_cannot_say_is_no_moment() -> None:
    """A moment to the microsecond, which would be lost when written, is refused."""
    with pytest.raises(ValueError, match="bad-moment"):
        Inject(no="1", text="a", at=datetime(2026, 1, 1, 0, 0, 0, 5))  # noqa: DTZ001


def test_short_notation_of_a_cell() -> None:
    """Of a list of mappings each has a line of its own; text of several lines is quoted."""
    tree = [{"id": "a", "text": "b\nc"}, {"id": "d"}]

    text = flow_text(tree)

    assert text == '[{id: a, text: "b\\nc"},\n {id: d}]'
    assert read(text.encode(), "a").root == tree
