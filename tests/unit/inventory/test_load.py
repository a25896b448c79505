from __future__ import annotations

import os
import sys
from fractions import Fraction
from pathlib import Path

import pytest

from bcp.errors import InputError
from bcp.inventory.load import Place, load_inventory
from bcp.reading import Limits
from bcp.words import LANGS, say
from bcp.words.faults import WORDS

from .conftest import ORGANISATION, Faults, Write

EXAMPLES = Path(__file__).parents[2] / "data" / "examples"
EVERYTHING = """\
organisation:
  id: town
  name: 町
  language: en
  timezone: Europe/Rome
  ranks: [high, low]
  holidays: [2026-11-23]
  tiers: [1h, 1d]
  outage_weight: 0.25
x-server: &server {kind: server, startup: 5m}
components:
  - {<<: *server, id: a, name: 2026, x-asset: 17, tags: core}
  - id: b
    kind: data
    within: a
    requires: [a, {any_of: [c, a], at_least: 1, holdover: 30m, held_by: c, switchover: 90s}]
    starts_with: [c]
    startup: 1d12h
    procedure: p
    backups: [{at: c, every: 24h, age: 6h, online: no}]
    assumed: {startup: a guess, all: by hearsay}
    source: page 3
  - {id: c, kind: site, note: 北}
functions:
  - id: f
    department: 市民課
    rank: high
    weight: 2.5
    rto: {normal: 3h, disaster: 3d}
    mtpd: 24h
    rpo: 0h
    peaks: [{from: 02-16, to: 03-15, rto: 1h}]
    impact: {3h: 1, 24h: 4}
    requires: [b, {any_of: [a, c], levels: {1: 40%, 2: 1}}]
    staff: {team: t}
    workaround: {name: 手書き, after: 1h, for: 3d, level: .3}
teams:
  - {id: t, size: 5, assembly: {0h: 20%, 3h: 3, 1d: 1.0}, hours: weekdays 22:00-06:00, vendor: true}
procedures:
  - id: p
    tasks:
      - {id: x, crew: {t: 2}, duration: 1h}
      - {id: y, duration: {low: 1h, likely: 2h, high: 4h}, after: x, requires: [own, c], onsite: false}
"""


def test_every_key(write: Write) -> None:
    """Every key of the contract is read, each to its value in seconds and exact shares."""
    held = load_inventory(write({"a.yaml": EVERYTHING})).inventory

    organisation, (a, b, c), (f,), (t,), (p,) = (
        held.organisation,
        held.components,
        held.functions,
        held.teams,
        held.procedures,
    )
    assert (organisation.ranks, organisation.tiers) == (("high", "low"), (3600, 86400))
    assert organisation.outage_weight == Fraction(1, 4)
    assert str(organisation.holidays[0]) == "2026-11-23"
    assert (a.name, a.kind, a.startup, a.tags, c.note) == ("2026", "server", 300, ("core",), "北")
    assert (b.within, b.startup, b.procedure, b.source) == ("a", 129600, ("p",), "page 3")
    assert b.assumed == {"startup": "a guess", "all": "by hearsay"}
    group = b.requires[1]
    assert (group.any_of, group.at_least, group.holdover) == (("c", "a"), 1, 1800)
    assert (group.held_by, group.switchover) == ("c", 90)
    assert [(held.at, held.every, held.youngest, held.online) for held in b.backups] == [
        ("c", 86400, 21600, False)
    ]
    assert (f.weight, f.rto_at("disaster", None), f.rto_at("normal", (3, 1))) == (
        Fraction(5, 2),
        259200,
        3600,
    )
    assert (f.mtpd and f.mtpd.at("disaster"), f.rpo, f.impact) == (86400, 0, {10800: 1, 86400: 4})
    assert f.requires[1].levels == {1: Fraction(2, 5), 2: Fraction(1)}
    assert f.requires[1].at_least == 1
    assert f.workaround is not None
    assert (f.workaround.for_, f.workaround.level) == (259200, Fraction(3, 10))
    assert t.assembly == {0: Fraction(1, 5), 10800: 3, 86400: Fraction(1)}
    assert isinstance((t.assembly or {})[10800], int)
    assert isinstance((t.assembly or {})[86400], Fraction)
    assert t.vendor is True
    assert t.hours is not None
    assert (t.hours.days, t.hours.start, t.hours.end) == ("weekdays", 1320, 360)
    assert p.tasks[1].duration.mean == 7800
    assert (p.tasks[0].onsite, p.tasks[1].onsite, p.tasks[1].after) == (True, False, ("x",))


def test_files_are_merged_part_by_part(write: Write) -> None:
    """Files come in the order of their paths part by part, whatever their folders."""
    names = ["z.yaml", "a-b.yaml", "a/b.yaml", "a.yaml", "B.yaml", "a/c/d.yaml"]
    files: dict[str, str | bytes] = {
        name: f"components: [{{id: n{number}, kind: server}}]\n"
        for number, name in enumerate(names)
    }
    folder = write(
        files | {"organisation.yaml": ORGANISATION, ".hidden.yaml": "a: [", "notes.txt": "x"}
    )

    held = load_inventory(folder).inventory
    assert [component.id for component in held.components] == ["n4", "n2", "n5", "n1", "n3", "n0"]


def test_places(write: Write) -> None:
    """Every id, every task and the organisation know their file and line."""
    folder = write({"a.yaml": EVERYTHING})

    places = load_inventory(folder).places
    file = str(folder / "a.yaml")
    lines = {"organisation": 1, "a": 12, "b": 13, "c": 23, "f": 25, "t": 38, "p": 40}
    lines |= {"p/x": 42, "p/y": 43}
    assert places == {name: Place(file, line) for name, line in lines.items()}


def test_digest_is_of_names_and_content(write: Write, tmp_path: Path) -> None:
    """The digest changes with a name or a letter, and with nothing else."""
    folder = write({"a.yaml": ORGANISATION})
    first = load_inventory(folder).digest
    folder.rename(tmp_path / "elsewhere")

    assert load_inventory(tmp_path / "elsewhere").digest == first
    assert load_inventory(write({"b.yaml": ORGANISATION})).digest != first
    (folder / "b.yaml").unlink()
    assert load_inventory(write({"a.yaml": ORGANISATION + "\n"})).digest != first


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.iterdir()))
def test_examples_load(name: str) -> None:
    """The worked examples are without fault."""
    assert load_inventory(EXAMPLES / name / "inventory").inventory.organisation.id == name


@pytest.mark.parametrize(
    ("text", "line", "where", "key"),
    [
        ("- a\n", 1, "", "file-not-mapping"),
        ("just text\n", 1, "", "file-not-mapping"),
        ("componets: []\n", 1, "componets", "unknown-key-near"),
        ("whatever: []\n", 1, "whatever", "unknown-key"),
        ("teams: {ict: {size: 3}}\n", 1, "teams", "section-not-list"),
        ("scenario: {id: a}\n", 1, "scenario", "scenario-in-inventory"),
        ("components:\n- a\n", 2, "components[0]", "not-mapping"),
        ("components:\n- {kind: site}\n", 2, "components[0]", "missing"),
        ("components:\n- {id: A_b, kind: site}\n", 2, "components[id=A_b].id", "bad-id"),
        ("components:\n- {id: [b], kind: site}\n", 2, "components[0].id", "value-not-text"),
        ("components:\n- {id: own, kind: site}\n", 2, "components[id=own].id", "reserved-id"),
        ("components:\n- {id: b, kind: sever}\n", 2, "components[id=b].kind", "not-one-of-near"),
        ("components:\n- {id: b, kind: 9}\n", 2, "components[id=b].kind", "not-one-of"),
        ("components:\n- {id: b, kind: }\n", 2, "components[id=b].kind", "empty-value"),
        (
            "components:\n- id: b\n  kind: site\n  requires: c\n",
            4,
            "components[id=b].requires",
            "not-list",
        ),
        (
            "components:\n- {id: b, kind: site, requires: [{any_of: []}]}\n",
            2,
            "components[id=b].requires[0].any_of",
            "list-empty",
        ),
        (
            "components:\n- {id: b, kind: site, backups: [{at: b, every: 1d}]}\n",
            2,
            "components[id=b]",
            "backups-not-data",
        ),
        (
            "components:\n- id: b\n  kind: site\n  assumed: {kin: guess}\n",
            4,
            "components[id=b].assumed",
            "assumed-unknown",
        ),
        (
            "functions:\n- id: f\n  rto: 3 hours\n",
            3,
            "functions[id=f].rto",
            "bad-duration",
        ),
        ("functions:\n- {id: f, rto: }\n", 2, "functions[id=f].rto", "empty-value"),
        (
            "functions:\n- {id: f, rto: {normal: 1h, disater: 3d}}\n",
            2,
            "functions[id=f].rto.disater",
            "unknown-key-near",
        ),
        (
            "functions:\n- {id: f, rto: 1h, weight: -1}\n",
            2,
            "functions[id=f].weight",
            "bad-weight",
        ),
        (
            "functions:\n- {id: f, rto: 1h, impact: {3h: 5}}\n",
            2,
            "functions[id=f].impact.3h",
            "too-large",
        ),
        (
            "functions:\n- {id: f, rto: 1h, impact: {soon: 3}}\n",
            2,
            "functions[id=f].impact.soon",
            "bad-duration",
        ),
        (
            "functions:\n- {id: f, rto: 1h, peaks: [{from: 02-30, to: 03-15, rto: 1h}]}\n",
            2,
            "functions[id=f].peaks[0].from",
            "bad-month-day",
        ),
        (
            "functions:\n- {id: f, rto: 1h, workaround: {level: 130%}}\n",
            2,
            "functions[id=f].workaround.level",
            "bad-share",
        ),
        ("teams:\n- {id: t, size: many}\n", 2, "teams[id=t].size", "bad-number"),
        ("teams:\n- {id: t, size: -1}\n", 2, "teams[id=t].size", "too-small"),
        ("teams:\n- {id: t, size: 1, vendor: si}\n", 2, "teams[id=t].vendor", "bad-bool"),
        ("teams:\n- {id: t, size: 1, hours: 9-17}\n", 2, "teams[id=t].hours", "bad-hours"),
        (
            "teams:\n- {id: t, size: 1, hours: 'daily 09:00-25:00'}\n",
            2,
            "teams[id=t].hours",
            "bad-clock",
        ),
        (
            "teams:\n- {id: t, size: 1, assembly: {0h: most}}\n",
            2,
            "teams[id=t].assembly.0h",
            "bad-people",
        ),
        ("procedures:\n- {id: p, tasks: []}\n", 2, "procedures[id=p].tasks", "list-empty"),
        (
            "procedures:\n- id: p\n  tasks:\n  - {id: x, duration: {low: 3h, likely: 2h, high: 4h}}\n",
            4,
            "procedures[id=p].tasks[id=x].duration",
            "pert-order",
        ),
        (
            "procedures:\n- id: p\n  tasks:\n  - {id: x, duration: 3 hours}\n",
            4,
            "procedures[id=p].tasks[id=x].duration",
            "bad-duration",
        ),
        (
            "procedures:\n- id: p\n  tasks:\n  - {id: x, duration: 3h, crew: {a b: 1}}\n",
            4,
            "procedures[id=p].tasks[id=x].crew.a b",
            "bad-id",
        ),
    ],
)
def test_one_fault(text: str, line: int, where: str, key: str, faults: Faults) -> None:
    """A fault is told once, with its line, its place in the user's words, and nothing else."""
    assert faults(text, org=ORGANISATION) == [("a.yaml", line, where, key)]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("holidays: [23.11.2026]", "bad-date"),
        ("holidays: [2026-02-30]", "bad-date"),
        ("holidays: [5]", "bad-date"),
        ("language: it", "not-one-of"),
        ("timezone: Europe/Tokyo", "unknown-timezone"),
        ("timezone: ../../etc/passwd", "unknown-timezone"),
        ("ranks: [S, A, S]", "rank-twice"),
        ("tiers: [1d, 3h]", "tiers-order"),
        ("outage_weight: 2", "bad-share"),
    ],
)
def test_organisation(text: str, key: str, faults: Faults) -> None:
    """The organisation's own keys are checked as all others."""
    assert [fault[3] for fault in faults(f"organisation:\n  id: town\n  {text}\n")] == [key]


def test_every_fault_of_every_file_at_once(faults: Faults) -> None:
    """One run tells all faults, of text, of items and between items, in the order of the files."""
    found = faults(
        "components:\n- {id: b, kind: sever}\n- {id: c, kind: site, requires: [c]}\n- {kind: site}\n",
        org=ORGANISATION,
        teams="teams:\n- {id: t, size: x}\n- {id: t, size: 1}\n",
    )

    assert found == [
        ("a.yaml", 2, "components[id=b].kind", "not-one-of-near"),
        ("a.yaml", 3, "components[id=c].requires[0]", "needs-itself"),
        ("a.yaml", 4, "components[2]", "missing"),
        ("teams.yaml", 2, "teams[id=t].size", "bad-number"),
        ("teams.yaml", 3, "teams[id=t].id", "id-twice"),
    ]


def test_rejected_items_still_exist(faults: Faults) -> None:
    """What refers to an item that is itself at fault is not at fault."""
    found = faults(
        ORGANISATION + "components:\n- {id: b, kind: sever}\n- {id: c, kind: site, requires: [b]}\n"
    )

    assert [fault[3] for fault in found] == ["not-one-of-near"]


def test_a_faulty_key_hides_no_other_fault(faults: Faults) -> None:
    """What is left of an item without its faulty keys is checked against the others as well."""
    found = faults(
        ORGANISATION
        + "functions:\n- {id: f, rto: 3h, mtpd: 1h, requres: [a], requires: [{any_of: [b], x: 1}, c]}\n"
    )

    assert sorted(fault[2:] for fault in found) == [
        ("functions[id=f].requires[0].any_of[0]", "unknown-id"),
        ("functions[id=f].requires[0].x", "unknown-key"),
        ("functions[id=f].requires[1]", "unknown-id"),
        ("functions[id=f].requres", "unknown-key-near"),
        ("functions[id=f].rto", "rto-over-mtpd"),
    ]


def test_unread_files_may_hold_anything(faults: Faults) -> None:
    """While a file cannot be read, nothing is called missing that may stand in it."""
    found = faults("components:\n- {id: c, kind: site, requires: [b]}\n", b="components: [\n")

    assert [fault[:2] for fault in found] == [("b.yaml", 2)]


def test_same_id_in_two_files(write: Write) -> None:
    """The second of two equal ids is at fault, and names the place of the first."""
    folder = write(
        {
            "a.yaml": ORGANISATION + "components:\n- {id: x, kind: site}\n",
            "b.yaml": "teams:\n- {id: x, size: 1}\n",
        }
    )

    with pytest.raises(InputError) as caught:
        load_inventory(folder)
    (fault,) = caught.value.faults
    assert (fault.file, fault.line, fault.key) == (str(folder / "b.yaml"), 2, "id-twice")
    assert fault.values == {"id": "x", "first": f"{folder / 'a.yaml'}:3"}


def test_organisation_is_there_once(faults: Faults) -> None:
    """Exactly one file says whose inventory it is."""
    assert [fault[3] for fault in faults("components: []\n")] == ["organisation-missing"]
    assert faults(ORGANISATION, b="\n" + ORGANISATION) == [
        ("b.yaml", 2, "organisation", "organisation-twice")
    ]


def test_many_faults_are_given_up(faults: Faults) -> None:
    """A file with more faults than anyone reads is given up, and says so."""
    found = faults("components:\n" + "- x\n" * 3000, org=ORGANISATION)

    assert len(found) == 1001
    assert ("a.yaml", 0, "", "more-faults") in found


def test_no_folder(tmp_path: Path, write: Write) -> None:
    """No folder, a file in its place, an empty one: each says what to do."""
    for path, key in (
        (tmp_path / "nothing", "inventory-missing"),
        (write({"a.yaml": ORGANISATION}) / "a.yaml", "inventory-not-folder"),
        (tmp_path / "empty", "inventory-empty"),
    ):
        (tmp_path / "empty").mkdir(exist_ok=True)
        with pytest.raises(InputError) as caught:
            load_inventory(path)
        assert [fault.key for fault in caught.value.faults] == [key]
        assert all(
            say(WORDS, fault.key, lang, **fault.values)
            for fault in caught.value.faults
            for lang in LANGS
        )


@pytest.mark.parametrize("name", ["b.yml", "b.YAML", "sub/b.Yml"])
def test_other_suffixes(name: str, write: Write) -> None:
    """A file that would be passed over for its suffix is told of."""
    folder = write({"a.yaml": ORGANISATION, name: "components: []\n"})

    with pytest.raises(InputError) as caught:
        load_inventory(folder)
    (fault,) = caught.value.faults
    assert (fault.key, fault.values) == ("wrong-suffix", {"name": "b.yaml"})


def test_total_size(write: Write) -> None:
    """All files together are bounded."""
    folder = write({"a.yaml": ORGANISATION, "b.yaml": "components: []\n" * 10})

    with pytest.raises(InputError) as caught:
        load_inventory(folder, limits=Limits(total_bytes=100))
    assert [fault.key for fault in caught.value.faults] == ["inventory-too-large"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links(write: Write, tmp_path: Path) -> None:
    """An inventory cannot reach outside of its folder by links; nor does a link hide files."""
    (tmp_path / "secret.yaml").write_text("components: []\n")
    folder = write({"a.yaml": ORGANISATION, "sub/b.yaml": "components: []\n"})
    (folder / "c.yaml").symlink_to(folder / "a.yaml")
    (folder / "d.yaml").symlink_to(tmp_path / "secret.yaml")
    (folder / "e.yaml").symlink_to(folder / "nothing")
    (folder / "f.yaml").symlink_to(folder / "f.yaml")
    (folder / "more").symlink_to(folder / "sub")

    with pytest.raises(InputError) as caught:
        load_inventory(folder)
    found = {Path(fault.file).name: fault.key for fault in caught.value.faults}
    assert found == {
        "d.yaml": "link-outside",
        "e.yaml": "file-missing",
        "f.yaml": "file-unreadable",
        "more": "link-to-folder",
    }


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes there")
def test_pipe(write: Write) -> None:
    """A pipe in the place of a file is a fault, not a wait."""
    folder = write({"a.yaml": ORGANISATION})
    os.mkfifo(folder / "b.yaml")

    with pytest.raises(InputError) as caught:
        load_inventory(folder)
    assert [fault.key for fault in caught.value.faults] == ["not-a-file"]


def test_markup_survives(write: Write) -> None:
    """A name that looks like markup is a name."""
    folder = write({"a.yaml": ORGANISATION + "teams: [{id: t, size: 1, name: '[red]x'}]\n"})

    assert load_inventory(folder).inventory.teams[0].name == "[red]x"
