"""What holds for every form, whatever it is about."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings

from bcp.audit.audit import audit
from bcp.inventory.load import Place
from bcp.outlook.outlook import outlook_of
from bcp.recovery.priority import priority
from bcp.recovery.simulate import simulate
from bcp.report.document import Document, Section
from bcp.report.dossier import Dossier
from bcp.report.forms import (
    FORMS,
    TITLES,
    checklist,
    form,
    form_name,
    form_tag,
    form_title,
    role_cards,
    six_elements,
)
from bcp.report.forms.teller import Teller
from bcp.report.public import published
from bcp.report.writers import bytes_of
from bcp.scenario.load import LoadedScenario
from bcp.words import LANGS, Lang
from bcp.words.forms import WORDS
from tests.support.random_cases import Both, random_both
from tests.unit.report.forms.towns import FIVE, QUAKE, TOWN, dossier, sheet, teller, texts

JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")


def papers(held: Teller) -> list[Section]:
    """Return every form there is, and the papers that go with them."""
    made = [form(number, held) for number in FORMS]
    made += [role_cards(held), checklist(held), six_elements(held)]
    return [one for one in made if one is not None]


def document(held: Teller) -> Document:
    return Document("様式", lang=held.lang, sections=tuple(papers(held)))


@pytest.mark.parametrize("number", FORMS)
@pytest.mark.parametrize("lang", LANGS)
def test_a_form_is_named_and_leads_by_its_number(number: int, lang: Lang) -> None:
    """Title, name, id and sheet of a form agree with what others call it."""
    held = teller(TOWN, QUAKE, lang=lang)
    made = sheet(number, held)

    assert (made.title, made.form) == (form_title(number, held), form_name(number, held))
    assert (made.id, made.is_numbered) == (form_tag(number), False)
    assert TITLES[number] in WORDS


@pytest.mark.parametrize("number", FORMS)
def test_only_the_first_form_has_official_columns(number: int) -> None:
    """Every other form says that its columns are a proposal."""
    says_so = "欄の構成は本システムの案" in texts(sheet(number, teller(TOWN, QUAKE)))

    assert says_so == (number != 1)


def test_english_forms_hold_no_japanese_of_ours() -> None:
    """In English nothing is Japanese but what people wrote, and they wrote nothing here."""
    bare = re.sub(r"(name|department): [^,}\n]*", r"\1: x", FIVE)
    quake = "scenario: {id: quake, name: x}\nevents: [{at: 0h, damage: {select: {id: server}}}]"
    held = teller(bare, quake, lang="en")
    text = "\n".join(map(texts, papers(held)))

    assert JAPANESE.findall(text) == []


def test_what_is_missing_is_noted_once() -> None:
    """However many forms ask for a field, it is one thing to do; asking again adds none."""
    held = teller(TOWN, QUAKE)
    papers(held)
    known = list(held.blanks)
    papers(held)
    wheres = [(blank.where, blank.item) for blank in held.blanks]

    assert held.blanks == known
    assert len(wheres) == len(set(wheres)) > 20


def test_long_lists_are_cut_and_say_so() -> None:
    """Of many things the first are shown, and only what is shown is asked for."""
    many = "".join(f"  - {{id: s{n}, name: 業務{n}, kind: service}}\n" for n in range(30))
    held = teller(FIVE.replace("functions:", f"{many}functions:"))
    made = form(1, held, 5)

    assert made is not None
    assert "先頭の5件を示した。ほか26件。" in texts(made)
    assert "業務20" not in [blank.item for blank in held.blanks]


HOSTILE = "=cmd|' /C calc'!A0<script>alert(1)</script>\x1b[31m\u202e*_`|#[x](y)"


@pytest.mark.parametrize("suffix", [".html", ".md", ".xlsx", ".docx"])
def test_hostile_names_are_only_text(suffix: str) -> None:
    """A name that would be markup, formula or escape sequence is written as the text it is."""
    named = TOWN.replace("name: 窓口", "name: NAME").replace("what: 発動する", "what: NAME")
    held = teller(named, QUAKE)
    inventory = held.dossier.inventory
    functions = tuple(
        one.model_copy(update={"name": HOSTILE}) if one.name == "NAME" else one
        for one in inventory.functions
    )
    actions = tuple(
        one.model_copy(update={"what": HOSTILE}) if one.what == "NAME" else one
        for one in inventory.actions
    )
    changed = inventory.model_copy(update={"functions": functions, "actions": actions})
    again = Teller(Dossier(**{**vars(held.dossier), "inventory": changed}), "ja")
    data = bytes_of(document(again), suffix)

    assert b"<script>" not in data
    assert b"\x1b[31m" not in data


@pytest.mark.parametrize("lang", LANGS)
def test_a_public_edition_can_be_told(lang: Lang) -> None:
    """From what is left for everybody every form is made, and no person is named in one."""
    held = Teller(published(dossier(TOWN, QUAKE)), lang, "public")
    text = "\n".join(map(texts, papers(held)))

    assert not re.search("山田|佐藤|県の窓口|係A|本町1", text)
    assert held.blanks == []


def test_what_refers_to_nothing_is_left_out() -> None:
    """An inventory in which things are missing is told as far as it goes."""
    whole = dossier(TOWN, QUAKE)
    gone = {"box", "room", "acme", "install", "safe", "grid", "ups"}
    known = whole.inventory
    left = known.model_copy(
        update={
            key: tuple(one for one in getattr(known, key) if one.id not in gone)
            for key in ("components", "teams", "procedures")
        }
    )
    held = Teller(Dossier(**{**vars(whole), "inventory": left}), "ja")

    assert len(papers(held)) > 15


@pytest.mark.property
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(random_both())
def test_every_form_of_random_inventories_is_written(case: Both) -> None:
    """Whatever an inventory and a scenario hold, every form is made and can be written."""
    loaded = LoadedScenario(case.scenario, Place("s.yaml", 1), (), "d" * 16)
    result = simulate(case.inventory, case.scenario)
    held = Dossier(
        inventory=case.inventory,
        digest="d" * 16,
        version="1",
        date=None,
        outlooks=(outlook_of(result, case.inventory, loaded),),
        priority=priority(case.inventory),
        findings=audit(case.inventory, [case.scenario]),
    )
    for lang in LANGS:
        made = document(Teller(held, lang))
        assert bytes_of(made, ".md") == bytes_of(document(Teller(held, lang)), ".md")
        assert made.sections
