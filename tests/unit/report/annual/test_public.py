"""The public edition holds nothing that is not for the public, in no format and no property."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

import pypdf
import pytest
from PIL import Image

from bcp.drill.file.models import Head as DrillHead
from bcp.report.annual import annual_plan, forms_workbook, values_of
from bcp.report.document import Document
from bcp.report.dossier import Dossier
from bcp.report.public import published, veil_of
from bcp.report.writers import bytes_of
from bcp.report.writers.flow import flow_of
from bcp.report.writers.markdown import pictures_beside
from bcp.words import LANGS, Lang
from tests.unit.report.annual import dossiers

# SHOWN: what the internal edition shows and the public one does not. NEVER: what the internal one
# need not show either. Every token stands in exactly one place, so that it leaks by that alone.
INVENTORY = """
plan:
  title: 町のICT-BCP
  revisions: [{version: "1.0", on: 2026-04-01, what: 初版, by: SHOWN01}]
  distribution: [{to: 情報課, where: SHOWN02}]
  related: [{name: 地域防災計画, relation: 上位, kept: SHOWN03}]
  answers: {checklist-1: {answer: no, remark: SHOWN04}}
  purpose: [電話は0299-11-SHOWN05へ。SHOWN06に知らせる。, SHOWN10の復旧を急ぐ。]
components:
  - {id: hall, name: 役場, kind: site, facts: {address: SHOWN07, seismic: SHOWN08, built: SHOWN09}}
  - {id: vault-shown11, name: SHOWN10, name_en: SHOWN12 vault, kind: service, tags: confidential,
     requires: [power], procedure: never01-secret, within: hall, facts: {summary: SHOWN13}}
  - {id: power, name: 電源, kind: power, within: hall, procedure: mend, facts: {capacity: SHOWN14}}
  - {id: server, name: サーバ, kind: server, within: hall, requires: [power], procedure: mend,
     facts: {model: SHOWN15, fixed: false}}
  - {id: room, name: サーバ室, kind: room, within: hall, facts: {floor: SHOWN16, entry: SHOWN17}}
  - {id: resident, name: 住民記録, kind: service, requires: [server, db, vault-shown11]}
  - {id: safe, name: SHOWN18の金庫, kind: site, tags: confidential}
  - {id: db, name: 住民データ, kind: data, requires: [server], procedure: mend,
     backups: [{at: safe, every: 1d, medium: SHOWN19}]}
functions:
  - {id: desk, name: 窓口, department: 市民課, rank: S, rto: 3h, requires: [resident],
     facts: {remark: NEVER02}}
  - {id: watch-shown20, name: SHOWN21, department: SHOWN22, rank: S, rto: 1h, tags: confidential,
     requires: [vault-shown11], facts: {outcome: SHOWN23, effects: NEVER03},
     workaround: {name: SHOWN24, level: 50%}}
teams:
  - {id: staff, name: 職員, size: 2}
  - {id: squad, name: SHOWN25, size: 1, tags: confidential}
procedures:
  - id: mend
    tasks: [{id: fix, name: 修理, crew: {staff: 1}, duration: 4h}]
  - id: never01-secret
    name: NEVER04
    tasks: [{id: never05, name: SHOWN26, crew: {squad: 1}, duration: 4h}]
people:
  - {id: taro, name: SHOWN06, phone: 0299-11-SHOWN05, mobile: SHOWN27, mail: SHOWN28@example.jp,
     address: NEVER06, commute: SHOWN29, otherwise: SHOWN30, department: 情報課}
roles:
  - {id: head, name: 統括責任者, lead: taro, duties: [指揮する], gathers: SHOWN31,
     gathers_else: SHOWN32}
contracts:
  - {id: care, name: NEVER07, vendor: staff, covers: [server], duty: SHOWN33, response: SHOWN34,
     contact: SHOWN35, emergency: SHOWN36, issue: SHOWN37}
measures:
  - {id: spare, name: SHOWN38, of: [server], weakness: SHOWN39, left: SHOWN40, owner: SHOWN41,
     status: planned, changes: {teams: [{id: staff, size: 3}]}}
actions:
  - {phase: initial, what: SHOWN10の前に集まる, within: 1h, role: head, note: NEVER11}
"""
QUAKE = """
scenario: {id: quake, name: SHOWN18の金庫が壊れる地震, teaches: NEVER08}
events: [{at: 0h, damage: {select: {id: [power, server, db, vault-shown11]}}}]
"""
BEFORE = dossiers.TINY.replace("サーバ,", "NEVER09, tags: confidential,")
DRILL = DrillHead(
    id="walk",
    name="机上訓練",
    kind="tabletop",
    scenario="quake",
    place="SHOWN43",
    safety="NEVER10",
    purpose="SHOWN10を守る",
)
DIGESTS = "abcdef01|d1d2d3d4|01234567"
TOKEN = re.compile("(?:SHOWN|NEVER)[0-9]{2}", re.IGNORECASE)


@pytest.fixture(scope="module")
def whole() -> Dossier:
    """Return a dossier with a token in every field that is nobody's business."""
    return dossiers.dossier(
        INVENTORY,
        QUAKE,
        drills=(DRILL,),
        history=dossiers.history(DRILL, "SHOWN44"),
        effects=(dossiers.effect("spare"),),
        changes=dossiers.changes(BEFORE, "SHOWN45"),
    )


def documents(dossier: Dossier, edition: str, lang: Lang) -> Iterator[tuple[Document, str]]:
    """Yield every file that can be made, as a document and a suffix."""
    plan = annual_plan(dossier, lang, edition)  # type: ignore[arg-type]
    yield from ((plan, suffix) for suffix in (".docx", ".pdf", ".html", ".md", ".xlsx"))
    yield forms_workbook(dossier, lang, edition), ".xlsx"  # type: ignore[arg-type]


def everything(document: Document, suffix: str) -> str:
    """Return all that can be read out of a file: parts, properties, texts beside pictures."""
    data = bytes_of(document, suffix)
    texts = [data.decode("latin-1"), data.decode("utf-8", "replace")]
    if suffix == ".pdf":
        texts += pdf_texts(data)
    if suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            texts += [
                f"{name} {parts.read(name).decode('utf-8', 'replace')}" for name in parts.namelist()
            ]
    pictures = pictures_beside(flow_of(document), "document") if suffix == ".md" else {}
    for picture in pictures.values():
        texts += Image.open(io.BytesIO(picture)).info.values()
    return "\n".join(map(str, texts))


def pdf_texts(data: bytes) -> Iterator[str]:
    """Yield the text, the properties and every stream of a PDF."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    yield str(reader.metadata)
    for page in reader.pages:
        yield re.sub(r"\s", "", page.extract_text())
    for number in range(1, len(reader.xref[0]) + 1):
        held = reader.get_object(number)
        yield str(held)


@pytest.mark.parametrize("lang", LANGS)
def test_no_token_is_in_any_public_file(whole: Dossier, lang: Lang) -> None:
    """Whatever is confidential, a contact or a weak point is in no part of any public file."""
    for document, suffix in documents(published(whole), "public", lang):
        text = everything(document, suffix)
        assert {held.upper() for held in TOKEN.findall(text)} == set()
        assert not re.search(DIGESTS, text)


def test_the_internal_edition_holds_the_tokens(whole: Dossier) -> None:
    """What the test above looks for is there to be found: the internal edition shows it."""
    found: set[str] = set()
    for document, suffix in documents(whole, "internal", "en"):
        if suffix in (".html", ".xlsx"):
            text = everything(document, suffix)
            found |= {held.upper() for held in TOKEN.findall(text)}
            assert suffix == ".xlsx" or re.search(DIGESTS, text)
    wanted = {held.upper() for held in TOKEN.findall(INVENTORY) if held.upper().startswith("SHOWN")}
    assert wanted - found == set()


def test_names_in_sentences_become_neutral(whole: Dossier) -> None:
    """A sentence that named a secret still reads; who may be called is not named."""
    plan = published(whole).inventory.plan
    assert plan is not None
    assert plan.purpose == (
        "電話は（非公開）へ。（非公開）に知らせる。",
        "非公開の設備1の復旧を急ぐ。",
    )


def test_the_secret_is_still_reckoned_with(whole: Dossier) -> None:
    """Redacting changes names, not results: losses, curves and counts stay as they were."""
    before, after = whole.outlooks[0], published(whole).outlooks[0]
    assert (after.loss, after.curve, after.damaged) == (before.loss, before.curve, before.damaged)
    assert len(after.functions) == len(before.functions)
    assert after.missed == tuple(
        "undisclosed-function-1" if id_ == "watch-shown20" else id_ for id_ in before.missed
    )


def test_a_reason_does_not_say_that_it_will_be_too_late(whole: Dossier) -> None:
    """The public order says who waits and until when, not that the target cannot be met."""
    assert any(row.reason.key.startswith("reason-late") for row in whole.priority)
    assert not any(row.reason.key.startswith("reason-late") for row in published(whole).priority)


def test_without_secrets_nothing_is_renamed() -> None:
    """Where nothing is tagged and nobody is named, ids and names stay."""
    dossier = dossiers.dossier()
    assert published(dossier).inventory.components == dossier.inventory.components
    assert veil_of(dossier).text("server サーバ") == "server サーバ"


def test_ids_are_whole_words() -> None:
    """An id is not found within a longer one, and a word of the program is left alone."""
    text = dossiers.TINY.replace("id: server,", "id: server, tags: confidential,")
    dossier = published(dossiers.dossier(text))
    kinds = {item.id: item.kind for item in dossier.inventory.components}
    assert kinds["undisclosed-component-1"] == "server"
    veil = veil_of(dossiers.dossier(text))
    assert veil.text("server-2 / server") == "server-2 / undisclosed-component-1"


def test_own_chapters_are_given_neutral_values(whole: Dossier) -> None:
    """What a chapter of one's own may name is taken from the redacted data."""
    assert not TOKEN.search(str(values_of(published(whole), "ja", "public")))
    assert TOKEN.search(str(values_of(whole, "ja", "internal")))


def test_what_stands_inside_is_counted_and_no_gap_is_shown() -> None:
    """Machines and rooms are named to the staff; the public sees how many, and no system's delay."""
    text = INVENTORY.replace("name: サーバ,", "name: 機械77,").replace(
        "name: サーバ室,", "name: 部屋77,"
    )
    held = dossiers.dossier(text, QUAKE)
    inside = bytes_of(annual_plan(held, "ja", "internal"), ".md").decode()
    outside = bytes_of(annual_plan(published(held), "ja", "public"), ".md").decode()

    for name in ("機械77", "部屋77", "目標との差", "被害想定と業務の対照"):
        assert name in inside
        assert name not in outside
    assert "住民記録" in outside
