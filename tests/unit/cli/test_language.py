"""Which language is spoken."""

from __future__ import annotations

from pathlib import Path

import pytest

from bcp.cli.language import asked_language, local_language, written_language
from bcp.words import Lang


@pytest.mark.parametrize(
    ("arguments", "variable", "lang"),
    [
        (["check", "--lang", "en"], "ja", "en"),
        (["--lang=ja", "check"], "", "ja"),
        (["--lang", "ja", "check", "--lang", "en"], "", "en"),
        (["check"], "ja", "ja"),
        (["check"], "fr", None),
        (["check", "--lang"], "", None),
        (["show", "--", "--lang=en"], "", None),
        ([], "", None),
    ],
)
def test_asked_language(arguments: list[str], variable: str, lang: Lang | None) -> None:
    """The last --lang counts, then BCP_LANG, then nothing was asked."""
    assert asked_language(arguments, {"BCP_LANG": variable}) == lang


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_local_language(environment: dict[str, str], lang: Lang) -> None:
    """A Japanese locale means Japanese, any other English."""
    assert local_language(environment) == lang


def test_language_is_read_even_from_files_at_fault(tmp_path: Path) -> None:
    """The organisation's language is found though the file is no YAML at all."""
    (tmp_path / "a.yaml").write_text("components: [", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("# language: en\norganisation: {id: x, language: ja, }}")

    assert written_language(tmp_path) == "ja"
    assert written_language(tmp_path / "missing") is None
