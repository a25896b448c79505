from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from bcp.advice.explained import explain
from bcp.advice.scene import Scene, play_scene
from bcp.advice.story import Story, story_of
from bcp.inventory.load import load_inventory
from bcp.report.names import names_of
from bcp.scenario.load import load_scenario
from bcp.units import format_duration
from bcp.words import render
from bcp.words.story import WORDS
from tests.support.tiny import inventory_of, said, scenario_of

QUEUE = """
components:
  - {id: one, name: 一号, kind: server, procedure: rebuild, startup: 10m}
  - {id: two, name: 二号, kind: server, procedure: rebuild, startup: 10m}
  - {id: app, kind: service, requires: [two], startup: 5m}
functions:
  - {id: first, name: 窓口, rto: 1h, requires: [one]}
  - {id: desk, name: 台帳, rto: 4h, requires: [app]}
teams: [{id: ict, name: 情報課, size: 1}]
procedures:
  - id: rebuild
    tasks:
      - {id: inspect, crew: {ict: 1}, duration: 1h}
      - {id: restore, crew: {ict: 1}, duration: 1h, after: [inspect]}
"""
STRUCK = "[{at: 0h, damage: {select: {kind: server}}}]"


def scene_of(inventory: str, scenario: str) -> Scene:
    held = inventory_of(inventory)
    return play_scene(held, scenario_of(scenario, held))


def outline(story: Story) -> list[str]:
    """Return the beats as ``1h-2h sort keys``, checked to be sayable."""
    assert all(said(WORDS, phrase) for beat in story.beats for phrase in beat.phrases)
    assert all(said(WORDS, phrase) for phrase in story.lead)
    return [
        f"{format_duration(beat.start)}-{format_duration(beat.end)} {beat.sort} "
        + " ".join(phrase.key for phrase in beat.phrases)
        for beat in story.beats
    ]


def test_links_of_one_thing_are_told_together() -> None:
    """Tasks of one component are one beat, and so are start-ups in a row."""
    story = story_of(scene_of(QUEUE, STRUCK), "desk")

    assert outline(story) == [
        "0h-2h crew tell-busy rivals rivals-for",
        "2h-4h work works",
        "4h-4h15m startup startups",
    ]
    assert story.parts == (("crew", 7200), ("work", 7200), ("startup", 900))


def test_who_kept_the_people_is_told_with_whom_it_was_for() -> None:
    """While two waits, the one person is at work on one, for which the first function waits."""
    scene = scene_of(QUEUE, STRUCK)
    beat = story_of(scene, "desk").beats[0]
    names = names_of(scene.inventory, "ja")

    assert [rival.done.work.component for rival in beat.rivals] == ["one", "one"]
    assert {rival.functions for rival in beat.rivals} == {("first",)}
    text = "".join(render(WORDS, phrase, "ja", names) for phrase in beat.phrases)
    assert text == (
        "情報課の手が空くのを2時間待つ（発災の2時間後まで）。"
        "その間、情報課（1人）は一号の作業に当たっている。「窓口」が待つ作業である。"
    )


@pytest.mark.parametrize(
    ("rto", "keys"),
    [
        ("4h", ["lead-late", "causes"]),
        ("4h15m", ["lead-exact", "causes"]),
        ("5h", ["lead-met", "causes"]),
    ],
)
def test_the_lead_says_how_the_target_fared(rto: str, keys: list[str]) -> None:
    """Too late, exactly in time and with time to spare are told apart."""
    story = story_of(scene_of(QUEUE.replace("rto: 4h", f"rto: {rto}"), STRUCK), "desk")

    assert [phrase.key for phrase in story.lead] == keys


def test_what_never_stops_and_what_never_comes_back_is_said() -> None:
    """Both have no course; a knot and a missing procedure are named."""
    inventory = """
    components:
      - {id: one, requires: [two]}
      - {id: two, requires: [one]}
      - {id: bare}
    functions:
      - {id: fine}
      - {id: knotted, requires: [two]}
      - {id: waiting, requires: [bare]}
    """
    scenario = """
      - {at: 0h, outage: {select: {id: one}, for: 1h}}
      - {at: 0h, damage: {select: {id: bare}}}
    """
    scene = scene_of(inventory, scenario)

    leads = {id_: [p.key for p in story_of(scene, id_).lead] for id_ in scene.result.functions}
    assert leads == {
        "fine": ["lead-up"],
        "knotted": ["lead-never", "causes", "knot"],
        "waiting": ["lead-never", "causes", "no-procedure"],
    }
    assert all(not story_of(scene, id_).beats for id_ in leads)


def test_a_component_is_told_of_with_its_place_in_the_order() -> None:
    """The second server comes after the first, which wants the same people."""
    scene = scene_of(QUEUE, STRUCK)
    held = explain(scene, "two", "slack")

    assert [phrase.key for phrase in held.story.lead] == ["component-damaged"]
    assert outline(held.story)[-1] == "4h-4h10m startup startup"
    assert held.row is not None
    assert (held.row.rank, [row.component for row in held.ahead]) == (2, ["one"])
    assert held.advice is None


def test_a_component_that_is_only_let_down_has_no_place_in_the_order() -> None:
    """What is not damaged is waited for, not recovered."""
    held = explain(scene_of(QUEUE, STRUCK), "app", "slack")

    assert [phrase.key for phrase in held.story.lead] == ["component-stopped", "causes"]
    assert held.row is None


def test_every_story_of_the_sample_can_be_told(root: Path) -> None:
    """In every scenario each function's story has no gap and reads without a hole."""
    loaded = load_inventory(root / "inventory" / "chikusei")
    for path in sorted((root / "scenarios" / "chikusei").glob("*.yaml")):
        scene = play_scene(loaded.inventory, load_scenario(path, loaded).scenario)
        for id_, held in scene.result.functions.items():
            story = story_of(scene, id_)
            outline(story)
            assert all(one.end == other.start for one, other in pairwise(story.beats))
            if story.beats:
                assert (story.beats[0].start, story.beats[-1].end) == (0, held.restored)
            assert sum(seconds for _, seconds in story.parts) == (held.restored or 0) * bool(
                story.beats
            )
