from __future__ import annotations

from pathlib import Path

import pytest

from bcp.errors import InputError
from bcp.fields import Item
from bcp.inventory.cache import Cache
from bcp.inventory.checks_of_facts import is_inside
from bcp.inventory.facts import ANSWERS
from bcp.inventory.load import Place, load_inventory
from bcp.inventory.models import Inventory
from bcp.inventory.sections import LISTS, SINGLES
from bcp.units import HOUR, MONTH
from bcp.words import LANGS, say
from bcp.words.faults import WORDS

from .conftest import ORGANISATION, Faults, Write

GROUND = """\
organisation: {id: town}
components:
- {id: room, kind: room}
- {id: server, kind: server, within: room, requires: [room], startup: 5m}
functions:
- {id: desk, rto: 1h, mtpd: 2h, requires: [server]}
teams:
- {id: ict, size: 2, assembly: {1h: 50%, 3h: 2}}
procedures:
- {id: repair, tasks: [{id: look, duration: 1h, crew: {ict: 1}}]}
measurements:
- {procedure: repair, task: look, took: 50m, on: 2026-05-01, drill: d, record: r}
people:
- {id: chief, name: 課長, team: ict}
- {id: clerk, name: 係員}
roles:
- {id: head, name: 統括, lead: chief, deputies: [clerk]}
"""
EVERYTHING = """\
organisation: {id: town}
components:
- id: hall
  kind: site
  facts: {address: 一丁目, built: 1980, fixed: yes, verdict: poor, vendor: firm, summary: 庁舎}
- {id: books, kind: data, backups: [{at: hall, every: 1d, medium: LTO, generations: 7, tested: 2025-11-15}]}
functions:
- {id: desk, rto: 1h, facts: {sort: emergency, outcome: 窓口, effects: 困る}}
teams:
- {id: firm, size: 2}
plan:
  title: 計画
  number: 1
  version: 1.0
  on: 2026-04-01
  approvals: [{by: 副市長, on: 2026-03-27}, {by: 課長}]
  revisions: [{version: 0.9, on: 2026-02-20, what: 案}, {version: 1.0, on: 2026-02-20, what: 初版}]
  distribution: [{to: 本部, copies: 2}]
  purpose: 一つの段落
  policy: [人, 順]
  related: [{name: 防災計画}]
  scenarios: [quake, flood]
  maintenance: [{what: 見直し, when: 4月, role: keeper}]
  answers: {checklist-1: {answer: partly, remark: 一部}, element-6: {answer: yes}}
  chapters: [{file: chapters/own.md, after: 0, public: no}]
  house: {logo: logo.svg, colour: "#005bac", word_template: style.DOTX}
people:
- {id: chief, name: 課長, name_en: Chief, sort: office, team: firm, phone: 0296-00-0001}
- {id: clerk, name: 係員}
roles:
- {id: keeper, name: 担当, when: maintenance, lead: chief, deputies: [clerk], duties: 保つ}
contracts:
- {id: care, name: 保守, vendor: firm, covers: [hall], until: 2027-03-31}
measures:
- id: tower
  name: 塔
  of: [hall, desk, firm]
  cost: 5000000
  lead_time: 2mo
  due: 2026-09-30
  status: planned
  changes:
    components:
    - {id: mast, kind: site, x-note: free}
    - {id: hall, requires: [{any_of: [mast], holdover: 4h}], facts: null}
    teams: [{id: firm, size: 3, assembly: {0h: 50%, 1d: 3}}]
actions:
- {phase: initial, within: 30m, what: 逃げる, if: 揺れた, role: keeper}
- {phase: recovery, what: 戻す}
"""


def test_every_section(write: Write) -> None:
    """Whatever only documents need is read to its value, from any file of the inventory."""
    head, tail = EVERYTHING.split("people:\n")
    held = load_inventory(write({"a.yaml": head, "b.yaml": "people:\n" + tail})).inventory

    plan, hall, books = held.plan, held.components[0], held.components[1]
    assert plan is not None
    assert (plan.number, plan.version, str(plan.on)) == ("1", "1.0", "2026-04-01")
    assert (plan.purpose, plan.policy, plan.scenarios) == (
        ("一つの段落",),
        ("人", "順"),
        ("quake", "flood"),
    )
    assert plan.approvals[1].on is None
    assert (plan.answers["element-6"].answer, plan.chapters[0].after) == ("yes", 0)
    assert (plan.house.colour, plan.house.word_template) == ("#005bac", "style.DOTX")
    assert hall.facts is not None
    assert (hall.facts.built, hall.facts.fixed, hall.facts.verdict) == ("1980", True, "poor")
    assert (books.backups[0].generations, str(books.backups[0].tested)) == (7, "2025-11-15")
    assert held.functions[0].facts is not None
    assert held.roles[0].duties == ("保つ",)
    measure, (flight, back) = held.measures[0], held.actions
    assert (measure.cost, measure.lead_time) == (5_000_000, 2 * MONTH)
    assert measure.changes["teams"][0]["assembly"] == {"0h": "50%", "1d": "3"}
    assert (flight.if_, flight.within, back.within) == ("揺れた", HOUR // 2, None)


def test_without_any(write: Write) -> None:
    """An inventory needs none of it."""
    held = load_inventory(write({"a.yaml": ORGANISATION + "people:\n"})).inventory

    assert held.plan is None
    assert not [*held.people, *held.roles, *held.contracts, *held.measures, *held.actions]


def test_same_from_the_cache(write: Write, tmp_path: Path) -> None:
    """The cache gives back all of it, dates and changes to the last type."""
    folder, cache = write({"a.yaml": EVERYTHING}), Cache(tmp_path / "cache")
    loaded = load_inventory(folder, cache=cache)

    again = cache.get(loaded.digest, folder)
    assert again == loaded
    assert repr(again) == repr(loaded)


def test_places(write: Write) -> None:
    """The plan, its keys and every person, role, contract and measure know their line."""
    folder = write({"a.yaml": GROUND + "plan:\n  number: 1\n  scenarios: [a]\n"})

    places = load_inventory(folder).places
    file = str(folder / "a.yaml")
    found = {key: place for key, place in places.items() if ":" in key}
    lines = {"people:chief": 14, "people:clerk": 15, "roles:head": 17}
    lines |= {"plan:": 18, "plan:number": 19, "plan:scenarios": 20}
    assert found == {key: Place(file, line) for key, line in lines.items()}


def test_ids_of_people_are_their_own(write: Write) -> None:
    """A person, a contract and a measure may be called as a component is."""
    text = (
        "people: [{id: server, name: a}]\n"
        "contracts: [{id: server, name: a, vendor: ict}]\n"
        "measures: [{id: server, name: a}]\n"
    )
    folder = write({"a.yaml": GROUND.split("people:", 1)[0], "b.yaml": text})

    places = load_inventory(folder).places
    assert places["server"] != places["people:server"]


@pytest.mark.parametrize(
    ("text", "where", "key"),
    [
        ("roles: [{id: chief, name: a}]", "roles[id=chief].id", "id-twice"),
        ("people: [{id: x, name: a, team: itc}]", "people[id=x].team", "unknown-id-near"),
        ("people: [{id: x, name: a, team: room}]", "people[id=x].team", "wrong-sort"),
        ("people: [{id: x}]", "people[id=x]", "missing"),
        ("people: [{id: x, name: a, sort: mayor}]", "people[id=x].sort", "not-one-of"),
        ("people: [{id: x, name: a, tel: 1}]", "people[id=x].tel", "unknown-key-near"),
        ("roles: [{id: x, name: a, lead: cheif}]", "roles[id=x].lead", "unknown-id-near"),
        ("roles: [{id: x, name: a, lead: head}]", "roles[id=x].lead", "wrong-sort"),
        (
            "roles: [{id: x, name: a, lead: chief, deputies: [clerk, chief]}]",
            "roles[id=x].deputies[1]",
            "deputy-leads",
        ),
        (
            "roles: [{id: x, name: a, deputies: [clerk, clerk]}]",
            "roles[id=x].deputies[1]",
            "deputy-twice",
        ),
        ("roles: [{id: x, name: a, deputies: [zz]}]", "roles[id=x].deputies[0]", "unknown-id"),
        ("contracts: [{id: x, name: a, vendor: zz}]", "contracts[id=x].vendor", "unknown-id"),
        (
            "contracts: [{id: x, name: a, vendor: ict, covers: [server, desk]}]",
            "contracts[id=x].covers[1]",
            "wrong-sort",
        ),
        (
            "contracts: [{id: x, name: a, vendor: ict, until: 31.3.2027}]",
            "contracts[id=x].until",
            "bad-date",
        ),
        ("measures: [{id: x, name: a, of: [desk, zz]}]", "measures[id=x].of[1]", "unknown-id"),
        ("measures: [{id: x, name: a, of: [repair]}]", "measures[id=x].of[0]", "wrong-sort"),
        ("measures: [{id: x, name: a, cost: -1}]", "measures[id=x].cost", "too-small"),
        ("measures: [{id: x, name: a, lead_time: 0h}]", "measures[id=x].lead_time", "bad-span"),
        ("actions: [{phase: initial, what: a, role: chief}]", "actions[0].role", "wrong-sort"),
        ("actions: [{phase: first, what: a}]", "actions[0].phase", "not-one-of"),
        (
            "components: [{id: x, kind: site, facts: {vendor: zz}}]",
            "components[id=x].facts.vendor",
            "unknown-id",
        ),
        (
            "components: [{id: x, kind: site, facts: {adress: a}}]",
            "components[id=x].facts.adress",
            "unknown-key-near",
        ),
        ("plan: [a]", "plan", "not-mapping"),
        ("plan:", "plan", "empty-value"),
        (
            "plan: {maintenance: [{what: a, role: chief}]}",
            "plan.maintenance[0].role",
            "wrong-sort",
        ),
        (
            "plan: {revisions: [{version: 2, on: 2026-04-01, what: a}, {version: 1, on: 2026-03-01, what: a}]}",
            "plan.revisions[1].on",
            "revisions-order",
        ),
        (
            "plan: {answers: {checklist-7: {answer: yes}}}",
            "plan.answers.checklist-7",
            "unknown-key-near",
        ),
        ("plan: {answers: {six: {answer: yes}}}", "plan.answers.six", "unknown-key"),
        ("plan: {scenarios: [a, b, a]}", "plan.scenarios[2]", "named-twice"),
        ("plan: {chapters: [{file: ../a.md}]}", "plan.chapters[0].file", "file-not-inside"),
        ("plan: {chapters: [{file: a.html}]}", "plan.chapters[0].file", "file-suffix"),
        ("plan: {chapters: [{file: a.md, after: 21}]}", "plan.chapters[0].after", "too-large"),
        ("plan: {house: {logo: /etc/a.png}}", "plan.house.logo", "file-not-inside"),
        ("plan: {house: {logo: a.gif}}", "plan.house.logo", "file-suffix"),
        ("plan: {house: {word_template: a.docm}}", "plan.house.word_template", "file-suffix"),
        ("plan: {house: {colour: blue}}", "plan.house.colour", "bad-colour"),
        ("plan:\n  house:\n    colour: #005bac", "plan.house.colour", "bad-colour"),
    ],
)
def test_fault(text: str, where: str, key: str, faults: Faults) -> None:
    """Each thing that can be wrong with the facts is one fault, at the place where it is."""
    found = faults(GROUND, b=text)

    assert [(fault[0], fault[2], fault[3]) for fault in found] == [("b.yaml", where, key)]


def test_plan_stands_once(faults: Faults) -> None:
    """A second plan is at fault, whatever it says."""
    assert faults(GROUND + "plan: {number: 1}\n", b="\nplan: {number: 1}\n") == [
        ("b.yaml", 2, "plan", "plan-twice")
    ]


@pytest.mark.parametrize(
    ("changes", "where", "key"),
    [
        ("{people: [{id: chief, name: b}]}", ".people", "unknown-changed-section"),
        ("{components: [{kind: site}]}", ".components[0]", "missing"),
        (
            "{teams: [{id: ict, size: 3}, {id: ict, size: 4}]}",
            ".teams[id=ict].id",
            "changed-twice",
        ),
        ("{teams: [{id: ict, size: many}]}", ".teams[id=ict].size", "bad-number"),
        ("{teams: [{id: ict, size: null}]}", ".teams[id=ict]", "missing"),
        ("{teams: [{id: new}]}", ".teams[id=new]", "missing"),
        ("{teams: [{id: server, size: 1}]}", ".teams[id=server].id", "changed-elsewhere"),
        ("{teams: [{id: own, size: 1}]}", ".teams[id=own].id", "reserved-id"),
        ("{teams: [{id: New, size: 1}]}", ".teams[id=New].id", "bad-id"),
        ("{teams: [{id: [a], size: 1}]}", ".teams[0].id", "value-not-text"),
        (
            "{components: [{id: server, require: [room]}]}",
            ".components[id=server].require",
            "unknown-key-near",
        ),
        (
            "{components: [{id: server, requires: [romo]}]}",
            ".components[id=server].requires[0]",
            "unknown-id-near",
        ),
        ("{functions: [{id: desk, rto: 3h}]}", ".functions[id=desk].rto", "rto-over-mtpd"),
        ("{functions: [{id: desk, mtpd: 30m}]}", ".functions[id=desk]", "rto-over-mtpd"),
        (
            "{procedures: [{id: repair, tasks: [{id: see, duration: 1h}]}]}",
            "",
            "unknown-measured-task",
        ),
    ],
)
def test_changes_that_do_not_fit(changes: str, where: str, key: str, faults: Faults) -> None:
    """What a measure would change wrongly is told at the line of the measure's own file."""
    found = faults(GROUND, b=f"measures:\n- id: x\n  name: a\n  changes: {changes}\n")

    assert found == [("b.yaml", 4, f"measures[id=x].changes{where}", key)]


def test_measures_under_way_fit_together(faults: Faults) -> None:
    """Two measures that each fit alone, but not one after the other, are told at the second."""
    one = "- {id: one, name: a, status: planned, changes: {functions: [{id: desk, rto: 2h}]}}\n"
    other = "- {id: other, name: a, status: doing, changes: {functions: [{id: desk, mtpd: 1h}]}}\n"

    found = faults(GROUND, b="measures:\n" + one + other)
    assert [fault[1:] for fault in found] == [
        (3, "measures[id=other].changes.functions[id=desk]", "rto-over-mtpd")
    ]


def test_a_change_for_another_end_is_not_taken_with_the_measures(
    faults: Faults, write: Write
) -> None:
    """It need not fit after the measures under way, but it has to fit by itself."""
    one = "- {id: one, name: a, status: planned, changes: {functions: [{id: desk, rto: 2h}]}}\n"
    other = (
        "- {id: other, name: a, status: doing, purpose: change, changes: {functions: [CHANGED]}}\n"
    )

    alone = other.replace("CHANGED", "{id: desk, mtpd: 1h}")
    assert load_inventory(write({"a.yaml": GROUND, "b.yaml": "measures:\n" + one + alone})).places
    wrong = faults(GROUND, b="measures:\n" + other.replace("CHANGED", "{id: desk, mtpd: 0h}"))
    assert [fault[3] for fault in wrong] == ["rto-over-mtpd"]


def test_past_measures_are_history(write: Write) -> None:
    """What was done or dropped may name things that are gone."""
    text = "".join(
        f"- {{id: {status}, name: a, status: {status}, changes: {{teams: [{{id: gone}}]}}}}\n"
        for status in ("done", "dropped")
    )

    assert load_inventory(write({"a.yaml": GROUND, "b.yaml": "measures:\n" + text})).places


@pytest.mark.parametrize("name", ["a.md", "a/b.md", "章/一.md", "a b.md", "..a/b.md", "nullify.md"])
def test_inside(name: str) -> None:
    """A plain relative path is inside."""
    assert is_inside(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "..",
        "../a.md",
        "a/../../b.md",
        "a/./b.md",
        "/a.md",
        "a//b.md",
        "//host/a.md",
        "\\\\host\\a.md",
        "a\\..\\b.md",
        "C:a.md",
        "C:/a.md",
        "a.md:stream",
        "a\n.md",
        "nul",
        "CON.md",
        "lpt1.x/a.md",
        "a./b.md",
        "a /b.md",
    ],
)
def test_not_inside(name: str) -> None:
    """A path that leaves its folder on any system, or names a device, is not inside."""
    assert not is_inside(name)


def test_every_text_speaks_both_languages(write: Write) -> None:
    """Faults of facts can be said in both languages, with all their values."""
    text = (
        "people: [{id: x, name: a, team: zz}]\n"
        "roles: [{id: y, name: a, lead: x, deputies: [x, q, q, head]}]\n"
        "measures: [{id: m, name: a, of: [repair, zz], changes: {people: [], teams: [{}]}}]\n"
        "plan: {scenarios: [a, a], answers: {a: {answer: no}}, house: {logo: /a, colour: x},"
        " revisions: [{version: 2, on: 2026-04-01, what: a}, {version: 1, on: 2026-01-01, what: a}],"
        " chapters: [{file: a.txt}], maintenance: [{what: a, role: zz}]}\n"
    )
    with pytest.raises(InputError) as caught:
        load_inventory(write({"a.yaml": GROUND, "b.yaml": text}))

    assert len(caught.value.faults) >= 13
    for fault in caught.value.faults:
        texts = [say(WORDS, fault.key, lang, **fault.values) for lang in LANGS]
        assert all("{" not in text for text in texts)


def test_sections_are_the_keys_of_an_inventory() -> None:
    """What is loaded is what the model has, and the questions are twelve."""
    assert {*SINGLES, *LISTS} == Inventory.model_fields.keys() - Item.model_fields.keys()
    assert len(set(ANSWERS)) == 12
