"""Incidents retold: every case plays, and the page of validation says what the tool says now."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pytest

from bcp.audit.audit import audit
from bcp.audit.codes import CODES
from bcp.cli.main import main
from bcp.inventory.load import LoadedInventory, load_inventory
from bcp.library import samples
from bcp.recovery.result import Result
from bcp.recovery.simulate import simulate
from bcp.recovery.strategy import Strategy
from bcp.scenario.load import load_scenario
from bcp.search.optimal import Optimal
from bcp.words import Lang, show_span
from tests.support import sample_laws as laws

ROOT = Path(__file__).parents[1]
PAGES: dict[Lang, Path] = {
    "en": ROOT / "docs" / "validation.md",
    "ja": ROOT / "docs" / "ja" / "validation.md",
}
KINDS = {"en": ("predicts", "explains", "input"), "ja": ("予測", "説明", "入力")}
"""Known before the incident; follows from facts known only after it; was typed in."""
VERDICTS = {
    "en": ("agrees", "differs", "cannot say"),
    "ja": ("一致", "不一致", "判断できない"),
}
Row = tuple[str, ...]
SAYS: dict[str, tuple[Row, ...]] = {
    "jipbase-2019": (
        ("stopped", "jipbase-2019"),
        ("found", "BCP-101", "array-firmware"),
        ("found", "BCP-403", "array"),
        ("found", "BCP-205", "images-without-copy"),
        ("downtime", "jipbase-2019", "izumi-certificates"),
        ("loss", "jipbase-2019-believed", "elderly-medical"),
        ("loss", "jipbase-2019", "elderly-medical"),
    ),
    "handa-2021": (
        ("found", "BCP-203", "patient-records"),
        ("found", "BCP-304", "system-administrator"),
        ("loss", "handa-2021", "outpatients"),
        ("downtime", "handa-2021", "outpatients"),
        ("downtime", "handa-2021", "billing"),
    ),
    "minamisanriku-2011": (
        ("found", "BCP-204", "family-register"),
        ("loss", "minamisanriku-2011", "family-certificates"),
        ("loss", "minamisanriku-2011-feared", "family-certificates"),
        ("downtime", "minamisanriku-2011", "resident-certificates"),
        ("downtime", "minamisanriku-2011", "family-certificates"),
    ),
    "joso-2015": (
        ("found", "BCP-404", "hall-power"),
        ("downtime", "joso-2015", "resident-certificates"),
        ("downtime", "joso-2015", "emergency-office"),
    ),
    "ishikari-2018": (
        ("downtime", "ishikari-2018-no-fuel", "hosting-1"),
        ("downtime", "ishikari-2018", "hosting-1"),
        ("downtime", "ishikari-2018", "hosting-2"),
    ),
    "tse-2020": (
        ("stopped", "tse-2020"),
        ("downtime", "tse-2020-documented", "tokyo-trading"),
        ("downtime", "tse-2020", "tokyo-trading"),
        ("silent", "BCP-403", "shared-disk"),
    ),
    "kddi-2022": (
        ("downtime", "kddi-2022", "voice"),
        ("downtime", "kddi-2022", "mobile-data"),
    ),
    "ovh-2021": (
        ("found", "BCP-202", "broker-data"),
        ("loss", "ovh-2021", "broker-site"),
        ("loss", "ovh-2021", "careful-site"),
        ("found", "BCP-501", "campus-power"),
        ("downtime", "ovh-2021", "sbg3-site"),
    ),
    "gitlab-2017": (
        ("stopped", "gitlab-2017"),
        ("found", "BCP-205", "database"),
        ("loss", "gitlab-2017-believed", "issues"),
        ("loss", "gitlab-2017", "issues"),
        ("downtime", "gitlab-2017", "issues"),
    ),
    "facebook-2021": (
        ("stopped", "facebook-2021"),
        ("found", "BCP-602", "backbone"),
        ("downtime", "facebook-2021", "social-network"),
        ("optimal", "facebook-2021", "social-network"),
    ),
}
"""By case, what each row of its table on the pages asks the tool, in the order of the rows."""


@cache
def case(name: str) -> LoadedInventory:
    """Return the inventory of the case *name*."""
    return load_inventory(ROOT / "inventory" / f"case-{name}")


def files(name: str) -> list[Path]:
    """Return the scenarios of the case *name*."""
    return sorted((ROOT / "scenarios" / f"case-{name}").glob("*.yaml"))


@cache
def played(name: str, scenario: str, strategy: Strategy = "slack") -> Result:
    """Return what comes out of a scenario of the case *name*."""
    loaded = case(name)
    path = ROOT / "scenarios" / f"case-{name}" / f"{scenario}.yaml"
    return simulate(loaded.inventory, load_scenario(path, loaded).scenario, strategy)


@cache
def findings(name: str) -> frozenset[tuple[str, str]]:
    """Return the code and the subject of every finding of the case *name*."""
    loaded = case(name)
    scenarios = [load_scenario(path, loaded).scenario for path in files(name)]
    found = audit(loaded.inventory, scenarios)
    return frozenset((CODES[held.kind], id_) for held in found for id_ in held.ids)


def length(seconds: int, restored: int | None, horizon: int, lang: Lang) -> str:
    """Return how long a function is down, as the page says it."""
    if not seconds:
        return {"en": "does not stop", "ja": "止まらない"}[lang]
    if restored is None:
        span = show_span(horizon, lang)
        return {"en": f"not back within {span}", "ja": f"{span}では戻らない"}[lang]
    return show_span(seconds, lang)


def downtime(name: str, lang: Lang, scenario: str, function: str) -> str:
    """Return how long *function* is down."""
    result = played(name, scenario)
    held = result.functions[function]
    return length(held.downtime, held.restored, result.horizon, lang)


def loss(name: str, lang: Lang, scenario: str, function: str) -> str:
    """Return how much data *function* loses."""
    lost = played(name, scenario).functions[function].data_loss
    if lost is None:
        return {"en": "lost", "ja": "失われる"}[lang]
    return show_span(lost, lang) if lost else {"en": "nothing", "ja": "なし"}[lang]


def stopped(name: str, lang: Lang, scenario: str) -> str:
    """Return how many functions stop."""
    held = played(name, scenario).functions.values()
    down = sum(bool(function.down) for function in held)
    return {"en": f"{down} of {len(held)}", "ja": f"{len(held)}業務中{down}業務"}[lang]


def found(name: str, _: Lang, code: str, subject: str) -> str:
    """Return the *code* of a finding about *subject*."""
    assert (code, subject) in findings(name)
    return code


def silent(name: str, lang: Lang, code: str, subject: str) -> str:
    """Return that there is no such finding about *subject*."""
    assert (code, subject) not in findings(name)
    return {"en": "no finding", "ja": "指摘なし"}[lang]


def optimal(name: str, lang: Lang, scenario: str, function: str) -> str:
    """Return how long *function* is down when the best order is searched for."""
    result = played(name, scenario, Optimal(effort=20))
    held = result.functions[function]
    return length(held.downtime, held.restored, result.horizon, lang)


ANSWERS: dict[str, Callable[..., str]] = {
    "downtime": downtime,
    "found": found,
    "loss": loss,
    "optimal": optimal,
    "silent": silent,
    "stopped": stopped,
}


def said(name: str, lang: Lang) -> list[str]:
    """Return what the tool says now, row by row."""
    return [ANSWERS[row[0]](name, lang, *row[1:]) for row in SAYS[name]]


def rows(text: str) -> list[list[str]]:
    """Return the cells of the tables in *text*, their heads left out."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    rule = next(place for place, row in enumerate(cells) if set("".join(row)) <= set("-: "))
    return cells[rule + 1 :]


def sections(lang: Lang) -> dict[str, str]:
    """Return the text of each case by its name, as the page of *lang* has it."""
    parts = re.split(r"^## ", PAGES[lang].read_text(encoding="utf-8"), flags=re.MULTILINE)
    named = {re.search(r"`case-([a-z0-9-]+)`", part.splitlines()[0]): part for part in parts}
    return {match[1]: part for match, part in named.items() if match}


def bold(cell: str) -> list[str]:
    """Return what is printed bold in *cell*."""
    return re.findall(r"\*\*(.+?)\*\*", cell)


@pytest.mark.parametrize("name", SAYS)
def test_a_case_is_whole_and_says_where_it_comes_from(name: str) -> None:
    """Every item, scenario and event of a case names its source or is marked as assumed."""
    loaded = case(name)
    assert laws.unmarked_values(loaded) == []
    assert 5 <= len(loaded.inventory.components) <= 25
    text = (ROOT / "inventory" / f"case-{name}" / "case.yaml").read_text(encoding="utf-8")
    cited = {mark for held in re.findall(r'source: "(.*?)"', text) for mark in marks(held)}
    assert cited
    assert cited <= set(re.findall(r"^#   (\[\d+\]) ", text, re.MULTILINE))
    for path in files(name):
        held = load_scenario(path, loaded).scenario
        assert held.scenario.source
        assert all(event.source or event.assumed for event in held.events)


def marks(source: str) -> list[str]:
    """Return the numbers of the sources that *source* cites."""
    return re.findall(r"\[\d+\]", source)


def test_every_case_is_on_the_pages_and_every_scenario_is_asked() -> None:
    """The folders, the sections of both pages and the questions here are of the same cases."""
    folders = {path.name.removeprefix("case-") for path in (ROOT / "inventory").glob("case-*")}
    assert folders == set(SAYS) == set(sections("en")) == set(sections("ja"))
    asked = {row[1] for says in SAYS.values() for row in says if "BCP-" not in row[1]}
    assert asked == {path.stem for name in SAYS for path in files(name)}


@pytest.mark.parametrize("lang", PAGES)
@pytest.mark.parametrize("name", SAYS)
def test_the_page_says_what_the_tool_says(name: str, lang: Lang) -> None:
    """What is bold in the second column of a case is the answer of the tool, row by row."""
    table = rows(sections(lang)[name])

    assert [token for row in table for token in bold(row[1])] == said(name, lang)
    assert all(len(bold(row[1])) == 1 for row in table)
    assert {row[3] for row in table} <= set(KINDS[lang])
    assert {row[4] for row in table} <= set(VERDICTS[lang])


def judged(lang: Lang) -> list[tuple[str, int, int]]:
    """Return the case, the kind and the verdict of every row of the page."""
    return [
        (name, KINDS[lang].index(row[3]), VERDICTS[lang].index(row[4]))
        for name, part in sections(lang).items()
        for row in rows(part)
    ]


def test_both_languages_judge_alike() -> None:
    """A row is of the same kind and has the same verdict on both pages."""
    assert judged("en") == judged("ja")


@pytest.mark.parametrize("lang", PAGES)
def test_the_summary_counts_its_rows(lang: Lang) -> None:
    """The summary has a line a case, quotes only what the sections say, and adds up."""
    text = PAGES[lang].read_text(encoding="utf-8")
    lines = rows(text.split("\n## ")[0])
    *cases, total = lines
    counts = Counter((name, verdict) for name, _, verdict in judged(lang))

    assert len(cases) == len(SAYS)
    for name, line in zip(sections(lang), cases, strict=True):
        assert set(bold(line[1])) <= set(said(name, lang))
        assert bold(line[1])
        assert tally(line[3:]) == [counts[name, verdict] for verdict in range(3)]
    sums = [sum(n for (_, v), n in counts.items() if v == verdict) for verdict in range(3)]
    assert tally(total[3:]) == sums


@pytest.mark.parametrize("lang", PAGES)
def test_the_kinds_add_up(lang: Lang) -> None:
    """The second table counts the verdicts of what was predicted, explained and typed in."""
    text = PAGES[lang].read_text(encoding="utf-8")
    counts = Counter((kind, verdict) for _, kind, verdict in judged(lang))

    table = rows(text.split("\n## ")[1])
    assert [line[0] for line in table] == [*KINDS[lang]]
    for kind, line in enumerate(table):
        assert tally(line[1:]) == [counts[kind, verdict] for verdict in range(3)]


def tally(cells: Sequence[str]) -> list[int]:
    """Return the numbers in *cells*."""
    return [int(cell.strip("*")) for cell in cells]


@pytest.mark.parametrize("lang", PAGES)
def test_what_was_typed_in_is_no_merit(lang: Lang) -> None:
    """A row whose figure was an input is never counted as an agreement."""
    kind, verdict = KINDS[lang].index(KINDS[lang][2]), 0

    assert [held for held in judged(lang) if held[1:] == (kind, verdict)] == []


def test_cases_are_no_sample_cities(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`bcp init --from` and `bcp list` offer the cities and not the cases."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr("sys.argv", ["bcp", "list", "--json"])
    with pytest.raises(SystemExit) as caught:
        main()
    shown = json.loads(capsys.readouterr().out)

    assert caught.value.code == 0
    assert [name for name in samples() if name.startswith("case-")] == []
    assert {held["id"] for held in shown["inventories"]} == set(samples())
    assert {held["inventory"] for held in shown["scenarios"]} <= set(samples())
