"""Whatever the recovery says, it can say in both languages."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given

from bcp.audit.audit import audit
from bcp.recovery.priority import priority
from bcp.recovery.simulate import simulate
from bcp.words import LANGS, Phrase, Table
from bcp.words.findings import WORDS as FINDINGS
from bcp.words.recovery import WORDS as RECOVERY
from tests.support.random_cases import Both, random_both
from tests.support.tiny import said

BCP = Path(__file__).parents[3] / "bcp"
SOURCES = [path for room in ("recovery", "drill", "audit") for path in (BCP / room).rglob("*.py")]
CODE = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
RECOVERING = "\n".join(path.read_text(encoding="utf-8") for path in (BCP / "recovery").glob("*.py"))
KEYS = [("recovery", key, RECOVERY) for key in RECOVERY] + [
    ("findings", key, FINDINGS) for key in FINDINGS
]


@pytest.mark.parametrize(("room", "key", "table"), KEYS, ids=[f"{r}-{k}" for r, k, _ in KEYS])
def test_a_text_names_the_same_values_in_both_languages(room: str, key: str, table: Table) -> None:
    """No language knows more than the other, and no text is without a use in the code."""
    names = [{part[1] for part in Formatter().parse(table[key][lang])} - {None} for lang in LANGS]

    assert names[0] == names[1]
    assert f'"{key.removesuffix("-one")}' in CODE


def test_every_key_in_the_code_has_a_text() -> None:
    """What the code says by name is in the tables."""
    used = set(re.findall(r'Phrase\(f?"([a-z-]+)', RECOVERING))
    found = set(re.findall(r'(?:finding|found)\(\s*"([a-z-]+)"', CODE))

    assert used
    assert used <= set(RECOVERY)
    assert found
    assert found <= set(FINDINGS)


@pytest.mark.property
@given(case=random_both())
def test_random_cases_can_be_told(case: Both) -> None:
    """Every reason, link and finding of a random case is a sentence in both languages."""
    result = simulate(case.inventory, case.scenario)
    rows = (*result.order, *priority(case.inventory))
    links = [link.why for held in result.functions.values() for link in held.chain]
    findings = (*result.findings, *audit(case.inventory, [case.scenario]))
    phrases: list[tuple[Table, Phrase]] = [(RECOVERY, row.reason) for row in rows]
    phrases += [(RECOVERY, why) for why in links] + [(FINDINGS, held.phrase) for held in findings]

    for table, phrase in phrases:
        assert len(said(table, phrase)) == len(LANGS)
