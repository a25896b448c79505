from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from bcp.report.page import managers_page
from bcp.words import LANGS, Lang
from bcp.words.page import WORDS
from tests.unit.report.page.samples import TOWN, dossier

HOSTILE = "</script><img src=x onerror=alert(1)>{{7*7}}\\u202e&amp;"


class Tags(HTMLParser):
    """Everything a browser would make of the file."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.tags.append((tag, dict(attrs)))

    def named(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of all tags of a name."""
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(scope="module")
def page() -> bytes:
    return managers_page(dossier(), "ja")


def test_same_dossier_same_bytes(page: bytes) -> None:
    """Reproducible: nothing of the machine or the moment goes in."""
    assert managers_page(dossier(), "ja") == page


def test_nothing_is_fetched(page: bytes) -> None:
    """No tag and no style names anything outside of the file."""
    tags = Tags(page)
    links = [
        value
        for _, attributes in tags.tags
        for key, value in attributes.items()
        if key in {"src", "href", "data", "action", "xlink:href"}
    ]

    assert all(link == "data:," or str(link).startswith("#") for link in links)
    assert b"url(" not in page
    assert b"@import" not in page


def test_policy_lets_in_this_style_and_this_script_only(page: bytes) -> None:
    """The hashes of the policy are those of what stands in the file."""
    (meta,) = [m for m in Tags(page).named("meta") if m.get("http-equiv")]
    policy = str(meta["content"])
    text = page.decode()

    for tag, name in (("style", "style-src"), ("script", "script-src")):
        held = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        (found,) = held
        digest = base64.b64encode(hashlib.sha256(found.encode()).digest()).decode()
        assert f"{name} 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_no_style_or_handler_in_any_tag(page: bytes) -> None:
    """The policy would refuse them, and the page would look different than it was tested."""
    found = [key for _, attributes in Tags(page).tags for key in attributes]

    assert not [key for key in found if key == "style" or key.startswith("on")]


def test_names_are_text_wherever_they_stand() -> None:
    """What people wrote ends no tag, starts no script and is no template."""
    text = TOWN.replace("name: 窓口,", f'name: "{HOSTILE}",').replace(
        "name: サーバ,", f'name: "{HOSTILE}",'
    )
    page = managers_page(dossier(text), "ja")
    tags = Tags(page)

    assert not tags.named("img")
    assert len(tags.named("script")) == 2
    assert b"{{7*7}}" in page
    assert "\u202e".encode() not in page
    data = page.decode().split('id="data">')[1].split("</script>")[0]
    assert "</script><img" in json.loads(data)["map"]["items"][2][1]


@pytest.mark.parametrize("lang", LANGS)
def test_opens_in_the_language_asked_for_and_holds_both(lang: Lang) -> None:
    """Both languages are there; without a script the page shows the one that was asked for."""
    page = managers_page(dossier(), lang).decode()

    assert f'<html lang="{lang}">' in page
    assert '<span lang="ja">窓口</span><span lang="en">Counter</span>' in page
    assert WORDS["part-late"]["ja"] in page
    assert WORDS["part-late"]["en"] in page


def test_names_in_one_language_are_not_hidden_in_the_other() -> None:
    """A name without English is marked as Japanese, in a way that the button does not hide."""
    page = managers_page(dossier(), "en").decode()

    assert '<span lang="ja-JP">電話応対</span>' in page


def test_ids_are_unique_and_references_lead_somewhere(page: bytes) -> None:
    """What labels and describes is there, once."""
    tags = Tags(page).tags
    ids = [str(attributes["id"]) for _, attributes in tags if "id" in attributes]
    wanted = {
        name
        for _, attributes in tags
        for key in ("aria-labelledby", "aria-describedby", "aria-controls", "for")
        for name in str(attributes.get(key) or "").split()
    }
    wanted |= {str(a["href"])[1:] for a in Tags(page).named("a")}

    assert len(ids) == len(set(ids))
    assert wanted <= set(ids)


def test_headings_skip_no_level(page: bytes) -> None:
    """One h1, and each heading at most one deeper than the one before."""
    levels = [int(tag[1]) for tag, _ in Tags(page).tags if re.fullmatch("h[1-6]", tag)]

    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_header_of_a_table_has_a_scope(page: bytes) -> None:
    """A screen reader can tell what a cell is about."""
    assert all(head.get("scope") in {"row", "col"} for head in Tags(page).named("th"))


def test_every_sentence_of_the_page_is_in_both_languages() -> None:
    """No key lacks one, and no text is the same by oversight."""
    assert all(set(texts) == set(LANGS) for texts in WORDS.values())
    same = {key for key, texts in WORDS.items() if texts["ja"] == texts["en"]}
    assert same <= {"column-rto", "field-change"}
