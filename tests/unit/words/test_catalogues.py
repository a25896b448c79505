"""The catalogues of words: complete in every language, well formed, and compiled as they stand."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from bcp.words import LANGS, Table
from bcp.words import catalogue as catalogues
from bcp.words.catalogue import LOCALE, catalogue, domains, joined
from tools.catalogues import compile_catalogues


def source(domain: str, lang: str, folder: Path = LOCALE) -> Catalog:
    with (folder / lang / "LC_MESSAGES" / f"{domain}.po").open("rb") as stream:
        return read_po(stream, charset="utf-8", abort_invalid=True)


def keys(held: Catalog) -> list[tuple[str, str]]:
    return [(str(one.context or ""), str(one.id)) for one in held if one.id]


@pytest.mark.parametrize("domain", domains())
def test_every_language_says_the_same_things(domain: str) -> None:
    """Each language has every key of the others, in the same order, with a text, and no leavings."""
    held = {lang: source(domain, lang) for lang in LANGS}

    assert keys(held["ja"]) == keys(held["en"])
    for one in held.values():
        assert [m.id for m in one if m.id and (not m.string or m.fuzzy)] == []
        assert dict(one.obsolete) == {}


def test_every_language_has_every_domain() -> None:
    """No file is missing in a language."""
    found = {lang: {p.stem for p in (LOCALE / lang).rglob("*.po")} for lang in LANGS}

    assert found["ja"] == found["en"] == set(domains())


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a folder of two small catalogues, which is looked at in the place of ours."""
    for lang, text in (("ja", "窓口"), ("en", "counter")):
        folder = tmp_path / "bcp" / "locale" / lang / "LC_MESSAGES"
        folder.mkdir(parents=True)
        content = f'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "a"\nmsgstr "{text}"\n'
        content += f'\nmsgctxt "other"\nmsgid "a"\nmsgstr "{text} 2"\n'
        (folder / "small.po").write_text(content, encoding="utf-8")
    monkeypatch.setattr(catalogues, "LOCALE", tmp_path / "bcp" / "locale")
    catalogues._texts.cache_clear()
    yield tmp_path
    catalogues._texts.cache_clear()


@pytest.mark.parametrize("is_compiled", [True, False])
def test_a_text_is_found_compiled_or_not(small: Path, is_compiled: bool) -> None:
    """What is read is the same from the source and from what was compiled of it."""
    if is_compiled:
        assert len(compile_catalogues(small)) == 2
        for path in small.rglob("*.po"):
            path.unlink()

    assert dict(catalogue("small")["a"]) == {"ja": "窓口", "en": "counter"}
    assert catalogue("small", "other")["a"]["en"] == "counter 2"
    assert [*catalogue("small")] == [*catalogue("small", "other")] == ["a"]
    assert "b" not in catalogue("small")


def test_a_changed_text_counts_at_once(small: Path) -> None:
    """A source that is newer than what was compiled of it is read instead."""
    (compiled, *_) = compile_catalogues(small)
    path = next(iter(small.rglob("en/**/small.po")))
    path.write_text(path.read_text(encoding="utf-8").replace("counter", "desk"), encoding="utf-8")
    later = compiled.stat().st_mtime + 10
    os.utime(path, (later, later))

    assert catalogue("small")["a"]["en"] == "desk"


def test_the_later_table_counts() -> None:
    """Of a key in two tables that are joined, the text of the later one is said."""
    first: Table = {"a": {"ja": "一", "en": "one"}}
    second: Table = {"a": {"ja": "二", "en": "two"}}

    assert joined(first, second)["a"]["en"] == "two"
