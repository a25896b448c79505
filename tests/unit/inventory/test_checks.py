from __future__ import annotations

from pathlib import Path

import pytest

from bcp.errors import Fault, InputError
from bcp.inventory.checks import circles
from bcp.inventory.load import load_inventory
from bcp.words import LANGS, say
from bcp.words.faults import WORDS

from .conftest import ORGANISATION, Faults, Write

GROUND = """\
organisation: {id: town, ranks: [S, A]}
components:
- {id: site, kind: site}
- {id: server, kind: server, within: site, procedure: rebuild}
functions:
- {id: desk, rto: 1h, requires: [server], staff: {team: ict}, rank: A}
teams:
- {id: ict, size: 2}
procedures:
- {id: rebuild, tasks: [{id: inspect, duration: 1h, crew: {ict: 1}, requires: [own, site]}]}
"""


def test_ground_is_in_order(write: Write) -> None:
    """What the cases below add to is itself without fault."""
    assert load_inventory(write({"a.yaml": GROUND})).places


@pytest.mark.parametrize(
    ("text", "where", "key"),
    [
        ("components: [{id: x, kind: site, within: sitee}]", "within", "unknown-id-near"),
        ("components: [{id: x, kind: site, within: ict}]", "within", "wrong-sort"),
        ("components: [{id: x, kind: site, within: desk}]", "within", "wrong-sort"),
        ("components: [{id: x, kind: site, procedure: server}]", "procedure", "wrong-sort"),
        (
            "components: [{id: x, kind: site, procedure: [rebuild, zz]}]",
            "procedure[1]",
            "unknown-id",
        ),
        ("components: [{id: x, kind: site, requires: [server, zz]}]", "requires[1]", "unknown-id"),
        ("components: [{id: x, kind: site, requires: [ict]}]", "requires[0]", "wrong-sort"),
        ("components: [{id: x, kind: site, requires: [x]}]", "requires[0]", "needs-itself"),
        (
            "components: [{id: x, kind: site, requires: [{any_of: [server, x]}]}]",
            "requires[0].any_of[1]",
            "needs-itself",
        ),
        ("components: [{id: x, kind: site, requires: [own]}]", "requires[0]", "own-outside-task"),
        (
            "components: [{id: x, kind: site, starts_with: [own]}]",
            "starts_with[0]",
            "own-outside-task",
        ),
        ("components: [{id: x, kind: site, starts_with: [zz]}]", "starts_with[0]", "unknown-id"),
        (
            "components: [{id: x, kind: site, requires: [{any_of: [server], held_by: zz}]}]",
            "requires[0].held_by",
            "unknown-id",
        ),
        (
            "components: [{id: x, kind: data, backups: [{at: desk, every: 1d}]}]",
            "backups[0].at",
            "wrong-sort",
        ),
        ("functions: [{id: x, rto: 1h, requires: [rebuild]}]", "requires[0]", "wrong-sort"),
        ("functions: [{id: x, rto: 1h, staff: {team: site}}]", "staff.team", "wrong-sort"),
        ("functions: [{id: x, rto: 1h, rank: B}]", "rank", "unknown-rank"),
        ("functions: [{id: x, rto: 4h, mtpd: 3h}]", "rto", "rto-over-mtpd"),
        (
            "functions: [{id: x, rto: {normal: 4h, disaster: 5h}, mtpd: {normal: 3h, disaster: 5h}}]",
            "rto",
            "rto-over-mtpd",
        ),
        (
            "functions: [{id: x, rto: {normal: 1h, disaster: 5h}, mtpd: {normal: 3h, disaster: 4h}}]",
            "rto.disaster",
            "rto-over-mtpd-disaster",
        ),
        (
            "procedures: [{id: x, tasks: [{id: y, duration: 1h, crew: {ikt: 1}}]}]",
            "tasks[id=y].crew.ikt",
            "unknown-id-near",
        ),
        (
            "procedures: [{id: x, tasks: [{id: y, duration: 1h, requires: [zz]}]}]",
            "tasks[id=y].requires[0]",
            "unknown-id",
        ),
        (
            "procedures: [{id: x, tasks: [{id: y, duration: 1h, requires: [{any_of: [own, site]}]}]}]",
            "tasks[id=y].requires[0]",
            "own-not-alone",
        ),
        (
            "procedures: [{id: x, tasks: [{id: y, duration: 1h, after: z}]}]",
            "tasks[id=y].after",
            "unknown-task",
        ),
        (
            "procedures: [{id: x, tasks: [{id: y, duration: 1h}, {id: y, duration: 2h}]}]",
            "tasks[id=y].id",
            "task-twice",
        ),
        (
            "procedures: [{id: x, tasks: [{id: y, duration: 1h, after: z}, {id: z, duration: 1h, after: y}]}]",
            "tasks[id=y].after",
            "after-circle",
        ),
    ],
)
def test_disagreement(text: str, where: str, key: str, faults: Faults) -> None:
    """Each thing that items can disagree on is one fault, at the place where it is written."""
    section = text.split(":", 1)[0]

    assert faults(GROUND, b=text) == [("b.yaml", 1, f"{section}[id=x].{where}", key)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "functions: [{id: x, rto: {normal: 1h, disaster: 9h}, mtpd: 3h}]",
            id="a disaster RTO over a plain MTPD is only a finding",
        ),
        pytest.param("functions: [{id: x, rto: 3h, mtpd: 3h}]", id="RTO equal to MTPD"),
        pytest.param("functions: [{id: x, rto: 3h, requires: [desk]}]", id="function by function"),
        pytest.param(
            "components: [{id: x, kind: site, requires: [desk]}]", id="component by function"
        ),
        pytest.param(
            "components: [{id: x, kind: site, starts_with: [x]}]", id="a knot of one has a meaning"
        ),
        pytest.param(
            "components: [{id: x, kind: site, requires: [y]}, {id: y, kind: site, requires: [x]}]",
            id="two that require each other",
        ),
        pytest.param("components:\nteams:\n", id="sections without items"),
        pytest.param("note: a remark\nx-owner: {a: [b]}\n", id="notes at the top"),
    ],
)
def test_agreement(text: str, write: Write) -> None:
    """What the contract allows is no fault."""
    assert load_inventory(write({"a.yaml": GROUND, "b.yaml": text})).places


def test_circle_of_places(write: Write) -> None:
    """Places inside each other are told once, with the way around."""
    text = "components:\n" + "".join(
        f"- {{id: {name}, kind: room, within: {place}}}\n"
        for name, place in (("a", "b"), ("b", "c"), ("c", "a"), ("d", "a"), ("e", "e"))
    )

    with pytest.raises(InputError) as caught:
        load_inventory(write({"a.yaml": ORGANISATION + text}))
    assert [(fault.line, fault.key, fault.values) for fault in caught.value.faults] == [
        (3, "within-circle", {"circle": "a → b → c → a"}),
        (7, "within-circle", {"circle": "e → e"}),
    ]


@pytest.mark.parametrize(
    ("following", "expected"),
    [
        ({}, []),
        ({"a": ["b"], "b": ["c"], "c": []}, []),
        ({"a": ["a"]}, [["a", "a"]]),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"]}, []),
        ({"a": ["b"], "b": ["c"], "c": ["b", "d"]}, [["b", "c", "b"]]),
        ({"a": ["b"], "b": ["a"], "c": ["d"], "d": ["c"]}, [["a", "b", "a"], ["c", "d", "c"]]),
    ],
)
def test_circles(following: dict[str, list[str]], expected: list[list[str]]) -> None:
    """A circle is found wherever one enters it; meeting twice is no circle."""
    assert circles(following) == expected


def test_long_chain_needs_no_stack() -> None:
    """A chain of a hundred thousand is walked without recursion."""
    number = 100_000
    chain = {str(at): [str(at + 1)] for at in range(number)}

    assert circles(chain) == []
    assert len(circles(chain | {str(number): ["0"]})[0]) == number + 2


def texts(fault: Fault) -> list[str]:
    return [say(WORDS, fault.key, lang, **fault.values) for lang in LANGS]


def test_wrong_sort_is_told_in_words(write: Write) -> None:
    """An id of another sort is told with the sort it is and the sort that is wanted."""
    text = "components: [{id: x, kind: site, requires: [ict]}]"

    with pytest.raises(InputError) as caught:
        load_inventory(write({"a.yaml": GROUND, "b.yaml": text}))
    assert texts(caught.value.faults[0]) == [
        "「ict」は要員（teams）です。ここには構成要素（components）又は業務（functions）のidを書いてください。",
        "`ict` is a team; this takes the id of a component or function",
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("mtd: 3h", "mtpd"),
        ("mtdp: 3h", "mtpd"),
        ("depends_on: [server]", "requires"),
        ("RTO: 1h", "rto"),
    ],
)
def test_key_that_was_meant(written: str, meant: str, write: Write) -> None:
    """A key of another tongue or with a slip is answered with ours."""
    text = f"functions:\n- {{id: x, rto: 1h, {written}}}\n"

    with pytest.raises(InputError) as caught:
        load_inventory(write({"a.yaml": GROUND, "b.yaml": text}))
    (fault,) = caught.value.faults
    assert (fault.key, fault.values["nearest"]) == ("unknown-key-near", meant)


def test_key_of_a_group_that_was_meant(write: Write) -> None:
    """The keys offered are those of the place where the wrong one stands."""
    text = "components: [{id: x, kind: site, requires: [{any_of: [site], atleast: 1}]}]"

    with pytest.raises(InputError) as caught:
        load_inventory(write({"a.yaml": GROUND, "b.yaml": text}))
    (fault,) = caught.value.faults
    assert fault.where == "components[id=x].requires[0].atleast"
    assert fault.values["nearest"] == "at_least"


def test_all_faults_speak_both_languages(write: Write, tmp_path: Path) -> None:
    """Every fault can be said in both languages, whatever values it carries."""
    text = "components:\n- {id: B, kind: x, mtd: 1, requires: [{any_of: [a, a]}, 3, q, {}]}\n- {id: c}\n"

    with pytest.raises(InputError) as caught:
        load_inventory(
            write({"a.yaml": text + "functions: [{id: c, rto: 4h, mtpd: 1h, rank: q}]\n"})
        )
    assert len(caught.value.faults) > 6
    assert all(all(texts(fault)) for fault in caught.value.faults)
