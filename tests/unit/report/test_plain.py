"""Text without what could steer a terminal."""

from __future__ import annotations

from bcp.report.plain import clean


def test_nothing_steers_the_terminal() -> None:
    """Escapes, line feeds and turned directions are taken out; Japanese spaces and gaiji stay."""
    assert clean("a\x1b[2Jb\nc\u202ed\x9be") == "a [2Jb cd e"
    assert clean("市\u3000役所\ue000葛\U000e0100") == "市\u3000役所\ue000葛\U000e0100"
